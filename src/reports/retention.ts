import { ratio, round4, wilson } from '../domain/statistics/statistics.ts'
import type { Instant } from '../domain/time/zone.ts'
import type { ReportHead } from './head.ts'

/** A week, month, quarter or year, or what of it is asked for; ms UTC, half-open. */
export interface RetentionSpan {
  label: string
  from: Instant
  until: Instant
}

/** Of some customers, those who bought in a later period. Shares as fractions; null of nobody. */
export interface Returned {
  label: string
  again: number
  rate: number | null
  low: number | null
  high: number | null
  /** The later period is over at T: what is counted stays. */
  finished: boolean
}

export interface RetentionRow {
  label: string
  customers: number
  /** Those who had never bought before. */
  new: number
  /** In the next period; null where it has not begun. */
  next: Returned | null
  /** In each later period that has begun, the next first. */
  after: Returned[]
}

export interface RetentionReport {
  head: ReportHead
  by: string
  /** Whose return is told: of all who bought in a period, or of those who did so for the first time. */
  of: 'each' | 'first'
  /** Distinct ones of all rows. */
  customers: number
  rows: RetentionRow[]
  /** Of the rows whose next period is over, taken together. */
  total: Omit<Returned, 'label' | 'finished'> & { customers: number }
  /** Won deals of the period that have neither company nor contact. */
  nobodys: number
}

/** A purchase of a customer. */
export interface Purchase {
  id: number
  at: Instant
}

export interface RetentionFacts {
  head: ReportHead
  by: string
  of: 'each' | 'first'
  /** The purchases of each customer by T, in any order. */
  customers: readonly (readonly Purchase[])[]
  /** The rows: the period by its units, which its ends may cut. */
  rows: readonly RetentionSpan[]
  /** Whole units from that of the first row to that of T. */
  units: readonly RetentionSpan[]
  t: Instant
  nobodys: number
}

/** What one customer is in a row: told of every row in which they are. */
export interface Stay {
  row: number
  isNew: boolean
  purchases: readonly Purchase[]
  /** The units after that of the row in which they bought, 1 for the next; with what they bought then. */
  later: ReadonlyMap<number, readonly Purchase[]>
}

/**
 * Who of those that bought in a period bought again in the next, and in each after it. A customer is in the row of
 * every period in which they bought; with `first`, in that of their first purchase ever only.
 * By hand: A buys in Jan and Feb, B in Jan and March, C in Feb: of January's two, one in February and one in March.
 */
export function retentionReport(facts: RetentionFacts): RetentionReport {
  const { head, by, of, rows, units, t, nobodys } = facts
  const first = firstUnits(facts)
  const counts = rows.map(() => ({ customers: 0, new: 0, again: new Map<number, number>() }))
  let customers = 0
  for (const purchases of facts.customers) {
    const stays = staysOf(purchases, facts)
    if (stays.length > 0) customers += 1
    for (const { row, isNew, later } of stays) {
      const count = counts[row]
      if (count === undefined) continue
      count.customers += 1
      if (isNew) count.new += 1
      for (const k of later.keys()) count.again.set(k, (count.again.get(k) ?? 0) + 1)
    }
  }
  const told = rows.map(({ label }, row): RetentionRow => {
    const count = counts[row] ?? { customers: 0, new: 0, again: new Map<number, number>() }
    const after = units.slice((first[row] ?? 0) + 1).map((unit, k): Returned => {
      const again = count.again.get(k + 1) ?? 0
      return { label: unit.label, again, ...shareOf(again, count.customers), finished: unit.until <= t }
    })
    return { label, customers: count.customers, new: count.new, next: after[0] ?? null, after }
  })
  const over = told.filter(({ next }) => next?.finished === true)
  const [n, again] = [sum(over, (row) => row.customers), sum(over, (row) => row.next?.again ?? 0)]
  return {
    head,
    by,
    of,
    customers,
    rows: told,
    total: { customers: n, again, ...shareOf(again, n) },
    nobodys,
  }
}

/** The rows in which a customer is. */
export function staysOf(purchases: readonly Purchase[], { rows, units, of }: RetentionFacts): Stay[] {
  const began = purchases.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY)
  const byUnit = new Map<number, Purchase[]>()
  for (const purchase of purchases) {
    const unit = placeOf(units, purchase.at)
    if (unit < 0) continue
    const known = byUnit.get(unit)
    if (known === undefined) byUnit.set(unit, [purchase])
    else known.push(purchase)
  }
  const places = firstUnits({ rows, units })
  return rows.flatMap((span, row): Stay[] => {
    const own = (byUnit.get(places[row] ?? -1) ?? []).filter(({ at }) => at >= span.from && at < span.until)
    const isNew = began >= span.from && began < span.until
    if (own.length === 0 || (of === 'first' && !isNew)) return []
    const later = new Map(
      [...byUnit].flatMap(([unit, bought]) =>
        unit > (places[row] ?? 0) ? [[unit - (places[row] ?? 0), bought] as const] : [],
      ),
    )
    return [{ row, isNew, purchases: own, later }]
  })
}

/** The unit that each row is of. */
function firstUnits({ rows, units }: Pick<RetentionFacts, 'rows' | 'units'>): number[] {
  return rows.map(({ from }) => placeOf(units, from))
}

function placeOf(spans: readonly RetentionSpan[], at: Instant): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.from ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low > 0 && at < (spans[low - 1]?.until ?? 0) ? low - 1 : -1
}

function shareOf(k: number, n: number): Pick<Returned, 'rate' | 'low' | 'high'> {
  const interval = wilson(k, n)
  return { rate: ratio(k, n), low: interval?.low ?? null, high: interval?.high ?? null }
}

function sum<T>(list: readonly T[], of: (item: T) => number): number {
  return list.reduce((all, item) => all + of(item), 0)
}

/** The report as scripts read it: `voronka.retention/1`. */
export function retentionJson(report: RetentionReport, beside: RetentionReport | null) {
  return {
    schema: 'voronka.retention/1',
    ...report.head,
    by: report.by,
    of: report.of,
    ...bodyJson(report),
    ...(beside !== null && {
      compare: { period: beside.head.period, asOf: beside.head.asOf, ...bodyJson(beside) },
    }),
  }
}

function bodyJson({ customers, rows, total, nobodys }: RetentionReport) {
  return {
    customers,
    rows: rows.map(({ next, after, ...row }) => ({
      ...row,
      again: next?.again ?? null,
      rate: round4(next?.rate ?? null),
      low: round4(next?.low ?? null),
      high: round4(next?.high ?? null),
      finished: next?.finished ?? false,
      after: after.map(rounded),
    })),
    total: rounded(total),
    withoutCustomer: nobodys,
  }
}

function rounded<T extends Pick<Returned, 'rate' | 'low' | 'high'>>(part: T): T {
  return { ...part, rate: round4(part.rate), low: round4(part.low), high: round4(part.high) }
}
