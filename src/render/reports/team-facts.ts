import { majorOfMean } from '../../domain/money.ts'
import { NONE } from '../../domain/none.ts'
import { round4 } from '../../domain/statistics/statistics.ts'
import type { Compared } from '../../reports/head.ts'
import type { TeamReport } from '../../reports/team.ts'
import type { Table } from '../document.ts'
import { besideFacts } from './beside.ts'

const COUNTS = ['deals', 'won', 'lost', 'open'] as const
const RATES = ['winRate', 'low', 'high', 'winRateByAmount'] as const
const MONEY = ['wonAmount', 'openAmount', 'averageWon', 'medianWon', 'bonus'] as const
const DEEDS = ['calls', 'callsIn', 'callsOut', 'meetings', 'contracts'] as const

/** One row a group, in the figures of the JSON; of each stage how many entered it, and the share that went on. */
function teamFacts({ groups, total, head, by }: TeamReport): Table {
  const money = (minor: number | null) => majorOfMean(minor, head.currency)
  const stages = total.stages.flatMap(({ stage }) => [
    `${stage}: entered`,
    `${stage}: toNext`,
    `${stage}: differs`,
    `${stage}: cost`,
  ])
  const keys = [
    by,
    ...COUNTS,
    ...RATES,
    'differs',
    ...MONEY,
    'revenueShare',
    'cycleMedian',
    ...DEEDS,
    'planShare',
  ]
  return {
    columns: [...keys, ...stages].map((key) => ({ key, title: key, kind: 'text' })),
    rows: groups.map((group) => ({
      cells: [
        group.key ?? NONE,
        ...COUNTS.map((key) => group[key]),
        ...RATES.map((key) => round4(group[key])),
        group.differs,
        ...MONEY.map((key) => money(group[key])),
        round4(group.revenueShare),
        round4(group.cycleMedian),
        ...DEEDS.map((key) => group[key]),
        round4(group.planShare),
        ...group.stages.flatMap(({ entered, toNext, differs, cost }) => [
          entered,
          round4(toNext),
          differs,
          money(cost?.amount ?? null),
        ]),
      ],
    })),
  }
}

/** The same, and of the other period where there is one. */
export function factsOf({ report, beside }: Compared<TeamReport>): Table {
  const table = teamFacts(report)
  return beside === null ? table : besideFacts([report.head, table], [beside.head, teamFacts(beside)])
}
