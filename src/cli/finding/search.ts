import { parseSearch, type Wanted } from '../../domain/names/search-words.ts'
import { repeatsNames } from '../../domain/records/external-id.ts'
import { formatMoment } from '../../domain/time/period.ts'
import { UsageError } from '../../errors.ts'
import type { Block, Table } from '../../render/document.ts'
import { formatCount, formatMoney } from '../../render/numbers.ts'
import { type FoundRecord, foundRecords } from '../../store/found-records.ts'
import { canCatchUp, catchUpSearch, countIds, pendingSearch } from '../../store/kept/search-index.ts'
import { Labels } from '../../store/labels.ts'
import { alikePeople } from '../../store/naming/alike-people.ts'
import { type Hits, MOST_COUNTED, searchAll } from '../../store/search.ts'
import type { Store } from '../../store/store.ts'
import { FOUND_KINDS, type FoundKind } from '../../store/tables/search-tables.ts'
import type { Words } from '../../words/words.ts'
import type { Run, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { fieldName } from '../deals/shown.ts'
import { meant } from '../line/aliases.ts'
import { shellWord } from '../line/quoted.ts'
import { parseLimit } from '../listing.ts'
import { optional, several } from '../typed.ts'
import { snippetOf } from './snippet.ts'

/** Of each kind, where no `--limit` says otherwise: a screen for a person, more for a script. */
const ON_A_TERMINAL = 7
const ELSEWHERE = 100

/** What a person may be told to ask for. */
const MOST_LISTED = 100

/** Fewer records than these are read at once without a word of it. */
const UNSAID = 20_000

export const search: Run = (context, typed) => {
  const text = typed.args.join(' ')
  const wanted = parseSearch(text)
  if (wanted.length === 0) throw new UsageError((w) => w.search.nothingToFind({ text }))
  const kinds = wantedKinds(typed)
  const store = context.open('read')
  const isScreen = context.world.out.isTTY && context.global.output === undefined
  const limit = parseLimit(optional(typed, 'limit')) ?? (isScreen ? ON_A_TERMINAL : ELSEWHERE)
  const unread = catchUp(context, store)
  const found = store.read(() => searchAll(store, wanted, kinds, limit))
  const labels = new Labels(store)
  const shown = [...found].flatMap(([, { hits }]) => foundRecords(store, labels, hits))
  const more = [...found].filter(([, { hits, count }]) => count > hits.length)
  const longest = Math.min(MOST_LISTED, Math.max(0, ...more.map(([, { count }]) => count)))
  const only = several(typed, 'kind').map((kind) => ` --kind ${kind}`)
  const line = `voronka search ${typed.args.map(shellWord).join(' ')}${only.join('')} --limit ${longest}`
  const isNone = shown.length === 0 && limit > 0
  const alike = isNone ? alikePeople(store, text).map(({ key, name }) => `${key} ${name}`) : []
  return {
    json: shown.map((record) => jsonOf(record, wanted)),
    document: (words) => ({
      heading: [],
      blocks: [...found].flatMap(([kind, hits]) => {
        const records = shown.filter((one) => one.hit.kind === kind)
        return records.length === 0 ? [] : [groupBlock(kind, records, hits, wanted, words)]
      }),
      data: dataOf(shown, wanted),
    }),
    messages: [
      ...(unread > UNSAID ? [(w: Words) => w.search.unread({ records: unread })] : []),
      ...(isNone ? [(w: Words) => w.search.none({ text, alike })] : []),
      ...(more.length > 0 && limit > 0 ? [(w: Words) => w.search.more({ line })] : []),
    ],
  }
}

function wantedKinds(typed: Typed): readonly FoundKind[] {
  const kinds = several(typed, 'kind').map((text) => {
    const kind = meant('found', text, FOUND_KINDS)
    if (kind === undefined)
      throw new UsageError((w) => w.search.badKind({ text, known: FOUND_KINDS.join(', ') }))
    return kind
  })
  return kinds.length === 0 ? FOUND_KINDS : kinds
}

/** Reads what is new since the last search. How many records had to be left unread, where the file cannot be written. */
function catchUp(context: Context, store: Store): number {
  if (!canCatchUp(store)) return countIds(pendingSearch(store))
  store.read(() =>
    catchUpSearch(store, (records) => {
      if (records > UNSAID) context.tell((w) => w.search.reading({ records }))
    }),
  )
  return 0
}

function groupBlock(
  kind: FoundKind,
  records: readonly FoundRecord[],
  { count }: Hits,
  wanted: readonly Wanted[],
  words: Words,
): Block {
  const title = words.search.kinds[kind]
  const many =
    count > records.length
      ? `${title} · ${count >= MOST_COUNTED ? words.search.ofMany({ shown: records.length, count: formatCount(count, words.lang) }) : words.search.of({ shown: records.length, count })}`
      : title
  return {
    type: 'table',
    columns: [
      { key: 'id', title: '', kind: 'id' },
      { key: 'title', title: many, kind: 'text', shrink: true, min: 16 },
      { key: 'about', title: '', kind: 'text', shrink: true, min: 14 },
      { key: 'where', title: '', kind: 'text', shrink: true, min: 8 },
    ],
    rows: records.map((record) => ({
      cells: [
        { value: record.id, tone: 'act' },
        titleOf(record, wanted, words),
        aboutOf(record, words),
        { value: whereText(record, wanted, words), tone: 'dim' },
      ],
      ...(record.closed && { tone: 'dim' as const }),
    })),
  }
}

/** Of an activity, who it was with goes first: the words found stand beside it. */
function titleOf(record: FoundRecord, wanted: readonly Wanted[], words: Words): string {
  if (record.hit.kind !== 'activity') return record.title ?? ''
  return record.hit.best === null
    ? (record.title ?? '')
    : snippetOf(record.hit.best.text, wanted, 60) || words.search.kinds.activity
}

function aboutOf({ hit, at, precision, facts, amount }: FoundRecord, words: Words): string {
  const kinds = words.activities.kinds
  const parts = facts.map(({ what, text }) =>
    what === 'kind' ? (kinds[text] ?? text) : what === 'state' ? (words.tasks.states[text] ?? text) : text,
  )
  const dated = hit.kind === 'activity' || hit.kind === 'task' ? at : null
  return [
    dated === null ? null : formatMoment(precision === 'day' ? dated.slice(0, 10) : dated, words.lang),
    ...parts,
    amount === null ? null : formatMoney(amount.amount, amount.currency, words.lang),
  ]
    .filter((part) => part !== null && part !== '')
    .join(' · ')
}

/** Where the words stand, unless that is what the line shows anyway. */
function whereText(
  { hit: { best, kind }, title, people, field, facts }: FoundRecord,
  wanted: readonly Wanted[],
  words: Words,
): string {
  if (best === null) return people
  if (kind === 'activity') return people
  if (best.field === 'name' || best.field === 'title' || (kind === 'task' && best.field === 'text'))
    return people
  if (best.field === 'externalId' && repeatsNames(best.text, [title, ...people.split(', ')])) return people
  const isShown = facts.some(({ text }) => text === best.text)
  if (isShown) return people
  return `${field === null ? fieldLabel(best.field, words) : field}: ${snippetOf(best.text, wanted, 40)}`
}

function fieldLabel(field: string, words: Words): string {
  const labels: Readonly<Record<string, string>> = words.search.fields
  return labels[field] ?? fieldName(field, words)
}

interface FoundJson {
  kind: FoundKind
  id: string
  title: string | null
  where: string
  snippet: string | null
  at: string | null
}

/** `where` is the field that has the words, `people` where only the people or the company of the record do. */
function jsonOf(record: FoundRecord, wanted: readonly Wanted[]): FoundJson {
  const { hit, field } = record
  return {
    kind: hit.kind,
    id: record.id,
    title: record.title,
    where: hit.best === null ? 'people' : (field ?? hit.best.field),
    snippet: hit.best === null ? record.people || null : snippetOf(hit.best.text, wanted, 160),
    at: record.at,
  }
}

function dataOf(shown: readonly FoundRecord[], wanted: readonly Wanted[]): Table {
  const keys = ['kind', 'id', 'title', 'where', 'snippet', 'at'] as const
  return {
    columns: keys.map((key) => ({ key, title: key, kind: key === 'at' ? 'date' : 'text' })),
    rows: shown.map((record) => {
      const json = jsonOf(record, wanted)
      return { cells: keys.map((key) => json[key]) }
    }),
  }
}
