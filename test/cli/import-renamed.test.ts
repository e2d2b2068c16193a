import { expect, test } from 'vitest'
import { type Trial, textOf, trial } from './world.ts'

const FILE =
  'id,title,pipeline,stage,manager,created\n1,One,Sales,Talks,Ann,2026-10-01\n2,Two,Sales,New,Ann,2026-10-02\n'

async function shop(): Promise<Trial> {
  const made = trial()
  await made.run(['init', '--pipeline', 'Sales', '--stages', 'New,Talks'])
  await made.run(['import', 'deals', '-'], { stdin: FILE })
  return made
}

async function rename({ run }: Trial): Promise<void> {
  for (const line of [
    ['stage', 'edit', 'Talks', '--name', 'Negotiation'],
    ['pipeline', 'edit', 'Sales', '--name', 'Windows'],
    ['manager', 'edit', 'Ann', '--name', 'Anna Lind'],
  ])
    expect((await run(line)).exit).toBe(0)
}

async function imported({ run }: Trial, command: readonly string[], stdin?: string) {
  const { exit, out } = await run([...command, '--format', 'json'], stdin === undefined ? {} : { stdin })
  const { created, updated, unchanged, problems } = JSON.parse(out)
  return { exit, created, updated, unchanged, problems }
}

const UNCHANGED = { exit: 0, created: 0, updated: 0, unchanged: 2, problems: [] }

test('a file goes on saying the old names of a stage, a pipeline and a manager', async () => {
  const made = await shop()
  await rename(made)
  expect(await imported(made, ['import', 'deals', '-'], FILE)).toEqual(UNCHANGED)
  const moved = FILE.replace('Two,Sales,New', 'Two,Sales,Talks')
  expect(await imported(made, ['import', 'deals', '-'], moved)).toEqual({
    ...UNCHANGED,
    updated: 1,
    unchanged: 1,
  })
  expect((await made.run(['deal', 'list', '--format', 'csv', '--sort', 'id'])).out).toMatchInlineSnapshot(`
    "id,externalId,externalSystem,title,pipeline,stage,status,manager,company,contacts,amount,currency,createdAt,closedAt,expectedClose,source,product,lostReason,tags
    d1,1,file,One,Windows,Negotiation,open,Anna Lind,,,,USD,2026-10-01,,,,,,
    d2,2,file,Two,Windows,Negotiation,open,Anna Lind,,,,USD,2026-10-02,,,,,,
    "
  `)
})

test('an export made before the renaming changes nothing', async () => {
  const made = await shop()
  for (const [entity, name] of [
    ['deals', 'deals.csv'],
    ['history', 'history.csv'],
  ] as const)
    await made.run(['export', entity, '--output', made.path(name)])
  await rename(made)
  expect(await imported(made, ['import', 'deals', made.path('deals.csv')])).toEqual(UNCHANGED)
  const { problems, created, updated } = await imported(made, ['import', 'history', made.path('history.csv')])
  expect({ problems, created, updated }).toEqual({ problems: [], created: 0, updated: 0 })
})

test('an old name finds its stage and pipeline at the terminal, until another has it', async () => {
  const made = await shop()
  const { run } = made
  await rename(made)
  expect((await run(['deal', 'move', 'd2', 'talks'])).err).toMatchInlineSnapshot(`
    "d2 Two: New → Negotiation
    "
  `)
  expect((await run(['pipeline', 'show', 'sales', '--format', 'json'])).exit).toBe(0)
  await run(['stage', 'add', 'Talks', '--first'])
  expect((await run(['deal', 'move', 'd1', 'talks'])).err).toMatchInlineSnapshot(`
    "d1 One: Negotiation → Talks
    "
  `)
})

test('a name that two stages had before is nobody’s', async () => {
  const made = await shop()
  const { run } = made
  await rename(made)
  await run(['stage', 'add', 'Talks'])
  await run(['stage', 'edit', 'Talks', '--name', 'Phone'])
  const { exit, problems } = await imported(made, ['import', 'deals', '-'], FILE)
  expect({ exit, problems }).toMatchInlineSnapshot(`
    {
      "exit": 65,
      "problems": [
        {
          "column": "stage",
          "line": 2,
          "message": "There is no such stage in the pipeline "Windows" (New, Negotiation, Phone). Say what it is: --stage "Talks=STAGE|won|lost|skip", or make it: --create-stages "Talks"",
          "value": "Talks",
        },
      ],
    }
  `)
})

test('stages to be made are not made again under the name they had', async () => {
  const made = await shop()
  await rename(made)
  const command = ['import', 'deals', '-', '--create-stages', 'New,Talks,Contract']
  const moved = FILE.replace('Two,Sales,New', 'Two,Sales,Contract')
  expect((await imported(made, command, moved)).updated).toBe(1)
  const stages = JSON.parse((await made.run(['stage', 'list', '--format', 'json'])).out)
  expect(stages.map(({ stage }: { stage: string }) => stage)).toEqual([
    'New',
    'Negotiation',
    'Contract',
    'Won',
    'Lost',
  ])
})

test('old names go with a renaming taken back, come with a full copy, and are forgotten when given back', async () => {
  const made = await shop()
  const { run, path } = made
  await run(['stage', 'edit', 'Talks', '--name', 'Phone'])
  await run(['undo'])
  await run(['stage', 'edit', 'Talks', '--name', 'Talk'])
  await run(['stage', 'edit', 'Talk', '--name', 'Negotiation'])
  await run(['stage', 'edit', 'Negotiation', '--name', 'Talks'])
  await rename(made)
  await run(['export', 'all', '--output', path('copy.json')])
  const copy = JSON.parse(textOf(path('copy.json')))
  expect(copy.stages.map(({ name, aliases }: Record<string, unknown>) => ({ name, aliases }))).toEqual([
    { name: 'New', aliases: [] },
    { name: 'Negotiation', aliases: ['Talk', 'Talks'] },
    { name: 'Won', aliases: [] },
    { name: 'Lost', aliases: [] },
  ])
  expect(copy.pipelines).toEqual([{ id: 1, name: 'Windows', aliases: ['Sales'] }])
  const env = { VORONKA_DB: path('other.db') }
  await run(['init', '--stages', 'Any'], { env })
  await run(['import', 'all', path('copy.json')], { env })
  const again = await run(['import', 'deals', '-', '--format', 'json'], { env, stdin: FILE })
  expect(JSON.parse(again.out).unchanged).toBe(2)
  expect((await run(['doctor'])).exit).toBe(0)
})
