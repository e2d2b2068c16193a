import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { foldKey } from '../../domain/names/name.ts'
import { firstOfYear, type IsoDate, isoOf } from '../../domain/time/date.ts'
import type { CalendarDay } from '../../domain/time/work-calendar.ts'
import { EXIT, type Say, UserError } from '../../errors.ts'
import { HolidayBook } from '../../store/holidays.ts'
import type { Operation } from '../../store/operation.ts'
import type { Store } from '../../store/store.ts'
import { type CalendarRead, isCalendarFile, readCalendar } from '../../transfer/calendar-file.ts'
import { claimColumns } from '../../transfer/claiming.ts'
import type { Claims } from '../../transfer/columns.ts'
import type { Finding } from '../../transfer/findings.ts'
import { HOLIDAY_DATES, HOLIDAY_FIELDS, HolidayRows } from '../../transfer/holiday-rows.ts'
import type { SurveyColumns, Surveyed } from '../../transfer/survey.ts'
import type { Words } from '../../words/words.ts'
import type { Answer, Run } from '../command.ts'
import type { Context } from '../context.ts'
import { change } from '../writing.ts'
import { importing } from './importing.ts'
import { readImportOptions, storeOf } from './options.ts'
import { eachRow, isPipe } from './source.ts'
import type { ImportRun } from './task.ts'
import { columnsOf, fixedOf, type ImportTask, type Lack, type Taken } from './task.ts'

export const importHolidays: Run = async (context, typed) => {
  const { file } = readImportOptions(typed, storeOf(context, typed))
  return isCalendar(file) ? importCalendar(context, file) : importTable(context, typed)
}

const importTable = importing('holidays', (store, { table: { headers } }) => {
  if (isCalendarFile(`${headers.join(',')}\n`))
    throw new UserError((w) => w.calendar.pipedCalendar, EXIT.badInput)
  return {
    task: (options) => new HolidayImport(claimColumns('holidays', HOLIDAY_FIELDS, headers, options), store),
  }
})

/** By its name, or by how it begins. */
function isCalendar(path: string): boolean {
  if (/\.ics$/i.test(path)) return true
  if (path === '-' || isPipe(path)) return false
  try {
    return isCalendarFile(beginningOf(path))
  } catch {
    return false
  }
}

function beginningOf(path: string): string {
  const bytes = Buffer.alloc(64)
  const file = openSync(path, 'r')
  try {
    return bytes.toString('utf8', 0, readSync(file, bytes))
  } finally {
    closeSync(file)
  }
}

/** Days repeated every year are taken for so many years, this one included. */
const YEARS_AHEAD = 6

/** A calendar file has nothing to be asked about: its whole days are taken. */
function importCalendar(context: Context, path: string): Answer {
  const file = basename(path)
  const text = readText(path)
  if (!isCalendarFile(text)) throw new UserError((w) => w.calendar.badCalendar({ file }), EXIT.badInput)
  const { zone } = context.open('write')
  const until = inYears(zone.dateOf(context.now(zone)), YEARS_AHEAD)
  const read = readCalendar(text, zone, until)
  if (read.days.length === 0) throw new UserError((w) => w.calendar.noEvents({ file }), EXIT.badInput)
  return change(context, (operation, store) => {
    const counts = written(new HolidayBook(store.db, operation), read.days)
    const says = (w: Words) => w.calendar.taken(counts)
    const id = operation.changed ? operation.id : null
    const json = calendarJson(file, read, counts, { id, dryRun: context.dryRun })
    return { json, says, unchanged: says, notes: leftOut(read, until) }
  })
}

function inYears(day: IsoDate, years: number): IsoDate {
  return firstOfYear(isoOf(Number(day.slice(0, 4)) + years, 1, 1))
}

/** As every import has it; a row is a day, or an event passed over. */
function calendarJson(
  file: string,
  { days, passedOver }: CalendarRead,
  counts: ReturnType<typeof written>,
  { id, dryRun }: { id: number | null; dryRun: boolean },
) {
  return {
    schema: 'voronka.import/1',
    entity: 'holidays',
    file,
    system: 'file',
    encoding: 'utf-8',
    delimiter: null,
    sheet: null,
    dateOrder: null,
    rows: days.length + passedOver,
    ...counts,
    skipped: passedOver,
    merged: 0,
    rejected: 0,
    operation: dryRun ? null : id,
    dryRun,
    problems: [],
    warnings: [],
  }
}

function leftOut({ passedOver, firstOnly, yearly }: CalendarRead, until: IsoDate): Say[] {
  return [
    ...(yearly ? [(w: Words) => w.calendar.yearly({ year: Number(until.slice(0, 4)) - 1 })] : []),
    ...(firstOnly.length > 0 ? [(w: Words) => w.calendar.firstOnly({ names: firstOnly })] : []),
    ...(passedOver > 0 ? [(w: Words) => w.calendar.passedOver({ n: passedOver })] : []),
  ]
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new UserError((w) => w.calendar.badCalendar({ file: path }), EXIT.noInput)
  }
}

function written(book: HolidayBook, days: readonly CalendarDay[]) {
  const counts = { created: 0, updated: 0, unchanged: 0 }
  for (const day of days) counts[book.set(day)]++
  return counts
}

/** A day has one name: the one that is not taken is told. */
function otherName({ line, day }: DatedRow, before: DatedRow): Finding | null {
  if (day.name === '' || foldKey(day.name) === foldKey(before.day.name)) return null
  const said = { name: before.day.name, line: before.line }
  return { line, column: '', value: day.name, say: (w) => w.calendar.otherName(said) }
}

interface DatedRow {
  line: number
  day: CalendarDay
}

/** Days are known by their dates. */
class HolidayImport implements ImportTask {
  readonly entity = 'holidays'

  constructor(
    readonly claims: Claims,
    private readonly store: Store,
  ) {}

  lacks(): readonly Lack[] {
    const { fields, fixed } = this.claims
    if (fields.has('date') || fixed.has('date')) return []
    return [{ column: '', say: (w) => w.calendar.noDateColumn }]
  }

  surveyed(): SurveyColumns {
    return { dates: columnsOf(this.claims, HOLIDAY_DATES), amounts: [] }
  }

  look(): string {
    return 'voronka holiday list'
  }

  async apply(operation: Operation, surveyed: Surveyed, run: ImportRun): Promise<Taken> {
    const { store, claims } = this
    const rows = new HolidayRows({
      claims,
      dates: surveyed.dates,
      amounts: surveyed.amounts,
      fixed: fixedOf(claims, run, HOLIDAY_DATES),
      zone: store.zone,
    })
    const book = new HolidayBook(store.db, operation)
    const seen = new Map<string, DatedRow>()
    const problems: Finding[] = []
    const warnings: Finding[] = []
    const counts = { created: 0, updated: 0, unchanged: 0, skipped: 0, merged: 0 }
    await eachRow(run.context, run.source.table, (row) => {
      const read = rows.read(row)
      if (!('day' in read)) {
        problems.push(...read)
        return
      }
      const before = seen.get(read.day.on)
      if (before === undefined) {
        seen.set(read.day.on, read)
        counts[book.set(read.day)]++
      } else if (before.day.working === read.day.working) {
        counts.merged++
        const warning = otherName(read, before)
        if (warning !== null) warnings.push(warning)
      } else {
        const { line } = before
        problems.push({ line: read.line, column: '', value: '', say: (w) => w.calendar.conflict({ line }) })
      }
    })
    return { counts, problems, warnings: [...rows.warnings, ...warnings], facts: [] }
  }
}
