import { UsageError } from '../../errors.ts'
import { companiesMergedInto } from '../../store/filters.ts'
import { Labels } from '../../store/labels.ts'
import { findCompany } from '../../store/naming/naming-people.ts'
import { type CompanyRecord, companyRecord, dealsOfCompanies } from '../../store/people/book.ts'
import {
  type Company,
  type CompanyPatch,
  createCompany,
  getCompany,
  readCompanies,
  removeCompany,
  updateCompany,
} from '../../store/people/companies.ts'
import { readContacts } from '../../store/people/contacts.ts'
import { mergeCompanies } from '../../store/people/merging.ts'
import type { Store } from '../../store/store.ts'
import { sayMoment } from '../at.ts'
import { changedColumns } from '../changes.ts'
import type { Run, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { card } from '../finding/card.ts'
import { dataColumn, type ListColumn, listing, noneOf, tableOf } from '../listing.ts'
import { chosen } from '../naming.ts'
import { clearable, parseEmail, parseName, present } from '../texts.ts'
import { optional } from '../typed.ts'
import { change } from '../writing.ts'
import { keepsFields, keepsManager } from './person-filters.ts'
import { COMPANY_COLUMNS, dealsBlock, fieldLines, ownColumns } from './person-shown.ts'
import { fieldsAfter, findManagerOrMe, foundBy, parseExternal, parseOwnFields } from './person-values.ts'

export const companyAdd: Run = async (context, typed) => {
  const name = parseName(typed.args[0])
  const patch = await readPatch(context, typed)
  return change(context, (operation, store) => {
    const id = createCompany(store, operation, { manager: store.settings.me, ...patch({}), name })
    const json = recordOf(store, id)
    return { json, says: (w) => w.people.added(json) }
  })
}

export const companyList: Run = async (context, typed) => {
  const store = context.open('read')
  const labels = new Labels(store)
  const isOfManager = await keepsManager(context, store, typed)
  const hasFields = keepsFields(parseOwnFields(context, store, typed, 'company'))
  const companies = readCompanies(store.db).filter(isOfManager).filter(hasFields)
  const records = companies.map((company) => companyRecord(store, labels, company))
  return listing(
    typed,
    records,
    companyColumns(labels),
    noneOf(typed, 'company list', (w) => w.people.noCompanies()),
  )
}

export const companyShow: Run = async (context, { args }) => {
  const store = context.open('read')
  const id = await named(context, args[0])
  const people = readContacts(store.db).filter((contact) => contact.company === id)
  const json = {
    ...recordOf(store, id),
    contacts: people.map((contact) => ({ id: `c${contact.id}`, name: contact.name })),
    deals: dealsOfCompanies(store, companiesMergedInto(store.db, id)),
  }
  const columns = [
    ...companyColumns(new Labels(store)),
    dataColumn<typeof json>(
      'contacts',
      ({ contacts }) => contacts.map(({ name }) => name).join(', ') || null,
    ),
  ]
  return {
    json,
    document: (words) => ({
      ...card(
        `${json.id} ${json.name}`,
        [
          [words.records.phone, json.phone],
          [words.records.email, json.email],
          [words.records.website, json.website],
          [words.records.manager, json.manager],
          [words.records.contacts, json.contacts.map((one) => `${one.id} ${one.name}`).join(', ')],
          ...fieldLines(json.fields, words),
          [words.records.note, json.note],
          [words.records.created, sayMoment(json.createdAt, store, words)],
          [words.records.externalId, json.externalId],
        ],
        ...dealsBlock(json.deals, words),
      ),
      data: tableOf([json], columns, words),
    }),
  }
}

export const companyEdit: Run = async (context, typed) => {
  const id = await named(context, typed.args[0], 'write')
  const patch = await readPatch(context, typed)
  return change(context, (operation, store) => {
    const values = patch(getCompany(store.db, id).fields)
    if (Object.keys(values).length === 0)
      throw new UsageError((w) => w.records.noChange({ command: 'voronka company edit' }))
    const before = recordOf(store, id)
    updateCompany(store, operation, id, values)
    const json = recordOf(store, id)
    const changes = changedColumns(before, json, companyColumns(new Labels(store)))
    return { json, says: (w) => w.people.changed({ ...json, changes: changes(w) }) }
  })
}

export const companyRm: Run = async (context, { args }) => {
  const id = await named(context, args[0], 'write')
  return change(context, (operation, store) => {
    const json = recordOf(store, id)
    removeCompany(store, operation, id)
    return { json, says: (w) => w.people.removed(json) }
  })
}

export const companyMerge: Run = async (context, { args }) => {
  const into = await named(context, args[0], 'write')
  const from = await named(context, args[1], 'write')
  return change(context, (operation, store) => {
    const gone = `o${from} ${getCompany(store.db, from).name}`
    const { deals } = mergeCompanies(store, operation, context.words, into, from)
    const json = recordOf(store, into)
    return { json, says: (w) => w.people.merged({ kept: `${json.id} ${json.name}`, gone, deals }) }
  })
}

function named(context: Context, text = '', purpose: 'read' | 'write' = 'read'): Promise<number> {
  const store = context.open(purpose)
  return chosen(context, () => findCompany(store, text))
}

function companyColumns(labels: Labels): ListColumn<CompanyRecord>[] {
  return [...COMPANY_COLUMNS, ...ownColumns<CompanyRecord>(labels.fields('company'))]
}

function recordOf(store: Store, id: number) {
  return companyRecord(store, new Labels(store), getCompany(store.db, id))
}

/** The flags of `company add` and `edit` as what they change, given the fields there are. */
async function readPatch(
  context: Context,
  typed: Typed,
): Promise<(fields: Company['fields']) => CompanyPatch> {
  const store = context.open('write')
  const name = optional(typed, 'name')
  const email = clearable(typed, 'email')
  const patch = present<CompanyPatch>({
    name: name === undefined ? undefined : parseName(name),
    phone: clearable(typed, 'phone'),
    email: email ? parseEmail(email) : email,
    website: clearable(typed, 'website'),
    note: clearable(typed, 'note'),
    manager: await foundBy(context, typed, 'manager', (text) => findManagerOrMe(store, text)),
    ...parseExternal(typed),
  })
  const fields = parseOwnFields(context, store, typed, 'company')
  return (before) => present<CompanyPatch>({ ...patch, fields: fieldsAfter(before, fields) })
}
