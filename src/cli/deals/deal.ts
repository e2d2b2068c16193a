import { type DealValues, NOTHING_KNOWN } from '../../domain/deal.ts'
import { formatMoney, majorOf } from '../../domain/money.ts'
import { UsageError } from '../../errors.ts'
import { changesOf } from '../../store/deals/history.ts'
import {
  addDeal,
  type DealPatch,
  editDeal,
  firstStage,
  moveDeal,
  removeDeal,
  stateAt,
} from '../../store/deals/writing.ts'
import { Labels } from '../../store/labels.ts'
import { findPipeline, findStage } from '../../store/naming/naming.ts'
import type { Store } from '../../store/store.ts'
import type { Words } from '../../words/words.ts'
import { type At, echoAt, parseAt } from '../at.ts'
import { sayChanges } from '../changes.ts'
import type { Run, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { chosen } from '../naming.ts'
import { give } from '../tasks/give.ts'
import { notesOnTasksOf, tasksToGive } from '../tasks/tasks-given.ts'
import { idOf } from '../tasks/to-do-of.ts'
import { parseName } from '../texts.ts'
import { optional } from '../typed.ts'
import { change } from '../writing.ts'
import { passCriteria } from './criteria.ts'
import { enteredLate, stageTexts } from './move.ts'
import { namedDeal, storyOf } from './named.ts'
import { changeTexts, dealCard } from './shown.ts'
import { readPatch } from './values.ts'
import { wantedStage } from './wanted-stage.ts'

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

/** The stage named, in the pipeline named; else the first. */
export async function newStage(context: Context, store: Store, typed: Typed, at: At): Promise<number> {
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

/** Options of `deal edit` that change nothing by themselves. */
const BESIDE: ReadonlySet<string> = new Set(['at', 'decimal', 'withTasks'])

export const dealEdit: Run = async (context, typed) => {
  const store = context.open('write')
  if (!Object.keys(typed.options).some((name) => !BESIDE.has(name)))
    throw new UsageError((w) => w.records.noChange({ command: 'voronka deal edit' }))
  const deal = await namedDeal(context, store, typed)
  const at = parseAt(context, store, typed)
  const read = await readPatch(context, store, typed)
  const title = optional(typed, 'title')
  const stage = await wantedStage(context, store, typed, deal, optional(typed, 'stage'), at)
  const deed = { when: at.when, actor: store.settings.me }
  const given = (values: DealValues) => ({
    ...(title !== undefined && { title: parseName(title) }),
    ...read(values),
  })
  const passage = stage === undefined ? undefined : await passCriteria(context, store, deal, stage, at, given)
  const tasks = await tasksToGive(context, store, typed, deal, given)
  return change(context, (operation) => {
    for (const { one, manager } of tasks) give(store, operation, one, manager)
    const patchOf = (values: DealValues) => bothPatches(given(values), passage?.patchOf?.(values) ?? {})
    const before = stateAt(store, deal, Number.MAX_SAFE_INTEGER).values.manager
    const changes = editDeal(store, operation, deal, patchOf, deed)
    const move =
      stage === undefined ? undefined : moveDeal(store, operation, deal, { ...deed, stage, reason: null })
    const json = storyOf(store, deal)
    const edited = changesOf(store, new Labels(store), changes)
    const said = (w: Words) =>
      sayChanges(
        [
          ...edited.map((one) => changeTexts(one, store, w)),
          ...(move?.changed ? [stageTexts(store, move, w)] : []),
        ],
        w,
      )
    return {
      json,
      says: (w) => w.deals.changed({ ...json, changes: said(w), when: echoAt(at, w) }),
      notes: [
        ...(move === undefined ? [] : enteredLate(store, move, json)),
        ...(tasks.length === 0 ? [] : [(w: Words) => w.deals.tasksGiven(tasks.map(({ one }) => idOf(one)))]),
        ...notesOnTasksOf(store, deal, before, operation.at),
        ...(passage?.notes ?? []),
      ],
    }
  })
}

function bothPatches(one: DealPatch, other: DealPatch): DealPatch {
  return { ...one, ...other, fields: { ...one.fields, ...other.fields } }
}

export const dealRm: Run = async (context, typed) => {
  const store = context.open('write')
  const deal = await namedDeal(context, store, typed)
  return change(context, (operation) => {
    removeDeal(store, operation, deal, {
      when: parseAt(context, store, NO_FLAGS).when,
      actor: store.settings.me,
    })
    const json = storyOf(store, deal)
    return { json, says: (w) => w.deals.removed({ ...json, operation: operation.id }) }
  })
}

const NO_FLAGS: Typed = { args: [], options: {} }

export const dealShow: Run = async (context, typed) => {
  const store = context.open('read')
  const deal = await namedDeal(context, store, typed)
  const story = storyOf(store, deal)
  const { cost, note, currency } = stateAt(store, deal, Number.MAX_SAFE_INTEGER).values
  const today = stageToday(store, deal, context.now(store.zone))
  const ahead = today === story.stage ? null : { stage: today }
  const extra = { cost: cost === null ? null : majorOf(cost, currency), note, ahead }
  return {
    json: { ...story, ...(ahead !== null && { stageToday: today }) },
    document: (words) => dealCard(story, extra, store, words),
  }
}

/** The stage in which reports of today find the deal, for an import may date moves ahead; null where it is still to begin. */
function stageToday(store: Store, deal: number, now: number): string | null {
  const { zone } = store
  const today = zone.dateOf(now)
  const { createdAt, values } = stateAt(store, deal, zone.endOfDay(today) - 1)
  return zone.dateOf(createdAt) > today ? null : store.stage(values.stage).name
}
