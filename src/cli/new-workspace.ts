import { existsSync, rmSync } from 'node:fs'
import type { Zone } from '../domain/zone.ts'
import { UserError } from '../errors.ts'
import { createPipeline, type NewPipeline } from '../store/pipelines.ts'
import { type SettingKey, writeSetting } from '../store/settings.ts'
import { Store } from '../store/store.ts'
import type { Context } from './context.ts'
import { parseCurrency } from './settings.ts'

/** What a new workspace starts with. */
export interface NewWorkspace {
  readonly pipeline: NewPipeline
  readonly currency: string
  readonly zone: Zone
  readonly weekStart: number
}

/** A new workspace as answers tell of it. */
export interface MadeWorkspace {
  readonly path: string
  readonly pipeline: string
  readonly stages: string
  readonly currency: string
  readonly timezone: string
}

/**
 * Makes the file, its settings and its first pipeline; a failure leaves no file behind. On a trial run the workspace
 * is made in memory, so that whatever would be refused is. Throws UserError where the file is there already.
 */
export function makeWorkspace(context: Context, made: NewWorkspace): MadeWorkspace {
  const { path } = context
  const { pipeline, zone, weekStart } = made
  const currency = parseCurrency(made.currency)
  const settings: (readonly [key: SettingKey, value: string | number])[] = [
    ['currency', currency],
    ['timezone', zone.id],
    ['weekStart', weekStart],
  ]
  if (context.global.lang !== undefined) settings.push(['lang', context.lang])
  if (context.dryRun) refuseExisting(context)
  const store = context.use(context.dryRun ? Store.inMemory() : Store.open(path, { create: true }))
  try {
    store.write({ command: context.commandLine, now: context.now(zone) }, (operation) => {
      for (const [key, value] of settings) writeSetting(store.db, operation, key, value)
      writeSetting(store.db, operation, 'pipeline', createPipeline(operation, pipeline))
    })
  } catch (error) {
    forgetWorkspace(context)
    throw error
  }
  return { path, pipeline: pipeline.name, stages: pipeline.stages.join(' → '), currency, timezone: zone.id }
}

/** Takes away the workspace that this run has made. */
export function forgetWorkspace(context: Context): void {
  context.close()
  if (context.dryRun) return
  for (const suffix of ['', '-wal', '-shm']) rmSync(context.path + suffix, { force: true })
}

/** Throws UserError where the file is there already: before anything is asked or read. */
export function refuseExisting({ path }: Context): void {
  if (existsSync(path)) throw new UserError((w) => w.store.exists({ path }))
}
