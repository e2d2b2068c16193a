import { foldKey, foldName } from '../../domain/names/name.ts'
import type { LifeStep, Said } from '../../domain/records/planned-record.ts'
import type { Zone } from '../../domain/time/zone.ts'
import type { Database } from '../database.ts'
import { bookSurvivor } from '../naming/naming-people.ts'
import type { Operation } from '../operation.ts'
import { codeOf, nameOf, PRECISIONS, parseJson } from '../rows.ts'
import type { BookFinding } from './book-repeats.ts'

interface Row {
  n: number
  line: number
  said: string
  before: string | null
  record: number
  isNew: 0 | 1
}

export interface Lives {
  /** The numbers of the rows whose records, there already, got something of it. */
  updated: number[]
  warnings: BookFinding[]
}

const KEYS = ['lifecycle', 'steps', 'referredBy', 'wants'] as const
const SAYS = KEYS.map((key) => `s.said ->> '$.${key}' is not null`).join(' or ')

/** Keeps what systems said of these people before, for what is said again is not new. Before records are updated. */
export function rememberLives(db: Database): void {
  db.raw.exec(`create temp table lived as select s.n, r.said as before from temp.matched m
    cross join temp.staged s on s.n = m.n cross join contacts r on r.id = m.record where ${SAYS}`)
}

/**
 * Writes what rows of contacts say beside who they are: how far they have come, who sent them, what they wait for. What
 * is there stays; what a system said before and says again is not taken again. After the records are there.
 */
export function applyLives(db: Database, operation: Operation, zone: Zone, own: boolean): Lives {
  const rows = db
    .prepare(
      `select s.n, s.line, s.said, l.before, coalesce(m.record, f.id) as record, m.record is null as isNew
      from temp.staged s left join temp.matched m on m.n = s.n left join temp.fresh f on f.n = s.n
        left join temp.lived l on l.n = s.n
      where (${SAYS}) and coalesce(m.record, f.id) is not null order by s.n`,
    )
    .all() as Row[]
  db.raw.exec('drop table temp.lived')
  const life = new Life(db, operation, zone, own)
  const updated = rows.filter((row) => life.row(row) && row.isNew === 0).map(({ n }) => n)
  return { updated, warnings: life.warnings }
}

class Life {
  readonly warnings: BookFinding[] = []

  constructor(
    private readonly db: Database,
    private readonly operation: Operation,
    private readonly zone: Zone,
    private readonly own: boolean,
  ) {}

  /** Returns whether anything was written. */
  row({ line, record, said: text, before: known }: Row): boolean {
    const contact = bookSurvivor(this.db, 'contacts', record) ?? record
    const said = parseJson<Said>(text)
    const before = this.own ? {} : parseJson<Said>(known ?? '{}')
    const steps = this.#steps(contact, said, before)
    const wants = this.#wants(contact, said, before)
    const referrer = this.#referrer(contact, said, line)
    return steps || wants || referrer
  }

  #steps(contact: number, { steps, lifecycle }: Said, before: Said): boolean {
    const there = this.#stepsOf(contact)
    if (steps !== undefined) {
      const known = new Set(there.map((step) => this.#keyOf(step)))
      const missing = steps.filter((step) => !known.has(this.#keyOf(step)))
      for (const step of missing) this.#insert(contact, step)
      return missing.length > 0
    }
    if (lifecycle === undefined || lifecycle === before.lifecycle) return false
    if ((there.at(-1)?.stage ?? 'lead') === lifecycle) return false
    this.#insert(contact, { stage: lifecycle, at: this.operation.at, precision: 'moment' })
    return true
  }

  #stepsOf(contact: number): LifeStep[] {
    const rows = this.db
      .prepare('select stage, at, precision from lifecycle where contact_id = ? order by at, id')
      .all(contact) as (Omit<LifeStep, 'precision'> & { precision: number })[]
    return rows.map((row) => ({ ...row, precision: nameOf(PRECISIONS, row.precision) }))
  }

  /** One known by its day is the same whenever within it. */
  #keyOf({ stage, at, precision }: LifeStep): string {
    return `${stage} ${precision === 'day' ? this.zone.dateOf(at) : at}`
  }

  #insert(contact: number, { stage, at, precision }: LifeStep): void {
    this.operation.insert('lifecycle', {
      contact_id: contact,
      stage,
      at,
      precision: codeOf(PRECISIONS, precision),
    })
  }

  #wants(contact: number, { wants = [] }: Said, before: Said): boolean {
    const open = this.db
      .prepare('select product from wants where contact_id = ? and task_id is null')
      .pluck()
      .all(contact) as string[]
    const known = new Set([...open, ...(before.wants ?? [])].map(foldKey))
    const missing = wants.filter((product) => !known.has(foldKey(product)))
    for (const product of missing)
      this.operation.insert('wants', { contact_id: contact, product, at: this.operation.at })
    return missing.length > 0
  }

  /** Whoever is named there, if they are somebody else. A file of another system fills what is blank. */
  #referrer(contact: number, { referredBy: name, referredById }: Said, line: number): boolean {
    if (name === undefined) return false
    const current = this.db.prepare('select referred_by from contacts where id = ?').pluck().get(contact)
    if (!this.own && current !== null) return false
    const found = this.#personOf(name, referredById ?? null)
    if (found === undefined) this.warnings.push({ line, value: name, say: (w) => w.lifecycle.noReferrer })
    if (found === undefined || found === contact || found === current) return false
    return this.operation.update('contacts', contact, { referred_by: found })
  }

  #personOf(name: string, own: number | null): number | undefined {
    const { db } = this
    const called = db.prepare('select name from contacts where id = ?').pluck().get(own)
    if (own !== null && called === name) return bookSurvivor(db, 'contacts', own) ?? own
    const named = db
      .prepare('select id from contacts where folded = ? and merged_into is null limit 2')
      .pluck()
      .all(foldName(name)) as number[]
    return named.length === 1 ? named[0] : undefined
  }
}
