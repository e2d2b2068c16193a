import type { IsoDate } from '../domain/time/date.ts'
import { type CalendarDay, WorkCalendar } from '../domain/time/work-calendar.ts'
import type { Database } from './database.ts'
import type { Operation } from './operation.ts'
import type { Store } from './store.ts'

interface Row {
  id: number
  on_date: IsoDate
  name: string
  working: number
}

/** Holidays and days moved to be worked, in their order. */
export function readHolidays(db: Database): CalendarDay[] {
  return rowsOf(db).map(({ on_date: on, name, working }) => ({ on, name, working: working === 1 }))
}

export function calendarOf(store: Store): WorkCalendar {
  return new WorkCalendar(
    store.settings.workDays,
    rowsOf(store.db).map(({ on_date: on, working }) => ({ on, working: working === 1 })),
  )
}

/** The days that are kept, each found by its date. */
export class HolidayBook {
  readonly #ids: Map<IsoDate, number>

  constructor(
    private readonly db: Database,
    private readonly operation: Operation,
  ) {
    this.#ids = new Map(rowsOf(db).map(({ id, on_date }) => [on_date, id]))
  }

  set({ on, name, working }: CalendarDay): 'created' | 'updated' | 'unchanged' {
    const cells = { name, working: working ? 1 : 0 }
    const id = this.#ids.get(on)
    if (id !== undefined) return this.operation.update('holidays', id, cells) ? 'updated' : 'unchanged'
    this.#ids.set(on, this.operation.insert('holidays', { on_date: on, ...cells }))
    return 'created'
  }

  /** Takes those from `from` until before `until` away, and says which they were. */
  remove(from: IsoDate, until: IsoDate): CalendarDay[] {
    const gone = readHolidays(this.db).filter(({ on }) => on >= from && on < until)
    for (const { on } of gone) {
      const id = this.#ids.get(on)
      if (id !== undefined) this.operation.remove('holidays', id)
      this.#ids.delete(on)
    }
    return gone
  }
}

function rowsOf(db: Database): Row[] {
  return db.all(db.query.selectFrom('holidays').selectAll().orderBy('on_date'))
}
