import type { Say } from '../../errors.ts'
import { EventStaging } from '../../store/import/event-staging.ts'
import { applyHistory, type HistoryApplied } from '../../store/import/history.ts'
import type { ManagersMet } from '../../store/import/managers.ts'
import { placeStages } from '../../store/import/stages.ts'
import type { Operation } from '../../store/operation.ts'
import type { Store } from '../../store/store.ts'
import { claimColumns } from '../../transfer/claiming.ts'
import type { Claims } from '../../transfer/columns.ts'
import { HISTORY_DATES, HISTORY_FIELDS, HISTORY_NEEDS, HistoryRows } from '../../transfer/history-rows.ts'
import { isOwnHistory } from '../../transfer/own-history-rows.ts'
import type { SurveyColumns, Surveyed } from '../../transfer/survey.ts'
import { importing } from './importing.ts'
import { managerBook } from './managers.ts'
import type { ImportOptions } from './options.ts'
import { OwnHistoryTask } from './own-history.ts'
import { importStages, lookAtDeals } from './pipeline.ts'
import { readRows } from './source.ts'
import type { ImportRun } from './task.ts'
import { columnsOf, fixedOf, type ImportTask, type Lack, type Taken } from './task.ts'
import { managersTold } from './told.ts'

export const importHistory = importing('history', (store, { table: { headers } }) =>
  isOwnHistory(headers)
    ? { task: (options) => new OwnHistoryTask(store, options, headers), isOwn: true }
    : {
        task: (options) =>
          new HistoryImport(claimColumns('history', HISTORY_FIELDS, headers, options), store, options),
      },
)

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

  surveyed(): SurveyColumns {
    return { dates: columnsOf(this.claims, HISTORY_DATES), amounts: columnsOf(this.claims, ['amount']) }
  }

  look(): string {
    return lookAtDeals(this.store, this.options)
  }

  async apply(operation: Operation, surveyed: Surveyed, run: ImportRun): Promise<Taken> {
    const { store, options, claims } = this
    const { stages, plan } = importStages(run, operation)
    const managers = managerBook(store, operation, options)
    const rows = new HistoryRows({
      claims,
      dates: surveyed.dates,
      amounts: surveyed.amounts,
      fixed: fixedOf(claims, run, HISTORY_DATES, ['amount']),
      custom: [],
      zone: store.zone,
      stages,
      system: run.system,
      now: run.now,
      manager: (name) => managers.id(name),
    })
    const staging = new EventStaging(store.db)
    const { problems, leftOut } = await readRows(run, rows, (read) => staging.add(read))
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
      facts: factsOf(applied, newestFirst, managers),
    }
  }
}

function factsOf(
  { newDeals, retold, explained }: HistoryApplied,
  newestFirst: boolean,
  managers: ManagersMet,
): Say[] {
  const facts: Say[] = []
  if (newestFirst) facts.push((w) => w.import.newestFirst)
  if (newDeals > 0) facts.push((w) => w.import.newDeals({ count: newDeals }))
  if (retold > 0) facts.push((w) => w.import.retold({ count: retold }))
  if (explained > 0) facts.push((w) => w.import.explained({ count: explained }))
  facts.push(...managersTold(managers))
  return facts
}
