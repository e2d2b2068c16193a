import type { BookOf } from '../../domain/names/likeness.ts'
import { bookSurvivor, bookTable } from '../../store/naming/naming-people.ts'
import type { Operation } from '../../store/operation.ts'
import { keepApart, readApart } from '../../store/people/apart.ts'
import { mergeCompanies, mergeContacts } from '../../store/people/merging.ts'
import type { Store } from '../../store/store.ts'
import type { Words } from '../../words/words.ts'
import type { Answer } from '../command.ts'
import type { Context } from '../context.ts'
import { change } from '../writing.ts'
import { bookRecord, type FoundDupe, recordLine, scoreText, whyText } from './dupe-texts.ts'

interface Merged {
  kept: string
  gone: string
}

/** Merges, as one operation, every pair in whose chain nobody contradicts. */
export function mergeSure(context: Context, pairs: readonly FoundDupe[]): Answer {
  return change(context, (operation, store) => {
    const merged = pairs
      .filter(({ agreed }) => agreed)
      .flatMap((pair) => {
        const now = stillTwo(store, pair)
        return now === undefined ? [] : [merge(store, operation, context.words, pair.of, now.kept, now.gone)]
      })
    return {
      json: { merged, apart: [], left: pairs.length - merged.length },
      says: (w) => w.dupes.mergedAll({ merged: merged.length }),
      unchanged: (w) => w.dupes.none,
    }
  })
}

type Decision = 'keep' | 'keepOther' | 'apart' | 'later' | 'stop'

/**
 * Asks about one pair after another. Each decision is an operation of its own, written at once: whoever stops in the
 * middle keeps what was decided, and an undo takes back the last.
 */
export async function mergeAsking(context: Context, pairs: readonly FoundDupe[]): Promise<Answer> {
  const store = context.open('write')
  const merged: Merged[] = []
  const apart: Merged[] = []
  let left = 0
  for (const [at, pair] of pairs.entries()) {
    const now = stillTwo(store, pair)
    if (now === undefined || readApart(store.db, pair.of).get(now.kept)?.has(now.gone)) continue
    const decision = await ask(context, store, pair, now, { at: `${at + 1}`, of: `${pairs.length}` })
    if (decision === 'stop') {
      left += pairs.length - at
      break
    }
    if (decision === 'later') {
      left += 1
      continue
    }
    const [kept, gone] = decision === 'keepOther' ? [now.gone, now.kept] : [now.kept, now.gone]
    const request = { command: context.commandLine, now: context.now(store.zone), dryRun: context.dryRun }
    store.write(request, (operation) => {
      if (decision === 'apart') {
        keepApart(store.db, operation, pair.of, kept, gone)
        apart.push(namesOf(store, pair.of, kept, gone))
      } else merged.push(merge(store, operation, context.words, pair.of, kept, gone))
    })
  }
  const counts = { merged: merged.length, apart: apart.length, later: left }
  return {
    json: { merged, apart, left },
    messages: [
      (w) => (pairs.length === 0 ? w.dupes.none : w.dupes.done(counts)),
      ...(context.dryRun ? [(w: Words) => w.cli.dryRunDone] : []),
    ],
  }
}

/** The pair as who its two have become by now; undefined where they are one. */
function stillTwo(store: Store, { of, kept, gone }: FoundDupe): { kept: number; gone: number } | undefined {
  const table = bookTable(of)
  const [one, other] = [bookSurvivor(store.db, table, kept), bookSurvivor(store.db, table, gone)]
  if (one === undefined || other === undefined || one === other) return undefined
  return { kept: one, gone: other }
}

async function ask(
  context: Context,
  store: Store,
  { of, score, evidence }: FoundDupe,
  now: { kept: number; gone: number },
  place: { at: string; of: string },
): Promise<Decision> {
  const { words } = context
  const { db } = store
  const named = (id: number) => {
    const record = bookRecord(db, of, id)
    return `${record.id} ${record.name}`
  }
  context.tell((w) => w.dupes.place({ ...place, score: scoreText(score), why: whyText(evidence, w) }))
  for (const id of [now.kept, now.gone]) context.tell((w) => `  ${recordLine(db, of, id, w.records.deals)}`)
  const { question, keep, apart, later, stop } = words.dupes
  const person = await context.ask()
  return person.select<Decision>(question, [
    { name: keep({ name: named(now.kept) }), value: 'keep' },
    { name: keep({ name: named(now.gone) }), value: 'keepOther' },
    { name: apart, value: 'apart' },
    { name: later, value: 'later' },
    { name: stop, value: 'stop' },
  ])
}

function merge(
  store: Store,
  operation: Operation,
  words: Words,
  of: BookOf,
  kept: number,
  gone: number,
): Merged {
  const names = namesOf(store, of, kept, gone)
  if (of === 'contact') mergeContacts(store, operation, words, kept, gone)
  else mergeCompanies(store, operation, words, kept, gone)
  return names
}

function namesOf({ db }: Store, of: BookOf, kept: number, gone: number): Merged {
  return { kept: bookRecord(db, of, kept).id, gone: bookRecord(db, of, gone).id }
}
