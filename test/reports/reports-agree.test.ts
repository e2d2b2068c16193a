import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Run } from '../../src/cli/command.ts'
import { forecastRun } from '../../src/cli/forecast/forecast.ts'
import { funnel } from '../../src/cli/funnel/funnel.ts'
import { planReport } from '../../src/cli/plan/report.ts'
import { activityRun } from '../../src/cli/reports/activity-report.ts'
import { conversion } from '../../src/cli/reports/conversion.ts'
import { durations } from '../../src/cli/reports/durations.ts'
import { losses } from '../../src/cli/reports/losses.ts'
import { retention } from '../../src/cli/reports/retention.ts'
import { stuck } from '../../src/cli/reports/stuck.ts'
import { team } from '../../src/cli/reports/team.ts'
import { weakest } from '../../src/cli/reports/weakest.ts'
import { demoYear } from '../../src/domain/demo.ts'
import { addDays } from '../../src/domain/time/date.ts'
import { Zone } from '../../src/domain/time/zone.ts'
import { fillDemo } from '../../src/store/demo.ts'
import { mergeManagers } from '../../src/store/people/managers.ts'
import { writeSetting } from '../../src/store/settings.ts'
import { Store } from '../../src/store/store.ts'
import { demoWords } from '../../src/words/demo.ts'
import { askReport, WORLD } from '../support/asking.ts'
import { flowQuestion, optionsOf, periodText } from '../support/flow-reference.ts'
import { type Act, emptyWorkspace, enter, reasonOf, type Story, story } from '../support/story.ts'

/** A report's JSON: which keys it has, each test knows. */
// biome-ignore lint/suspicious/noExplicitAny: keys are read by those who compare them
type Json = any

/** What is asked of every report alike. */
interface Question {
  period: string
  options: Readonly<Record<string, unknown>>
}

type Ask = (report: Run, more?: Readonly<Record<string, unknown>>) => Promise<Json>

const asker =
  (store: Store, { period, options }: Question): Ask =>
  async (report, more = {}) =>
    (await askReport(report, store, period, { ...options, ...more })).json()

/** Deals won, lost and open, as a report says them; undefined where it does not. */
interface Closed {
  deals?: number
  won?: number
  lost?: number
  open?: number
  winRate?: number | null
  low?: number | null
  high?: number | null
  wonAmount?: number
  averageWon?: number | null
  openAmount?: number
}

const round = (x: number, digits: number) => Math.round(x * 10 ** digits) / 10 ** digits
const sum = (list: readonly Json[], key: string): number =>
  round(
    list.reduce((all, one) => all + one[key], 0),
    2,
  )

const ofSnapshot = ({ totals, stages }: Json): Closed => ({
  deals: totals.deals,
  won: totals.won,
  lost: totals.lost,
  open: totals.open,
  winRate: totals.winRate,
  low: totals.winRateLow,
  high: totals.winRateHigh,
  wonAmount: totals.wonAmount,
  // Open deals of stages no longer in use have no row.
  openAmount: sum(stages.slice(0, -1), 'amount'),
})
const ofTeam = ({ deals, won, lost, open, winRate, low, high, wonAmount, averageWon, openAmount }: Json) =>
  ({ deals, won, lost, open, winRate, low, high, wonAmount, averageWon, openAmount }) satisfies Closed
const ofLosses = ({ deals, closed, lossRate, lossRateLow, lossRateHigh }: Json): Closed => {
  const not = (share: number | null) => (share === null ? null : round(1 - share, 4))
  return {
    won: closed - deals,
    lost: deals,
    winRate: not(lossRate),
    low: not(lossRateHigh),
    high: not(lossRateLow),
  }
}
const ofDurations = ({ velocity, cycle, timeToLoss }: Json): Closed => {
  const { won, lost, winRate, winRateLow: low, winRateHigh: high, averageWon } = velocity
  expect([cycle.n + cycle.presumed, timeToLoss.n + timeToLoss.presumed]).toEqual([won, lost])
  return { won, lost, winRate, low, high, averageWon }
}

/** What both say is the same. */
function agree(name: string, a: Closed, b: Closed): void {
  const shared = Object.keys(a).filter((key) => Object.hasOwn(b, key)) as (keyof Closed)[]
  const of = (one: Closed) => shared.map((key) => [key, one[key]])
  expect([name, of(a)]).toEqual([name, of(b)])
}

/** The groups of two reports by the same thing: a group that only one of them has is empty of what the other tells. */
function agreeByGroup(
  name: string,
  of: (group: Json) => Closed,
  groups: Json[],
  all: Json[],
  empty: Closed = { won: 0, lost: 0 },
): void {
  const others = new Map(groups.map((group) => [group.key, of(group)]))
  for (const group of all) {
    agree(`${name} of ${group.key}`, others.get(group.key) ?? empty, ofTeam(group))
    others.delete(group.key)
  }
  // What was in work in the period but neither closed in it nor open at T, `durations` names alone.
  for (const [key, own] of others) agree(`${name} alone of ${key}`, own, { won: 0, lost: 0 })
}

/** Plans and deeds are of managers alone, and as they are known now. */
const isOfPeople = ({ options }: Question) =>
  ['knownAt', 'product', 'tag', 'amount'].every((option) => options[option] === undefined)

/** Deals closed in the period and open at T, of all and by manager. */
async function closedAgree(store: Store, question: Question): Promise<void> {
  const ask = asker(store, question)
  const by = { by: 'manager' }
  const people = await ask(team, by)
  const whole = ofTeam(people.total)
  const snapshot = await ask(funnel, { mode: 'snapshot', ...by })
  const lost = await ask(losses, by)
  const long = await ask(durations, by)
  agree('funnel', ofSnapshot(snapshot), whole)
  agree('losses', ofLosses(lost.total), whole)
  agree('durations', ofDurations(long), whole)
  expect(long.cycle.median).toBe(people.total.cycleMedian)
  const both = people.total.wonAmount + lost.total.amount
  expect(people.total.winRateByAmount).toBe(both === 0 ? null : round(people.total.wonAmount / both, 4))
  agreeByGroup('funnel', ofSnapshot, snapshot.groups, people.groups)
  agreeByGroup('losses', ofLosses, lost.groups, people.groups)
  agreeByGroup('durations', ofDurations, long.groups, people.groups)
  for (const { key, lost: n } of people.groups) {
    const own = lost.rows.filter(({ manager }: Json) => manager === key)
    expect([key, sum(own, 'deals')]).toEqual([key, n])
  }
  if (isOfPeople(question)) await deedsAgree(ask, people)
}

/** Won deals in the reports that are of all pipelines unless one is named, and know no other past. */
async function deedsAgree(ask: Ask, people: Json): Promise<void> {
  const pipeline = { pipeline: people.pipeline }
  const done = await ask(activityRun, pipeline)
  expect(done.total.won).toBe(people.total.won)
  agreeByGroup('activity', ({ won }) => ({ won }), done.groups, people.groups, { won: 0 })
  expect(done.total.clients.contracts).toBe((await ask(team, pipeline)).total.contracts)
  const { rows } = await ask(planReport, { ...pipeline, metric: ['won', 'revenue'] })
  const planned = (metric: string, of: (row: Json) => boolean) =>
    rows.filter((row: Json) => row.metric === metric && of(row)).map(({ fact }: Json) => fact)
  const isTeam = ({ kind }: Json) => kind === 'team'
  expect(planned('won', isTeam)).toEqual([people.total.won])
  expect(planned('revenue', isTeam)).toEqual([people.total.wonAmount])
  for (const { key, won, wonAmount } of people.groups) {
    const isTheirs = ({ kind, manager }: Json) =>
      kind === 'manager' ? manager === key : kind === 'nobody' && key === '(none)'
    expect([key, planned('won', isTheirs)[0] ?? 0]).toEqual([key, won])
    expect([key, planned('revenue', isTheirs)[0] ?? 0]).toEqual([key, wonAmount])
  }
}

/** Deals created in the period: the funnel of them, stage by stage. */
async function createdAgree(store: Store, question: Question): Promise<void> {
  const ask = asker(store, question)
  const by = { by: 'manager' }
  const cohort = await ask(funnel, { mode: 'cohort', ...by })
  const line = await ask(conversion)
  const long = await ask(durations, by)
  const people = await ask(team, by)
  const { stages, totals } = cohort
  const open = stages.slice(0, -1)
  expect([line.total.created, line.total.won, line.total.open]).toEqual([
    totals.deals,
    totals.won,
    totals.open,
  ])
  expect([line.total.conversion, line.total.low, line.total.high]).toEqual([
    totals.conversion,
    totals.conversionLow,
    totals.conversionHigh,
  ])
  expect(line.total.steps).toEqual(
    open.map(({ stage, toNext: rate, toNextLow: low, toNextHigh: high, entered: n }: Json, k: number) => ({
      from: stage,
      to: stages[k + 1].stage,
      ...{ rate, low, high, n },
    })),
  )
  expect([sum(line.points, 'created'), sum(line.points, 'won')]).toEqual([totals.deals, totals.won])
  const stays = ({ stages: rows }: Json) =>
    rows
      .filter(({ kind }: Json) => kind !== 'won')
      .map(({ stage, medianDays, median }: Json) => [stage, median ?? medianDays ?? null])
  expect([long.deals, long.presumedDatesShare]).toEqual([totals.deals, totals.presumedDatesShare])
  expect(stays(long)).toEqual(stays(cohort))
  for (const group of cohort.groups) {
    const same = long.groups.find(({ key }: Json) => key === group.key)
    expect([group.key, stays(same)]).toEqual([group.key, stays(group)])
  }
  const passes = (rows: Json[]) =>
    rows
      .filter(({ kind }) => kind !== 'won')
      .map(({ stage, entered, toNext, lostHere, openHere }) => ({
        ...{ stage, entered, toNext, lostHere, openHere },
      }))
  expect(passes(people.total.stages)).toEqual(passes(stages))
  for (const group of cohort.groups) {
    const same = people.groups.find(({ key }: Json) => key === group.key)
    expect([group.key, passes(same.stages)]).toEqual([group.key, passes(group.stages)])
  }
}

/** Deals by what they are, whatever the report: by a reason of loss too, which people spell in many ways. */
async function groupsAgree(store: Store, question: Question, by: string): Promise<void> {
  const ask = asker(store, question)
  const snapshot = await ask(funnel, { mode: 'snapshot', by })
  const cohort = await ask(funnel, { mode: 'cohort', by })
  const lost = await ask(losses, { by })
  const long = await ask(durations, { by })
  // Of several spellings each report shows that of most of its own deals.
  const named = ({ key }: Json): string => (by === 'reason' ? key.toLowerCase().replace(/\s+/g, ' ') : key)
  const bySame = (groups: Json[], of: (group: Json) => object) =>
    new Map(groups.map((group) => [named(group), of(group)] as const).sort(([a], [b]) => (a < b ? -1 : 1)))
  const closed = ({ won, lost: n }: Closed) => ({ won, lost: n })
  const has = (group: Json) => ofSnapshot(group).won !== 0 || ofSnapshot(group).lost !== 0
  const expected = bySame(snapshot.groups.filter(has), (group) => closed(ofSnapshot(group)))
  if (by === 'reason') {
    const reasons = snapshot.groups.filter(({ totals }: Json) => totals.lost > 0)
    expect(bySame(lost.reasons, ({ deals }) => ({ deals }))).toEqual(
      bySame(reasons, ({ totals }) => ({ deals: totals.lost })),
    )
  } else expect(bySame(lost.groups, (group) => closed(ofLosses(group)))).toEqual(expected)
  const ended = long.groups.filter(({ velocity: { won, lost: n } }: Json) => won + n > 0)
  expect(bySame(ended, (group) => closed(ofDurations(group)))).toEqual(expected)
  expect(
    bySame(
      long.groups.filter(({ deals }: Json) => deals > 0),
      ({ deals }) => ({ deals }),
    ),
  ).toEqual(bySame(cohort.groups, ({ totals }) => ({ deals: totals.deals })))
}

/** What is said in passing: the parts of a longer report, the deals behind a figure. */
async function restAgree(store: Store, question: Question): Promise<void> {
  const ask = asker(store, question)
  const people = await ask(team)
  const cohort = await ask(funnel, { mode: 'cohort' })
  const { totals, stages } = cohort
  const { deals, won, lost, open } = totals
  const beside = await ask(weakest, { against: 'template' })
  expect(beside.totals).toEqual({ deals, won, lost, open })
  expect(beside.stages.map(({ stage, entered, toNext }: Json) => [stage, entered, toNext])).toEqual(
    stages.slice(0, -1).map(({ stage, entered, toNext }: Json) => [stage, entered, toNext]),
  )
  const reconciled = await ask(funnel, { mode: 'cohort', reconcile: true })
  expect([reconciled.totals, reconciled.stages]).toEqual([totals, stages])
  const bought = await ask(retention, { pipeline: people.pipeline })
  const buyers = bought.rows.reduce((n: number, { customers }: Json) => n + customers, 0)
  expect(buyers === 0 ? bought.withoutCustomer : people.total.won).toBe(people.total.won)
  const behind = async (report: Run, explain: string, more = {}) =>
    (await ask(report, { explain, ...more })).map(({ id }: Json) => id).sort()
  const wins = await behind(team, 'all:won')
  expect(wins).toHaveLength(people.total.won)
  expect(await behind(funnel, 'won', { mode: 'snapshot' })).toEqual(wins)
  const losts = await behind(team, 'all:lost')
  expect(await behind(losses, 'lost')).toEqual(losts)
  expect(await behind(funnel, 'lost', { mode: 'snapshot' })).toEqual(losts)
}

/** Open deals at T, and who stays too long. */
async function openAgree(store: Store, question: Question): Promise<void> {
  const ask = asker(store, { ...question, period: 'all' })
  const people = await ask(team)
  const long = await ask(durations)
  const standing = await ask(stuck, { by: 'manager' })
  expect(standing.open).toBe(people.total.open)
  const open = (groups: Json[]) =>
    groups
      .filter((group) => group.open > 0)
      .map(({ key, open: n }) => [key, n])
      .sort()
  expect(open(standing.groups)).toEqual(open(people.groups))
  const over = (stage: string) => standing.rows.filter((row: Json) => row.stuck && row.stage === stage).length
  for (const { stage, norm, overNorm } of long.stages)
    if (norm !== null) expect([stage, overNorm]).toEqual([stage, over(stage)])
}

/** A workspace as `voronka demo` makes it: with people, companies, calls and plans. */
function demoWorkspace(): Store {
  const words = demoWords.en
  const zone = new Zone(words.timezone)
  const now = WORLD.clock()
  const store = Store.inMemory()
  store.write({ command: 'demo', now }, (operation) => {
    writeSetting(store.db, operation, 'currency', words.currency)
    writeSetting(store.db, operation, 'timezone', zone.id)
  })
  fillDemo(store, demoYear(words, zone, now), words, now)
  return store
}

/** The same of another period beside it is what the report of that period says. */
async function comparedAgree(store: Store, { period, options }: Question): Promise<void> {
  const now = asker(store, { period, options })
  for (const [report, parts] of [
    [funnel, ['stages', 'totals']],
    [team, ['groups', 'total']],
    [losses, ['rows', 'reasons', 'stages', 'total']],
    [durations, ['stages', 'cycle', 'timeToLoss', 'velocity']],
    [activityRun, ['groups', 'total']],
    [retention, ['rows', 'total', 'customers']],
  ] as const) {
    const { compare } = await now(report, { compare: 'previous' })
    const { from, until } = compare.period
    const then = asker(store, {
      period: `${from}..${addDays(until, -1)}`,
      options: { ...options, asOf: compare.asOf },
    })
    const alone = await then(report)
    for (const part of parts) expect([part, compare[part]]).toEqual([part, alone[part]])
  }
}

/** One manager beside the team: the months of their own say what the team's table says of each. */
async function monthsAgree(store: Store, { period, options }: Question): Promise<void> {
  const people = await asker(store, { period, options })(team)
  for (const { key } of people.groups.filter((group: Json) => group.key !== '(none)')) {
    const own = await asker(store, { period, options })(team, { manager: [key] })
    expect([key, own.total.won]).toEqual([key, people.groups.find((group: Json) => group.key === key).won])
    for (const { label, won, lost, wonAmount, winRate } of own.months) {
      const month = await asker(store, { period: label, options })(team)
      const group = month.groups.find((one: Json) => one.key === key)
      expect([label, won, lost, wonAmount, winRate]).toEqual([
        label,
        ...[group.won, group.lost, group.wonAmount, group.winRate],
      ])
    }
  }
}

/** Calls, meetings and letters, of all and of each: of every pipeline where none is named. */
async function touchesAgree(store: Store, question: Question): Promise<void> {
  const ask = asker(store, question)
  const people = await ask(team)
  const done = await ask(activityRun)
  const { rows } = await ask(planReport, { metric: ['calls', 'meetings', 'emails'] })
  const planned = (key: string | null, metric: string): number =>
    rows.find(
      (row: Json) => row.metric === metric && (key === null ? row.kind === 'team' : row.manager === key),
    )?.fact ?? 0
  const figures = ({ callsIn, callsOut, meetings }: Json) => ({ callsIn, callsOut, meetings })
  const compare = (key: string | null, own: Json, theirs: Json) => {
    expect([key, figures(own)]).toEqual([key, figures(theirs)])
    expect([key, own.contracts]).toEqual([key, theirs.clients.contracts])
    const { callsIn, callsOut, meetings, emailsOut } = theirs
    expect([key, own.calls]).toEqual([key, callsIn + callsOut])
    expect([key, planned(key, 'calls'), planned(key, 'meetings'), planned(key, 'emails')]).toEqual([
      ...[key, callsIn + callsOut, meetings, emailsOut],
    ])
  }
  compare(null, people.total, done.total)
  expect(people.total.calls).toBeGreaterThan(0)
  for (const group of people.groups.filter(({ key }: Json) => key !== '(none)'))
    compare(
      group.key,
      group,
      done.groups.find(({ key }: Json) => key === group.key),
    )
}

/** What is won already, of a forecast, of the months that add up to the period. */
async function alreadyAgrees(store: Store, question: Question): Promise<void> {
  const ask = asker(store, question)
  const people = await ask(team)
  const { pipeline } = people
  const months = await ask(forecastRun, { pipeline, by: 'month' })
  expect(sum(months.rows, 'already')).toBe(people.total.wonAmount)
  const each = await ask(forecastRun, { pipeline, by: 'manager' })
  for (const { key, wonAmount } of people.groups) {
    const own = each.groups.find((group: Json) => (group.key ?? '(none)') === key)
    expect([key, own?.total.already ?? 0]).toEqual([key, wonAmount])
  }
}

/** As of any day, as it was known then, of a manager or of some deals, in either currency. */
const question: fc.Arbitrary<Question> = fc
  .tuple(
    flowQuestion,
    fc.constantFrom(undefined, undefined, 'EUR'),
    fc.constantFrom({}, {}, {}, { product: ['(none)'] }, { tag: ['(none)'] }, { amount: ['100..'] }),
  )
  .map(([flow, currency, filter]) => {
    const asked = { ...flow, by: null }
    const options = { ...optionsOf(asked), ...filter, ...(currency !== undefined && { currency }) }
    return { period: periodText(asked), options }
  })

/** In some of them one manager has since become the other. */
function workspaceOf(told: Story, isMerged: boolean): Store {
  const store = emptyWorkspace(told.timezone)
  enter(store, told.acts)
  if (isMerged)
    store.write({ command: 'merge', now: Date.UTC(2026, 5, 1) }, (operation) =>
      mergeManagers(store, operation, 1, 2),
    )
  return store
}

const merged = fc.constantFrom(false, false, true)

describe('on any workspace, whatever is asked and as of when', () => {
  test('won, lost and open are the same in funnel, team, losses, durations, activity and plan, of all and of each', async () => {
    await fc.assert(
      fc.asyncProperty(story, question, merged, async (told, one, isMerged) => {
        const store = workspaceOf(told, isMerged)
        await closedAgree(store, one)
        store.close()
      }),
      { numRuns: 40 },
    )
  })

  test('the same by product, tag, department or reason; open deals, those stuck and those behind a figure', async () => {
    const by = fc.constantFrom('product', 'tag', 'department', 'reason')
    await fc.assert(
      fc.asyncProperty(story, question, merged, by, async (told, one, isMerged, key) => {
        const store = workspaceOf(told, isMerged)
        await groupsAgree(store, one, key)
        await restAgree(store, one)
        await openAgree(store, one)
        store.close()
      }),
      { numRuns: 40 },
    )
  })

  test('reasons that differ in case and blanks alone are one in every report, with the deals behind it', async () => {
    const day = (n: number) => Date.UTC(2026, 0, n)
    const entry = { precision: 'moment', undone: null, actor: 1, synthetic: false } as const
    const values = { stage: 1, manager: 1, amount: 100, currency: 'USD', tags: [], product: null }
    const acts = [3, 4, 5, 6, 7].flatMap((on, deal): Act[] => [
      { ...entry, deal, at: day(2), recorded: day(2), what: { kind: 'create', values } },
      { ...entry, deal, at: day(on), recorded: day(on), what: { kind: 'stage', value: 6 } },
    ])
    expect(new Set(acts.map(reasonOf))).toEqual(new Set([null, 'too dear', 'Too  Dear', 'silent']))
    const store = workspaceOf({ timezone: 'UTC', acts }, false)
    const one = { period: '2026-01', options: {} }
    await groupsAgree(store, one, 'reason')
    const ask = asker(store, one)
    const { groups } = await ask(durations, { by: 'reason' })
    for (const { key, timeToLoss } of groups)
      expect(await ask(durations, { by: 'reason', explain: `loss@${key}` })).toHaveLength(timeToLoss.n)
    store.close()
  })

  test('what nobody won is of nobody in every report', async () => {
    const entry = { deal: 0, precision: 'moment', undone: null, actor: null, synthetic: false } as const
    const values = { stage: 1, manager: null, amount: null, currency: 'USD', tags: [], product: null }
    const [at, recorded] = [Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 2)]
    const acts: Act[] = [
      { ...entry, at, recorded: at, what: { kind: 'create', values } },
      { ...entry, at, recorded, what: { kind: 'stage', value: 5 } },
    ]
    const store = workspaceOf({ timezone: 'UTC', acts }, false)
    await closedAgree(store, { period: '2026-01', options: {} })
    store.close()
  })

  test('deals created are the same in funnel, conversion, durations and team, stage by stage', async () => {
    await fc.assert(
      fc.asyncProperty(story, question, merged, async (told, one, isMerged) => {
        const store = workspaceOf(told, isMerged)
        await createdAgree(store, one)
        store.close()
      }),
      { numRuns: 40 },
    )
  })
})

describe('on the demo', () => {
  const asked: Question[] = [
    { period: '2026-01..2026-03', options: {} },
    { period: '2026-04', options: { asOf: '2026-04-20' } },
    { period: 'last-12-months', options: { knownAt: '2026-03-10' } },
    { period: '2025-Q4', options: { manager: ['Anna White'] } },
  ]

  test.each(asked)('all reports of $period with $options say the same', async (one) => {
    const store = demoWorkspace()
    await closedAgree(store, one)
    await createdAgree(store, one)
    for (const by of ['product', 'source', 'company', 'reason', 'department'])
      await groupsAgree(store, one, by)
    await restAgree(store, one)
    await openAgree(store, one)
    store.close()
  })

  test('calls, meetings, letters and contracts are the same in team, activity and plan', async () => {
    const store = demoWorkspace()
    await touchesAgree(store, { period: '2026-03', options: {} })
    await touchesAgree(store, { period: '2026-05', options: { asOf: '2026-05-12' } })
    await touchesAgree(store, { period: '2026-Q1', options: { manager: ['Anna White'] } })
    store.close()
  })

  test('what a forecast has already is what the team has won', async () => {
    const store = demoWorkspace()
    await alreadyAgrees(store, { period: '2026-Q2', options: { asOf: '2026-05-12' } })
    await alreadyAgrees(store, { period: '2026-05', options: { asOf: '2026-05-20' } })
    store.close()
  })

  test('a period beside another says what it says alone; so does a manager beside the team', async () => {
    const store = demoWorkspace()
    await comparedAgree(store, { period: '2026-03', options: { asOf: '2026-05-20' } })
    await comparedAgree(store, { period: '2026-05', options: { asOf: '2026-05-20' } })
    await monthsAgree(store, { period: '2026-Q1', options: { asOf: '2026-05-20' } })
    store.close()
  })
})
