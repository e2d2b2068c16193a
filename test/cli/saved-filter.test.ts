import { expect, test } from 'vitest'
import { firm } from '../support/firm.ts'
import { stateOf } from '../support/state.ts'

test('options are saved, used in lists and reports, shown and removed', async () => {
  const made = await firm({ env: { VORONKA_LANG: 'en' } })
  const run = async (...argv: string[]) => {
    const { exit, out, err } = await made.run(argv)
    return `${exit} ${out}${err}`
  }
  const ids = async (...argv: string[]) => {
    const { out } = await made.run([...argv, '--format', 'json'])
    return (JSON.parse(out) as { id: string }[]).map(({ id }) => id)
  }
  expect(await run('filter', 'list')).toBe(
    '0 name  options\nNo saved filters: voronka filter save NAME --manager Anna --status open\n',
  )
  expect(await run('filter', 'save', 'Вера в деле', '--manager', 'Вера Лис', '--status', 'open')).toBe(
    '0 Saved filter Вера в деле: --manager "Вера Лис" --status open. To use it: --filter\n',
  )
  expect(await ids('deal', 'list', '--filter', 'вера В ДЕЛЕ')).toEqual(['d2', 'd1'])
  expect(await ids('deal', 'list', '--filter', 'Вера в деле', '--status', 'lost')).toEqual([])
  expect((await made.run(['funnel', 'all', '--filter', 'Вера в деле', '--format', 'json'])).out).toBe(
    (await made.run(['funnel', 'all', '--manager', 'Вера', '--status', 'open', '--format', 'json'])).out,
  )
  expect(await run('filter', 'show', 'Вера в деле')).toMatchInlineSnapshot(`
    "0 Вера в деле

    --manager  Вера Лис
    --status   open
    "
  `)
  expect(await run('filter', 'save', 'x', '--manager', 'Nobody')).toMatchInlineSnapshot(`
    "1 There is no manager "Nobody". There is: Вера Лис. All of them: voronka manager list. To add it: voronka manager add "Nobody"
    "
  `)
  expect(await run('filter', 'save', 'x')).toMatchInlineSnapshot(`
    "2 Say what to save: voronka filter save NAME --manager Anna --status open
    "
  `)
  expect(await run('deal', 'list', '--filter', 'y')).toMatchInlineSnapshot(`
    "1 There is no saved filter "y". There are: Вера в деле
    "
  `)
  const before = stateOf(made.path('trial.db'))
  expect(await run('filter', 'rm', 'Вера в деле')).toBe('0 Removed filter Вера в деле\n')
  expect(await run('undo')).toBe(
    '0 Undone: operation 13 – removed: filter “Вера в деле” (voronka filter rm "Вера в деле")\n',
  )
  expect(stateOf(made.path('trial.db'))).toEqual(before)
})
