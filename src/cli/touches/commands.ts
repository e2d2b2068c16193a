import type { TouchKind } from '../../domain/records/planned-touch.ts'
import type { UserError } from '../../errors.ts'
import { Labels } from '../../store/labels.ts'
import type { Store } from '../../store/store.ts'
import { aboutTouch } from '../../store/touches/about.ts'
import { countTouches, type TouchFilter } from '../../store/touches/reading.ts'
import type { Words } from '../../words/words.ts'
import type { Run } from '../command.ts'
import { type CardLine, card } from '../finding/card.ts'
import { type ListColumn, listing, parseLimit, tableOf } from '../listing.ts'
import { optional } from '../typed.ts'
import { change } from '../writing.ts'
import { namedTouch, readTouchFilter, sure, wordsAmong } from './filter.ts'

/** What activities and tasks differ in, as the commands about them see it. */
interface TouchShape<T extends { id: string }, Code extends string> {
  readonly table: TouchKind
  /** The option of the list that takes codes of the records, the condition it makes, and the refusal of other words. */
  readonly only: {
    readonly option: string
    readonly condition: 'kinds' | 'states'
    readonly known: readonly Code[]
    refuse(text: string, known: string): UserError
  }
  list(store: Store, filter: TouchFilter, limit: number | undefined): T[]
  get(store: Store, id: number): T | undefined
  readonly columns: readonly ListColumn<T>[]
  title(record: T, words: Words): string
  lines(record: T, words: Words, about: Named): readonly CardLine[]
  removed(record: T, words: Words): string
  /** What an empty list says where there is none at all. */
  none(words: Words): string
}

/** Whom and what it is about, each with the number to go on with: `d1 Balcony`. */
export type Named = Readonly<Record<'contact' | 'company' | 'deal', string | null>>

function namedAbout(store: Store, table: TouchKind, id: number): Named {
  const { contact, company, deal } = aboutTouch(store, table, id)
  const labels = new Labels(store)
  return {
    contact: contact === null ? null : `c${contact} ${labels.contact(contact)}`,
    company: company === null ? null : `o${company} ${labels.company(company)}`,
    deal: deal === null ? null : `d${deal} ${labels.deal(deal)}`,
  }
}

const LISTED = { tasks: 'task list', activities: 'activity list' } as const

/** The commands that list, show and take off what was done, or is to be done, with someone. */
export function touchCommands<T extends { id: string }, Code extends string>(
  shape: TouchShape<T, Code>,
): { list: Run; show: Run; rm: Run } {
  const { table, only } = shape
  return {
    list: async (context, typed) => {
      const store = context.open('read')
      const refuse = (text: string) => only.refuse(text, only.known.join(', '))
      const codes = wordsAmong(typed, only.option, only.known, refuse)
      const filter = { ...(await readTouchFilter(context, store, typed)), [only.condition]: codes }
      const isSorted = optional(typed, 'sort') !== undefined
      const records = shape.list(store, filter, isSorted ? undefined : parseLimit(optional(typed, 'limit')))
      const isEmpty = countTouches(store, table) === 0
      return listing(
        typed,
        records,
        shape.columns,
        isEmpty ? shape.none : (w) => w.records.noneFit({ command: LISTED[table] }),
      )
    },
    show: async (context, { args }) => {
      const store = context.open('read')
      const id = await namedTouch(context, store, table, args[0] ?? '')
      const json = sure(shape.get(store, id))
      const about = namedAbout(store, table, id)
      return {
        json,
        document: (words) => ({
          ...card(`${json.id} ${shape.title(json, words)}`, shape.lines(json, words, about)),
          data: tableOf([json], shape.columns, words),
        }),
      }
    },
    rm: async (context, { args }) => {
      const id = await namedTouch(context, context.open('write'), table, args[0] ?? '')
      return change(context, (operation, store) => {
        const json = sure(shape.get(store, id))
        operation.remove(table, id)
        return { json, says: (words) => shape.removed(json, words) }
      })
    },
  }
}
