import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { type Person, person } from '../support/person.ts'
import { type Ran, type RunOptions, type Trial, trial } from './world.ts'

const ORDERS = fileURLToPath(new URL('../../fixtures/orders.csv', import.meta.url))
const VISITS = fileURLToPath(new URL('../../fixtures/visits.csv', import.meta.url))

/** A terminal at which no sentence is broken. */
const WIDE = 1000

/** A workspace with three stages, and a file in it. */
async function workspace(lines?: readonly string[], more: readonly string[] = []): Promise<Trial> {
  const made = trial({ env: { VORONKA_LANG: 'ru' } })
  writeFileSync(made.path('orders.csv'), lines === undefined ? readFileSync(ORDERS) : `${lines.join('\n')}\n`)
  await made.run(['init', '--stages', 'Заявка,Замер,Договор', '--currency', 'RUB', ...more])
  return made
}

/** Words of a shell command. */
function wordsOf(command: string): string[] {
  return [...command.matchAll(/"((?:\\.|[^"\\])*)"|(\S+)/g)].map(([, inQuotes, bare]) =>
    inQuotes === undefined ? (bare ?? '') : inQuotes.replace(/\\(.)/g, '$1'),
  )
}

/** The command that says the same, as it was shown. */
function sameCommand({ err }: Ran): string[] {
  const line = err.split('\n').find((known) => known.startsWith('voronka import ') && known.includes(' --'))
  return wordsOf(line ?? '').slice(1)
}

async function asked(
  made: Trial,
  argv: readonly string[],
  answers: Parameters<typeof person>[0],
  options: RunOptions = {},
): Promise<Ran & Pick<Person, 'heard'>> {
  const { ask, heard } = person(answers)
  const ran = await made.run(argv, { terminal: 80, ask, ...options })
  const clean = (text: string) => text.replaceAll(made.folder, 'FOLDER').replaceAll('\u00a0', ' ')
  return { exit: ran.exit, out: clean(ran.out), err: clean(ran.err), heard }
}

const IMPORT = (made: Trial, file = 'orders.csv') => ['import', 'deals', made.path(file)]

/** All that is asked of the file, answered. */
const RU = [
  'id',
  'название',
  'сумма',
  'создано',
  'день входа',
  'Замер',
  'сохранить как своё',
  'источник',
  '3 апреля',
  'Заявка',
  'создать этап',
  'после «Договор»',
  'не брать',
  true,
  '',
]

describe('a file that nobody knows', () => {
  test.each([
    ['ru', RU],
    [
      'uk',
      [
        'id',
        'назва',
        'сума',
        'створено',
        'день входу',
        'Замер',
        'зберегти як своє',
        'джерело',
        '3 квітня',
        'Заявка',
        'створити етап',
        'після «Договор»',
        'не брати',
        true,
        '',
      ],
    ],
    [
      'en',
      [
        'id',
        'title',
        'amount',
        'created',
        'the day a stage',
        'Замер',
        'keep it',
        'source',
        '3 April',
        'Заявка',
        'make the stage',
        'after Договор',
        'leave these',
        true,
        '',
      ],
    ],
  ] as const)('is asked about and imported (%s)', async (lang, answers) => {
    const made = await workspace()
    const { exit, heard, err, out } = await asked(made, [...IMPORT(made), '--lang', lang], answers)
    expect(`${heard.join('\n')}\n---\n${err}---\n${out}`).toMatchSnapshot()
    expect(exit).toBe(0)
    const { out: stages } = await made.run(['stage', 'list', '--format', 'json'])
    expect((JSON.parse(stages) as { stage: string }[]).map(({ stage }) => stage)).toEqual([
      'Заявка',
      'Замер',
      'Договор',
      'Ждём оплату',
      'Выиграно',
      'Отказ',
    ])
  })

  test('the flags and the profile say the same as the answers, to the byte', async () => {
    const answering = await workspace()
    const typing = await workspace()
    const ran = await made(answering)
    const next = readFileSync(ORDERS, 'utf8').replace('Думает', 'Замер').replaceAll('A-', 'B-')
    for (const one of [answering, typing]) writeFileSync(one.path('next.csv'), next)
    const flags = sameCommand(ran).slice(3)
    expect((await typing.run([...IMPORT(typing), ...flags, '--save-profile', 'orders'])).exit).toBe(0)
    const profiled = await answering.run([...IMPORT(answering, 'next.csv'), '--profile', 'orders'])
    const typed = await typing.run([...IMPORT(typing, 'next.csv'), ...flags])
    expect(profiled).toEqual({ ...typed, out: profiled.out, err: profiled.err })
    const copies = await Promise.all([answering, typing].map((one) => one.run(['export', 'all'])))
    expect(copies[0]).toEqual(copies[1])
    expect(copies[0]?.out.length).toBeGreaterThan(1000)
  })

  async function made(one: Trial) {
    const { ask } = person(RU)
    const ran = await one.run(IMPORT(one), { terminal: 80, ask })
    expect(ran.exit).toBe(0)
    return ran
  }

  test('again with the profile changes nothing, and asks nothing', async () => {
    const one = await workspace()
    await made(one)
    const { exit, out } = await one.run([...IMPORT(one), '--profile', 'orders', '--format', 'json'])
    const { created, updated, unchanged, skipped, rows } = JSON.parse(out)
    expect({ exit, created, updated, unchanged, skipped, rows }).toEqual({
      exit: 0,
      created: 0,
      updated: 0,
      unchanged: 5,
      skipped: 1,
      rows: 6,
    })
  })

  test('Ctrl-C at any question leaves everything as it was', async () => {
    const one = await workspace()
    const before = readFileSync(one.path('trial.db'))
    const names = readdirSync(one.folder)
    for (let k = 0; k < RU.length; k++) {
      const { ask } = person([...RU.slice(0, k), null])
      const { exit, out } = await one.run(IMPORT(one), { terminal: 80, ask })
      expect([k, exit, out]).toEqual([k, 130, ''])
      expect(readdirSync(one.folder)).toEqual(names)
    }
    expect(readFileSync(one.path('trial.db')).equals(before)).toBe(true)
  })

  test('others may write while a person thinks', async () => {
    const one = await workspace()
    let written = 0
    const { ask } = person(RU, async () => {
      const { exit } = await one.run(['deal', 'add', `Meanwhile ${written}`])
      if (exit === 0) written++
    })
    expect((await one.run(IMPORT(one), { terminal: 80, ask })).exit).toBe(0)
    const { out } = await one.run(['deal', 'list', '--format', 'json'])
    expect([written, JSON.parse(out).length]).toEqual([RU.length, RU.length + 5])
  })

  test.each([['--no-input'], ['--yes'], ['--quiet'], ['--format', 'json']])(
    '%s %s: nothing is asked',
    async (...more) => {
      const one = await workspace()
      const there = await one.run([...IMPORT(one), ...more], { terminal: WIDE })
      const elsewhere = await one.run([...IMPORT(one), ...more])
      expect([there.exit, there.err]).toEqual([65, elsewhere.err])
    },
  )

  test('a header that is not there is for the user to correct', async () => {
    const one = await workspace()
    const { exit, heard } = await asked(one, [...IMPORT(one), '--map', 'title=Nothing'], [])
    expect([exit, heard]).toEqual([65, []])
  })
})

describe('single questions', () => {
  const HEAD = 'ID,Title,Stage,Amount,Created on'

  test('nothing is asked of a file that is understood', async () => {
    const one = await workspace([HEAD, '1,A,Замер,5,2026-04-03'])
    expect(await asked(one, IMPORT(one), [])).toMatchObject({ exit: 0, heard: [] })
  })

  test('columns that nobody wants go at once', async () => {
    const one = await workspace([`${HEAD},X,Y,,Z`, '1,A,Замер,5,2026-04-03,1,2,3,4'])
    const { exit, heard, err } = await asked(one, IMPORT(one), ['не брать эту и', false])
    expect([exit, heard, err.split('\n').slice(2, 13)]).toMatchSnapshot()
  })

  test('rows without an id are told apart by two columns together', async () => {
    const one = await workspace([
      'Title,Stage,Created on,Manager',
      'A,Замер,2026-04-03,Anna',
      'A,Замер,2026-04-04,Anna',
      'B,Замер,2026-04-04,',
    ])
    const { exit, heard, err } = await asked(one, IMPORT(one), ['Title', 'Created on', 'ни с какой', false])
    expect([exit, heard, sameCommand({ exit, out: '', err }).slice(3)]).toMatchSnapshot()
  })

  test('no column says the stage', async () => {
    const one = await workspace(['ID,Title,Created on', '1,A,2026-04-03'])
    const { exit, heard } = await asked(one, IMPORT(one), ['ни в какой: все', 'Договор', false])
    expect([exit, heard]).toMatchSnapshot()
    const known = await asked(one, IMPORT(one), ['ни в какой: эти'])
    expect([known.exit, known.heard.length]).toEqual([0, 1])
  })

  test('one of several pipelines', async () => {
    const one = await workspace([HEAD, '1,A,Замер,5,2026-04-03'])
    await one.run(['pipeline', 'add', 'Опт', '--stages', 'Замер,Счёт'])
    const { exit, heard } = await asked(one, IMPORT(one), ['Опт', true, '', 'orders'])
    expect([exit, heard]).toMatchSnapshot()
  })

  test('a pipeline of the file that is not here', async () => {
    const lines = [`${HEAD},Pipeline`, '1,A,Старт,5,2026-04-03,Опт', '2,B,Финиш,5,2026-04-03,Опт']
    const one = await workspace(lines)
    const into = await asked(one, IMPORT(one), ['все в воронку', 'Заявка', 'Договор', false])
    expect([into.exit, into.heard]).toMatchSnapshot()
    const other = await workspace(lines)
    const make = await asked(other, IMPORT(other), ['создать воронку', 'Старт, Финиш', false])
    expect([make.exit, make.heard]).toMatchSnapshot()
  })

  test('several pipelines of the file that are not here: the import stops and says how they are made', async () => {
    const one = await workspace([
      `${HEAD},Pipeline`,
      '1,A,Замер,5,2026-04-03,Опт',
      '2,B,Замер,5,2026-04-03,Розница',
    ])
    const { exit, heard, err } = await asked(one, IMPORT(one), ['ни в какую', false])
    expect([exit, heard]).toMatchSnapshot()
    expect(err).toContain('voronka pipeline add "Опт" --stages "А,Б,В"')
  })

  test('rows put aside and mended are not told apart by what was wrong with them', async () => {
    const one = await workspace(['A,Сумма,line,problem', 'x,1,2,Нет этапа', 'y,1,3,Нет этапа'])
    const { heard } = await asked(
      one,
      [...IMPORT(one), '--map', 'title=A', '--set', 'stage=Заявка'],
      ['A', 'ни с какой', false],
    )
    expect(heard).toMatchSnapshot()
  })

  test('a decimal sign', async () => {
    const one = await workspace([HEAD, '1,A,Замер,"1,234",2026-04-03', '2,B,Замер,"5,678",2026-04-03'])
    const { exit, heard } = await asked(one, IMPORT(one), ['1\u00a0234', false])
    expect([exit, heard]).toMatchSnapshot()
  })

  test('a name that is taken is asked again, unless it is to be replaced', async () => {
    const lines = [`${HEAD},X`, '1,A,Замер,5,2026-04-03,1']
    const one = await workspace(lines)
    await asked(one, IMPORT(one), ['не брать', true, 'mine'])
    const again = await asked(one, IMPORT(one), ['сохранить', true, 'mine', false, 'other'])
    expect([again.exit, again.heard.slice(1)]).toMatchSnapshot()
    expect((await one.run([...IMPORT(one), '--profile', 'other'])).exit).toBe(0)
  })

  test('what is in the file cannot speak to the terminal', async () => {
    const one = await workspace([
      `${HEAD},"\u001b[2Jgate\u202e"`,
      '1,A,"\u001b]0;own\u0007ed",5,2026-04-03,\u009bx',
    ])
    const { heard, err } = await asked(one, IMPORT(one), ['не брать', 'Заявка', false])
    expect((heard.join('') + err).match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/g)).toBe(null)
  })
})

describe('other files', () => {
  test('history: what a row needs', async () => {
    const one = await workspace(['ID,Title,Stage,Created on', '1,A,Заявка,2026-04-01'])
    await one.run(IMPORT(one))
    writeFileSync(one.path('log.csv'), 'Ref,Where to,Day\n1,Замер,03/04/2026\n1,Думает,04/04/2026\n')
    const { exit, heard, err } = await asked(
      one,
      ['import', 'history', one.path('log.csv')],
      ['сделка', 'этап', 'когда', '3 апреля', 'Договор', false],
    )
    expect([exit, heard, err]).toMatchSnapshot()
  })

  test('contacts and companies', async () => {
    const one = await workspace(['Full name,Reach,Size', 'Anna Fox,anna@fox.example,5'])
    const contacts = await asked(
      one,
      ['import', 'contacts', one.path('orders.csv')],
      ['почта', 'сохранить', 'Reach', false],
    )
    expect([contacts.exit, contacts.heard]).toMatchSnapshot()
    writeFileSync(one.path('firms.csv'), 'Company name,Size\nFox,5\n')
    const companies = await asked(
      one,
      ['import', 'companies', one.path('firms.csv')],
      ['не брать', 'Company name', false],
    )
    expect([companies.exit, companies.heard]).toMatchSnapshot()
  })

  const records = (one: Trial, kind: string) => ['import', kind, one.path('orders.csv')]
  const last = async (one: Trial): Promise<string> =>
    JSON.parse((await one.run(['journal', '--limit', '1', '--format', 'json'])).out)[0].command.replaceAll(
      one.folder,
      'FOLDER',
    )

  test('activities: columns, the order of dates, what their kinds are', async () => {
    const one = await workspace(readFileSync(VISITS, 'utf8').trimEnd().split('\n'))
    const answers = ['id', 'вид', 'когда', 'не брать', '3 апреля', 'встреча', 'заметка', 'не брать', false]
    const { exit, heard, err, out } = await asked(one, records(one, 'activities'), answers)
    expect(`${heard.join('\n')}\n---\n${err}---\n${out}`).toMatchSnapshot()
    expect(exit).toBe(0)
    const { out: list } = await one.run(['activity', 'list', '--format', 'json'])
    const found = JSON.parse(list) as { kind: string; at: string; contact: string; text: string | null }[]
    expect(found.map(({ kind, at, contact, text }) => [kind, at.slice(0, 10), contact, text])).toEqual([
      ['note', '2026-04-06', 'Вера Дуб', 'Прислала письмо'],
      ['meeting', '2026-04-05', 'Вера Дуб', null],
      ['call', '2026-04-04', 'Борис Кот', 'Перезвонить'],
      ['meeting', '2026-04-03', 'Анна Лис', 'Обсудили окна'],
    ])
    const again = await one.run(wordsOf((await last(one)).replace('FOLDER', one.folder)))
    expect([again.exit, again.out.includes('без изменений')]).toEqual([0, true])
  })

  test('activities: no column says when, of what kind and with whom', async () => {
    const one = await workspace([
      'ID,A,B,C',
      '1,2026-04-03,anna@fox.example,x',
      '2,2026-04-04,boris@cat.example,y',
    ])
    const answers = ['не брать эту', 'A', 'ни в какой: все', 'письмо', 'B', false]
    const { exit, heard } = await asked(one, records(one, 'activities'), answers)
    expect([exit, heard, await last(one)]).toMatchSnapshot()
  })

  test('tasks: what is to be done, and what tells them apart', async () => {
    const one = await workspace([
      'Нужно,Кому,К дню',
      'Позвонить,Пётр,03/04/2026',
      'Замерить,Ольга,05/04/2026',
    ])
    const answers = ['не брать', 'менеджер', 'срок', 'Нужно', 'Нужно', '3 апреля', false]
    const { exit, heard } = await asked(one, records(one, 'tasks'), answers)
    expect([exit, heard, await last(one)]).toMatchSnapshot()
  })

  test('plans: how much, of what and for when', async () => {
    const one = await workspace(['Кто это,Сколько нужно,Регион', 'Пётр,"120,000",Юг', 'Ольга,"90,000",Север'])
    const answers = [
      'менеджер',
      'не брать',
      'отдел',
      'Сколько',
      'ни в какой: все на',
      'скоро',
      '2026-10',
      'ни в какой: во',
    ]
    const { exit, heard } = await asked(one, records(one, 'plans'), [...answers, 'выручка', '120', false])
    expect([exit, heard, await last(one)]).toMatchSnapshot()
    expect((await one.run(['plan', 'list', '--all', '--format', 'csv'])).out).toMatchSnapshot()
  })

  test.each(['activities', 'tasks', 'plans'])('%s: nobody is asked off a terminal', async (kind) => {
    const one = await workspace(['Ref,X', 'V-1,2'])
    const ran = await one.run(records(one, kind))
    expect([ran.exit, ran.err]).toMatchSnapshot()
    expect((await one.run([...records(one, kind), '--no-input'], { terminal: WIDE })).err).toBe(ran.err)
  })

  test('the journal keeps what was answered', async () => {
    const one = await workspace()
    await asked(one, IMPORT(one), RU)
    expect(await last(one)).toMatchSnapshot()
  })

  test('init --from asks the same, then the order of the stages', async () => {
    const one = trial({ env: { VORONKA_LANG: 'ru' } })
    writeFileSync(one.path('orders.csv'), readFileSync(ORDERS))
    const answers = [...RU.slice(0, 9), true, '', 'Киев', 'Думает,Замер,Ждём оплату']
    const { exit, heard, err } = await asked(
      one,
      ['init', '--from', one.path('orders.csv'), '--stage', '=skip'],
      answers,
    )
    expect([exit, heard, err]).toMatchSnapshot()
    expect((await one.run([...IMPORT(one), '--stage', '=skip', '--profile', 'orders'])).exit).toBe(0)
  })
})

test('a column that says its currency is likely an amount, a stage with more words the one it begins with', async () => {
  const lines = ['Сделка;Этап;Сумма, руб', 'Шкаф;Замер назначен;12 тыс', 'Стол;Заявка;42000 руб']
  const made = await workspace(lines)
  const { heard } = await asked(made, IMPORT(made), [
    'сумма',
    'Сделка: во всех',
    'ни с какой',
    'Замер',
    false,
  ])
  expect([heard[0], heard[3]].map((one) => one?.split(' | ')[0])).toEqual([
    'Колонка «Сумма, руб» (12 тыс · 42000 руб): что это? [сумма (amount)',
    '«Замер назначен» (строк: 1): какой это этап? [Замер',
  ])
})
