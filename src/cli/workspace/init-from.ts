import { EXIT, type Say, UsageError } from '../../errors.ts'
import { Store } from '../../store/store.ts'
import { claimColumns } from '../../transfer/claiming.ts'
import { DEAL_FIELDS } from '../../transfer/deal-fields.ts'
import { FirstLook, orderOfTemplate, type SeenStage } from '../../transfer/first-look.ts'
import { usualStages } from '../../transfer/headers.ts'
import { type PipelineSaid, StageCount } from '../../transfer/stage-count.ts'
import { orderOfWords } from '../../transfer/stage-rank.ts'
import { TEMPLATES } from '../../words/templates.ts'
import { LANGS, wordsFor } from '../../words/words.ts'
import type { Answer, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { outcomeNames, parsePipeline, splitNames } from '../deals/new-pipeline.ts'
import { mayAsk, settleFirst } from '../import/ask.ts'
import { dealTasks, importDealsFrom } from '../import/deals.ts'
import { commandWith, type ImportOptions, readImportOptions, type Settled } from '../import/options.ts'
import { isOwnDealsFile } from '../import/own-deals.ts'
import { eachRow, type ImportSource, openSource } from '../import/source.ts'
import { quoted, shellWord } from '../line/quoted.ts'
import { parseName } from '../texts.ts'
import { optional } from '../typed.ts'
import {
  askZone,
  currencyOfLocale,
  forgetWorkspace,
  guessedForGood,
  type MadeWorkspace,
  makeWorkspace,
  refuseExisting,
  zoneTyped,
} from './new-workspace.ts'
import { parseWeekday } from './settings.ts'

/**
 * Makes a workspace of a file of deals: its stages are proposed and confirmed, then it is imported. An import that
 * fails leaves no workspace behind.
 */
export async function initFrom(context: Context, typed: Typed, file: string): Promise<Answer> {
  refuseExisting(context)
  const typedZone = zoneTyped(context, typed)
  const weekStart = parseWeekday(optional(typed, 'weekStart') ?? 'monday')
  const told = { args: [file], options: withoutPipeline(typed) }
  const first = readImportOptions(told)
  const source = await openSource(context, first, 'deals')
  try {
    const { options, flags } = await settledFirst(context, told, first, source)
    const look = await lookAt(context, typed, source, options)
    const chosen = optional(typed, 'currency') ?? look.currency
    const currency = chosen ?? currencyOfLocale(context.locale) ?? 'USD'
    const asks = confirms(context, typed)
    const asked = asks && context.interactive ? await askZone(context, typed) : undefined
    const zone = asked ?? typedZone
    const guessed = {
      currency: chosen === undefined,
      timezone: asked === undefined && optional(typed, 'timezone') === undefined,
    }
    const taken = { currency, timezone: zone.id }
    if (asks) for (const say of guessedForGood(taken, guessed, null)) context.tell(say)
    const stages = await confirmed(context, typed, source.name, look.stages)
    const order = stages === undefined ? [] : [{ flag: '--stages', value: stages.join(',') }]
    const inZone = asked === undefined ? [] : [{ flag: '--timezone', value: asked.id }]
    const settled = { options, flags: [...flags, ...inZone, ...(context.global.yes ? [] : order)] }
    if (flags.length > 0)
      context.tell((w) => `\n${w.mapping.same}\nvoronka ${commandWith(context, settled.flags)}\n`)
    const name = optional(typed, 'pipeline') ?? look.pipeline
    const pipeline = parsePipeline(typed, context.words, name === undefined ? name : parseName(name), stages)
    const made = makeWorkspace(context, { pipeline, currency, zone, weekStart })
    const unsaid = asks ? [] : guessedForGood(taken, guessed, context.dryRun ? null : made.path)
    return await filled(context, settled, source, { made, guesses: unsaid })
  } finally {
    source.close()
  }
}

/** The pipeline of the import is the new one, whatever its name. */
function withoutPipeline({ options: { pipeline: _, ...others } }: Typed): Typed['options'] {
  return others
}

/** A person is asked about the file before there is a workspace. */
async function settledFirst(
  context: Context,
  typed: Typed,
  options: ImportOptions,
  source: ImportSource,
): Promise<Settled> {
  if (!mayAsk(context, options) || isOwnDealsFile(source, options)) return { options, flags: [] }
  const store = Store.inMemory()
  try {
    return await settleFirst({ context, typed, store, source, task: dealTasks(store, source) })
  } finally {
    store.close()
  }
}

async function filled(
  context: Context,
  settled: Settled,
  source: ImportSource,
  { made, guesses }: { made: MadeWorkspace; guesses: readonly Say[] },
): Promise<Answer> {
  const { dryRun } = context
  try {
    const { operation, ...answer } = await importDealsFrom(context, context.open('write'), settled, source)
    const messages = answer.messages ?? []
    if (operation === null && answer.exit !== EXIT.done) {
      forgetWorkspace(context)
      return {
        ...answer,
        messages: [...messages, (w) => w.workspace.initNotMade({ file: quoted(settled.options.file) })],
      }
    }
    return {
      ...answer,
      json: { schema: 'voronka.init/1', ...made, dryRun, import: answer.json },
      messages: [(w) => w.workspace.initDone(made), ...guesses, ...messages],
    }
  } catch (error) {
    forgetWorkspace(context)
    throw error
  }
}

async function lookAt(
  context: Context,
  typed: Typed,
  { table, name }: ImportSource,
  options: ImportOptions,
): Promise<Pick<FirstLook, 'stages' | 'pipeline' | 'currency'>> {
  const claims = claimColumns('deals', DEAL_FIELDS, table.headers, options)
  const { won, lost } = outcomeNames(typed, context.words)
  const look = new FirstLook(claims, { rules: options.stage, outcomes: [won, lost] })
  const count = new StageCount(claims)
  await eachRow(context, table, (row) => {
    look.see(row)
    count.see(row)
  })
  const templates = LANGS.flatMap((lang) => TEMPLATES.map((id) => wordsFor(lang).templates[id].stages))
  const inOrder = (names: readonly string[]) =>
    orderOfTemplate(names, [...usualStages(claims.system), ...templates]) ?? orderOfWords([...names])
  const several = count.byPipeline
  if (several.length > 1) throw severalPipelines(name, options.file, several, inOrder)
  const rowsOf = new Map(look.stages.map(({ name, rows }) => [name, rows]))
  const stages = inOrder([...rowsOf.keys()]).map((name) => ({
    name,
    rows: rowsOf.get(name) ?? 0,
  }))
  return { stages, pipeline: look.pipeline, currency: look.currency }
}

/** Of several pipelines each has stages of its own: they are made one by one, with the commands to copy. */
function severalPipelines(
  name: string,
  file: string,
  pipelines: readonly PipelineSaid[],
  inOrder: (names: readonly string[]) => readonly string[],
): UsageError {
  const commands = pipelines.map(({ pipeline, open }, index) => {
    const stages = inOrder(open.filter((stage) => !/[,;]/.test(stage))).join(',')
    return index === 0
      ? `voronka init --pipeline ${quoted(pipeline)} --stages ${quoted(stages)}`
      : `voronka pipeline add ${quoted(pipeline)} --stages ${quoted(stages)}`
  })
  const lines = [...commands, `voronka import deals ${shellWord(file)}`]
    .map((command) => `\n  ${command}`)
    .join('')
  const names = pipelines.map(({ pipeline }) => pipeline)
  return new UsageError((w) => w.workspace.fromSeveral({ file: name, names, lines }))
}

function tellsStages(typed: Typed): boolean {
  return ['stages', 'template'].some((name) => optional(typed, name) !== undefined)
}

/** Somebody is still to agree to what is made, or to be told how. */
function confirms({ global }: Context, typed: Typed): boolean {
  return !tellsStages(typed) && global.yes !== true
}

/** The stages in the order that the user gives or agrees to; undefined where the flags say it. */
async function confirmed(
  context: Context,
  typed: Typed,
  file: string,
  seen: readonly SeenStage[],
): Promise<readonly string[] | undefined> {
  if (tellsStages(typed)) return undefined
  if (seen.length === 0) throw new UsageError((w) => w.workspace.fromNoStages({ file }))
  const names = seen.map(({ name }) => parseName(name))
  if (context.global.yes) return names
  const shown = seen.map(({ name, rows }) => `${name} (${rows})`).join(' → ')
  const list = names.join(',')
  if (!context.interactive) {
    const command = `voronka ${context.commandLine} --stages ${quoted(list)}`
    throw new UsageError((w) => w.workspace.fromUnconfirmed({ file, shown, command }))
  }
  context.tell((w) => w.workspace.fromProposal({ file, shown }))
  const person = await context.ask()
  const answer = (await person.text(context.words.workspace.fromOrder, list)).trim()
  return answer === '' || answer === list ? names : splitNames(answer)
}
