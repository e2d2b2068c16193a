import type { FieldValue } from '../../domain/deal.ts'
import { foldCompany, foldName } from '../../domain/names/name.ts'
import type { Email, Phone } from '../../domain/names/phone.ts'
import type { BookKind, Said } from '../../domain/records/planned-record.ts'
import type { Database } from '../database.ts'
import { bookSurvivor } from '../naming/naming-people.ts'
import type { Operation } from '../operation.ts'
import { alsoKey, type Kept } from '../people/known-ids.ts'
import { parseJson } from '../rows.ts'
import type { Cells } from '../tables/cells.ts'
import { HOW } from './book-match.ts'

export interface BookUpdates {
  /** The numbers of their rows. */
  updated: Set<number>
  kept: number
  /** How many records were changed in which column. */
  changed: Map<string, number>
}

interface Candidate {
  n: number
  record: number
  how: number
  system: string | null
  id: string | null
  said: string
  company: number | null
  manager: number | null
  at: number | null
  precision: number | null
}

/** Texts by their keys in what is said, and the columns they stand in. */
const TEXTS = {
  contacts: ['name', 'position', 'source', 'note', 'birthday'],
  companies: ['name', 'phone', 'email', 'website', 'note'],
} as const

const LISTS = ['phones', 'emails', 'tags'] as const

const PAGE = 1000

/**
 * Brings the matched records up to what the file says. Sets find those where anything differs from what they are or
 * from what the system said last; only they are looked at. `own` files are exports of this program, which do not count
 * as what a system says.
 */
export function updateRecords(db: Database, operation: Operation, kind: BookKind, own: boolean): BookUpdates {
  const update = new Update(db, operation, kind, own)
  const page = db.prepare(candidates(kind, own))
  for (let from = 0; ; ) {
    const rows = page.all({ from }) as Candidate[]
    for (const row of rows) update.record(row)
    const last = rows.at(-1)
    if (last === undefined || rows.length < PAGE) return update.counts
    from = last.n
  }
}

function candidates(kind: BookKind, own: boolean): string {
  const differs = (given: string, column: string) => `(${given} is not null and ${given} is not r.${column})`
  const any = [
    ...TEXTS[kind].map((key) => differs(`s.said ->> '${key}'`, key)),
    ...(kind === 'contacts' ? [...LISTS.map((key) => differs(`s.said -> '${key}'`, key))] : []),
    ...(kind === 'contacts' ? [differs('c.id', 'company_id')] : []),
    differs('s.manager', 'manager_id'),
    differs("s.said -> 'fields'", 'fields'),
    ...(own ? [] : [`json_patch(coalesce(r.said, '{}'), s.said) <> coalesce(r.said, '{}')`]),
  ]
  const company = kind === 'contacts' ? 'left join temp.staged_companies c on c.n = s.company' : ''
  return `select m.n, m.record, m.how, s.system, s.id, s.said, ${kind === 'contacts' ? 'c.id' : 'null'} as company,
      s.manager, s.at, s.precision
    from temp.matched m cross join temp.staged s on s.n = m.n cross join ${kind} r on r.id = m.record ${company}
    where m.n > @from and (m.how <> ${HOW.id} or r.merged_into is not null or ${any.join(' or ')})
    order by m.n limit ${PAGE}`
}

class Update {
  readonly counts: BookUpdates = { updated: new Set(), kept: 0, changed: new Map() }

  constructor(
    private readonly db: Database,
    private readonly operation: Operation,
    private readonly kind: BookKind,
    private readonly own: boolean,
  ) {}

  record(row: Candidate): void {
    const { db, kind, operation } = this
    const named = this.#row(row.record)
    // A record that was merged away still answers to its id; what is said of it concerns the one it became.
    const target = bookSurvivor(db, kind, row.record) ?? row.record
    const current = target === row.record ? named : this.#row(target)
    const said = parseJson<Said>(row.said)
    const kept = parseJson<Kept>(String(named['said'] ?? '{}'))
    const isOwner = row.how === HOW.id || row.how === HOW.linked || named['external_id'] === null
    const also = alsoKey(row)
    const before = isOwner ? kept : (kept.also?.[also] ?? {})
    const difference = new Difference(kind, before, said, current, {
      fills: row.how === HOW.fill,
      own: this.own,
    })
    const patch = difference.patch(row)
    if (difference.repeats && target === row.record) this.counts.kept++
    const identity = this.#identity(row, named)
    const changed = Object.keys(patch).length > 0 && operation.update(kind, target, patch)
    if (changed) this.#count(patch)
    const { linked: _, ...rest } = kept
    const known = this.own ? undefined : isOwner ? { ...rest, ...said } : withOther(kept, also, said)
    const isNew = known !== undefined && JSON.stringify(known) !== JSON.stringify(kept)
    const bookkeeping = { ...identity, ...(isNew ? { said: JSON.stringify(known) } : {}) }
    if (Object.keys(bookkeeping).length > 0) operation.update(kind, row.record, bookkeeping)
    if (changed || Object.keys(identity).length > 0) this.counts.updated.add(row.n)
  }

  #count(patch: Cells): void {
    const { changed } = this.counts
    for (const column of Object.keys(patch))
      if (column !== 'folded') changed.set(column, (changed.get(column) ?? 0) + 1)
  }

  /** A record without an id takes that of the row, and with it the creation that the file knows. */
  #identity({ how, system, id, at, precision }: Candidate, named: Cells): Cells {
    const isNamed = named['external_id'] !== null
    if (how === HOW.id || (isNamed && how !== HOW.linked)) return {}
    return {
      ...(id === null || isNamed ? {} : { external_system: system, external_id: id }),
      ...((how === HOW.named || how === HOW.linked) && at !== null
        ? { created_at: at, created_precision: precision }
        : {}),
    }
  }

  #row(id: number): Cells {
    return this.db.prepare(`select * from ${this.kind} where id = ?`).get(id) as Cells
  }
}

/** What tells whether another company is said: its id, where both said one. */
function companyKey({ company, companyId }: Said, other: Said): string | undefined {
  return company === undefined || (companyId !== undefined && other.companyId !== undefined)
    ? companyId
    : company
}

function withOther(kept: Kept, other: string, said: Said): Kept {
  return { ...kept, also: { ...kept.also, [other]: { ...kept.also?.[other], ...said } } }
}

/** What a row changes on a record, given what was said before. */
class Difference {
  /** The row repeats something that was changed here since. */
  repeats = false

  constructor(
    private readonly kind: BookKind,
    private readonly before: Said,
    private readonly said: Said,
    private readonly current: Cells,
    private readonly how: {
      /** Only what is blank is filled. */
      readonly fills: boolean
      /** An export of this program, in which phones are spelt as they are here. */
      readonly own: boolean
    },
  ) {}

  patch({ company, manager }: Candidate): Cells {
    const { kind, said, before, current } = this
    const patch: Cells = {}
    for (const key of TEXTS[kind])
      if (
        this.#takes(
          said[key as keyof Said],
          before[key as keyof Said],
          current[key] === said[key as keyof Said],
          current[key] === null,
        )
      )
        patch[key] = String(said[key as keyof Said])
    const fold = kind === 'contacts' ? foldName : foldCompany
    if (patch['name'] != null) patch['folded'] = fold(String(patch['name']))
    const refs = [
      [companyKey(said, before), companyKey(before, said), 'company_id', company],
      [said.manager, before.manager, 'manager_id', manager],
    ] as const
    for (const [now, then, column, id] of refs)
      if (id !== null && this.#takes(now, then, current[column] === id, current[column] === null))
        patch[column] = id
    if (kind === 'contacts') this.#lists(patch)
    this.#fields(patch)
    return patch
  }

  /** Whether a value is to be taken: what was said before and is said again is not. */
  #takes(said: unknown, before: unknown, isSame: boolean, isBlank: boolean): boolean {
    if (said === undefined || isSame) return false
    if (this.how.fills) return isBlank
    if (said !== before) return true
    this.repeats = true
    return false
  }

  #lists(patch: Cells): void {
    const { said, before } = this
    const set = <T>(column: string, next: readonly T[] | undefined) => {
      if (next !== undefined) patch[column] = JSON.stringify(next)
    }
    set(
      'phones',
      this.#list<Phone>('phones', said.phones, before.phones, ({ e164, raw }) =>
        this.how.own ? raw : (e164 ?? raw),
      ),
    )
    set(
      'emails',
      this.#list<Email>('emails', said.emails, before.emails, ({ email }) => email),
    )
    set('tags', this.#list<string>('tags', said.tags, before.tags, foldName))
  }

  /** The list with what the system adds and without what it takes away; undefined where that changes nothing. */
  #list<T>(
    column: string,
    said: readonly T[] | undefined,
    before: readonly T[] = [],
    keyOf: (item: T) => string,
  ): T[] | undefined {
    if (said === undefined) return undefined
    const now = parseJson<T[]>(String(this.current[column]))
    if (this.how.fills) return now.length === 0 ? [...said] : undefined
    const keys = (items: readonly T[]) => new Set(items.map(keyOf))
    const [nowKeys, saidKeys, beforeKeys] = [keys(now), keys(said), keys(before)]
    const stays = (item: T) => !beforeKeys.has(keyOf(item)) || saidKeys.has(keyOf(item))
    const comes = (item: T) => !beforeKeys.has(keyOf(item)) && !nowKeys.has(keyOf(item))
    const next = [...now.filter(stays), ...said.filter(comes)]
    if (said.some((item) => beforeKeys.has(keyOf(item)) && !nowKeys.has(keyOf(item)))) this.repeats = true
    const isSame = next.length === now.length && next.every((item) => nowKeys.has(keyOf(item)))
    return isSame ? undefined : next
  }

  #fields(patch: Cells): void {
    if (this.said.fields === undefined) return
    const now = parseJson<Record<string, FieldValue>>(String(this.current['fields']))
    const before = this.before.fields ?? {}
    const taken = Object.entries(this.said.fields).filter(([id, value]) =>
      this.#takes(value, before[id], now[id] === value, now[id] === undefined),
    )
    if (taken.length > 0) patch['fields'] = JSON.stringify({ ...now, ...Object.fromEntries(taken) })
  }
}
