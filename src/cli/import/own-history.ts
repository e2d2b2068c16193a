import type { Say } from '../../errors.ts'
import { readFields } from '../../store/fields.ts'
import { OwnHistoryImport } from '../../store/import/own-history.ts'
import { OwnNames } from '../../store/import/own-names.ts'
import type { Operation } from '../../store/operation.ts'
import type { Store } from '../../store/store.ts'
import type { Claims, Column } from '../../transfer/columns.ts'
import { ownDecimal } from '../../transfer/own-cells.ts'
import { historyFieldHeaders, OwnHistoryRows } from '../../transfer/own-history-rows.ts'
import type { SurveyColumns, Surveyed } from '../../transfer/survey.ts'
import { managerBook } from './managers.ts'
import type { ImportOptions } from './options.ts'
import { ownClaims } from './own-claims.ts'
import { ownFields } from './own-fields.ts'
import { importStages, lookAtDeals } from './pipeline.ts'
import { readRows } from './source.ts'
import type { ImportRun, ImportTask, Lack, Taken } from './task.ts'

/** Brings in histories as this program exported them: every column is taken as written. */
export class OwnHistoryTask implements ImportTask {
  readonly entity = 'history'
  readonly claims: Claims
  readonly #at: Column

  constructor(
    private readonly store: Store,
    private readonly options: ImportOptions,
    headers: readonly string[],
  ) {
    this.#at = { header: 'at', index: headers.indexOf('at') }
    this.claims = ownClaims(headers, (header) => ({ use: 'field', what: header, by: 'system' }))
  }

  lacks(): readonly Lack[] {
    return []
  }

  surveyed(): SurveyColumns {
    return { dates: [this.#at], amounts: [] }
  }

  look(): string {
    return lookAtDeals(this.store, this.options)
  }

  async apply(operation: Operation, surveyed: Surveyed, run: ImportRun): Promise<Taken> {
    const { store, options } = this
    const { table } = run.source
    const { stages } = importStages(run, operation)
    const managers = managerBook(store, operation, options, true)
    const names = new OwnNames(store, operation)
    const at = surveyed.dates.get(this.#at.index)
    ownFields(store, operation, historyFieldHeaders(table.headers))
    const rows = new OwnHistoryRows({
      headers: table.headers,
      at: { read: (text) => at?.read(text) ?? 'empty' },
      stages,
      fields: readFields(store.db, 'deal'),
      currency: store.settings.currency,
      guarded: table.marked,
      decimal: options.decimal ?? ownDecimal(table),
      manager: (name) => managers.id(name),
      company: (name, id) => names.id('companies', name, id),
      contact: (name, id) => names.id('contacts', name, id),
    })
    const importing = new OwnHistoryImport(store, operation)
    const { problems } = await readRows(run, rows, (read) => importing.add(read))
    importing.end()
    const { created, updated, unchanged, beginless, begunAgain, contrary, newDeals, retold } =
      importing.applied
    for (const line of beginless)
      problems.push({ line, column: 'deal', value: '', say: (w) => w.import.noBeginning })
    for (const line of begunAgain)
      problems.push({ line, column: 'kind', value: 'created', say: (w) => w.import.begunAgain })
    const facts: Say[] = []
    if (newDeals > 0) facts.push((w) => w.import.newDeals({ count: newDeals }))
    if (retold > 0) facts.push((w) => w.import.retold({ count: retold }))
    return {
      counts: { created, updated, unchanged, skipped: 0, merged: 0 },
      problems,
      warnings: contrary.map(({ line, column }) => ({
        line,
        column,
        value: '',
        say: (w) => w.import.toldOtherwise,
      })),
      facts,
    }
  }
}
