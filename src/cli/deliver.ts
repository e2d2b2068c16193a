import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { EXIT, type ExitCode, UsageError, UserError } from '../errors.ts'
import { renderDocument, renderJson } from '../render/render.ts'
import { disarm } from '../render/sanitize.ts'
import { colorLevel } from '../render/style.ts'
import type { Words } from '../words/words.ts'
import type { Sink } from '../world.ts'
import type { Answer, CommandSpec } from './command.ts'
import type { Context } from './context.ts'
import { checkTarget, workspaceFiles } from './target.ts'

const FORMATS = ['table', 'json', 'csv', 'tsv', 'md'] as const
type Format = (typeof FORMATS)[number]

/** How and where an answer is to be shown. */
export interface Delivery {
  /** Of a document, unless the command makes its text itself. */
  format: Format
  color: 0 | 1
  /** The file of `--output`; undefined is stdout. */
  path: string | undefined
}

/** Read before the command runs: one whose answer cannot be shown must not have changed anything. */
export function planDelivery(context: Context, spec: CommandSpec): Delivery {
  const { output } = context.global
  const path = output === undefined || output === '-' ? undefined : outputPath(output, context)
  if (path !== undefined) checkTarget('--output', path, workspaceFiles(context.path))
  const flag = colorFlag(context.global.color)
  const isTTY = context.world.out.isTTY && path === undefined
  return {
    format: wantedFormat(context.global.format, spec),
    color: colorLevel({ flag, env: context.world.env, isTTY }),
    path,
  }
}

/** Prints an answer as planned, on stdout or into the file; messages go to stderr. */
export async function deliver(answer: Answer, delivery: Delivery, context: Context): Promise<void> {
  const text = textOf(answer, delivery, context)
  const pieces = typeof text === 'string' ? (text === '' ? [] : [text]) : text
  const { out } = context.world
  const isRaw = answer.text !== undefined || delivery.format === 'csv'
  if (delivery.path === undefined) await print(isRaw && out.isTTY ? disarmed(pieces) : pieces, out)
  else if (text !== '') writeWhole(delivery.path, pieces)
  for (const say of answer.messages ?? []) context.tell(say)
}

function* disarmed(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) yield disarm(piece)
}

/** Nothing is made that nobody reads: the next piece is asked for when the last one is taken. */
async function print(pieces: Iterable<string>, out: Sink): Promise<void> {
  for (const piece of pieces) {
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
  const width = toTerminal ? (world.out.columns ?? 80) : null
  return renderDocument(answer.document(words), format, { color, width, unicode: toTerminal, lang })
}

function wantedFormat(text: string | undefined, { formats }: CommandSpec): Format {
  if (text === undefined) return 'table'
  const known: readonly string[] = formats ?? FORMATS
  if (!known.includes(text)) throw new UsageError((w) => w.cli.noFormat({ text, known: known.join(', ') }))
  return FORMATS.find((format) => format === text) ?? 'table'
}

function colorFlag(text: string | undefined): 'auto' | 'always' | 'never' {
  if (text === undefined || text === 'auto') return 'auto'
  if (text === 'always' || text === 'never') return text
  throw new UsageError((w) => w.cli.noColor({ text }))
}

/** `%Y-%m-%d` in the name is the local date of this run. */
function outputPath(name: string, context: Context): string {
  if (!/%[Ymd]/.test(name)) return name
  const { zone } = context.open('read')
  const [year = '', month = '', day = ''] = zone.dateOf(context.now(zone)).split('-')
  return name.replaceAll('%Y', year).replaceAll('%m', month).replaceAll('%d', day)
}

/**
 * Written beside the target and renamed: whoever reads it sees the old file or the new one, never half. A target that
 * is no file (a device, a pipe) is written into.
 */
function writeWhole(path: string, pieces: Iterable<string>): void {
  const before = statSync(path, { throwIfNoEntry: false })
  if (before === undefined || before.isFile()) replaceWhole(path, before?.mode, pieces)
  else writeInto(path, 'w', pieces, path)
}

function replaceWhole(path: string, mode: number | undefined, pieces: Iterable<string>): void {
  const target = mode === undefined ? path : realpathSync(path)
  const folder = attempt(() => mkdtempSync(`${target}.`), path, EXIT.cannotCreate)
  try {
    const beside = join(folder, basename(target))
    writeInto(beside, 'wx', pieces, path)
    if (mode !== undefined) attempt(() => chmodSync(beside, mode), path, EXIT.cannotCreate)
    attempt(() => renameSync(beside, target), path, EXIT.cannotCreate)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** `path` is what the sentence names if that fails. */
function writeInto(place: string, mode: 'w' | 'wx', pieces: Iterable<string>, path: string): void {
  const file = attempt(() => openSync(place, mode, 0o644), path, EXIT.cannotCreate)
  try {
    for (const piece of pieces) attempt(() => writeFileSync(file, piece), path, EXIT.cannotWrite)
    if (mode === 'wx') attempt(() => fsyncSync(file), path, EXIT.cannotWrite)
  } finally {
    closeSync(file)
  }
}

function attempt<T>(step: () => T, path: string, exit: ExitCode): T {
  try {
    return step()
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw cannotWrite(path, why, exit)
  }
}

function cannotWrite(path: string, why: string, exit: ExitCode): UserError {
  return new UserError((w) => w.cli.cannotWrite({ path, why: whyOf(why, w) }), exit)
}

function whyOf(code: string, { cli }: Words): string {
  const known: Readonly<Record<string, string>> = cli.whyNotWritten
  return known[code] ?? code
}
