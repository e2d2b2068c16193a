import { FIELD_KIND, type FieldValue, KIND } from '../../domain/deal.ts'
import { type Stage, stagesAt } from '../../domain/pipeline.ts'
import type { Database } from '../database.ts'
import type { Operation } from '../operation.ts'
import { codeOf, nameOf, ORIGINS, PRECISIONS, parseJson } from '../rows.ts'
import type { Store } from '../store.ts'
import type { Cell } from '../tables/cells.ts'
import { CANDIDATES, type Candidate, PAGE } from './candidates.ts'
import { ImportChanges } from './changes.ts'
import { creationValues, Said, type SaidRow } from './said.ts'
import { GIVEN } from './staging.ts'

export interface UpdateCounts {
  updated: number
  /** Deals in which the file repeats what was changed here since: what is here stays. */
  kept: number
  advanced: number
  movedBack: number
  won: number
  lost: number
}

/** What became of the deals that were there: in numbers, and where edits made here gave way. */
export interface Updates {
  counts: UpdateCounts
  changes: ImportChanges
}

export const NO_UPDATES: UpdateCounts = { updated: 0, kept: 0, advanced: 0, movedBack: 0, won: 0, lost: 0 }

const IMPORT = codeOf(ORIGINS, 'import')

/**
 * Brings the deals that are there already up to what the file says. What the system said last is the latest value that
 * an import wrote; only where the file differs from that does a deal change, so that edits made here stay. In the deals
 * that nobody edited here that is simply what they are now: sets find those that differ, and only they are looked at.
 * Where both the file and somebody here say something new, the file's word holds, and is told.
 */
export function updateStaged(store: Store, operation: Operation): Updates {
  const update = new Update(store, operation)
  const page = store.db.prepare(CANDIDATES)
  for (let from = 0; ; ) {
    const rows = page.all({ from }) as Candidate[]
    for (const row of rows) update.deal(row)
    const last = rows.at(-1)
    if (last === undefined || rows.length < PAGE) return update
    from = last.n
  }
}

class Update implements Updates {
  readonly counts: UpdateCounts = { ...NO_UPDATES }
  readonly changes = new ImportChanges()
  readonly #merged: ReadonlyMap<number, ReadonlyMap<number, number>>
  #changed = false
  #kept = false

  constructor(
    private readonly store: Store,
    private readonly operation: Operation,
  ) {
    this.#merged = new Map(MERGEABLE.map(([kind, table]) => [kind, mergedInto(store.db, table)]))
  }

  deal(row: Candidate): void {
    this.#changed = false
    this.#kept = false
    const rows = this.store.db
      .prepare(
        'select kind, value, reason, at, id, origin from history where deal_id = ? and retracted = 0 order by at, id',
      )
      .all(row.deal) as SaidRow[]
    const creation = this.store.db.prepare('select * from deals where id = ?').get(row.deal) as Record<
      string,
      Cell
    >
    const imported = rows.filter(({ origin }) => origin === IMPORT)
    const said = new Said(creation['origin'] === IMPORT ? creationValues(creation) : undefined, imported)
    this.#fields(row, said, rows, creation)
    if (row.given & GIVEN.stage) this.#stage(row, said, imported, Number(creation['created_at']))
    if (this.#changed) this.counts.updated++
    if (this.#kept) this.counts.kept++
  }

  #fields(row: Candidate, said: Said, rows: readonly SaidRow[], creation: Record<string, Cell>): void {
    const now = parseJson<Record<string, Cell> & { fields: Record<string, FieldValue> }>(row.now)
    const set = (kind: number, value: Cell, current: Cell) => this.#set(row.deal, said, kind, value, current)
    const current = (kind: number, column: string) =>
      rows.findLast((change) => change.kind === kind)?.value ?? creation[column] ?? null
    if (row.given & GIVEN.title) set(KIND.title, row.title, now['title'] ?? null)
    if (row.given & GIVEN.currency) set(KIND.currency, row.currency, now['currency'] ?? null)
    set(KIND.manager, row.manager_id, now['manager'] ?? null)
    set(KIND.amount, row.amount, now['amount'] ?? null)
    set(KIND.cost, row.cost, now['cost'] ?? null)
    set(KIND.source, row.source, now['source'] ?? null)
    set(KIND.product, row.product, now['product'] ?? null)
    set(KIND.expected, row.expected_on, now['expected'] ?? null)
    set(KIND.company, row.company_new, now['company'] ?? null)
    set(KIND.note, row.note, current(KIND.note, 'note'))
    if (row.tags !== '[]') set(KIND.tags, row.tags, now['tags'] ?? null)
    for (const [id, value] of Object.entries(parseJson<Record<string, FieldValue>>(row.fields)))
      set(FIELD_KIND + Number(id), value, now.fields[id] ?? null)
    if (row.contacts_new !== null)
      this.#contacts(
        row.deal,
        parseJson<number[]>(row.contacts_new),
        said,
        current(KIND.contacts, 'contacts'),
      )
  }

  #set(deal: number, said: Said, kind: number, value: Cell, current: Cell): void {
    if (value === null) return
    const before = said.of(kind)
    for (const known of before ?? [current]) {
      if (value !== this.#survivor(kind, known)) continue
      if (value !== this.#survivor(kind, current)) this.#kept = true
      return
    }
    this.#change(deal, kind, value)
    const here = this.#survivor(kind, current)
    const wasSaid = [...(before ?? [null])].some((known) => this.#survivor(kind, known) === here)
    if (!wasSaid && here !== value) this.changes.overrule({ deal, kind, here: current, file: value })
  }

  /** A file may name but some of a deal's contacts; the others that the system named stay. */
  #contacts(deal: number, contacts: readonly number[], said: Said, current: Cell): void {
    const list = (value: Cell) => parseJson<number[]>(String(value ?? '[]'))
    const now = list(current)
    const isAmong = (contact: number, value: Cell) =>
      list(value).some((id) => this.#survivor(KIND.contacts, id) === contact)
    const known = [...(said.of(KIND.contacts) ?? [current])]
    const fresh = contacts.filter((contact) => !known.some((value) => isAmong(contact, value)))
    if (fresh.length > 0) this.#change(deal, KIND.contacts, JSON.stringify([...new Set([...now, ...fresh])]))
    else if (!contacts.every((contact) => isAmong(contact, current))) this.#kept = true
  }

  #change(deal: number, kind: number, value: Cell): void {
    const { at } = this.operation
    this.operation.change(deal, { kind, value, at, precision: 'moment', actor: null, synthetic: true })
    this.changes.changed(deal, kind)
    this.#changed = true
  }

  /** Records that were merged are the one they became, whatever the rows say. */
  #survivor(kind: number, value: Cell): Cell {
    if (typeof value !== 'number') return value
    const into = this.#merged.get(kind)?.get(value)
    return into === undefined ? value : this.#survivor(kind, into)
  }

  #stage(row: Candidate, said: Said, imported: readonly SaidRow[], createdAt: number): void {
    const known = said.of(KIND.stage)
    const lastMove = imported.findLast(({ kind }) => kind === KIND.stage)
    if ((known ?? new Set([row.now_stage])).has(row.stage_id)) {
      if (known !== undefined && row.now_stage !== row.stage_id) this.#kept = true
      else this.#reason(row, lastMove)
      return
    }
    const before = Number(lastMove?.value ?? [...(known ?? [row.now_stage])][0])
    this.#moves(row, before, lastMove?.at ?? createdAt)
    this.changes.changed(row.deal, KIND.stage)
    if (!known?.has(row.now_stage) && row.now_stage !== row.stage_id)
      this.changes.overrule({ deal: row.deal, kind: KIND.stage, here: row.now_stage, file: row.stage_id })
    this.#changed = true
    this.#count(before, row.stage_id)
  }

  /** The same loss, for another reason than was said. */
  #reason(row: Candidate, lastMove: SaidRow | undefined): void {
    if (row.lost_reason === null || lastMove === undefined || lastMove.reason === row.lost_reason) return
    if (this.store.stage(row.stage_id).kind !== 'lost') return
    const at = Math.max(this.operation.at, lastMove.at)
    this.operation.change(row.deal, {
      kind: KIND.stage,
      value: row.stage_id,
      at,
      precision: 'moment',
      actor: null,
      reason: row.lost_reason,
      synthetic: true,
    })
    this.#changed = true
  }

  /**
   * The way from the stage said last to the one said now: the moves whose moment the file knows and which are later
   * than what was known, then the last; where the file gives it no moment, it is presumed at the import's.
   */
  #moves(row: Candidate, before: number, since: number): void {
    const visits = this.store.db
      .prepare('select * from temp.staged_visits where deal_id = ? order by seq')
      .all(row.n) as {
      stage_id: number
      entered_at: number
      precision: number
      synthetic: number
      reason: string | null
    }[]
    const last = visits.at(-1)
    if (last === undefined) return
    let stage = before
    let latest = since
    for (const visit of visits) {
      const isLast = visit === last
      const isReal = visit.synthetic === 0
      if (visit.stage_id === stage || (!isLast && !(isReal && visit.entered_at > since))) continue
      const known = isReal && this.#notBefore(visit, latest)
      latest = Math.max(latest, isReal ? visit.entered_at : this.operation.at)
      stage = visit.stage_id
      this.operation.change(row.deal, {
        kind: KIND.stage,
        value: stage,
        at: latest,
        precision: known ? nameOf(PRECISIONS, visit.precision) : 'moment',
        actor: null,
        reason: visit.reason,
        synthetic: !known,
      })
    }
  }

  /** A day without an hour may hold what is known of it already. */
  #notBefore(visit: { entered_at: number; precision: number }, latest: number): boolean {
    if (visit.entered_at >= latest) return true
    const { zone } = this.store
    return (
      nameOf(PRECISIONS, visit.precision) === 'day' && zone.dateOf(visit.entered_at) === zone.dateOf(latest)
    )
  }

  #count(before: number, after: number): void {
    const to = this.store.stage(after)
    if (to.kind !== 'open') this.counts[to.kind]++
    else if (this.#place(this.store.stage(before)) > this.#place(to)) this.counts.movedBack++
    else this.counts.advanced++
  }

  /** Outcomes come after every open stage. */
  #place(stage: Stage): number {
    const pipeline = this.store.pipelines.find(({ id }) => id === stage.pipeline)
    const place = pipeline
      ? stagesAt(pipeline, Number.MAX_SAFE_INTEGER).findIndex(({ id }) => id === stage.id)
      : -1
    return place < 0 ? Number.MAX_SAFE_INTEGER : place
  }
}

/** Kinds whose values are records that can be merged. */
const MERGEABLE = [
  [KIND.manager, 'managers'],
  [KIND.company, 'companies'],
  [KIND.contacts, 'contacts'],
] as const

function mergedInto(db: Database, table: (typeof MERGEABLE)[number][1]): Map<number, number> {
  const rows = db.prepare(`select id, merged_into from ${table} where merged_into is not null`).raw().all()
  return new Map(rows as [number, number][])
}
