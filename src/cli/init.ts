import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { isCurrency } from '../domain/currency.ts'
import { Zone } from '../domain/zone.ts'
import { UsageError } from '../errors.ts'
import { createPipeline } from '../store/pipelines.ts'
import { writeSetting } from '../store/settings.ts'
import { Store } from '../store/store.ts'
import type { Answer, Run } from './command.ts'
import { optional } from './typed.ts'

/** Makes the file, its settings and its first pipeline; a failure leaves no file behind. */
export const init: Run = (context, typed): Answer => {
  const { workspace } = context.words
  const currency = (optional(typed, 'currency') ?? 'USD').toUpperCase()
  if (!isCurrency(currency)) throw new UsageError((w) => w.workspace.noCurrency({ text: currency }))
  const zone = new Zone(optional(typed, 'timezone') ?? context.world.systemZone())
  const stages = splitNames(optional(typed, 'stages') ?? '')
  if (stages.length === 0) throw new UsageError((w) => w.workspace.initStagesMissing)
  const pipeline = {
    name: optional(typed, 'pipeline') ?? workspace.pipelineName,
    stages,
    won: optional(typed, 'won') ?? workspace.won,
    lost: optional(typed, 'lost') ?? workspace.lost,
  }
  const { path } = context
  if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const store = context.use(Store.open(path, { create: true }))
  try {
    store.write({ command: context.commandLine, now: context.now(zone) }, (operation) => {
      writeSetting(store.db, operation, 'currency', currency)
      writeSetting(store.db, operation, 'timezone', zone.id)
      writeSetting(store.db, operation, 'pipeline', createPipeline(operation, pipeline))
    })
  } catch (error) {
    context.close()
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
    throw error
  }
  const said = { path, pipeline: pipeline.name, stages: stages.join(' → '), currency, timezone: zone.id }
  return { json: { schema: 'voronka.init/1', ...said }, messages: [(w) => w.workspace.initDone(said)] }
}

/** "New, Qualified" → its names; blanks are dropped. */
export function splitNames(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}
