import { NONE } from '../../domain/none.ts'
import { differencePValue, holm } from '../../domain/statistics/statistics.ts'
import type { ReportHead } from '../../reports/head.ts'
import type { StuckReport } from '../../reports/stuck.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Table } from '../document.ts'
import { besideBlocks, besideFacts, countRow, shareRow } from './beside.ts'

const FLAGS = ['stuck', 'silent'] as const

/** How many were stuck or silent at the other moment, of how many, and by how much the shares changed. */
export function stuckBeside(now: StuckReport, was: StuckReport, words: Words): Block[] {
  const { stuck: said } = words
  const tested = shareNoDeal(now.head, was.head)
    ? FLAGS.map((key) => differencePValue(now[key], now.open, was[key], was.open))
    : FLAGS.map(() => null)
  const falls = holm(tested)
  return besideBlocks(
    was.head,
    [
      ...FLAGS.map((key) => countRow(said[key], was[key], now[key], words)),
      countRow(said.open, was.open, now.open, words),
      ...FLAGS.map((key, at) => {
        const [then, since] = [
          { k: was[key], n: was.open },
          { k: now[key], n: now.open },
        ]
        return shareRow(said.shares[key], then, since, tested[at] === null ? null : !falls[at], words)
      }),
    ],
    words,
  )
}

/** Deals created in two periods that do not overlap; of the same deals at two moments a change is no chance. */
function shareNoDeal({ period: a }: ReportHead, { period: b }: ReportHead): boolean {
  const isBefore = (until: string | null, from: string | null) =>
    until !== null && from !== null && until <= from
  return isBefore(a.until, b.from) || isBefore(b.until, a.from)
}

/** The deals of the JSON, or the managers; of both moments where there are two. */
export function stuckFacts(report: StuckReport, beside: StuckReport | null): Table {
  const table = factsOf(report)
  return beside === null ? table : besideFacts([report.head, table], [beside.head, factsOf(beside)])
}

const DEAL = [
  ...(['deal', 'title', 'stage', 'manager', 'days', 'norm', 'stuck', 'silent'] as const),
  ...(['lastContact', 'amount', 'currency'] as const),
]

function factsOf({ rows, groups }: StuckReport): Table {
  const columns = (keys: readonly string[]) => keys.map((key) => ({ key, title: key, kind: 'text' as const }))
  if (groups !== null)
    return {
      columns: columns(['manager', 'stuck', 'silent', 'open']),
      rows: groups.map(({ key, stuck, silent, open }) => ({ cells: [key ?? NONE, stuck, silent, open] })),
    }
  return {
    columns: columns(DEAL),
    rows: rows.map((row) => ({
      cells: DEAL.map((key) => {
        const value = row[key]
        return typeof value === 'boolean' ? String(value) : value
      }),
    })),
  }
}
