import type { PassMode } from '../../domain/reference.ts'
import { goneOn } from '../../domain/statistics/two-shares.ts'
import { formatDay } from '../../domain/time/period.ts'
import type { Document } from '../../render/document.ts'
import { formatCount } from '../../render/numbers.ts'
import { unsoundNote } from '../../render/reports/funnel-against.ts'
import { rangeCell, shareCell } from '../../render/reports/head.ts'
import type { Reference } from '../../store/references.ts'
import type { Words } from '../../words/words.ts'
import type { FilterEcho } from '../filters-said.ts'
import { sayFilters } from '../filters-said.ts'
import { shellWord } from '../line/quoted.ts'

/** A reference as scripts see it: shares as fractions, money in its currency's minor units nowhere. */
export interface Shown {
  name: string
  kind: Reference['kind']
  pipeline: string
  savedAt: string
  period: Reference['about']['period'] | null
  asOf: string | null
  knownAt: string | null
  filters: Readonly<Record<string, unknown>>
  deals: number | null
  /** Deals of which nothing told the stage, where the shares may be others for it; else 0. */
  stageUnknown: number
  stages: readonly ShownStage[]
  /** How many entered each stage, then Won, in each way of counting; of a period. */
  entered: Readonly<Record<PassMode, readonly number[]>> | null
}

export interface ShownStage {
  stage: string
  entered: number | null
  toNext: number | null
  toNextLow: number | null
  toNextHigh: number | null
}

/** A reference as people read it: where it is from, and how many go on from each stage. */
export function referenceCard(shown: Shown, what: string, words: Words): Document {
  const { funnel, references, reportHead, lang } = words
  const { asOf, knownAt, deals } = shown
  const isSample = deals !== null
  return {
    heading: [
      [references.title(shown), what].join(' · '),
      [
        ...(asOf === null ? [] : [references.asOf({ day: formatDay(asOf, lang) })]),
        ...(knownAt === null ? [] : [reportHead.knownAt({ day: formatDay(knownAt, lang) })]),
        ...sayFilters(shown.filters as FilterEcho, words),
        ...(isSample ? [reportHead.deals({ n: formatCount(deals, lang) })] : []),
        references.savedDay({ day: formatDay(shown.savedAt.slice(0, 10), lang) }),
      ].join(' · '),
    ],
    blocks: [
      {
        type: 'table',
        columns: [
          { key: 'stage', title: funnel.stage, kind: 'text', shrink: true, min: 10 },
          ...(isSample ? [{ key: 'entered', title: funnel.entered.cohort, kind: 'count' } as const] : []),
          { key: 'toNext', title: funnel.toNext, kind: 'rate' },
          ...(isSample ? [{ key: 'toNext', title: funnel.range, kind: 'interval' } as const] : []),
        ],
        rows: shown.stages.map(({ stage, entered, toNext, toNextLow, toNextHigh }) => ({
          cells:
            entered === null
              ? [stage, toNext]
              : [
                  stage,
                  entered,
                  shareCell(goneOn({ entered, toNext }), entered, toNext, words),
                  rangeCell(toNextLow, toNextHigh, entered),
                ],
        })),
      },
      { type: 'lines', lines: unsoundNote(shown.stageUnknown, words) },
      { type: 'lines', lines: [references.use] },
      {
        type: 'command',
        command: againstCommand(shown.name),
      },
    ],
  }
}

/** The funnel beside a reference, as typed. */
export function againstCommand(name: string): string {
  return `voronka funnel --against ${shellWord(name)}`
}
