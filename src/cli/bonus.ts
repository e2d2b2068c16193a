import { BONUS_UNITS, type BonusUnit, type BonusVersion } from '../domain/bonus.ts'
import { readTerms, type TermsProblem } from '../domain/bonus-terms.ts'
import { addUnits, firstOf, type IsoDate } from '../domain/date.ts'
import { majorOf } from '../domain/money.ts'
import { formatDay } from '../domain/period.ts'
import { isMoney, METRICS, type Metric, metricNamed } from '../domain/plan.ts'
import { parseWhen } from '../domain/when.ts'
import { UsageError, UserError } from '../errors.ts'
import { termsSaid } from '../render/bonus-said.ts'
import { addBonus, changeBonus, currentBonuses, type NewBonus, readBonuses } from '../store/bonuses.ts'
import { survivorOf } from '../store/naming.ts'
import type { Store } from '../store/store.ts'
import type { Words } from '../words/words.ts'
import { meant } from './aliases.ts'
import type { Run, Typed } from './command.ts'
import type { Context } from './context.ts'
import { type ListColumn, listing } from './listing.ts'
import { findManagerOrMe, foundBy } from './person-values.ts'
import { parseCurrency } from './settings.ts'
import { flag, optional } from './typed.ts'
import { change } from './writing.ts'

/** A rule as scripts see it: thresholds and percentages in per cent, amounts in major units. */
interface Shown {
  id: string
  name: string
  manager: string | null
  department: string | null
  metric: string
  per: string
  basis: string
  marginal: boolean
  tiers: { from: number; percent?: number; amount?: number; each?: number }[]
  currency: string | null
  from: string
  ended: boolean
  knownAt: string
}

export const bonusAdd: Run = async (context, typed) => {
  const store = context.open('write')
  const bonus = await readBonus(context, store, typed, typed.args.join(' '), undefined)
  return change(context, (operation) => {
    const id = addBonus(operation, bonus)
    const version = named(store, `b${id}`)
    return {
      json: shown(version, store),
      says: (w) => w.bonus.added({ ...told(version, store, w), from: formatDay(version.from, w.lang) }),
    }
  })
}

export const bonusEdit: Run = async (context, typed) => {
  const store = context.open('write')
  const [id = '', ...terms] = typed.args
  const last = named(store, id)
  const bonus = await readBonus(context, store, typed, terms.join(' '), last)
  const { id: _, rule: __, ended: ___, knownAt: ____, ...before } = last
  if (JSON.stringify(sorted(before)) === JSON.stringify(sorted(bonus)))
    throw new UsageError((w) => w.bonus.nothing)
  return change(context, (operation) => {
    changeBonus(operation, last, bonus)
    const version = named(store, id)
    const from = holdsFrom(context, store, version, last)
    return {
      json: shown(version, store),
      says: (w) => w.bonus.changed({ ...told(version, store, w), from: formatDay(from, w.lang) }),
    }
  })
}

export const bonusRm: Run = (context, { args: [id = ''] }) => {
  const last = named(context.open('write'), id)
  return change(context, (operation, store) => {
    changeBonus(operation, last, last, true)
    const from = holdsFrom(context, store, last, last)
    const json = { ...shown(last, store), ended: true }
    return { json, says: (w) => w.bonus.ended({ id: json.id, from: formatDay(from, w.lang) }) }
  })
}

export const bonusList: Run = (context, typed) => {
  const store = context.open('read')
  const versions = flag(typed, 'all') ? readBonuses(store.db) : currentBonuses(store.db)
  const records = versions.map((version) => ({ ...shown(version, store), version }))
  const answer = listing(typed, records, columns(store), (w) => w.bonus.none())
  return { ...answer, json: (answer.json as typeof records).map(({ version: _, ...json }) => json) }
}

function columns(store: Store): ListColumn<Shown & { version: BonusVersion }>[] {
  return [
    { key: 'id', title: (w) => w.bonus.id, kind: 'id', value: (one) => one.id },
    {
      key: 'manager',
      title: (w) => w.bonus.who,
      kind: 'text',
      value: (one) => one.manager,
      text: (one, w) => one.manager ?? one.department ?? w.bonus.everyone,
      shrink: true,
    },
    {
      key: 'department',
      title: (w) => w.records.department,
      kind: 'text',
      value: (one) => one.department,
      dataOnly: true,
    },
    { key: 'metric', title: () => 'metric', kind: 'text', value: (one) => one.metric, dataOnly: true },
    {
      key: 'terms',
      title: (w) => w.bonus.terms,
      kind: 'text',
      value: (one) => one.tiers.map(tierText).join('; '),
      text: (one, w) => termsText(one.version, store, w),
      wrap: true,
      min: 24,
    },
    { key: 'per', title: () => 'per', kind: 'text', value: (one) => one.per, dataOnly: true },
    {
      key: 'from',
      title: (w) => w.bonus.since,
      kind: 'date',
      value: (one) => one.from,
    },
    {
      key: 'knownAt',
      title: (w) => w.bonus.knownAt,
      kind: 'date',
      value: (one) => one.knownAt,
      text: (one, w) => formatDay(one.knownAt.slice(0, 10), w.lang),
    },
  ]
}

function tierText({ from, percent, amount, each }: Shown['tiers'][number]): string {
  return `${from}: ${percent === undefined ? (amount ?? `${each} each`) : `${percent}%`}`
}

/** The rule that `b1` is, as it is said now. Throws UserError where there is none. */
function named(store: Store, text: string): BonusVersion {
  const [, number] = /^[bбв]?(\d{1,9})$/iu.exec(text.trim()) ?? []
  const found = currentBonuses(store.db).find(({ rule }) => rule === Number(number))
  if (found === undefined) throw new UserError((w) => w.bonus.noRule({ text }))
  return found
}

/** What was typed, with what the rule was before for what was not. */
async function readBonus(
  context: Context,
  store: Store,
  typed: Typed,
  text: string,
  before: BonusVersion | undefined,
): Promise<NewBonus> {
  const metric = metricTyped(optional(typed, 'of'), before?.metric)
  const per = perTyped(optional(typed, 'per'), before?.per)
  const manager = (await foundBy(context, typed, 'manager', (name) => findManagerOrMe(store, name))) ?? null
  const department = optional(typed, 'department') ?? null
  if (manager !== null && department !== null) throw new UsageError((w) => w.bonus.notBoth)
  const isForSame = manager === null && department === null
  return {
    name: optional(typed, 'name') ?? before?.name ?? '',
    manager: isForSame ? (before?.manager ?? null) : manager,
    department: isForSame ? (before?.department ?? null) : department,
    per,
    from: fromTyped(context, store, optional(typed, 'from'), per, before?.from),
    ...termsTyped(store, typed, text, metric, before),
  }
}

function termsTyped(
  store: Store,
  typed: Typed,
  text: string,
  metric: Metric,
  before: BonusVersion | undefined,
) {
  const marginal = flag(typed, 'marginal') || (before?.marginal === true && !flag(typed, 'whole'))
  const met = optional(typed, 'met')
  if (text === '' && met === undefined && before !== undefined && before.metric === metric) {
    const { basis, tiers, currency } = before
    return { metric, basis, marginal, tiers, currency }
  }
  if (met !== undefined && !/^\d{1,4}([.,]\d{1,4})?\s*%?$/.test(met.trim()))
    throw new UsageError((w) => w.bonus.badMet({ text: met }))
  if (met !== undefined && text.includes(':')) throw new UsageError((w) => w.bonus.metAndTiers)
  const named = optional(typed, 'currency')
  const currency = named === undefined ? (before?.currency ?? store.settings.currency) : parseCurrency(named)
  const terms = readTerms(text, { metric, currency, marginal, met: met?.trim() })
  if ('problem' in terms) throw refusal(terms)
  return terms
}

function refusal(problem: TermsProblem): UsageError {
  return new UsageError(({ bonus }) => {
    switch (problem.problem) {
      case 'unreadable':
      case 'twice':
        return bonus[problem.problem]({ text: problem.text })
      default:
        return bonus[problem.problem]
    }
  })
}

function metricTyped(text: string | undefined, before: Metric | undefined): Metric {
  if (text === undefined) return before ?? 'revenue'
  const metric = metricNamed(text)
  if (metric === undefined)
    throw new UsageError((w) => w.plans.unknownMetric({ text, known: METRICS.join(', ') }))
  return metric
}

function perTyped(text: string | undefined, before: BonusUnit | undefined): BonusUnit {
  if (text === undefined) return before ?? 'month'
  const per = meant('group', text, BONUS_UNITS)
  if (per === undefined) throw new UsageError((w) => w.bonus.badPer({ text, known: BONUS_UNITS.join(', ') }))
  return per
}

/** Unless it is said, rules are for the month (quarter, year) that is now. */
function fromTyped(
  context: Context,
  store: Store,
  text: string | undefined,
  per: BonusUnit,
  before: IsoDate | undefined,
): IsoDate {
  const { zone } = store
  const now = context.now(zone)
  if (text === undefined) return before ?? firstOf(per, zone.dateOf(now), 1)
  return parseWhen(text, { now, zone, lang: context.lang }).date
}

/** The first day from which a rule said now holds: of the next month, unless the rule itself is as new as that. */
function holdsFrom(
  context: Context,
  store: Store,
  { per, from }: BonusVersion,
  before: BonusVersion,
): IsoDate {
  const { zone } = store
  const today = zone.dateOf(context.now(zone))
  const first = firstOf(per, today, 1)
  const isNew = zone.dateOf(before.knownAt) === today
  const next = isNew || today === first ? first : addUnits(first, per, 1)
  return from > next ? from : next
}

function told(version: BonusVersion, store: Store, w: Words) {
  const { id, manager, department } = shown(version, store)
  return { id, terms: termsText(version, store, w), who: manager ?? department ?? w.bonus.everyone }
}

function termsText(version: BonusVersion, { settings }: Store, w: Words): string {
  const per =
    version.per === 'month' ? [] : [version.per === 'quarter' ? w.bonus.perQuarter : w.bonus.perYear]
  const name = version.name === '' ? [] : [version.name]
  const ended = version.ended ? [w.bonus.ended2] : []
  return [...name, termsSaid(version, settings.currency, w), ...per, ...ended].join(', ')
}

function shown(version: BonusVersion, { managers, zone, settings }: Store): Shown {
  const { manager, metric, currency, basis } = version
  const id = manager === null ? null : survivorOf(managers, manager)
  const money = (minor: number) => majorOf(minor, currency ?? settings.currency)
  return {
    id: `b${version.rule}`,
    name: version.name,
    manager: managers.find((one) => one.id === id)?.name ?? null,
    department: version.department,
    metric,
    per: version.per,
    basis,
    marginal: version.marginal,
    tiers: version.tiers.map(({ from, pay }) => ({
      from: basis === 'amount' && isMoney(metric) ? money(Number(from)) : Number(from),
      ...(pay.kind === 'percent' ? { percent: Number(pay.percent) } : { [pay.kind]: money(pay.amount) }),
    })),
    currency,
    from: version.from,
    ended: version.ended,
    knownAt: zone.isoString(version.knownAt),
  }
}

/** Keys in one order, so that equal rules are equal texts. */
function sorted(of: object): [string, unknown][] {
  return Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1))
}
