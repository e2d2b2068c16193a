import type { FileEvent } from '../../domain/event.ts'
import type { PlannedEvent } from '../../domain/records/planned-event.ts'
import type { Moment } from '../../domain/time/when.ts'
import { BatchInsert } from '../batch-insert.ts'
import type { Database } from '../database.ts'
import { codeOf, nameOf, PRECISIONS } from '../rows.ts'

const EVENT = [
  'line',
  'stage',
  'text',
  'at',
  'precision',
  'manager',
  'amount',
  'currency',
  'title',
  'created_at',
  'created_precision',
] as const

const TABLES = ['events', 'cases', 'sorted_events']

/** The events of one deal of the file. */
export interface Case {
  /** Its number by first appearance in the file. */
  k: number
  system: string
  id: string
  /** The deal it is here; null where there is none yet. */
  deal: number | null
  title: string | null
  created: Moment | null
  events: FileEvent[]
}

type CaseRow = [k: number, system: string, id: string, deal: number | null]
type EventRow = [
  k: number,
  n: number,
  line: number,
  stage: number,
  text: number,
  at: number,
  precision: number,
  manager: number | null,
  amount: number | null,
  currency: string | null,
  title: string | null,
  createdAt: number | null,
  createdPrecision: number | null,
]

/** Deals that are looked at together. */
const PAGE = 1000

/** The rows of an event log in temporary tables, so that millions of them come back deal by deal. */
export class EventStaging {
  readonly #insert: BatchInsert
  #rows = 0
  #lastAt = 0
  #rises = 0
  #falls = 0
  #newestFirst = false

  constructor(private readonly db: Database) {
    this.close()
    db.raw.exec(`
      create temp table events(n integer primary key, system, id, ${EVENT.join(', ')});
      create temp table cases(k integer primary key, system, id, deal integer);
      create temp table sorted_events(k integer, n integer, ${EVENT.join(', ')}, primary key(k, n)) without rowid;
    `)
    this.#insert = new BatchInsert(db, 'temp.events', ['n', 'system', 'id', ...EVENT])
  }

  add(event: PlannedEvent): void {
    if (this.#rows > 0) {
      if (event.at > this.#lastAt) this.#rises++
      else if (event.at < this.#lastAt) this.#falls++
    }
    this.#lastAt = event.at
    this.#insert.add([
      ++this.#rows,
      event.system,
      event.id,
      event.line,
      event.stage,
      event.text,
      event.at,
      codeOf(PRECISIONS, event.precision),
      event.manager,
      event.amount,
      event.currency,
      event.title,
      event.created?.at ?? null,
      event.created === null ? null : codeOf(PRECISIONS, event.created.precision),
    ])
  }

  /** Sorts the events by deal and finds the deals that are there. Call once, after the last `add`. */
  settle(): { fresh: number; known: number } {
    const { raw } = this.db
    this.#insert.flush()
    raw.exec(`insert into temp.cases(system, id)
      select system, id from (select system, id, min(n) as first from temp.events group by id, system) order by first`)
    raw.exec(`update temp.cases set deal = (select s.deal_id from deal_state s
      where s.external_system = cases.system and s.external_id = cases.id)`)
    raw.exec('create unique index temp.cases_id on cases(id, system)')
    raw.exec(`insert into temp.sorted_events select c.k, e.n, ${EVENT.map((name) => `e.${name}`).join(', ')}
      from temp.events e cross join temp.cases c on c.id = e.id and c.system = e.system order by c.k, e.n`)
    raw.exec('drop table temp.events')
    this.#newestFirst = this.#runsNewestFirst()
    const count = raw.prepare('select count(*) - count(deal), count(deal) from temp.cases').raw()
    const [fresh, known] = count.get() as [number, number]
    return { fresh, known }
  }

  /**
   * Whether the file runs newest first: within its deals most rows are older than the row above; where no deal has
   * rows of different moments, the rows as they stand.
   */
  #runsNewestFirst(): boolean {
    const steps =
      this.db.raw.prepare(`select coalesce(sum(at > before), 0), coalesce(sum(at < before), 0) from (
      select at, lag(at) over (partition by k order by n) as before from temp.sorted_events)`)
    const [rises, falls] = steps.raw().get() as [number, number]
    return rises === falls ? this.#falls > this.#rises : falls > rises
  }

  get newestFirst(): boolean {
    return this.#newestFirst
  }

  /** The deals of the file, in the order in which it names them. */
  *cases(which: 'fresh' | 'known'): Generator<Case> {
    const { db } = this
    const condition = which === 'fresh' ? 'deal is null' : 'deal is not null'
    const page = db.prepare(
      `select k, system, id, deal from temp.cases where k > ? and ${condition} order by k limit ${PAGE}`,
    )
    const events = db.prepare('select * from temp.sorted_events where k between ? and ? order by k, n').raw()
    for (let after = 0; ; ) {
      const rows = page.raw().all(after) as CaseRow[]
      const [first, last] = [rows[0], rows.at(-1)]
      if (first === undefined || last === undefined) return
      after = last[0]
      const byCase = new Map(
        rows.map(([k, system, id, deal]): [number, Case] => [
          k,
          { k, system, id, deal, title: null, created: null, events: [] },
        ]),
      )
      for (const row of events.all(first[0], after) as EventRow[]) {
        const found = byCase.get(row[0])
        if (found !== undefined) this.#put(found, row)
      }
      yield* byCase.values()
    }
  }

  #put(into: Case, row: EventRow): void {
    const [
      ,
      n,
      line,
      stage,
      text,
      at,
      precision,
      manager,
      amount,
      currency,
      title,
      createdAt,
      createdPrecision,
    ] = row
    const place = this.#newestFirst ? -n : n
    into.events.push({
      line,
      place,
      stage,
      text,
      at,
      precision: nameOf(PRECISIONS, precision),
      manager,
      amount,
      currency,
    })
    // Rows may disagree about the title: the one that happened last has it.
    if (title !== null && (!this.#newestFirst || into.title === null)) into.title = title
    if (createdAt !== null && (into.created === null || createdAt < into.created.at))
      into.created = { at: createdAt, precision: nameOf(PRECISIONS, createdPrecision ?? 0) }
  }

  close(): void {
    for (const table of TABLES) this.db.raw.exec(`drop table if exists temp.${table}`)
  }
}
