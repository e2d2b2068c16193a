import { copyFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COMMANDS } from '../../src/cli/commands.ts'
import { exampleIn } from '../../src/cli/line/help.ts'
import { wordsFor } from '../../src/words/words.ts'
import { type Trial, trial } from './world.ts'

/** What some examples need to be there, in a new workspace; the others run on that of `demo`. */
const BEFORE: Readonly<Record<string, readonly string[]>> = {
  demo: [],
  init: [],
  'activity rm': ['init --stages Inquiry', 'import activities calls.csv'],
  'activity show': ['init --stages Inquiry', 'import activities calls.csv'],
  'company rm': ['init --stages Inquiry', 'company add Daisy'],
  'contact rm': ['init --stages Inquiry', 'contact add Anna'],
  done: ['init --stages Inquiry', 'import tasks tasks.csv --key Task,Due'],
  'dashboard rm': ['init --stages Inquiry', 'dashboard save monday funnel'],
  'dashboard save': ['init --stages Inquiry'],
  'filter save': ['init --stages Inquiry,Offer'],
  'filter show': ['init --stages Inquiry,Offer', 'filter save hot --status open'],
  'filter rm': ['init --stages Inquiry,Offer', 'filter save hot --status open'],
  'field edit': ['init --stages Inquiry', 'field add Region --type choice --choices North,South'],
  'field rm': ['init --stages Inquiry', 'field add Region'],
  'fx rm': ['init --stages Inquiry', 'fx add 2026-10-14 EUR 1.1'],
  'handover back': [
    'init --stages Inquiry',
    'manager add Anna',
    'manager add Boris',
    'deal add Balcony --manager Anna',
    'handover Anna --to Boris',
  ],
  'want add': ['init --stages Inquiry', 'contact add Anna'],
  'want arrived': ['init --stages Inquiry', 'contact add Anna', 'want add c1 Oak door'],
  'want rm': ['init --stages Inquiry', 'contact add Anna', 'want add c1 Oak door'],
  'holiday rm': ['init --stages Inquiry', 'holiday add 2026-12-31'],
  'import all': ['init --stages Inquiry', 'export all --output copy.json'],
  'manager rm': ['init --stages Inquiry', 'manager add Anna'],
  'pipeline rm': ['init --stages Inquiry', 'pipeline add "Repeat sales" --stages Offer'],
  'reference save': ['init --stages Inquiry', 'deal add Balcony --at 2026-08-01'],
  'reference show': ['init --stages Inquiry', 'reference save "Best quarter" --template'],
  'reference rm': ['init --stages Inquiry', 'reference save Norm --template'],
  restore: ['init --stages Inquiry', 'backup crm-2026-10-14.db'],
  'stage add': ['init --stages Inquiry,Offer'],
  'task edit': ['init --stages Inquiry', 'import tasks tasks.csv --key Task,Due'],
  'task move': [
    'init --stages Inquiry',
    'import tasks tasks.csv --key Task,Due',
    'task add "write up" --due today',
  ],
  'rule show': ['init --stages Inquiry,Proposal', 'rule add "Send it" --enter Proposal --task Send'],
  'rule edit': ['init --stages Inquiry,Proposal', 'rule add "Send it" --enter Proposal --task Send'],
  'rule rm': ['init --stages Inquiry,Proposal', 'rule add "Send it" --enter Proposal --task Send'],
  'rule add': ['init --stages Inquiry,Proposal'],
  'rule preset': ['init --stages Inquiry,Proposal'],
  'task rm': ['init --stages Inquiry', 'import tasks tasks.csv --key Task,Due'],
  'task show': ['init --stages Inquiry', 'import tasks tasks.csv --key Task,Due'],
  'task list': ['init --stages Inquiry', 'manager add Anna'],
  'plan set': ['init --stages Inquiry', 'manager add Anna'],
  'bonus add': ['init --stages Inquiry', 'manager add Anna'],
  'bonus edit': ['init --stages Inquiry', 'bonus add 3%'],
  'bonus rm': ['init --stages Inquiry', 'bonus add 3%'],
  'plan rm': ['init --stages Inquiry', 'plan set calls 400'],
  'stage edit': ['init --stages Inquiry,Offer', 'stage add Measuring'],
  'stage rm': ['init --stages Inquiry,Offer', 'stage add Measuring'],
}

const FILES = {
  'calls.csv': 'Date,Time,Caller,Callee,Status,Duration\n2026-09-01,10:15,101,+14155550123,ANSWERED,75\n',
  'plans.csv': 'Manager,2026-01,2026-02\nAnna,1000,2000\n',
  'holidays.csv': 'Date,Name\n2027-01-01,New Year\n',
  'tasks.csv': 'Task,Due,Manager\nCall back,2026-10-20,Anna\n',
  'visits.csv': 'Date,Client,Manager\n2026-09-03 11:00,Daisy,Anna\n',
  'deals.csv': 'ID,Title,Stage,Amount\n1,Balcony,Inquiry,100\n',
  'firms.csv': 'Name,Website\nDaisy,daisy.example\n',
  'people.csv': 'ID,Name,Email\n1,Anna Fox,anna@fox.example\n',
  'morning.txt': 'call c1 "agreed on the price" # at last\ndeal add Balcony --contact c1\n',
  'log.csv':
    'deal,stage,at\n1,Inquiry,2026-09-01\n1,Paid,2026-09-05\n2,Inquiry,2026-09-02\n2,Declined,2026-09-09\n',
}

const EXAMPLES = COMMANDS.flatMap(({ name, examples = [] }) => examples.map((line) => ({ name, line })))
const home = process.cwd()

let demo: Trial
beforeAll(async () => {
  demo = trial()
  expect((await demo.run(['demo', '--db', demo.path('demo.db')])).exit).toBe(0)
})
afterAll(() => process.chdir(home))

test.each(EXAMPLES)('$line', async ({ name, line }) => {
  const { folder, path, run } = trial()
  process.chdir(folder)
  for (const [file, text] of Object.entries(FILES)) writeFileSync(path(file), text)
  const before = BEFORE[name]
  if (before === undefined) copyFileSync(demo.path('demo.db'), path('trial.db'))
  for (const step of before ?? []) expect((await run(wordsOf(step))).exit).toBe(0)
  const { exit, err } = await run(wordsOf(line).slice(1))
  expect({ exit, said: exit === 0 ? '' : err }).toEqual({ exit: 0, said: '' })
})

describe.each(['ru', 'uk'] as const)('in %s', (lang) => {
  const words = wordsFor(lang)
  const said = ({ line }: { line: string }) => ({ line: exampleIn(line, words) })

  test('nothing is left in English that people would not write so', () => {
    const written = EXAMPLES.map(said).flatMap(({ line }) => wordsOf(line))
    const english = /^[A-Z][a-z]+$|[a-z]{2}.* | .*[a-z]{2}/
    expect(written.filter((text) => english.test(text) && !/\p{Script=Cyrillic}/u.test(text))).toEqual([])
  })

  const verbs = 'add call meet mail message note lost search journal funnel activity response'.split(' ')
  const plain = EXAMPLES.filter(({ name }) => [...verbs, 'task add', 'task load', 'want add'].includes(name))
  test.each(plain.map(said))('$line', async ({ line }) => {
    const { path, run } = trial({ env: { VORONKA_LANG: lang } })
    copyFileSync(demo.path('demo.db'), path('trial.db'))
    const { exit, err } = await run(wordsOf(line).slice(1))
    expect({ exit, said: exit === 0 ? '' : err }).toEqual({ exit: 0, said: '' })
  })
})

/** As a shell takes a line apart. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
}
