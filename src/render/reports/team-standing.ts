import { ratio, wilson } from '../../domain/statistics/statistics.ts'
import { outcomesAt } from '../../domain/statistics/two-shares.ts'
import type { TeamBody, TeamGroup, TeamReport } from '../../reports/team.ts'
import type { Words } from '../../words/words.ts'
import type { Line, Tone } from '../document.ts'
import { markOf } from './funnel-groups.ts'
import { shareSaid } from './head.ts'
import { nameOf } from './team-names.ts'

/** Who stands out, and at which stage; that nobody does, where nobody does. A chance difference is not told. */
export function standingLines(
  groups: readonly TeamGroup[],
  { total, by, groups: all }: TeamReport,
  words: Words,
): Line[] {
  if (all.length < 2) return []
  const { funnel } = words
  const isOpen = total.open > 0 || total.stages.some(({ openHere }) => (openHere ?? 0) > 0)
  const lines = groups.flatMap((group) => linesOf(group, total, nameOf(group, by, words), words))
  if (lines.length === 0) return [words.team.nobody({ open: isOpen })]
  return [...lines, isOpen ? funnel.noOthersYet : funnel.noOthers]
}

/** What tells one from all the others together. */
export function linesOf(group: TeamGroup, total: TeamBody, name: string, words: Words): Line[] {
  const { team } = words
  const closed = (body: TeamBody) => body.won + body.lost
  const rate =
    group.differs === null
      ? []
      : [
          toned(
            group.differs,
            team.standsByRate({
              mark: markOf(group.differs),
              name,
              own: ofSaid(group.won, closed(group), words),
              others: ofSaid(total.won - group.won, closed(total) - closed(group), words),
            }),
          ),
        ]
  const stages = group.stages.flatMap((row, k) => {
    const whole = total.stages[k]
    if (row.differs === null || whole === undefined) return []
    const [own, every] = [outcomesAt(row).won, outcomesAt(whole).won]
    return [
      toned(
        row.differs,
        team.standsByStage({
          mark: markOf(row.differs),
          name,
          stage: row.stage,
          own: ofSaid(own, row.entered, words),
          others: ofSaid(every - own, whole.entered - row.entered, words),
        }),
      ),
    ]
  })
  return [...rate, ...stages]
}

/** Only the mark is coloured: it and the words say the same. */
function toned(side: 'above' | 'below', text: string): Line {
  const tone: Tone = side === 'above' ? 'good' : 'bad'
  return [{ text: text.slice(0, 1), tone }, text.slice(1)]
}

function ofSaid(k: number, n: number, words: Words): string {
  const interval = wilson(k, n)
  return shareSaid(k, n, ratio(k, n), interval?.low ?? null, interval?.high ?? null, words)
}
