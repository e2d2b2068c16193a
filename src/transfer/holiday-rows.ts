import { foldKey } from '../domain/names/name.ts'
import type { CalendarDay } from '../domain/time/work-calendar.ts'
import type { Zone } from '../domain/time/zone.ts'
import type { Finding } from './findings.ts'
import { RowCells } from './row-cells.ts'
import type { RowCellsContext } from './row-context.ts'
import type { Row } from './table.ts'

export const HOLIDAY_FIELDS = ['date', 'name', 'working'] as const
export const HOLIDAY_DATES = ['date'] as const

const YES = new Set('1 yes y true working workday да д рабочий рабочая рабочее так робочий робоча'.split(' '))
const NO = new Set(
  '0 no n false holiday off нет н выходной праздник праздничный ні вихідний свято святковий'.split(' '),
)

/** Turns the rows of a file into days of the working calendar. */
export class HolidayRows {
  readonly #cells: RowCells<(typeof HOLIDAY_FIELDS)[number]>
  readonly #zone: Zone

  constructor(context: Omit<RowCellsContext, 'custom'>) {
    this.#cells = new RowCells({ ...context, custom: [] }, HOLIDAY_FIELDS)
    this.#zone = context.zone
  }

  get warnings(): readonly Finding[] {
    return this.#cells.warnings
  }

  /** The day of a row, or what is wrong with it. */
  read(row: Row): { line: number; day: CalendarDay } | readonly Finding[] {
    const cells = this.#cells
    cells.turn(row)
    if (row.problem !== undefined) return cells.problems
    const date = cells.date('date')
    if (date === null && cells.problems.length === 0) cells.problem('date', (w) => w.calendar.noDate)
    const text = cells.text('working')
    const working = text === '' ? false : isYes(text)
    if (working === undefined) cells.problem('working', (w) => w.calendar.badWorking({ text }))
    if (date === null || working === undefined || cells.problems.length > 0) return cells.problems
    return { line: row.line, day: { on: this.#zone.dateOf(date.at), name: cells.text('name'), working } }
  }
}

function isYes(text: string): boolean | undefined {
  const key = foldKey(text)
  return YES.has(key) ? true : NO.has(key) ? false : undefined
}
