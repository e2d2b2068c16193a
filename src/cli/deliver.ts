import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { EXIT, UsageError, UserError } from '../errors.ts'
import { renderDocument, renderJson } from '../render/render.ts'
import { colorLevel } from '../render/style.ts'
import type { Sink } from '../world.ts'
import type { Answer, CommandSpec } from './command.ts'
import type { Context } from './context.ts'

const FORMATS = ['table', 'json', 'csv', 'tsv', 'md'] as const

/** Prints an answer in the wanted format, on stdout or into `--output`; messages go to stderr. */
export async function deliver(answer: Answer, context: Context, spec: CommandSpec): Promise<void> {
  const text = format(answer, context, spec)
  const pieces = typeof text === 'string' ? (text === '' ? [] : [text]) : text
  const { output } = context.global
  if (output === undefined || output === '-') await print(pieces, context.world.out)
  else if (text !== '') writeWhole(outputPath(output, context), pieces)
  for (const say of answer.messages ?? []) context.tell(say)
}

/** Nothing is made that nobody reads: the next piece is asked for when the last one is taken. */
async function print(pieces: Iterable<string>, out: Sink): Promise<void> {
  for (const piece of pieces) {
    out.write(piece)
    if (!(await out.drain())) return
  }
}

function format(answer: Answer, context: Context, spec: CommandSpec): string | Iterable<string> {
  if (answer.text !== undefined) return answer.text
  const wanted = wantedFormat(context.global.format, spec)
  if (wanted === 'json') return answer.json === undefined ? '' : renderJson(answer.json)
  if (answer.document === undefined) return ''
  const { world, words } = context
  const toTerminal = world.out.isTTY && context.global.output === undefined
  return renderDocument(answer.document(words), wanted, {
    color: colorLevel({ flag: colorFlag(context.global.color), env: world.env, isTTY: toTerminal }),
    width: toTerminal ? (world.out.columns ?? 80) : null,
    unicode: toTerminal,
    lang: context.lang,
  })
}

function wantedFormat(text: string | undefined, spec: CommandSpec): (typeof FORMATS)[number] {
  if (text === undefined) return 'table'
  const found = FORMATS.find((known) => known === text)
  if (found === undefined || (spec.formats !== undefined && !spec.formats.includes(found)))
    throw new UsageError((w) => w.cli.noFormat({ text, known: (spec.formats ?? FORMATS).join(', ') }))
  return found
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

/** Writes beside the target and renames: whoever reads it sees the old file or the new one, never half. */
function writeWhole(path: string, pieces: Iterable<string>): void {
  const beside = `${path}.part`
  try {
    const file = openSync(beside, 'w', 0o644)
    try {
      for (const piece of pieces) writeFileSync(file, piece)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    if (error instanceof UserError) throw error
    const why = error instanceof Error ? error.message : String(error)
    throw new UserError((w) => w.cli.cannotWrite({ path, why }), EXIT.cannotCreate)
  }
}
