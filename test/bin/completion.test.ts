import { spawn } from '@lydell/node-pty'
import { beforeAll, expect, test } from 'vitest'
import { Screen } from '../support/screen.ts'
import { type Spawned, spawned } from '../support/spawned.ts'

let home: Spawned
beforeAll(() => {
  home = spawned({ VORONKA_DB: 'sales.db', LC_ALL: 'C.UTF-8', VORONKA_LANG: 'ru' })
  const lines = [
    'init --stages "Заявка,Замер,Договор подписан" --currency RUB',
    'contact add "Анна Иванова"',
    'contact add "Борис Ким"',
    'deal add "Балкон, 3 окна" --contact Анна',
    'deal add Дверь',
  ]
  for (const line of lines)
    expect(home.shell(`voronka ${line} --quiet`)).toEqual({ exit: 0, out: '', err: '' })
})

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** What stands on the last line of a real bash once keys were typed and Tab pressed so many times. */
async function typed(keys: string, tabs = 1): Promise<string[]> {
  const terminal = spawn('bash', ['--norc', '-i'], {
    cols: 80,
    rows: 30,
    cwd: home.folder,
    env: { ...home.env, PS1: '$ ', INPUTRC: '/dev/null' } as Record<string, string>,
  })
  const screen = new Screen(80)
  let heard = 0
  terminal.onData((text) => {
    screen.write(text)
    heard = Date.now()
  })
  const quiet = async () => {
    heard = Date.now()
    while (Date.now() - heard < 700) await pause(50)
  }
  await quiet()
  terminal.write('source <(voronka completion bash); clear\r')
  await quiet()
  const before = screen.text.split('\n').length
  terminal.write(keys)
  for (let i = 0; i < tabs; i++) {
    terminal.write('\t')
    await quiet()
  }
  terminal.kill()
  return screen.text.split('\n').slice(before - 1)
}

test.each([
  ['voronka fun', 'voronka funnel'],
  ['voronka deal mo', 'voronka deal move'],
  ['voronka сделк', 'voronka сделка'],
  ['voronka deal list --man', 'voronka deal list --manager'],
  ['voronka call анна', 'voronka call Анна\\ Иванова'],
  ['voronka call "Бор', 'voronka call "Борис Ким"'],
  ['voronka deal move d1 дог', 'voronka deal move d1 Договор\\ подписан'],
  ['voronka show Балк', 'voronka show Балкон\\,\\ 3\\ окна'],
  ['voronka funnel --mode=sn', 'voronka funnel --mode=snapshot'],
  ['voronka --db sal', 'voronka --db sales.db'],
])(
  '%s⇥',
  async (keys, line) => {
    expect((await typed(keys)).at(-1)).toBe(`$ ${line}`)
  },
  20_000,
)

test('several are listed with what they are', async () => {
  expect(await typed('voronka deal move d', 2)).toMatchInlineSnapshot(`
    [
      "$ voronka deal move d",
      "d2  (Дверь · Заявка)           d1  (Балкон, 3 окна · Заявка)",
      "$ voronka deal move d",
    ]
  `)
}, 20_000)

test('what several names have in common is written so that a shell takes it for a name', async () => {
  for (const last of ['Один', 'Два'])
    expect(home.shell(`voronka contact add 'x\`touch owned\`; Лис ${last}' --quiet`).exit).toBe(0)
  expect(await typed('voronka call x')).toEqual(['$ voronka call x\\`touch\\ owned\\`\\;\\ Лис\\'])
}, 20_000)

test('other shells are given what is theirs', () => {
  for (const shell of ['zsh', 'fish']) {
    const { exit, out } = home.shell(`voronka completion ${shell}`)
    expect([exit, out.includes('__complete')]).toEqual([0, true])
  }
  expect(home.shell('voronka completion tcsh').exit).toBe(2)
})
