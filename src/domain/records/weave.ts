import { KIND } from '../deal.ts'
import { type FileEvent, sameMoment } from '../event.ts'
import type { Change, Creation, FoldContext } from '../history.ts'
import type { Moment } from '../time/when.ts'
import { EventWriter, type Fate, type Holding } from './story.ts'

/** A history row that is there, in force. */
export interface KnownRow extends Change {
  id: number
  imported: boolean
}

export interface KnownDeal {
  /** As it is known now. */
  creation: Creation
  imported: boolean
  /** Row id of the row that tells the beginning anew, where there is one. */
  told: number | null
  /** In the order (at, id), without that row. */
  rows: readonly KnownRow[]
}

/** What a beginning becomes when an earlier one is known. */
export interface Demoted {
  event: Moment & { stage: number; amount: number | null; currency: string }
  synthetic: boolean
  /** It is a move; else only what it says beside the stage holds. */
  hasStage: boolean
}

/** What is settled of a deal before its rows are written: what is here, and what the file's events are beside it. */
export interface Settled {
  known: KnownDeal
  /** The beginning from now on. */
  creation: Creation
  demoted: Demoted | null
  superseded: ReadonlySet<number>
  /** Events without a row here, in order. */
  fresh: readonly FileEvent[]
  /** Events that are here: by their row, the creation's by null. */
  matched: ReadonlyMap<KnownRow | null, FileEvent>
}

/**
 * The rows to add to a deal, found on a walk through what is known and what is new, in order. Notes in `fates` which
 * of the known events the file says more of.
 */
export function weave(story: Settled, fates: Map<number, Fate>, context: FoldContext): Change[] {
  return new Weaver(story, fates, context).changes()
}

class Weaver {
  constructor(
    private readonly story: Settled,
    private readonly fates: Map<number, Fate>,
    private readonly context: FoldContext,
  ) {}

  changes(): Change[] {
    const writer = new EventWriter(this.story.creation.values)
    const old: Holding = {
      ...(this.story.demoted === null ? this.story.known.creation : this.story.creation).values,
    }
    if (this.story.demoted === null) this.#sayOf(null, writer, old)
    let passed: KnownRow | null = null
    for (const step of this.#steps()) {
      if (passed !== null && !('row' in step && step.at === passed.at)) {
        restore(writer, old, passed)
        passed = null
      }
      if ('demoted' in step) this.#addDemoted(writer, old)
      else if ('event' in step) writer.event(step.event)
      else {
        for (const holding of [old, writer.holding]) apply(holding, step.row)
        if (step.row.kind !== KIND.stage) continue
        this.#sayOf(step.row, writer, old)
        if (step.row.imported && !step.row.synthetic) passed = step.row
      }
    }
    if (passed !== null) restore(writer, old, passed)
    return writer.changes
  }

  #steps(): Step[] {
    const steps: Step[] = this.story.known.rows
      .filter(({ id }) => !this.story.superseded.has(id))
      .map((row) => ({ at: row.at, row }))
    const later = this.story.fresh.map((event): Step => {
      const at = this.#inEffect(event)
      return { at, event: at === event.at ? event : { ...event, at } }
    })
    if (this.story.demoted !== null) steps.unshift({ at: this.story.demoted.event.at, demoted: true })
    // Stable: of one moment, what is known stands before what is new, as their ids will.
    return [...steps, ...later].sort((a, b) => a.at - b.at)
  }

  /** An event known by its day comes after what is known of that day. */
  #inEffect({ at, precision }: FileEvent): number {
    if (precision !== 'day') return at
    const day = this.context.dayOf(at)
    let latest = at
    for (const known of [this.story.creation, ...this.story.known.rows])
      if (known.at > latest && this.context.dayOf(known.at) === day) latest = known.at
    return latest
  }

  #addDemoted(writer: EventWriter, old: Holding): void {
    if (this.story.demoted === null) return
    const { event, synthetic, hasStage } = this.story.demoted
    const { values } = this.story.known.creation
    old.manager = values.manager
    if (event.amount !== null) old.amount = event.amount
    else old.amount = writer.holding.amount
    writer.state(event, { ...event, manager: values.manager })
    if (hasStage) writer.row(KIND.stage, event.stage, event, this.story.known.creation.actor, synthetic)
    this.#sayOf(null, writer, old)
  }

  /** Adds what the file says beside an event that is known, where it was not said before. */
  #sayOf(row: KnownRow | null, writer: EventWriter, old: Holding): void {
    const event = this.story.matched.get(row)
    if (event === undefined) return
    const said = (kind: number, value: number | null) =>
      this.story.known.rows.some(
        (known) => known.kind === kind && known.value === value && sameMoment(known, event, this.context),
      )
    const { manager, amount, currency } = event
    const actor = row === null ? this.story.known.creation.actor : row.actor
    // What held here before is said again too: an event placed earlier may have changed it.
    const saysOwner = manager === old.manager || !(manager === actor || said(KIND.manager, manager))
    const saysAmount = amount === old.amount || !said(KIND.amount, amount)
    const isNew =
      (saysOwner && manager !== null && manager !== old.manager) ||
      (saysAmount && amount !== null && amount !== old.amount)
    writer.state(event, {
      manager: saysOwner ? manager : null,
      amount: saysAmount ? amount : null,
      currency,
    })
    if (!isNew) return
    this.fates.set(event.place, 'updated')
    Object.assign(old, writer.holding)
  }
}

/** Says again, at a move that is there, what an event placed before it would otherwise change from then on. */
function restore(writer: EventWriter, old: Holding, move: KnownRow): void {
  const manager = move.actor !== null && old.manager === move.actor ? move.actor : null
  writer.state(move, { manager, amount: old.amount, currency: old.currency })
}

type Step = { at: number } & ({ row: KnownRow } | { event: FileEvent } | { demoted: true })

function apply(holding: Holding, { kind, value }: KnownRow): void {
  if (kind === KIND.manager) holding.manager = value === null ? null : Number(value)
  else if (kind === KIND.amount) holding.amount = value === null ? null : Number(value)
  else if (kind === KIND.currency) holding.currency = String(value)
}
