import type { TouchKind } from '../../domain/records/planned-touch.ts'
import { readWhen } from '../../domain/time/when.ts'
import { Fault, UsageError, type UserError } from '../../errors.ts'
import { findDeal } from '../../store/deals/naming.ts'
import { companiesMergedInto } from '../../store/filters.ts'
import { findCompany, findContact } from '../../store/naming/naming-people.ts'
import { findTask } from '../../store/naming/task-naming.ts'
import type { Store } from '../../store/store.ts'
import { findTouch } from '../../store/touches/naming.ts'
import { EVERY_TOUCH, type TouchFilter } from '../../store/touches/reading.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { managersAmong } from '../filters.ts'
import { chosen } from '../naming.ts'
import { foundBy } from '../people/person-values.ts'
import { spanTyped } from '../reports/span.ts'
import { flag, optional, several } from '../typed.ts'

/** The filters that lists of activities and of tasks share. */
export async function readTouchFilter(context: Context, store: Store, typed: Typed): Promise<TouchFilter> {
  const managers = managersAmong(store, several(typed, 'manager'))
  const contact = await foundBy(context, typed, 'contact', (text) => findContact(store, text))
  const company = await foundBy(context, typed, 'company', (text) => findCompany(store, text))
  const deal = await foundBy(context, typed, 'deal', (text) => findDeal(store, text))
  return {
    ...EVERY_TOUCH,
    managers: managers.length === 0 ? null : managers,
    contacts: contact == null ? null : [contact],
    companies: company == null ? null : companiesMergedInto(store.db, company),
    deals: deal == null ? null : [deal],
    ...spanOrDay(context, store, optional(typed, 'period'), several(typed, 'kind')),
    overdue: flag(typed, 'overdue') ? presentOf(context, store) : null,
  }
}

/** A period, or one day: `пт` is the next one, of calls the last. */
function spanOrDay(context: Context, store: Store, text: string | undefined, kinds: readonly string[]) {
  const { zone } = store
  try {
    return spanTyped(context, store, text)
  } catch (error) {
    const isPast = kinds.length > 0 && !kinds.includes('meeting')
    const how = { now: context.now(zone), zone, lang: context.lang }
    const day = readWhen(text ?? '', { ...how, prefer: isPast ? 'past' : 'future' })
    if (!(error instanceof UsageError) || day?.precision !== 'day') throw error
    return { from: day.at, until: zone.endOfDay(day.date) }
  }
}

function presentOf(context: Context, { zone }: Store): { now: number; today: number } {
  const now = context.now(zone)
  return { now, today: zone.startOfDay(zone.dateOf(now)) }
}

/** As `findTouch`; a person at a terminal chooses among several. */
export function namedTouch(context: Context, store: Store, kind: TouchKind, text: string): Promise<number> {
  return chosen(context, () => findTouch(store, kind, text))
}

/** As `findTask`; a person at a terminal chooses among several. */
export function namedTask(context: Context, store: Store, text: string): Promise<number> {
  return chosen(context, () => findTask(store, text))
}

/** What was found by its number a moment ago. */
export function sure<T>(record: T | undefined): T {
  if (record === undefined) throw new Fault('a record that was found is not there')
  return record
}

/** The words of a list, each of them one of those known. Throws UserError. */
export function wordsAmong<T extends string>(
  typed: Typed,
  option: string,
  known: readonly T[],
  refuse: (text: string) => UserError,
): readonly T[] | null {
  const found = several(typed, option).map((text) => {
    const one = known.find((word) => word === text.trim().toLowerCase())
    if (one === undefined) throw refuse(text)
    return one
  })
  return found.length === 0 ? null : found
}
