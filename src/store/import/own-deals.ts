import { createHash } from 'node:crypto'
import { KIND } from '../../domain/deal.ts'
import type { Pipeline, Stage } from '../../domain/pipeline.ts'
import type { Named } from '../../domain/records/exported.ts'
import { lifeOf, type OwnDeal } from '../../domain/records/own-deal.ts'
import { Fault } from '../../errors.ts'
import type { Operation } from '../operation.ts'
import type { Store } from '../store.ts'
import { OwnMoved } from './own-moved.ts'
import { OwnNames } from './own-names.ts'
import { cellsOf, LOST_REASON, OwnPast, type Said } from './own-past.ts'
import type { StagedProblem } from './repeats.ts'

export interface OwnDealsApplied {
  created: number
  updated: number
  unchanged: number
  skipped: number
  merged: number
  /** Deals in which the file repeats what was changed here since. */
  kept: number
  advanced: number
  movedBack: number
  won: number
  lost: number
  problems: StagedProblem[]
}

/**
 * Brings in deals as this program exported them. A deal that is here changes only where the row differs from every
 * moment of its past: the row was made from the one it is most like, and what was edited here since stays.
 */
export class OwnDealsImport {
  readonly applied: OwnDealsApplied = {
    created: 0,
    updated: 0,
    unchanged: 0,
    skipped: 0,
    merged: 0,
    kept: 0,
    advanced: 0,
    movedBack: 0,
    won: 0,
    lost: 0,
    problems: [],
  }
  readonly #names: OwnNames
  readonly #past: OwnPast
  readonly #moved: OwnMoved
  readonly #seen = new Map<string, { line: number; digest: string }>()

  constructor(
    private readonly store: Store,
    private readonly operation: Operation,
    private readonly existing: 'update' | 'skip' | 'fail',
  ) {
    this.#names = new OwnNames(store, operation)
    this.#past = new OwnPast(store)
    this.#moved = new OwnMoved(store.db)
  }

  add(own: OwnDeal): void {
    if (this.#repeats(own)) return
    const deal = this.#find(own)
    if (deal !== undefined) this.#moved.meet(deal)
    if (deal === undefined) this.#make(own)
    else if (this.existing === 'skip') this.applied.skipped++
    else if (this.existing === 'fail') this.#refuse(own, { kind: 'exists', deal })
    else this.#known(deal, own)
  }

  #repeats(own: OwnDeal): boolean {
    const { externalSystem, externalId } = own.values
    const key = externalId === null ? `d${own.deal}` : `${externalSystem ?? ''}\n${externalId}`
    const digest = createHash('sha1')
      .update(JSON.stringify({ ...own, line: 0 }))
      .digest('base64')
    const before = this.#seen.get(key)
    if (before === undefined) {
      this.#seen.set(key, { line: own.line, digest })
      return false
    }
    if (before.digest === digest) this.applied.merged++
    else this.#refuse(own, { kind: 'conflict', lines: [before.line], fields: [] })
    return true
  }

  #refuse({ line, deal, values }: OwnDeal, why: StagedProblem['why']): void {
    this.applied.problems.push({ line, externalId: values.externalId ?? `d${deal}`, why })
  }

  /**
   * By system and id; else the deal of that number that began at the same second and has, or had, no other id;
   * else the one that got another number.
   */
  #find({ deal, createdAt, values }: OwnDeal): number | undefined {
    const { db } = this.store
    const { externalSystem: system, externalId: id } = values
    if (id !== null) {
      const found = db
        .prepare('select deal_id from deal_state where external_system is ? and external_id = ?')
        .pluck()
        .get(system, id)
      if (found !== undefined) return Number(found)
    }
    // Files for Excel have no more than seconds.
    const same = db
      .prepare('select deal_id from deal_state where deal_id = ? and created_at / 1000 = ?')
      .pluck()
      .get(deal, Math.trunc(createdAt.at / 1000))
    if (id === null) return same === undefined ? this.#moved.find(deal, createdAt.at, values.title) : deal
    if (same === undefined) return undefined
    return this.#past.of(deal).had(KIND.externalId, id) ? deal : undefined
  }

  #make(own: OwnDeal): void {
    const { creation, changes } = lifeOf(own, (stage) => this.#pipeline(stage))
    const { company, contacts } = this.#people(own)
    const values = { ...creation.values, company, contacts }
    const taken = this.store.db.prepare('select 1 from deals where id = ?').get(own.deal) !== undefined
    const id = this.operation.createDeal({ ...creation, values, ...(taken ? {} : { id: own.deal }) })
    this.#moved.meet(id)
    for (const change of changes) this.operation.change(id, change)
    this.applied.created++
  }

  /**
   * Whom the row points to. In a deal that is here that is whom it pointed to by that id, whatever the name is now,
   * else by that name.
   */
  #people(
    { company, contacts }: OwnDeal,
    held: ReadonlySet<string> = NOBODY,
  ): { company: number | null; contacts: number[] } {
    const whose = (table: 'companies' | 'contacts', { id, name }: Named) => {
      const known = held.has(`${table} ${id}`) ? id : this.#namedAmong(table, name, held)
      return this.#past.survivor(table, known ?? this.#names.id(table, name, id))
    }
    return {
      company: company === null ? null : whose('companies', company),
      contacts: contacts.map((contact) => whose('contacts', contact)),
    }
  }

  #namedAmong(table: string, name: string, held: ReadonlySet<string>): number | undefined {
    const named = this.store.db.prepare(`select 1 from ${table} where id = ? and name = ?`)
    const ids = [...held].flatMap((one) => (one.startsWith(`${table} `) ? Number(one.split(' ')[1]) : []))
    return ids.find((id) => named.get(id, name) !== undefined)
  }

  #known(deal: number, own: OwnDeal): void {
    const past = this.#past.of(deal)
    const people = this.#people(own, past.held())
    const said = cellsOf({ ...own.values, ...people }, own.stage.kind === 'lost' ? own.lostReason : null)
    const now = past.now()
    const differing = [...said].filter(([kind, value]) => value !== null && value !== (now.get(kind) ?? null))
    if (differing.length === 0) {
      this.applied.unchanged++
      return
    }
    const base = past.likest(said)
    const edited = differing.filter(([kind, value]) => value !== (base.get(kind) ?? null))
    if (past.removed || edited.length < differing.length) this.applied.kept++
    const changed = past.removed ? false : this.#change(deal, own, new Map(edited), base, past.latestMove())
    this.applied[changed ? 'updated' : 'unchanged']++
  }

  #change(deal: number, own: OwnDeal, edited: Said, base: Said, latestMove: number): boolean {
    const { at } = this.operation
    for (const [kind, value] of edited)
      if (!OF_STAGE.has(kind) && !OF_IDENTITY.has(kind))
        this.operation.change(deal, { kind, value, at, precision: 'moment', actor: null, synthetic: true })
    const moves = edited.has(KIND.stage)
    if (moves || edited.has(LOST_REASON)) {
      const moment = moves ? (own.stageAt ?? own.closedAt) : null
      // Nobody who changes a stage in a file is bound to change its moment too: an old one is of the stage before.
      const known = moment !== null && moment.at > latestMove ? moment : null
      this.operation.change(deal, {
        kind: KIND.stage,
        value: own.stage.id,
        reason: own.lostReason,
        actor: null,
        synthetic: known === null,
        ...(known ?? { at: Math.max(at, latestMove), precision: 'moment' }),
      })
    }
    if (moves) this.#count(Number(base.get(KIND.stage)), own.stage)
    return [...edited.keys()].some((kind) => !OF_IDENTITY.has(kind))
  }

  #count(before: number, to: Stage): void {
    if (to.kind !== 'open') this.applied[to.kind]++
    else {
      const from = this.store.stage(before)
      const order = this.#pipeline(to).versions.at(-1)?.stages ?? []
      const back = from.kind !== 'open' || order.indexOf(from.id) > order.indexOf(to.id)
      this.applied[back ? 'movedBack' : 'advanced']++
    }
  }

  #pipeline({ pipeline: id }: Stage): Pipeline {
    const found = this.store.pipelines.find((pipeline) => pipeline.id === id)
    if (found === undefined) throw new Fault(`no pipeline ${id}`)
    return found
  }
}

const NOBODY: ReadonlySet<string> = new Set()
const OF_STAGE: ReadonlySet<number> = new Set([KIND.stage, LOST_REASON])
/** What a deal is found by is not what a row changes. */
const OF_IDENTITY: ReadonlySet<number> = new Set([KIND.externalId, KIND.externalSystem])
