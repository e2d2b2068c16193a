import { lookUp } from '../../domain/look-up.ts'
import type { BookKind } from '../../domain/records/planned-record.ts'
import type { Say } from '../../errors.ts'
import { formatCount } from '../../render/numbers.ts'
import { applyBook, type BookApplied } from '../../store/import/book.ts'
import { BookStaging } from '../../store/import/book-staging.ts'
import type { Operation } from '../../store/operation.ts'
import { phoneRegion } from '../../store/people/contact-keys.ts'
import type { Store } from '../../store/store.ts'
import { BOOK_DATES, BOOK_FIELDS, BookRows } from '../../transfer/book-rows.ts'
import { type Claims, claimColumns, OWN_EXPORT } from '../../transfer/columns.ts'
import type { Finding } from '../../transfer/findings.ts'
import { type FixedValues, fixedValues } from '../../transfer/fixed-values.ts'
import type { Surveyed, SurveyOptions } from '../../transfer/survey.ts'
import type { Words } from '../../words/words.ts'
import type { Run } from '../command.ts'
import { settle } from './ask.ts'
import { CustomFields } from './custom.ts'
import { managerBook } from './managers.ts'
import { type ImportOptions, readImportOptions, storeOf } from './options.ts'
import { ImportRun, type ImportTask, type Lack, type Taken } from './run.ts'
import { eachRow, openSource } from './source.ts'
import { firstOf, listOf } from './told.ts'

export const importContacts: Run = importOf('contacts')
export const importCompanies: Run = importOf('companies')

function importOf(kind: BookKind): Run {
  return async (context, typed) => {
    const store = storeOf(context, typed)
    const options = readImportOptions(typed, store)
    const source = await openSource(context, options, kind)
    try {
      const { headers } = source.table
      const task = (options: ImportOptions) =>
        new BookImport(kind, claimColumns(kind, BOOK_FIELDS[kind], headers, options), store, options)
      const settled = await settle({ context, typed, store, source, task }, options)
      return await new ImportRun(context, store, settled, source, task(settled.options)).run()
    } finally {
      source.close()
    }
  }
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
    const { fields, fixed, key, system } = this.claims
    const known = key.length > 0 || fields.has('id') || fields.has('externalId') || fixed.has('id')
    return known || system !== null || this.options.key !== undefined
      ? []
      : [{ need: 'id', column: '', say: (w) => w.import.noIdColumn }]
  }

  surveyed(): SurveyOptions {
    const own = BOOK_DATES.flatMap((field) => this.claims.fields.get(field) ?? [])
    const dates = [...own, ...this.#custom.dates].sort((a, b) => a.index - b.index)
    const { settings, zone } = this.store
    return { dates, amounts: [], currency: settings.currency, zone }
  }

  #fixed(): FixedValues {
    const { dateOrder, decimal } = this.options
    const { zone, settings } = this.store
    const how = { zone, currency: settings.currency, dateOrder, decimal }
    return fixedValues(this.claims, { dates: BOOK_DATES, amounts: [], ...how })
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
      fixed: this.#fixed(),
      custom: this.#custom.columns(operation, surveyed, run),
      system: run.system,
      guarded: run.source.table.marked,
      zone: store.zone,
      region: phoneRegion(store),
      manager: (name) => managers.id(name),
    })
    const staging = new BookStaging(store.db, entity)
    const problems: Finding[] = []
    await eachRow(run.context, run.source.table, (row) => {
      const read = rows.read(row)
      if ('said' in read) staging.add(read)
      else problems.push(...read)
    })
    const applied = applyBook(store.db, operation, staging, {
      existing: options.existing,
      duplicates: options.duplicates,
      system: run.system,
      own: claims.system === OWN_EXPORT,
      life: LIFE.some((field) => claims.fields.has(field) || claims.fixed.has(field)),
      zone: store.zone,
    })
    staging.close()
    const id = claims.key[0] ?? claims.fields.get('id')?.[0] ?? claims.fields.get('externalId')?.[0]
    for (const problem of applied.problems) problems.push({ ...problem, column: id?.header ?? '' })
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
      facts: factsOf(applied, managers.made, letter, run.context.dryRun ? null : operation.id),
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
  managers: readonly string[],
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
  if (managers.length > 0) facts.push((w) => w.import.newManagers(listOf(managers, managers.length)))
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
