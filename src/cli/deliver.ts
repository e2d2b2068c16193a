import { UsageError } from '../errors.ts'
import { factsOf } from '../render/data.ts'
import { renderDocument, renderJson } from '../render/render.ts'
import { disarm } from '../render/sanitize.ts'
import { type Color, colorLevel } from '../render/style.ts'
import type { Answer, CommandSpec } from './command.ts'
import type { Context } from './context.ts'
import { checkTarget, isFolderName, workspaceFiles } from './workspace/target.ts'
import { type Pieces, writeFolder, writeWhole } from './workspace/write-whole.ts'

const FORMATS = ['table', 'json', 'csv', 'tsv', 'md', 'xlsx'] as const
type Format = (typeof FORMATS)[number]

/** How and where an answer is to be shown. */
export interface Delivery {
  /** Of a document, unless the command makes its text itself. */
  format: Format
  color: Color
  /** The file of `--output`; undefined is stdout. */
  path: string | undefined
}

/** Read before the command runs: one whose answer cannot be shown must not have changed anything. */
export function planDelivery(context: Context, spec: CommandSpec): Delivery {
  const { output } = context.global
  const path = output === undefined || output === '-' ? undefined : outputPath(output, context)
  if (path === undefined && context.global.format === 'xlsx') throw new UsageError((w) => w.cli.bookNeedsFile)
  if (path !== undefined && !(spec.folders === true && isFolderName(path)))
    checkTarget('--output', path, workspaceFiles(context.path))
  const flag = colorFlag(context.global.color)
  const isTTY = context.world.out.isTTY && path === undefined
  return {
    format: wantedFormat(context.global.format ?? formatOfFile(path, spec), spec),
    color: colorLevel({ flag, env: context.world.env, isTTY }),
    path,
  }
}

/** Prints an answer as planned, on stdout or into the file; messages go to stderr. */
export async function deliver(answer: Answer, delivery: Delivery, context: Context): Promise<void> {
  const { path } = delivery
  if (path === undefined) await print(piecesOf(textOf(answer, delivery, context)), answer, delivery, context)
  else if (answer.files !== undefined) await writeFolder(path, answer.files, context.world)
  else {
    const contents = await contentsOf(answer, delivery, context)
    if (contents !== '') await writeWhole(path, piecesOf(contents), context.world)
  }
  const { empty } = answer
  const isData = delivery.format !== 'table' && delivery.format !== 'md'
  const messages = [...(empty !== undefined && isData ? [empty] : []), ...(answer.messages ?? [])]
  if (messages.length > 0) context.tell((words) => messages.map((say) => say(words)).join('\n'))
}

async function contentsOf(answer: Answer, delivery: Delivery, context: Context): Promise<string | Pieces> {
  if (answer.bytes !== undefined) return answer.bytes
  if (delivery.format !== 'xlsx' || answer.text !== undefined) return textOf(answer, delivery, context)
  const { words } = context
  const { bookOf, bookOfSheets } = await import('./workbook.ts')
  if (answer.sheets !== undefined) return bookOfSheets(answer.sheets(words))
  const facts = answer.document && factsOf(answer.document(words))
  return facts === undefined ? '' : bookOf(facts)
}

function piecesOf<T extends Pieces>(contents: string | T): T | string[] {
  return typeof contents === 'string' ? (contents === '' ? [] : [contents]) : contents
}

function* disarmed(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) yield disarm(piece)
}

/** Shows what is longer than the terminal page by page. A text for other programs is not paged. */
async function paged(pieces: Iterable<string>, answer: Answer, context: Context): Promise<boolean> {
  const { out, page } = context.world
  const { pager } = context
  if (!out.isTTY || answer.text !== undefined || page === undefined || pager === undefined) return false
  const text = [...pieces].join('')
  if (text.split('\n').length <= (out.rows ?? Number.POSITIVE_INFINITY)) return false
  return page(pager, text)
}

/** Nothing is made that nobody reads: the next piece is asked for when the last one is taken. */
async function print(
  pieces: Iterable<string>,
  answer: Answer,
  { format }: Delivery,
  context: Context,
): Promise<void> {
  if (await paged(pieces, answer, context)) return
  const { out } = context.world
  const isRaw = answer.text !== undefined || format === 'csv'
  for (const piece of isRaw && out.isTTY ? disarmed(pieces) : pieces) {
    out.write(piece)
    if (!(await out.drain())) return
  }
}

function textOf(
  answer: Answer,
  { format, color, path }: Delivery,
  context: Context,
): string | Iterable<string> {
  if (answer.text !== undefined) return answer.text
  if (format === 'json') return answer.json === undefined ? '' : renderJson(answer.json)
  if (answer.document === undefined) return ''
  const { world, words, lang } = context
  const toTerminal = world.out.isTTY && path === undefined
  const width = toTerminal ? Math.max(world.out.columns || 80, NARROWEST) : null
  if (format === 'xlsx') return ''
  return renderDocument(answer.document(words), format, { color, width, unicode: toTerminal, lang })
}

/** Columns below which a screen is left to the terminal to break. One that says it has none has told nothing. */
const NARROWEST = 20

function wantedFormat(text: string | undefined, { formats }: CommandSpec): Format {
  if (text === undefined) return 'table'
  const known: readonly string[] = formats ?? FORMATS
  if (!known.includes(text))
    throw new UsageError((w) => w.commandLine.noFormat({ text, known: known.join(', ') }))
  return FORMATS.find((format) => format === text) ?? 'table'
}

/** What the name of a file says of its format, where the command has it; an explicit `--format` goes first. */
export function formatOfFile(
  path: string | undefined,
  { formats }: Pick<CommandSpec, 'formats'>,
): string | undefined {
  const extension = /\.([a-z]+)$/i.exec(path ?? '')?.[1]?.toLowerCase()
  const known: readonly string[] = formats ?? FORMATS
  return extension !== undefined && extension !== 'table' && known.includes(extension) ? extension : undefined
}

/** What `--color` says. */
export function colorFlag(text: string | undefined): 'auto' | 'always' | 'never' {
  if (text === undefined || text === 'auto') return 'auto'
  if (text === 'always' || text === 'never') return text
  throw new UsageError((w) => w.commandLine.noColor({ text }))
}

/** `%Y-%m-%d` in the name is the local date of this run. */
function outputPath(name: string, context: Context): string {
  if (!/%[Ymd]/.test(name)) return name
  const { zone } = context.open('read')
  const [year = '', month = '', day = ''] = zone.dateOf(context.now(zone)).split('-')
  return name.replaceAll('%Y', year).replaceAll('%m', month).replaceAll('%d', day)
}
