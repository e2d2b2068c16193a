import { type PutOffFrom, putOff } from '../../domain/time/put-off.ts'
import { echoWhen, type Moment, type When, type WhenContext, whenOf } from '../../domain/time/when.ts'
import { type Say, UserError } from '../../errors.ts'
import type { Store } from '../../store/store.ts'
import type { Words } from '../../words/words.ts'
import { sayMoment } from '../at.ts'
import type { TaskJson } from './task.ts'

/** When something is to be now, and what that was counted from. */
export interface PutOff {
  due: When
  counted: PutOffFrom
}

/** So much later than it was. Throws UserError for hours after a day to come that has none. */
export function laterBy(by: string, id: string, due: Moment | null, how: WhenContext): PutOff {
  const later = putOff(by, due, how)
  if (later !== undefined) return { due: later.when, counted: later.from }
  const day = due === null ? null : whenOf(due, how.zone)
  throw new UserError((w) =>
    w.tasks.noHour({ id, by, when: day === null ? w.tasks.noDue : echoWhen(day, w.lang) }),
  )
}

/** Said of a task that is put off; as it was before. */
export function sayMoved(store: Store, { id, text, due }: TaskJson, to: When): Say {
  return (w) => {
    const from = due === null ? w.tasks.noDue : sayMoment(due, store, w)
    return w.tasks.moved({ id, text, from, to: echoWhen(to, w.lang) })
  }
}

/** Said of those whose time was not their own to count from. */
export function notesOnCount(moved: readonly { id: string; counted: PutOffFrom }[]): Say[] {
  return (['untimed', 'over'] as const).flatMap((from) => {
    const ids = moved.flatMap(({ id, counted }) => (counted === from ? [id] : []))
    return ids.length === 0 ? [] : [(w: Words) => w.tasks.fromNow[from]({ id: listed(ids) })]
  })
}

const MOST_LISTED = 8

export function listed(ids: readonly string[]): string {
  return `${ids.slice(0, MOST_LISTED).join(', ')}${ids.length > MOST_LISTED ? '…' : ''}`
}
