import { lookUp } from '../../domain/look-up.ts'
import { formatDay } from '../../domain/period.ts'
import type { TeamReport } from '../../reports/team.ts'
import type { Words } from '../../words/words.ts'
import type { Column, Line } from '../document.ts'

export function groupColumn(by: string, words: Words): Column {
  return { key: 'group', title: lookUp(words.groups.group, by) ?? by, kind: 'text', shrink: true, min: 12 }
}

/** The name of a group; behind the last stands the total. */
export function nameOf(group: { key: string | null } | undefined, by: string, words: Words): string {
  if (group === undefined) return words.funnel.total
  return group.key ?? lookUp(words.groups.without, by) ?? words.common.none
}

/** What the figures are of; in a report of what was known then, that calls were not. */
export function meaningOf({ head, total }: TeamReport, words: Words): Line[] {
  const { team, lang } = words
  return [team.meaning({ day: formatDay(head.asOf, lang) }), ...(total.calls === null ? [team.noDeeds] : [])]
}
