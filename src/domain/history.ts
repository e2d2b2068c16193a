import {
  type DealValues,
  FIELD_KIND,
  type FieldValue,
  fieldOfKind,
  KIND,
  type Outcome,
  type Precision,
} from './deal.ts'
import { maskWith, type Stage } from './pipeline.ts'
import { completedStays, spanOf } from './stays.ts'

/** How a deal began. Its first values are part of it; only later changes are history rows. */
export interface Creation {
  at: number
  precision: Precision
  /** The moment was inferred. */
  synthetic: boolean
  /** The first stage was inferred. */
  stageSynthetic: boolean
  /** It is a stage that the source itself says the deal is or was in: inferred is only that it began there. */
  stageSeen: boolean
  /** The amount is known, but not since when. */
  amountSynthetic: boolean
  actor: number | null
  values: DealValues
}

/** One history row in force. `value` is what the kind says: an id, minor units, a text, JSON of a list. */
export interface Change {
  kind: number
  value: string | number | null
  /** Lost reason, on a move to lost. */
  reason: string | null
  at: number
  precision: Precision
  actor: number | null
  synthetic: boolean
}

/**
 * A stay in a stage. `total`, in ms, stands on a deal's last stay in a stage: the sum of all its completed stays
 * there, those with a synthetic end left out; null on earlier stays, while the last is open, or where none is known.
 */
export interface Visit {
  stage: number
  enteredAt: number
  leftAt: number | null
  precision: Precision
  actor: number | null
  synthetic: boolean
  total: number | null
}

/** What was inferred of a deal: bits of `DealState.presumed`. */
export const PRESUMED = {
  /** Some stage or its moment. */
  any: 1,
  /** The moment of the creation, of a move or of the outcome. */
  date: 2,
  /** It is lost, and nothing tells at which stage. */
  lossStage: 4,
  /** It is open, and nothing tells where it was since it began: its stage is known of a later moment only. */
  openStage: 8,
  /** The hour of its outcome: that is known by its day. */
  closedHour: 16,
} as const

/** What a deal is at a moment, folded from its creation and its changes. */
export interface DealState {
  values: DealValues
  pipeline: number
  outcome: Outcome
  removed: boolean
  createdAt: number
  createdPrecision: Precision
  /** When the outcome it has began, unbroken; null while open. */
  closedAt: number | null
  closedPrecision: Precision | null
  /** From its creation to the outcome it has, ms; null while open, and where one of the two is inferred. */
  span: number | null
  lostReason: string | null
  /** The latest moment of anything known of the deal: at a later T the deal is what it is now. */
  lastAt: number
  /** Mask of the open stages visited, of the pipeline it is in. */
  visited: number
  /** Sum of `PRESUMED`. */
  presumed: number
  visits: readonly Visit[]
}

export interface FoldContext {
  stage(id: number): Stage
  /** Day number of the local day that holds an instant. */
  dayOf(at: number): number
}

/**
 * The beginning as it is known now: an import of histories may learn an earlier one, or that what was presumed is so.
 * It is told anew by a row dated no later than both, so that no T sees one without the other; at most one is in force.
 */
export function creationTold(recorded: Creation, changes: readonly Change[]): Creation {
  const told = changes.find((change) => change.kind === KIND.created)
  return told === undefined ? recorded : (JSON.parse(String(told.value)) as Creation)
}

/**
 * The deal at T, from its creation and its changes in force in the order (at, id), all before T.
 * Rows that leave the deal where it is are no moves. This is the one place that says what a history means.
 */
export function fold(recorded: Creation, changes: readonly Change[], context: FoldContext): DealState {
  const creation = creationTold(recorded, changes)
  const values: { -readonly [K in keyof DealValues]: DealValues[K] } = { ...creation.values }
  const visits: Visit[] = [
    {
      stage: values.stage,
      enteredAt: creation.at,
      leftAt: null,
      precision: creation.precision,
      actor: creation.actor ?? values.manager,
      synthetic: creation.synthetic || creation.stageSynthetic,
      total: null,
    },
  ]
  let lostReason: string | null = null
  let removed = false
  let lastAt = Math.max(creation.at, recorded.at)
  for (const change of changes) {
    lastAt = Math.max(lastAt, change.at)
    const field = fieldOfKind(change.kind)
    if (field === 'stage') {
      const stage = Number(change.value)
      if (context.stage(stage).kind === 'lost')
        lostReason = change.reason ?? (stage === values.stage ? lostReason : null)
      else lostReason = null
      if (stage === values.stage) continue
      values.stage = stage
      enter(visits, change, stage, values.manager)
    } else if (field === 'removed') removed = change.value === 1
    else if (field !== 'created') apply(values, change, field)
  }
  sumStays(visits, context.dayOf)
  const current = context.stage(values.stage)
  const last = visits[visits.length - 1] as Visit
  const began = current.kind === 'open' ? null : outcomeBegan(visits, current.kind, context)
  const visited = visitedMask(visits, current.pipeline, context)
  const isLossStageKnown = current.kind !== 'lost' || tellsLossStage(creation, visited, began === visits[1])
  const isOpenStageKnown =
    current.kind !== 'open' || visits.length > 1 || !creation.stageSynthetic || creation.stageSeen
  return {
    values,
    pipeline: current.pipeline,
    outcome: current.kind,
    removed,
    createdAt: creation.at,
    createdPrecision: creation.precision,
    closedAt: began?.enteredAt ?? null,
    closedPrecision: began?.precision ?? null,
    span: spanToEnd(creation, visits, began, context.dayOf),
    lostReason: current.kind === 'lost' ? lostReason : null,
    lastAt: Math.max(lastAt, last.enteredAt),
    visited,
    presumed:
      presumedOf(creation, visits, began) +
      (isLossStageKnown ? 0 : PRESUMED.lossStage) +
      (isOpenStageKnown ? 0 : PRESUMED.openStage),
    visits,
  }
}

/** Of what does not hang on its outcome's kind; `began` is the visit with which its outcome began. */
function presumedOf(creation: Creation, visits: readonly Visit[], began: Visit | null): number {
  const isDate = creation.synthetic || visits.some((visit, i) => i > 0 && visit.synthetic)
  const isAny = isDate || creation.stageSynthetic
  return (
    (isAny ? PRESUMED.any : 0) +
    (isDate ? PRESUMED.date : 0) +
    (began?.precision === 'day' ? PRESUMED.closedHour : 0)
  )
}

function spanToEnd(
  creation: Creation,
  [first]: readonly Visit[],
  began: Visit | null,
  dayOf: FoldContext['dayOf'],
): number | null {
  if (first === undefined || began === null || creation.synthetic) return null
  return began !== first && began.synthetic ? null : spanOf(first, began, dayOf)
}

/**
 * A move names the stage that it leads to, whenever it was made; the stage at creation may be no more than where every
 * deal begins. `straight`: it is the only one before the loss.
 */
function tellsLossStage(creation: Creation, visited: number, straight: boolean): boolean {
  if (visited === 0) return false
  return !straight || !creation.stageSynthetic || creation.stageSeen
}

/** A won deal moved on to the won stage of another pipeline is still won since the first of them. */
function outcomeBegan(visits: readonly Visit[], kind: Outcome, context: FoldContext): Visit | null {
  let began: Visit | null = null
  for (let i = visits.length - 1; i >= 0; i--) {
    const visit = visits[i]
    if (visit === undefined || context.stage(visit.stage).kind !== kind) break
    began = visit
  }
  return began
}

function enter(visits: Visit[], change: Change, stage: number, manager: number | null): void {
  const left = visits[visits.length - 1]
  if (left !== undefined) left.leftAt = change.at
  visits.push({
    stage,
    enteredAt: change.at,
    leftAt: null,
    precision: change.precision,
    actor: change.actor ?? manager,
    synthetic: change.synthetic,
    total: null,
  })
}

/** Fills `total`. */
function sumStays(visits: readonly Visit[], dayOf: FoldContext['dayOf']): void {
  if (visits.length === 1) return
  const sums = new Map<number, number>()
  for (const { visit, span } of completedStays(visits, dayOf))
    sums.set(visit.stage, (sums.get(visit.stage) ?? 0) + span)
  const last = new Map(visits.map((visit) => [visit.stage, visit]))
  for (const [stage, visit] of last) if (visit.leftAt !== null) visit.total = sums.get(stage) ?? null
}

function visitedMask(visits: readonly Visit[], pipeline: number, context: FoldContext): number {
  let mask = 0
  for (const visit of visits) {
    const stage = context.stage(visit.stage)
    if (stage.kind === 'open' && stage.pipeline === pipeline) mask = maskWith(mask, stage.bit)
  }
  return mask
}

function apply(
  values: { -readonly [K in keyof DealValues]: DealValues[K] },
  change: Change,
  field: ReturnType<typeof fieldOfKind>,
): void {
  const text = change.value === null ? null : String(change.value)
  const number = change.value === null ? null : Number(change.value)
  switch (field) {
    case undefined:
      values.fields = withField(values.fields, String(change.kind - FIELD_KIND), change.value)
      return
    case 'manager':
    case 'amount':
    case 'cost':
    case 'company':
      values[field] = number
      return
    case 'title':
    case 'currency':
      values[field] = text ?? ''
      return
    case 'source':
    case 'product':
    case 'expected':
    case 'note':
    case 'externalId':
    case 'externalSystem':
      values[field] = text
      return
    case 'contacts':
      values.contacts = parseList(text).map(Number)
      return
    case 'tags':
      values.tags = parseList(text).map(String)
      return
    case 'stage':
    case 'removed':
    case 'created':
      return
  }
}

function withField(
  fields: DealValues['fields'],
  id: string,
  value: FieldValue | null,
): Readonly<Record<string, FieldValue>> {
  const { [id]: _, ...rest } = fields
  return value === null ? rest : { ...rest, [id]: value }
}

function parseList(text: string | null): unknown[] {
  const list: unknown = text === null ? [] : JSON.parse(text)
  return Array.isArray(list) ? list : []
}
