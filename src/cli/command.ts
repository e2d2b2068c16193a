import type { ExitCode, Say } from '../errors.ts'
import type { Document, Table } from '../render/document.ts'
import type { Words } from '../words/words.ts'
import type { Context } from './context.ts'
import type { NamedPieces } from './workspace/write-whole.ts'

/** What a command gives back. The edge turns it into text in the wanted format, and prints it. */
export interface Answer {
  /** The answer as a person reads it; also csv, tsv, md. */
  document?: (words: Words) => Document
  /** The answer for `--format json`: a value in the shape that the contract states. */
  json?: unknown
  /**
   * Text that is the answer itself, whatever the format: an export, a completion script. In pieces where it may be
   * long: they are asked for one after another, as fast as the reader takes them.
   */
  text?: string | Iterable<string>
  /** What has several parts has a sheet of a workbook each. */
  sheets?: (words: Words) => readonly { name: string; facts: Table }[]
  /** A workbook, which goes into a file only. */
  bytes?: AsyncIterable<Uint8Array>
  /** What goes into the folder that `--output` names. */
  files?: Iterable<NamedPieces>
  /** Of a list without records: the document says it in place of a table; beside data it is a message. */
  empty?: Say
  /** Said on stderr unless `--quiet`. */
  messages?: readonly Say[]
  exit?: ExitCode
}

/** What was typed, as commander gives it: by flag name in camelCase; lists where a flag may be repeated. */
export interface Typed {
  readonly args: readonly string[]
  readonly options: Readonly<Record<string, unknown>>
}

export type Run = (context: Context, typed: Typed) => Promise<Answer> | Answer

export interface OptionSpec {
  /** Commander's syntax: `--manager <name>`. */
  flags: string
  help: Say
  /** May be given several times. */
  repeat?: boolean
  hidden?: boolean
}

export interface CommandSpec {
  /** The words that name it: `deal add`. */
  name: string
  /** Commander's syntax of the arguments: `<deal> [stage]`. */
  args?: string
  summary: Say
  options?: readonly OptionSpec[]
  /** Whole command lines, shown in help and run by the tests. */
  examples?: readonly string[]
  /** Formats other than the usual ones. */
  formats?: readonly string[]
  /** `--output` may name a folder. */
  folders?: true
  load: () => Promise<Run>
}

/** Whether its only argument is the name of something: then all the words are that name. */
export function takesAllWords({ args = '' }: CommandSpec): boolean {
  return /^[<[](?:name|person|title|manager|contact|company|deal|stage|pipeline|field|task|rule)[>\]]$/.test(
    args,
  )
}
