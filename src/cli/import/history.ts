import type { Say } from '../../errors.ts'
import { everHadDeals } from '../../store/deals/deals.ts'
import { EventStaging } from '../../store/import/event-staging.ts'
import { applyHistory, type HistoryApplied } from '../../store/import/history.ts'
import { placeStages } from '../../store/import/stages.ts'
import type { Operation } from '../../store/operation.ts'
import type { Store } from '../../store/store.ts'
import { type Claims, claimColumns } from '../../transfer/columns.ts'
import type { Finding } from '../../transfer/findings.ts'
import { type FixedValues, fixedValues } from '../../transfer/fixed-values.ts'
import { HISTORY_DATES, HISTORY_FIELDS, HISTORY_NEEDS, HistoryRows } from '../../transfer/history-rows.ts'
import { isOwnHistory } from '../../transfer/own-history-rows.ts'
import { StageReader } from '../../transfer/stages.ts'
import type { Surveyed, SurveyOptions } from '../../transfer/survey.ts'
import type { Answer, Run } from '../command.ts'
import { settle } from './ask.ts'
import { managerBook } from './managers.ts'
import { type ImportOptions, readImportOptions, storeOf } from './options.ts'
import { OwnHistoryTask } from './own-history.ts'
import { importPipeline, lookAtDeals } from './pipeline.ts'
import { ImportRun, type ImportTask, type Lack, type Taken } from './run.ts'
import { eachRow, type ImportSource, openSource } from './source.ts'
import { listOf } from './told.ts'

export const importHistory: Run = async (context, typed): Promise<Answer> => {
  const store = storeOf(context, typed)
  const options = readImportOptions(typed, store)
  const source = await openSource(context, options, 'history')
  try {
    const task = (options: ImportOptions) => historyTask(store, options, source)
    const isOwn = isOwnHistory(source.table.headers)
    const settled = await settle({ context, typed, store, source, task }, options, isOwn)
    return await new ImportRun(context, store, settled, source, task(settled.options)).run()
  } finally {
    source.close()
  }
}

function historyTask(store: Store, options: ImportOptions, source: ImportSource): ImportTask {
  const { headers } = source.table
  if (isOwnHistory(headers)) return new OwnHistoryTask(store, options, source)
  return new HistoryImport(claimColumns('history', HISTORY_FIELDS, headers, options), store, options)
}

class HistoryImport implements ImportTask {
  readonly entity = 'history'

  constructor(
    readonly claims: Claims,
    private readonly store: Store,
    private readonly options: ImportOptions,
  ) {}

  lacks(): readonly Lack[] {
    const { fields, fixed, key } = this.claims
    return HISTORY_NEEDS.filter(
      (field) => !fields.has(field) && !fixed.has(field) && !(field === 'deal' && key.length > 0),
    ).map((field) => ({
      need: field,
      column: '',
      say: (w) => w.import.noHistoryColumn({ field, what: w.import.historyNeeds[field] }),
    }))
  }

  surveyed(): SurveyOptions {
    const of = (names: readonly string[]) => names.flatMap((name) => this.claims.fields.get(name) ?? [])
    return {
      dates: [...of(HISTORY_DATES)].sort((a, b) => a.index - b.index),
      amounts: of(['amount']),
      currency: this.store.settings.currency,
      zone: this.store.zone,
    }
  }

  #fixed(): FixedValues {
    const { dateOrder, decimal } = this.options
    const { zone, settings } = this.store
    const how = { zone, currency: settings.currency, dateOrder, decimal }
    return fixedValues(this.claims, { dates: HISTORY_DATES, amounts: ['amount'], ...how })
  }

  look(): string {
    return lookAtDeals(this.store, this.options)
  }

  async apply(operation: Operation, surveyed: Surveyed, run: ImportRun): Promise<Taken> {
    const { store, options, claims } = this
    const { pipeline, plan } = importPipeline(run.context, store, operation, options)
    const managers = managerBook(store, operation, options)
    const rows = new HistoryRows({
      claims,
      dates: surveyed.dates,
      amounts: surveyed.amounts,
      fixed: this.#fixed(),
      custom: [],
      zone: store.zone,
      stages: new StageReader(store.pipelines, pipeline, options.stage, !everHadDeals(store)),
      system: run.system,
      now: run.now,
      manager: (name) => managers.id(name),
    })
    const staging = new EventStaging(store.db)
    const problems: Finding[] = []
    let leftOut = 0
    await eachRow(run.context, run.source.table, (row) => {
      const read = rows.read(row)
      if ('stage' in read) staging.add(read)
      else if (read.length === 0) leftOut++
      else problems.push(...read)
    })
    const applied = applyHistory(store, operation, staging, options.existing)
    if (plan !== undefined) placeStages(store, operation, plan, 'history')
    const { newestFirst } = staging
    staging.close()
    const id = claims.key[0] ?? claims.fields.get('deal')?.[0]
    for (const { line, deal } of applied.problems)
      problems.push({
        line,
        column: id?.header ?? '',
        value: '',
        say: (w) => w.import.existsAlready({ deal: `d${deal}` }),
      })
    const { created, updated, unchanged, skipped, merged } = applied
    return {
      counts: { created, updated, unchanged, skipped: skipped + leftOut, merged },
      problems,
      warnings: rows.warnings,
      facts: factsOf(applied, newestFirst, managers.made),
    }
  }
}

function factsOf(
  { newDeals, retold, explained }: HistoryApplied,
  newestFirst: boolean,
  managers: readonly string[],
): Say[] {
  const facts: Say[] = []
  if (newestFirst) facts.push((w) => w.import.newestFirst)
  if (newDeals > 0) facts.push((w) => w.import.newDeals({ count: newDeals }))
  if (retold > 0) facts.push((w) => w.import.retold({ count: retold }))
  if (explained > 0) facts.push((w) => w.import.explained({ count: explained }))
  if (managers.length > 0) facts.push((w) => w.import.newManagers(listOf(managers, managers.length)))
  return facts
}
