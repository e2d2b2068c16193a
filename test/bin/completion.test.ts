import { spawnSync } from 'node:child_process'
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

const has = (shell: string) => spawnSync(shell, ['--version']).status === 0

/** What fish offers for each line, and where it begins a word anew. */
test.skipIf(!has('fish'))('fish offers the same (where it is installed)', () => {
  const offered = (line: string) =>
    home.shell(`fish --no-config -c 'voronka completion fish | source; complete -C"${line}"'`).out.split('\n')
  expect([
    offered('voronka fun')[0]?.split('\t')[0],
    offered('voronka call анна'),
    offered('voronka deal move d2 дог'),
    offered('voronka funnel --mode=sn'),
    offered('voronka --db sal'),
  ]).toEqual([
    'funnel',
    ['Анна Иванова', ''],
    ['Договор подписан', ''],
    ['--mode=snapshot', ''],
    ['sales.db', ''],
  ])
})

test.skipIf(!has('zsh'))('zsh takes what is given to it (where it is installed)', () => {
  const line =
    'autoload -Uz compinit; compinit -u -d zcompdump; source <(voronka completion zsh); print $_comps[voronka]'
  expect(home.shell(`zsh -f -c '${line}'`)).toEqual({ exit: 0, out: '_voronka\n', err: '' })
})

test('a shell that is not known is refused', () => {
  expect(home.shell('voronka completion tcsh').exit).toBe(2)
})
