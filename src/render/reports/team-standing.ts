import { majorOf } from '../../domain/money.ts'
import { ratio, wilson } from '../../domain/statistics/statistics.ts'
import { goneOn, type Outcomes } from '../../domain/statistics/two-shares.ts'
import type { TeamGroup, TeamReport } from '../../reports/team.ts'
import type { Words } from '../../words/words.ts'
import type { Line, Tone } from '../document.ts'
import { formatEstimate } from '../numbers.ts'
import { markOf } from './funnel-groups.ts'
import { FEW_WON, type ReportView, shareSaid, withCommand } from './head.ts'
import { nameOf } from './team-names.ts'

/** Who stands out, and at which stage; that nobody does, where nobody does. A chance difference is not told. */
export function standingLines(
  groups: readonly TeamGroup[],
  { head, total, by, groups: all }: TeamReport,
  view: ReportView,
): Line[] {
  const { words } = view
  if (all.length < 2) return []
  const { funnel } = words
  const isOpen = total.open > 0 || total.stages.some(({ openHere }) => (openHere ?? 0) > 0)
  const lines = groups.flatMap((group) => linesOf(group, nameOf(group, by, words), by, head.currency, words))
  if (total.won + total.lost === 0 && lines.length === 0) return []
  if (lines.length === 0) return [words.team.nobody({ open: isOpen })]
  const dear = by === 'manager' ? groups.find(isPriced) : undefined
  return [
    ...lines,
    ...(dear === undefined ? [] : howPriced(dear, view)),
    isOpen ? funnel.noOthersYet : funnel.noOthers,
  ]
}

/** The command that shows how the price of a manager's stage came about. */
export function howPriced(group: TeamGroup, { words, instead }: ReportView): Line[] {
  if (group.key === null || !isPriced(group)) return []
  return withCommand(words.team.howPriced, instead('weakest', { manager: group.key, by: '' }))
}

function isPriced({ stages }: TeamGroup): boolean {
  return stages.some(({ cost, others }) => cost !== null && others !== null)
}

/** What tells one from all the others together. */
export function linesOf(
  group: TeamGroup,
  name: string,
  by: TeamReport['by'],
  currency: string,
  words: Words,
): Line[] {
  const { team, lang } = words
  const closedSaid = ({ won, lost }: Outcomes) => ofSaid(won, won + lost, words)
  const rate =
    group.differs === null || group.others === null
      ? []
      : [
          toned(
            group.differs,
            team.standsByRate({
              mark: markOf(group.differs),
              side: team.sides[by][group.differs],
              name,
              own: closedSaid(group),
              others: closedSaid(group.others),
            }),
          ),
        ]
  const stages = group.stages.flatMap((row) => {
    if (row.differs === null || row.others === null) return []
    return [
      toned(
        row.differs,
        team.standsByStage({
          mark: markOf(row.differs),
          side: team.sides[by][row.differs],
          name,
          stage: row.stage,
          own: ofSaid(goneOn(row), row.entered, words),
          others: ofSaid(goneOn(row.others), row.others.entered, words),
          cost: row.cost === null ? null : formatEstimate(majorOf(row.cost.amount, currency), currency, lang),
          ofFew: row.cost === null || row.cost.won >= FEW_WON ? null : row.cost.won,
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
