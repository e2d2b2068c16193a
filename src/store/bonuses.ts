import type { Selectable } from 'kysely'
import type { BonusVersion } from '../domain/plan/bonus.ts'
import type { Database } from './database.ts'
import type { Operation } from './operation.ts'
import { parseJson } from './rows.ts'
import type { Store } from './store.ts'
import type { Schema } from './tables/schema.ts'

type Row = Selectable<Schema['bonuses']>

/** Every version of every rule, in the order in which they became known. */
export function readBonuses(db: Database): BonusVersion[] {
  return db.all(db.query.selectFrom('bonuses').selectAll().orderBy('known_at').orderBy('id')).map(versionOf)
}

/** The versions known before T. */
export function bonusesKnownBy(store: Store, t: number): BonusVersion[] {
  return readBonuses(store.db).filter(({ knownAt }) => knownAt < t)
}

/** The rules as they are said now, those that ended left out. */
export function currentBonuses(db: Database): BonusVersion[] {
  const last = new Map(readBonuses(db).map((version) => [version.rule, version]))
  return [...last.values()].filter(({ ended }) => !ended)
}

export type NewBonus = Omit<BonusVersion, 'id' | 'rule' | 'ended' | 'knownAt'>

/** Says a new rule; it holds since the operation's moment. */
export function addBonus(operation: Operation, bonus: NewBonus): number {
  const id = operation.insert('bonuses', { ...cellsOf(bonus), rule: 0, known_at: operation.at })
  operation.update('bonuses', id, { rule: id })
  return id
}

/** Says a rule anew: what it was until now stays what was known until now. `ended` takes it away from now on. */
export function changeBonus(operation: Operation, last: BonusVersion, bonus: NewBonus, ended = false): void {
  const cells = { ...cellsOf(bonus), ended: ended ? 1 : 0 }
  if (last.knownAt === operation.at) operation.update('bonuses', last.id, cells)
  else operation.insert('bonuses', { ...cells, rule: last.rule, known_at: operation.at })
}

function cellsOf(bonus: NewBonus) {
  return {
    name: bonus.name,
    manager_id: bonus.manager,
    department: bonus.department,
    metric: bonus.metric,
    per: bonus.per,
    basis: bonus.basis,
    marginal: bonus.marginal ? 1 : 0,
    tiers: JSON.stringify(bonus.tiers),
    currency: bonus.currency,
    from_on: bonus.from,
  }
}

function versionOf(row: Row): BonusVersion {
  return {
    id: row.id,
    rule: row.rule,
    name: row.name,
    manager: row.manager_id,
    department: row.department,
    metric: row.metric as BonusVersion['metric'],
    per: row.per as BonusVersion['per'],
    basis: row.basis as BonusVersion['basis'],
    marginal: row.marginal === 1,
    tiers: parseJson<BonusVersion['tiers']>(row.tiers),
    currency: row.currency,
    from: row.from_on,
    ended: row.ended === 1,
    knownAt: row.known_at,
  }
}
