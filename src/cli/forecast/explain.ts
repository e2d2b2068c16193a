import { dueOf } from '../../domain/forecast/forecasting.ts'
import { fitting } from '../../domain/names/matching.ts'
import { foldKey } from '../../domain/names/name.ts'
import { medianOf } from '../../domain/statistics/statistics.ts'
import { dayNumber } from '../../domain/time/date.ts'
import { type BoundedPeriod, periodTitle } from '../../domain/time/period.ts'
import { UsageError } from '../../errors.ts'
import { formatCount } from '../../render/numbers.ts'
import { dealsAt } from '../../store/deals/deals.ts'
import { everyDeal, unsettledDeals } from '../../store/facts/deal-ways.ts'
import { eachWon, openDealsAt } from '../../store/facts/deal-worths.ts'
import { Labels } from '../../store/labels.ts'
import type { Store } from '../../store/store.ts'
import type { Answer } from '../command.ts'
import { dealsDocument } from '../deals/shown.ts'
import { meant } from '../line/aliases.ts'
import { type ForecastRequest, periodsOf } from './request.ts'

const COLUMNS = ['open', 'already', 'overdue'] as const
type Column = (typeof COLUMNS)[number]

interface Cell {
  period: BoundedPeriod
  column: Column
  group: string | undefined
}

/**
 * The deals behind a figure of a forecast: those won already in a period; those open at T, all of which the statistics
 * count with; of these the ones whose expected close is past.
 */
export function explainForecast(store: Store, asked: ForecastRequest, text: string): Answer {
  const { request, grouping } = asked
  const { pipeline, horizon, filter, asOf } = request
  const cell = cellOf(periodsOf(store, asked), request.period, text)
  const query = everyDeal(pipeline, horizon)
  const others = unsettledDeals(store, query)
  const found: { id: number; group: string | null }[] = []
  if (cell.column === 'already') {
    const [from, until] = [cell.period.from, cell.period.until].map((day) => store.zone.startOfDay(day))
    eachWon(store, query, { filter, grouping }, others, ({ id, group, matches, closedAt }) => {
      if (matches && closedAt >= (from ?? 0) && closedAt < (until ?? 0)) found.push({ id, group })
    })
  } else {
    const day = (at: number) => dayNumber(store.zone.dateOf(at))
    const cycles: number[] = []
    if (cell.column === 'overdue')
      eachWon(store, query, { filter, grouping }, others, ({ createdAt, closedAt }) =>
        cycles.push(day(closedAt) - day(createdAt)),
      )
    const cycle = medianOf(cycles)
    for (const deal of openDealsAt(store, query, { filter, grouping }, others)) {
      const expected = deal.expected === null ? null : dayNumber(deal.expected)
      const due = dueOf(expected, day(deal.createdAt), cycle)
      const isLate = due !== null && due <= dayNumber(asOf)
      if (deal.matches && (cell.column === 'open' || isLate)) found.push(deal)
    }
  }
  const { group } = cell
  const key = group === undefined ? undefined : groupOf(found, group)
  const ids = found.filter((deal) => key === undefined || deal.group === key).map(({ id }) => id)
  const labels = new Labels(store)
  const records = dealsAt(store, labels, ids, horizon)
  return {
    json: records,
    document: (words) => {
      const said = words.forecast
      const figure = said.explained({
        label: cell.period.label,
        column: said.columns[cell.column] ?? cell.column,
        n: formatCount(records.length, words.lang),
      })
      const title = [said.title({ pipeline: pipeline.name }), periodTitle(cell.period, words), figure]
      return { ...dealsDocument(records, labels.fields('deal'), words), heading: [title.join(' · ')] }
    },
  }
}

function cellOf(periods: readonly BoundedPeriod[], whole: BoundedPeriod, text: string): Cell {
  const [head = '', group] = cut(text, '@')
  const [label = '', name] = cut(head, ':')
  const column = meant('column', name ?? 'open', COLUMNS)
  const period = [...periods, whole].find((one) => one.label === label)
  if (column === undefined || period === undefined)
    throw new UsageError((w) =>
      w.forecast.badExplain({ text, labels: periods.map((one) => one.label).join(', ') }),
    )
  return { period, column, group }
}

function cut(text: string, sign: string): [string, string | undefined] {
  const at = text.lastIndexOf(sign)
  return at <= 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}

function groupOf(found: readonly { group: string | null }[], text: string): string | null {
  const keys = [...new Set(found.map(({ group }) => group))]
  if (foldKey(text) === '' || foldKey(text) === 'none') return null
  const named = keys.flatMap((key) => (key === null ? [] : [{ item: key, names: [foldKey(key)] }]))
  const [only, other] = fitting(named, foldKey(text), 'person')
  if (only === undefined || other !== undefined)
    throw new UsageError((w) =>
      w.forecast.noGroup({ text, known: keys.map((key) => key ?? w.common.none).join(', ') }),
    )
  return only
}
