import type { FieldValue } from '../domain/deal.ts'
import type { Moment } from '../domain/exported.ts'
import { foldName, parseTypedId } from '../domain/name.ts'
import { type Email, type Phone, parseEmails, parsePhones } from '../domain/phone.ts'
import type { BookKind, PlannedRecord, Said } from '../domain/planned-record.ts'
import type { Zone } from '../domain/zone.ts'
import type { Say } from '../errors.ts'
import { type Claims, type Column, OWN_EXPORT } from './columns.ts'
import type { Row } from './csv.ts'
import type { DateReader } from './dates.ts'
import type { CustomColumn } from './deal-rows.ts'
import { splitList, unguarded } from './export-cells.ts'
import type { Finding } from './findings.ts'
import { emailsOf, isCyrillic, joinName, phonesOf, tagsOf, withoutLabel } from './person-cells.ts'

const COMMON = [
  'id',
  'externalId',
  'externalSystem',
  'name',
  'phone',
  'email',
  'manager',
  'created',
  'note',
] as const

export const BOOK_FIELDS = {
  contacts: [
    ...COMMON,
    'firstName',
    'lastName',
    'middleName',
    'company',
    'companyId',
    'title',
    'source',
    'birthday',
    'tags',
  ],
  companies: [...COMMON, 'website'],
} as const

type BookField = (typeof BOOK_FIELDS)[BookKind][number]

/** Columns of dates. */
export const BOOK_DATES: readonly BookField[] = ['created', 'birthday']

export interface BookRowContext {
  readonly kind: BookKind
  readonly claims: Claims
  readonly dates: ReadonlyMap<number, DateReader>
  readonly custom: readonly CustomColumn[]
  readonly system: string
  /** The file is for Excel, its formulas guarded. */
  readonly guarded: boolean
  readonly zone: Zone
  /** Country of phones that name none. */
  readonly region: string
  /** Row id of the manager of this name; asked only for rows that are otherwise good. */
  manager(name: string): number
}

/** What stands in the cell of a birthday that Kommo could not read. */
const NO_BIRTHDAY = '1970-01-01'
const KOMMO = 'amocrm'

/** A moment as this program's own exports write it. */
const EXACT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

/** Turns the rows of a file into contacts or companies. Pure but for `manager`, which may make one. */
export class BookRows {
  readonly warnings: Finding[] = []
  readonly #own: boolean
  readonly #lastFirst: boolean
  #problems: Finding[] = []
  #row: Row = { line: 0, cells: [] }

  constructor(private readonly context: BookRowContext) {
    const { claims } = context
    this.#own = claims.system === OWN_EXPORT
    this.#lastFirst = (claims.fields.get('lastName') ?? []).some(({ header }) => isCyrillic(header))
  }

  /** The record of a row, or what is wrong with it. */
  read(row: Row): PlannedRecord | readonly Finding[] {
    this.#row = row
    this.#problems = []
    if (row.problem !== undefined) return [{ line: row.line, column: '', value: '', say: row.problem }]
    const { context } = this
    const said = context.kind === 'contacts' ? this.#contact() : this.#company()
    const createdAt = this.#date('created')
    const fields = this.#customFields()
    if (fields !== undefined) said.fields = fields
    const name = said.name ?? said.emails?.[0]?.raw ?? said.phones?.[0]?.raw ?? null
    const identity = this.#identity(said, name)
    if (identity === undefined || this.#problems.length > 0) return this.#problems
    return {
      line: row.line,
      ...identity,
      createdAt,
      name,
      said,
      companyId: this.#typedId('companyId'),
      manager: said.manager === undefined ? null : context.manager(said.manager),
    }
  }

  #contact(): Said {
    const said: Said = {}
    const name = this.#text('name') || this.#joinedName()
    if (name !== '') said.name = name
    const phones = this.#phones()
    if (phones.length > 0) said.phones = phones
    const emails = this.#emails()
    if (emails.length > 0) said.emails = emails
    this.#texts(said, { position: 'title', company: 'company', manager: 'manager', source: 'source' })
    const birthday = this.#birthday()
    if (birthday !== null) said.birthday = birthday
    const cell = this.#text('tags')
    const tags = this.#own ? splitList(cell) : tagsOf(cell)
    if (tags.length > 0) said.tags = tags
    return this.#note(said)
  }

  #company(): Said {
    const said: Said = {}
    this.#texts(said, { name: 'name', website: 'website', manager: 'manager' })
    const [phones, emails] = [this.#all('phone'), this.#all('email')]
    const phone = (this.#own ? phones : phones.map(withoutLabel)).join(', ')
    if (phone !== '') said.phone = phone
    const found = this.#own ? emails : emailsOf(emails).map(({ raw }) => raw)
    if (found.length > 0) said.email = found.join(', ')
    return this.#note(said)
  }

  #joinedName(): string {
    const [first, middle, last] = [this.#text('firstName'), this.#text('middleName'), this.#text('lastName')]
    return joinName({ first, middle, last }, this.#lastFirst)
  }

  #texts(
    said: Said,
    fields: Partial<Record<'name' | 'position' | 'company' | 'manager' | 'source' | 'website', BookField>>,
  ): void {
    for (const [key, field] of Object.entries(fields)) {
      const text = this.#text(field)
      if (text !== '') said[key as keyof typeof fields] = text
    }
  }

  #note(said: Said): Said {
    const note = [...new Set(this.#all('note'))].join('\n')
    if (note !== '') said.note = note
    return said
  }

  #phones(): Phone[] {
    const cells = this.#all('phone')
    if (!this.#own) return phonesOf(cells, this.context.region)
    return cells.flatMap(splitList).map((raw) => ({ e164: this.#ownPhone(raw), raw }))
  }

  #ownPhone(raw: string): string | null {
    return parsePhones(raw, this.context.region)[0]?.e164 ?? null
  }

  #emails(): Email[] {
    const cells = this.#all('email')
    if (!this.#own) return emailsOf(cells)
    return cells
      .flatMap(splitList)
      .map((raw) => ({ email: parseEmails(raw)[0]?.email ?? raw.toLowerCase(), raw }))
  }

  /** The id of the row, or what identifies it; undefined, with a problem, where it has none. */
  #identity(
    said: Said,
    name: string | null,
  ): Pick<PlannedRecord, 'externalSystem' | 'externalId' | 'ownId'> | undefined {
    const { claims, system } = this.context
    if (this.#own && claims.key.length === 0) {
      const [externalId, externalSystem] = [this.#text('externalId'), this.#text('externalSystem')]
      const ownId = this.#typedId('id')
      if (externalId !== '') return { externalSystem: externalSystem || null, externalId, ownId }
      if (ownId !== null) return { externalSystem: null, externalId: null, ownId }
    }
    const externalId = this.#externalId(said, name)
    if (externalId !== '') return { externalSystem: system, externalId, ownId: null }
    this.#problems.push(this.#finding(claims.fields.has('id') ? 'id' : 'name', (w) => w.import.noId))
    return undefined
  }

  #externalId(said: Said, name: string | null): string {
    const { claims } = this.context
    if (claims.key.length > 0) {
      const parts = claims.key.map(({ index }) => (this.#row.cells[index] ?? '').trim())
      return parts.some((part) => part !== '') ? parts.join(' | ') : ''
    }
    const id = this.#text('externalId') || this.#text('id')
    if (id !== '' || claims.system === null) return id
    const phone = said.phones?.[0]
    return said.emails?.[0]?.email ?? phone?.e164 ?? phone?.raw ?? foldName(name ?? '')
  }

  #typedId(field: BookField): number | null {
    return this.#own ? (parseTypedId(this.#text(field))?.id ?? null) : null
  }

  #birthday(): string | null {
    const column = this.context.claims.fields.get('birthday')?.[0]
    const cell = column === undefined ? '' : (this.#row.cells[column.index] ?? '').trim()
    if (column !== undefined && /^--\d\d-?\d\d$/.test(cell)) {
      this.warnings.push(this.#at(column, (w) => w.book.noBirthYear))
      return null
    }
    const read = this.#date('birthday')
    if (read === null) return null
    const day = this.context.zone.dateOf(read.at)
    const isNone = day === NO_BIRTHDAY && (cell.startsWith('01.01.1970') || this.context.system === KOMMO)
    if (!isNone || this.#own || column === undefined) return day
    this.warnings.push(this.#at(column, (w) => w.book.birthdayNone))
    return null
  }

  #date(field: BookField): Moment | null {
    for (const column of this.context.claims.fields.get(field) ?? []) {
      const cell = this.#row.cells[column.index] ?? ''
      // Midnight is a moment like others there, not a day whose hour nobody knows.
      if (this.#own && EXACT.test(cell)) return { at: Date.parse(cell), precision: 'moment' }
      const read = this.context.dates.get(column.index)?.read(cell)
      if (read === undefined || read === 'empty') continue
      if (!('problem' in read))
        return { at: read.at, precision: this.#own && cell.includes(':') ? 'moment' : read.precision }
      this.#problems.push(this.#at(column, read.problem))
      return null
    }
    return null
  }

  #customFields(): Record<string, FieldValue> | undefined {
    let fields: Record<string, FieldValue> | undefined
    for (const { id, column, read } of this.context.custom) {
      const cell = this.#cell(column)
      if (cell === '') continue
      const value = read(cell)
      if (value !== undefined) fields = { ...fields, [id]: value }
      else
        this.#problems.push(
          this.#at(column, (w) => w.import.noFieldValue({ text: cell, field: column.header })),
        )
    }
    return fields
  }

  /** The first of the columns of a field that is not blank. */
  #text(field: BookField): string {
    const { fixed, fields } = this.context.claims
    const set = fixed.get(field)
    if (set !== undefined) return set
    for (const column of fields.get(field) ?? []) {
      const cell = this.#cell(column)
      if (cell !== '') return cell
    }
    return ''
  }

  #all(field: BookField): string[] {
    const { fixed, fields } = this.context.claims
    const set = fixed.get(field)
    if (set !== undefined) return [set]
    return (fields.get(field) ?? []).map((column) => this.#cell(column)).filter((cell) => cell !== '')
  }

  /** In this program's own exports blanks mean what they are. */
  #cell({ index }: Column): string {
    const cell = this.#row.cells[index] ?? ''
    if (!this.#own) return cell.trim()
    return this.context.guarded ? unguarded(cell) : cell
  }

  #finding(field: BookField, say: Say): Finding {
    const column = this.context.claims.key[0] ?? this.context.claims.fields.get(field)?.[0]
    return column === undefined ? { line: this.#row.line, column: '', value: '', say } : this.#at(column, say)
  }

  #at({ index, header }: Column, say: Say): Finding {
    return { line: this.#row.line, column: header, value: this.#row.cells[index] ?? '', say }
  }
}
