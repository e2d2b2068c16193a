import type { Outcome } from '../domain/deal.ts'
import { majorOf } from '../domain/money.ts'
import { formatDecimal, formatMoney } from '../render/numbers.ts'
import { readFields, type ShownValue, shownValue } from '../store/fields.ts'
import type { AmountRange, DealFilter } from '../store/filters.ts'
import { Labels } from '../store/labels.ts'
import type { Store } from '../store/store.ts'
import type { Words } from '../words/words.ts'

/** Filters by name, as a report's JSON repeats them under `filters`; null stands for "has none". */
export interface FilterEcho {
  manager?: (string | null)[]
  /** Of losses, null is a stage that is not known. */
  stage?: (string | null)[]
  status?: Outcome[]
  source?: (string | null)[]
  product?: (string | null)[]
  tag?: (string | null)[]
  company?: (string | null)[]
  /** Major units of the currency, both ends included. */
  amount?: ({ from: number | null; until: number | null; currency: string } | null)[]
  /** Of losses. */
  reason?: (string | null)[]
  field?: Record<string, (ShownValue | null)[]>
}

/** In one order whatever the order typed, without what was not typed. Pipeline and period have places of their own. */
export function echoFilters(filter: DealFilter, store: Store): FilterEcho {
  const labels = new Labels(store)
  const named = (ids: readonly (number | null)[], name: (id: number) => string) => [
    ...new Set(ids.map((id) => (id === null ? null : name(id)))),
  ]
  const echo: FilterEcho = {
    manager: named(filter.managers, (id) => labels.manager(id)),
    stage: [...new Set(filter.stages.map((id) => store.stage(id).name))],
    status: [...filter.outcomes],
    source: [...filter.sources],
    product: [...filter.products],
    tag: [...filter.tags],
    company: named(filter.companies, (id) => labels.company(id)),
    amount: filter.amounts.map((one) => one && majors(one)),
  }
  const field = echoFields(filter, store)
  const given = Object.entries(echo).filter(([, values]) => values.length > 0)
  return { ...Object.fromEntries(given), ...(Object.keys(field).length > 0 && { field }) }
}

function majors({ from, until, currency }: AmountRange) {
  const major = (minor: number | null) => (minor === null ? null : majorOf(minor, currency))
  return { from: major(from), until: major(until), currency }
}

function echoFields(filter: DealFilter, store: Store): Record<string, (ShownValue | null)[]> {
  const own = filter.fields.length === 0 ? [] : readFields(store.db, 'deal')
  const entries = filter.fields.flatMap(({ field, values }) => {
    const found = own.find(({ id }) => id === field)
    return found === undefined
      ? []
      : [
          [
            found.name,
            values.map((value) =>
              value === null ? null : shownValue(value, found.type, store.settings.currency),
            ),
          ],
        ]
  })
  return Object.fromEntries(entries)
}

/** The filters as the head of a report says them: `менеджер: Анна, Борис`. */
export function sayFilters(echo: FilterEcho, words: Words): string[] {
  const { filters, common, records, lang } = words
  const text = (value: ShownValue | null) => {
    if (value === null) return common.none
    if (typeof value === 'boolean') return value ? records.yes : records.no
    return typeof value === 'number' ? formatDecimal(value, Number.isInteger(value) ? 0 : 2, lang) : value
  }
  const said = (name: string, values: readonly (ShownValue | null)[] = []) =>
    values.length === 0 ? [] : [`${name}: ${values.map(text).join(', ')}`]
  const { kind } = filters
  return [
    ...said(kind.manager, echo.manager),
    ...said(kind.stage, echo.stage),
    ...said(
      kind.status,
      echo.status?.map((outcome) => filters.statuses[outcome]),
    ),
    ...said(kind.source, echo.source),
    ...said(kind.product, echo.product),
    ...said(kind.tag, echo.tag),
    ...said(kind.company, echo.company),
    ...said(
      kind.amount,
      echo.amount?.map((one) => one && sayRange(one, words)),
    ),
    ...said(kind.reason, echo.reason),
    ...Object.entries(echo.field ?? {}).flatMap(([name, values]) => said(name, values)),
  ]
}

function sayRange({ from, until, currency }: AmountRange, { filters, lang }: Words): string {
  const money = (major: number) => formatMoney(major, currency, lang, Number.isInteger(major) ? 0 : 2)
  if (from === null || until === null)
    return from === null
      ? filters.upTo({ amount: money(until ?? 0) })
      : filters.atLeast({ amount: money(from) })
  return from === until ? money(from) : filters.between({ from: money(from), until: money(until) })
}
