import { expect, test } from 'vitest'
import { commandLines } from '../../src/cli/line/command-lines.ts'
import { stateOf } from '../support/state.ts'
import { trial } from './world.ts'

async function room() {
  const made = trial()
  await made.run(['init', '--stages', 'New,Offer', '--currency', 'EUR', '--quiet'])
  await made.run(['contact', 'add', 'Anna Fox', '--quiet'])
  return made
}

const LINES = `# in the morning
call c1 "agreed on the price" --next "send the contract tomorrow"
voronka deal add Balcony --contact 'Anna Fox' --amount 1200 --tag a --tag b   # a new one

сделка перевести Balcony Offer
deal edit Balcony --amount=1300
`

test('lines are one operation, each sees what those before it did', async () => {
  const { run, path } = await room()
  const before = stateOf(path('trial.db'))
  expect(await run(['batch'], { stdin: LINES })).toMatchInlineSnapshot(`
    {
      "err": "Noted a1: call · c1 Anna Fox · answered · “agreed on the price”
    Next t1: Thu 15 Oct 2026 – send the contract
    Added d1 Balcony: New · €1,200
    d1 Balcony: New → Offer
    Changed d1 Balcony: amount €1,200 → €1,300
    Done 4 lines. Take it all back: voronka undo 3
    ",
      "exit": 0,
      "out": "",
    }
  `)
  expect((await run(['deal', 'list', '--format', 'csv'])).out).toMatchInlineSnapshot(`
    "id,externalId,externalSystem,title,pipeline,stage,status,manager,company,contacts,amount,currency,createdAt,closedAt,expectedClose,source,product,lostReason,tags
    d1,,,Balcony,Sales,Offer,open,,,Anna Fox,1300,EUR,2026-10-14T12:00:00+00:00,,,,,,a; b
    "
  `)
  expect((await run(['doctor'])).exit).toBe(0)
  expect((await run(['undo', '3'])).exit).toBe(0)
  expect(stateOf(path('trial.db'))).toEqual(before)
})

test('what is written is the same whether it is said or not', async () => {
  const more = `call c1 sent the contract
lost d1 --reason Price --next "ask again 2027-05-03"
task add "call back tomorrow" --about c1
done t1
`
  const written = async (...argv: string[]) => {
    const { run, path } = await room()
    expect((await run(['batch', ...argv], { stdin: LINES + more })).exit).toBe(0)
    return stateOf(path('trial.db'))
  }
  expect(await written('--quiet')).toEqual(await written())
})

test('a day that was read before is read anew where the settings are others', async () => {
  const { run } = await room()
  const lines = ['task add "call tomorrow 10:00"', 'task add "write tomorrow 10:00"']
  const stdin = [...lines, 'config set timezone Europe/Kyiv', ...lines].join('\n')
  expect((await run(['batch', '--quiet'], { stdin })).exit).toBe(0)
  const tasks = JSON.parse((await run(['task', 'list', '--format', 'json'])).out) as { due: string }[]
  expect(tasks.map(({ due }) => new Date(due).toISOString())).toEqual([
    '2026-10-15T07:00:00.000Z',
    '2026-10-15T07:00:00.000Z',
    '2026-10-15T10:00:00.000Z',
    '2026-10-15T10:00:00.000Z',
  ])
})

test('a bad line: nothing is written', async () => {
  const { run, path } = await room()
  const before = stateOf(path('trial.db'))
  expect(await run(['batch'], { stdin: `${LINES}deal move Balcony Nowhere\n` })).toMatchInlineSnapshot(`
    {
      "err": "Line 7: There is no stage "Nowhere" in pipeline "Sales". There are: New, Offer, Won, Lost. All of them: voronka stage list. To add it: voronka stage add "Nowhere"
    Nothing was written. To write the other lines all the same: --keep-going
    ",
      "exit": 65,
      "out": "",
    }
  `)
  expect(await run(['batch', '--quiet'], { stdin: 'deal add One\ndeal move Balcony Offer' })).toEqual({
    exit: 65,
    out: '',
    err: 'Line 2: There is no deal "Balcony". There is: One. All of them: voronka deal list\n',
  })
  expect(stateOf(path('trial.db'))).toEqual(before)
  expect(await run(['batch', '--dry-run', '--quiet'], { stdin: LINES })).toEqual({
    exit: 0,
    out: '',
    err: '',
  })
  expect(stateOf(path('trial.db'))).toEqual(before)
})

test('a folder is no file of lines, and an option is named as it is typed', async () => {
  const { run, path } = await room()
  expect(await run(['batch', path('.')])).toEqual({
    exit: 65,
    out: '',
    err: `${path('.')} is a folder. Name a file of command lines in it\n`,
  })
  expect(await run(['batch', '-'], { stdin: 'deal add One --dry-run' })).toEqual({
    exit: 65,
    out: '',
    err: `Line 1: --dry-run is for the whole: give it to voronka batch or voronka dashboard, not to a line
Nothing was written. To write the other lines all the same: --keep-going
`,
  })
})

test('with --keep-going the others are written', async () => {
  const { run } = await room()
  const stdin = [
    'deal add One',
    'deal add "open',
    'deal move Nobody Offer',
    'init',
    'deal add Two --now 2026-01-01',
    'deal frobnicate',
    'undo',
    'help deal',
    'deal add Two',
  ].join('\n')
  const { exit, out, err } = await run(['batch', '-', '--keep-going', '--format', 'json'], { stdin })
  expect(exit).toBe(65)
  expect(err).toMatchInlineSnapshot(`
    "Added d1 One: New
    Line 2: A quote is never closed
    Line 3: There is no deal "Nobody". There is: One. All of them: voronka deal list
    Line 4: This cannot be done within a batch: run it by itself
    Line 5: --now is for the whole: give it to voronka batch or voronka dashboard, not to a line
    Line 6: There is no command "deal frobnicate". Did you mean voronka show frobnicate? After "deal" comes: add, list, show, edit, rm, move. All commands: voronka help
    Line 7: This cannot be done within a batch: run it by itself
    Line 8: This is no command that does something
    Added d2 Two: New
    Done 2 lines, failed 7. Take it all back: voronka undo 3
    "
  `)
  const results = JSON.parse(out) as { line: number; result: { id: string } | null; error: string | null }[]
  expect(results.map(({ line, result }) => [line, result?.id ?? null])).toEqual([
    [1, 'd1'],
    [2, null],
    [3, null],
    [4, null],
    [5, null],
    [6, null],
    [7, null],
    [8, null],
    [9, 'd2'],
  ])
  expect((await run(['doctor'])).exit).toBe(0)
})

test('what only reads is shown', async () => {
  const { run } = await room()
  expect(await run(['batch'], { stdin: 'contact list\nstage list\n' })).toMatchInlineSnapshot(`
    {
      "err": "Done 2 lines
    ",
      "exit": 0,
      "out": "id  name      phone  e-mail  company  manager  source
    c1  Anna Fox

    pipeline  stage  kind  probability  norm, days  open deals
    Sales     New    open          33%                       0
    Sales     Offer  open          67%                       0
    Sales     Won    won          100%                       0
    Sales     Lost   lost           0%                       0
    ",
    }
  `)
})

test('no such file, no text', async () => {
  const { run } = await room()
  expect(await run(['batch', 'nowhere.txt'])).toEqual({
    exit: 66,
    out: '',
    err: 'There is no file nowhere.txt.\n',
  })
  expect((await run(['batch'], { stdin: new Uint8Array([0xff, 0xfe, 0, 65]) })).exit).toBe(65)
})

test('words are those of a shell', () => {
  const words = (text: string) => commandLines(text).map((line) => [line.line, ...line.words, line.isOpen])
  expect(words(`a "b \\" c"d 'e "f' g\\ h\r\n\n  # x\nvoronka z '' #\ni#j`)).toEqual([
    [1, 'a', 'b " cd', 'e "f', 'g h', false],
    [4, 'z', '', false],
    [5, 'i#j', false],
  ])
  expect(words('call "c1')).toEqual([[1, 'call', true]])
})

test('lists in a batch keep to their saved filters', async () => {
  const { run } = await room()
  await run(['filter', 'save', 'offered', '--stage', 'Offer'])
  const lines = 'deal add Door\ndeal add Balcony --stage Offer\ndeal list --filter offered\n'
  const { exit, out } = await run(['batch', '--format', 'json'], { stdin: lines })
  const last = (JSON.parse(out) as { result: { title: string }[] }[]).at(-1)
  expect([exit, last?.result.map(({ title }) => title)]).toEqual([0, ['Balcony']])
})
