import { expect, test } from 'vitest'
import { person } from '../support/person.ts'
import { jsonOf } from './asking.ts'
import { type Trial, trial } from './world.ts'

/** Deals, people, companies and tasks whose ids elsewhere look like numbers here: `d2` is d1 here, and the other way round. */
async function shop(): Promise<Trial> {
  const made = trial()
  await made.run(['init', '--stages', 'New,Offer'])
  const load = async (what: string, stdin: string) =>
    expect([what, (await made.run(['import', what, '-'], { stdin })).exit]).toEqual([what, 0])
  await load('deals', 'id,title,stage\nd2,Windows,New\nd1,Doors,New\nd9,Roof,New\nd4,Floor,New\n')
  await load('contacts', 'id,name\nc2,Anna\nc1,Boris\n')
  await load('companies', 'id,name\no2,Acme\no1,Umbrella\n')
  await load('tasks', 'id,text\nt2,Call\nt1,Write\n')
  await load('activities', 'id,kind,date\na2,call,2026-09-01\na1,note,2026-09-02\n')
  return made
}

const WRITES = [
  ['deal', 'rm', 'd1'],
  ['deal', 'edit', 'd1', '--title', 'X'],
  ['deal', 'move', 'd1', 'Offer'],
  ['won', 'd1'],
  ['lost', 'd1'],
  ['contact', 'rm', 'c1'],
  ['contact', 'edit', 'c1', '--name', 'X'],
  ['contact', 'merge', 'Anna', 'c1'],
  ['company', 'rm', 'o1'],
  ['company', 'edit', 'o1', '--name', 'X'],
  ['company', 'merge', 'o1', 'Acme'],
  ['task', 'rm', 't1'],
  ['activity', 'rm', 'a1'],
  ['contact', 'add', 'Clara', '--company', 'o1'],
  ['deal', 'add', 'New', '--contact', 'c1'],
]
const READS = [
  ['deal', 'show', 'd1'],
  ['contact', 'show', 'c1'],
  ['company', 'show', 'o1'],
  ['task', 'show', 't1'],
  ['activity', 'show', 'a1'],
  ['deal', 'list', '--company', 'o1'],
]

test.each([...WRITES, ...READS].map((words) => [words.join(' '), words] as const))(
  '%s: neither of the two is taken',
  async (_, words) => {
    const { run } = await shop()
    const before = (await run(['export', 'all'])).out
    const { exit, out, err } = await run(words)
    expect([exit, out, err]).toMatchSnapshot()
    expect((await run(['export', 'all'])).out).toBe(before)
  },
)

test('each of the two by what it is', async () => {
  const made = await shop()
  const title = async (text: string) =>
    ((await jsonOf(made, 'deal', 'show', text)) as { title: string }).title
  expect([await title('id:d1'), await title('ext:d1'), await title('ID:D2'), await title('ext: d2')]).toEqual(
    ['Windows', 'Doors', 'Doors', 'Windows'],
  )
  // Of one record, of nobody here, of nobody elsewhere.
  expect([await title('d4'), await title('d9'), await title('d3')]).toEqual(['Floor', 'Roof', 'Roof'])
  const name = async (kind: string, text: string) =>
    ((await jsonOf(made, kind, 'show', text)) as { name: string }).name
  expect([await name('contact', 'id:c1'), await name('contact', 'ext:c1')]).toEqual(['Anna', 'Boris'])
  expect([await name('company', 'id:o1'), await name('company', 'ext:o1')]).toEqual(['Acme', 'Umbrella'])
  const { exit, err } = await made.run(['deal', 'show', 'ext:d3'])
  expect([exit, err]).toMatchSnapshot()
})

test('a removed deal keeps its number, and a merged person is who they became', async () => {
  const made = await shop()
  expect((await made.run(['deal', 'rm', 'id:d1'])).exit).toBe(0)
  expect((await made.run(['deal', 'rm', 'd1'])).exit).toBe(1)
  expect((await made.run(['contact', 'merge', 'id:c1', 'ext:c1'])).exit).toBe(0)
  expect((await made.run(['contact', 'show', 'c1'])).exit).toBe(0)
})

test('a person at a terminal chooses', async () => {
  const made = await shop()
  const { ask, heard } = person(['2. d2'])
  const { out } = await made.run(['deal', 'show', 'd1', '--format', 'csv'], { terminal: 80, ask })
  expect([heard, out.includes('Doors')]).toMatchSnapshot()
})
