import { expect, test } from 'vitest'
import { type Trial, trial } from './world.ts'

const load = ({ run }: Trial, stdin: string, ...more: string[]) =>
  run(['import', 'deals', '-', ...more], { stdin })

async function shop(lang = 'en'): Promise<Trial> {
  const made = trial({ env: { VORONKA_LANG: lang } })
  await made.run(['init', '--pipeline', 'Sales', '--stages', 'New,Offer', '--lang', 'en'])
  return made
}

const REPEAT = 'id,title,pipeline,stage,created\n1,Balcony,Repeat "x",New,2026-09-01\n'

test.each(['en', 'ru', 'uk'])(
  'a pipeline that is not there, in %s: renamed while nothing is in it',
  async (lang) => {
    const made = await shop(lang)
    expect((await load(made, REPEAT)).err).toMatchSnapshot()
    await made.run(['deal', 'add', 'Door'])
    expect((await load(made, REPEAT)).err).toMatchSnapshot()
  },
)

test('the ways out are ways out', async () => {
  for (const way of [
    ['pipeline', 'edit', 'Sales', '--name', 'Repeat "x"'],
    ['pipeline', 'add', 'Repeat "x"', '--stages', 'New'],
  ]) {
    const made = await shop()
    expect((await made.run(way)).exit).toBe(0)
    expect((await load(made, REPEAT)).exit).toBe(0)
  }
  for (const way of [
    ['--set', 'pipeline=Sales'],
    ['--ignore', 'pipeline'],
  ])
    expect((await load(await shop(), REPEAT, ...way)).exit).toBe(0)
})

test.each(['deals', 'contacts', 'companies', 'history'])(
  'what columns of %s are, without a workspace',
  async (entity) => {
    const { run } = trial()
    const stdin = 'id,name,stage,date\n1,Ann,New,2026-09-01\n'
    const { exit, out } = await run(['import', entity, '-', '--explain-columns'], { stdin })
    expect({ exit, heading: out.split('\n')[0] }).toEqual({ exit: 0, heading: 'Columns of -' })
    expect((await run(['import', entity, '-'], { stdin })).exit).toBe(66)
    expect(
      (await run(['import', entity, '-', '--explain-columns', '--profile', 'crm'], { stdin })).exit,
    ).toBe(66)
  },
)

test('options that say no field, and columns that nothing claims, are told the fields', async () => {
  const made = await shop()
  const file = 'id,What\n1,Balcony\n'
  expect((await load(made, file, '--map', 'What')).err).toMatchSnapshot()
  expect((await load(made, file, '--map', 'titel=What')).err).toMatchSnapshot()
  expect((await load(made, file)).err).toMatchSnapshot()
})

const NAMESAKES = `id,title,stage,contact,company,created
1,Balcony,New,Ann Lind,,2026-09-01
2,Door,New,Ann Lind,Rose,2026-09-02
3,Roof,New,Bo Dahl,,2026-09-03
`

async function namesakes(lang?: string): Promise<Trial> {
  const made = await shop(lang)
  await made.run(['company', 'add', 'Rose'])
  await made.run(['contact', 'add', 'Ann Lind', '--email', 'a@example.com'])
  await made.run(['contact', 'add', 'Ann Lind', '--email', 'b@example.com', '--company', 'Rose'])
  await made.run(['contact', 'add', 'Bo Dahl'])
  return made
}

const contactsOf = async ({ run }: Trial) => {
  const deals = JSON.parse((await run(['deal', 'list', '--sort', 'id', '--format', 'json'])).out)
  return Object.fromEntries(
    deals.map(({ id, contacts }: { id: string; contacts: string[] }) => [id, contacts]),
  )
}

test.each(['en', 'ru', 'uk'])('nobody is chosen among namesakes, and it is said in %s', async (lang) => {
  const made = await namesakes(lang)
  expect((await load(made, NAMESAKES)).err).toMatchSnapshot()
  expect(await contactsOf(made)).toEqual({ d1: [], d2: ['Ann Lind'], d3: ['Bo Dahl'] })
  expect(JSON.parse((await made.run(['contact', 'list', '--format', 'json'])).out).length).toBe(3)
})

test('who was chosen here stays, and is said no more', async () => {
  const made = await namesakes()
  await load(made, NAMESAKES)
  await made.run(['deal', 'edit', 'd1', '--contact', 'c1'])
  const { warnings, unchanged } = JSON.parse((await load(made, NAMESAKES, '--format', 'json')).out)
  expect({ warnings, unchanged }).toEqual({ warnings: [], unchanged: 3 })
})

test('namesakes that were joined are one', async () => {
  const made = await namesakes()
  await made.run(['contact', 'merge', 'c1', 'c2'])
  const { warnings } = JSON.parse((await load(made, NAMESAKES, '--format', 'json')).out)
  expect(warnings).toEqual([])
  expect(await contactsOf(made)).toEqual({ d1: ['Ann Lind'], d2: ['Ann Lind'], d3: ['Bo Dahl'] })
})
