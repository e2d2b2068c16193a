import { KIND, type Origin } from '../../domain/deal.ts'
import { sameMoment } from '../../domain/event.ts'
import type { Change, Creation, FoldContext } from '../../domain/history.ts'
import type { OwnLine } from '../../domain/records/own-history.ts'
import type { Fate } from '../../domain/records/story.ts'
import type { KnownRow } from '../../domain/records/weave.ts'
import type { Operation } from '../operation.ts'
import type { Store } from '../store.ts'
import { OwnMoved } from './own-moved.ts'
import { type KnownHere, keepRetelling, knownDeal } from './retelling.ts'

export interface OwnApplied {
  created: number
  updated: number
  unchanged: number
  /** Lines of deals that are not here and of which the file does not say how they began. */
  beginless: number[]
  /** Lines that say once more how their deal began. */
  begunAgain: number[]
  /** Lines that tell otherwise what is here and stays as it is, with the column that differs. */
  contrary: { line: number; column: string }[]
  newDeals: number
  retold: number
}

interface Written extends Change {
  origin: Origin
  line: number
}

/**
 * Brings in histories as this program exported them, deal by deal as their lines come. What is here already, line by
 * line, stays; what an import presumed or derived from the deal gives way to the lines that say it in full.
 */
export class OwnHistoryImport {
  readonly applied: OwnApplied = {
    created: 0,
    updated: 0,
    unchanged: 0,
    beginless: [],
    begunAgain: [],
    contrary: [],
    newDeals: 0,
    retold: 0,
  }
  readonly #context: FoldContext
  readonly #moved: OwnMoved
  #group: OwnLine[] = []

  constructor(
    private readonly store: Store,
    private readonly operation: Operation,
  ) {
    this.#context = store.projection
    this.#moved = new OwnMoved(store.db)
  }

  add(line: OwnLine): void {
    const [first] = this.#group
    if (first !== undefined && (first.deal !== line.deal || first.externalId !== line.externalId)) this.end()
    this.#group.push(line)
  }

  /** Writes the deal whose lines came last. */
  end(): void {
    const group = this.#group
    this.#group = []
    const [first] = group
    if (first === undefined) return
    const creation = group.find((line) => line.creation !== null)
    const isAgain = (line: OwnLine) => line.creation !== null && line !== creation
    for (const { line } of group.filter(isAgain)) this.applied.begunAgain.push(line)
    const lines = group.filter((line) => !isAgain(line))
    const id = this.#find(first, creation?.creation ?? undefined)
    if (id !== undefined) this.#known(this.#moved.meet(id), lines)
    else if (creation?.creation) this.#make(first, creation.creation, creation.origin, lines)
    else for (const { line } of lines) this.applied.beginless.push(line)
  }

  /** By system and id; without an id, the deal of that number that began at the same moment, else the one that got another number. */
  #find({ deal, externalSystem, externalId }: OwnLine, creation?: Creation): number | undefined {
    const { db } = this.store
    if (externalId !== null)
      return db
        .prepare('select deal_id from deal_state where external_system is ? and external_id = ?')
        .pluck()
        .get(externalSystem, externalId) as number | undefined
    const began = creation?.at ?? null
    const same = db
      .prepare(`select deal_id from deal_state where deal_id = ? and external_id is null
        and (created_at = ? or ? is null)`)
      .pluck()
      .get(deal, began, began) as number | undefined
    if (same !== undefined || creation === undefined) return same
    return this.#moved.find(deal, creation.at, creation.values.title)
  }

  #make(first: OwnLine, creation: Creation, origin: Origin, lines: readonly OwnLine[]): void {
    const taken = this.store.db.prepare('select 1 from deals where id = ?').get(first.deal) !== undefined
    const id = this.operation.createDeal({ ...creation, origin, ...(taken ? {} : { id: first.deal }) })
    this.#moved.meet(id)
    for (const change of inEffect(lines, creation.at)) this.operation.change(id, change)
    this.applied.created += lines.length
    this.applied.newDeals++
  }

  #known(id: number, lines: readonly OwnLine[]): void {
    const known = knownDeal(this.store.db, id)
    const began = lines.find((line) => line.creation !== null)
    const told = began?.creation ? this.#beginning(known, began.creation, began) : null
    const superseded = new Set<number>()
    const fresh = this.#compare(known.rows, lines, superseded)
    if (told !== null) this.#derived(known.rows, told, fresh, superseded)
    if (told === null && fresh.length === 0 && superseded.size === 0) return
    if (told !== null && known.told !== null) superseded.add(known.told)
    keepRetelling(
      this.store.db,
      this.operation,
      id,
      known,
      { creation: told, changes: fresh, superseded: [...superseded], fates: new Map() },
      began?.origin,
    )
    this.applied.retold++
  }

  /** The beginning of the file, where the one here was only derived by an import; null where what is here stays. */
  #beginning(known: KnownHere, creation: Creation, { line, origin }: OwnLine): Creation | null {
    const same = JSON.stringify(sorted(creation)) === JSON.stringify(sorted(known.creation))
    const derived = known.imported && known.told === null && known.creation.actor === null
    this.#count(same || !derived ? 'unchanged' : 'updated')
    if (!derived && !same) this.applied.contrary.push({ line, column: 'kind' })
    else if (!derived && known.imported !== (origin === 'import'))
      this.applied.contrary.push({ line, column: 'origin' })
    return same || !derived ? null : creation
  }

  /** The changes to write; a row that is here matches one line. */
  #compare(rows: readonly KnownRow[], lines: readonly OwnLine[], superseded: Set<number>): Written[] {
    const free = new Map<string, KnownRow[]>()
    for (const row of rows) {
      const key = `${row.kind} ${row.value}`
      free.set(key, [...(free.get(key) ?? []), row])
    }
    const fresh: Written[] = []
    const start = lines.find((line) => line.creation !== null)?.creation?.at ?? Number.NEGATIVE_INFINITY
    for (const change of inEffect(lines, start)) {
      const list = free.get(`${change.kind} ${change.value}`) ?? []
      const exact = list.findIndex((row) => row.at === change.at && sameDetails(row, change))
      const place = exact >= 0 ? exact : list.findIndex((row) => sameMoment(row, change, this.#context))
      const [row] = place < 0 ? [] : list.splice(place, 1)
      // What is written now stands after what is here at the same moment: such rows are written again in order.
      const overtaken = fresh.at(-1)?.at === row?.at
      if (row === undefined || (isDerived(row) && (exact < 0 || overtaken))) {
        if (row !== undefined) superseded.add(row.id)
        fresh.push(change)
        this.#count(row === undefined ? 'created' : 'updated')
      } else {
        this.#count('unchanged')
        if (exact < 0) this.applied.contrary.push({ line: change.line, column: contraryColumn(row, change) })
      }
    }
    return fresh
  }

  /** Moves that an import derived and the file tells otherwise: into the beginning's stage, or into one entered later. */
  #derived(
    rows: readonly KnownRow[],
    told: Creation,
    fresh: readonly Written[],
    superseded: Set<number>,
  ): void {
    for (const row of rows) {
      if (row.kind !== KIND.stage || superseded.has(row.id) || !isDerived(row)) continue
      const begins = row.value === told.values.stage && sameMoment(row, told, this.#context)
      const later = fresh.some(
        ({ kind, value, at }) => kind === KIND.stage && value === row.value && at >= row.at,
      )
      if (begins || (row.synthetic && later)) superseded.add(row.id)
    }
  }

  #count(fate: Exclude<Fate, 'merged'>): void {
    this.applied[fate]++
  }
}

/** A row that an import of deals made of what the deal is. */
function isDerived(row: KnownRow): boolean {
  return row.imported && row.actor === null
}

function sameDetails(row: KnownRow, change: Written): boolean {
  return DETAILS.every((name) => row[name] === change[name]) && row.imported === (change.origin === 'import')
}

const DETAILS = ['precision', 'actor', 'reason', 'synthetic'] as const

/** Which of its columns says otherwise than the row that is here. */
function contraryColumn(row: KnownRow, change: Written): string {
  return DETAILS.find((name) => row[name] !== change[name]) ?? (row.at === change.at ? 'origin' : 'at')
}

/** A change known by its day takes the moment of the one before it where that is later. */
function* inEffect(lines: readonly OwnLine[], start: number): Generator<Written> {
  let latest = start
  for (const { change, origin, line } of lines) {
    if (change === null) continue
    const at = change.precision === 'day' ? Math.max(change.at, latest) : change.at
    latest = Math.max(latest, at)
    yield { ...change, at, origin, line }
  }
}

/** With its keys in order, however it was made. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  )
}
