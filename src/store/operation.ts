import type { DealValues, Origin, Precision } from '../domain/deal.ts'
import type { Database } from './database.ts'
import { codeOf, ORIGINS, PRECISIONS } from './rows.ts'
import type { Fired } from './rules/running.ts'
import type { Cells } from './tables/cells.ts'
import type { LabelTable, Schema } from './tables/schema.ts'

export interface NewDeal {
  at: number
  precision: Precision
  synthetic?: boolean
  stageSynthetic?: boolean
  stageSeen?: boolean
  amountSynthetic?: boolean
  actor: number | null
  values: DealValues
  /** As written in an export of this program; otherwise the operation's. */
  origin?: Origin
  /** Kept from a full copy or an export of this program; otherwise the next free one. */
  id?: number
  recordedAt?: number
}

export interface NewChange {
  kind: number
  value: string | number | null
  at: number
  precision: Precision
  actor: number | null
  reason?: string | null
  synthetic?: boolean
  origin?: Origin
  recordedAt?: number
}

/**
 * One change of the workspace, as the journal knows it. Everything that is written goes through it:
 * deals and history rows are added, label rows are journaled with their row before and after.
 */
export class Operation {
  /** Deals whose copies must be made anew when the operation ends. */
  readonly touched = new Set<number>()
  /** Deals whose copies an undo has made anew already. */
  readonly renewed = new Set<number>()
  /** The highest ids of both truth tables before the operation. */
  readonly before: { deals: number; history: number }
  /** What rules did at its end. */
  readonly fired: Fired[] = []
  /** A copy is restored as it was: what rules have due by then waits for the next write. */
  isRestore = false
  #origin: Origin
  /** Which of the label tables it wrote. */
  readonly labels = new Set<LabelTable>()
  #seq: number
  #bulk = false
  readonly #first: number

  constructor(
    private readonly db: Database,
    readonly id: number,
    /** The moment of the operation, ms UTC. */
    readonly at: number,
    origin: Origin,
    seq = 0,
    before?: Operation['before'],
  ) {
    this.#origin = origin
    this.#seq = seq
    this.#first = seq
    this.before = before ?? (db.prepare(HIGHEST).get() as Operation['before'])
  }

  get origin(): Origin {
    return this.#origin
  }

  /** Runs a part of the operation whose rows are of another origin. */
  as<T>(origin: Origin, body: () => T): T {
    const own = this.#origin
    this.#origin = origin
    try {
      return body()
    } finally {
      this.#origin = own
    }
  }

  /** True once anything was written. */
  get changed(): boolean {
    return this.#seq > this.#first || this.touched.size > 0 || this.#bulk
  }

  /** Adds a label row; undefined cells are as the table has them without a word. Returns its id. */
  insert<T extends LabelTable>(
    table: T,
    cells: { readonly [K in keyof Schema[T]]?: string | number | null | undefined },
  ): number {
    const names: string[] = []
    const values: unknown[] = []
    for (const [name, value] of Object.entries(cells)) {
      if (value === undefined) continue
      names.push(name)
      values.push(value)
    }
    const places = '?, '.repeat(names.length).slice(0, -2)
    const row = this.db
      .prepare(`insert into ${table}(${names.join(', ')}) values (${places}) returning *`)
      .get(values) as Cells
    const id = Number(row['id'])
    this.journal(table, id, id, null, row)
    return id
  }

  /** Changes a label row, undefined cells left as they are; what changes nothing leaves no trace. Returns whether it changed. */
  update<T extends LabelTable>(
    table: T,
    id: number,
    patch: { readonly [K in keyof Schema[T]]?: string | number | null | undefined },
  ): boolean {
    const before = this.#row(table, id)
    const differing = Object.entries(patch as Cells).filter(
      ([name, value]) => value !== undefined && before[name] !== value,
    )
    if (differing.length === 0) return false
    const sets = differing.map(([name]) => `${name} = ?`).join(', ')
    const after = this.db
      .prepare(`update ${table} set ${sets} where id = ? returning *`)
      .get(...differing.map(([, value]) => value), id) as Cells
    this.journal(table, id, id, before, after)
    return true
  }

  remove(table: LabelTable, id: number): void {
    const before = this.#row(table, id)
    this.db.prepare(`delete from ${table} where id = ?`).run(id)
    this.journal(table, id, id, before, null)
  }

  /** Journals rows from…until of a table that a bulk statement inserted (no images: undo deletes the range). */
  insertedRange(table: LabelTable, from: number, until: number): void {
    if (until >= from) this.journal(table, from, until, null, null)
  }

  /** Journals the images of rows from…until that an undo is about to take out in bulk: they had none. */
  keepsImages(table: string, from: number, until: number): void {
    const names = this.db.prepare('select name from pragma_table_info(?)').pluck().all(table) as string[]
    const image = names.map((name) => `'${name}', ${name}`).join(', ')
    const { changes } = this.db
      .prepare(
        `insert into changes(op, seq, table_name, row_id, row_until, before, after)
          select ?, ? + row_number() over (order by id), '${table}', id, id, json_object(${image}), null
          from ${table} where id between ? and ?`,
      )
      .run(this.id, this.#seq, from, until)
    this.#seq += changes
  }

  createDeal(deal: NewDeal): number {
    const v = deal.values
    const id = Number(
      this.db
        .prepare(INSERT_DEAL)
        .run(
          deal.id ?? null,
          this.id,
          deal.recordedAt ?? null,
          codeOf(ORIGINS, deal.origin ?? this.origin),
          deal.actor,
          deal.at,
          codeOf(PRECISIONS, deal.precision),
          deal.synthetic ? 1 : 0,
          deal.stageSynthetic ? 1 : 0,
          deal.stageSeen ? 1 : 0,
          deal.amountSynthetic ? 1 : 0,
          v.title,
          v.stage,
          v.manager,
          v.company,
          v.amount,
          v.cost,
          v.currency,
          v.source,
          v.product,
          v.expected,
          JSON.stringify(v.contacts),
          JSON.stringify(v.tags),
          JSON.stringify(v.fields),
          v.note,
          v.externalSystem,
          v.externalId,
        ).lastInsertRowid,
    )
    // A row with an id of its own may lie below those that were there: the operation's range must hold it.
    this.before.deals = Math.min(this.before.deals, id - 1)
    this.touched.add(id)
    return id
  }

  /** Adds one history row. `at` is the moment in effect: see `momentWithin` for rows known only by their day. */
  change(deal: number, change: NewChange): void {
    this.db
      .prepare(INSERT_CHANGE)
      .run(
        deal,
        this.id,
        change.recordedAt ?? null,
        change.kind,
        change.value,
        change.reason ?? null,
        change.at,
        codeOf(PRECISIONS, change.precision),
        change.actor,
        codeOf(ORIGINS, change.origin ?? this.origin),
        change.synthetic ? 1 : 0,
      )
    this.touched.add(deal)
  }

  /**
   * A part of this operation that tells apart what it changed itself; `joined` when it is done. What was there before is
   * what was before the whole.
   */
  part(): Operation {
    return new Operation(this.db, this.id, this.at, this.origin, this.#seq, { ...this.before })
  }

  /** Takes over what a part changed, whose copies of deals are made already. */
  joined(part: Operation): void {
    this.#seq = part.#seq
    this.#bulk ||= part.changed
    this.before.deals = Math.min(this.before.deals, part.before.deals)
    for (const deal of [...part.touched, ...part.renewed]) this.renewed.add(deal)
    for (const table of part.labels) this.labels.add(table)
    this.fired.push(...part.fired)
  }

  /** Says that a bulk statement added deals or history rows, and made their copies, itself. */
  addedInBulk(): void {
    this.#bulk = true
  }

  /** Records which rows the operation added: they are those above what was there before it. */
  finish(summary: Readonly<Record<string, unknown>>): void {
    this.db.prepare(FINISH).run({ summary: JSON.stringify(summary), op: this.id, ...this.before })
  }

  #row(table: LabelTable, id: number): Cells {
    return this.db.prepare(`select * from ${table} where id = ?`).get(id) as Cells
  }

  private journal(
    table: LabelTable,
    from: number,
    until: number,
    before: Cells | null,
    after: Cells | null,
  ): void {
    this.#seq += 1
    this.labels.add(table)
    this.db
      .prepare(
        'insert into changes(op, seq, table_name, row_id, row_until, before, after) values (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        this.id,
        this.#seq,
        table,
        from,
        until,
        before === null ? null : JSON.stringify(before),
        after === null ? null : JSON.stringify(after),
      )
  }
}

const FINISH = `update operations set summary = @summary,
    deals_from = @deals + 1, deals_until = (select max(id) from deals),
    history_from = @history + 1, history_until = (select max(id) from history),
    earliest_at = (select min(at) from (select min(at) at from history where id > @history
      union all select min(created_at) from deals where id > @deals and op = @op))
  where id = @op`

const HIGHEST = `select (select coalesce(max(id), 0) from deals) as deals,
  (select coalesce(max(id), 0) from history) as history`

const INSERT_DEAL = `insert into deals(
  id, op, recorded_at, origin, actor_id, created_at, created_precision, synthetic, stage_synthetic, stage_seen, amount_synthetic,
  title, stage_id, manager_id, company_id, amount, cost, currency, source, product, expected_on,
  contacts, tags, fields, note, external_system, external_id
) values (${Array(27).fill('?').join(', ')})`

const INSERT_CHANGE = `insert into history(
  deal_id, op, recorded_at, kind, value, reason, at, precision, actor_id, origin, synthetic
) values (${Array(11).fill('?').join(', ')})`
