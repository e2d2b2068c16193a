import { majorOf } from '../../domain/money.ts'
import type { BonusVersion } from '../../domain/plan/bonus.ts'
import { isMoney } from '../../domain/plan/plan.ts'
import { addUnits, firstOf, type IsoDate } from '../../domain/time/date.ts'
import { formatDay } from '../../domain/time/period.ts'
import { UsageError, UserError } from '../../errors.ts'
import { termsSaid } from '../../render/bonus-said.ts'
import { addBonus, changeBonus, currentBonuses, readBonuses } from '../../store/bonuses.ts'
import { survivorOf } from '../../store/naming/naming.ts'
import type { Store } from '../../store/store.ts'
import type { Words } from '../../words/words.ts'
import type { Run } from '../command.ts'
import type { Context } from '../context.ts'
import { type ListColumn, listing } from '../listing.ts'
import { flag } from '../typed.ts'
import { change } from '../writing.ts'
import { readBonus } from './bonus-typed.ts'
import { emptyDepartment } from './plan.ts'

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
      notes: emptyDepartment(store, bonus.department),
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
