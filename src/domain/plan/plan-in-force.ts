import { roundMinor } from '../money.ts'
import type { IsoDate } from '../time/date.ts'
import type { WorkCalendar } from '../time/work-calendar.ts'
import type { Zone } from '../time/zone.ts'
import { type InForce, inForceFrom } from './in-force.ts'
import type { PlanVersion } from './plan.ts'

/** What is planned for the days asked for. */
export interface PlanInForce {
  /** Minor units of the currency asked for, or a count; whole. */
  amount: number
  /** What it is made of, in the order of its days. */
  parts: readonly PlanPart[]
}

export interface PlanPart extends InForce<PlanVersion> {
  /** Of the plan of these days only a share by working days is meant. */
  isShare: boolean
}

/** Days that a plan was set for; of `isShare` ones only the part that was asked for is meant. */
export interface PlannedDays extends Days {
  isShare: boolean
}

/** The days of these parts, each once, in their order; whole ones that follow one another are one. */
export function plannedDays(parts: readonly PlanPart[]): PlannedDays[] {
  const byDays = new Map(
    parts.map(({ version: { from, until }, isShare }) => [`${from} ${until}`, { from, until, isShare }]),
  )
  const joined: PlannedDays[] = []
  for (const [, one] of [...byDays].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const last = joined.at(-1)
    if (last?.until === one.from && !last.isShare && !one.isShare) last.until = one.until
    else joined.push(one)
  }
  return joined
}

interface Days {
  from: IsoDate
  until: IsoDate
}

/**
 * The plan for the days from `from` until before `until`, of the versions of one owner and metric: that of exactly those
 * days; else the sum of plans that tile them; else plans of longer days by their share of working days. Undefined where
 * they leave a day without a plan. `amountOf` gives a version's amount in the currency asked for.
 * By hand: 2,200,000 for October 2026 (22 working days) is 500,000 for the week from the 12th (5).
 */
export function planInForce(
  versions: readonly PlanVersion[],
  asked: Days,
  context: { zone: Zone; calendar: WorkCalendar; amountOf: (version: PlanVersion) => number },
): PlanInForce | undefined {
  const plans = plansOf(versions, context.zone)
  const parts = tiles(plans, asked, asked.from, false) ?? tiles(plans, asked, asked.from, true)
  if (parts === undefined) return undefined
  const { calendar, amountOf } = context
  const amounts = parts.map(({ version, isShare }) => {
    if (!isShare) return amountOf(version)
    const [from, until] = [latest(version.from, asked.from), earliest(version.until, asked.until)]
    const all = calendar.workingDays(version.from, version.until)
    return all === 0 ? 0 : (amountOf(version) * calendar.workingDays(from, until)) / all
  })
  return { amount: roundMinor(amounts.reduce((sum, amount) => sum + amount, 0)), parts }
}

/** Of each span of days the version in force, the longest first. */
function plansOf(versions: readonly PlanVersion[], zone: Zone): InForce<PlanVersion>[] {
  const byDays = new Map<string, PlanVersion[]>()
  for (const version of versions) {
    const key = `${version.from} ${version.until}`
    byDays.set(key, [...(byDays.get(key) ?? []), version])
  }
  return [...byDays.values()]
    .flatMap((group) => inForceFrom(group, group[0]?.from ?? '', zone) ?? [])
    .sort((a, b) => (a.version.until > b.version.until ? -1 : a.version.until < b.version.until ? 1 : 0))
}

/** Plans that follow one another from `day` to the end; with `shared`, the first and the last may reach beyond. */
function tiles(
  plans: readonly InForce<PlanVersion>[],
  asked: Days,
  day: IsoDate,
  shared: boolean,
): PlanPart[] | undefined {
  if (day === asked.until) return []
  const fits = plans.filter(({ version: { from, until } }) =>
    shared ? (from === day || (day === asked.from && from < day)) && until > day : from === day,
  )
  const isWhole = ({ version }: InForce<PlanVersion>) => version.from === day && version.until <= asked.until
  // Whole ones first, the longest of them; of those that reach beyond the shortest.
  const order = [...fits.filter(isWhole), ...(shared ? fits.filter((one) => !isWhole(one)).reverse() : [])]
  for (const plan of order) {
    const rest = tiles(plans, asked, earliest(plan.version.until, asked.until), shared)
    if (rest !== undefined) return [{ ...plan, isShare: !isWhole(plan) }, ...rest]
  }
  return undefined
}

function earliest(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b
}

function latest(a: IsoDate, b: IsoDate): IsoDate {
  return a > b ? a : b
}
