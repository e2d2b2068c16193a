import { type BookOf, type Evidence, LIKELY, SURE } from '../../domain/names/likeness.ts'
import { UsageError, UserError } from '../../errors.ts'
import type { Block, Document, Table } from '../../render/document.ts'
import { readEntry } from '../../store/journal/journal.ts'
import { findDupes } from '../../store/people/dupes.ts'
import type { Store } from '../../store/store.ts'
import type { Words } from '../../words/words.ts'
import type { Run, Typed } from '../command.ts'
import { meant } from '../line/aliases.ts'
import { parseLimit } from '../listing.ts'
import { parseOperation } from '../texts.ts'
import { flag, optional } from '../typed.ts'
import { bookRecord, type FoundDupe, type NamedRecord, scoreText, whyText } from './dupe-texts.ts'
import { mergeAsking, mergeSure } from './dupes-merge.ts'

/** A pair as scripts see it: `kept` is what a merge keeps, `group` a chain of pairs. */
interface DupeRecord {
  score: number
  kind: BookOf
  kept: NamedRecord
  gone: NamedRecord
  why: string
  evidence: readonly Evidence[]
  group: number
  command: string
}

export const dupes: Run = (context, typed) => {
  const merges = flag(typed, 'merge')
  const store = context.open(merges ? 'write' : 'read')
  const unasked = merges && context.global.yes === true
  if (merges && !unasked && !context.interactive) throw new UserError((w) => w.dupes.nobodyToAsk)
  const minScore = readMinScore(optional(typed, 'minScore')) ?? (unasked ? SURE : LIKELY)
  const operation = readOperation(store, optional(typed, 'import'))
  const limit = parseLimit(optional(typed, 'limit'))
  const pairs = kindsOf(typed).flatMap((of) =>
    findDupes(store, { of, minScore, ...(operation === undefined ? {} : { operation }) }).map(
      (pair): FoundDupe => ({ ...pair, of }),
    ),
  )
  const found = [...pairs].sort((a, b) => b.score - a.score)
  const shown = found.slice(0, limit)
  if (unasked) return mergeSure(context, shown)
  if (merges) return mergeAsking(context, shown)
  return {
    json: records(store, shown, context.words),
    document: (words) => documentOf(found, records(store, shown, words), words),
    messages:
      found.length > 0
        ? []
        : [(w) => (minScore <= LIKELY ? w.dupes.none : w.dupes.noneOf({ score: scoreText(minScore) }))],
  }
}

const BOOKS = ['contact', 'company'] as const

function kindsOf({ args: [text = ''] }: Typed): readonly BookOf[] {
  if (text === '') return BOOKS
  const of = meant('book', text, BOOKS)
  if (of === undefined) throw new UsageError((w) => w.dupes.badKind({ text }))
  return [of]
}

function readMinScore(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const score = /^\d*[.,]?\d+$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
  if (!(score >= 0 && score <= 1)) throw new UsageError((w) => w.dupes.badScore({ text }))
  return score
}

/** Throws UserError where there is no such operation. */
function readOperation({ db }: Store, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const operation = parseOperation(text)
  if (readEntry(db, operation) === undefined) throw new UserError((w) => w.store.noOperation({ operation }))
  return operation
}

function records(store: Store, pairs: readonly FoundDupe[], words: Words): DupeRecord[] {
  return pairs.map(({ of, kept, gone, score, evidence, group }) => {
    const [one, other] = [bookRecord(store.db, of, kept), bookRecord(store.db, of, gone)]
    return {
      score: Math.floor(score * 10_000) / 10_000,
      kind: of,
      kept: one,
      gone: other,
      why: whyText(evidence, words),
      evidence,
      group,
      command: `voronka ${of} merge ${one.id} ${other.id}`,
    }
  })
}

function documentOf(all: readonly FoundDupe[], shown: readonly DupeRecord[], words: Words): Document {
  const sure = all.filter(({ score }) => score >= SURE).length
  const blocks = shown.map(
    (pair): Block => ({
      type: 'lines',
      lines: [
        `${scoreText(pair.score)}  ${pair.kept.id} ${pair.kept.name} = ${pair.gone.id} ${pair.gone.name}`,
        `      ${pair.why}`,
        { text: `      ${pair.command}`, tone: 'act' },
      ],
    }),
  )
  const howTo: Block = { type: 'lines', lines: [words.dupes.howTo] }
  return {
    heading: all.length === 0 ? [] : [words.dupes.heading({ pairs: all.length, sure })],
    blocks: all.length === 0 ? [] : [...blocks, howTo],
    data: tableOf(shown, words),
  }
}

function tableOf(pairs: readonly DupeRecord[], { dupes: { columns } }: Words): Table {
  const text = (key: string, title: string) => ({ key, title, kind: 'text' as const })
  return {
    columns: [
      { key: 'score', title: columns.score, kind: 'rate', digits: 4 },
      text('kind', 'kind'),
      text('kept', columns.first),
      text('keptName', columns.first),
      text('gone', columns.second),
      text('goneName', columns.second),
      text('why', columns.why),
      { key: 'group', title: 'group', kind: 'count' },
      text('command', columns.command),
    ],
    rows: pairs.map(({ score, kind, kept, gone, why, group, command }) => ({
      cells: [score, kind, kept.id, kept.name, gone.id, gone.name, why, group, command],
    })),
  }
}
