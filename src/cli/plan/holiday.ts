import { addDays, dayNumber, type IsoDate } from '../../domain/time/date.ts'
import { isBounded, type Period, parsePeriod } from '../../domain/time/period.ts'
import { echoWhen, parseWhen, readWhen } from '../../domain/time/when.ts'
import type { CalendarDay } from '../../domain/time/work-calendar.ts'
import { UsageError, UserError } from '../../errors.ts'
import { HolidayBook, readHolidays } from '../../store/holidays.ts'
import type { Store } from '../../store/store.ts'
import type { Lang } from '../../words/words.ts'
import type { Run } from '../command.ts'
import type { Context } from '../context.ts'
import { type ListColumn, listing, noneOf } from '../listing.ts'
import { flag, optional } from '../typed.ts'
import { change } from '../writing.ts'

/** A day of the working calendar as scripts see it. */
interface DayJson {
  date: string
  name: string
  working: boolean
}

/** More of them at once are a slip of the pen. */
const MOST_DAYS = 60

export const holidayAdd: Run = (context, typed) => {
  const [text = '', ...words] = typed.args
  const { from, until } = daysTyped(context, context.open('write'), text)
  const name = words.join(' ').trim()
  const working = flag(typed, 'working')
  const days = eachDay(from, until).map((on): CalendarDay => ({ on, name, working }))
  return change(context, (operation, store) => {
    const book = new HolidayBook(store.db, operation)
    for (const day of days) book.set(day)
    return {
      json: days.map(jsonOf),
      says: (w) => w.calendar.added({ days: saidDays(store, days, w.lang), n: days.length, working, name }),
    }
  })
}

export const holidayRm: Run = (context, { args: [text = ''] }) => {
  const { from, until } = daysTyped(context, context.open('write'), text)
  return change(context, (operation, store) => {
    const gone = new HolidayBook(store.db, operation).remove(from, until)
    if (gone.length === 0)
      throw new UserError((w) =>
        w.calendar.noneThere({
          days: saidDays(
            store,
            eachDay(from, until).map((on) => ({ on })),
            w.lang,
          ),
        }),
      )
    return {
      json: gone.map(jsonOf),
      says: (w) => w.calendar.removed({ days: saidDays(store, gone, w.lang), n: gone.length }),
    }
  })
}

export const holidayList: Run = (context, typed) => {
  const store = context.open('read')
  const words = typed.args.join(' ')
  const text = optional(typed, 'period') ?? (words === '' ? 'all' : words)
  const today = store.zone.dateOf(context.now(store.zone))
  const { from, until } = parsePeriod(text, { today, weekStart: store.settings.weekStart })
  const days = readHolidays(store.db).filter(
    ({ on }) => (from === null || on >= from) && (until === null || on < until),
  )
  return listing(
    typed,
    days.map(jsonOf),
    columns(store),
    noneOf(typed, 'holiday list', (w) => w.calendar.none()),
  )
}

function columns(store: Store): ListColumn<DayJson>[] {
  return [
    {
      key: 'date',
      title: (w) => w.calendar.date,
      kind: 'date',
      value: (one) => one.date,
      text: (one, w) => saidDay(store, one.date, w.lang),
    },
    { key: 'name', title: (w) => w.calendar.name, kind: 'text', value: (one) => one.name, shrink: true },
    {
      key: 'working',
      title: (w) => w.calendar.what,
      kind: 'text',
      value: (one) => String(one.working),
      text: (one, w) => (one.working ? w.calendar.isWorking : w.calendar.isHoliday),
    },
  ]
}

/** A day, ahead where no year is named, or a period. Throws UsageError for what is neither, or too long. */
function daysTyped(context: Context, store: Store, text: string): { from: IsoDate; until: IsoDate } {
  const { zone, settings } = store
  const now = context.now(zone)
  const asked = { now, zone, lang: context.lang, prefer: 'future' } as const
  const day = /\d{4}/.test(text) ? undefined : readWhen(text, asked)
  if (day?.precision === 'day') return { from: day.date, until: addDays(day.date, 1) }
  const period: Period = parsePeriod(text, { today: zone.dateOf(now), weekStart: settings.weekStart })
  const tooLong = new UsageError((w) => w.calendar.tooLong({ text, most: MOST_DAYS }))
  if (!isBounded(period) || dayNumber(period.until) - dayNumber(period.from) > MOST_DAYS) throw tooLong
  return period
}

function eachDay(from: IsoDate, until: IsoDate): IsoDate[] {
  return Array.from({ length: dayNumber(until) - dayNumber(from) }, (_, i) => addDays(from, i))
}

/** `чт 31.12.2026`; of many the first and the last. */
function saidDays(store: Store, days: readonly { on: IsoDate }[], lang: Lang): string {
  const [first, last] = [days[0]?.on ?? '', days.at(-1)?.on ?? '']
  if (days.length <= 3) return days.map(({ on }) => saidDay(store, on, lang)).join(', ')
  return `${saidDay(store, first, lang)} – ${saidDay(store, last, lang)} (${days.length})`
}

function saidDay({ zone }: Store, on: IsoDate, lang: Lang): string {
  return echoWhen(parseWhen(on, { now: 0, zone, lang }), lang)
}

function jsonOf({ on, name, working }: CalendarDay): DayJson {
  return { date: on, name, working }
}
