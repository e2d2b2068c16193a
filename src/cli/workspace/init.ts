import { currenciesOf } from '../../domain/currency.ts'
import { currencyNamed } from '../../domain/currency-names.ts'
import type { Zone } from '../../domain/time/zone.ts'
import { UsageError } from '../../errors.ts'
import type { NewPipeline } from '../../store/deals/pipelines.ts'
import { TEMPLATES } from '../../words/templates.ts'
import type { Answer, Run, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { parsePipeline, splitNames } from '../deals/new-pipeline.ts'
import { FIRST_IMPORT_OPTIONS } from '../specs/import.ts'
import { parseName } from '../texts.ts'
import { optional } from '../typed.ts'
import {
  askZone,
  currencyOfLocale,
  guessesSaid,
  makeWorkspace,
  refuseExisting,
  zoneTyped,
} from './new-workspace.ts'
import { parseWeekday } from './settings.ts'

/** Makes the file, its settings and its first pipeline, and fills it from a file where one is named. */
export const init: Run = async (context, typed): Promise<Answer> => {
  if (optional(typed, 'template') === 'list') return templates(context)
  const file = optional(typed, 'from')
  if (file !== undefined) return (await import('./init-from.ts')).initFrom(context, typed, file)
  refuseImportOptions(typed)
  const typedZone = zoneTyped(context, typed)
  const weekStart = parseWeekday(optional(typed, 'weekStart') ?? 'monday')
  const asked = await ask(context, typed)
  const pipeline = asked?.pipeline ?? parsePipeline(typed, context.words, pipelineName(typed))
  const chosen = optional(typed, 'currency') ?? asked?.currency
  const currency = chosen ?? currencyOfLocale(context.locale) ?? 'USD'
  const zone = asked?.zone ?? typedZone
  const made = makeWorkspace(context, { pipeline, currency, zone, weekStart })
  return {
    json: { schema: 'voronka.init/1', ...made, dryRun: context.dryRun },
    messages: [
      (w) => w.workspace.initDone(made),
      ...guessesSaid(context, made, {
        currency: chosen === undefined,
        timezone: asked?.zone === undefined && optional(typed, 'timezone') === undefined,
      }),
      ...(context.dryRun ? [dryRunDone] : context.interactive ? [nextSteps] : []),
    ],
  }
}

/** How to read a file says nothing where there is none. */
function refuseImportOptions({ options }: Typed): void {
  for (const { flags } of FIRST_IMPORT_OPTIONS) {
    const flag = flags.split(' ')[0] ?? ''
    const given = options[flag.slice(2).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())]
    if (typeof given === 'string' || (Array.isArray(given) && given.length > 0))
      throw new UsageError((w) => w.workspace.onlyWithFrom({ flag }))
  }
}

const nextSteps = ({ workspace }: Context['words']) => workspace.initNext
const dryRunDone = (w: Context['words']) => w.cli.dryRunDone

function pipelineName(typed: Typed): string | undefined {
  const name = optional(typed, 'pipeline')
  return name === undefined ? undefined : parseName(name)
}

/** A person at a terminal who named no stages chooses a template, or types their own, and the currency. */
async function ask(
  context: Context,
  typed: Typed,
): Promise<{ pipeline: NewPipeline; currency: string; zone: Zone | undefined } | undefined> {
  const given = ['stages', 'template'].some((name) => optional(typed, name) !== undefined)
  if (given || !context.interactive) return undefined
  refuseExisting(context)
  const { words } = context
  const { workspace } = words
  const person = await context.ask()
  const choices = TEMPLATES.map((id) => ({
    name: words.templates[id].stages.join(' → '),
    value: id as string,
  }))
  const own = { name: workspace.initOwnStages, value: OWN }
  const id = await person.select(workspace.initWhichStages, [own, ...choices])
  const options =
    id === OWN ? { ...typed.options, stages: await askStages(context) } : { ...typed.options, template: id }
  const currency = optional(typed, 'currency') ?? (await askCurrency(context))
  const zone = await askZone(context, typed)
  return { pipeline: parsePipeline({ args: [], options }, words, pipelineName(typed)), currency, zone }
}

/** Asked again until it is a currency; where a word may mean several, which of them. */
async function askCurrency(context: Context): Promise<string> {
  const { workspace } = context.words
  const person = await context.ask()
  const text = (
    await person.text(
      workspace.initWhichCurrency,
      currencyOfLocale(context.locale) ?? SUGGESTED[context.lang],
    )
  ).trim()
  const named = currencyNamed(text, '')
  if (named !== undefined) return named
  const meant = currenciesOf(text)
  if (meant.length > 1)
    return person.select(
      workspace.initWhichOf({ text }),
      meant.map((code) => ({ name: code, value: code })),
    )
  context.tell((w) => w.workspace.noCurrency({ text }))
  return askCurrency(context)
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
