import { KIND } from '../deal.ts'
import { type FileEvent, inOrder, precedes, sameMoment } from '../event.ts'
import type { Change, Creation, FoldContext } from '../history.ts'
import type { Moment } from '../time/when.ts'
import { beginEarlier, type DealEvents, type Fate, withoutRepeats } from './story.ts'
import { type Demoted, type KnownDeal, type KnownRow, weave } from './weave.ts'

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
    const changes = weave(
      {
        known: this.known,
        creation: this.#creation,
        demoted: this.#demoted,
        superseded: this.#superseded,
        fresh: this.#fresh.filter((event) => event !== this.#beginning),
        matched: this.#matched,
      },
      this.#fates,
      this.context,
    )
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
}
