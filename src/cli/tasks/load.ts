import { addDays } from '../../domain/time/date.ts'
import { parsePeriod } from '../../domain/time/period.ts'
import { echoWhen, ofDay } from '../../domain/time/when.ts'
import { UsageError } from '../../errors.ts'
import { Labels } from '../../store/labels.ts'
import type { Store } from '../../store/store.ts'
import { loadPerDay } from '../../store/touches/load.ts'
import type { Run } from '../command.ts'
import { managersAmong } from '../filters.ts'
import { type ListColumn, listing } from '../listing.ts'
import { several } from '../typed.ts'

/** What one manager has on one day, as scripts see it. */
interface Shown {
  date: string
  manager: string | null
  tasks: number
  meetings: number
  total: number
  limit: number | null
  over: number
}

/** Days shown where no period is named: today and those that follow. */
const DAYS_AHEAD = 14

export const taskLoad: Run = (context, typed) => {
  const store = context.open('read')
  const { zone, settings } = store
  const today = zone.dateOf(context.now(zone))
  const text = typed.args.join(' ')
  const { from, until } =
    text === ''
      ? { from: today, until: addDays(today, DAYS_AHEAD) }
      : parsePeriod(text, { today, weekStart: settings.weekStart })
  if (from === null || until === null) throw new UsageError((w) => w.tasks.boundedPeriod({ text }))
  const managers = managersAmong(store, several(typed, 'manager'))
  const known = new Labels(store)
  const records = loadPerDay(store, from, until)
    .filter(({ manager }) => managers.length === 0 || managers.includes(manager))
    .map(({ date, manager, tasks, meetings }): Shown => {
      const total = tasks + meetings
      const limit = settings.taskLimit
      const over = limit === null ? 0 : Math.max(0, total - limit)
      return { date, manager: nameOf(store, known, manager), tasks, meetings, total, limit, over }
    })
  return listing(typed, records, columns(store), (w) => w.tasks.nothingPlanned)
}

function nameOf(_store: Store, labels: Labels, manager: number | null): string | null {
  return manager === null ? null : labels.manager(manager)
}

function columns({ zone, settings }: Store): ListColumn<Shown>[] {
  const counts: ListColumn<Shown>[] = [
    { key: 'tasks', title: (w) => w.tasks.loadTasks, kind: 'count', value: (one) => one.tasks },
    { key: 'meetings', title: (w) => w.tasks.loadMeetings, kind: 'count', value: (one) => one.meetings },
    { key: 'total', title: (w) => w.tasks.loadTotal, kind: 'count', value: (one) => one.total },
  ]
  const limits: ListColumn<Shown>[] = [
    { key: 'limit', title: (w) => w.tasks.loadLimit, kind: 'count', value: (one) => one.limit },
    {
      key: 'over',
      title: (w) => w.tasks.loadOver,
      kind: 'count',
      value: (one) => one.over,
      text: (one) => (one.over === 0 ? '' : `+${one.over}`),
    },
  ]
  return [
    {
      key: 'date',
      title: (w) => w.tasks.loadDay,
      kind: 'date',
      value: (one) => one.date,
      text: ({ date }, w) => echoWhen(ofDay(date, zone), w.lang),
    },
    {
      key: 'manager',
      title: (w) => w.records.manager,
      kind: 'text',
      value: (one) => one.manager,
      text: (one, w) => one.manager ?? w.tasks.everybody,
      shrink: true,
    },
    ...counts,
    ...(settings.taskLimit === null ? [] : limits),
  ]
}
