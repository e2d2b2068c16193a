import { KIND } from './deal.ts'
import { type FileEvent, inOrder, type Moment, precedes, sameMoment } from './event.ts'
import type { Change, Creation, FoldContext } from './history.ts'
import {
  beginEarlier,
  type DealEvents,
  EventWriter,
  type Fate,
  type Holding,
  withoutRepeats,
} from './story.ts'

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

/** What an import adds to a deal that is there. */
export interface Retelling {
  /** The beginning as it is known from now on; null where it stays. */
  creation: Creation | null
  changes: Change[]
  /** Row ids of what was presumed and is known now. */
  superseded: number[]
  /** By the place of the event. */
  fates: Map<number, Fate>
}

/**
 * What a file adds to a deal that is there, whatever brought it. An event of the same stage at the same moment or day
 * is the same event. Others are new and take their place by their moments, also before everything known: the deal then
 * began there. What was only presumed gives way to what the file knows: a presumed beginning at the same moment, and a
 * presumed move into a stage that the file sees entered then or later. Nothing else that is known changes.
 */
export function retell(known: KnownDeal, deal: DealEvents, context: FoldContext): Retelling {
  return new Teller(known, deal, context).done()
}

/** A stage that the deal is known, or presumed, to have entered. */
interface Slot extends Moment {
  /** Null for the creation. */
  row: KnownRow | null
  presumed: boolean
  event: FileEvent | null
}

/** What a beginning becomes when an earlier one is known. */
interface Demoted {
  event: Moment & { stage: number; amount: number | null; currency: string }
  synthetic: boolean
  /** It is a move; else only what it says beside the stage holds. */
  hasStage: boolean
}

class Teller {
  readonly #fates = new Map<number, Fate>()
  readonly #superseded = new Set<number>()
  readonly #events: readonly FileEvent[]
  readonly #fresh: FileEvent[] = []
  readonly #slots = new Map<number, Slot[]>()
  readonly #matched = new Map<KnownRow | null, FileEvent>()
  #creation: Creation
  #retold = false
  /** The event that is the new beginning, and has no row of its own. */
  #beginning: FileEvent | null = null
  /** The old beginning, where an earlier one is known now: a move from now on. */
  #demoted: Demoted | null = null

  constructor(
    private readonly known: KnownDeal,
    private readonly deal: DealEvents,
    private readonly context: FoldContext,
  ) {
    this.#creation = known.creation
    this.#events = withoutRepeats(inOrder(deal.events, context), this.#fates)
  }

  done(): Retelling {
    this.#findSlots()
    for (const event of this.#events) this.#match(event)
    this.#begin()
    const changes = this.#changes()
    if (this.#retold && this.known.told !== null) this.#superseded.add(this.known.told)
    return {
      creation: this.#retold ? this.#creation : null,
      changes,
      superseded: [...this.#superseded],
      fates: this.#fates,
    }
  }

  #findSlots(): void {
    const { creation, rows } = this.known
    const add = (stage: number, slot: Slot) => {
      const list = this.#slots.get(stage)
      if (list === undefined) this.#slots.set(stage, [slot])
      else list.push(slot)
    }
    const presumed = creation.synthetic || creation.stageSynthetic
    add(creation.values.stage, {
      at: creation.at,
      precision: creation.precision,
      row: null,
      presumed,
      event: null,
    })
    for (const row of rows)
      if (row.kind === KIND.stage)
        add(Number(row.value), {
          at: row.at,
          precision: row.precision,
          row,
          presumed: row.synthetic,
          event: null,
        })
  }

  #match(event: FileEvent): void {
    const slots = (this.#slots.get(event.stage) ?? []).filter((slot) => slot.event === null)
    const same = slots.filter((slot) => sameMoment(slot, event, this.context))
    const real = same.find((slot) => !slot.presumed)
    if (real !== undefined) {
      real.event = event
      this.#matched.set(real.row, event)
      this.#fates.set(event.place, 'unchanged')
      return
    }
    const presumed = same[0] ?? slots.find((slot) => slot.presumed && slot.at <= event.at)
    this.#fates.set(event.place, presumed === undefined ? 'created' : 'updated')
    if (presumed?.row) this.#superseded.add(presumed.row.id)
    if (presumed !== undefined) presumed.event = event
    if (presumed?.row === null && this.#confirm(event)) return
    this.#fresh.push(event)
  }

  /** The deal did begin in that stage. Returns whether the event is the beginning itself. */
  #confirm(event: FileEvent): boolean {
    const { creation } = this.known
    const isBeginning = sameMoment(creation, event, this.context)
    if (event !== this.#events[0]) return false
    this.#retold = true
    if (!isBeginning) {
      this.#creation = { ...creation, stageSynthetic: false }
      return false
    }
    this.#creation = this.#begun(event, creation.at, creation.precision)
    this.#beginning = event
    return true
  }

  #begun(event: FileEvent, at: number, precision: Creation['precision']): Creation {
    const { creation } = this.known
    return {
      ...creation,
      at,
      precision,
      synthetic: false,
      stageSynthetic: false,
      amountSynthetic: event.amount === null && creation.amountSynthetic,
      actor: event.manager ?? creation.actor,
      values: {
        ...creation.values,
        stage: event.stage,
        manager: event.manager ?? creation.values.manager,
        amount: event.amount ?? creation.values.amount,
        currency: event.currency ?? creation.values.currency,
      },
    }
  }

  #begin(): void {
    const { creation } = this.known
    const [first] = this.#events
    const isFresh = first !== undefined && this.#fresh[0] === first
    if (isFresh && precedes(first, creation, this.context)) this.#beginAt(first)
    else if (isFresh && creation.stageSynthetic && sameMoment(first, creation, this.context)) {
      this.#creation = this.#begun(first, creation.at, creation.precision)
      this.#beginning = first
      this.#retold = true
    }
    const { created } = this.deal
    if (created === null || !precedes(created, this.#creation, this.context)) return
    const begun = { ...this.#creation }
    if (this.#beginning === null && this.#demoted === null) this.#demote(this.#creation)
    beginEarlier(begun, created, this.deal.first)
    if (this.#demoted !== null && !this.#demoted.hasStage) begun.stageSynthetic = true
    this.#creation = begun
    this.#beginning = null
    this.#retold = true
  }

  /**
   * An event before everything known. What a history row said of the owner and the amount at the old beginning holds
   * from that moment; what was said of the deal as a whole, since whenever it is there.
   */
  #beginAt(event: FileEvent): void {
    const { creation, imported } = this.known
    const { values } = creation
    this.#demote(creation)
    const ownerSaid = imported && creation.actor !== null
    const amountSaid = !creation.amountSynthetic
    this.#creation = {
      ...this.#begun(event, event.at, event.precision),
      actor: event.manager,
      values: {
        ...values,
        stage: event.stage,
        manager: event.manager ?? (ownerSaid ? null : values.manager),
        amount: event.amount ?? (amountSaid ? null : values.amount),
        currency: event.currency ?? values.currency,
      },
    }
    this.#beginning = event
    this.#retold = true
  }

  #demote(creation: Creation): void {
    const { at, precision, values, synthetic, stageSynthetic, amountSynthetic } = creation
    const amount = amountSynthetic ? null : values.amount
    const { stage, currency } = values
    this.#demoted = {
      event: { stage, at, precision, amount, currency },
      synthetic,
      // A presumed beginning that an event has explained is no move any more.
      hasStage: !stageSynthetic && !this.#creationExplained(),
    }
  }

  #creationExplained(): boolean {
    const slots = this.#slots.get(this.known.creation.values.stage) ?? []
    return slots.some((slot) => slot.row === null && slot.presumed && slot.event !== null)
  }

  /** The rows to add, found on a walk through what is known and what is new, in order. */
  #changes(): Change[] {
    const writer = new EventWriter(this.#creation.values)
    const old: Holding = { ...(this.#demoted === null ? this.known.creation : this.#creation).values }
    if (this.#demoted === null) this.#sayOf(null, writer, old)
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
    const steps: Step[] = this.known.rows
      .filter(({ id }) => !this.#superseded.has(id))
      .map((row) => ({ at: row.at, row }))
    const later = this.#fresh
      .filter((event) => event !== this.#beginning)
      .map((event): Step => {
        const at = this.#inEffect(event)
        return { at, event: at === event.at ? event : { ...event, at } }
      })
    if (this.#demoted !== null) steps.unshift({ at: this.#demoted.event.at, demoted: true })
    // Stable: of one moment, what is known stands before what is new, as their ids will.
    return [...steps, ...later].sort((a, b) => a.at - b.at)
  }

  /** An event known by its day comes after what is known of that day. */
  #inEffect({ at, precision }: FileEvent): number {
    if (precision !== 'day') return at
    const day = this.context.dayOf(at)
    let latest = at
    for (const known of [this.#creation, ...this.known.rows])
      if (known.at > latest && this.context.dayOf(known.at) === day) latest = known.at
    return latest
  }

  #addDemoted(writer: EventWriter, old: Holding): void {
    if (this.#demoted === null) return
    const { event, synthetic, hasStage } = this.#demoted
    const { values } = this.known.creation
    old.manager = values.manager
    if (event.amount !== null) old.amount = event.amount
    else old.amount = writer.holding.amount
    writer.state(event, { ...event, manager: values.manager })
    if (hasStage) writer.row(KIND.stage, event.stage, event, this.known.creation.actor, synthetic)
    this.#sayOf(null, writer, old)
  }

  /** Adds what the file says beside an event that is known, where it was not said before. */
  #sayOf(row: KnownRow | null, writer: EventWriter, old: Holding): void {
    const event = this.#matched.get(row)
    if (event === undefined) return
    const said = (kind: number, value: number | null) =>
      this.known.rows.some(
        (known) => known.kind === kind && known.value === value && sameMoment(known, event, this.context),
      )
    const { manager, amount, currency } = event
    const actor = row === null ? this.known.creation.actor : row.actor
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
    this.#fates.set(event.place, 'updated')
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
