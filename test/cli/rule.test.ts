import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { claimEntry, retryEntry } from '../../src/store/rules/outbox.ts'
import { Store } from '../../src/store/store.ts'
import type { Executed } from '../../src/world.ts'
import { person } from '../support/person.ts'
import { type Trial, textOf, trial } from './world.ts'

async function office(now = '2026-10-14 10:00'): Promise<Trial> {
  const made = trial({ now })
  for (const line of [
    ['init', '--stages', 'New,Proposal,Invoice', '--timezone', 'Europe/Kyiv'],
    ['pipeline', 'add', 'Repeat', '--stages', 'Call,Visit'],
    ['manager', 'add', 'Anna'],
    ['field', 'add', 'Promised', '--type', 'date'],
    ['contact', 'add', 'Ivan Kit', '--email', 'ivan@kit.example'],
  ])
    await done(made, line)
  return made
}

async function done(made: Trial, line: readonly string[], now?: string): Promise<string> {
  const { exit, err } = await made.run(line, now === undefined ? {} : { now })
  expect({ line, exit, err: exit === 0 ? '' : err }).toEqual({ line, exit: 0, err: '' })
  return err
}

async function json<T = Record<string, unknown>[]>(made: Trial, ...line: string[]): Promise<T> {
  return JSON.parse((await made.run([...line, '--format', 'json'])).out)
}

const DOOR = ['deal', 'add', 'Door', '--contact', 'Ivan', '--manager', 'Anna', '--amount', '100']

test('a deal that enters a stage gets its task, with the move and without it', async () => {
  const made = await office()
  expect(
    await done(made, [
      ...['rule', 'add', 'Send it', '--enter', 'Proposal'],
      ...[
        '--task',
        'Send the proposal to {contact.name}: {deal.title}, {deal.amount}',
        '--due',
        'tomorrow 09:30',
      ],
    ]),
  ).toBe(
    'Made rule r1 "Send it": enters "Proposal" → task "Send the proposal to {contact.name}: {deal.title}, {deal.amount}", due tomorrow 09:30\n',
  )
  await done(made, DOOR)
  // The clocks go back in the night before the 25th.
  expect(await done(made, ['deal', 'move', 'Door', 'Proposal'], '2026-10-24 18:00')).toBe(
    `d1 Door: New → Proposal
Rule "Send it": task t1 "Send the proposal to Ivan Kit: Door, $100", due Sun 25 Oct 2026 09:30, Anna
`,
  )
  expect(await json(made, 'task', 'list')).toMatchObject([
    { due: '2026-10-25T09:30:00+02:00', manager: 'Anna', contact: 'Ivan Kit', deal: 'd1' },
  ])
  await done(made, ['undo'])
  expect(await json(made, 'task', 'list')).toEqual([])
  await done(made, ['deal', 'move', 'Door', 'Proposal', '--dry-run'])
  expect(await json(made, 'task', 'list')).toEqual([])
  await done(made, ['doctor'])
})

test('what came before the rule is left alone unless it reaches back; a deal that is moved again gets another task', async () => {
  const made = await office()
  await done(made, DOOR, '2026-10-01')
  await done(made, ['deal', 'move', 'Door', 'Proposal'], '2026-10-02')
  await done(made, ['rule', 'add', 'Now', '--enter', 'Proposal', '--task', 'From now'])
  expect(await json(made, 'task', 'list')).toEqual([])
  await done(made, [
    'rule',
    'add',
    'Back',
    '--enter',
    'Proposal',
    '--task',
    'Since then',
    '--since',
    '2026-10-01',
  ])
  await done(made, ['deal', 'move', 'Door', 'New'], '2026-10-15')
  await done(made, ['deal', 'move', 'Door', 'Proposal'], '2026-10-16')
  const texts = (await json(made, 'task', 'list')).map(({ text }) => text)
  expect(texts.sort()).toEqual(['From now', 'Since then', 'Since then'])
})

test('a stay longer than so many days is seen by any write, and once', async () => {
  const made = await office()
  await done(made, [
    'rule',
    'add',
    'Three days',
    '--stay',
    'Proposal',
    '--days',
    '3',
    '--task',
    'Ask {contact.name}',
  ])
  await done(made, DOOR)
  await done(made, ['deal', 'move', 'Door', 'Proposal'])
  expect(await done(made, ['rule', 'run'], '2026-10-17 09:00')).toBe('Nothing is due\n')
  expect(await done(made, ['manager', 'add', 'Boris'], '2026-10-18 11:00')).toBe(
    'Added m2 Boris\nRule "Three days": task t1 "Ask Ivan Kit", due Sat 17 Oct 2026, Anna\n',
  )
  expect(await done(made, ['rule', 'run'], '2026-10-19')).toBe('Nothing is due\n')
  // It came along with another change and comes again without it; taken back alone, it is a no.
  await done(made, ['undo'], '2026-10-19')
  expect(await json(made, 'task', 'list')).toEqual([])
  expect(await done(made, ['rule', 'run'], '2026-10-20')).toBe(
    '1 rule firing\nRule "Three days": task t2 "Ask Ivan Kit", due Sat 17 Oct 2026, Anna\n',
  )
  await done(made, ['undo'], '2026-10-20')
  expect(await json(made, 'task', 'list')).toEqual([])
  expect(await done(made, ['rule', 'run'], '2026-10-21')).toBe('Nothing is due\n')
  await done(made, ['doctor'])
})

test('days of a stay end at the same time of day, also when the clocks change', async () => {
  const made = trial({ now: '2026-10-23 12:00' })
  await done(made, ['init', '--stages', 'New,Offer', '--timezone', 'Europe/Kyiv'])
  await done(made, ['rule', 'add', 'Two', '--stay', 'New', '--days', '2', '--task', 'Ask'])
  await done(made, ['deal', 'add', 'Door'], '2026-10-24 12:00')
  expect(await done(made, ['rule', 'run'], '2026-10-26 11:59')).toBe('Nothing is due\n')
  expect(await done(made, ['rule', 'run'], '2026-10-26 12:00')).toBe(
    '1 rule firing\nRule "Two": task t1 "Ask", due Mon 26 Oct 2026\n',
  )
  await done(made, ['doctor'])
})

test('a move that is taken back takes along a task that came of the stay', async () => {
  const made = await office()
  await done(made, ['rule', 'add', 'Three days', '--stay', 'Proposal', '--days', '3', '--task', 'Ask'])
  await done(made, DOOR)
  await done(made, ['deal', 'move', 'Door', 'Proposal'])
  const [last] = await json(made, 'journal', '--limit', '1')
  await done(made, ['rule', 'run'], '2026-10-18')
  expect((await json(made, 'task', 'list')).length).toBe(1)
  await done(made, ['undo', String(last?.['operation'])], '2026-10-18')
  expect(await json(made, 'task', 'list')).toEqual([])
  await done(made, ['doctor'])
})

test('a field is set as of the event, and a deal opened with the same people', async () => {
  const made = await office()
  await done(made, ['rule', 'add', '--leave', 'New', '--set', 'источник={deal.manager}'])
  await done(made, [
    'rule',
    'add',
    '--enter',
    'won',
    '--open',
    'Repeat',
    '--title',
    '{deal.title} again',
    '--with-amount',
  ])
  await done(made, DOOR, '2026-10-14 10:00')
  expect(await done(made, ['won', 'Door', '--at', '2026-10-15 12:00'], '2026-10-16')).toBe(
    `d1 Door: New → Won, Thu 15 Oct 2026 12:00
Rule "New": source of d1 is "Anna" now
Rule "Won": opened d2 "Door again" in "Repeat"
`,
  )
  expect(await json(made, 'deal', 'show', 'd2')).toMatchObject({
    pipeline: 'Repeat',
    stage: 'Call',
    manager: 'Anna',
    contacts: ['Ivan Kit'],
    amount: 100,
    history: [{ at: '2026-10-15T12:00:00+03:00', origin: 'rule' }],
  })
  const { history } = await json<{ history: Record<string, unknown>[] }>(made, 'deal', 'show', 'd1')
  expect(history.at(-1)).toMatchObject({ kind: 'source', value: 'Anna', origin: 'rule' })
  await done(made, ['undo'])
  expect(await made.run(['deal', 'show', 'd2'])).toMatchObject({ exit: 1 })
  await done(made, ['doctor'])
})

test('rules that would go round without end are refused', async () => {
  const made = await office()
  await done(made, ['rule', 'add', 'There', '--enter', 'New', '--open', 'Repeat'])
  expect(await made.run(['rule', 'add', 'Back', '--enter', 'Call', '--open', 'Sales'])).toEqual({
    exit: 1,
    out: '',
    err: 'These rules would set one another off without end: There → Back\n',
  })
  expect(
    await made.run(['rule', 'add', 'Self', '--stay', 'New', '--days', '1', '--open', 'Sales']),
  ).toMatchObject({
    err: 'Rule "Self" would set itself off without end: it opens a deal in the stage that it waits for\n',
  })
})

test('a rule that fails says so, the move stands, and it is tried again when told', async () => {
  const made = await office()
  await done(made, ['rule', 'add', 'For Anna', '--enter', 'Proposal', '--task', 'Send', '--manager', 'Anna'])
  await done(made, ['manager', 'edit', 'Anna', '--inactive'])
  await done(made, ['deal', 'add', 'Door'])
  expect(await done(made, ['deal', 'move', 'Door', 'Proposal'])).toBe(
    `d1 Door: New → Proposal
Rule "For Anna" did nothing for d1: Anna works here no more. Then: voronka rule retry
`,
  )
  expect((await made.run(['rule', 'list'])).out).toMatchInlineSnapshot(`
    "id  rule      when a deal        what happens  is  done  last failure
    r1  For Anna  enters "Proposal"  task "Send"   on     0  d1: Anna works here no more
    "
  `)
  await done(made, ['manager', 'edit', 'Anna', '--active'])
  expect(await done(made, ['rule', 'retry'])).toBe(
    'Again: 0 texts, 1 firing\nRule "For Anna": task t1 "Send", due Wed 14 Oct 2026, Anna\n',
  )
  await done(made, ['doctor'])
})

test('a manager who was merged is who they became, in the rule and in the deal', async () => {
  const made = await office()
  await done(made, ['manager', 'add', 'Anna B', '--email', 'b@kit.example'])
  await done(made, ['rule', 'add', 'For B', '--enter', 'Proposal', '--task', 'Send', '--manager', 'Anna B'])
  await done(made, [
    'rule',
    'add',
    'Who',
    '--enter',
    'Proposal',
    '--message',
    '{manager.name} {manager.email}',
  ])
  await done(made, ['deal', 'add', 'Door', '--manager', 'Anna B'])
  await done(made, ['manager', 'merge', 'm1', 'm2'])
  expect(await done(made, ['deal', 'move', 'Door', 'Proposal'])).toBe(
    `d1 Door: New → Proposal
Rule "For B": task t1 "Send", due Wed 14 Oct 2026, Anna
Rule "Who": message about d1 → screen
"Who", d1:
Anna b@kit.example
`,
  )
})

test('a text goes to a command on its stdin after the change, and is not sent twice', async () => {
  const made = await office()
  const sent: { argv: readonly string[]; input: string }[] = []
  const answers: Executed[] = []
  const execute = async (argv: readonly string[], input: string): Promise<Executed> => {
    sent.push({ argv, input })
    return answers.shift() ?? { how: 'ended', exit: 0, output: '' }
  }
  const run = (...line: string[]) => made.run(line, { execute })
  await run(
    'rule',
    'add',
    'Mail',
    '--enter',
    'Proposal',
    '--message',
    'To: {contact.email}\n\nDear {contact.name}',
    '--command',
    'mailer',
    '--command=-t',
  )
  await done(made, DOOR)
  answers.push({ how: 'ended', exit: 3, output: 'no route' })
  expect((await run('deal', 'move', 'Door', 'Proposal')).err).toBe(
    `d1 Door: New → Proposal
Rule "Mail": message about d1 → command
Rule "Mail" could not send its text about d1: the command ended with 3: no route. Again: voronka rule retry 1
`,
  )
  expect((await made.run(['rule', 'retry', '1'], { execute, now: '2026-10-15' })).err).toBe(
    'Again: 1 text, 0 firings\nRule "Mail" sent its text about d1, which had waited\n',
  )
  const mail = { argv: ['mailer', '-t'], input: 'To: ivan@kit.example\n\nDear Ivan Kit' }
  expect(sent).toEqual([mail, mail])
  await run('undo')
  await run('deal', 'move', 'Door', 'Proposal')
  expect(sent.length).toBe(2)
  expect((await run('rule', 'outbox')).out).toMatchInlineSnapshot(`
    "id  rule  deal  is    text
    1   Mail  d1    sent  To: ivan@kit.example⏎⏎Dear Ivan Kit
    "
  `)
})

async function withMail() {
  const made = await office()
  await done(made, ['rule', 'add', 'Mail', '--enter', 'Proposal', '--message', 'Hi', '--command', 'mailer'])
  await done(made, DOOR)
  return made
}

test('what cannot be sent is said in silence too, its long answer in short', async () => {
  const made = await withMail()
  const output = 'no route\n'.repeat(90)
  const execute = async (): Promise<Executed> => ({ how: 'ended', exit: 3, output })
  const { exit, err } = await made.run(['deal', 'move', 'Door', 'Proposal', '--quiet'], { execute })
  expect(exit).toBe(0)
  expect(err).toBe(
    `Rule "Mail" could not send its text about d1: the command ended with 3: ${'no route '.repeat(34).slice(0, 300)}…. Again: voronka rule retry 1\n`,
  )
})

test('what was cut off is failed once its time is over, also where the clock was set back', async () => {
  const made = await withMail()
  const cutOff = async () => {
    throw new Error('gone')
  }
  const clock = Date.UTC(2026, 9, 14, 9)
  expect((await made.run(['deal', 'move', 'Door', 'Proposal'], { execute: cutOff, clock })).exit).toBe(70)
  const later = (at: number) => made.run(['rule', 'run'], { clock: at })
  expect((await later(clock + 29_000)).err).toBe('Nothing is due\n')
  expect((await later(clock - 86_400_000)).err).toBe(`Nothing is due
Rule "Mail" could not send its text about d1: it was cut off, and whether the text went out nobody knows. Again: voronka rule retry 1
`)
})

test('a workspace that is busy after the change does not take the change for refused', async () => {
  const made = await withMail()
  const other = Store.open(made.path('trial.db'))
  const execute = async (): Promise<Executed> => {
    other.db.raw.exec('begin immediate')
    return { how: 'ended', exit: 0, output: '' }
  }
  const { exit, err } = await made.run(['deal', 'move', 'Door', 'Proposal', '--quiet'], { execute })
  other.db.raw.exec('rollback')
  other.close()
  expect({ exit, err: err.replace(/\S*trial.db/, 'FILE') }).toEqual({
    exit: 0,
    err: 'The change is made, but not all that rules have to send is sent: FILE is busy: another Voronka is writing to it. Try again in a moment. The rest goes out with the next change, or at once: voronka rule run\n',
  })
  await done(made, ['doctor'])
}, 20_000)

test('what is about to be sent is on the disk before it is', async () => {
  const made = await withMail()
  expect((await made.run(['deal', 'move', 'Door', 'Proposal'])).err).toContain('commands cannot be run here')
  const store = Store.open(made.path('trial.db'))
  retryEntry(store, 1)
  expect(claimEntry(store, 1, 0)).toBe(true)
  expect(store.db.raw.pragma('synchronous', { simple: true })).toBe(2)
  store.close()
})

test('names and titles from outside are values and nothing else', async () => {
  const made = await office()
  const folder = made.path('letters')
  await done(made, [
    'rule',
    'add',
    '--enter',
    'Proposal',
    '--message',
    'Subject: {deal.title}\n\n{contact.name}',
    '--folder',
    folder,
  ])
  await done(made, ['contact', 'add', '{deal.title} $(rm -rf ~) `x`'])
  await done(made, ['deal', 'add', '../../x {contact.email}\nBcc: all@example.com', '--contact', 'c2'])
  await done(made, ['deal', 'edit', 'd1', '--title', 'a\u2028Bcc: b\u0085c\u001b[31m/../{contact.name}'])
  await done(made, ['deal', 'move', 'd1', 'Proposal'])
  expect(readdirSync(folder)).toEqual(['r1-d1-1.txt'])
  expect(textOf(`${folder}/r1-d1-1.txt`)).toMatchInlineSnapshot(`
    "Subject: a Bcc: b c [31m/../{contact.name}

    {deal.title} $(rm -rf ~) \`x\`
    "
  `)
})

test('a command that came with a copy is not run until it is let', async () => {
  const made = await office()
  await done(made, ['rule', 'add', 'Mail', '--enter', 'Proposal', '--message', 'Hi', '--command', 'mailer'])
  await done(made, ['rule', 'add', 'Stay', '--stay', 'New', '--days', '2', '--task', 'Call'])
  await done(made, DOOR)
  await done(made, ['rule', 'run'], '2026-10-17')
  await done(made, ['export', 'all', '--output', made.path('copy.json')])
  const other = trial({ now: '2026-10-18' })
  await done(other, ['init', '--stages', 'A'])
  await done(other, ['import', 'all', made.path('copy.json')])
  expect(await json(other, 'rule', 'list')).toMatchObject([
    { name: 'Mail', allowed: false, done: 0 },
    { name: 'Stay', done: 1, waiting: 0 },
  ])
  const commands: string[] = []
  const execute = async ([command = '']: readonly string[]): Promise<Executed> => {
    commands.push(command)
    return { how: 'ended', exit: 0, output: '' }
  }
  expect((await other.run(['deal', 'move', 'Door', 'Proposal'], { execute })).err).toMatchInlineSnapshot(`
    "d1 Door: New → Proposal
    Rule "Mail": message about d1 → command
    The command of rule "Mail" came with a copy and is not run. Look at it (voronka rule show r1) and let it run: voronka rule edit r1 --allow-command
    "
  `)
  expect(commands).toEqual([])
  await other.run(['rule', 'edit', 'Mail', '--allow-command'], { execute })
  expect(commands).toEqual(['mailer'])
  expect((await json(other, 'task', 'list')).length).toBe(1)
  await done(other, ['doctor'])
})

test('a copy is restored as it was: what rules have due waits for the next write', async () => {
  const made = await office()
  await done(made, ['rule', 'add', 'Stay', '--stay', 'New', '--days', '2', '--task', 'Call'])
  await done(made, DOOR)
  const copy = made.path('copy.json')
  await done(made, ['export', 'all', '--output', copy])
  const other = trial({ now: '2026-10-20' })
  await done(other, ['import', 'all', copy])
  expect((await other.run(['export', 'all'])).out).toBe(textOf(copy))
  await done(other, ['doctor'])
  expect(await done(other, ['manager', 'add', 'Vera'])).toMatch(/\nRule "Stay": task t1 "Call", due /)
})

test('ready sets name their stage themselves where that is clear', async () => {
  const made = await office()
  expect(await done(made, ['rule', 'preset', 'add', 'invoice'])).toBe(
    'Made for "Invoice": "Invoice, 2 days", "Invoice, 3 days"\n',
  )
  expect(await done(made, ['rule', 'preset', 'add', 'кп'])).toBe('Made for "Proposal": "Proposal, 3 days"\n')
  expect(await done(made, ['rule', 'preset', 'add', 'callback'])).toBe(
    'Made for "New": "Call back as promised"\nThe day is that of --field "Promised day=fri"; a deal without it gets the task at once\n',
  )
  expect(await done(made, ['rule', 'preset', 'add', 'reactivation', '--lang', 'ru'])).toBe(
    'Для «Won, Lost» заведено: «Полгода после выигрыша», «Три месяца после отказа»\n',
  )
})

test('a set whose stage is not clear asks for it at a terminal', async () => {
  const made = trial({ now: '2026-10-14' })
  await done(made, ['init', '--stages', 'Lead,Talk', '--currency', 'EUR', '--timezone', 'Europe/Berlin'])
  const add = ['rule', 'preset', 'add', 'invoice']
  expect(await made.run(add)).toEqual({
    exit: 1,
    out: '',
    err: 'No one stage is clearly meant: name it with --stage. There are: Lead, Talk\n',
  })
  const { ask, heard } = person(['Talk'])
  expect((await made.run(add, { terminal: 80, ask })).err).toBe(
    'Made for "Talk": "Invoice, 2 days", "Invoice, 3 days"\n',
  )
  expect(heard).toEqual(['Which stage is it for? [Lead | Talk] ⏎ Talk'])
})

test('what would happen is shown and not done', async () => {
  const made = await office()
  await done(made, DOOR, '2026-10-12')
  await done(made, ['deal', 'move', 'Door', 'Proposal'], '2026-10-13')
  await done(made, ['rule', 'add', 'Send it', '--enter', 'Proposal', '--task', 'Send to {контакт.имя}'])
  expect((await made.run(['rule', 'test', '--period', 'this-week'])).out).toMatchInlineSnapshot(`
    "d1 · Tue 13 Oct 2026 12:00 · Rule "Send it": task "Send to Ivan Kit", due Tue 13 Oct 2026, Anna
    "
  `)
  expect(await made.run(['rule', 'test'])).toEqual({ exit: 0, out: '', err: 'Nothing would happen\n' })
  expect((await made.run(['rule', 'test', 'r1', '--deal', 'Door'])).out).toMatchInlineSnapshot(`
    "d1 · Tue 13 Oct 2026 12:00 · Rule "Send it": task "Send to Ivan Kit", due Tue 13 Oct 2026, Anna
    "
  `)
  expect(await json(made, 'task', 'list')).toEqual([])
})

test.each([
  [['--task', 'x'], 'Say when, once: --enter STAGE, --leave STAGE, or --stay STAGE --days N\n'],
  [
    ['--enter', 'New'],
    'Say what happens, once: --task TEXT, --set FIELD=VALUE, --open PIPELINE or --message TEXT\n',
  ],
  [['--stay', 'New', '--task', 'x'], 'Say how long: --stay STAGE --days 3\n'],
  [['--enter', 'New', '--set', 'source=x', '--due', 'tomorrow'], '--due goes with --task\n'],
  [
    ['--enter', 'New', '--task', '{deal.colour}'],
    'Nothing is called {deal.colour}. There are: {deal.id}, {deal.title}, {deal.amount}, {deal.cost}, {deal.currency}, {deal.stage}, {deal.pipeline}, {deal.manager}, {deal.company}, {deal.contact}, {deal.source}, {deal.product}, {deal.expected}, {contact.name}, {contact.phone}, {contact.email}, {contact.position}, {contact.company}, {company.name}, {company.phone}, {company.email}, {company.website}, {manager.name}, {manager.email}, {event.date}, {deal.Promised}\n',
  ],
])('rule add %j is refused', async (flags, err) => {
  const made = await office()
  const ran = await made.run(['rule', 'add', ...flags])
  expect(ran).toEqual({ exit: ran.exit, out: '', err })
  expect(ran.exit).not.toBe(0)
})

test('the ready sets are listed without a word too', async () => {
  const { run } = trial({ env: { VORONKA_LANG: 'ru' } })
  await run(['init', '--stages', 'Заявка,Предложение'])
  const listed = await run(['rule', 'preset', 'list'])
  expect([listed.exit, listed.out.split('\n').length]).toEqual([0, 6])
  expect(await run(['правило', 'набор'])).toEqual(listed)
})
