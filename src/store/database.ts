import type BetterSqlite3 from 'better-sqlite3'
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { Schema } from './tables/schema.ts'

interface Compilable {
  compile(): { sql: string; parameters: readonly unknown[] }
}

/**
 * Kysely builds and types the statements, better-sqlite3 runs them, synchronously: no pool, no deferred
 * transaction, and a statement inside a transaction cannot miss it.
 */
export class Database {
  readonly query = new Kysely<Schema>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  })
  readonly #prepared = new Map<string, BetterSqlite3.Statement>()

  #scans = false
  #sink: ((...values: never[]) => void) | undefined

  /** `sureInPlace` throws UserError where the file that is open is no longer the one that its path names. */
  constructor(
    readonly raw: BetterSqlite3.Database,
    private readonly sureInPlace: () => void = () => {},
  ) {}

  /** Ends a change. Throws UserError where what is to be kept would be lost. */
  end(keep: boolean): void {
    if (keep) this.sureInPlace()
    this.raw.exec(keep ? 'commit' : 'rollback')
  }

  /**
   * Hands every row of `select scan(a, b, …) from …` to the sink, value by value: about four times faster than
   * fetching rows, and nothing is sorted or held. The sink must not run statements of its own.
   */
  scan<Values extends readonly (string | number | null)[]>(
    sql: string,
    parameters: readonly unknown[],
    sink: (...values: Values) => void,
  ): void {
    if (!this.#scans) {
      this.#scans = true
      this.raw.aggregate('scan', {
        start: null,
        varargs: true,
        // It returns nothing: a value would be kept anew for every row.
        step: (_: null, ...values: unknown[]) => {
          this.#sink?.(...(values as never[]))
        },
      })
    }
    this.#sink = sink as unknown as (...values: never[]) => void
    try {
      this.prepare(sql).get(...parameters)
    } finally {
      this.#sink = undefined
    }
  }

  /** The rows of a select as objects of these columns, made from a scan; in the order that the select asks for. */
  collect<Row extends object>(
    columns: readonly (keyof Row & string)[],
    select: string,
    parameters: readonly unknown[],
  ): Row[] {
    const rows: Row[] = []
    this.scan<(string | number | null)[]>(
      `select scan(${columns.join(', ')}) from (${select})`,
      parameters,
      (...values) => {
        const row: Record<string, string | number | null> = {}
        for (let i = 0; i < columns.length; i++) row[columns[i] ?? ''] = values[i] ?? null
        rows.push(row as Row)
      },
    )
    return rows
  }

  /** A statement by its text, prepared once. */
  prepare(sql: string): BetterSqlite3.Statement {
    const known = this.#prepared.get(sql)
    if (known !== undefined) return known
    const statement = this.raw.prepare(sql)
    if (this.#prepared.size < 500) this.#prepared.set(sql, statement)
    return statement
  }

  all<Row>(query: Compilable & { execute(): Promise<Row[]> }): Row[] {
    const { sql, parameters } = query.compile()
    return this.prepare(sql).all(...parameters) as Row[]
  }

  first<Row>(query: Compilable & { execute(): Promise<Row[]> }): Row | undefined {
    const { sql, parameters } = query.compile()
    return this.prepare(sql).get(...parameters) as Row | undefined
  }

  run(query: Compilable): BetterSqlite3.RunResult {
    const { sql, parameters } = query.compile()
    return this.prepare(sql).run(...parameters)
  }
}
