import { EXIT, type Say, whyNotWritten } from '../../errors.ts'
import type { Block, Document } from '../../render/document.ts'
import type { Finding } from '../../transfer/findings.ts'
import type { LeftAside } from '../../transfer/rejects.ts'
import type { Table } from '../../transfer/table.ts'
import { type Words, wordsFor } from '../../words/words.ts'
import type { Answer } from '../command.ts'
import type { Context } from '../context.ts'

/** What became of the rows; together they are all the rows there were. */
export interface Counts {
  created: number
  updated: number
  unchanged: number
  skipped: number
  merged: number
  rejected: number
}

export const NO_COUNTS: Counts = { created: 0, updated: 0, unchanged: 0, skipped: 0, merged: 0, rejected: 0 }
const KEYS = ['created', 'updated', 'unchanged', 'skipped', 'merged', 'rejected'] as const

export interface Next {
  say: Say
  command: Say
}

export interface ImportReport {
  entity: string
  file: string
  system: string
  kind: Table['kind']
  encoding: string | null
  delimiter: string | null
  sheet: string | null
  dateOrder: string | null
  /** Null where none was read: the file as a whole is not taken. */
  rows: number | null
  counts: Counts
  operation: number | null
  dryRun: boolean
  /** Nothing is written because of its problems: rows passed over may be good. */
  refused: boolean
  problems: readonly Finding[]
  warnings: readonly Finding[]
  /** Beside the counts: what else is worth knowing. */
  facts: readonly Say[]
  /** Further keys of the JSON. */
  more: Readonly<Record<string, unknown>>
  /** What to do now, with the command for it. */
  next: readonly Next[]
  /** Said after the problems. */
  closing: readonly Say[]
  /** The problems were said before: not again. */
  isTold?: boolean
}

/** `operation`: what it wrote as; null where nothing was written. */
export interface ImportAnswer extends Answer {
  readonly operation: number | null
}

/** The answer of an import: the contract's JSON, the counts as a table, and on stderr how the file was read. */
export function importAnswer(report: ImportReport, context: Context): ImportAnswer {
  const { counts, problems, warnings, closing, isTold, more, ...head } = report
  const { words } = context
  const shown = (finding: Finding) => ({
    line: finding.line,
    column: finding.column,
    value: finding.value,
    message: finding.say(words),
  })
  const { entity, file, kind, system, encoding, delimiter, sheet, dateOrder, rows, operation, dryRun } = head
  return {
    operation,
    json: {
      schema: 'voronka.import/1',
      entity,
      file,
      system,
      encoding,
      delimiter,
      sheet,
      dateOrder,
      rows: rows ?? 0,
      ...counts,
      operation,
      dryRun,
      problems: problems.map(shown),
      warnings: warnings.map(shown),
      ...more,
    },
    document: (w) => importDocument(report, w),
    messages: [
      (w) =>
        w.import.howRead({ file, ways: waysOf({ kind, encoding, delimiter, sheet }, w), dateOrder, system }),
      ...listed(file, warnings, (w, more) => w.import.moreWarnings({ count: more })),
      ...(isTold ? [] : problemsSaid(file, problems)),
      ...closing,
      ...(dryRun ? [(w: Words) => w.cli.dryRunDone] : []),
    ],
    exit: problems.length > 0 ? EXIT.badInput : EXIT.done,
  }
}

type HowRead = Pick<ImportReport, 'kind' | 'encoding' | 'delimiter' | 'sheet'>

/** What was found out of the file: encoding and delimiter of a text, the sheet of a workbook. */
function waysOf({ kind, encoding, delimiter, sheet }: HowRead, w: Words): string {
  const said = [
    kind === 'text' ? '' : w.sheets.kinds[kind],
    sheet === null ? '' : w.sheets.sheet(sheet),
    encoding === null ? '' : w.sheets.encoding(encoding),
    delimiter === null ? '' : w.import.delimiter(delimiter === '\t' ? 'tab' : delimiter),
  ]
  return said.filter((part) => part !== '').join(', ')
}

function importDocument({ file, rows, counts, facts, next, refused }: ImportReport, w: Words): Document {
  const titles = refused ? { ...w.import.counts, skipped: w.import.notWritten } : w.import.counts
  const shown = KEYS.filter((key) => counts[key] > 0)
  const table: Block = {
    type: 'table',
    columns: [
      { key: 'what', title: '', kind: 'text' },
      { key: 'rows', title: w.import.rowsTitle, kind: 'count' },
    ],
    rows: shown.map((key) => ({ cells: [titles[key], counts[key]] })),
  }
  return {
    heading: [rows === null ? w.import.notRead({ file }) : w.import.heading({ file, rows })],
    blocks: [
      ...(shown.length > 0 ? [table] : []),
      { type: 'lines', lines: facts.map((say) => say(w)) },
      {
        type: 'lines',
        lines: next.map(({ say, command }) => [`${say(w)} `, { text: command(w), tone: 'act' }]),
      },
    ],
    data: {
      columns: KEYS.map((key) => ({ key, title: titles[key], kind: 'count' })),
      rows: [{ cells: KEYS.map((key) => counts[key]) }],
    },
  }
}

const MOST_LISTED = 20
/** Characters of a value in a sentence; the JSON has all of it. */
const MOST_SHOWN = 80

function shortened(value: string): string {
  return value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}…` : value
}

/** What is wrong with the rows of a file, as a person is told it. */
export function problemsSaid(file: string, problems: readonly Finding[]): Say[] {
  return listed(file, problems, (w, more) => w.import.moreProblems({ count: more }))
}

/** Findings that say the same of a column are one line with their number. */
function listed(
  file: string,
  findings: readonly Finding[],
  more: (w: Words, count: number) => string,
): Say[] {
  const english = wordsFor('en')
  const groups = new Map<string, { first: Finding; count: number }>()
  for (const finding of findings) {
    const key = `${finding.column}\n${finding.say(english)}`
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { first: finding, count: 1 })
    else known.count++
  }
  const lines = [...groups.values()].slice(0, MOST_LISTED).map(
    ({ first, count }): Say =>
      (w) => {
        const place = [
          `${file}:${first.line}`,
          first.column,
          first.value === '' ? '' : w.import.quoted(shortened(first.value)),
        ]
        const also = count === 1 ? '' : ` ${w.import.alsoInRows({ count: count - 1 })}`
        return `${place.filter((part) => part !== '').join(': ')}: ${first.say(w)}${also}`
      },
  )
  const left = groups.size - lines.length
  return left > 0 ? [...lines, (w) => more(w, left)] : lines
}

/** What became of the rows with problems, which are put into the file at `path`. */
export function closingOf(
  rejected: number,
  refused: boolean,
  {
    aside,
    dryRun,
    path,
    profile,
  }: { aside: LeftAside | undefined; dryRun: boolean; path: string; profile: string | undefined },
): Say[] {
  if (refused)
    return [
      (w) => w.import.nothingWritten({ rejected }),
      ...(profile === undefined ? [] : [(w: Words) => w.import.profileNotSaved({ profile })]),
    ]
  if (rejected === 0 || dryRun) return []
  if (aside === undefined) return [(w) => w.import.rejectsWritten({ rejected, path })]
  return [(w) => w.import.rejectsAside({ rejected, path, ...aside, why: whyNotWritten(aside.why, w) })]
}

/** The good rows of a file that is not taken are passed over. */
export function nothingTaken(counts: Counts): Counts {
  const { created, updated, skipped } = counts
  return { ...counts, created: 0, updated: 0, skipped: skipped + created + updated }
}
