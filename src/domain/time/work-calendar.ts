import { addDays, type IsoDate, weekday } from './date.ts'

/** A day that is not what its weekday says: a holiday, or one moved to be worked. */
export interface CalendarDay {
  readonly on: IsoDate
  /** '' where nobody said. */
  readonly name: string
  readonly working: boolean
}

/** Which days are worked: the weekdays of the workspace, less holidays, plus days moved to be worked. */
export class WorkCalendar {
  readonly #weekdays: ReadonlySet<number>
  readonly #others: ReadonlyMap<IsoDate, boolean>

  /** `weekdays`: 1 = Monday … 7. */
  constructor(weekdays: readonly number[], others: readonly Pick<CalendarDay, 'on' | 'working'>[]) {
    this.#weekdays = new Set(weekdays)
    this.#others = new Map(others.map(({ on, working }) => [on, working]))
  }

  isWorking(day: IsoDate): boolean {
    return this.#others.get(day) ?? this.#weekdays.has(weekday(day))
  }

  /** Working days from `from` until before `until`; 0 where that is not later. */
  workingDays(from: IsoDate, until: IsoDate): number {
    let count = 0
    for (let day = from; day < until; day = addDays(day, 1)) if (this.isWorking(day)) count++
    return count
  }

  /**
   * How much of the days from `from` until before `until` is over when `day` is: its own counts. By working days; by
   * calendar days where none of them is worked.
   * By hand: 14 October 2026, Monday to Friday, is the tenth of 22 working days: 10/22.
   */
  shareGone(from: IsoDate, until: IsoDate, day: IsoDate): number {
    const next = addDays(day, 1)
    const end = next < until ? next : until
    const all = this.workingDays(from, until)
    if (all > 0) return this.workingDays(from, end) / all
    const everyDay = new WorkCalendar([1, 2, 3, 4, 5, 6, 7], [])
    return everyDay.workingDays(from, end) / everyDay.workingDays(from, until)
  }
}
