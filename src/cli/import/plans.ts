import { foldKey } from '../../domain/names/name.ts'
import { METRICS } from '../../domain/plan/plan.ts'
import type { Operation } from '../../store/operation.ts'
import { PlanBook } from '../../store/plans.ts'
import type { Store } from '../../store/store.ts'
import { claimColumns, OWN_EXPORT } from '../../transfer/columns.ts'
import type { Table } from '../../transfer/csv.ts'
import type { Finding } from '../../transfer/findings.ts'
import { fixedValues } from '../../transfer/fixed-values.ts'
import { ownDecimal } from '../../transfer/own-cells.ts'
import { layPlans, PLAN_FIELDS, type PlanLayout } from '../../transfer/plan-columns.ts'
import { PLAN_DATES, type PlannedPlans, PlanRows, TOTAL } from '../../transfer/plan-rows.ts'
import type { Surveyed, SurveyOptions } from '../../transfer/survey.ts'
import type { Run } from '../command.ts'
import { settle } from './ask.ts'
import { managerBook } from './managers.ts'
import { type ImportOptions, readImportOptions, storeOf } from './options.ts'
import { ImportRun, type ImportTask, type Lack, type Taken } from './run.ts'
import { eachRow, openSource } from './source.ts'
import { listOf } from './told.ts'

export const importPlans: Run = async (context, typed) => {
  const store = storeOf(context, typed)
  const given = readImportOptions(typed, store)
  const source = await openSource(context, given, 'plans')
  try {
    const { system } = claimColumns('plans', PLAN_FIELDS, source.table.headers, given)
    const options =
      system === OWN_EXPORT ? { ...given, decimal: given.decimal ?? ownDecimal(source.table) } : given
    const sample = await firstRows(source.table)
    const names = store.managers.flatMap(({ name, aliases }) => [name, ...aliases]).map(foldKey)
    const isManager = (name: string) => names.includes(foldKey(name))
    const task = (options: ImportOptions) =>
      new PlanImport(layPlans(source.table.headers, sample, options, isManager), store, options)
    const settled = await settle({ context, typed, store, source, task }, options)
    return await new ImportRun(context, store, settled, source, task(settled.options)).run()
  } finally {
    source.close()
  }
}

/** Enough rows to tell what stands in a column. */
async function firstRows(table: Table): Promise<readonly (readonly string[])[]> {
  for await (const batch of table.batches()) return batch.map(({ cells }) => cells)
  return []
}

/** Plans have no ids: whose, for which days and of what is what they are known by. */
class PlanImport implements ImportTask {
  readonly entity = 'plans'

  constructor(
    private readonly layout: PlanLayout,
    private readonly store: Store,
    private readonly options: ImportOptions,
  ) {}

  get claims() {
    return this.layout.claims
  }

  lacks(): readonly Lack[] {
    const { columns, claims } = this.layout
    const { fields, fixed } = claims
    const has = (field: string) =>
      fields.has(field) ||
      fixed.has(field) ||
      columns.some(({ of }) => (field === 'period' ? 'span' : field) in of)
    const known = METRICS.join(', ')
    const lacks: Lack[] = []
    if (!has('amount') && columns.length === 0)
      lacks.push({ need: 'amount', column: '', say: (w) => w.plans.noAmountColumn })
    if (!has('period') && !(has('from') && has('until')))
      lacks.push({ need: 'period', column: '', say: (w) => w.plans.noPeriodColumn })
    if (!has('metric'))
      lacks.push({ need: 'metric', column: '', say: (w) => w.plans.unknownMetric({ text: '', known }) })
    return lacks
  }

  surveyed(): SurveyOptions {
    const { fields } = this.claims
    const { settings, zone } = this.store
    return {
      dates: PLAN_DATES.flatMap((field) => fields.get(field) ?? []).sort((a, b) => a.index - b.index),
      amounts: [...(fields.get('amount') ?? []), ...this.layout.columns.map(({ column }) => column)],
      currency: settings.currency,
      zone,
    }
  }

  look(): string {
    return 'voronka plan list'
  }

  async apply(operation: Operation, surveyed: Surveyed, run: ImportRun): Promise<Taken> {
    const { store, options, claims } = this
    const { zone, settings } = store
    const { currency } = settings
    const managers = managerBook(store, operation, options, claims.system === OWN_EXPORT)
    const how = { dateOrder: options.dateOrder, decimal: options.decimal, zone, currency }
    const rows = new PlanRows({
      claims,
      dates: surveyed.dates,
      amounts: surveyed.amounts,
      fixed: fixedValues(claims, { dates: PLAN_DATES, amounts: ['amount'], ...how }),
      guarded: run.source.table.marked,
      layout: this.layout,
      zone,
      today: zone.dateOf(run.now),
      weekStart: settings.weekStart,
      currency,
      manager: (name) => managers.id(name),
    })
    const read: PlannedPlans[] = []
    const problems: Finding[] = []
    let totals = 0
    await eachRow(run.context, run.source.table, (row) => {
      const found = rows.read(row)
      if (found === TOTAL) totals++
      else if ('plans' in found) read.push(found)
      else problems.push(...found)
    })
    const counts = { created: 0, updated: 0, unchanged: 0, skipped: totals, merged: 0 }
    const book = new PlanBook(store.db, operation)
    const repeats = new Repeats()
    for (const row of read) {
      const fate = repeats.see(row)
      if (fate === 'new') counts[written(book, row)]++
      else if (fate === 'merged') counts.merged++
      else problems.push(fate)
    }
    return {
      counts,
      problems,
      warnings: rows.warnings,
      facts: [
        ...(managers.made.length > 0
          ? [
              (w: typeof run.context.words) =>
                w.import.newManagers(listOf(managers.made, managers.made.length)),
            ]
          : []),
        ...(this.layout.totals.length > 0
          ? [
              (w: typeof run.context.words) =>
                w.plans.totalColumns({ headers: this.layout.totals.join(', ') }),
            ]
          : []),
        ...(totals > 0 ? [(w: typeof run.context.words) => w.plans.totals({ count: totals })] : []),
      ],
    }
  }
}

/** What became of a row: the most that became of any of its plans. */
function written(book: PlanBook, { plans, knownAt }: PlannedPlans): 'created' | 'updated' | 'unchanged' {
  const done = plans.map((plan) => (knownAt === null ? book.set(plan) : book.setVersion(plan, knownAt)))
  return done.includes('created') ? 'created' : done.includes('updated') ? 'updated' : 'unchanged'
}

/** Finds rows of a file that plan the same once more, or otherwise. */
class Repeats {
  readonly #lines = new Map<string, { line: number; figure: string }>()

  see({ line, plans, knownAt }: PlannedPlans): 'new' | 'merged' | Finding {
    let isNew = plans.length === 0
    for (const { amount, currency, ...of } of plans) {
      const [key, figure] = [JSON.stringify([of, knownAt]), `${amount} ${currency}`]
      const before = this.#lines.get(key)
      if (before !== undefined && before.figure !== figure)
        return { line, column: '', value: '', say: (w) => w.plans.conflict({ line: before.line }) }
      isNew ||= before === undefined
      if (before === undefined) this.#lines.set(key, { line, figure })
    }
    return isNew ? 'new' : 'merged'
  }
}
