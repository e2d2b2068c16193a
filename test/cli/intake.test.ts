import { expect, test } from 'vitest'
import { trial } from './world.ts'

const LEAD = { name: 'Анна', phone: '+79161234567', title: '3 окна', amount: 120000, source: 'сайт' }

test('an inquiry of a web form: once with an id, once with a key, and nothing twice', async () => {
  const { run } = trial({ now: '2026-10-14' })
  await run(['init', '--stages', 'Заявка,Замер', '--currency', 'RUB', '--timezone', 'Europe/Moscow'])
  const take = async (lead: object, ...options: string[]) => {
    const line = ['import', 'deals', '-', '--system', 'site', '--set', 'stage=Заявка', ...options]
    const { exit, out } = await run([...line, '--format', 'json'], { stdin: JSON.stringify(lead) })
    const { created, unchanged, problems } = JSON.parse(out)
    return { exit, created, unchanged, problems }
  }
  const with17 = { id: 'web-17', ...LEAD }
  expect(await take(with17)).toEqual({ exit: 0, created: 1, unchanged: 0, problems: [] })
  expect(await take(with17)).toEqual({ exit: 0, created: 0, unchanged: 1, problems: [] })
  const other = { ...LEAD, title: 'Балкон' }
  expect(await take(other, '--key', 'phone,title')).toMatchObject({ exit: 0, created: 1 })
  expect(await take(other, '--key', 'phone,title')).toMatchObject({ exit: 0, created: 0, unchanged: 1 })
  const { out } = await run(['deal', 'list', '--format', 'json', '--sort', 'id'])
  expect(
    (JSON.parse(out) as Record<string, unknown>[]).map(({ title, stage, amount, source, contacts }) => [
      title,
      stage,
      amount,
      source,
      contacts,
    ]),
  ).toEqual([
    ['3 окна', 'Заявка', 120000, 'сайт', ['Анна']],
    ['Балкон', 'Заявка', 120000, 'сайт', ['Анна']],
  ])
  const call = {
    id: 'c-1',
    kind: 'call',
    direction: 'in',
    at: '2026-10-13T10:00:00+03:00',
    phone: '89161234567',
  }
  const called = await run(['import', 'activities', '-', '--format', 'json'], { stdin: JSON.stringify(call) })
  expect(JSON.parse(called.out)).toMatchObject({ created: 1, rejected: 0 })
  const listed = await run(['activity', 'list', '--contact', 'Анна', '--format', 'ndjson'])
  expect(listed.exit).toBe(2)
  expect(
    JSON.parse((await run(['activity', 'list', '--contact', 'Анна', '--format', 'json'])).out),
  ).toHaveLength(1)
})

test.each(['activities', 'tasks', 'plans'])('%s come back from JSON and NDJSON', async (what) => {
  const { run } = trial({ now: '2026-10-14' })
  await run(['init', '--stages', 'New', '--currency', 'USD', '--timezone', 'Europe/Kyiv'])
  await run(['plan', 'set', 'revenue', '1000.50'])
  await run(['import', 'tasks', '-'], { stdin: 'id,task,due\n1,Call,2026-10-20\n2,Write,2026-10-21 10:00\n' })
  await run(['import', 'activities', '-'], { stdin: 'id,type,date,client\n1,note,2026-10-02,Ann; Lee\n' })
  const rows = what === 'tasks' ? 2 : 1
  for (const format of ['json', 'ndjson']) {
    const text = (await run(['export', what, '--format', format])).out
    const again = await run(['import', what, '-', '--format', 'json'], { stdin: text })
    expect(JSON.parse(again.out)).toMatchObject({ created: 0, updated: 0, unchanged: rows, rejected: 0 })
  }
})
