import { foldKey } from '../domain/name.ts'
import { parsePeriod } from '../domain/period.ts'
import { EXIT, UsageError, UserError } from '../errors.ts'
import { inBrief, partsOf } from '../render/brief.ts'
import type { Block, Document } from '../render/document.ts'
import { headLines } from '../render/reports/head.ts'
import { type Dashboard, readDashboards, removeDashboard, saveDashboard } from '../store/dashboards.ts'
import type { Store } from '../store/store.ts'
import { card } from './card.ts'
import type { Answer, CommandSpec, Run, Typed } from './command.ts'
import { commandLines } from './command-lines.ts'
import type { Context } from './context.ts'
import { LineParser } from './line-parser.ts'
import { type ListColumn, listing } from './listing.ts'
import { flagOf } from './quoted.ts'
import { parseReport } from './report-request.ts'
import { NOTHING_BEYOND, reportView } from './report-view.ts'
import { retype } from './retype.ts'
import { withSavedFilter } from './saved-filter.ts'
import { parseName } from './texts.ts'
import { change } from './writing.ts'

/** What there is without any saved: saved under this name, one's own takes its place. */
const MAIN: Omit<Dashboard, 'id'> = {
  name: 'main',
  blocks: ['plan', 'forecast', 'team', 'weakest', 'losses', 'today'],
}

/** What a block may be: commands that only read, and that tell of many records. */
const SHOWN: ReadonlySet<string> = new Set([
  ...'funnel conversion durations team activity losses weakest forecast plan stuck response'.split(' '),
  ...'reactivation retention lifecycle today'.split(' '),
  ...['deal list', 'task list', 'task load', 'activity list', 'want list'],
])

/** Options that a block need not know: it has days of its own. */
const OF_PERIOD = 'period'

/** What became of a block; `whole` is the command that shows all of it. */
type Told = { text: string; answer: Answer; whole: string } | { text: string; refusal: UserError }

/** Several reports on one screen, each with its own days and filters; options given here are for all of them. */
export function dashboardOf(commands: readonly CommandSpec[]): Run {
  return async (context, typed) => {
    const store = context.open('read')
    const { board, rest } = boardTyped(context, store, typed)
    const shelf = new Blocks(context, commands)
    const told: Told[] = []
    for (const text of board.blocks) told.push(await shelf.tell(text, rest.options))
    const request = parseReport(context, store, rest)
    const { head } = request
    return {
      json: {
        schema: 'voronka.dashboard/1',
        name: board.name,
        timezone: head.timezone,
        asOf: head.asOf,
        knownAt: head.knownAt,
        filters: head.filters,
        blocks: told.map((one) =>
          'answer' in one
            ? { block: one.text, report: one.answer.json ?? null }
            : { block: one.text, problem: one.refusal.say(context.words) },
        ),
      },
      document: (words): Document => {
        const view = reportView(context, 'dashboard', typed, request, NOTHING_BEYOND)(words)
        const heading = headLines([words.dashboard.title(board)], head, view, [])
        const said = new Set(heading.flatMap(partsOf))
        return {
          heading,
          blocks: told.flatMap((one): readonly Block[] => {
            if (!('answer' in one)) return [refused(one.text, one.refusal.say(words))]
            const document = one.answer.document?.(words)
            if (document === undefined) return []
            const { blocks, left } = inBrief(document, said)
            if (left === 0) return blocks
            const whole = { text: one.whole, tone: 'act' } as const
            return [...blocks, { type: 'lines', lines: [[words.dashboard.more({ n: left }), whole]] }]
          }),
        }
      },
      ...(told.some((one) => 'refusal' in one && !(one.refusal instanceof LeftOut)) && {
        exit: EXIT.refused,
      }),
    }
  }
}

/** `save NAME BLOCK…`: each block is tried before it is kept. */
export function dashboardSaveOf(commands: readonly CommandSpec[]): Run {
  return async (context, { args }) => {
    const [first, ...texts] = args
    const name = parseName(first)
    if (texts.length === 0) throw new UsageError((w) => w.dashboard.nothing)
    context.open('write')
    const shelf = new Blocks(context, commands)
    const blocks = texts.map((text) => text.trim().replace(/^voronka\s+/, ''))
    for (const text of blocks) {
      const told = await shelf.tell(text, {})
      if ('refusal' in told)
        throw new UserError((w) => w.dashboard.badBlock({ text, problem: told.refusal.say(w) }))
    }
    return change(context, (operation, store) => {
      const json = saveDashboard(store, operation, { name, blocks })
      return { json, says: (w) => w.dashboard.saved({ name, n: blocks.length }) }
    })
  }
}

const COLUMNS: readonly ListColumn<Omit<Dashboard, 'id'>>[] = [
  { key: 'name', title: (w) => w.records.name, kind: 'text', value: ({ name }) => name },
  {
    key: 'blocks',
    title: (w) => w.dashboard.blocks,
    kind: 'text',
    value: ({ blocks }) => blocks.join(' · '),
    wrap: true,
  },
]

export const dashboardList: Run = (context, typed) =>
  listing(typed, dashboards(context.open('read')), COLUMNS, (w) => w.dashboard.nothing)

export const dashboardShow: Run = (context, { args }) => {
  const json = named(context.open('read'), args[0] ?? '')
  return {
    json,
    document: () =>
      card(
        json.name,
        json.blocks.map((text, at) => [`${at + 1}`, text]),
      ),
  }
}

export const dashboardRm: Run = (context, { args }) =>
  change(context, (operation, store) => {
    const json = named(store, args[0] ?? '')
    const kept = readDashboards(store.db).find(({ name }) => name === json.name)
    if (kept === undefined) throw new UserError((w) => w.dashboard.builtIn(json))
    removeDashboard(operation, kept.id)
    return { json, says: (w) => w.dashboard.removed(json) }
  })

/** Reads blocks and runs them, each command loaded once. */
class Blocks {
  readonly #parser: LineParser

  constructor(
    private readonly context: Context,
    commands: readonly CommandSpec[],
  ) {
    this.#parser = new LineParser(commands, context.words)
  }

  /** What a block says, `common` options being those of all blocks that have none of their own. */
  async tell(text: string, common: Typed['options']): Promise<Told> {
    try {
      const { spec, typed } = await this.#read(text, common)
      const command = await this.#parser.commandOf(spec)
      const line = this.context.lineOf(text)
      const answer = await command(line, withSavedFilter(line, spec, typed))
      return { text, answer, whole: retype(this.context, spec.name, typed, {}) }
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      return { text, refusal: error }
    }
  }

  async #read(text: string, common: Typed['options']): Promise<{ spec: CommandSpec; typed: Typed }> {
    const [line, second] = commandLines(text)
    if (line === undefined || second !== undefined || line.isOpen)
      throw new UsageError((w) => w.dashboard.noCommand)
    const { spec, typed } = await this.#parser.parse(line.words)
    if (!SHOWN.has(spec.name) || typed.options['makeTasks'] === true)
      throw new UsageError((w) => w.dashboard.notShown({ known: [...SHOWN].join(', ') }))
    return { spec, typed: withCommon(spec, typed, common) }
  }
}

/** The block cannot tell of what the whole is asked of: that is no failure of either. */
class LeftOut extends UserError {}

/**
 * The options of the whole dashboard where a block has none of its own. Throws LeftOut for a filter or a day that
 * the command does not take: it would tell of other deals than its neighbours.
 */
function withCommon(spec: CommandSpec, typed: Typed, common: Typed['options']): Typed {
  const taken = new Set((spec.options ?? []).map(({ flags }) => /--[a-z-]+/.exec(flags)?.[0]))
  const options: Record<string, unknown> = { ...typed.options }
  for (const [key, value] of Object.entries(common)) {
    if (options[key] !== undefined || (key === OF_PERIOD && typed.args.length > 0)) continue
    if (taken.has(flagOf(key))) options[key] = value
    else if (key !== OF_PERIOD)
      throw new LeftOut((w) => w.dashboard.notTaken({ option: flagOf(key), command: spec.name }))
  }
  return { args: typed.args, options }
}

/** The dashboard that is named, or the main one; words that are no name are the period, as in every report. */
function boardTyped(
  context: Context,
  store: Store,
  { args, options }: Typed,
): { board: Omit<Dashboard, 'id'>; rest: Typed } {
  const text = args.join(' ')
  const isOfDays = text !== '' && find(store, text) === undefined && isPeriod(context, store, text)
  if (!isOfDays || options[OF_PERIOD] !== undefined)
    return { board: named(store, text === '' ? MAIN.name : text), rest: { args: [], options } }
  return { board: named(store, MAIN.name), rest: { args: [], options: { ...options, [OF_PERIOD]: text } } }
}

function isPeriod(context: Context, { zone, settings }: Store, text: string): boolean {
  try {
    parsePeriod(text, { today: zone.dateOf(context.now(zone)), weekStart: settings.weekStart })
    return true
  } catch (error) {
    if (error instanceof UsageError) return false
    throw error
  }
}

/** Those saved, and the one there always is, by name. */
function dashboards(store: Store): Omit<Dashboard, 'id'>[] {
  const saved = readDashboards(store.db)
  const own = saved.some(({ name }) => foldKey(name) === MAIN.name)
  return own ? saved : [MAIN, ...saved]
}

function find(store: Store, text: string): Omit<Dashboard, 'id'> | undefined {
  return dashboards(store).find(({ name }) => foldKey(name) === foldKey(text))
}

function named(store: Store, text: string): Omit<Dashboard, 'id'> {
  const found = find(store, text)
  const known = dashboards(store).map(({ name }) => name)
  if (found === undefined) throw new UserError((w) => w.dashboard.unknown({ text, known: known.join(', ') }))
  return found
}

function refused(text: string, problem: string): Block {
  return { type: 'lines', lines: [[`${text}: `, { text: problem, tone: 'warn' }]] }
}
