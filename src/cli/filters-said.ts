import type { FieldValue, Outcome } from '../domain/deal.ts'
import type { FieldType } from '../domain/field.ts'
import { majorOf } from '../domain/money.ts'
import { readFields } from '../store/fields.ts'
import { companyName, type DealFilter } from '../store/filters.ts'
import { survivorOf } from '../store/naming.ts'
import type { Store } from '../store/store.ts'
import type { Words } from '../words/words.ts'

/** A custom field's value outside the file: money in major units of the base currency, yes/no as such. */
export type ShownValue = FieldValue | boolean

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
  const managers = filter.managers.map((id) => (id === null ? null : survivorOf(store.managers, id)))
  const manager = [...new Set(managers)].map(
    (id) => store.managers.find((one) => one.id === id)?.name ?? null,
  )
  const company = [...new Set(filter.companies.map((id) => (id === null ? null : companyName(store.db, id))))]
  const echo: FilterEcho = {
    manager,
    stage: [...new Set(filter.stages.map((id) => store.stage(id).name))],
    status: [...filter.outcomes],
    source: [...filter.sources],
    product: [...filter.products],
    tag: [...filter.tags],
    company,
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
      : [[found.name, values.map((value) => (value === null ? null : shownValue(value, found.type, store)))]]
  })
  return Object.fromEntries(entries)
}

export function shownValue(value: FieldValue, type: FieldType, store: Store): ShownValue {
  if (type === 'yesno') return value === 1
  return type === 'money' && typeof value === 'number' ? majorOf(value, store.settings.currency) : value
}

/** The filters as the head of a report says them: `менеджер: Анна, Борис`. */
export function sayFilters(echo: FilterEcho, { filters, common }: Words): string[] {
  const said = (name: string, values: readonly (ShownValue | null)[] = []) =>
    values.length === 0 ? [] : [`${name}: ${values.map((value) => value ?? common.none).join(', ')}`]
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
