import { formatDay } from '../../domain/time/period.ts'
import { formatCount } from '../../render/numbers.ts'
import { type ImportEntry, readImports } from '../../store/import/imports.ts'
import type { Words } from '../../words/words.ts'
import type { Answer, Run } from '../command.ts'
import { type ListColumn, listing } from '../listing.ts'

/** Every import, the latest first. */
export const importList: Run = (context, typed): Answer => {
  const store = context.open('read')
  const entries = readImports(store.db)
  const moment = ({ at }: ImportEntry) => store.zone.isoString(at)
  const count = (key: 'rows' | 'created' | 'updated' | 'unchanged' | 'rejected') => ({
    key,
    title: (w: Words) => w.batches.counts[key],
    kind: 'count' as const,
    value: (entry: ImportEntry) => entry[key],
    // Nothing is shown as nothing: a column of it gives way on a narrow screen.
    text: (entry: ImportEntry, w: Words) => (entry[key] === 0 ? '' : formatCount(entry[key], w.lang)),
  })
  const columns: ListColumn<ImportEntry>[] = [
    { key: 'operation', title: (w) => w.setup.operation, kind: 'count', value: ({ operation }) => operation },
    {
      key: 'at',
      title: (w) => w.setup.when,
      kind: 'date',
      value: moment,
      text: (entry, w) => formatDay(moment(entry).slice(0, 10), w.lang),
    },
    {
      key: 'entity',
      title: (w) => w.batches.what,
      kind: 'text',
      value: ({ entity }) => entity,
      text: ({ entity }, w) => entityName(entity, w),
    },
    { key: 'file', title: (w) => w.batches.file, kind: 'text', value: ({ file }) => file, shrink: true },
    {
      key: 'system',
      title: (w) => w.batches.system,
      kind: 'text',
      value: ({ system }) => system,
      dataOnly: true,
    },
    count('rows'),
    count('created'),
    count('updated'),
    { ...count('unchanged'), dataOnly: true },
    count('rejected'),
    {
      key: 'state',
      title: (w) => w.batches.state,
      kind: 'text',
      value: ({ state }) => state,
      text: ({ state, undoneBy }, w) => w.batches.states[state]({ operation: undoneBy ?? 0 }),
    },
  ]
  const answer = listing(typed, entries, columns, (w) => w.batches.none)
  return { ...answer, json: entries.map((entry) => ({ ...entry, at: moment(entry) })) }
}

function entityName(entity: string, { batches }: Words): string {
  const known: Readonly<Record<string, string>> = batches.entities
  return known[entity] ?? entity
}
