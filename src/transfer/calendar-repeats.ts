import { addDays, type IsoDate, isoOf, parseIsoDate, weekday } from '../domain/time/date.ts'

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
/** Of no year more: a rule without an end that began long ago. */
const MOST_YEARS = 400

/**
 * The days on which an event begins that is repeated every year (RFC 5545, 3.3.10), before the day `until`: on the
 * date of the first, or on a weekday counted in a month (BYMONTH=11;BYDAY=4TH). 29 February is in leap years alone.
 * Without a rule the first alone; undefined where the rule is another.
 */
export function yearlyStarts(
  rule: string | undefined,
  from: IsoDate,
  until: IsoDate,
): readonly IsoDate[] | undefined {
  if (rule === undefined) return [from]
  const parts = new Map(rule.split(';').map((part) => split(part.toUpperCase().trim())))
  const dayIn = dayOfYears(parts, from)
  const interval = Number(parts.get('INTERVAL') ?? 1)
  const count = Number(parts.get('COUNT') ?? Number.MAX_SAFE_INTEGER)
  if (parts.get('FREQ') !== 'YEARLY' || dayIn === undefined || !(interval >= 1) || !(count >= 1))
    return undefined
  const end = endOf(parts.get('UNTIL'))
  if (end === undefined) return undefined
  const starts: IsoDate[] = []
  const first = Number(from.slice(0, 4))
  for (let year = first; year <= first + MOST_YEARS && starts.length < count; year += interval) {
    const day = dayIn(year)
    if (day === undefined || day < from) continue
    if (day >= until || day > end) break
    starts.push(day)
  }
  return starts
}

function split(part: string): [string, string] {
  const at = part.indexOf('=')
  return [part.slice(0, at), part.slice(at + 1)]
}

/** The last day on which it may begin; undefined where it cannot be read. */
function endOf(until: string | undefined): IsoDate | undefined {
  if (until === undefined) return '9999-12-31'
  return parseIsoDate(`${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`)
}

const KNOWN = /^(?:FREQ|INTERVAL|COUNT|UNTIL|WKST|BYMONTH|BYMONTHDAY|BYDAY)$/

/** In which day of a year it begins; undefined where the rule says more than is known here. */
function dayOfYears(
  parts: ReadonlyMap<string, string>,
  from: IsoDate,
): ((year: number) => IsoDate | undefined) | undefined {
  if (![...parts.keys()].every((name) => KNOWN.test(name))) return undefined
  const month = Number(parts.get('BYMONTH') ?? from.slice(5, 7))
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined
  const byDay = parts.get('BYDAY')
  if (byDay === undefined) {
    const day = Number(parts.get('BYMONTHDAY') ?? from.slice(8))
    return Number.isInteger(day) && day > 0 ? (year) => parseIsoDate(isoOf(year, month, day)) : undefined
  }
  const [, n, name = ''] = /^([+-]?[1-5])(MO|TU|WE|TH|FR|SA|SU)$/.exec(byDay) ?? []
  if (n === undefined || !parts.has('BYMONTH') || parts.has('BYMONTHDAY')) return undefined
  return (year) => weekdayIn(year, month, Number(n), WEEKDAYS.indexOf(name) + 1)
}

/** The n-th such weekday of a month, from its end where n is negative; undefined where it has none. */
function weekdayIn(year: number, month: number, n: number, day: number): IsoDate | undefined {
  const first = isoOf(year, month, 1)
  const next = month === 12 ? isoOf(year + 1, 1, 1) : isoOf(year, month + 1, 1)
  const found =
    n > 0
      ? addDays(first, ((day - weekday(first) + 7) % 7) + (n - 1) * 7)
      : addDays(next, -1 - ((weekday(addDays(next, -1)) - day + 7) % 7) + (n + 1) * 7)
  return found >= first && found < next ? found : undefined
}
