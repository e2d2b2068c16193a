import { currencyDigits } from '../../domain/currency.ts'
import { formatMoney, majorOf, parseAmount } from '../../domain/money.ts'
import { foldKey } from '../../domain/names/name.ts'
import { isMoney, type Plan, type PlanVersion } from '../../domain/plan/plan.ts'
import { plainAmount } from '../../domain/quick/amount.ts'
import { formatDay, isBounded, parsePeriod, periodOf } from '../../domain/time/period.ts'
import { type Say, UsageError } from '../../errors.ts'
import { formatCount } from '../../render/numbers.ts'
import { NotThere, survivorOf, typedIdOf } from '../../store/naming/naming.ts'
import { keyOf, PlanBook, readPlans } from '../../store/plans.ts'
import type { Store } from '../../store/store.ts'
import type { Words } from '../../words/words.ts'
import type { Run, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { isEveryone } from '../filters.ts'
import { shellWord } from '../line/quoted.ts'
import { type ListColumn, listing, noneOf } from '../listing.ts'
import { findManagerOrMe, foundBy } from '../people/person-values.ts'
import { sure } from '../touches/filter.ts'
import { flag, optional } from '../typed.ts'
import { parseCurrency } from '../workspace/settings.ts'
import { change } from '../writing.ts'
import { readWhat } from './what.ts'

/** A plan as scripts see it; `until` is the first day that no longer belongs. */
interface Shown {
  id: string
  manager: string | null
  department: string | null
  from: string
  until: string
  label: string
  metric: string
  amount: number
  currency: string | null
  knownAt: string
}

export const planSet: Run = async (context, typed) => {
  const store = context.open('write')
  const plan = await readPlan(context, store, typed)
  return change(context, (operation) => {
    new PlanBook(store.db, operation).set(plan)
    const version = sure(readPlans(store.db).findLast((one) => keyOf(one) === keyOf(plan)))
    const json = shown(version, store)
    const said = (w: Words) => ({
      ...json,
      who: whose(json),
      metric: metricSaid(json, w),
      period: json.label,
    })
    return {
      json,
      says: (w) => w.plans.isSet({ ...said(w), amount: amountText(version, w) }),
      notes: emptyDepartment(store, plan.department),
    }
  })
}

/** Said where nobody is in a department: it may be misspelt. */
export function emptyDepartment(store: Store, department: string | null): Say[] {
  if (
    department === null ||
    store.managers.some((one) => foldKey(one.department ?? '') === foldKey(department))
  )
    return []
  return [(w) => w.plans.emptyDepartment({ name: department, typed: shellWord(department) })]
}

export const planList: Run = async (context, typed) => {
  const store = context.open('read')
  const manager = isEveryone(store, optional(typed, 'manager') ?? '')
    ? null
    : await foundBy(context, typed, 'manager', (text) => findManagerOrMe(store, text))
  const period = parse(context, store, optional(typed, 'period') ?? 'all')
  const every = readPlans(store.db)
  const last = new Map(every.map((version) => [keyOf(version), version]))
  const records = (flag(typed, 'all') ? every : [...last.values()])
    .filter((one) => manager == null || survivorOf(store.managers, one.manager ?? 0) === manager)
    .filter(
      ({ from, until }) =>
        (period.until === null || from < period.until) && (period.from === null || until > period.from),
    )
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id - b.id))
  const versions = new Map(records.map((version) => [`p${version.id}`, version]))
  const columns = planColumns((one, w) => amountText(sure(versions.get(one.id)), w))
  return listing(
    typed,
    records.map((one) => shown(one, store)),
    columns,
    noneOf(typed, 'plan list --all', (w) => w.plans.none()),
  )
}

export const planRm: Run = (context, { args: [text = ''] }) => {
  const writing = context.open('write')
  const id = typedIdOf('plan', text)
  const version = readPlans(writing.db).find((one) => one.id === id)
  if (version === undefined) throw new NotThere('plan', text, [], undefined)
  return change(context, (operation, store) => {
    const json = shown(version, store)
    operation.remove('plans', version.id)
    const said = (w: Words) => ({
      id: json.id,
      who: whose(json),
      metric: metricSaid(json, w),
      period: json.label,
    })
    return { json, says: (w) => w.plans.removed(said(w)) }
  })
}

async function readPlan(context: Context, store: Store, typed: Typed): Promise<Plan> {
  const { metric, text } = readWhat(store, typed)
  const manager = (await foundBy(context, typed, 'manager', (name) => findManagerOrMe(store, name))) ?? null
  const department = optional(typed, 'department') ?? null
  if (manager !== null && department !== null) throw new UsageError((w) => w.plans.notBoth)
  const period = parse(context, store, optional(typed, 'period') ?? 'this-month')
  if (!isBounded(period)) throw new UsageError((w) => w.plans.endless)
  const named = optional(typed, 'currency')
  const base = named === undefined ? store.settings.currency : parseCurrency(named)
  const read = parseAmount(plainAmount(text), { currency: base })
  const isOfMoney = named !== undefined || (!('problem' in read) && read.currency !== undefined)
  if (isOfMoney && !isMoney(metric))
    throw new UsageError((w) => w.plans.countOfMoney({ metric: w.plans.metrics[metric] ?? metric }))
  const bad = new UsageError((w) => w.plans.badAmount({ text }))
  if ('problem' in read && read.problem === 'tooLarge') throw new UsageError((w) => w.money.tooLarge(text))
  if ('problem' in read || read.minor < 0) throw bad
  const currency = isMoney(metric) ? (read.currency ?? base) : null
  const count = read.minor / 10 ** currencyDigits(read.currency ?? base)
  if (currency === null && !Number.isInteger(count)) throw bad
  const { from, until } = period
  return {
    manager,
    department,
    from,
    until,
    metric,
    amount: currency === null ? count : read.minor,
    currency,
  }
}

function parse(context: Context, store: Store, text: string) {
  const { zone, settings } = store
  return parsePeriod(text, { today: zone.dateOf(context.now(zone)), weekStart: settings.weekStart })
}

function planColumns(amount: (one: Shown, w: Words) => string): ListColumn<Shown>[] {
  return [
    { key: 'id', title: (w) => w.records.id, kind: 'id', value: (one) => one.id },
    {
      key: 'manager',
      title: (w) => w.plans.who,
      kind: 'text',
      value: (one) => one.manager,
      text: (one, w) => whose(one) ?? w.plans.team,
      shrink: true,
    },
    {
      key: 'department',
      title: (w) => w.records.department,
      kind: 'text',
      value: (one) => one.department,
      dataOnly: true,
    },
    {
      key: 'from',
      title: (w) => w.plans.period,
      kind: 'text',
      value: (one) => one.from,
      text: (one) => one.label,
    },
    { key: 'until', title: () => 'until', kind: 'text', value: (one) => one.until, dataOnly: true },
    {
      key: 'metric',
      title: (w) => w.plans.metric,
      kind: 'text',
      value: (one) => one.metric,
      text: metricSaid,
    },
    { key: 'amount', title: (w) => w.plans.amount, kind: 'count', value: (one) => one.amount, text: amount },
    { key: 'currency', title: () => 'currency', kind: 'text', value: (one) => one.currency, dataOnly: true },
    {
      key: 'knownAt',
      title: (w) => w.plans.knownAt,
      kind: 'text',
      value: (one) => one.knownAt,
      text: (one, w) => formatDay(one.knownAt.slice(0, 10), w.lang),
    },
  ]
}

function whose({ manager, department }: Shown): string | null {
  return manager ?? department
}

function metricSaid({ metric }: Shown, { plans }: Words): string {
  return plans.metrics[metric] ?? metric
}

function amountText({ amount, currency }: PlanVersion, { lang }: Words): string {
  return currency === null ? formatCount(amount, lang) : formatMoney(amount, currency, lang)
}

function shown(version: PlanVersion, store: Store): Shown {
  const { managers, zone } = store
  const { manager, amount, currency } = version
  const id = manager === null ? null : survivorOf(managers, manager)
  return {
    id: `p${version.id}`,
    manager: managers.find((one) => one.id === id)?.name ?? null,
    department: version.department,
    from: version.from,
    until: version.until,
    label: periodOf(version.from, version.until).label,
    metric: version.metric,
    amount: currency === null ? amount : majorOf(amount, currency),
    currency,
    knownAt: zone.isoString(version.knownAt),
  }
}
