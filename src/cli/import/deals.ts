import type { Moment } from '../../domain/time/when.ts'
import { parseWhen } from '../../domain/time/when.ts'
import type { Say } from '../../errors.ts'
import { applyDeals, type UnclearRow } from '../../store/import/deals.ts'
import { placeStages } from '../../store/import/stages.ts'
import { Staging } from '../../store/import/staging.ts'
import type { Operation } from '../../store/operation.ts'
import { phoneRegion } from '../../store/people/contact-keys.ts'
import type { Store } from '../../store/store.ts'
import { claimColumns } from '../../transfer/claiming.ts'
import type { Claims } from '../../transfer/columns.ts'
import { DEAL_AMOUNTS, DEAL_DATES, DEAL_FIELDS } from '../../transfer/deal-fields.ts'
import { DealRows } from '../../transfer/deal-rows.ts'
import type { Finding } from '../../transfer/findings.ts'
import { hasRejectColumns } from '../../transfer/rejects.ts'
import type { SurveyColumns, Surveyed } from '../../transfer/survey.ts'
import type { Context } from '../context.ts'
import { shellWord } from '../line/quoted.ts'
import type { ImportAnswer } from './answer.ts'
import { CustomFields } from './custom.ts'
import { dealProblem } from './deal-problem.ts'
import { importing } from './importing.ts'
import { managerBook } from './managers.ts'
import type { ImportOptions, Settled } from './options.ts'
import { isOwnDealsFile, OwnDealsTask } from './own-deals.ts'
import { importStages, lookAtDeals } from './pipeline.ts'
import { TwoPassImport } from './run.ts'
import { type ImportSource, readRows } from './source.ts'
import type { ImportRun } from './task.ts'
import { columnsOf, fixedOf, hasIdentity, type ImportTask, type Lack, NO_ID, type Taken } from './task.ts'
import { toldOf } from './told.ts'

export const importDeals = importing('deals', (store, source, options) => ({
  task: dealTasks(store, source),
  isOwn: isOwnDealsFile(source, options),
}))

/** Imports a file that is open already, and leaves it open. */
export function importDealsFrom(
  context: Context,
  store: Store,
  settled: Settled,
  source: ImportSource,
): Promise<ImportAnswer> {
  return new TwoPassImport(context, store, settled, source, dealTasks(store, source)(settled.options)).run()
}

/** How a file of deals is imported with these options or those. */
export function dealTasks(store: Store, source: ImportSource): (options: ImportOptions) => ImportTask {
  return (options) =>
    isOwnDealsFile(source, options)
      ? new OwnDealsTask(store, options, source.table.headers)
      : new DealImport(claimColumns('deals', DEAL_FIELDS, source.table.headers, options), store, options)
}

class DealImport implements ImportTask {
  readonly entity = 'deals'
  readonly #custom: CustomFields

  constructor(
    readonly claims: Claims,
    private readonly store: Store,
    private readonly options: ImportOptions,
  ) {
    this.#custom = new CustomFields(store, 'deal', claims)
  }

  lacks(): readonly Lack[] {
    return hasIdentity(this.claims) || this.options.key !== undefined ? [] : [NO_ID]
  }

  surveyed(): SurveyColumns {
    const { claims } = this
    const entered = claims.entered.map(({ column }) => column)
    return {
      dates: columnsOf(claims, DEAL_DATES, [...entered, ...this.#custom.dates]),
      amounts: DEAL_AMOUNTS.flatMap((field) => claims.fields.get(field) ?? []),
    }
  }

  look(): string {
    return lookAtDeals(this.store, this.options)
  }

  /** The second pass: rows to planned deals, and those to the workspace. */
  async apply(operation: Operation, surveyed: Surveyed, run: ImportRun): Promise<Taken> {
    const { store, options, claims } = this
    const { stages, plan } = importStages(run, operation)
    const managers = managerBook(store, operation, options)
    const undated = undatedMoment(run)
    const rows = new DealRows({
      claims,
      dates: surveyed.dates,
      amounts: surveyed.amounts,
      fixed: fixedOf(claims, run, DEAL_DATES, DEAL_AMOUNTS),
      stages,
      custom: this.#custom.columns(operation, surveyed, run),
      system: run.system,
      currency: store.settings.currency,
      zone: store.zone,
      region: phoneRegion(store),
      now: run.now,
      undated,
      manager: (name) => managers.id(name),
    })
    const staging = new Staging(store.db, store.projection)
    const { problems, leftOut } = await readRows(run, rows, (read) => staging.add(read))
    const applied = applyDeals(store, operation, staging, {
      existing: options.existing,
      weakKey: claims.key.length > 0,
      linesAreProducts: run.system === 'bitrix24' && claims.fields.has('product'),
      undated: {
        at: undated.at,
        how: skipsUndated(options) ? 'skip' : options.undated === undefined ? 'presumed' : 'said',
      },
    })
    if (plan !== undefined) placeStages(store, operation, plan, 'deals')
    const idColumn = (claims.key[0] ?? claims.fields.get('id')?.[0])?.header ?? ''
    const headerOf = (field: string) => claims.fields.get(field)?.[0]?.header ?? field
    problems.push(
      ...applied.problems.map((problem) => dealProblem(problem, idColumn, headerOf, this.#finerKey())),
    )
    staging.close()
    const { created, updated, unchanged, skipped, merged } = applied
    const told = toldOf(applied, {
      store,
      now: run.now,
      managers,
      complete: problems.length + leftOut === 0 && !hasRejectColumns(run.source.table.headers),
    })
    return {
      counts: { created, updated, unchanged, skipped: skipped + leftOut, merged },
      problems,
      warnings: [...rows.warnings, ...this.#unclear(applied.unclear)],
      more: told.more,
      facts: [...told.facts, ...(applied.contacts > 0 ? this.#likeCompanies(rows) : [])],
    }
  }

  /** What tells clients apart too, as it is typed: whatever names them, and the key that did not. */
  #finerKey(): string {
    const { fields, key } = this.claims
    const client = (['phone', 'email', 'contact', 'company'] as const).flatMap(
      (field) => fields.get(field) ?? [],
    )
    const own = client.find(({ index }) => !key.some((column) => column.index === index))
    const headers = [...(own === undefined ? [] : [own]), ...key].map(({ header }) => header)
    return `--key ${shellWord(headers.join(','))}`
  }

  #likeCompanies({ likeCompanies: { names, count } }: DealRows): Say[] {
    const column = this.claims.fields.get('contact')?.[0]?.header ?? ''
    return count === 0 ? [] : [(w) => w.import.likeCompanies({ count, names: [...names].join(', '), column })]
  }

  #unclear(rows: readonly UnclearRow[]): Finding[] {
    const column = this.claims.fields.get('contact')?.[0]?.header ?? ''
    return rows.map(({ line, name, contacts }) => {
      const known = contacts.map((id) => `c${id}`)
      return {
        line,
        column,
        value: name,
        say: (w) => w.import.namesakes({ known: known.join(', '), first: known[0] ?? '' }),
      }
    })
  }
}

function skipsUndated({ undated }: ImportOptions): boolean {
  return undated?.trim().toLowerCase() === 'skip'
}

/** What deals without any date begin at: what the user says, else now. Throws UsageError for what is no date. */
function undatedMoment({ options, store, context, now }: ImportRun): Moment {
  if (options.undated === undefined || skipsUndated(options)) return { at: now, precision: 'moment' }
  const { at, precision } = parseWhen(options.undated, {
    now,
    zone: store.zone,
    lang: context.lang,
    prefer: 'past',
  })
  return { at, precision }
}
