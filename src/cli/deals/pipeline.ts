import { outcomeStage, type Pipeline } from '../../domain/pipeline.ts'
import { formatDay } from '../../domain/time/period.ts'
import { UsageError } from '../../errors.ts'
import {
  checkPipelineName,
  createPipeline,
  removePipeline,
  renamePipeline,
} from '../../store/deals/pipelines.ts'
import { updateStage } from '../../store/deals/stages.ts'
import { findPipeline } from '../../store/naming/naming.ts'
import { pointersTo } from '../../store/pointers.ts'
import { writeSetting } from '../../store/settings.ts'
import type { Store } from '../../store/store.ts'
import type { Words } from '../../words/words.ts'
import { changedColumns } from '../changes.ts'
import type { Run } from '../command.ts'
import type { Context } from '../context.ts'
import { type ListColumn, listing, tableOf } from '../listing.ts'
import { chosen } from '../naming.ts'
import { sayPointers } from '../pointers.ts'
import { parseName } from '../texts.ts'
import { flag, optional } from '../typed.ts'
import { change } from '../writing.ts'
import { parsePipeline } from './new-pipeline.ts'
import { type StageJson, stageColumns, stagesJson } from './stage-shown.ts'

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
  const pipeline = store.pipeline(id)
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
    const outcome = (kind: 'won' | 'lost') => outcomeStage(store.pipeline(id), kind).id
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
    const pipeline = store.pipeline(id)
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

function jsonOf(store: Store, id: number): PipelineJson {
  const pipeline = store.pipeline(id)
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
