import type { Say } from '../../errors.ts'
import { OwnDealsImport } from '../../store/import/own-deals.ts'
import type { Operation } from '../../store/operation.ts'
import type { Store } from '../../store/store.ts'
import type { Claims } from '../../transfer/columns.ts'
import { fieldName } from '../../transfer/export-column.ts'
import { ownDecimal } from '../../transfer/own-cells.ts'
import { isOwnDeals, OWN_DEAL_DATES, OwnDealRows, ownFieldHeaders } from '../../transfer/own-deal-rows.ts'
import type { SurveyColumns, Surveyed } from '../../transfer/survey.ts'
import { dealProblem } from './deal-problem.ts'
import { managerBook } from './managers.ts'
import type { ImportOptions } from './options.ts'
import { ownClaims } from './own-claims.ts'
import { ownFields } from './own-fields.ts'
import { importStages, lookAtDeals } from './pipeline.ts'
import { type ImportSource, readRows } from './source.ts'
import type { ImportRun, ImportTask, Lack, Taken } from './task.ts'
import { managersTold } from './told.ts'

/** Whether the file is this program's own, and the user does not say otherwise of its columns. */
export function isOwnDealsFile({ table }: ImportSource, options: ImportOptions): boolean {
  const { map, set, entered, custom, key, system } = options
  const says = map.length + set.length + entered.length + custom.length > 0
  return isOwnDeals(table.headers) && !says && key === undefined && system === undefined
}

/** Brings in deals as this program exported them: every column is taken as written. */
export class OwnDealsTask implements ImportTask {
  readonly entity = 'deals'
  readonly claims: Claims

  constructor(
    private readonly store: Store,
    private readonly options: ImportOptions,
    headers: readonly string[],
  ) {
    const custom = new Set(ownFieldHeaders(headers))
    this.claims = ownClaims(headers, (header) =>
      options.ignore.includes(header)
        ? { use: 'ignored', what: 'user', by: 'user' }
        : { use: custom.has(header) ? 'custom' : 'field', what: fieldName(header), by: 'system' },
    )
  }

  #customHeaders(): string[] {
    return this.claims.columns.flatMap(({ use, header }) => (use === 'custom' ? header : []))
  }

  lacks(): readonly Lack[] {
    return []
  }

  surveyed(): SurveyColumns {
    const dates = this.claims.columns.filter(({ header }) => OWN_DEAL_DATES.includes(header))
    return { dates, amounts: [] }
  }

  look(): string {
    return lookAtDeals(this.store, this.options)
  }

  async apply(operation: Operation, surveyed: Surveyed, run: ImportRun): Promise<Taken> {
    const { store, options } = this
    const { table } = run.source
    const { stages } = importStages(run, operation)
    const managers = managerBook(store, operation, options, true)
    const rows = new OwnDealRows({
      headers: table.headers,
      ignored: options.ignore,
      guarded: table.marked,
      decimal: options.decimal ?? ownDecimal(table),
      currency: store.settings.currency,
      dates: surveyed.dates,
      stages,
      pipelines: store.pipelines,
      custom: ownFields(store, operation, this.#customHeaders()),
      zone: store.zone,
      manager: (name) => managers.id(name),
    })
    const importing = new OwnDealsImport(store, operation, options.existing)
    const { problems } = await readRows(run, rows, (read) => importing.add(read))
    const { applied } = importing
    problems.push(...applied.problems.map((problem) => dealProblem(problem, 'id', (field) => field)))
    const { created, updated, unchanged, skipped, merged, kept, advanced, movedBack, won, lost } = applied
    const facts: Say[] = []
    if (advanced + movedBack + won + lost > 0)
      facts.push((w) => w.import.moved({ advanced, movedBack, won, lost }))
    if (kept > 0) facts.push((w) => w.import.kept({ count: kept }))
    facts.push(...managersTold(managers))
    return { counts: { created, updated, unchanged, skipped, merged }, problems, warnings: [], facts }
  }
}
