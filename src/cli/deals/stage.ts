import { wordsOf } from '../../domain/names/matching.ts'
import { foldKey, nearest } from '../../domain/names/name.ts'
import { farFromName } from '../../domain/names/name-cases.ts'
import { stagesAt } from '../../domain/pipeline.ts'
import { Fault, type Say, UsageError, UserError } from '../../errors.ts'
import { addStage, retireStage, type StagePatch, updateStage } from '../../store/deals/stages.ts'
import { findStage } from '../../store/naming/naming.ts'
import { pointersTo } from '../../store/pointers.ts'
import type { Store } from '../../store/store.ts'
import { changedColumns } from '../changes.ts'
import type { Run, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { shellWord } from '../line/quoted.ts'
import { type ListColumn, listing } from '../listing.ts'
import { chosen } from '../naming.ts'
import { sayPointers } from '../pointers.ts'
import { parseName, present } from '../texts.ts'
import { flag, optional } from '../typed.ts'
import { change, type Done } from '../writing.ts'
import { namesOfCriteria, readCriteria } from './criteria.ts'
import { namedPipeline } from './pipeline.ts'
import { type StageJson, stageColumns, stagesJson } from './stage-shown.ts'

export const stageAdd: Run = async (context, typed) => {
  const pipeline = await scopeOf(context, typed, 'write')
  const { name, after, notes } = nameAndPlace(context, typed, pipeline)
  const patch = { ...(await patchOf(context, typed, pipeline)), ...present<StagePatch>({ place: after }) }
  return change(context, (operation, store) => {
    const { id, wasRetired } = addStage(store, operation, store.pipeline(pipeline), name, patch)
    return { ...said(store, id, wasRetired ? 'stageBack' : 'stageAdded'), notes }
  })
}

/** `Contract after Offer` names a place too, where the pipeline has such a stage. */
function nameAndPlace(
  context: Context,
  typed: Typed,
  pipeline: number,
): { name: string; after: number | undefined; notes: Say[] } {
  const text = parseName(typed.args[0])
  const [, name, of] = /^(.+?) (?:after|после|після) (.+)$/iu.exec(text) ?? []
  const all = context.open('write').pipeline(pipeline)
  const isPlaced =
    flag(typed, 'first') ||
    optional(typed, 'after') !== undefined ||
    all.stages.some((stage) => foldKey(stage.name) === foldKey(text))
  if (name === undefined || of === undefined || isPlaced) return { name: text, after: undefined, notes: [] }
  const stages = stagesAt(all, Number.POSITIVE_INFINITY)
  const names = stages.map((stage) => stage.name)
  const found = names.find((one) => foldKey(one) === foldKey(of)) ?? names.find((one) => isCaseOf(of, one))
  const near = found === undefined ? nearest(of, names, 1)[0] : undefined
  if (near !== undefined) {
    const command = `voronka stage add ${shellWord(name)} --after ${shellWord(near)}`
    throw new UserError((w) => w.pipelines.placeNear({ of, near, command }))
  }
  const after = stages.find((stage) => stage.name === found)?.id
  if (after !== undefined) return { name: parseName(name), after, notes: [] }
  return { name: text, after, notes: [(w) => w.pipelines.placeInName({ of, name: text })] }
}

/** `после договора` is after Договор. */
function isCaseOf(text: string, name: string): boolean {
  return (farFromName(foldKey(text), foldKey(name)) ?? Number.POSITIVE_INFINITY) <= wordsOf(name).length
}

export const stageList: Run = async (context, typed) => {
  const store = context.open('read')
  const named = optional(typed, 'pipeline')
  const only = named === undefined ? undefined : await namedPipeline(context, named)
  const stages = store.pipelines
    .filter(({ id }) => only === undefined || id === only)
    .flatMap((pipeline) => stagesJson(store, pipeline, flag(typed, 'retired')))
  return listing(typed, stages, stageColumns(stages), (w) => w.pipelines.empty())
}

export const stageEdit: Run = async (context, typed) => {
  const store = context.open('write')
  const id = await namedStage(context, typed)
  const name = optional(typed, 'name')
  const patch = {
    ...(await patchOf(context, typed, store.stage(id).pipeline)),
    ...(name === undefined ? {} : { name: parseName(name) }),
    ...switches(typed),
  }
  const criteria = await readCriteria(context, store, typed, store.stage(id))
  if (Object.keys(patch).length === 0 && criteria === undefined)
    throw new UsageError((w) => w.records.noChange({ command: 'voronka stage edit' }))
  return change(context, (operation) => {
    const before = stageNow(store, id)
    updateStage(
      store,
      operation,
      id,
      criteria === undefined ? patch : { ...patch, criteria: criteria(operation) },
    )
    const after = stageNow(store, id)
    const changes = changedColumns(before, after, EDITED_COLUMNS)
    const { json } = after
    return { json, says: (w) => w.pipelines.stageChanged({ name: json.stage, changes: changes(w) }) }
  })
}

export const stageRm: Run = async (context, typed) => {
  const id = await namedStage(context, typed)
  return change(context, (operation, store) => {
    const pointers = pointersTo(store, { stages: [id], pipeline: null })
    retireStage(store, operation, id)
    return { ...said(store, id, 'stageRetired'), notes: sayPointers(pointers) }
  })
}

/** What is switched on and off by a flag of its own. */
function switches({ options }: Typed): Pick<StagePatch, 'invoice' | 'strict'> {
  const { invoice, strict } = options
  return present<Pick<StagePatch, 'invoice' | 'strict'>>({
    invoice: typeof invoice === 'boolean' ? invoice : undefined,
    strict: typeof strict === 'boolean' ? strict : undefined,
  })
}

async function namedStage(context: Context, typed: Typed): Promise<number> {
  const store = context.open('write')
  const named = optional(typed, 'pipeline')
  const pipeline = named === undefined ? undefined : await namedPipeline(context, named, 'write')
  return chosen(context, () =>
    findStage(store, typed.args[0] ?? '', {
      at: Number.POSITIVE_INFINITY,
      ...(pipeline === undefined ? {} : { pipeline }),
    }),
  )
}

/** The pipeline of `--pipeline`, else the default one. */
async function scopeOf(context: Context, typed: Typed, purpose: 'read' | 'write'): Promise<number> {
  const named = optional(typed, 'pipeline')
  const { settings } = context.open(purpose)
  if (named === undefined && settings.pipeline !== null) return settings.pipeline
  return namedPipeline(context, named, purpose)
}

async function patchOf(context: Context, typed: Typed, pipeline: number): Promise<StagePatch> {
  const store = context.open('write')
  const after = optional(typed, 'after')
  const probability = optional(typed, 'probability')
  const norm = optional(typed, 'norm')
  const find = (text: string) => () => findStage(store, text, { pipeline, at: Number.POSITIVE_INFINITY })
  return present<StagePatch>({
    place: flag(typed, 'first')
      ? 'first'
      : after === undefined
        ? undefined
        : await chosen(context, find(after)),
    probability: probability === undefined ? undefined : parseProbability(probability),
    norm: norm === undefined ? undefined : parseNorm(norm),
  })
}

/** `0.3`, `30%` or `30`; null for an empty text, which takes it away. */
function parseProbability(text: string): number | null {
  if (text.trim() === '') return null
  const [, digits, percent] = /^(\d{1,3}(?:[.,]\d+)?)\s*(%?)$/.exec(text.trim()) ?? []
  const number = Number((digits ?? 'none').replace(',', '.'))
  const probability = percent === '%' || number > 1 ? number / 100 : number
  if (!(probability <= 1)) throw new UsageError((w) => w.pipelines.badProbability({ text }))
  return probability
}

function parseNorm(text: string): number | null {
  if (text.trim() === '') return null
  if (!/^\d{1,5}(?:[.,]\d+)?$/.test(text.trim())) throw new UsageError((w) => w.pipelines.badNorm({ text }))
  return Number(text.trim().replace(',', '.'))
}

/** The stage as it is now, and the order it stands in. */
function said(store: Store, id: number, how: 'stageAdded' | 'stageBack' | 'stageRetired'): Done {
  const { json, order } = stageNow(store, id)
  return { json, says: (w) => w.pipelines[how]({ name: json.stage, stages: order.join(' → ') }) }
}

interface StageNow {
  json: StageJson
  /** The names of the open stages, and where among them this one stands. */
  order: string[]
  place: number
}

function stageNow(store: Store, id: number): StageNow {
  const stage = store.stage(id)
  const all = stagesJson(store, store.pipeline(stage.pipeline), true)
  const json = all.find((one) => one.stage === stage.name)
  if (json === undefined) throw new Fault(`stage ${id} is not there`)
  const order = all.filter(({ kind }) => kind === 'open').map((one) => one.stage)
  return { json, order, place: order.indexOf(stage.name) }
}

/** What `stage edit` may change. */
const EDITED_COLUMNS: readonly ListColumn<StageNow>[] = [
  { key: 'name', title: (w) => w.records.name, kind: 'text', value: ({ json }) => json.stage },
  {
    key: 'stages',
    title: (w) => w.records.stages,
    kind: 'text',
    value: ({ place }) => place,
    text: ({ order }) => order.join(', '),
  },
  {
    key: 'probability',
    title: (w) => w.pipelines.probabilityTitle,
    kind: 'rate',
    value: ({ json }) => json.probability,
  },
  { key: 'norm', title: (w) => w.pipelines.normTitle, kind: 'days', value: ({ json }) => json.norm },
  {
    key: 'criteria',
    title: (w) => w.criteria.changes.criteria,
    kind: 'text',
    value: ({ json }) => json.criteria.join(', '),
    text: ({ json }, w) => namesOfCriteria(json.criteria, w),
  },
  yesNoColumn('strict', ({ json }) => json.strict),
  yesNoColumn('invoice', ({ json }) => json.invoice),
]

function yesNoColumn(key: 'strict' | 'invoice', of: (stage: StageNow) => boolean): ListColumn<StageNow> {
  return {
    key,
    title: (w) => w.criteria.changes[key],
    kind: 'text',
    value: (stage) => (of(stage) ? 'yes' : 'no'),
    text: (stage, { records }) => (of(stage) ? records.yes : records.no),
  }
}
