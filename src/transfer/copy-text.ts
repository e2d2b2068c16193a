import { jsonOf } from '../domain/json.ts'
import { EXIT, UserError } from '../errors.ts'

/**
 * The text of a full copy: one JSON document, one record a line, so that two copies can be compared line by line and
 * neither writing nor reading holds more than a page.
 */
const SCHEMA = 'voronka.copy/1'
const HEAD = `{"schema":"${SCHEMA}",`

interface Section {
  name: string
  pages: Iterable<Readonly<Record<string, unknown>>[]>
}

export interface CopyLine {
  section: string
  row: Readonly<Record<string, unknown>>
  line: number
}

/** The text of a full copy in pieces, section by section; `readCopy` reads it. */
export function* copyText(sections: Iterable<Section>): Generator<string> {
  let before = HEAD
  for (const { name, pages } of sections) {
    yield `${before}\n${JSON.stringify(name)}:[`
    let separator = '\n'
    for (const page of pages) {
      yield separator + page.map((row) => jsonOf(row)).join(',\n')
      separator = ',\n'
    }
    before = '\n],'
  }
  yield '\n]}\n'
}

/**
 * The records of a full copy, from its text in pieces. A copy that another program wrote anew, in other lines, is read
 * whole. Throws UserError (65) for what is no full copy, or is cut off.
 */
export function* readCopy(pieces: Iterable<string>): Generator<CopyLine> {
  const lines = linesOf(pieces)
  const first = lines.next()
  if (first.done || first.value !== HEAD) {
    yield* readWhole([first.done ? '' : first.value, ...lines].join('\n'))
    return
  }
  let section = ''
  let number = 1
  for (const text of lines) {
    number += 1
    if (text === ']}') return
    if (text === '],') continue
    const [, name] = /^"(\w+)":\[$/.exec(text) ?? []
    if (name !== undefined) section = name
    else yield { section, row: parseRow(text.endsWith(',') ? text.slice(0, -1) : text, number), line: number }
  }
  throw new UserError((w) => w.safety.copyCutOff({ line: number }), EXIT.badInput)
}

function* readWhole(text: string): Generator<CopyLine> {
  const copy = parseRow(text, 1)
  const { schema, ...sections } = copy
  if (schema !== SCHEMA) throw new UserError((w) => w.safety.copyNone, EXIT.badInput)
  for (const [section, rows] of Object.entries(sections))
    for (const row of Array.isArray(rows) ? rows : [rows]) {
      if (!isObject(row))
        throw new UserError((w) => w.safety.copyBadRow({ line: 1, what: section }), EXIT.badInput)
      yield { section, row, line: 1 }
    }
}

function parseRow(text: string, line: number): Readonly<Record<string, unknown>> {
  try {
    const row: unknown = JSON.parse(text)
    if (isObject(row)) return row
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new UserError(
    (w) => (line === 1 ? w.safety.copyNone : w.safety.copyBadRow({ line, what: text.slice(0, 40) })),
    EXIT.badInput,
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function* linesOf(pieces: Iterable<string>): Generator<string> {
  let rest = ''
  let isFirst = true
  for (const piece of pieces) {
    // Not only once it is held whole: it may be of any size, and one line.
    if (isFirst && !/^\uFEFF?\s*\{/.test(piece)) throw new UserError((w) => w.safety.copyNone, EXIT.badInput)
    isFirst = false
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}
