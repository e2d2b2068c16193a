import type { Moment } from '../../domain/time/when.ts'
import { parseWhen } from '../../domain/time/when.ts'
import type { Say } from '../../errors.ts'
import { everHadDeals } from '../../store/deals/deals.ts'
import { applyDeals, type UnclearRow } from '../../store/import/deals.ts'
import type { StagedProblem } from '../../store/import/repeats.ts'
import { placeStages } from '../../store/import/stages.ts'
import { Staging } from '../../store/import/staging.ts'
import type { Operation } from '../../store/operation.ts'
import { phoneRegion } from '../../store/people/contact-keys.ts'
import type { Store } from '../../store/store.ts'
import { type Claims, claimColumns } from '../../transfer/columns.ts'
import { DEAL_AMOUNTS, DEAL_DATES, DEAL_FIELDS } from '../../transfer/deal-fields.ts'
import { DealRows } from '../../transfer/deal-rows.ts'
import type { Finding } from '../../transfer/findings.ts'
import { fixedValues } from '../../transfer/fixed-values.ts'
import { hasRejectColumns } from '../../transfer/rejects.ts'
import { StageReader } from '../../transfer/stages.ts'
import type { Surveyed, SurveyOptions } from '../../transfer/survey.ts'
import type { Answer, Run } from '../command.ts'
import type { Context } from '../context.ts'
import { settle } from './ask.ts'
import { CustomFields } from './custom.ts'
import { managerBook } from './managers.ts'
import { type ImportOptions, readImportOptions, type Settled, storeOf } from './options.ts'
import { isOwnDealsFile, OwnDealsTask } from './own-deals.ts'
import { importPipeline, lookAtDeals } from './pipeline.ts'
import { ImportRun, type ImportTask, type Lack, type Taken } from './run.ts'
import { eachRow, type ImportSource, openSource } from './source.ts'
import { toldOf } from './told.ts'

export const importDeals: Run = async (context, typed): Promise<Answer> => {
  const store = storeOf(context, typed)
  const options = readImportOptions(typed, store)
  const source = await openSource(context, options, 'deals')
  try {
    const about = { context, typed, store, source, task: dealTasks(store, source) }
    const settled = await settle(about, options, isOwnDealsFile(source, options))
    return await importDealsFrom(context, store, settled, source)
  } finally {
    source.close()
  }
}

/** Imports a file that is open already, and leaves it open. */
export function importDealsFrom(
  context: Context,
  store: Store,
  settled: Settled,
  source: ImportSource,
): Promise<Answer> {
  return new ImportRun(context, store, settled, source, dealTasks(store, source)(settled.options)).run()
}

/** How a file of deals is imported with these options or those. */
export function dealTasks(store: Store, source: ImportSource): (options: ImportOptions) => ImportTask {
  return (options) =>
    isOwnDealsFile(source, options)
      ? new OwnDealsTask(store, options, source)
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
    const { fields, fixed, key } = this.claims
    const known = key.length > 0 || fields.has('id') || fields.has('externalId') || fixed.has('id')
    return known || this.options.key !== undefined
      ? []
      : [{ need: 'id', column: '', say: (w) => w.import.noIdColumn }]
  }

  surveyed(): SurveyOptions {
    const of = (names: readonly string[]) => names.flatMap((name) => this.claims.fields.get(name) ?? [])
    const entered = this.claims.entered.map(({ column }) => column)
    const dates = [...of(DEAL_DATES), ...entered, ...this.#custom.dates]
    const unique = new Map(dates.map((column) => [column.index, column]))
    return {
      dates: [...unique.values()].sort((a, b) => a.index - b.index),
      amounts: of(DEAL_AMOUNTS),
      currency: this.store.settings.currency,
      zone: this.store.zone,
    }
  }

  look(): string {
    return lookAtDeals(this.store, this.options)
  }

  /** The second pass: rows to planned deals, and those to the workspace. */
  async apply(operation: Operation, surveyed: Surveyed, run: ImportRun): Promise<Taken> {
    const { store, options, claims } = this
    const { pipeline, plan } = importPipeline(run.context, store, operation, options)
    const managers = managerBook(store, operation, options)
    const undated = undatedMoment(run)
    const rows = new DealRows({
      claims,
      dates: surveyed.dates,
      amounts: surveyed.amounts,
      fixed: fixedValues(claims, {
        dates: DEAL_DATES,
        amounts: DEAL_AMOUNTS,
        zone: store.zone,
        currency: store.settings.currency,
        dateOrder: options.dateOrder,
        decimal: options.decimal,
      }),
      stages: new StageReader(store.pipelines, pipeline, options.stage, !everHadDeals(store)),
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
    const problems: Finding[] = []
    let leftOut = 0
    await eachRow(run.context, run.source.table, (row) => {
      const read = rows.read(row)
      if ('creation' in read) staging.add(read)
      else if (read.length === 0) leftOut++
      else problems.push(...read)
    })
    const applied = applyDeals(store, operation, staging, {
      existing: options.existing,
      linesAreProducts: run.system === 'bitrix24' && claims.fields.has('product'),
      undated: {
        at: undated.at,
        how: skipsUndated(options) ? 'skip' : options.undated === undefined ? 'presumed' : 'said',
      },
    })
    if (plan !== undefined) placeStages(store, operation, plan, 'deals')
    for (const problem of applied.problems) problems.push(this.#found(problem))
    staging.close()
    const { created, updated, unchanged, skipped, merged } = applied
    const told = toldOf(applied, {
      store,
      now: run.now,
      managers: managers.made,
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

  /** A problem that showed among the other rows, in the words of the file's headers. */
  #found({ line, externalId, why }: StagedProblem): Finding {
    const { fields, key } = this.claims
    const column = (key[0] ?? fields.get('id')?.[0])?.header ?? ''
    const headerOf = (field: string) => fields.get(field)?.[0]?.header ?? field
    const say: Say = (w) => {
      if (why.kind === 'exists') return w.import.existsAlready({ deal: `d${why.deal}` })
      if (why.kind === 'noStage') return w.import.noStageGiven
      return w.import.conflict({ lines: why.lines.join(', '), columns: why.fields.map(headerOf).join(', ') })
    }
    return { line, column, value: externalId, say }
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
