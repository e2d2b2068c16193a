import { majorOf } from '../domain/money.ts'
import { amountCell } from './export-cells.ts'
import { type Columns, type ExportContext, makers } from './export-column.ts'
import { moneyCell } from './sheet-cells.ts'

/** A version of a plan, its manager by name. */
export interface PlanRecord {
  manager: string | null
  department: string | null
  from: string
  until: string
  metric: string
  /** Minor units, or a count where there is no currency. */
  amount: number
  currency: string | null
  /** ms UTC */
  knownAt: number
}

/** `until` is the first day that no longer belongs; a row is one version of a plan, known since `knownAt`. */
export function planColumns(context: ExportContext): Columns<PlanRecord> {
  const make = makers<PlanRecord>(context)
  return [
    make.text('manager', ({ manager }) => manager),
    make.text('department', ({ department }) => department),
    make.date('from', ({ from }) => from),
    make.date('until', ({ until }) => until),
    make.plain('metric', ({ metric }) => metric),
    {
      header: 'amount',
      kind: 'money',
      sheet: ({ amount, currency }) => (currency === null ? amount : moneyCell(amount, currency)),
      cell: ({ amount, currency }) =>
        currency === null ? String(amount) : amountCell(amount, currency, context.style.decimal),
      json: ({ amount, currency }) => (currency === null ? amount : majorOf(amount, currency)),
    },
    make.plain('currency', ({ currency }) => currency),
    make.moment('knownAt', ({ knownAt }) => ({ at: knownAt, precision: 'moment' })),
  ]
}
