import { isOfPeople } from '../../domain/none.ts'
import { TESTABLE } from '../../domain/statistics/one-share.ts'
import { ratio, wilson } from '../../domain/statistics/statistics.ts'
import type { ResponseGroup, ResponseReport } from '../../reports/response.ts'
import type { Line } from '../document.ts'
import { markOf } from './funnel-groups.ts'
import { type ReportView, shareSaid, withCommand } from './head.ts'
import { groupName } from './parts.ts'

/** Who is late more often than the others, or looks so; that nobody is late, where nobody is. */
export function lateLines(
  { groups, total, slowest, by, lateMinutes: minutes }: ResponseReport,
  { words, again }: ReportView,
): Line[] {
  const { touchReports: said, funnel } = words
  if (total.timed === 0) return []
  if (total.late === 0) return [said.noneLate({ minutes })]
  const others = ({ others: { won, lost } }: ResponseGroup) => lateSaid(lost, won + lost)
  const lateSaid = (k: number, n: number) => {
    const interval = wilson(k, n)
    return shareSaid(k, n, ratio(k, n), interval?.low ?? null, interval?.high ?? null, words)
  }
  const which = (name: string) => withCommand(said.which, again({ explain: `${name}:late` }))
  const told = groups.flatMap((group): Line[] => {
    if (group.differs === null) return []
    const mark = markOf(group.differs)
    const own = lateSaid(group.late, group.timed)
    const name = groupName(group.key, by, words)
    const text = said.stands({ mark, name, minutes, own, others: others(group) })
    return [[{ text: mark, tone: group.differs === 'above' ? 'good' : 'bad' }, text.slice(mark.length)]]
  })
  const latest = groups.find(({ key }) => key === slowest)
  const name = latest?.key ?? null
  if (told.length > 0) return [...told, funnel.noOthers, ...(name === null ? [] : which(name))]
  if (latest === undefined || name === null)
    return [said.late({ minutes, own: lateSaid(total.late, total.timed) }), ...which('all')]
  const own = lateSaid(latest.late, latest.timed)
  const isOfMany = groups.some(
    ({ key, timed, lateShare }) =>
      key !== null && timed < TESTABLE && (lateShare ?? 0) > (latest.lateShare ?? 0),
  )
  const least = isOfMany ? TESTABLE : null
  return [
    said.slowest({ name, minutes, own, others: others(latest), time: !isOfPeople(by), least }),
    ...which(name),
  ]
}
