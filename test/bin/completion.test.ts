import { beforeAll, expect, test } from 'vitest'
import { Terminal } from '../support/at-terminal.ts'
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

/** What stands on the last lines of a real bash once keys were typed and Tab pressed so many times. */
async function typed(keys: string, tabs = 1): Promise<string[]> {
  const bash = new Terminal(home, 'bash', ['--norc', '-i'], 30, { PS1: '$ ', INPUTRC: '/dev/null' })
  await bash.shows('$ ')
  await bash.type('source <(voronka completion bash); clear\r')
  const before = bash.text.split('\n').length
  await bash.type(keys)
  for (let i = 0; i < tabs; i++) await bash.type('\t')
  return bash
    .kill()
    .split('\n')
    .slice(before - 1)
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
])('%s⇥', async (keys, line) => {
  expect((await typed(keys)).at(-1)).toBe(`$ ${line}`)
})

test('several are listed with what they are', async () => {
  expect(await typed('voronka deal move d', 2)).toMatchInlineSnapshot(`
    [
      "$ voronka deal move d",
      "d2  (Дверь · Заявка)           d1  (Балкон, 3 окна · Заявка)",
      "$ voronka deal move d",
    ]
  `)
})

test('what several names have in common is written so that a shell takes it for a name', async () => {
  for (const last of ['Один', 'Два'])
    expect(home.shell(`voronka contact add 'x\`touch owned\`; Лис ${last}' --quiet`).exit).toBe(0)
  expect(await typed('voronka call x')).toEqual(['$ voronka call x\\`touch\\ owned\\`\\;\\ Лис\\'])
})

test('other shells are given what is theirs', () => {
  for (const shell of ['zsh', 'fish']) {
    const { exit, out } = home.shell(`voronka completion ${shell}`)
    expect([exit, out.includes('__complete')]).toEqual([0, true])
  }
  expect(home.shell('voronka completion tcsh').exit).toBe(2)
})
