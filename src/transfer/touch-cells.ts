import { parseTypedId } from '../domain/names/name.ts'
import { parsePhones } from '../domain/names/phone.ts'
import { canonicalId } from '../domain/records/external-id.ts'
import type { PersonPointer, PlannedTouch, Pointer } from '../domain/records/planned-touch.ts'
import type { Instant, Zone } from '../domain/time/zone.ts'
import { OWN_EXPORT } from './columns.ts'
import { unguarded } from './export-cells.ts'
import { emailsOf, isNumberAlone, joinName, phonesOf } from './person-cells.ts'
import { RowCells } from './row-cells.ts'
import type { RowCellsContext } from './row-context.ts'

const WHOM = [
  'contact',
  'contactId',
  'firstName',
  'lastName',
  'email',
  'phone',
  'company',
  'companyId',
  'deal',
  'dealId',
] as const

/** What rows of activities and of tasks may both say. */
export const TOUCH_FIELDS = [
  'id',
  'externalId',
  'externalSystem',
  'manager',
  ...WHOM,
  'linked',
  'text',
  'note',
] as const
/** Fields that say whom a row is about, those of a call log among them. */
export const ABOUT_WHOM: readonly string[] = [...WHOM, 'caller', 'callee', 'extension']
type TouchField = (typeof TOUCH_FIELDS)[number]

export interface TouchRowContext extends Omit<RowCellsContext, 'asWritten' | 'custom'> {
  readonly system: string
  /** The file is for Excel, its formulas guarded. */
  readonly guarded: boolean
  /** Country of phones that name none. */
  readonly region: string
  readonly zone: Zone
  /** Row id of the manager of this name; asked only for rows that are otherwise good. */
  manager(name: string): number
}

type Said = Record<string, string | number>
type About = Pick<PlannedTouch, 'contact' | 'company' | 'deal'>

/** The cells that rows of activities and of tasks share, whatever else there is in them. */
export class TouchCells<Field extends string> {
  readonly cells: RowCells<Field | TouchField>
  readonly isOwn: boolean

  constructor(
    readonly context: TouchRowContext,
    fields: readonly Field[],
  ) {
    this.isOwn = context.claims.system === OWN_EXPORT
    const asWritten = context.guarded ? unguarded : (cell: string) => cell
    const how: RowCellsContext = { ...context, custom: [] }
    this.cells = new RowCells(this.isOwn ? { ...how, asWritten } : how, [...fields, ...TOUCH_FIELDS])
  }

  /** Adds the text to what is said: the subject and whatever stands beside it. */
  sayText(said: Said): void {
    const { cells } = this
    const text = this.isOwn
      ? cells.text('text')
      : [...new Set([cells.text('text'), ...cells.all('note')])].filter((part) => part !== '').join('\n')
    if (text !== '') said['text'] = text
  }

  /** The client's number: in a column of its own, or in place of their name. */
  phone(): string {
    const { cells } = this
    return cells.text('phone') || (this.#isNumber(cells.text('contact')) ? cells.text('contact') : '')
  }

  #isNumber(cell: string): boolean {
    return !this.isOwn && isNumberAlone(cell, this.context.region)
  }

  /** Whom the row is about, added to what is said as it stands. `phone` is that of a call's other side. */
  about(said: Said, phone: string): About {
    const { cells } = this
    const names = { first: cells.text('firstName'), middle: '', last: cells.text('lastName') }
    const contact = this.#pointer('contact', 'contactId', said, joinName(names, false))
    const company = this.#pointer('company', 'companyId', said)
    const deal = this.#pointer('deal', 'dealId', said)
    return {
      contact: this.isOwn ? withKeys(contact, [], []) : this.#person(contact, phone, said),
      company,
      deal,
    }
  }

  #person(pointer: Pointer | null, phone: string, said: Said): PersonPointer | null {
    const phones = phonesOf([phone], this.context.region)
    const emails = emailsOf(this.cells.all('email'))
    if (pointer === null && phones.length === 0 && emails.length === 0) return null
    const known = [said['contact'] ?? '', ...emails.map(({ email }) => email)].filter((part) => part !== '')
    if (known.length > 0) said['contact'] = known.join(' ')
    return withKeys(pointer ?? { id: null, own: null, name: null }, phones, emails)
  }

  #pointer(
    named: 'contact' | 'company' | 'deal',
    idField: 'contactId' | 'companyId' | 'dealId',
    said: Said,
    otherwise = '',
  ): Pointer | null {
    const { cells, isOwn } = this
    const cell = cells.text(named)
    const isNumber = named === 'contact' && this.#isNumber(cell)
    const name = (isNumber ? '' : cell) || linkedTo(named, cells.text('linked')) || otherwise
    const ids = cells.text(idField)
    // Several are separated by `;`: the first is the one that is meant.
    const id = isOwn ? '' : canonicalId(this.context.system, ids.split(';')[0]?.trim() ?? '')
    const own = isOwn ? (parseTypedId(ids)?.id ?? null) : null
    const isNone = id === '' || id === '0'
    if (name === '' && isNone && own === null) return null
    said[named] = [isNone ? '' : id, name].filter((part) => part !== '').join(' ')
    return { id: isNone ? null : id, own, name: name === '' ? null : name }
  }

  /** The manager's row id, added to what is said as the row names them; asked for last. */
  manager(said: Said, name: string): number | null {
    if (name === '') return null
    said['manager'] = name
    return this.context.manager(name)
  }

  /** The id of the row, its key, or else what identifies it; undefined, with a problem, where nothing does. */
  identity(
    otherwise: () => string,
  ): Pick<PlannedTouch, 'externalSystem' | 'externalId' | 'ownId'> | undefined {
    const { cells, context, isOwn } = this
    const { claims, system } = context
    if (isOwn && claims.key.length === 0) {
      const externalId = cells.text('externalId')
      const ownId = parseTypedId(cells.text('id'))?.id ?? null
      if (externalId !== '')
        return { externalSystem: cells.text('externalSystem') || null, externalId, ownId }
      if (ownId !== null) return { externalSystem: null, externalId: null, ownId }
    }
    const externalId =
      canonicalId(system, cells.id('externalId', 'id')) || (claims.key.length > 0 ? '' : otherwise())
    if (externalId !== '') return { externalSystem: system, externalId, ownId: null }
    const [key] = claims.key
    if (key !== undefined) cells.problemAt(key, (w) => w.import.noId)
    else cells.problem('id', (w) => w.import.noId)
    return undefined
  }

  /** A number as it is kept: E.164 where it is one. */
  number(text: string): string {
    return this.isOwn ? text : (parsePhones(text, this.context.region)[0]?.e164 ?? text)
  }

  /** The moment of a column of dates and, where the time of day has its own, of both; exchanges also count seconds since 1970. */
  moment(field: Field, timeField?: Field): { at: Instant; precision: number } | null {
    const { cells, context } = this
    const [column] = context.claims.fields.get(field) ?? []
    const cell = column === undefined ? '' : cells.cell(column).trim()
    if (/^1\d{9}(?:\.\d+)?$/.test(cell)) return { at: Math.floor(Number(cell)) * 1000, precision: 0 }
    const read = cells.date(field)
    if (read === null) return null
    const time = read.precision === 'day' && timeField !== undefined ? cells.text(timeField) : ''
    const [, hour, minute, second] = /^(\d{1,2}):(\d\d)(?::(\d\d))?/.exec(time) ?? []
    if (hour === undefined || Number(hour) > 23)
      return { at: read.at, precision: read.precision === 'day' ? 1 : 0 }
    const clock = { hour: Number(hour), minute: Number(minute), second: Number(second ?? 0) }
    return { at: context.zone.instantOf(context.zone.dateOf(read.at), clock), precision: 0 }
  }
}

const LINK_LABELS = {
  contact: new Set(['контакт', 'contact']),
  company: new Set(['компания', 'company', 'компанія']),
  deal: new Set(['сделка', 'deal', 'угода']),
} as const

/** `Сделка: Окна;Контакт: Олег Громов, Ирина Панова;` as Bitrix24 writes all that a task is about: the first of a kind. */
function linkedTo(named: keyof typeof LINK_LABELS, cell: string): string {
  for (const part of cell.split(';')) {
    const [, label = '', names = ''] = /^\s*([^:]+):\s*(.+)$/.exec(part) ?? []
    if (!LINK_LABELS[named].has(label.toLowerCase())) continue
    const [first = ''] = names.split(', ')
    // A comma may be the name's own.
    return named === 'contact' || first === names ? first.trim() : ''
  }
  return ''
}

function withKeys(
  pointer: Pointer | null,
  phones: PersonPointer['phones'],
  emails: PersonPointer['emails'],
): PersonPointer | null {
  return pointer === null ? null : { ...pointer, phones, emails }
}
