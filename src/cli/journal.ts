import { countOperations, type JournalEntry, readJournal } from '../store/journal.ts'
import type { Words } from '../words/words.ts'
import { sayMoment } from './at.ts'
import type { Run } from './command.ts'
import { parseLimit } from './listing.ts'
import { optional } from './typed.ts'

/** A screen: more is asked for by `--limit`. Scripts and files get every operation. */
const ON_A_TERMINAL = 20

export const journal: Run = (context, typed) => {
  const store = context.open('read')
  const { world, global } = context
  const toPerson = world.out.isTTY && global.output === undefined && (global.format ?? 'table') === 'table'
  const limit = parseLimit(optional(typed, 'limit')) ?? (toPerson ? ON_A_TERMINAL : undefined)
  const entries = readJournal(store.db, limit)
  const all = countOperations(store.db)
  const moment = ({ at }: JournalEntry) => store.zone.isoString(at)
  return {
    json: entries.map((entry) => ({ ...entry, at: moment(entry), undone: entry.undoneBy !== null })),
    document: (words) => ({
      heading: [],
      blocks: [
        {
          type: 'table',
          columns: [
            { key: 'operation', title: words.setup.operation, kind: 'id', align: 'right' },
            { key: 'at', title: words.setup.when, kind: 'text' },
            { key: 'command', title: words.setup.command, kind: 'text', shrink: true, min: 20 },
            { key: 'state', title: '', kind: 'text' },
          ],
          rows: entries.map((entry) => ({
            cells: [
              entry.operation,
              { value: moment(entry), text: sayMoment(moment(entry), store, words) },
              entry.command,
              stateOf(entry, words),
            ],
            ...(entry.undoneBy !== null && { tone: 'dim' }),
          })),
        },
      ],
    }),
    messages:
      all === 0
        ? [(w) => w.setup.nothingDone()]
        : limit !== undefined && all > entries.length && limit > 0
          ? [(w) => w.setup.more({ limit, all })]
          : [],
  }
}

function stateOf({ undoneBy, undoes }: JournalEntry, { setup }: Words): string | null {
  if (undoneBy !== null) return setup.undoneBy({ operation: undoneBy })
  return undoes === null ? null : setup.undoes({ operation: undoes })
}
