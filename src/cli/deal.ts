import type { DealValues } from '../domain/deal.ts'
import { formatMoney, majorOf } from '../domain/money.ts'
import { Fault, UsageError } from '../errors.ts'
import { findDeal } from '../store/deal-naming.ts'
import {
  addDeal,
  editDeal,
  firstStage,
  moveDeal,
  outcomeOfDeal,
  removeDeal,
  stateAt,
} from '../store/deal-writing.ts'
import { dealStory } from '../store/deals.ts'
import { Labels } from '../store/labels.ts'
import { findPipeline, findStage } from '../store/naming.ts'
import type { Store } from '../store/store.ts'
import type { Words } from '../words/words.ts'
import { type At, echoAt, parseAt, sayMoment } from './at.ts'
import type { Answer, Run, Typed } from './command.ts'
import type { Context } from './context.ts'
import { dealCard, fieldName } from './deal-shown.ts'
import { readPatch } from './deal-values.ts'
import { chosen } from './naming.ts'
import { parseName } from './texts.ts'
import { optional } from './typed.ts'
import { change } from './writing.ts'

export const dealAdd: Run = async (context, typed) => {
  const store = context.open('write')
  const at = parseAt(context, store, typed)
  const actor = store.settings.me
  const patch = (await readPatch(context, store, typed))({
    amount: null,
    currency: store.settings.currency,
    tags: [],
    contacts: [],
  })
  const stage = await newStage(context, store, typed, at)
  const { fields = {}, ...given } = patch
  const values: DealValues = {
    ...NOTHING_KNOWN,
    stage,
    manager: actor,
    currency: store.settings.currency,
    ...given,
    title: titleOf(typed, given, new Labels(store)),
    fields: Object.fromEntries(
      Object.entries(fields).flatMap(([id, value]) => (value === null ? [] : [[id, value]])),
    ),
  }
  return change(context, (operation) => {
    const id = addDeal(store, operation, values, { when: at.when, actor })
    const json = storyOf(store, id)
    const facts = (w: Words) =>
      [
        json.stage,
        values.amount === null ? null : formatMoney(values.amount, values.currency, w.lang),
        json.manager,
      ]
        .filter((fact) => fact !== null)
        .join(' · ')
    return { json, says: (w) => w.deals.added({ ...json, facts: facts(w), when: echoAt(at, w) }) }
  })
}

const NOTHING_KNOWN = {
  title: '',
  manager: null,
  company: null,
  contacts: [],
  amount: null,
  cost: null,
  source: null,
  product: null,
  expected: null,
  tags: [],
  fields: {},
  note: null,
  externalSystem: null,
  externalId: null,
} as const satisfies Partial<DealValues>

/** The stage named, in the pipeline named; else the first. */
async function newStage(context: Context, store: Store, typed: Typed, at: At): Promise<number> {
  const named = optional(typed, 'pipeline')
  const pipeline =
    named === undefined ? defaultPipeline(store) : await chosen(context, () => findPipeline(store, named))
  const stage = optional(typed, 'stage')
  if (stage === undefined) return firstStage(store, pipeline)
  const scope = { at: at.when.at, ...(named !== undefined && { pipeline }) }
  return chosen(context, () => findStage(store, stage, scope))
}

function defaultPipeline(store: Store): number {
  const id = store.settings.pipeline ?? store.pipelines[0]?.id
  if (id === undefined) throw new UsageError((w) => w.deals.noPipeline)
  return id
}

/** Untitled deals go by their contact, or company, and product. */
function titleOf(typed: Typed, patch: Partial<DealValues>, labels: Labels): string {
  const [title] = typed.args
  if (title !== undefined) return parseName(title)
  const [contact] = patch.contacts ?? []
  const who =
    contact !== undefined ? labels.contact(contact) : patch.company ? labels.company(patch.company) : null
  const parts = [who, patch.product ?? null].filter((part) => part !== null)
  if (parts.length === 0) throw new UsageError((w) => w.deals.noTitle)
  return parts.join(', ')
}

export const dealEdit: Run = async (context, typed) => {
  const store = context.open('write')
  const deal = await named(context, store, typed)
  const at = parseAt(context, store, typed)
  const read = await readPatch(context, store, typed)
  const title = optional(typed, 'title')
  const stage = await wantedStage(context, store, typed, deal, optional(typed, 'stage'), at)
  const deed = { when: at.when, actor: store.settings.me }
  return change(context, (operation) => {
    const patchOf = (values: DealValues) => ({
      ...(title !== undefined && { title: parseName(title) }),
      ...read(values),
    })
    const fields = editDeal(store, operation, deal, patchOf, deed)
    if (stage !== undefined && moveDeal(store, operation, deal, { ...deed, stage, reason: null }).changed)
      fields.push('stage')
    const json = storyOf(store, deal)
    const own = new Labels(store).fields('deal')
    const names = (w: Words) =>
      fields.map((field) =>
        typeof field === 'number' ? (own.find(({ id }) => id === field)?.name ?? '') : fieldName(field, w),
      )
    return { json, says: (w) => w.deals.changed({ ...json, fields: names(w).join(', ') }) }
  })
}

export const dealRm: Run = async (context, typed) => {
  const store = context.open('write')
  const deal = await named(context, store, typed)
  return change(context, (operation) => {
    removeDeal(store, operation, deal, {
      when: parseAt(context, store, NO_FLAGS).when,
      actor: store.settings.me,
    })
    const json = storyOf(store, deal)
    return { json, says: (w) => w.deals.removed(json) }
  })
}

const NO_FLAGS: Typed = { args: [], options: {} }

export const dealMove: Run = async (context, typed) => {
  const store = context.open('write')
  const deal = await named(context, store, typed)
  const at = parseAt(context, store, typed)
  const stage = await wantedStage(context, store, typed, deal, typed.args[1], at)
  if (stage === undefined)
    throw new UsageError((w) => w.cli.missingArgument({ name: 'stage', command: 'voronka deal move' }))
  return moved(context, store, deal, stage, at, optional(typed, 'reason') ?? null)
}

export const won: Run = (context, typed) => closed(context, typed, 'won')

export const lost: Run = (context, typed) => closed(context, typed, 'lost')

async function closed(context: Context, typed: Typed, kind: 'won' | 'lost'): Promise<Answer> {
  const store = context.open('write')
  const deal = await named(context, store, typed)
  const at = parseAt(context, store, typed)
  const reason = optional(typed, 'reason') ?? typed.args[1] ?? null
  return moved(context, store, deal, outcomeOfDeal(store, deal, kind), at, reason)
}

/** A stage of the deal's own pipeline, or of the one that `--pipeline` names. */
async function wantedStage(
  context: Context,
  store: Store,
  typed: Typed,
  deal: number,
  text: string | undefined,
  at: At,
): Promise<number | undefined> {
  const named = optional(typed, 'pipeline')
  if (text === undefined && named === undefined) return undefined
  const pipeline =
    named === undefined
      ? stateAt(store, deal, Number.MAX_SAFE_INTEGER).pipeline
      : await chosen(context, () => findPipeline(store, named))
  if (text === undefined) return firstStage(store, pipeline)
  return chosen(context, () => findStage(store, text, { pipeline, at: at.when.at }))
}

function moved(
  context: Context,
  store: Store,
  deal: number,
  stage: number,
  at: At,
  reasonText: string | null,
): Answer {
  const to = store.stage(stage)
  const reason = reasonText === null || reasonText.trim() === '' ? null : reasonText.trim()
  if (reason !== null && to.kind !== 'lost')
    throw new UsageError((w) => w.deals.reasonOfNoLoss({ stage: to.name }))
  return change(context, (operation) => {
    const move = moveDeal(store, operation, deal, { stage, reason, when: at.when, actor: store.settings.me })
    const json = storyOf(store, deal)
    const { id, title } = json
    const from = store.stage(move.from).name
    const since = store.zone.isoString(move.since)
    const { next } = move
    return {
      json,
      says: (w) =>
        move.from === stage && reason !== null
          ? w.deals.reasoned({ id, title, stage: to.name, reason })
          : w.deals.moved({ id, title, from, to: to.name, when: echoAt(at, w), reason }),
      unchanged: (w) =>
        w.deals.thereAlready({ id, title, stage: to.name, since: sayMoment(since, store, w) }),
      notes:
        next === null
          ? []
          : [
              (w) =>
                w.deals.landed({
                  next: store.stage(next.stage).name,
                  nextWhen: sayMoment(store.zone.isoString(next.at), store, w),
                  now: json.stage,
                }),
            ],
    }
  })
}

export const dealShow: Run = async (context, typed) => {
  const store = context.open('read')
  const deal = await named(context, store, typed)
  const json = storyOf(store, deal)
  const { cost, note, currency } = stateAt(store, deal, Number.MAX_SAFE_INTEGER).values
  const extra = { cost: cost === null ? null : majorOf(cost, currency), note }
  return { json, document: (words) => dealCard(json, extra, store, words) }
}

function named(context: Context, store: Store, typed: Typed): Promise<number> {
  return chosen(context, () => findDeal(store, typed.args[0] ?? ''))
}

function storyOf(store: Store, deal: number) {
  const story = dealStory(store, new Labels(store), deal)
  if (story === undefined) throw new Fault(`deal ${deal} is gone`)
  return story
}
