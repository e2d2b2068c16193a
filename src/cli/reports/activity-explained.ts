import { ACTIVITY_METRICS } from '../../domain/activity.ts'
import { UsageError } from '../../errors.ts'
import { type ActivityReport, countsIn, type TaskDeed, type TouchColumn } from '../../reports/activity.ts'
import { eachTouch, eachWon } from '../../store/facts/activity-facts.ts'
import { eachTaskDeed } from '../../store/facts/task-deeds.ts'
import type { Store } from '../../store/store.ts'
import type { Answer } from '../command.ts'
import { tasksListed } from '../tasks/task.ts'
import { activitiesListed } from '../touches/activity.ts'
import type { TouchRequest } from './activity-report.ts'
import { dealsBehind, type FigureSaid, figureHeading, groupCell, isTotal } from './cell.ts'

const TOUCHES = [
  ...(['callsIn', 'callsOut', 'noAnswer', 'missed', 'meetings', 'emailsIn', 'emailsOut'] as const),
  ...(['messages', 'notes', 'planned', 'notHeld'] as const),
] satisfies TouchColumn[]
/** Where only a group is named, all its calls are wanted. */
const COLUMNS = ['calls', ...ACTIVITY_METRICS, 'tasksStillOverdue', 'planned', 'notHeld', 'won'] as const
type ActivityColumn = (typeof COLUMNS)[number]

const DEEDS: Partial<Record<ActivityColumn, TaskDeed>> = {
  tasksAdded: 'added',
  tasksDone: 'done',
  tasksOverdue: 'overdue',
  tasksStillOverdue: 'stillOverdue',
  tasksPostponed: 'postponed',
}

/** The activities, tasks or deals behind `GROUP:COLUMN`, the figure being so many of them. */
export function activityExplained(
  store: Store,
  { request, query }: TouchRequest,
  report: ActivityReport,
  text: string,
): Answer {
  const refusal = new UsageError((w) =>
    w.touchExplained.refused({ text, report: 'activity', columns: COLUMNS.join(', ') }),
  )
  const { group, column } = groupCell(text, report, COLUMNS, (name) => isTotal(store, name), refusal)
  const isTheirs = (key: string | null) => group === undefined || key === group
  const found = new Set<number>()
  const said: FigureSaid = {
    title: (words) => words.touchReports.activityTitle({ by: words.groups.by[report.by] ?? report.by }),
    group,
    figure: (n, { touchExplained }) => touchExplained.figures[column](n),
  }
  if (column === 'won') {
    eachWon(store, query, (id, key) => {
      if (isTheirs(key)) found.add(id)
    })
    return dealsBehind(store, { ...request, grouping: query.grouping }, found, said)
  }
  const deed = DEEDS[column]
  let n = 0
  if (deed === undefined) {
    const parts = partsOf(column)
    eachTouch(store, query, (id, touch) => {
      if (isTheirs(touch.group) && parts.some((one) => countsIn(one, touch))) found.add(id)
    })
  } else {
    eachTaskDeed(store, query, (id, one) => {
      if (one.what !== deed || !isTheirs(one.group)) return
      found.add(id)
      n += one.n
    })
  }
  const listed = deed === undefined ? activitiesListed(store, [...found]) : tasksListed(store, [...found])
  const gone = found.size - (Array.isArray(listed.json) ? listed.json.length : 0)
  const figure = deed === undefined ? found.size : n
  return {
    ...listed,
    messages: gone > 0 ? [(w) => w.touchExplained.gone(gone)] : [],
    document: (words) => {
      const { heading = [], ...document } = listed.document?.(words) ?? { blocks: [] }
      const title = figureHeading({ request, by: report.by }, said, figure, words)
      // Of one manager's figure the title says whose it is.
      return {
        ...document,
        heading: report.by === 'manager' && group !== undefined ? [title] : [title, ...heading],
      }
    },
  }
}

/** The figures of activities that a column is the sum of. */
function partsOf(column: ActivityColumn): readonly TouchColumn[] {
  return column === 'calls' ? ['callsIn', 'missed', 'callsOut'] : TOUCHES.filter((one) => one === column)
}
