import { foldKey } from '../../domain/names/name.ts'
import { METRICS } from '../../domain/plan/plan.ts'
import type { Operation } from '../../store/operation.ts'
import { PlanBook } from '../../store/plans.ts'
import type { Store } from '../../store/store.ts'
import { claimColumns } from '../../transfer/claiming.ts'
import { OWN_EXPORT } from '../../transfer/columns.ts'
import type { Finding } from '../../transfer/findings.ts'
import { ownDecimal } from '../../transfer/own-cells.ts'
import { layPlans, PLAN_FIELDS, type PlanLayout } from '../../transfer/plan-columns.ts'
import { PLAN_DATES, type PlannedPlans, PlanRows, TOTAL } from '../../transfer/plan-rows.ts'
import type { SurveyColumns, Surveyed } from '../../transfer/survey.ts'
import type { Table } from '../../transfer/table.ts'
import { importing } from './importing.ts'
import { managerBook } from './managers.ts'
import type { ImportOptions } from './options.ts'
import { eachRow } from './source.ts'
import type { ImportRun } from './task.ts'
import { columnsOf, fixedOf, type ImportTask, type Lack, type Taken } from './task.ts'
import { managersTold } from './told.ts'

export const importPlans = importing('plans', async (store, { table }, given) => {
  const { system } = claimColumns('plans', PLAN_FIELDS, table.headers, given)
  const sample = await firstRows(table)
  const names = store.managers.flatMap(({ name, aliases }) => [name, ...aliases]).map(foldKey)
  const isManager = (name: string) => names.includes(foldKey(name))
  return {
    task: (options) => new PlanImport(layPlans(table.headers, sample, options, isManager), store, options),
    options: system === OWN_EXPORT ? { ...given, decimal: given.decimal ?? ownDecimal(table) } : given,
  }
})

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

  surveyed(): SurveyColumns {
    const { columns, claims } = this.layout
    return {
      dates: columnsOf(claims, PLAN_DATES),
      amounts: [...(claims.fields.get('amount') ?? []), ...columns.map(({ column }) => column)],
    }
  }

  look(): string {
    return 'voronka plan list'
  }

  async apply(operation: Operation, surveyed: Surveyed, run: ImportRun): Promise<Taken> {
    const { store, options, claims } = this
    const { zone, settings } = store
    const managers = managerBook(store, operation, options, claims.system === OWN_EXPORT)
    const rows = new PlanRows({
      claims,
      dates: surveyed.dates,
      amounts: surveyed.amounts,
      fixed: fixedOf(claims, run, PLAN_DATES, ['amount']),
      guarded: run.source.table.marked,
      layout: this.layout,
      zone,
      today: zone.dateOf(run.now),
      weekStart: settings.weekStart,
      currency: settings.currency,
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
    const facts = managersTold(managers)
    const { totals: added } = this.layout
    if (added.length > 0) facts.push((w) => w.plans.totalColumns({ headers: added.join(', ') }))
    if (totals > 0) facts.push((w) => w.plans.totals({ count: totals }))
    return { counts, problems, warnings: rows.warnings, facts }
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
