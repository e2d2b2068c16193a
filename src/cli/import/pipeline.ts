import { foldKey, formerly } from '../../domain/names/name.ts'
import type { Pipeline } from '../../domain/pipeline.ts'
import { UserError } from '../../errors.ts'
import { everHadDeals } from '../../store/deals/deals.ts'
import { makeStages, type StagePlan } from '../../store/import/stages.ts'
import type { Operation } from '../../store/operation.ts'
import type { Store } from '../../store/store.ts'
import { StageReader } from '../../transfer/stages.ts'
import type { Context } from '../context.ts'
import { quoted } from '../line/quoted.ts'
import type { ImportOptions } from './options.ts'
import type { ImportRun } from './task.ts'

/** How an import reads stages; `plan` is missing where it was to make none. */
export interface ImportStages {
  readonly stages: StageReader
  readonly plan: StagePlan | undefined
}

/** Makes the stages that were asked for. Throws UserError for a pipeline that is not there. */
export function importStages({ context, store, options }: ImportRun, operation: Operation): ImportStages {
  const { pipeline, plan } = filled(context, store, operation, options)
  return { stages: new StageReader(store.pipelines, pipeline, options.stage, !everHadDeals(store)), plan }
}

/** The pipeline that an import fills, and the stages that it made in it. */
function filled(
  context: Context,
  store: Store,
  operation: Operation,
  { createStages: names, pipeline: text }: ImportOptions,
): { pipeline: Pipeline; plan: StagePlan | undefined } {
  const found = text === undefined ? defaultPipeline(store) : named(store, text)
  if (found === undefined && text === undefined) throw new UserError((w) => w.import.noDefaultPipeline)
  if (names.length > 0) {
    const { won, lost } = context.words.workspace
    const plan = makeStages(store, operation, { pipeline: found ?? text ?? '', names, won, lost })
    const made = store.pipelines.find(({ id }) => id === plan.pipeline)
    if (made !== undefined) return { pipeline: made, plan }
  }
  if (found !== undefined) return { pipeline: found, plan: undefined }
  const known = store.pipelines.map(({ name }) => name).join(', ')
  throw new UserError((w) => w.import.noSuchPipeline({ text: text ?? '', known }))
}

function defaultPipeline({ pipelines, settings }: Store): Pipeline | undefined {
  return pipelines.find(({ id }) => id === settings.pipeline) ?? pipelines[0]
}

function named({ pipelines }: Store, text: string): Pipeline | undefined {
  const key = foldKey(text)
  return pipelines.find(({ name }) => foldKey(name) === key) ?? formerly(pipelines, key)
}

/** The command that shows the deals of an import, however old they are. */
export function lookAtDeals(store: Store, { pipeline }: ImportOptions): string {
  const filled = pipeline === undefined ? undefined : named(store, pipeline)
  const other =
    filled === undefined || filled.id === defaultPipeline(store)?.id
      ? ''
      : ` --pipeline ${quoted(filled.name)}`
  return `voronka funnel all${other}`
}
