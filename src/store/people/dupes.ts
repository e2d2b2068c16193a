import { type BookOf, type Evidence, type KeyKind, likenessOf } from '../../domain/names/likeness.ts'
import {
  type ComparedName,
  comparedName,
  compareNames,
  contradicts,
  type NameLikeness,
  signatureOf,
} from '../../domain/names/name-likeness.ts'
import type { Database } from '../database.ts'
import { bookTable } from '../naming/naming-people.ts'
import type { Store } from '../store.ts'
import { readApart } from './apart.ts'
import { blockPairs } from './dupe-blocks.ts'
import { DUPE_KEY, dropDupes, stageDupes, type Vocabulary } from './dupe-staging.ts'

/** Two records that are likely one. */
export interface Dupe {
  /** The record that a merge keeps: the one with more of a name, else the older. */
  kept: number
  gone: number
  /** 0…1, see `POINTS`. */
  score: number
  evidence: readonly Evidence[]
  /** Every record in one chain of pairs has the number of the chain, by the order of its best pair. */
  group: number
  /** Nobody in the chain contradicts: all of it may be merged unasked. */
  agreed: boolean
}

export interface DupeSearch {
  of: BookOf
  minScore: number
  /** Only pairs with a record that this operation made. */
  operation?: number
}

/**
 * Pairs of records that are likely one, the likeliest first. Of a chain as many pairs as it takes to merge it. Never
 * those that were said to be two. The work grows with the records; the memory with the pairs that are found.
 */
export function findDupes(store: Store, search: DupeSearch): Dupe[] {
  const { db } = store
  return store.read(() => {
    try {
      const vocabulary = stageDupes(store, search.of)
      blockPairs(db, search.of, vocabulary)
      const scored = scorePairs(store, search, vocabulary)
      return chains(scored, readApart(db, search.of), (id) => comparedName(foldedOf(db, search.of, id)))
    } finally {
      dropDupes(db)
    }
  })
}

type Scored = Omit<Dupe, 'group' | 'agreed'>

const PAGE = 5000

function scorePairs(store: Store, { of, minScore, operation }: DupeSearch, vocabulary: Vocabulary): Scored[] {
  const { db } = store
  const facts = new Facts(db, of, vocabulary)
  const isWanted = operation === undefined ? () => true : madeBy(db, of, operation)
  const page = db
    .prepare(`select a, b from temp.dupe_pairs where (a, b) > (?, ?) order by a, b limit ${PAGE}`)
    .raw()
  const found: Scored[] = []
  for (let last: [number, number] = [0, 0]; ; ) {
    const rows = page.all(...last) as [number, number][]
    for (const [a, b] of rows) {
      if (!isWanted(a) && !isWanted(b)) continue
      const likeness = facts.compare(a, b)
      if (likeness.score >= minScore) found.push({ ...facts.order(a, b), ...likeness })
    }
    const end = rows.at(-1)
    if (end === undefined)
      return found.sort((x, y) => y.score - x.score || x.kept - y.kept || x.gone - y.gone)
    last = end
  }
}

interface Fact {
  id: number
  name: ComparedName
  company: number | null
  birthday: string | null
  externalId: string | null
  keys: readonly Key[]
  /** How many others would have the name, once it was asked. */
  common?: number
}

interface Key {
  kind: number
  key: string
}

/** `1 +380671234567` */
function keyOf(text: string): Key {
  const [kind = '', ...key] = text.split(' ')
  return { kind: Number(kind), key: key.join(' ') }
}

const KIND_OF_KEY: readonly [KeyKind, number][] = [
  ['email', DUPE_KEY.email],
  ['phone', DUPE_KEY.phone],
  ['website', DUPE_KEY.website],
  ['tax', DUPE_KEY.tax],
]

/** Records that are kept at hand; pairs come by their first record. */
const MOST_KEPT = 5000
/** Counting more namesakes changes nothing. */
const MOST_NAMESAKES = 1000

class Facts {
  readonly #known = new Map<number, Fact>()

  constructor(
    private readonly db: Database,
    private readonly of: BookOf,
    private readonly vocabulary: Vocabulary,
  ) {}

  compare(a: number, b: number) {
    const [one, other] = [this.#of(a), this.#of(b)]
    const likeness = compareNames(one.name, other.name)
    const shared = one.keys.filter((key) => other.keys.some((same) => isSame(key, same)))
    const differ = (kind: number) =>
      one.keys.some((key) => key.kind === kind && other.keys.some((its) => isComparable(key, its))) &&
      !shared.some((key) => key.kind === kind)
    const same = (x: unknown, y: unknown) => (x === null || y === null ? null : x === y)
    return likenessOf({
      of: this.of,
      likeness,
      words: Math.min(one.name.words.length, other.name.words.length),
      common: this.#commonOf(likeness, one, other),
      shared: KIND_OF_KEY.flatMap(([kind, code]) => {
        const keys = shared
          .filter((key) => key.kind === code)
          .map(({ key }) => ({ key, names: this.#names(code, key) }))
        const [best] = keys.sort((x, y) => x.names - y.names)
        return best === undefined ? [] : [{ kind, value: shownKey(kind, best.key), names: best.names }]
      }),
      differing: KIND_OF_KEY.flatMap(([kind, code]) => (differ(code) ? [kind] : [])),
      externalId: one.externalId !== null && one.externalId === other.externalId ? one.externalId : null,
      company: same(one.company, other.company),
      birthday: same(one.birthday, other.birthday),
    })
  }

  order(a: number, b: number): { kept: number; gone: number } {
    const words = (id: number) =>
      this.#of(id).name.words.reduce((sum, { look }) => sum + (look.length > 1 ? 1 : 0), 0)
    return words(b) > words(a) ? { kept: b, gone: a } : { kept: a, gone: b }
  }

  #of(id: number): Fact {
    const known = this.#known.get(id)
    if (known !== undefined) return known
    if (this.#known.size >= MOST_KEPT) this.#known.clear()
    const fact = this.#read(id)
    this.#known.set(id, fact)
    return fact
  }

  #read(id: number): Fact {
    const more =
      this.of === 'contact' ? 'r.company_id as company, r.birthday' : 'null as company, null as birthday'
    const row = this.db
      .prepare(
        `select r.folded, ${more}, r.external_id as externalId,
          (select group_concat(k.kind || ' ' || k.key, char(10)) from temp.dupe_keys k where k.id = r.id) as keys
        from ${bookTable(this.of)} r where r.id = ?`,
      )
      .get(id) as Omit<Fact, 'id' | 'name' | 'keys'> & { folded: string; keys: string | null }
    const { folded, keys, ...rest } = row
    return { ...rest, id, name: comparedName(folded), keys: keys === null ? [] : keys.split('\n').map(keyOf) }
  }

  /** Asked only of names that are the same or nearly: the rarer of two spellings is the one that says more. */
  #commonOf(likeness: NameLikeness, one: Fact, other: Fact): number {
    if (contradicts(likeness) || likeness === 'part' || likeness === 'unknown') return 0
    one.common ??= this.#common(one.name)
    other.common ??= this.#common(other.name)
    return likeness === 'typo' ? Math.min(one.common, other.common) : Math.max(one.common, other.common)
  }

  /** How many others would have the name: those who do, or as many as its words would bring together by chance. */
  #common(name: ComparedName): number {
    const { counts, records } = this.vocabulary
    const others = (word: string) => (counts.get(word) ?? 1) - 1
    const chance = name.words.reduce((sum, { look }) => (sum * others(look)) / records, records)
    const namesakes = this.db
      .prepare(`select count(*) from (select 1 from temp.dupe_records where sig = ? limit ${MOST_NAMESAKES})`)
      .pluck()
      .get(signatureOf(name))
    return Math.max(chance, Number(namesakes) - 1)
  }

  /** How many different names the key has; two at most where nothing is noted. */
  #names(kind: number, key: string): number {
    const names = this.db
      .prepare('select names from temp.dupe_crowded where kind = ? and key = ?')
      .pluck()
      .get(kind, key)
    return typeof names === 'number' ? names : 2
  }
}

/** Tax numbers are of one field, or say nothing of each other. */
function isComparable(a: Key, b: Key): boolean {
  return a.kind === b.kind && (a.kind !== DUPE_KEY.tax || fieldOf(a) === fieldOf(b))
}

function fieldOf({ key }: Key): string {
  return key.slice(0, key.indexOf(':'))
}

function shownKey(kind: KeyKind, key: string): string {
  return kind === 'tax' ? key.slice(key.indexOf(':') + 1) : key
}

function isSame(a: Key, b: Key): boolean {
  return a.kind === b.kind && a.key === b.key
}

function foldedOf(db: Database, of: BookOf, id: number): string {
  return String(
    db
      .prepare(`select folded from ${bookTable(of)} where id = ?`)
      .pluck()
      .get(id),
  )
}

function madeBy(db: Database, of: BookOf, operation: number): (id: number) => boolean {
  const ranges = db
    .prepare(
      'select row_id, row_until from changes where op = ? and table_name = ? and before is null order by row_id',
    )
    .raw()
    .all(operation, bookTable(of)) as [number, number][]
  return (id) => ranges.some(([from, until]) => id >= from && id <= until)
}

/**
 * The pairs that it takes to join every chain, in their order. A pair is dropped where its two are joined already, or
 * were said to be two, themselves or somebody they would be joined with. Where somebody in one chain contradicts
 * somebody in the other by name, the pair is shown but joins nothing.
 */
function chains(
  pairs: readonly Scored[],
  apart: ReadonlyMap<number, ReadonlySet<number>>,
  nameOf: (id: number) => ComparedName,
): Dupe[] {
  const chainOf = new Map<number, number[]>()
  const members = (id: number) => chainOf.get(id) ?? [id]
  const kept: Omit<Dupe, 'group'>[] = []
  for (const pair of pairs) {
    const [left, right] = [members(pair.kept), members(pair.gone)]
    if (left === right) continue
    if (left.some((id) => right.some((other) => apart.get(id)?.has(other) === true))) continue
    const isPair = left.length + right.length === 2
    const agreed =
      isPair ||
      !left.some((id) => right.some((other) => contradicts(compareNames(nameOf(id), nameOf(other)))))
    kept.push({ ...pair, agreed })
    if (!agreed) continue
    const joined = [...left, ...right]
    for (const id of joined) chainOf.set(id, joined)
  }
  const groups = new Map<number[], number>()
  return kept.map((pair) => {
    const chain = pair.agreed ? members(pair.kept) : [pair.kept, pair.gone]
    const group = groups.get(chain) ?? groups.size + 1
    groups.set(chain, group)
    return { ...pair, group }
  })
}
