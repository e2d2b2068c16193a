import { type DealField, type DealValues, FIELD_KIND, type FieldValue, KIND } from '../../domain/deal.ts'
import { type DealState, fold } from '../../domain/history.ts'
import { outcomeStage, type Stage, stagesAt } from '../../domain/pipeline.ts'
import { echoWhen, type When } from '../../domain/time/when.ts'
import { Fault, UserError } from '../../errors.ts'
import type { NewChange, Operation } from '../operation.ts'
import { changeOf, creationOf, type DealRow } from '../rows.ts'
import type { Store } from '../store.ts'

/** Deals typed by hand share the system of plain files, so that a file with their ids meets them. */
export const OWN_SYSTEM = 'file'

/** Who did it and when. A `when` known only by its day takes effect as `momentWithin` says. */
export interface Deed {
  when: When
  actor: number | null
}

/**
 * When a change takes effect. A moment is itself. A day is its start, or the moment of what the deal latest has in
 * that day, so that the change comes after it (rows of one moment stand in the order they were written).
 * Throws UserError for a moment before the deal's creation.
 */
export function momentWithin(store: Store, deal: number, when: When): number {
  const { db, zone } = store
  const creation = db
    .prepare(
      'select coalesce(s.created_at, d.created_at) as created_at, d.title from deals d left join deal_state s on s.deal_id = d.id where d.id = ?',
    )
    .get(deal) as Pick<DealRow, 'created_at' | 'title'> | undefined
  if (creation === undefined) throw new Fault(`there is no deal ${deal}`)
  const { created_at: createdAt, title } = creation
  const latest = () => {
    const row = db.prepare(
      'select max(at) from history where deal_id = ? and retracted = 0 and at >= ? and at < ?',
    )
    const at = row.pluck().get(deal, when.at, zone.endOfDay(when.date)) as number | null
    const inDay = createdAt >= when.at && createdAt < zone.endOfDay(when.date) ? createdAt : when.at
    return Math.max(at ?? when.at, inDay)
  }
  const at = when.precision === 'day' ? latest() : when.at
  if (at < createdAt) {
    const clock = when.date === zone.dateOf(createdAt) ? zone.clockOf(createdAt) : null
    const created = { at: createdAt, precision: when.precision, date: zone.dateOf(createdAt), time: clock }
    throw new UserError((w) =>
      w.deals.beforeCreation({ id: `d${deal}`, title, created: echoWhen(created, w.lang) }),
    )
  }
  return at
}

/** The deal as it was with everything up to and at a moment. Throws Fault for a deal that is not in force. */
export function stateAt(store: Store, deal: number, at: number): DealState {
  const told = store.told(deal)
  if (told === undefined) throw new Fault(`there is no deal ${deal}`)
  const changes = told.changes.filter((row) => row.at <= at)
  return fold(creationOf(told.creation), changes.map(changeOf), store.projection)
}

/**
 * Adds a deal. Created straight into an outcome, it begins in the first stage of that pipeline and is closed at once.
 * Returns its row id; throws UserError for an external id that another deal has.
 */
export function addDeal(store: Store, operation: Operation, values: DealValues, deed: Deed): number {
  refuseTakenId(store, values, undefined)
  const { at, precision } = deed.when
  const wanted = store.stage(values.stage)
  refuseRetired(store, wanted, at)
  const stage = wanted.kind === 'open' ? wanted.id : firstStage(store, wanted.pipeline)
  const common = { at, precision, actor: deed.actor }
  const id = operation.createDeal({ ...common, values: { ...values, stage } })
  if (stage !== wanted.id) operation.change(id, { ...common, kind: KIND.stage, value: wanted.id })
  return id
}

/** A retired stage takes no deals but at a moment when it still held: today it would be a row of no report. */
function refuseRetired(store: Store, stage: Stage, at: number): void {
  if (stage.kind !== 'open') return
  const pipeline = store.pipeline(stage.pipeline)
  const now = stagesAt(pipeline, Number.MAX_SAFE_INTEGER)
  if ([...now, ...stagesAt(pipeline, at + 1)].some(({ id }) => id === stage.id)) return
  const stages = now.map(({ name }) => name).join(', ')
  throw new UserError((w) => w.deals.stageRetired({ stage: stage.name, pipeline: pipeline.name, stages }))
}

/** The first open stage of a pipeline as it is now. */
export function firstStage(store: Store, pipeline: number): number {
  const first = store.pipeline(pipeline).versions.at(-1)?.stages[0]
  if (first === undefined) throw new Fault(`pipeline ${pipeline} has no stages`)
  return first
}

export interface Move extends Deed {
  stage: number
  /** Why it was lost; a reason also mends that of a loss there already is. */
  reason: string | null
}

export interface Moved {
  /** The stage it was in just before; the wanted one where there was nothing to do. */
  from: number
  to: number
  /** When it came to be there. */
  since: number
  changed: boolean
  /** What the deal did next, where the move was entered late. */
  next: { stage: number; at: number } | null
}

/** Moves a deal to a stage, be it an outcome or of another pipeline. Where it is there already, writes nothing. */
export function moveDeal(store: Store, operation: Operation, deal: number, move: Move): Moved {
  const at = momentWithin(store, deal, move.when)
  const before = stateAt(store, deal, at)
  const from = before.values.stage
  const since = before.visits.at(-1)?.enteredAt ?? before.createdAt
  const sameReason = move.reason === null || move.reason === before.lostReason
  if (from === move.stage && sameReason) return { from, to: move.stage, since, changed: false, next: null }
  refuseRetired(store, store.stage(move.stage), at)
  operation.change(deal, {
    kind: KIND.stage,
    value: move.stage,
    reason: move.reason,
    at,
    precision: move.when.precision,
    actor: move.actor,
  })
  const next = store.db
    .prepare(
      `select value as stage, at from history
      where deal_id = ? and retracted = 0 and kind = ${KIND.stage} and at > ? order by at, id limit 1`,
    )
    .get(deal, at) as Moved['next'] | undefined
  return { from, to: move.stage, since, changed: true, next: next ?? null }
}

/** The stage that an outcome is in the deal's own pipeline. */
export function outcomeOfDeal(store: Store, deal: number, kind: 'won' | 'lost'): number {
  const { pipeline } = stateAt(store, deal, Number.MAX_SAFE_INTEGER)
  return outcomeStage(store.pipeline(pipeline), kind).id
}

/** New values of some fields; of own fields null takes the value away. The stage is not edited but moved. */
export type DealPatch = Partial<Omit<DealValues, 'stage' | 'fields'>> & {
  fields?: Readonly<Record<string, FieldValue | null>>
}

/** A field as it was and as it is now, as history rows hold values; amounts each in its own currency. */
export interface FieldChange {
  kind: number
  from: NewChange['value']
  to: NewChange['value']
  currencies: readonly [from: string, to: string]
}

/**
 * Writes the fields that differ from what held at that moment, one history row each, and returns them. `patchOf` makes
 * the new values from the deal as of that moment.
 */
export function editDeal(
  store: Store,
  operation: Operation,
  deal: number,
  patchOf: (values: DealValues) => DealPatch,
  deed: Deed,
): FieldChange[] {
  const at = momentWithin(store, deal, deed.when)
  const { values } = stateAt(store, deal, at)
  const { fields = {}, ...patch } = patchOf(values)
  refuseTakenId(store, { ...values, ...patch }, deal)
  const changed: FieldChange[] = []
  const currencies = [values.currency, patch.currency ?? values.currency] as const
  const write = (kind: number, from: NewChange['value'], to: NewChange['value']) => {
    operation.change(deal, { kind, value: to, at, precision: deed.when.precision, actor: deed.actor })
    changed.push({ kind, from, to, currencies })
  }
  for (const [field, value] of Object.entries(patch) as [Exclude<DealField, 'fields'>, unknown][]) {
    if (JSON.stringify(value) === JSON.stringify(values[field])) continue
    write(KIND[field], cellOf(values[field]), cellOf(value))
  }
  for (const [id, value] of Object.entries(fields)) {
    const before = values.fields[id] ?? null
    if (value !== before) write(FIELD_KIND + Number(id), before, value)
  }
  return changed
}

/** Ends a deal: from now on it is in no list and no report. */
export function removeDeal(store: Store, operation: Operation, deal: number, deed: Deed): void {
  const at = momentWithin(store, deal, deed.when)
  operation.change(deal, {
    kind: KIND.removed,
    value: 1,
    at,
    precision: deed.when.precision,
    actor: deed.actor,
  })
}

function cellOf(value: unknown): NewChange['value'] {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  return JSON.stringify(value)
}

/** Removed deals keep their id: a file that brings it again must not bring the deal back unasked. */
function refuseTakenId(store: Store, values: DealValues, own: number | undefined): void {
  const { externalId, externalSystem } = values
  if (externalId === null) return
  const holder = store.db
    .prepare('select deal_id, title from deal_state where external_id = ? and external_system is ?')
    .get(externalId, externalSystem) as { deal_id: number; title: string } | undefined
  if (holder === undefined || holder.deal_id === own) return
  const { deal_id: id, title } = holder
  throw new UserError((w) => w.deals.idTaken({ externalId, id: `d${id}`, title }))
}
