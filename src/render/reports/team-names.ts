import { formatDay, periodOf, periodTitle } from '../../domain/time/period.ts'
import type { TeamGroup, TeamReport } from '../../reports/team.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Line } from '../document.ts'
import { lossNote, openStageNote } from './funnel-notes.ts'
import { type ReportView, withCommand } from './head.ts'
import { groupName } from './parts.ts'

/** The name of a group; behind the last stands the total. */
export function nameOf(group: { key: string | null } | undefined, by: string, words: Words): string {
  if (group === undefined) return words.funnel.total
  return groupName(group.key, by, words)
}

/** What the figures are of. */
export function meaningOf(report: TeamReport, words: Words): Line[] {
  const { team, lang } = words
  const { calls, meetings } = report.total
  const day = formatDay(report.head.asOf, lang)
  const hasCycle = report.total.cycleMedian !== null
  return [team.meaning({ day, isTalked: calls + meetings > 0, hasCycle }), ...planMeaning(report, words)]
}

/** Of which days the plan is that shares are of. */
export function planMeaning({ groups, planned }: TeamReport, words: Words): Line[] {
  // Nought of a plan has no column.
  if (groups.every(({ planShare }) => !planShare) || planned.length === 0) return []
  const titles = (isShare: boolean) =>
    planned
      .filter((days) => days.isShare === isShare)
      .map(({ from, until }) => periodTitle(periodOf(from, until), words))
  return [words.team.planMeaning({ whole: titles(false), shares: titles(true) })]
}

/** What "?" means at a stage, where it stands. */
export function stageNotes(created: TeamReport['created'], words: Words): Block[] {
  const lines = [...lossNote(created, words), ...openStageNote(created, words)]
  return lines.length === 0 ? [] : [{ type: 'lines', lines }]
}

/** The command that lists the deals behind a figure: of those won, else lost, else open. */
export function whoseBlocks(group: TeamGroup | undefined, { words, again }: ReportView): Block[] {
  if (group === undefined || group.key === null || group.deals === 0) return []
  const column = group.won > 0 ? 'won' : group.lost > 0 ? 'lost' : 'open'
  return [
    { type: 'lines', lines: withCommand(words.team.whose, again({ explain: `${group.key}:${column}` })) },
  ]
}
