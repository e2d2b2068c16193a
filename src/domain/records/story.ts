import { KIND } from '../deal.ts'
import { type FileEvent, inOrder, precedes } from '../event.ts'
import type { Change, Creation, FoldContext } from '../history.ts'
import type { Moment } from '../time/when.ts'

/** How the row of an event counts: new, said better than it was known, known already, or a repeat of the row before. */
export type Fate = 'created' | 'updated' | 'unchanged' | 'merged'

/** What a file says of one deal. */
export interface DealEvents {
  events: readonly FileEvent[]
  /** The earliest moment of its creation that a row names. */
  created: Moment | null
  /** The first stage of the deal's pipeline. */
  first: number
}

export interface NewDealStory {
  creation: Creation
  changes: Change[]
  fates: Map<number, Fate>
}

/**
 * The history of a deal that is new. Its first row is its creation; where a created column gives an earlier moment,
 * the deal begins there, in the pipeline's first stage, presumed unless that is what the first row says too.
 */
export function beginStory(deal: DealEvents, values: Creation['values'], context: FoldContext): NewDealStory {
  const fates = new Map<number, Fate>()
  const events = withoutRepeats(inOrder(deal.events, context), fates)
  const [first] = events
  if (first === undefined) throw new Error('a deal without events')
  for (const { place } of events) fates.set(place, 'created')
  const creation = creationOf(first, values)
  const earlier = deal.created !== null && precedes(deal.created, first, context)
  if (earlier && deal.created !== null) beginEarlier(creation, deal.created, deal.first)
  const writer = new EventWriter(creation.values)
  for (const event of earlier ? events : events.slice(1)) writer.event(event)
  return { creation, changes: writer.changes, fates }
}

function creationOf(first: FileEvent, values: Creation['values']): Creation {
  return {
    at: first.at,
    precision: first.precision,
    synthetic: false,
    stageSynthetic: false,
    stageSeen: false,
    amountSynthetic: false,
    actor: first.manager,
    values: {
      ...values,
      stage: first.stage,
      manager: first.manager ?? values.manager,
      amount: first.amount ?? values.amount,
      currency: first.currency ?? values.currency,
    },
  }
}

/** The creation moved to an earlier moment, in the first stage of the pipeline. */
export function beginEarlier(creation: Creation, created: Moment, first: number): void {
  creation.at = created.at
  creation.precision = created.precision
  creation.synthetic = false
  creation.stageSynthetic = creation.values.stage !== first
  creation.values = { ...creation.values, stage: first }
}

/** Rows that say what the row before them says are one with it. */
export function withoutRepeats(events: readonly FileEvent[], fates: Map<number, Fate>): FileEvent[] {
  let before: FileEvent | undefined
  return events.filter((event) => {
    const repeats =
      before !== undefined &&
      before.stage === event.stage &&
      before.text === event.text &&
      before.at === event.at &&
      before.precision === event.precision &&
      before.manager === event.manager &&
      before.amount === event.amount &&
      before.currency === event.currency
    if (repeats) fates.set(event.place, 'merged')
    else before = event
    return !repeats
  })
}

export interface Holding {
  manager: number | null
  amount: number | null
  currency: string
}

/** Writes events as history rows, following who owns the deal and what it is worth. */
export class EventWriter {
  readonly changes: Change[] = []
  readonly holding: Holding

  constructor({ manager, amount, currency }: Holding) {
    this.holding = { manager, amount, currency }
  }

  event(event: FileEvent, synthetic = false): void {
    this.state(event, event)
    this.row(KIND.stage, event.stage, event, event.manager, synthetic)
  }

  /** The owner and the amount from this moment on, where they are said and differ. */
  state(
    moment: Moment,
    said: { manager: number | null; amount: number | null; currency: string | null },
  ): void {
    const { holding } = this
    const actor = said.manager
    if (said.manager !== null && said.manager !== holding.manager) {
      holding.manager = said.manager
      this.row(KIND.manager, said.manager, moment, actor, false)
    }
    if (said.amount === null) return
    if (said.currency !== null && said.currency !== holding.currency) {
      holding.currency = said.currency
      this.row(KIND.currency, said.currency, moment, actor, false)
    }
    if (said.amount === holding.amount) return
    holding.amount = said.amount
    this.row(KIND.amount, said.amount, moment, actor, false)
  }

  row(
    kind: number,
    value: number | string,
    { at, precision }: Moment,
    actor: number | null,
    synthetic: boolean,
  ): void {
    this.changes.push({ kind, value, reason: null, at, precision, actor, synthetic })
  }
}
