import { existsSync, rmSync } from 'node:fs'
import { isUtc, Zone } from '../../domain/time/zone.ts'
import { zoneNamed } from '../../domain/time/zone-names.ts'
import { EXIT, type Say, UserError } from '../../errors.ts'
import { createPipeline, type NewPipeline } from '../../store/deals/pipelines.ts'
import { type SettingKey, writeSetting } from '../../store/settings.ts'
import { Store } from '../../store/store.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { optional } from '../typed.ts'
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

/** The currency of the territory of the locale (`uk_UA.UTF-8` → UAH); undefined where it names none that is known. */
export function currencyOfLocale(locale: string | undefined): string | undefined {
  return CURRENCIES.get(/^[a-z]+_([A-Z]{2})\b/.exec(locale?.replace(/[.@].*$/, '') ?? '')?.[1] ?? '')
}

const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ['RU', 'RUB'],
  ['UA', 'UAH'],
  ['BY', 'BYN'],
  ['KZ', 'KZT'],
  ['GB', 'GBP'],
  ['PL', 'PLN'],
  ['US', 'USD'],
  ...['AT', 'BE', 'DE', 'EE', 'ES', 'FI', 'FR', 'IE', 'IT', 'LT', 'LV', 'NL', 'PT'].map(
    (territory) => [territory, 'EUR'] as const,
  ),
])

/** The zone of `--timezone`, else that of this machine. */
export function zoneTyped({ world }: Context, typed: Typed): Zone {
  const text = optional(typed, 'timezone')
  return text === undefined ? new Zone(world.systemZone()) : zoneNamed(text)
}

/** The same where deals come at once and fix what was taken: `path` is the workspace that has them already. */
export function guessedForGood(
  { timezone, currency }: Pick<MadeWorkspace, 'currency' | 'timezone'>,
  guessed: { currency: boolean; timezone: boolean },
  path: string | null,
): Say[] {
  if (!guessed.timezone && !guessed.currency) return []
  const taken = {
    timezone: guessed.timezone ? timezone : null,
    currency: guessed.currency ? currency : null,
    lang: null,
  }
  return [(w) => w.workspace.guessedForGood({ ...taken, path })]
}

/** A clock set to UTC is a server's, not a person's: which city's it is to be is asked until that is known. */
export async function askZone(context: Context, typed: Typed): Promise<Zone | undefined> {
  const here = context.world.systemZone()
  if (optional(typed, 'timezone') !== undefined || !isUtc(here)) return undefined
  const suggested = context.words.workspace.initSuggestedZone ?? here
  const person = await context.ask()
  for (;;)
    try {
      const text = (await person.text(context.words.workspace.initWhichZone, suggested)).trim()
      return zoneNamed(text === '' ? suggested : text)
    } catch (error) {
      if (!(error instanceof UserError) || error.exit === EXIT.cancelled) throw error
      context.tell(error.say)
    }
}

/** Said after a workspace is made: what was taken from the environment and not from the user, and how to choose. */
export function guessesSaid(
  { global, wantedLang }: Context,
  { currency, timezone }: Pick<MadeWorkspace, 'currency' | 'timezone'>,
  guessed: { currency: boolean; timezone: boolean },
): Say[] {
  const taken = {
    timezone: guessed.timezone ? timezone : null,
    currency: guessed.currency ? currency : null,
    lang: global.lang === undefined ? (wantedLang ?? null) : null,
  }
  // That words are in the language one reads needs no telling by itself.
  return taken.timezone === null && taken.currency === null ? [] : [(w) => w.workspace.guessed(taken)]
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
  const { wantedLang } = context
  if (wantedLang !== undefined) settings.push(['lang', wantedLang])
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
