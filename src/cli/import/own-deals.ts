import type { Say } from '../../errors.ts'
import { everHadDeals } from '../../store/deals/deals.ts'
import { OwnDealsImport } from '../../store/import/own-deals.ts'
import type { StagedProblem } from '../../store/import/repeats.ts'
import type { Operation } from '../../store/operation.ts'
import type { Store } from '../../store/store.ts'
import type { Claims } from '../../transfer/columns.ts'
import { fieldName } from '../../transfer/export-column.ts'
import type { Finding } from '../../transfer/findings.ts'
import { ownDecimal } from '../../transfer/own-cells.ts'
import { isOwnDeals, OWN_DEAL_DATES, OwnDealRows, ownFieldHeaders } from '../../transfer/own-deal-rows.ts'
import { StageReader } from '../../transfer/stages.ts'
import type { Surveyed, SurveyOptions } from '../../transfer/survey.ts'
import { managerBook } from './managers.ts'
import type { ImportOptions } from './options.ts'
import { ownFields } from './own-fields.ts'
import { importPipeline, lookAtDeals } from './pipeline.ts'
import type { ImportRun, ImportTask, Lack, Taken } from './run.ts'
import { eachRow, type ImportSource } from './source.ts'
import { listOf } from './told.ts'

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
    source: ImportSource,
  ) {
    const { headers } = source.table
    const custom = new Set(ownFieldHeaders(headers))
    this.claims = {
      system: 'voronka',
      dateOrder: 'ymd',
      fields: new Map(),
      fixed: new Map(),
      entered: [],
      custom: [],
      key: [],
      columns: headers.map((header, index) => {
        if (options.ignore.includes(header))
          return { header, index, use: 'ignored', what: 'user', by: 'user' }
        const use = custom.has(header) ? 'custom' : 'field'
        return { header, index, use, what: fieldName(header), by: 'system' }
      }),
      problems: [],
      known: [],
    }
  }

  #customHeaders(): string[] {
    return this.claims.columns.flatMap(({ use, header }) => (use === 'custom' ? header : []))
  }

  lacks(): readonly Lack[] {
    return []
  }

  surveyed(): SurveyOptions {
    return {
      dates: this.claims.columns.filter(({ header }) => OWN_DEAL_DATES.includes(header)),
      amounts: [],
      currency: this.store.settings.currency,
      zone: this.store.zone,
    }
  }

  look(): string {
    return lookAtDeals(this.store, this.options)
  }

  async apply(operation: Operation, surveyed: Surveyed, run: ImportRun): Promise<Taken> {
    const { store, options } = this
    const { table } = run.source
    const { pipeline } = importPipeline(run.context, store, operation, options)
    const managers = managerBook(store, operation, options, true)
    const rows = new OwnDealRows({
      headers: table.headers,
      ignored: options.ignore,
      guarded: table.marked,
      decimal: options.decimal ?? ownDecimal(table),
      currency: store.settings.currency,
      dates: surveyed.dates,
      stages: new StageReader(store.pipelines, pipeline, options.stage, !everHadDeals(store)),
      pipelines: store.pipelines,
      custom: ownFields(store, operation, this.#customHeaders()),
      zone: store.zone,
      manager: (name) => managers.id(name),
    })
    const importing = new OwnDealsImport(store, operation, options.existing)
    const problems: Finding[] = []
    await eachRow(run.context, table, (row) => {
      const read = rows.read(row)
      if ('deal' in read) importing.add(read)
      else problems.push(...read)
    })
    const { applied } = importing
    problems.push(...applied.problems.map(found))
    const { created, updated, unchanged, skipped, merged, kept, advanced, movedBack, won, lost } = applied
    const facts: Say[] = []
    if (advanced + movedBack + won + lost > 0)
      facts.push((w) => w.import.moved({ advanced, movedBack, won, lost }))
    if (kept > 0) facts.push((w) => w.import.kept({ count: kept }))
    if (managers.made.length > 0)
      facts.push((w) => w.import.newManagers(listOf(managers.made, managers.made.length)))
    return { counts: { created, updated, unchanged, skipped, merged }, problems, warnings: [], facts }
  }
}

function found({ line, externalId, why }: StagedProblem): Finding {
  const say: Say = (w) => {
    if (why.kind === 'exists') return w.import.existsAlready({ deal: `d${why.deal}` })
    if (why.kind === 'noStage') return w.import.noStageGiven
    return w.import.conflict({ lines: why.lines.join(', '), columns: why.fields.join(', ') })
  }
  return { line, column: 'id', value: externalId, say }
}
