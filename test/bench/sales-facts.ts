import { MANAGERS, STAGES } from './deals.ts'
import { monthOf } from './peer-sales.ts'

/** What a report and its peer must tell alike: of each answer the same rows, whose first cell says what they are. */

const DAY = 86_400_000

type Cell = string | number
export type Facts = readonly (readonly Cell[])[]
export type Told = (row: string[]) => readonly Cell[]

/** Durations as JSON carries them. */
function days(ms: Cell | undefined): number {
  return Math.round((Number(ms) / DAY) * 1e4) / 1e4
}

interface Durations {
  deals: number
  stages: Record<'n' | 'median' | 'p75' | 'p90' | 'mean' | 'leftOverNorm' | 'open', number>[]
  cycle: Ends
  timeToLoss: Ends
  velocity: { opportunities: number; won: number; averageWon: number }
}

interface Ends {
  n: number
  median: number
  mean: number
}

export function durationsFacts({ deals, stages, cycle, timeToLoss, velocity }: Durations): Facts {
  return [
    ['deals', deals],
    ...stages.map((row, k) => {
      const { n, median, p75, p90, mean, leftOverNorm } = row
      return ['stage', k + 1, n, median, p75, p90, mean, leftOverNorm]
    }),
    ...stages.flatMap(({ open }, k) => (open === 0 ? [] : [['open', k + 1, open]])),
    ...[cycle, timeToLoss].map(({ n, median, mean }, k) => ['end', k + 1, n, median, mean]),
    ['amount', minor(velocity.averageWon)],
    ['worked', velocity.opportunities],
  ]
}

export function durationsTold([what = '', ...cells]: string[]): readonly Cell[] {
  const [place = '', n = '', ...times] = cells
  if (what === 'stage') return [what, place, n, ...times.slice(0, -1).map(days), times.at(-1) ?? '']
  if (what === 'end') return [what, place, n, ...times.map(days)]
  return what === 'amount' ? [what, Math.round(Number(place))] : [what, ...cells]
}

interface Losses {
  rows: { reason: string; stage: string; manager: string; deals: number; amount: number }[]
  total: { closed: number; deals: number }
}

export function lossesFacts({ rows, total }: Losses): Facts {
  return [
    ...rows.map(({ reason, stage, manager, deals, amount }) => [
      ...['lost', reason, STAGES.indexOf(stage) + 1, idOf(manager)],
      ...[deals, minor(amount)],
    ]),
    ['won', total.closed - total.deals],
  ]
}

interface Team {
  groups: (TeamBody & { key: string })[]
  total: TeamBody
}

interface TeamBody {
  won: number
  lost: number
  open: number
  wonAmount: number
  openAmount: number
  medianWon: number
  cycleMedian: number
  stages: { entered: number; lostHere: number; openHere: number }[]
}

export function teamFacts({ groups, total }: Team): Facts {
  return [...groups.map(({ key, ...body }) => [idOf(key), body] as const), [0, total] as const].flatMap(
    ([m, body]) => [
      ['amount', m, Math.round(body.medianWon * 100)],
      ['span', m, body.cycleMedian],
      ...(m === 0
        ? []
        : [
            ['won', m, body.won, minor(body.wonAmount)],
            ['lost', m, body.lost],
            ['open', m, body.open, minor(body.openAmount)],
            ...body.stages.map((row, k) => ['created', m, k, row.entered, row.lostHere, row.openHere]),
          ]),
    ],
  )
}

/** The medians have a stage that says nothing; those won, the last row of a funnel, are told by themselves. */
export function teamTold([what = '', m = '', ...cells]: string[]): readonly Cell[] {
  if (what === 'amount') return [what, m, Math.round(Number(cells[1]))]
  if (what === 'span') return [what, m, days(cells[1])]
  if (what === 'created' && Number(cells[0]) === STAGES.length) return []
  return what === 'lost' ? [what, m, cells[0] ?? ''] : [what, m, ...cells]
}

export interface Weakest {
  weakest: { stage: string } | null
  candidate: { stage: string } | null
  stages: { entered: number; reference: number; referenceN: number }[]
  totals: { won: number }
  reasons: { reason: string; deals: number }[]
}

export function weakestFacts({ stages, totals, reasons }: Weakest): Facts {
  return [
    ...stages.map(({ entered }, k) => ['created', k, entered]),
    ['created', STAGES.length, totals.won],
    ...stages.map(({ referenceN }, k) => ['then', k, referenceN]),
    ...reasons.map(({ reason, deals }) => ['reason', reason, deals]),
  ]
}

/** Who was won by then is behind the last share, not among the numbers. */
export function weakestTold([what = '', ...cells]: string[]): readonly Cell[] {
  const [, k = '', n = ''] = cells
  if (what === 'then' && Number(k) === STAGES.length) return []
  return what === 'reason' ? [what, ...cells] : [what, k, n]
}

export interface Conversion {
  mature: { since: string; outcomes: number; won: number }
  points: { label: string; created: number; won: number; open: number; steps: { n: number }[] }[]
}

export function conversionFacts({ mature, points }: Conversion): Facts {
  return [
    ['closed', mature.outcomes, mature.won],
    ...points.map(({ label, created, won, open }) => ['month', label, created, won, open]),
    ...points.flatMap(({ label, steps }) => steps.map(({ n }, k) => ['steps', label, k, n])),
  ]
}

interface Reconciled {
  reconcile: { stages: { ours: number; bitrix24: number; causes: { lost: number } }[] }
}

export function reconcileFacts({ reconcile }: Reconciled): Facts {
  return reconcile.stages.map(({ ours, bitrix24, causes }, k) => ['both', k, ours, bitrix24, causes.lost])
}

/** Of the rows of a funnel, those that are of both. */
export function reconcileTold(row: string[]): readonly Cell[] {
  return row[0] === 'both' ? row : []
}

export function againstFacts({
  stages,
}: {
  stages: { entered: number; lostHere: number; amount: number }[]
}): Facts {
  return stages.map(({ entered, lostHere, amount }, k) => [k, entered, lostHere ?? 0, minor(amount)])
}

export function againstTold([, k = '', entered = '', lost = '', , amount]: string[]): readonly Cell[] {
  return amount === undefined ? [] : [k, entered, lost, amount]
}

interface Retention {
  rows: { label: string; customers: number; new: number; after: { label: string; again: number }[] }[]
}

export function retentionFacts({ rows }: Retention): Facts {
  const place = (label: string) => monthOf(Date.parse(label))
  return rows.flatMap(({ label, customers, after, ...row }) => [
    ['month', place(label), customers, row.new],
    ...after.map(({ label: later, again }) => ['again', place(label), place(later), again]),
  ])
}

interface Lifecycle {
  contacts: number
  customers: number
  medianDays: number
}

export function lifecycleFacts({ contacts, customers, medianDays }: Lifecycle): Facts {
  return [
    ['contacts', contacts],
    ['customers', customers, medianDays],
  ]
}

export function lifecycleTold([what = '', n = '', span]: string[]): readonly Cell[] {
  return span === undefined ? [what, n] : [what, n, days(span)]
}

interface PlanReport {
  rows: { kind: string; manager: string; plan: number; fact: number }[]
}

export function planFacts({ rows }: PlanReport): Facts {
  return rows
    .filter(({ kind }) => kind === 'manager')
    .map(({ manager, plan, fact }) => ['plan', idOf(manager), minor(plan), minor(fact)])
}

interface ForecastReport {
  learnt: { won: number; lost: number; open: number }
}

export function forecastFacts({ learnt }: ForecastReport): Facts {
  return [['learnt', learnt.won, learnt.lost, learnt.open]]
}

function idOf(manager: string): number {
  return MANAGERS.indexOf(manager) + 1
}

function minor(amount: number): number {
  return Math.round(amount * 100)
}

/** In one order, and numbers as they are said however they were computed. */
export function sorted(facts: Facts): string[] {
  const said = (cell: Cell) =>
    cell !== '' && Number.isFinite(Number(cell)) ? String(Number(cell)) : String(cell)
  return facts
    .filter((row) => row.length > 0)
    .map((row) => row.map(said).join(' | '))
    .sort()
}
