import { lookUp } from '../../domain/look-up.ts'
import type { BookKind } from '../../domain/records/planned-record.ts'
import type { Say } from '../../errors.ts'
import { formatCount } from '../../render/numbers.ts'
import { applyBook, type BookApplied } from '../../store/import/book.ts'
import { BookStaging } from '../../store/import/book-staging.ts'
import type { ManagersMet } from '../../store/import/managers.ts'
import type { Operation } from '../../store/operation.ts'
import { phoneRegion } from '../../store/people/contact-keys.ts'
import type { Store } from '../../store/store.ts'
import { BOOK_DATES, BOOK_FIELDS, BookRows } from '../../transfer/book-rows.ts'
import { claimColumns } from '../../transfer/claiming.ts'
import { type Claims, OWN_EXPORT } from '../../transfer/columns.ts'
import type { SurveyColumns, Surveyed } from '../../transfer/survey.ts'
import type { Words } from '../../words/words.ts'
import type { Run } from '../command.ts'
import { CustomFields } from './custom.ts'
import { importing } from './importing.ts'
import { managerBook } from './managers.ts'
import type { ImportOptions } from './options.ts'
import { readRows } from './source.ts'
import type { ImportRun } from './task.ts'
import {
  columnsOf,
  fixedOf,
  hasIdentity,
  type ImportTask,
  idHeader,
  type Lack,
  NO_ID,
  type Taken,
} from './task.ts'
import { firstOf, listOf, managersTold } from './told.ts'

export const importContacts = importBook('contacts')
export const importCompanies = importBook('companies')

function importBook(kind: BookKind): Run {
  return importing(kind, (store, { table }) => ({
    task: (options) =>
      new BookImport(kind, claimColumns(kind, BOOK_FIELDS[kind], table.headers, options), store, options),
  }))
}

/** Contacts or companies: both are labels, with fields that may change and an id that may not. */
class BookImport implements ImportTask {
  readonly #custom: CustomFields

  constructor(
    readonly entity: BookKind,
    readonly claims: Claims,
    private readonly store: Store,
    private readonly options: ImportOptions,
  ) {
    this.#custom = new CustomFields(store, entity === 'contacts' ? 'contact' : 'company', claims)
  }

  /** A recognised system's contacts are known by their e-mail, else phone, else name. */
  lacks(): readonly Lack[] {
    const { claims, options } = this
    return hasIdentity(claims) || claims.system !== null || options.key !== undefined ? [] : [NO_ID]
  }

  surveyed(): SurveyColumns {
    return { dates: columnsOf(this.claims, BOOK_DATES, this.#custom.dates), amounts: [] }
  }

  look(): string {
    return this.entity === 'contacts' ? 'voronka contact list' : 'voronka company list'
  }

  async apply(operation: Operation, surveyed: Surveyed, run: ImportRun): Promise<Taken> {
    const { store, options, claims, entity } = this
    const managers = managerBook(store, operation, options, claims.system === OWN_EXPORT)
    const rows = new BookRows({
      kind: entity,
      claims,
      dates: surveyed.dates,
      amounts: surveyed.amounts,
      fixed: fixedOf(claims, run, BOOK_DATES),
      custom: this.#custom.columns(operation, surveyed, run),
      system: run.system,
      guarded: run.source.table.marked,
      zone: store.zone,
      region: phoneRegion(store),
      manager: (name) => managers.id(name),
    })
    const staging = new BookStaging(store.db, entity)
    const { problems } = await readRows(run, rows, (read) => staging.add(read))
    const applied = applyBook(store.db, operation, staging, {
      existing: options.existing,
      duplicates: options.duplicates,
      system: run.system,
      own: claims.system === OWN_EXPORT,
      life: LIFE.some((field) => claims.fields.has(field) || claims.fixed.has(field)),
      zone: store.zone,
    })
    staging.close()
    for (const problem of applied.problems) problems.push({ ...problem, column: idHeader(claims) })
    const repeated = claims.fields.get(entity === 'contacts' ? 'email' : 'name')?.[0]
    const warnings = applied.warnings.map((warning) => ({ ...warning, column: repeated?.header ?? '' }))
    const referrer = claims.fields.get('referredBy')?.[0]?.header ?? ''
    warnings.push(...applied.unknownReferrers.map((warning) => ({ ...warning, column: referrer })))
    const letter = entity === 'contacts' ? 'c' : 'o'
    const { created, updated, unchanged, skipped, merged } = applied
    return {
      counts: { created, updated, unchanged, skipped, merged },
      problems,
      warnings: [...rows.warnings, ...warnings],
      facts: factsOf(applied, managers, letter, run.context.dryRun ? null : operation.id),
      more: {
        changed: Object.fromEntries(applied.changed),
        kept: applied.kept,
        gone: applied.gone.map((id) => letter + id),
        alike: applied.alike,
      },
    }
  }
}

function factsOf(
  { alike, changed, kept, gone, companies }: BookApplied,
  managers: ManagersMet,
  letter: string,
  operation: number | null,
): Say[] {
  const facts: Say[] = []
  if (changed.size > 0)
    facts.push((w) =>
      w.import.changedFields(
        [...changed].map(([column, n]) => `${columnName(column, w)} ${formatCount(n, w.lang)}`),
      ),
    )
  if (gone.length > 0) facts.push((w) => w.import.gone(firstOf(letter, gone)))
  if (kept > 0) facts.push((w) => w.import.kept({ count: kept }))
  facts.push(...managersTold(managers))
  if (companies.count > 0) facts.push((w) => w.import.newCompanies(listOf(companies.names, companies.count)))
  const nameless = { companies: companies.nameless, contacts: 0 }
  if (nameless.companies > 0) facts.push((w) => w.import.idsOnly(nameless))
  if (alike > 0) facts.push((w) => w.dupes.imported({ count: alike, command: dupesOf(operation) }))
  return facts
}

/** Fields of what is kept beside a person. */
const LIFE = ['lifecycle', 'lifecycleHistory', 'referredBy', 'wants'] as const

/** What a column of contacts or companies is called. */
const TITLES = {
  name: 'name',
  position: 'position',
  phone: 'phone',
  phones: 'phone',
  email: 'email',
  emails: 'email',
  website: 'website',
  company_id: 'company',
  manager_id: 'manager',
  source: 'source',
  birthday: 'birthday',
  tags: 'tags',
  note: 'note',
} as const

function columnName(column: string, { records, fields }: Words): string {
  const title = lookUp(TITLES, column)
  return title === undefined ? fields.list : records[title]
}

/** On a trial run there is nothing yet to look at. */
function dupesOf(operation: number | null): string {
  return `voronka dupes${operation === null ? '' : ` --import ${operation}`}`
}
