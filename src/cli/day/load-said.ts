import { echoWhen, type Moment, ofDay } from '../../domain/time/when.ts'
import type { Say } from '../../errors.ts'
import { Labels } from '../../store/labels.ts'
import type { Store } from '../../store/store.ts'
import { overloadOn } from '../../store/touches/load.ts'
import type { Words } from '../../words/words.ts'

/** Something to be done, as it was just written. */
interface Planned {
  manager: number | null
  due: Moment | null
}

/** Said of days that now hold more than the limit; read inside the transaction. */
export function notesOnLoad(store: Store, planned: readonly Planned[]): Say[] {
  if (store.settings.taskLimit === null) return []
  const { zone } = store
  const days = new Map(
    planned.flatMap(({ manager, due }) => {
      const date = due === null ? null : zone.dateOf(due.at)
      return date === null ? [] : [[`${manager} ${date}`, { manager, date }] as const]
    }),
  )
  return [...days.values()].flatMap(({ manager, date }) => sayOver(store, manager, date))
}

function sayOver(store: Store, manager: number | null, date: string): Say[] {
  const over = overloadOn(store, manager, date)
  const limit = store.settings.taskLimit
  if (over === undefined || limit === null) return []
  const name = manager === null ? null : new Labels(store).manager(manager)
  const day = (iso: string, { lang }: Words) => echoWhen(ofDay(iso, store.zone), lang)
  const { free } = over
  return [
    (w) => {
      const who = name ?? w.tasks.everybody
      const said = w.tasks.overLimit({ who, day: day(date, w), count: over.tasks + over.meetings, limit })
      if (free === null) return said
      return `${said}${w.tasks.freer({ day: day(free.date, w), count: free.tasks + free.meetings })}`
    },
  ]
}
