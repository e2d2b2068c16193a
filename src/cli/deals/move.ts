import { Fault, type Say, UsageError } from '../../errors.ts'
import type { DealStory } from '../../store/deals/deals.ts'
import { changesOf, type NamedChange } from '../../store/deals/history.ts'
import { editDeal, type Moved, outcomeOfDeal, stateAt } from '../../store/deals/writing.ts'
import { Labels } from '../../store/labels.ts'
import type { Store } from '../../store/store.ts'
import { partiesOf } from '../../store/touches/about.ts'
import { record } from '../../store/touches/recording.ts'
import type { Words } from '../../words/words.ts'
import { type At, echoAt, parseAt, sayMoment } from '../at.ts'
import { sayChanges } from '../changes.ts'
import type { Answer, Run, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { nextShown, toldNext } from '../day/next-said.ts'
import { type NextStep, readNext } from '../day/next-step.ts'
import { inWords } from '../line/help.ts'
import { parseName } from '../texts.ts'
import { askNext, missing } from '../touches/asked.ts'
import { sure } from '../touches/filter.ts'
import { optional, several } from '../typed.ts'
import { change } from '../writing.ts'
import { type PatchOf, passCriteria } from './criteria.ts'
import { notesOnTasksLeft } from './left-open.ts'
import { namedDeal, namedLost, storyOf, withDealName } from './named.ts'
import { changeTexts } from './shown.ts'
import { readPatch } from './values.ts'
import { wantedStage } from './wanted-stage.ts'
import { askWhyLost } from './why-lost.ts'

export const dealMove: Run = async (context, line) => {
  const store = context.open('write')
  const typed = { ...line, args: withDealName(store, line.args, 1) }
  const deal = await namedDeal(context, store, typed)
  const at = parseAt(context, store, typed)
  const words = typed.args.slice(1).join(' ')
  const stage = await wantedStage(context, store, typed, deal, words === '' ? undefined : words, at)
  if (stage === undefined)
    throw new UsageError((w) =>
      w.commandLine.missingArgument({ name: inWords('<stage>', w), command: 'voronka deal move' }),
    )
  const reason = optional(typed, 'reason') ?? null
  const next = await readNext(context, store, typed)
  return moved(context, store, deal, {
    stage,
    at,
    reason,
    next,
    given: await fieldsGiven(context, store, typed),
  })
}

/** What `--field` and `--amount` fill in on the way, as in `deal edit`; undefined where nothing. */
async function fieldsGiven(context: Context, store: Store, typed: Typed): Promise<PatchOf | undefined> {
  const field = several(typed, 'field')
  const amount = optional(typed, 'amount')
  if (field.length === 0 && amount === undefined) return undefined
  return readPatch(context, store, { args: [], options: { field, ...(amount !== undefined && { amount }) } })
}

export const won: Run = (context, typed) => closed(context, typed, 'won')

export const lost: Run = (context, typed) => closed(context, typed, 'lost')

async function closed(context: Context, bare: Typed, kind: 'won' | 'lost'): Promise<Answer> {
  const store = context.open('write')
  const asked = await askClosing(context, store, bare, kind)
  const [name = '', ...rest] = withDealName(store, asked.args, 0)
  const words = rest.join(' ')
  // Behind a deal stands why it was lost, or what it was won for.
  const isAmount = kind === 'won' && words !== '' && optional(asked, 'amount') === undefined
  const typed = { args: [name], options: { ...asked.options, ...(isAmount && { amount: words }) } }
  const deal = await (kind === 'lost' && words !== '' ? namedLost : namedDeal)(context, store, typed)
  const at = parseAt(context, store, typed)
  const reason = optional(typed, 'reason') ?? (kind === 'lost' && words !== '' ? words : null)
  const next = await readNext(context, store, typed)
  const given = await fieldsGiven(context, store, typed)
  return moved(context, store, deal, { stage: outcomeOfDeal(store, deal, kind), at, reason, next, given })
}

/** A bare `won` or `lost` asks a person at a terminal which deal, why it was lost and what is next. */
async function askClosing(
  context: Context,
  store: Store,
  typed: Typed,
  kind: 'won' | 'lost',
): Promise<Typed> {
  if (typed.args.length > 0) return typed
  if (!context.interactive) throw missing('deal', kind)
  const ask = await context.ask()
  const words = context.words.touch.ask
  const deal = (await ask.text(words.whichDeal)).trim()
  if (deal === '') throw missing('deal', kind)
  const options = { ...typed.options }
  if (kind === 'lost' && optional(typed, 'reason') === undefined)
    options['reason'] = await askWhyLost(context, store)
  if (optional(typed, 'next') === undefined) {
    const next = await askNext(context, store)
    if (next !== null) options['next'] = next
  }
  return { args: [deal], options }
}

/** A move as it was typed. */
interface TypedMove {
  stage: number
  at: At
  reason: string | null
  /** What is to be done after it. */
  next: NextStep | null
  /** What is filled in before it. */
  given: PatchOf | undefined
}

async function moved(context: Context, store: Store, deal: number, typed: TypedMove): Promise<Answer> {
  const { stage, at, next, given } = typed
  const to = store.stage(stage)
  const why = typed.reason ?? (await askReason(context, store, deal, stage))
  const reason = why === null || why.trim() === '' ? null : parseName(why)
  if (reason !== null && to.kind !== 'lost')
    throw new UsageError((w) => w.deals.reasonOfNoLoss({ stage: to.name }))
  const { patchOf, notes } = await passCriteria(context, store, deal, stage, at, given)
  return change(context, (operation) => {
    const actor = store.settings.me
    const deed = { when: at.when, actor }
    const filled = given === undefined ? [] : editDeal(store, operation, deal, given, deed)
    if (patchOf !== undefined) editDeal(store, operation, deal, patchOf, deed)
    const edited = changesOf(store, new Labels(store), filled)
    const recorded = record(store, operation, {
      move: { deal, stage, reason, when: at.when, actor },
      ...(next !== null && { next: { ...partiesOf(store, deal), deal, manager: actor, ...next } }),
    })
    const move = sure(recorded.move ?? undefined)
    const told = () => {
      const { title, stage: last } = stateAt(store, deal, Number.MAX_SAFE_INTEGER).values
      const id = `d${deal}`
      const now = store.stage(last)
      const stays = move.next !== null && now.id !== stage
      const says = move.changed
        ? sayMoved(store, move, { id, title }, { at, reason })
        : sayThere(store, move, { id, title })
      return {
        says: (w: Words) => (stays ? `${overtaken(store, move, stage, now.name)(w)}\n${says(w)}` : says(w)),
        unchanged: says,
        notes: [
          ...(edited.length === 0 ? [] : [sayFilled(store, edited, { id, title }, at)]),
          ...(stays ? [] : enteredLate(store, move, { stage: now.name })),
          ...toldNext(context, store, recorded, next).notes,
          ...(to.kind === 'lost' && move.changed && reason === null
            ? [(w: Words) => w.deals.lostWithoutReason({ id })]
            : []),
          ...(to.kind === 'open' || stays ? [] : notesOnTasksLeft(store, deal, recorded.task)),
          ...notes,
        ],
      }
    }
    return {
      json: () => {
        const json = storyOf(store, deal)
        return next === null ? json : { ...json, next: nextShown(store, recorded) }
      },
      told,
    }
  })
}

/** What was filled in with the move. */
function sayFilled(
  store: Store,
  edited: readonly NamedChange[],
  { id, title }: Pick<DealStory, 'id' | 'title'>,
  at: At,
): Say {
  return (w) => {
    const changes = sayChanges(
      edited.map((one) => changeTexts(one, store, w)),
      w,
    )
    return w.deals.changed({ id, title, changes, when: echoAt(at, w) })
  }
}

/** Why a deal that was not lost before is; null where there is nobody to ask. */
async function askReason(
  context: Context,
  store: Store,
  deal: number,
  stage: number,
): Promise<string | null> {
  if (!context.interactive || store.stage(stage).kind !== 'lost') return null
  const now = store.stage(stateAt(store, deal, Number.MAX_SAFE_INTEGER).values.stage)
  if (now.kind === 'lost') return null
  return askWhyLost(context, store)
}

function sayMoved(
  store: Store,
  move: Moved,
  { id, title }: Pick<DealStory, 'id' | 'title'>,
  { at, reason }: Pick<TypedMove, 'at' | 'reason'>,
): Say {
  const [from, to] = [store.stage(move.from).name, store.stage(move.to).name]
  if (move.from === move.to && reason !== null)
    return (w) => w.deals.reasoned({ id, title, stage: to, reason })
  const how = reopens(store, move.from, move.to) ? 'reopened' : 'moved'
  return (w) => w.deals[how]({ id, title, from, to, when: echoAt(at, w), reason })
}

function sayThere(store: Store, move: Moved, { id, title }: { id: string; title: string }): Say {
  const since = store.zone.isoString(move.since)
  const stage = store.stage(move.to).name
  return (w) => w.deals.thereAlready({ id, title, stage, since: sayMoment(since, store, w) })
}

/** A deal that was closed and is open again. */
function reopens(store: Store, from: number, to: number): boolean {
  return store.stage(from).kind !== 'open' && store.stage(to).kind === 'open'
}

/** A move as an edited field, for `deal edit --stage`. */
export function stageTexts(store: Store, { from, to }: Moved, { deals }: Words): [string, string, string] {
  const name = store.stage(to).name
  return [
    deals.fields.stage,
    store.stage(from).name,
    reopens(store, from, to) ? `${name} (${deals.isReopened})` : name,
  ]
}

/** Said first of a move entered late that the deal has left since: it is not where the command was to bring it. */
function overtaken(store: Store, { next }: Moved, stage: number, now: string): Say {
  if (next === null) throw new Fault('a move is overtaken by none')
  const { kind, name: to } = store.stage(stage)
  const p = { to, next: store.stage(next.stage).name, now }
  const { zone } = store
  const day = zone.dateOf(next.at)
  // A day without an hour is kept as its start.
  const at = next.at === zone.startOfDay(day) ? day : zone.isoString(next.at)
  return (w) => w.deals.overtaken[kind]({ ...p, nextWhen: sayMoment(at, store, w) })
}

/** Said of a move entered late: what came after it, and where the deal is now. */
export function enteredLate(store: Store, { next }: Moved, { stage: now }: Pick<DealStory, 'stage'>): Say[] {
  if (next === null) return []
  const { name } = store.stage(next.stage)
  const at = store.zone.isoString(next.at)
  return [(w) => w.deals.landed({ next: name, nextWhen: sayMoment(at, store, w), now })]
}
