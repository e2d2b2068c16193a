import { echoWhen, ofDay } from '../../domain/time/when.ts'
import type { Block, Row } from '../../render/document.ts'
import { toldOf } from '../../store/journal/diary.ts'
import { countOperations, type JournalEntry, readEntry, readJournal } from '../../store/journal/journal.ts'
import type { Store } from '../../store/store.ts'
import type { Words } from '../../words/words.ts'
import type { Run } from '../command.ts'
import { parseLimit } from '../listing.ts'
import { spanTyped } from '../reports/span.ts'
import { optional } from '../typed.ts'
import { toldText } from './deeds.ts'

/** A screen: more is asked for by `--limit` or a period. Scripts and files get every operation. */
const ON_A_TERMINAL = 20

export const journal: Run = (context, typed) => {
  const store = context.open('read')
  const { world, global } = context
  const toPerson = world.out.isTTY && global.output === undefined && (global.format ?? 'table') === 'table'
  const period = typed.args.length === 0 ? optional(typed, 'period') : typed.args.join(' ')
  const span = spanTyped(context, store, period)
  const usual = toPerson && period === undefined ? ON_A_TERMINAL : undefined
  const limit = parseLimit(optional(typed, 'limit')) ?? usual
  const entries = readJournal(store.db, span, limit)
  const all = countOperations(store.db, span)
  const moment = ({ at }: JournalEntry) => store.zone.isoString(at)
  return {
    json: entries.map((entry) => ({
      ...entry,
      at: moment(entry),
      undone: entry.undoneBy !== null,
      what: whatWasDone(store, entry, context.words),
    })),
    document: (words) => ({
      heading: [],
      blocks: daysOf(entries, store).map((day) => dayBlock(day, store, words)),
      data: {
        columns: ['operation', 'at', 'command', 'state', 'what'].map((key) => ({
          key,
          title: key,
          kind: 'text',
        })),
        rows: entries.map((entry) => ({
          cells: [
            entry.operation,
            moment(entry),
            entry.command,
            stateOf(entry, words),
            whatWasDone(store, entry, words),
          ],
        })),
      },
    }),
    messages:
      all === 0
        ? [(w) => (period === undefined ? w.setup.nothingDone() : w.setup.nothingDoneThen())]
        : limit !== undefined && all > entries.length && limit > 0
          ? [(w) => w.setup.more({ limit, all })]
          : [],
  }
}

/** The operation that made the workspace. */
const FIRST = 1

/** In the words of a diary; the command where these would say nothing. */
export function whatWasDone(store: Store, entry: JournalEntry, words: Words): string {
  const { summary, undoes, operation, command } = entry
  if (undoes !== null) {
    const undone = readEntry(store.db, undoes)
    if (undone !== undefined) return words.diary.tookBack({ what: whatWasDone(store, undone, words) })
  }
  const { file } = summary
  if (typeof file === 'string') return words.diary.loaded({ file })
  const told = toldText(store, toldOf(store, operation), words)
  if (told !== '') return told
  return operation === FIRST ? words.diary.begun : command
}

/** Operations of one local day after another, the latest first. */
function daysOf(entries: readonly JournalEntry[], { zone }: Store): JournalEntry[][] {
  const days = new Map<string, JournalEntry[]>()
  for (const entry of entries) {
    const day = zone.dateOf(entry.at)
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return [...days.values()]
}

function dayBlock(entries: readonly JournalEntry[], store: Store, words: Words): Block {
  const { zone } = store
  const day = zone.dateOf(entries[0]?.at ?? 0)
  const title = echoWhen(ofDay(day, zone), words.lang)
  return {
    type: 'table',
    columns: [
      { key: 'operation', title: '', kind: 'id', align: 'right' },
      { key: 'time', title: '', kind: 'text' },
      { key: 'what', title, kind: 'text', wrap: true, min: 30 },
    ],
    rows: entries.map(
      (entry): Row => ({
        cells: [
          entry.operation,
          zone.clockOf(entry.at),
          [whatWasDone(store, entry, words), entry.undoneBy === null ? null : stateOf(entry, words)]
            .filter((part) => part !== null)
            .join(' · '),
        ],
        ...(entry.undoneBy !== null && { tone: 'dim' }),
      }),
    ),
  }
}

function stateOf({ undoneBy, undoes }: JournalEntry, { setup }: Words): string | null {
  if (undoneBy !== null) return setup.undoneBy({ operation: undoneBy })
  return undoes === null ? null : setup.undoes({ operation: undoes })
}
