import { addDays, type IsoDate } from '../../domain/time/date.ts'
import { calendarOf } from '../holidays.ts'
import { survivorOf } from '../naming/naming.ts'
import type { Store } from '../store.ts'

/** What one manager has to do on one local day; null is nobody's. */
export interface DayLoad {
  date: IsoDate
  manager: number | null
  tasks: number
  meetings: number
}

/** Open tasks and planned meetings of the days from…until (the latter is no longer meant), by day and manager. */
export function loadPerDay(store: Store, from: IsoDate, until: IsoDate): DayLoad[] {
  const { zone, db } = store
  const rows = db
    .prepare(
      `select 'tasks' as what, manager_id as manager, due_at as at from tasks
        where state = 'open' and due_at >= @from and due_at < @until
      union all select 'meetings', manager_id, at from activities
        where kind = 'meeting' and outcome = 'planned' and at >= @from and at < @until`,
    )
    .all({ from: zone.startOfDay(from), until: zone.startOfDay(until) }) as Row[]
  const loads = new Map<string, DayLoad>()
  for (const { what, manager: own, at } of rows) {
    const manager = own === null ? null : survivorOf(store.managers, own)
    const date = zone.dateOf(at)
    const key = `${date} ${manager ?? ''}`
    const load = loads.get(key) ?? { date, manager, tasks: 0, meetings: 0 }
    load[what] += 1
    loads.set(key, load)
  }
  return [...loads.values()].sort(
    (a, b) => a.date.localeCompare(b.date) || (a.manager ?? Infinity) - (b.manager ?? Infinity),
  )
}

interface Row {
  what: 'tasks' | 'meetings'
  manager: number | null
  at: number
}

/** A manager's day with more than the limit, and the next working day with room; null where none is near. */
export interface Overload extends DayLoad {
  free: DayLoad | null
}

/** Looked through for a free day: who is busy for longer has no use of being told. */
const DAYS_AHEAD = 60

/** What the day of a manager holds beyond the limit of the settings; undefined where it does not, or there is none. */
export function overloadOn(store: Store, manager: number | null, date: IsoDate): Overload | undefined {
  const limit = store.settings.taskLimit
  if (limit === null) return undefined
  const loads = new Map(
    loadPerDay(store, date, addDays(date, DAYS_AHEAD + 1))
      .filter((load) => load.manager === manager)
      .map((load) => [load.date, load]),
  )
  const on = (day: IsoDate): DayLoad => loads.get(day) ?? { date: day, manager, tasks: 0, meetings: 0 }
  const load = on(date)
  if (load.tasks + load.meetings <= limit) return undefined
  const calendar = calendarOf(store)
  const days = Array.from({ length: DAYS_AHEAD }, (_, i) => addDays(date, i + 1))
  const free = days
    .filter((day) => calendar.isWorking(day))
    .map(on)
    .find(({ tasks, meetings }) => tasks + meetings < limit)
  return { ...load, free: free ?? null }
}
