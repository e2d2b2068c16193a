import { expect, test } from 'vitest'
import { trial } from './world.ts'

test('a field of one’s own goes by its own name, be it a word of the program or of its language', async () => {
  const { run } = trial()
  const said = async (...argv: string[]) => (await run(argv)).err
  const shown = async (...argv: string[]) => (await run(argv)).out
  await run(['init', '--stages', 'New', '--timezone', 'UTC', '--currency', 'EUR'])
  await run(['field', 'add', 'limit', '--for', 'contact'])
  for (const name of ['constructor', '__proto__']) await run(['field', 'add', name])
  await run(['contact', 'add', 'Zoe', '--field', 'limit=5'])
  await run(['deal', 'add', 'One', '--field', 'constructor=a', '--field', '__proto__=x'])
  await run(['deal', 'add', 'Two'])

  expect(await said('contact', 'edit', 'Zoe', '--field', 'limit=7')).toBe('Changed c1 Zoe: limit 5 → 7\n')
  expect(await said('deal', 'edit', 'd1', '--field', 'constructor=b', '--field', '__proto__=y')).toBe(
    'Changed d1 One: constructor a → b · __proto__ x → y\n',
  )
  expect((await shown('deal', 'list', '--format', 'csv')).split('\n').slice(1)).toEqual([
    'd2,,,Two,Sales,New,open,,,,,EUR,2026-10-14T12:00:00+00:00,,,,,,,,',
    'd1,,,One,Sales,New,open,,,,,EUR,2026-10-14T12:00:00+00:00,,,,,,,b,y',
    '',
  ])
  expect((await shown('funnel', 'all', '--by', 'constructor')).split('\n')[0]).toBe(
    'Funnel “Sales” by “constructor” · all time · deals created in the period',
  )
})
