import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { atTerminal, type Step, Terminal } from '../support/at-terminal.ts'
import { type Spawned, spawned } from '../support/spawned.ts'

const ESCAPE = '\u001b'
const ENTER = '\r'

let room: Spawned
beforeAll(() => {
  room = spawned()
  const rows = Array.from({ length: 3000 }, (_, i) => `${i},Deal number ${i},New,2026-09-01,${i}.50`)
  writeFileSync(room.path('deals.csv'), ['id,title,stage,created,amount', ...rows, ''].join('\n'))
  const made = room.shell(
    'voronka init --stages New,Offer --currency EUR --quiet && voronka import deals deals.csv --quiet --format csv >/dev/null',
  )
  expect(made).toEqual({ exit: 0, out: '', err: '' })
})

describe('output into a pipe', () => {
  test('a reader that has seen enough is no error', () => {
    expect(room.shell('voronka export deals | head -n 1 >/dev/null; echo $PIPESTATUS')).toEqual({
      exit: 0,
      out: '0\n',
      err: '',
    })
  })

  test('nor is one that leaves while the pipe is full', () => {
    const line = 'voronka export deals | (read -r; sleep 0.5); echo $PIPESTATUS'
    expect(room.shell(line)).toEqual({ exit: 0, out: '0\n', err: '' })
  })

  test('more than a pipe holds arrives whole', () => {
    const { out } = room.shell('voronka export deals | (sleep 0.3; cat)')
    room.shell('voronka export deals --output whole.csv')
    expect(out.length).toBeGreaterThan(200_000)
    expect(out).toBe(readFileSync(room.path('whole.csv'), 'utf8'))
  })

  test('a full disk is an error', () => {
    expect(room.shell('voronka export deals >/dev/full')).toEqual({
      exit: 74,
      out: '',
      err: 'The answer could not be written (the disk is full); it is not whole\n',
    })
    expect(room.shell('voronka --help --lang ru >/dev/full')).toEqual({
      exit: 74,
      out: '',
      err: 'Ответ не удалось записать (диск полон): он не полон\n',
    })
  })
})

describe('--output', () => {
  const refused = (path: string, why: string) =>
    `${path} could not be written (${why}). Nothing was left there\n`

  test('keeps what was there when it fails, and leaves nothing beside it', () => {
    room.shell('mkdir -p reports && echo before >reports/deals.csv')
    const failed = room.shell('ulimit -f 8; voronka export deals --output reports/deals.csv')
    expect(failed).toEqual({
      exit: 74,
      out: '',
      err: refused('reports/deals.csv', 'the file would be too big'),
    })
    expect(room.shell('cat reports/deals.csv; ls -A reports').out).toBe('before\ndeals.csv\n')
  })

  test('replaces a file with its rights, through a link', () => {
    room.shell('echo before >target.csv && chmod 600 target.csv')
    if (!existsSync(room.path('link.csv'))) symlinkSync('target.csv', room.path('link.csv'))
    expect(room.shell('voronka stage list --format csv --output link.csv')).toEqual({
      exit: 0,
      out: '',
      err: '',
    })
    expect(readFileSync(room.path('target.csv'), 'utf8')).toBe(
      room.shell('voronka stage list --format csv').out,
    )
    expect(statSync(room.path('target.csv')).mode & 0o777).toBe(0o600)
  })

  test('a device is written into', () => {
    expect(room.shell('voronka stage list --output /dev/null')).toEqual({ exit: 0, out: '', err: '' })
    expect(room.shell('voronka stage list --output /dev/full')).toEqual({
      exit: 74,
      out: '',
      err: refused('/dev/full', 'the disk is full'),
    })
  })

  test('nothing has been changed when the folder is not there', () => {
    const before = room.shell('voronka deal list --format csv | wc -l').out
    expect(room.shell('voronka deal add One --output nowhere/deal.txt')).toEqual({
      exit: 73,
      out: '',
      err: refused('nowhere/deal.txt', 'there is no such folder'),
    })
    expect(room.shell('voronka deal add One --format txt').exit).toBe(2)
    expect(room.shell('voronka deal list --format csv | wc -l').out).toBe(before)
  })
})

describe('quiet', () => {
  test('nothing is said where all is well', () => {
    expect(room.shell('voronka deal add "Balcony" --quiet >/dev/null')).toEqual({ exit: 0, out: '', err: '' })
  })

  test('an error is said all the same', () => {
    const said = room.shell('voronka deal show d999999 --quiet')
    expect([said.exit, said.out, said.err.split('\n').length]).toEqual([1, '', 2])
  })
})

describe('colour', () => {
  const colours = (line: string, env: NodeJS.ProcessEnv = {}) => {
    const { exit, out } = room.shell(line, env)
    expect(exit).toBe(0)
    return [...new Set(out.match(new RegExp(`${ESCAPE}.?[^a-zA-Z]*[a-zA-Z]?`, 'g')))]
  }
  const funnel = 'voronka funnel all'

  test('none without a terminal', () => {
    expect(colours(funnel)).toEqual([])
    expect(colours(`${funnel} --color auto`, { NO_COLOR: '1', FORCE_COLOR: '1' })).toEqual([])
    expect(colours(`${funnel} --color never`, { FORCE_COLOR: '1' })).toEqual([])
  })

  test('the sixteen colours and nothing else when they are asked for', () => {
    const asked = colours(`${funnel} --color always`, { NO_COLOR: '1' })
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter((code) => !/^\u001b\[(0|1|2|22|3[0-7]|39|9[0-7])m$/.test(code))).toEqual([])
    expect(colours(funnel, { FORCE_COLOR: '1' })).toEqual(asked)
  })
})

test('what stands in the data cannot speak to the terminal', () => {
  const title = `${ESCAPE}]0;owned\u0007${ESCAPE}[2Jgate\u202e\u009b31m`
  const safe = spawned()
  safe.shell('voronka init --stages New --quiet')
  expect(safe.shell('voronka deal add "$TITLE" --color always >/dev/null', { TITLE: title }).exit).toBe(0)
  const shown = safe.shell(
    'voronka deal list; voronka deal show d1; voronka deal show "$TITLE" 2>&1; voronka "$TITLE"',
    {
      TITLE: title,
    },
  )
  expect((shown.out + shown.err).match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/g)).toBe(null)
  expect(shown.out).toContain('gate')
})

test('nor can it in a question, its choices and the answer to it', async () => {
  const home = spawned({ VORONKA_DB: 'w.db' })
  home.shell('voronka init --stages New --quiet')
  for (const name of ['Olga', 'A\u202enna', 'Vera']) home.shell(`voronka manager add "${name}"`)
  home.shell('voronka deal add "Gate" --manager m3')
  const { screens, last } = await atTerminal(home, ['handover', 'm3'], [['whom', '\u001b[B', ENTER]])
  expect(
    [...screens, last].flatMap((screen) => screen.split('\n')).filter((line) => /whom|m2/.test(line)),
  ).toEqual(['? To whom?', '  m2 Anna', '✔ To whom? m2 Anna'])
})

test('Ctrl-C at a question of a terminal leaves nothing behind', async () => {
  const home = spawned()
  const { exit, last } = await atTerminal(home, ['init', '--db', 'sales.db'], [['?', '\u0003']])
  expect(exit).toBe(130)
  expect(last.split('\n').at(-1)).toBe('Cancelled, nothing was changed')
  expect(readdirSync(home.folder).filter((name) => name.startsWith('sales'))).toEqual([])
})

test('a terminal that is closed at a question cancels it', async () => {
  const home = spawned()
  const line = 'trap "" HUP; voronka init --db sales.db; echo $? >exit'
  const terminal = new Terminal(home, '/bin/bash', ['-c', line], 24)
  while (!terminal.text.includes('choose')) await new Promise((resolve) => setTimeout(resolve, 5))
  terminal.close()
  await terminal.ended
  expect(readFileSync(home.path('exit'), 'utf8')).toBe('130\n')
  expect(readdirSync(home.folder).filter((name) => name.startsWith('sales'))).toEqual([])
})

test('a terminal whose reading fails at a question cancels it', async () => {
  const home = spawned()
  writeFileSync(
    home.path('fail.cjs'),
    `const { ReadStream } = require('node:tty')
    const { setRawMode } = ReadStream.prototype
    ReadStream.prototype.setRawMode = function (mode) {
      setImmediate(() => this.destroy(Object.assign(new Error('read EIO'), { code: 'EIO' })))
      return setRawMode.call(this, mode)
    }`,
  )
  const line = 'NODE_OPTIONS="--require ./fail.cjs" voronka init --db sales.db; echo $? >exit'
  await new Terminal(home, '/bin/bash', ['-c', line], 24).ended
  expect(readFileSync(home.path('exit'), 'utf8')).toBe('130\n')
  expect(readdirSync(home.folder).filter((name) => name.startsWith('sales'))).toEqual([])
})

test('a terminal that does not say how wide it is has 80 columns', async () => {
  const home = spawned()
  const line = 'stty cols 0 rows 0; voronka help periods'
  const terminal = new Terminal(home, '/bin/bash', ['-c', line], 50)
  expect(await terminal.ended).toBe(0)
  expect(terminal.text).toBe(home.shell('voronka help periods').out.trimEnd())
})

const DOWN = '\u001b[B'
const QUESTIONS: readonly (readonly [lang: string, steps: readonly Step[]])[] = [
  [
    'en',
    [
      ['Which stages', DOWN, DOWN, ENTER],
      ['Base currency', ENTER],
      ['Time zone', ENTER],
    ],
  ],
  [
    'ru',
    [
      ['Через какие', ENTER],
      ['по порядку', 'Замер, Коммерческое предложение; Договор, Аванс получен, Монтаж, Акт подписан', ENTER],
      ['валюта', ENTER],
      ['пояс', ENTER],
    ],
  ],
  [
    'uk',
    [
      ['Через які', DOWN, DOWN, ENTER],
      ['валюта', ENTER],
      ['пояс', ENTER],
    ],
  ],
]

describe.each(QUESTIONS)('init at a terminal of 80 columns: %s', (lang, steps) => {
  test('breaks its choices, and what was chosen, at words; says what comes next', async () => {
    const home = spawned({ VORONKA_LANG: lang, VORONKA_DB: 'sales.db', LC_ALL: 'C.UTF-8', NO_COLOR: '1' })
    const { exit, screens, last } = await atTerminal(home, ['init'], steps)
    expect(exit).toBe(0)
    expect(screens[0]).toMatchSnapshot('the choices')
    expect(last).toMatchSnapshot('what was answered')
  })
})
