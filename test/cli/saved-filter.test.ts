import { expect, test } from 'vitest'
import { firm } from '../support/firm.ts'
import { stateOf } from '../support/state.ts'
import { trial } from './world.ts'

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
    '0 No saved filters: voronka filter save NAME --manager Anna --status open\n',
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
    '0 Undone: operation 13 – removed filter “Вера в деле”\nTo do it again: voronka filter rm "Вера в деле"\n',
  )
  expect(stateOf(made.path('trial.db'))).toEqual(before)
})

test('a filter stays with its stage and pipeline when they are called otherwise; what is left without them is named', async () => {
  const made = trial({ now: '2026-10-14' })
  const run = async (...argv: string[]) => {
    const { exit, out, err } = await made.run(argv)
    return `${exit} ${out}${err}`
  }
  await run('init', '--stages', 'New,Offer,Bill')
  await run('pipeline', 'add', 'Repeat', '--stages', 'Call,Visit')
  await run('deal', 'add', 'Door', '--stage', 'Offer')
  await run('deal', 'add', 'Gate', '--stage', 'New')
  await run('filter', 'save', 'Offered', '--stage', 'offer', '--stage', 'Bill')
  await run('filter', 'save', 'Again', '--pipeline', 'Repeat', '--stage', 'Visit')
  await run('rule', 'add', 'Ask', '--stay', 'Offer', '--days', '3', '--task', 'Ask')
  await run('rule', 'add', 'Next', '--enter', 'Won', '--open', 'Repeat')
  await run('stage', 'edit', 'Offer', '--name', 'Proposal')
  await run('stage', 'add', 'Offer')
  await run('pipeline', 'edit', 'Repeat', '--name', 'Regulars')
  await run('pipeline', 'add', 'Repeat', '--stages', 'Visit')
  expect(await run('filter', 'list')).toMatchInlineSnapshot(`
    "0 name     options
    Again    --pipeline Regulars --stage Visit
    Offered  --stage Proposal --stage Bill
    "
  `)
  const { out } = await made.run(['deal', 'list', '--filter', 'Offered', '--format', 'json'])
  expect(JSON.parse(out)).toMatchObject([{ title: 'Door', stage: 'Proposal' }])
  await run('deal', 'move', 'Door', 'Bill')
  expect(await run('stage', 'rm', 'Proposal')).toMatchInlineSnapshot(`
    "0 Retired stage "Proposal": New → Bill → Offer
    Rules for it stay: r1 Ask. To remove one: voronka rule rm
    Saved filters that name it stay: Offered. To save one anew: voronka filter save; to remove it: voronka filter rm
    "
  `)
  expect(await run('stage', 'rm', 'Offer')).toMatchInlineSnapshot(`
    "0 Retired stage "Offer": New → Bill
    "
  `)
  expect(await run('pipeline', 'rm', 'Regulars')).toMatchInlineSnapshot(`
    "0 Removed pipeline "Regulars"
    Rules for it stay: r2 Next. To remove one: voronka rule rm
    Saved filters that name it stay: Again. To save one anew: voronka filter save; to remove it: voronka filter rm
    "
  `)
  expect(await run('doctor')).toMatch(/^0/)
  for (let n = 0; n < 8; n++) await run('undo')
  expect(await run('filter', 'list')).toMatchInlineSnapshot(`
    "0 name     options
    Again    --pipeline Repeat --stage Visit
    Offered  --stage offer --stage Bill
    "
  `)
})
