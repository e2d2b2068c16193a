import { majorOf } from '../../domain/money.ts'
import { NONE } from '../../domain/none.ts'
import { round4 } from '../../domain/statistics/statistics.ts'
import type { Link, WeakestReport } from '../../reports/weakest.ts'
import type { Row, Table } from '../document.ts'

const KEYS = [
  ...['group', 'stage', 'weakest', 'certain', 'entered', 'toNext', 'toNextLow', 'toNextHigh', 'reference'],
  ...['referenceN', 'difference', 'distinguishable', 'mendable', 'missed', 'downstream', 'missedWon', 'cost'],
]

/** A row per group and stage, in the figures of the JSON; what is missing stands above zero. */
export function weakestFacts({ head, whole, groups }: WeakestReport): Table {
  const links = groups ?? (whole === null ? [] : [{ key: null, ...whole }])
  const rows = (key: string | null, { stages, rows: held, weakest }: Link): Row[] =>
    stages.slice(0, -1).map((row, k) => {
      const one = held[k]
      const missing = (n: number | null | undefined) => (n == null ? null : 0 - n)
      const worth = missing(one?.differenceAmount)
      return {
        cells: [
          key,
          row.stage,
          String(weakest?.k === k),
          String(weakest?.k === k && weakest.certain),
          row.entered,
          ...[row.toNext, row.toNextLow, row.toNextHigh, one?.reference ?? null].map(round4),
          one?.referenceN ?? null,
          round4(one?.difference ?? null),
          one?.distinguishable == null ? null : String(one.distinguishable),
          String(one?.mendable === true),
          ...[missing(one?.differenceDeals), one?.downstream ?? null, missing(one?.differenceWon)].map(
            round4,
          ),
          worth === null ? null : majorOf(Math.round(worth), head.currency),
        ],
      }
    })
  return {
    columns: KEYS.map((key) => ({ key, title: key, kind: 'text' })),
    rows: links.flatMap(({ key, ...link }) => rows(groups === null ? null : (key ?? NONE), link)),
  }
}
