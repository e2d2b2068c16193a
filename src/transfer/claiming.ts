import { foldKey, nearest } from '../domain/names/name.ts'
import { type Say, UsageError } from '../errors.ts'
import {
  type Claims,
  type Column,
  type ColumnOptions,
  type ColumnProblem,
  type ColumnUse,
  keepsOwn,
  OWN_EXPORT,
} from './columns.ts'
import { fieldName } from './export-column.ts'
import type { Entity } from './headers/vocabulary.ts'
import { isIgnored, type RecognisedColumn, recogniseHeaders } from './headers.ts'
import { hasRejectColumns } from './rejects.ts'

/**
 * Decides what every column is. Throws UsageError for options that make no sense by themselves; whatever the file does
 * not bear out (a header that is not there, a column that nothing claims) is a problem.
 */
export function claimColumns(
  entity: Entity,
  fields: readonly string[],
  headers: readonly string[],
  options: ColumnOptions,
  figuresOf: FiguresOf = () => undefined,
): Claims {
  return new Claiming(entity, fields, headers, options, figuresOf).done()
}

/**
 * Whether most of the headers are those of the entity, or are spoken of by the user: enough to tell its sheet from the
 * others of a workbook.
 */
export function knowsHeaders(entity: Entity, headers: readonly string[], options: ColumnOptions): boolean {
  const { system, columns } = recogniseHeaders(entity, headers)
  if (system !== null) return true
  const told = [...options.map, ...options.entered, ...options.custom, ...options.ignore, options.key ?? '']
  const isTold = (header: string) => told.some((text) => text.includes(header))
  const known = columns.filter(({ header, field }) => header !== '' && (field !== null || isTold(header)))
  const named = columns.filter(({ header }) => header !== '')
  return known.length > 1 && known.length * 2 > named.length
}

/** Entities whose own exports hold, beside the columns that are known, nothing but the user's own fields. */
const TAKEN_WHOLE: ReadonlySet<Entity> = new Set(['contacts', 'companies'])

/** What a column of figures is: of a plan, or left out as what adds such columns up; undefined of any other. */
type FiguresOf = (header: string) => Pick<ColumnUse, 'use' | 'what'> | undefined

class Claiming {
  readonly #uses = new Map<number, ColumnUse[]>()
  readonly #problems: ColumnProblem[] = []
  readonly #fixed = new Map<string, string>()
  readonly #key: Column[] = []
  /** What becomes of the columns that nothing claims, where the user said so of all of them. */
  #rest: 'custom' | 'ignored' | undefined
  readonly #pipelines = new Map<number, string>()
  #isOwn = false

  constructor(
    private readonly entity: Entity,
    private readonly known: readonly string[],
    private readonly headers: readonly string[],
    private readonly options: ColumnOptions,
    private readonly figuresOf: FiguresOf,
  ) {}

  done(): Claims {
    this.#readOptions()
    const recognised = recogniseHeaders(this.entity, this.headers)
    this.#isOwn = recognised.system === OWN_EXPORT && TAKEN_WHOLE.has(this.entity)
    if (hasRejectColumns(this.headers)) this.#passRejectColumns()
    const byUser = new Set(
      [...this.#uses.values()].flat().map((use) => (use.use === 'field' ? use.what : '')),
    )
    for (const column of recognised.columns) {
      const uses = this.#uses.get(column.index)
      // What identifies a row may be one of its fields too.
      const isKey = uses?.every(({ use }) => use === 'key') ?? false
      if (uses === undefined || (isKey && column.field !== null && column.field !== 'id'))
        this.#recognise(column, byUser)
    }
    const uses = [...this.#uses.values()].flat().sort((a, b) => a.index - b.index)
    const fields = new Map<string, Column[]>()
    for (const { use, what, index, header } of uses)
      if (use === 'field') fields.set(what, [...(fields.get(what) ?? []), { index, header }])
    const named = (use: ColumnUse['use']) =>
      uses
        .filter((column) => column.use === use)
        .map(({ what, index, header }) => ({ what, column: { index, header } }))
    return {
      system: recognised.system,
      dateOrder: recognised.dateOrder,
      decimal: recognised.decimal,
      fields,
      fixed: this.#fixed,
      entered: named('entered').map(({ what, column }) => {
        const of = this.#pipelines.get(column.index)
        return of === undefined ? { stage: what, column } : { stage: what, pipeline: of, column }
      }),
      custom: named('custom').map(({ what, column }) => ({ name: what, column })),
      key: this.#key,
      columns: uses,
      problems: this.#problems,
      known: this.known,
    }
  }

  /** Those of a file of rejected rows, mended and imported. */
  #passRejectColumns(): void {
    const count = this.headers.length
    for (const index of [count - 2, count - 1])
      if (!this.#uses.has(index))
        this.#use({
          index,
          header: this.headers[index] ?? '',
          use: 'ignored',
          what: 'rejects',
          by: 'system',
        })
  }

  #readOptions(): void {
    const { map, set, entered, custom, ignore, key } = this.options
    for (const text of map) {
      const [field, header] = halves('--map', text, this.known)
      this.#claim(header, 'field', this.#field(field))
    }
    for (const text of set) {
      const [field, value] = halves('--set', text, this.known)
      this.#fixed.set(this.#field(field), value)
    }
    for (const text of entered) {
      const [stage, header] = halves('--entered', text)
      this.#claim(header, 'entered', stage)
    }
    for (const text of custom) {
      if (this.#isRest(text)) {
        this.#rest = 'custom'
        continue
      }
      const cut = this.#find(text) === undefined ? text.lastIndexOf('=') : -1
      const header = cut < 0 ? text : text.slice(0, cut).trim()
      this.#claim(header, 'custom', cut < 0 ? header : text.slice(cut + 1).trim())
    }
    for (const header of ignore)
      if (this.#isRest(header)) this.#rest ??= 'ignored'
      else this.#claim(header, 'ignored', 'user')
    if (key === undefined) return
    const names = this.#find(key) === undefined ? key.split(',').map((name) => name.trim()) : [key]
    for (const name of names) {
      const column = this.#claim(name, 'key', '')
      if (column !== undefined) this.#key.push(column)
    }
  }

  #claim(header: string, use: ColumnUse['use'], what: string): Column | undefined {
    const index = this.#find(header)
    if (index === undefined) {
      const near = nearest(header, this.headers)
      const shown = (near.length > 0 ? near : this.headers).join(', ')
      this.#problems.push({ column: header, say: (w) => w.import.noColumn({ header, shown }) })
      return undefined
    }
    this.#use({ index, header: this.headers[index] ?? header, use, what, by: 'user' })
    return { index, header: this.headers[index] ?? header }
  }

  #use(use: ColumnUse): void {
    this.#uses.set(use.index, [...(this.#uses.get(use.index) ?? []), use])
  }

  #recognise(column: RecognisedColumn, byUser: ReadonlySet<string>): void {
    const { header, index } = column
    const figures = this.figuresOf(header)
    if (column.reason === 'entered') {
      if (column.pipeline !== undefined) this.#pipelines.set(index, column.pipeline)
      this.#use({ header, index, use: 'entered', what: column.stage, by: 'system' })
    } else if (column.field !== null) {
      const use = byUser.has(column.field) || this.#fixed.has(column.field) ? 'outdone' : 'field'
      this.#use({ header, index, use, what: column.field, by: column.reason })
    } else if (this.#isOwn && header !== '') {
      const what = fieldName(header)
      this.#use({ header, index, use: 'custom', what, by: 'system' })
    } else if (figures !== undefined) this.#use({ header, index, ...figures, by: 'common' })
    else if (isIgnored(column))
      this.#use({ header, index, use: 'ignored', what: column.reason, by: 'system' })
    else if (this.#rest === 'ignored') this.#use({ header, index, use: 'ignored', what: 'user', by: 'user' })
    else if (this.#rest === 'custom' && header !== '')
      this.#use({ header, index, use: 'custom', what: header, by: 'user' })
    else {
      this.#use({ header, index, use: 'unclaimed', what: column.reason, by: 'common' })
      this.#problems.push({ column: header, say: unclaimed(column, this.entity) })
    }
  }

  /** `*` is every column that nothing else claims, but where a column is really called so. */
  #isRest(text: string): boolean {
    return text.trim() === '*' && this.#find(text) === undefined
  }

  /** By its exact text, else folded. */
  #find(header: string): number | undefined {
    const exact = this.headers.indexOf(header)
    if (exact >= 0) return exact
    const key = foldKey(header)
    const folded = key === '' ? -1 : this.headers.findIndex((known) => foldKey(known) === key)
    return folded < 0 ? undefined : folded
  }

  /** A field by its name, or by a word that would be recognised as its header. */
  #field(text: string): string {
    const name = text.trim()
    const exact = this.known.find((field) => field.toLowerCase() === name.toLowerCase())
    const word = exact ?? recogniseHeaders(this.entity, [name]).columns[0]?.field
    if (word != null && this.known.includes(word)) return word
    throw new UsageError((w) => w.import.noField({ text: name, known: this.known.join(', ') }))
  }
}

/** `A=B` at its first equals sign; B may hold more of them. */
function halves(flag: string, text: string, fields?: readonly string[]): [string, string] {
  const cut = text.indexOf('=')
  if (cut < 1 && fields !== undefined)
    throw new UsageError((w) => w.import.noFieldEquals({ flag, text, known: fields.join(', ') }))
  if (cut < 1) throw new UsageError((w) => w.import.noEquals({ flag, text }))
  return [text.slice(0, cut).trim(), text.slice(cut + 1).trim()]
}

/** A column that nothing claims, with the ways out. */
function unclaimed({ header, index, reason }: RecognisedColumn, entity: Entity): Say {
  const [place, own] = [index + 1, keepsOwn(entity)]
  if (reason === 'nameless') return (w) => w.import.nameless({ place })
  if (reason === 'taken') return (w) => w.import.taken({ header, own })
  return (w) => (entity === 'plans' ? w.plans.unknownColumn({ header }) : w.import.unclaimed({ header, own }))
}
