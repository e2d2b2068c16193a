import { existsSync, rmSync } from 'node:fs'
import { Zone } from '../domain/zone.ts'
import { UserError } from '../errors.ts'
import { createPipeline, type NewPipeline } from '../store/pipelines.ts'
import { type SettingKey, writeSetting } from '../store/settings.ts'
import { Store } from '../store/store.ts'
import { TEMPLATES } from '../words/templates.ts'
import type { Answer, Run, Typed } from './command.ts'
import type { Context } from './context.ts'
import { parsePipeline, splitNames } from './new-pipeline.ts'
import { parseCurrency, parseWeekday } from './settings.ts'
import { parseName } from './texts.ts'
import { optional } from './typed.ts'

type Setting = readonly [key: SettingKey, value: string | number]

/** Makes the file, its settings and its first pipeline; a failure leaves no file behind. */
export const init: Run = async (context, typed): Promise<Answer> => {
  if (optional(typed, 'template') === 'list') return templates(context)
  const zone = new Zone(optional(typed, 'timezone') ?? context.world.systemZone())
  const weekStart = parseWeekday(optional(typed, 'weekStart') ?? 'monday')
  const asked = await ask(context, typed)
  const pipeline = asked?.pipeline ?? parsePipeline(typed, context.words, pipelineName(typed))
  const currency = parseCurrency(optional(typed, 'currency') ?? asked?.currency ?? 'USD')
  const { path } = context
  const settings: Setting[] = [
    ['currency', currency],
    ['timezone', zone.id],
    ['weekStart', weekStart],
    ...(context.global.lang === undefined ? [] : [['lang', context.lang] satisfies Setting]),
  ]
  make(context, zone, settings, pipeline)
  const stages = pipeline.stages.join(' → ')
  const said = { path, pipeline: pipeline.name, stages, currency, timezone: zone.id }
  return {
    json: { schema: 'voronka.init/1', ...said, dryRun: context.dryRun },
    messages: [(w) => w.workspace.initDone(said), ...(context.dryRun ? [dryRunDone] : [])],
  }
}

/** On a trial run the workspace is made in memory, so that whatever would be refused is. */
function make(context: Context, zone: Zone, settings: readonly Setting[], pipeline: NewPipeline): void {
  const { path } = context
  if (context.dryRun && existsSync(path)) throw new UserError((w) => w.store.exists({ path }))
  const store = context.use(context.dryRun ? Store.inMemory() : Store.open(path, { create: true }))
  try {
    store.write({ command: context.commandLine, now: context.now(zone) }, (operation) => {
      for (const [key, value] of settings) writeSetting(store.db, operation, key, value)
      writeSetting(store.db, operation, 'pipeline', createPipeline(operation, pipeline))
    })
  } catch (error) {
    context.close()
    if (!context.dryRun) for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
    throw error
  }
}

const dryRunDone = (w: Context['words']) => w.cli.dryRunDone

function pipelineName(typed: Typed): string | undefined {
  const name = optional(typed, 'pipeline')
  return name === undefined ? undefined : parseName(name)
}

/** A person at a terminal who named no stages chooses a template, or types their own, and the currency. */
async function ask(
  context: Context,
  typed: Typed,
): Promise<{ pipeline: NewPipeline; currency: string } | undefined> {
  const given = ['stages', 'template'].some((name) => optional(typed, name) !== undefined)
  if (given || !context.interactive) return undefined
  if (existsSync(context.path)) throw new UserError((w) => w.store.exists({ path: context.path }))
  const { words } = context
  const { workspace } = words
  const person = await context.ask()
  const choices = TEMPLATES.map((id) => ({
    name: words.templates[id].stages.join(' → '),
    value: id as string,
  }))
  const own = { name: workspace.initOwnStages, value: OWN }
  const id = await person.select(workspace.initWhichStages, [...choices, own])
  const options =
    id === OWN ? { ...typed.options, stages: await askStages(context) } : { ...typed.options, template: id }
  const suggested = SUGGESTED[context.lang]
  const currency = optional(typed, 'currency') ?? (await person.text(workspace.initWhichCurrency, suggested))
  return { pipeline: parsePipeline({ args: [], options }, words, pipelineName(typed)), currency }
}

async function askStages(context: Context): Promise<string> {
  const person = await context.ask()
  const text = await person.text(context.words.workspace.initNameStages)
  return splitNames(text).length > 0 ? text : askStages(context)
}

const OWN = 'own'
const SUGGESTED = { en: 'USD', ru: 'RUB', uk: 'UAH' } as const

function templates({ words }: Context): Answer {
  const rows = TEMPLATES.map((id) => ({ id, ...words.templates[id] }))
  return {
    json: rows,
    document: (w) => ({
      heading: [],
      blocks: [
        {
          type: 'lines',
          lines: rows.flatMap(({ id, about, stages }) => [`${id} — ${about}`, `  ${stages.join(' → ')}`]),
        },
      ],
      data: {
        columns: [
          { key: 'id', title: w.records.id, kind: 'id' },
          { key: 'stages', title: w.records.stages, kind: 'text' },
        ],
        rows: rows.map(({ id, stages }) => ({ cells: [id, stages.join(', ')] })),
      },
    }),
  }
}
