import { firmAndPerson } from '../domain/names/firm-and-person.ts'
import { foldCompany, foldName, parseTypedId } from '../domain/names/name.ts'
import { type Email, type Phone, parseEmails, parsePhones } from '../domain/names/phone.ts'
import { canonicalId } from '../domain/records/external-id.ts'
import type { BookKind, PlannedRecord, Said } from '../domain/records/planned-record.ts'
import { OWN_EXPORT } from './columns.ts'
import { splitList, unguarded } from './export-cells.ts'
import type { Finding } from './findings.ts'
import { lifecycleMeant, readSteps } from './lifecycle-cells.ts'
import { pairLinks, severalLinks } from './links.ts'
import { emailsOf, isCyrillic, joinName, phonesOf, tagsOf, withoutLabel } from './person-cells.ts'
import { RowCells } from './row-cells.ts'
import type { RowCellsContext } from './row-context.ts'
import type { Row } from './table.ts'

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
    'lifecycle',
    'lifecycleHistory',
    'referredBy',
    'referredById',
    'wants',
  ],
  companies: [...COMMON, 'website'],
} as const

type BookField = (typeof BOOK_FIELDS)[BookKind][number]

/** Columns of dates. */
export const BOOK_DATES: readonly BookField[] = ['created', 'birthday']

export interface BookRowContext extends Omit<RowCellsContext, 'asWritten'> {
  readonly kind: BookKind
  readonly system: string
  /** The file is for Excel, its formulas guarded. */
  readonly guarded: boolean
  /** Country of phones that name none. */
  readonly region: string
  /** Row id of the manager of this name; asked only for rows that are otherwise good. */
  manager(name: string): number
}

/** What stands in the cell of a birthday that Kommo could not read. */
const NO_BIRTHDAY = '1970-01-01'
const KOMMO = 'amocrm'

/** Turns the rows of a file into contacts or companies. Pure but for `manager`, which may make one. */
export class BookRows {
  readonly #own: boolean
  readonly #cells: RowCells<BookField>
  readonly #lastFirst: boolean

  constructor(private readonly context: BookRowContext) {
    const { claims, kind, guarded } = context
    this.#own = claims.system === OWN_EXPORT
    const asWritten = guarded ? unguarded : (cell: string) => cell
    this.#cells = new RowCells<BookField>(this.#own ? { ...context, asWritten } : context, BOOK_FIELDS[kind])
    this.#lastFirst = (claims.fields.get('lastName') ?? []).some(({ header }) => isCyrillic(header))
  }

  get warnings(): readonly Finding[] {
    return this.#cells.warnings
  }

  /** The record of a row, or what is wrong with it. */
  read(row: Row): PlannedRecord | readonly Finding[] {
    const { context } = this
    const cells = this.#cells
    cells.turn(row)
    if (row.problem !== undefined) return cells.problems
    const said = context.kind === 'contacts' ? this.#contact() : this.#company()
    const createdAt = cells.date('created')
    const fields = cells.custom()
    if (fields !== undefined) said.fields = fields
    const name = said.name ?? said.emails?.[0]?.raw ?? said.phones?.[0]?.raw ?? null
    const identity = this.#identity(said, name)
    if (identity === undefined || cells.problems.length > 0) return cells.problems
    return {
      line: row.line,
      ...identity,
      createdAt,
      name,
      said,
      ownCompanyId: this.#typedId('companyId'),
      manager: said.manager === undefined ? null : context.manager(said.manager),
    }
  }

  #contact(): Said {
    const said: Said = {}
    const name = this.#cells.text('name') || this.#joinedName()
    if (name !== '') said.name = name
    const phones = this.#phones()
    if (phones.length > 0) said.phones = phones
    const emails = this.#emails()
    if (emails.length > 0) said.emails = emails
    this.#texts(said, { position: 'title', manager: 'manager', source: 'source' })
    this.#companyOf(said)
    this.#takeApart(said)
    const birthday = this.#birthday()
    if (birthday !== null) said.birthday = birthday
    const cell = this.#cells.text('tags')
    const tags = this.#own ? splitList(cell) : tagsOf(cell)
    if (tags.length > 0) said.tags = tags
    this.#life(said)
    return this.#note(said)
  }

  /** What is kept beside a person: how far they have come, who sent them, what they wait for. */
  #life(said: Said): void {
    const cells = this.#cells
    if (this.context.claims.fields.has('lifecycleHistory') && this.#own) {
      const steps = readSteps(splitList(cells.text('lifecycleHistory')), this.context.zone)
      if (steps === undefined) {
        const text = cells.text('lifecycleHistory')
        cells.problem('lifecycleHistory', (w) => w.import.noFieldValue({ text, field: 'lifecycleHistory' }))
      } else if (steps.length > 0) said.steps = steps
    } else {
      const stage = lifecycleMeant(cells.text('lifecycle'))
      if (stage === null) cells.warn('lifecycle', (w) => w.lifecycle.unknownStage)
      else if (stage !== undefined) said.lifecycle = stage
    }
    const referredBy = cells.text('referredBy')
    if (referredBy !== '') said.referredBy = referredBy
    const id = this.#typedId('referredById')
    if (id !== null) said.referredById = id
    const wants = this.#own ? splitList(cells.text('wants')) : cells.text('wants').split(/[;\n]/)
    const products = wants.map((product) => product.trim()).filter((product) => product !== '')
    if (products.length > 0) said.wants = products
  }

  #company(): Said {
    const said: Said = {}
    this.#texts(said, { name: 'name', website: 'website', manager: 'manager' })
    const [phones, emails] = [this.#phoneCells(), this.#cells.all('email')]
    const phone = (this.#own ? phones : phones.map(withoutLabel)).join(', ')
    if (phone !== '') said.phone = phone
    const found = this.#own ? emails : emailsOf(emails).map(({ raw }) => raw)
    if (found.length > 0) said.email = found.join(', ')
    return this.#note(said)
  }

  /** Whom the person works for: the first, as a person has one company. */
  #companyOf(said: Said): void {
    const cells = this.#cells
    if (this.#own) {
      this.#texts(said, { company: 'company' })
      return
    }
    const { system, claims } = this.context
    const cell = { names: cells.text('company'), ids: cells.text('companyId') }
    const { links, uneven } = pairLinks(cell, { system, fileSystem: claims.system })
    if (uneven !== undefined) cells.warn('company', (w) => w.import.unevenLinks(uneven))
    const [first, ...others] = links
    if (first === undefined) return
    if (others.length > 0) cells.warn('company', (w) => w.import.firstLinked(severalLinks(first, others)))
    if (first.name !== null) said.company = first.name
    if (first.id !== null) said.companyId = first.id
  }

  /** The firm that stands in the cell of the name is whom the person works for, unless another is. */
  #takeApart(said: Said): void {
    const both = this.#own || said.companyId !== undefined ? undefined : firmAndPerson(said.name ?? '')
    if (both === undefined) return
    const { company = both.company } = said
    if (foldCompany(company) !== foldCompany(both.company)) return
    said.name = both.person
    said.company = company
    this.#cells.warn('name', (w) => w.import.takenApart)
  }

  #joinedName(): string {
    const cells = this.#cells
    const [first, middle, last] = [cells.text('firstName'), cells.text('middleName'), cells.text('lastName')]
    return joinName({ first, middle, last }, this.#lastFirst)
  }

  #texts(
    said: Said,
    fields: Partial<Record<'name' | 'position' | 'manager' | 'source' | 'website' | 'company', BookField>>,
  ): void {
    for (const [key, field] of Object.entries(fields)) {
      const text = this.#cells.text(field)
      if (text !== '') said[key as keyof typeof fields] = text
    }
  }

  #note(said: Said): Said {
    const note = [...new Set(this.#cells.all('note'))].join('\n')
    if (note !== '') said.note = note
    return said
  }

  /** In this program's own exports a phone is whatever was typed. */
  #phoneCells(): string[] {
    return this.#own ? this.#cells.all('phone') : this.#cells.phones('phone')
  }

  #phones(): Phone[] {
    const cells = this.#phoneCells()
    if (!this.#own) return phonesOf(cells, this.context.region)
    return cells.flatMap(splitList).map((raw) => ({ e164: this.#ownPhone(raw), raw }))
  }

  #ownPhone(raw: string): string | null {
    return parsePhones(raw, this.context.region)[0]?.e164 ?? null
  }

  #emails(): Email[] {
    const cells = this.#cells.all('email')
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
      const cells = this.#cells
      const [externalId, externalSystem] = [cells.text('externalId'), cells.text('externalSystem')]
      const ownId = this.#typedId('id')
      if (externalId !== '') return { externalSystem: externalSystem || null, externalId, ownId }
      if (ownId !== null) return { externalSystem: null, externalId: null, ownId }
    }
    const externalId = this.#externalId(said, name)
    if (externalId !== '') return { externalSystem: system, externalId, ownId: null }
    this.#cells.lacksId((w) => w.import.noId, claims.fields.has('id') ? 'id' : 'name')
    return undefined
  }

  #externalId(said: Said, name: string | null): string {
    const { claims } = this.context
    const id = canonicalId(this.context.system, this.#cells.id('externalId', 'id'))
    if (id !== '' || claims.key.length > 0 || claims.system === null) return id
    const phone = said.phones?.[0]
    return said.emails?.[0]?.email ?? phone?.e164 ?? phone?.raw ?? foldName(name ?? '')
  }

  #typedId(field: BookField): number | null {
    return this.#own ? (parseTypedId(this.#cells.text(field))?.id ?? null) : null
  }

  #birthday(): string | null {
    const column = this.context.claims.fields.get('birthday')?.[0]
    const cell = column === undefined ? '' : this.#cells.cell(column).trim()
    if (column !== undefined && /^--\d\d-?\d\d$/.test(cell)) {
      this.#cells.warnAt(column, (w) => w.book.noBirthYear)
      return null
    }
    const read = this.#cells.date('birthday', true)
    if (read === null) return null
    const day = this.context.zone.dateOf(read.at)
    const isNone = day === NO_BIRTHDAY && (cell.startsWith('01.01.1970') || this.context.system === KOMMO)
    if (!isNone || this.#own || column === undefined) return day
    this.#cells.warnAt(column, (w) => w.book.birthdayNone)
    return null
  }
}
