import { majorOf } from '../../domain/money.ts'
import { NONE } from '../../domain/none.ts'
import { round4 } from '../../domain/statistics/statistics.ts'
import type { ForecastReport, ForecastRow } from '../../reports/forecast.ts'
import type { Column, Row, Table, Value } from '../document.ts'

/** A row a period, of each group where there are any. */
export function forecastFacts({ rows, groups, head }: ForecastReport, by: string | null): Table {
  const column = (key: string, kind: Column['kind']): Column => ({ key, title: key, kind })
  const money = [
    'already',
    'template',
    'statistics',
    'p10',
    'p50',
    'p90',
    'newDeals',
    'overdue',
    'plan',
  ] as const
  const of = (list: readonly ForecastRow[], ...lead: Value[]): Row[] =>
    list.map((row) => ({
      cells: [
        ...lead,
        row.label,
        ...money.map((key) => {
          const minor = row[key]
          return minor === null ? null : majorOf(minor, head.currency)
        }),
        round4(row.pPlan),
        row.overdueDeals,
      ],
    }))
  return {
    columns: [
      ...(by === null ? [] : [column(by, 'text')]),
      column('label', 'text'),
      ...money.map((key) => column(key, 'money')),
      column('pPlan', 'rate'),
      column('overdueDeals', 'count'),
    ],
    rows: groups === null ? of(rows) : groups.flatMap(({ key, rows: own }) => of(own, key ?? NONE)),
  }
}
