import { criteriaOf } from '../domain/criteria.ts'
import { formatDay } from '../domain/period.ts'
import { outcomeStage, type Pipeline, type Stage, stagesAt, templateProbability } from '../domain/pipeline.ts'
import { Fault, UsageError } from '../errors.ts'
import { readFields } from '../store/fields.ts'
import { findPipeline } from '../store/naming.ts'
import { checkPipelineName, createPipeline, removePipeline, renamePipeline } from '../store/pipelines.ts'
import { pointersTo } from '../store/pointers.ts'
import { rulesByStage } from '../store/rules.ts'
import { writeSetting } from '../store/settings.ts'
import { openDealsByStage, retiredStages, updateStage } from '../store/stages.ts'
import type { Store } from '../store/store.ts'
import type { Words } from '../words/words.ts'
import { changedColumns } from './changes.ts'
import type { Run } from './command.ts'
import type { Context } from './context.ts'
import { namesOfCriteria } from './criteria.ts'
import { type ListColumn, listing, tableOf } from './listing.ts'
import { chosen } from './naming.ts'
import { parsePipeline } from './new-pipeline.ts'
import { sayPointers } from './pointers.ts'
import { parseName } from './texts.ts'
import { flag, optional } from './typed.ts'
import { change } from './writing.ts'

/** A stage as lists and cards show it. */
export interface StageJson {
  stage: string
  pipeline: string
  kind: 'open' | 'won' | 'lost' | 'retired'
  /** Template probability: the stage's own, else by its place. */
  probability: number | null
  norm: number | null
  openDeals: number
  /** An invoice is out. */
  invoice: boolean
  /** Names of the fields that a deal must have to go on. */
  criteria: string[]
  strict: boolean
  /** How many rules wait for something there. */
  rules: number
}

interface PipelineJson {
  name: string
  default: boolean
  won: string
  lost: string
  stages: readonly StageJson[]
  openDeals: number
}

export const pipelineAdd: Run = (context, typed) => {
  const pipeline = parsePipeline(typed, context.words, parseName(typed.args[0]))
  return change(context, (operation, store) => {
    checkPipelineName(store, pipeline.name, null)
    const id = createPipeline(operation, pipeline)
    if (flag(typed, 'default') || store.settings.pipeline === null)
      writeSetting(store.db, operation, 'pipeline', id)
    store.forget()
    const stages = pipeline.stages.join(' → ')
    return { json: jsonOf(store, id), says: (w) => w.pipelines.added({ name: pipeline.name, stages }) }
  })
}

export const pipelineList: Run = (context, typed) => {
  const store = context.open('read')
  const pipelines = store.pipelines.map(({ id }) => jsonOf(store, id))
  return listing(typed, pipelines, PIPELINE_COLUMNS, (w) => w.pipelines.empty())
}

export const pipelineShow: Run = async (context, { args }) => {
  const store = context.open('read')
  const id = await namedPipeline(context, args[0])
  const pipeline = getPipeline(store, id)
  const json = { ...jsonOf(store, id), versions: versionsOf(store, pipeline) }
  return {
    json,
    document: (words) => ({
      heading: [json.default ? `${json.name} (${words.pipelines.isDefault})` : json.name],
      blocks: [
        { type: 'table', ...tableOf(json.stages, stageColumns(json.stages).slice(1), words) },
        { type: 'lines', lines: json.versions.length > 1 ? versionLines(json.versions, words) : [] },
      ],
    }),
  }
}

export const pipelineEdit: Run = async (context, typed) => {
  const id = await namedPipeline(context, typed.args[0], 'write')
  const given = (name: string) => {
    const text = optional(typed, name)
    return text === undefined ? undefined : parseName(text)
  }
  const [name, won, lost] = [given('name'), given('won'), given('lost')]
  if ((name ?? won ?? lost) === undefined && !flag(typed, 'default'))
    throw new UsageError((w) => w.records.noChange({ command: 'voronka pipeline edit' }))
  return change(context, (operation, store) => {
    const before = jsonOf(store, id)
    if (name !== undefined) renamePipeline(store, operation, id, name)
    const outcome = (kind: 'won' | 'lost') => outcomeStage(getPipeline(store, id), kind).id
    if (won !== undefined) updateStage(store, operation, outcome('won'), { name: won })
    if (lost !== undefined) updateStage(store, operation, outcome('lost'), { name: lost })
    if (flag(typed, 'default')) writeSetting(store.db, operation, 'pipeline', id)
    store.forget()
    const json = jsonOf(store, id)
    const changes = changedColumns(before, json, EDITED_COLUMNS)
    return { json, says: (w) => w.pipelines.changed({ ...json, changes: changes(w) }) }
  })
}

export const pipelineRm: Run = async (context, { args }) => {
  const id = await namedPipeline(context, args[0], 'write')
  return change(context, (operation, store) => {
    const json = jsonOf(store, id)
    const pipeline = getPipeline(store, id)
    const pointers = pointersTo(store, { stages: pipeline.stages.map((stage) => stage.id), pipeline: id })
    removePipeline(store, operation, pipeline)
    return { json, says: (w) => w.pipelines.removed(json), notes: sayPointers(pointers) }
  })
}

export function namedPipeline(
  context: Context,
  text = '',
  purpose: 'read' | 'write' = 'read',
): Promise<number> {
  const store = context.open(purpose)
  return chosen(context, () => findPipeline(store, text))
}

export function getPipeline(store: Store, id: number): Pipeline {
  const found = store.pipelines.find((pipeline) => pipeline.id === id)
  if (found === undefined) throw new Fault(`pipeline ${id} is not there`)
  return found
}

/** The stages in use in order, then the outcomes, then those retired: the ones that still hold open deals, or all. */
export function stagesJson(store: Store, pipeline: Pipeline, withRetired = false): StageJson[] {
  const counts = openDealsByStage(store)
  const rules = rulesByStage(store)
  const fields = readFields(store.db, 'deal')
  const open = stagesAt(pipeline, Number.POSITIVE_INFINITY)
  const json = (stage: Stage, kind: StageJson['kind'], probability: number | null): StageJson => ({
    stage: stage.name,
    pipeline: pipeline.name,
    kind,
    probability,
    norm: stage.norm,
    openDeals: counts.get(stage.id) ?? 0,
    invoice: stage.invoice,
    criteria: criteriaOf(stage.criteria, fields).map((one) => (typeof one === 'string' ? one : one.name)),
    strict: stage.strict,
    rules: rules.get(stage.id) ?? 0,
  })
  const retired = retiredStages(pipeline).filter(({ id }) => withRetired || counts.has(id))
  return [
    ...open.map((stage, k) =>
      json(stage, 'open', stage.probability ?? rounded(templateProbability(k + 1, open.length))),
    ),
    json(outcomeStage(pipeline, 'won'), 'won', 1),
    json(outcomeStage(pipeline, 'lost'), 'lost', 0),
    ...retired.map((stage) => json(stage, 'retired', null)),
  ]
}

/** On the screen, criteria and rules are told of where there are any. */
export function stageColumns(stages: readonly StageJson[]): readonly ListColumn<StageJson>[] {
  const are = {
    criteria: stages.some(({ criteria }) => criteria.length > 0),
    rules: stages.some(({ rules }) => rules > 0),
  }
  return [
    ...STAGE_COLUMNS,
    {
      key: 'criteria',
      title: (w) => w.criteria.title,
      kind: 'text',
      value: ({ criteria, strict }) =>
        criteria.length === 0 ? null : criteria.join(', ') + (strict ? ' !' : ''),
      text: ({ criteria, strict }, w) => {
        const said = namesOfCriteria(criteria, w)
        return strict && said !== '' ? `${said} (${w.criteria.strictly})` : said
      },
      shrink: true,
      dataOnly: !are.criteria,
    },
    {
      key: 'invoice',
      title: (w) => w.criteria.withInvoice,
      kind: 'text',
      value: ({ invoice }) => (invoice ? 'yes' : null),
      dataOnly: true,
    },
    {
      key: 'rules',
      title: (w) => w.criteria.rules,
      kind: 'count',
      value: ({ rules }) => rules,
      text: ({ rules }) => (rules === 0 ? '' : String(rules)),
      dataOnly: !are.rules,
    },
  ]
}

const STAGE_COLUMNS: readonly ListColumn<StageJson>[] = [
  {
    key: 'pipeline',
    title: (w) => w.records.pipeline,
    kind: 'text',
    value: (one) => one.pipeline,
    shrink: true,
  },
  { key: 'stage', title: (w) => w.records.stage, kind: 'text', value: (one) => one.stage, shrink: true },
  {
    key: 'kind',
    title: (w) => w.pipelines.kind,
    kind: 'text',
    value: (one) => one.kind,
    text: ({ kind, invoice }, w) =>
      invoice ? `${w.pipelines.kinds[kind]} · ${w.criteria.withInvoice}` : w.pipelines.kinds[kind],
  },
  {
    key: 'probability',
    title: (w) => w.pipelines.probabilityTitle,
    kind: 'rate',
    value: (one) => one.probability,
  },
  { key: 'norm', title: (w) => w.pipelines.normTitle, kind: 'days', value: (one) => one.norm },
  { key: 'openDeals', title: (w) => w.pipelines.openDeals, kind: 'count', value: (one) => one.openDeals },
]

function jsonOf(store: Store, id: number): PipelineJson {
  const pipeline = getPipeline(store, id)
  const stages = stagesJson(store, pipeline)
  return {
    name: pipeline.name,
    default: store.settings.pipeline === id,
    won: outcomeStage(pipeline, 'won').name,
    lost: outcomeStage(pipeline, 'lost').name,
    stages,
    openDeals: stages.reduce((sum, stage) => sum + stage.openDeals, 0),
  }
}

interface VersionJson {
  from: string | null
  stages: string[]
}

function versionLines(versions: readonly VersionJson[], { pipelines, lang }: Words): string[] {
  const lines = versions.map(({ from, stages }) => {
    const since =
      from === null ? pipelines.always : `${pipelines.since} ${formatDay(from.slice(0, 10), lang)}`
    return `${since}: ${stages.join(' → ')}`
  })
  return [pipelines.versions, ...lines]
}

/** How the order of the stages changed; the first version has no beginning. */
function versionsOf(store: Store, pipeline: Pipeline): VersionJson[] {
  return pipeline.versions.map(({ from, stages }, at) => ({
    from: at === 0 ? null : store.zone.isoString(from),
    stages: stages.map((id) => store.stage(id).name),
  }))
}

const PIPELINE_COLUMNS: readonly ListColumn<PipelineJson>[] = [
  { key: 'name', title: (w) => w.records.pipeline, kind: 'text', value: ({ name }) => name, shrink: true },
  {
    key: 'default',
    title: (w) => w.pipelines.isDefault,
    kind: 'text',
    value: (one) => (one.default ? 'yes' : null),
    text: (one, w) => (one.default ? w.records.yes : ''),
  },
  {
    key: 'stages',
    title: (w) => w.records.stages,
    kind: 'text',
    value: ({ stages }) => openStages(stages).join(' → '),
    shrink: true,
  },
  { key: 'openDeals', title: (w) => w.pipelines.openDeals, kind: 'count', value: (one) => one.openDeals },
]

/** What `pipeline edit` may change. */
const EDITED_COLUMNS: readonly ListColumn<PipelineJson>[] = [
  ...PIPELINE_COLUMNS.slice(0, 2),
  { key: 'won', title: (w) => w.pipelines.kinds.won, kind: 'text', value: ({ won }) => won },
  { key: 'lost', title: (w) => w.pipelines.kinds.lost, kind: 'text', value: ({ lost }) => lost },
]

function openStages(stages: readonly StageJson[]): string[] {
  return stages.filter(({ kind }) => kind === 'open').map(({ stage }) => stage)
}

function rounded(probability: number): number {
  return Math.round(probability * 10_000) / 10_000
}
