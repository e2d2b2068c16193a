import type { Outcome } from '../domain/deal.ts'
import { formatDecimal } from '../render/numbers.ts'
import { readFields, type ShownValue, shownValue } from '../store/fields.ts'
import type { DealFilter } from '../store/filters.ts'
import { Labels } from '../store/labels.ts'
import type { Store } from '../store/store.ts'
import type { Words } from '../words/words.ts'

/** Filters by name, as a report's JSON repeats them under `filters`; null stands for "has none". */
export interface FilterEcho {
  manager?: (string | null)[]
  stage?: string[]
  status?: Outcome[]
  source?: (string | null)[]
  product?: (string | null)[]
  tag?: (string | null)[]
  company?: (string | null)[]
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
  }
  const field = echoFields(filter, store)
  const given = Object.entries(echo).filter(([, values]) => values.length > 0)
  return { ...Object.fromEntries(given), ...(Object.keys(field).length > 0 && { field }) }
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
    ...Object.entries(echo.field ?? {}).flatMap(([name, values]) => said(name, values)),
  ]
}
