import { type Criterion, criteriaOf, meets } from '../../domain/criteria.ts'
import { KIND } from '../../domain/deal.ts'
import type { CustomField } from '../../domain/field.ts'
import { type Stage, stagesAt } from '../../domain/pipeline.ts'
import type { Grouping } from '../facts/groups.ts'
import { readFields } from '../fields.ts'
import { affectedDeals } from '../kept/affected.ts'
import type { Operation } from '../operation.ts'
import { codeOf, OUTCOMES } from '../rows.ts'
import type { Store } from '../store.ts'
import { stateAt } from './writing.ts'

/** From an open stage to a later one of its pipeline, or to a won one: not back, and not to a loss. */
export function movesOn(store: Store, from: Stage, to: Stage): boolean {
  if (from.kind !== 'open' || to.kind === 'lost') return false
  if (to.kind === 'won') return true
  if (to.pipeline !== from.pipeline) return false
  const order = stagesAt(store.pipeline(from.pipeline), Number.POSITIVE_INFINITY).map(({ id }) => id)
  return order.indexOf(to.id) > order.indexOf(from.id)
}

/**
 * How many deals the operation moved on without what their stage asks for, by its row id; as each was when it went.
 * Inside its transaction, after the copies are made.
 */
export function movedOnWithout(store: Store, operation: Operation): Map<number, number> {
  const asking = store.pipelines.flatMap(({ stages }) => stages).filter(({ criteria }) => criteria.length > 0)
  const counts = new Map<number, number>()
  if (asking.length === 0) return counts
  const fields = readFields(store.db, 'deal')
  const moves = store.db
    .prepare(
      `select v.deal_id as deal, v.stage_id as "from", n.stage_id as "to", n.entered_at as at
      from json_each(@deals) d
        cross join visits v on v.deal_id = d.value and v.stage_id in (select value from json_each(@stages))
        join visits n on n.deal_id = v.deal_id and n.seq = v.seq + 1
      where exists(select 1 from history h where h.deal_id = v.deal_id and h.op = @op and h.retracted = 0
        and h.kind = ${KIND.stage} and h.at = n.entered_at and h.value = n.stage_id)`,
    )
    .all({
      deals: JSON.stringify(affectedDeals(store, operation)),
      stages: JSON.stringify(asking.map(({ id }) => id)),
      op: operation.id,
    }) as { deal: number; from: number; to: number; at: number }[]
  for (const { deal, from, to, at } of moves) {
    const stage = store.stage(from)
    if (!movesOn(store, stage, store.stage(to))) continue
    const { values } = stateAt(store, deal, at)
    if (criteriaOf(stage.criteria, fields).every((one) => meets(one, values))) continue
    counts.set(from, (counts.get(from) ?? 0) + 1)
  }
  return counts
}

/**
 * Deals by whether they have all that their stage asks for: the stage they are in, closed ones the last open one they
 * were in. None where that asks for nothing.
 */
export function criteriaGrouping(store: Store): Grouping {
  const fields = readFields(store.db, 'deal')
  const asking = new Map(
    store.pipelines
      .flatMap(({ stages }) => stages)
      .map((stage) => [stage.id, criteriaOf(stage.criteria, fields)] as const)
      .filter(([, criteria]) => criteria.length > 0),
  )
  const cases = [...asking].map(
    ([stage, criteria]) => `when ${stage} then (${criteria.map(conditionOf).join(' and ')})`,
  )
  const stage = `(select v.stage_id from visits v join stages g on g.id = v.stage_id
    where v.deal_id = s.deal_id and g.kind = ${codeOf(OUTCOMES, 'open')} order by v.seq desc limit 1)`
  return {
    by: 'criteria',
    sql: cases.length === 0 ? 'null' : `case ${stage} ${cases.join(' ')} end`,
    of: ({ visits, values }) => {
      const last = [...visits].reverse().find((visit) => store.stage(visit.stage).kind === 'open')
      const criteria = asking.get(last?.stage ?? 0)
      return [criteria === undefined ? null : criteria.every((one) => meets(one, values)) ? 1 : 0]
    },
    label: (raw) => (raw === null ? null : raw === 1 ? 'yes' : 'no'),
    overlap: false,
    join: '',
    time: false,
  }
}

const COLUMNS = {
  amount: 's.amount',
  expected: 's.expected_on',
  company: 's.company_id',
  product: 's.product',
  source: 's.source',
  manager: 's.manager_id',
} as const

function conditionOf(criterion: Criterion): string {
  if (criterion === 'contact') return 'exists(select 1 from deal_contacts c where c.deal_id = s.deal_id)'
  if (typeof criterion === 'string') return `coalesce(${COLUMNS[criterion]}, '') <> ''`
  return ownCondition(criterion)
}

function ownCondition({ id, type }: CustomField): string {
  const value = `json_extract(s.fields, '$."${id}"')`
  return type === 'yesno' ? `${value} is 1` : `coalesce(${value}, '') <> ''`
}
