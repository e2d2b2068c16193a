import { foldKey } from '../../domain/names/name.ts'
import { isBounded, type Period, parsePeriod } from '../../domain/time/period.ts'
import { EXIT, UsageError, UserError } from '../../errors.ts'
import { inBrief, partsOf } from '../../render/brief.ts'
import { factsOf } from '../../render/data.ts'
import type { Block, Document, Table } from '../../render/document.ts'
import { headLines } from '../../render/reports/head.ts'
import { type Dashboard, readDashboards, removeDashboard, saveDashboard } from '../../store/dashboards.ts'
import type { Store } from '../../store/store.ts'
import { LANGS, type Words, wordsFor } from '../../words/words.ts'
import type { CommandSpec, Run, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { card } from '../finding/card.ts'
import { type ListColumn, listing } from '../listing.ts'
import { parseName } from '../texts.ts'
import { optional } from '../typed.ts'
import { change } from '../writing.ts'
import { Blocks, LeftOut, OF_COMPARING, OF_PERIOD, type Told } from './dashboard-blocks.ts'
import { parseReport, shiftReport } from './request.ts'
import { NOTHING_BEYOND, reportView } from './view.ts'

/** Its name for scripts; people read and type it in their language too. */
const MAIN_NAME = 'main'
const MAIN_NAMES: ReadonlySet<string> = new Set([
  MAIN_NAME,
  ...LANGS.map((lang) => foldKey(wordsFor(lang).dashboard.main)),
])

/** What there is without any saved: saved under this name, one's own takes its place. */
const MAIN: Omit<Dashboard, 'id'> = {
  name: MAIN_NAME,
  blocks: ['plan', 'team', 'weakest', 'losses', 'response', 'today'],
}

/** Several reports on one screen, each with its own days and filters; options given here are for all of them. */
export function dashboardOf(commands: readonly CommandSpec[]): Run {
  return async (context, typed) => {
    const store = context.open('read')
    const { board, rest } = boardTyped(context, store, typed)
    const request = parseReport(context, store, rest)
    const other = optional(rest, OF_COMPARING)
    if (other !== undefined) shiftReport(request, store, other)
    const shelf = blocksOf(context, store, commands)
    const told: Told[] = []
    for (const text of board.blocks) told.push(await shelf.tell(text, rest.options))
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
        const heading = headLines(
          [words.dashboard.title({ name: shownName(board.name, words) })],
          head,
          view,
          [],
        )
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
            return [
              ...blocks,
              { type: 'lines', lines: [[words.dashboard.more({ n: left }), whole]], close: true },
            ]
          }),
        }
      },
      sheets: (words) => told.map((one) => ({ name: one.text, facts: sheetOf(one, words) })),
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
    if (isCommand(name, commands)) throw new UsageError((w) => w.dashboard.isCommand({ name }))
    if (texts.length === 0) throw new UsageError((w) => w.dashboard.nothing)
    const shelf = blocksOf(context, context.open('write'), commands)
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

/** A dashboard of such a name could not be opened, or would be taken for the command. */
function isCommand(name: string, commands: readonly CommandSpec[]): boolean {
  const typed = name.toLowerCase()
  return (
    typed === 'help' || commands.some((spec) => spec.name === typed || spec.name === `dashboard ${typed}`)
  )
}

const COLUMNS: readonly ListColumn<Omit<Dashboard, 'id'>>[] = [
  {
    key: 'name',
    title: (w) => w.records.name,
    kind: 'text',
    value: ({ name }) => name,
    text: ({ name }, w) => shownName(name, w),
  },
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
    document: (words) =>
      card(
        shownName(json.name, words),
        json.blocks.map((text, at) => [`${at + 1}`, text]),
      ),
  }
}

export const dashboardRm: Run = (context, { args }) =>
  change(context, (operation, store) => {
    const json = named(store, args[0] ?? '')
    const kept = readDashboards(store.db).find(({ name }) => name === json.name)
    if (kept === undefined) throw new UserError((w) => w.dashboard.builtIn({ name: shownName(json.name, w) }))
    removeDashboard(operation, kept.id)
    return { json, says: (w) => w.dashboard.removed(json) }
  })

/** The dashboard that is named, or the main one; words that are no name are the period, as in every report. */
function boardTyped(
  context: Context,
  store: Store,
  { args, options }: Typed,
): { board: Omit<Dashboard, 'id'>; rest: Typed } {
  const text = args.join(' ')
  const isOfDays =
    text !== '' && find(store, text) === undefined && periodNamed(context, store, text) !== undefined
  if (!isOfDays || options[OF_PERIOD] !== undefined)
    return { board: named(store, text === '' ? MAIN_NAME : text), rest: { args: [], options } }
  return { board: named(store, MAIN_NAME), rest: { args: [], options: { ...options, [OF_PERIOD]: text } } }
}

function periodNamed(context: Context, { zone, settings }: Store, text: string): Period | undefined {
  try {
    return parsePeriod(text, { today: zone.dateOf(context.now(zone)), weekStart: settings.weekStart })
  } catch (error) {
    if (error instanceof UsageError) return undefined
    throw error
  }
}

function blocksOf(context: Context, store: Store, commands: readonly CommandSpec[]): Blocks {
  const isEndless = (text: string) => {
    const period = periodNamed(context, store, text)
    return period !== undefined && !isBounded(period)
  }
  return new Blocks(context, isEndless, commands)
}

/** Those saved, and the one there always is, by name. */
function dashboards(store: Store): Omit<Dashboard, 'id'>[] {
  const saved = readDashboards(store.db)
  const own = saved.some(({ name }) => MAIN_NAMES.has(foldKey(name)))
  return own ? saved : [MAIN, ...saved]
}

function find(store: Store, text: string): Omit<Dashboard, 'id'> | undefined {
  const wanted = foldKey(text)
  const known = dashboards(store)
  const isMain = ({ name }: { name: string }) => MAIN_NAMES.has(wanted) && MAIN_NAMES.has(foldKey(name))
  return known.find(({ name }) => foldKey(name) === wanted) ?? known.find(isMain)
}

/** The one there always is goes by a word of the reader's language. */
function shownName(name: string, { dashboard }: Words): string {
  return name === MAIN_NAME ? dashboard.main : name
}

function named(store: Store, text: string): Omit<Dashboard, 'id'> {
  const found = find(store, text)
  const known = (w: Words) =>
    dashboards(store)
      .map(({ name }) => shownName(name, w))
      .join(', ')
  if (found === undefined) throw new UserError((w) => w.dashboard.unknown({ text, known: known(w) }))
  return found
}

/** The facts of a block; of one that has none, why. */
function sheetOf(one: Told, words: Words): Table {
  const document = 'answer' in one ? one.answer.document?.(words) : undefined
  const facts = document && factsOf(document)
  if (facts !== undefined) return facts
  const said = 'answer' in one ? '' : one.refusal.say(words)
  return { columns: [{ key: 'problem', title: '', kind: 'text' }], rows: [{ cells: [said] }] }
}

function refused(text: string, problem: string): Block {
  return { type: 'lines', lines: [[`${text}: `, { text: problem, tone: 'warn' }]] }
}
