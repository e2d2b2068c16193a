import { majorOf } from '../domain/money.ts'
import type { ReferenceKind, ReferenceShare } from '../domain/reference.ts'
import { normPValue, TESTABLE } from '../domain/statistics/one-share.ts'
import { differencePValue, holm, round4 } from '../domain/statistics/statistics.ts'
import { goneOn } from '../domain/statistics/two-shares.ts'
import type { FunnelBody, FunnelStage } from './funnel.ts'
import type { StageApart } from './stages-apart.ts'

/** A stage beside the reference. All differences are ours less the reference's: below zero is worse. */
export interface AgainstRow {
  /** The share meant to go on, and of how many where the reference is a sample; null where it has none. */
  reference: number | null
  referenceN: number | null
  /** Shares as fractions. */
  difference: number | null
  /** Null where it was not tested: no reference, or too few deals. */
  distinguishable: boolean | null
  /** It would be distinguishable, did not open deals still have the chance to go on. */
  mendable: boolean
  /** Uncorrected, of the test that was made. */
  pValue: number | null
  /** Of those who entered, how many more went on than would have at the reference's share. */
  differenceDeals: number | null
  /** The share of those that are won at last, from the next stage on. */
  downstream: number | null
  /** Those of them that would be won, going on from the next stage as the reference has it. */
  differenceWon: number | null
  /** Their worth at the average won amount, minor units. */
  differenceAmount: number | null
}

export interface Average {
  /** Minor units of the report's currency. */
  amount: number
  /** Won deals that it is the average of. */
  deals: number
  /** Of the reference, where nothing of our own is won. */
  of: 'own' | 'reference'
}

/** What a reference says of itself. */
export interface ReferenceHead {
  /** Null for the pipeline's own template. */
  name: string | null
  kind: ReferenceKind
  period: { from: string | null; until: string | null; label: string } | null
  asOf: string | null
  filters: Readonly<Record<string, unknown>>
  /** Null for a norm, which is no sample. */
  deals: number | null
  /** Deals of which nothing told the stage, where its shares may be others for it; else 0. */
  stageUnknown: number
  /** Local day. */
  savedOn: string | null
  /** Stages in use now that the reference does not have, and those of its own in use no more. */
  added: readonly string[]
  gone: readonly string[]
}

export interface Against {
  of: ReferenceHead
  /** One a row of the funnel; the last, Won, has nothing. */
  rows: readonly AgainstRow[]
  average: Average | null
  /** All stages together: deals won less those won at the shares of the reference, and their worth. */
  differenceWon: number | null
  differenceAmount: number | null
}

/** How stages are held against shares. */
interface Beside {
  ageless: boolean
  average: Average | null
  /** Of each stage whether it is told from all the others, of which the shares are. */
  apart?: readonly StageApart[]
}

const NOTHING: AgainstRow = {
  reference: null,
  referenceN: null,
  difference: null,
  distinguishable: null,
  mendable: false,
  pValue: null,
  differenceDeals: null,
  downstream: null,
  differenceWon: null,
  differenceAmount: null,
}

/**
 * Holds each stage against its share of the reference: `shares` are of the rows but the last. Against a sample both
 * shares are tested (`differencePValue`), against a norm ours alone (`normPValue`), corrected for the number of stages
 * (`holm`). With `ageless`, the reference is not of our age: a stage is below it only if it would be so even with all
 * its open deals going on. Beside all the others of the same days stages are told `apart` elsewhere (`stagesApart`).
 *
 * What a difference is worth: entered × (share − reference's) × the reference's shares of all later stages × average
 * won amount. With the later stages as the reference has them the stages add up: together they are won − entered(1) ×
 * the product of the reference's shares. Where the reference says nothing of a stage, our own share stands in.
 */
export function heldAgainst(
  { stages }: Pick<FunnelBody, 'stages'>,
  shares: readonly (ReferenceShare | null)[],
  { ageless, average, apart }: Beside,
): AgainstRow[] {
  const open = stages.slice(0, -1)
  const tested = apart?.map(({ p }) => p) ?? open.map((row, k) => pValueOf(row, shares[k] ?? null, ageless))
  const falls = apart?.map(({ differs }) => differs !== null) ?? holm(tested)
  const now = holm(open.map((row, k) => pValueOf(row, shares[k] ?? null, false)))
  const rows: AgainstRow[] = stages.map(() => NOTHING)
  let downstream: number | null = 1
  for (let k = open.length - 1; k >= 0; k--) {
    const [row, share] = [open[k], shares[k] ?? null]
    if (row === undefined) continue
    const own = row.toNext
    const deals: number | null =
      share === null || own === null ? null : goneOn(row) - row.entered * share.rate
    const won: number | null = deals === null || downstream === null ? null : deals * downstream
    rows[k] = {
      reference: share?.rate ?? null,
      referenceN: share?.n ?? null,
      difference: share === null || own === null ? null : own - share.rate,
      distinguishable: tested[k] == null ? null : falls[k] === true,
      mendable: tested[k] != null && now[k] === true && falls[k] === false,
      pValue: tested[k] ?? null,
      differenceDeals: deals,
      downstream,
      differenceWon: won,
      differenceAmount: won === null || average === null ? null : won * average.amount,
    }
    const on: number | null = share?.rate ?? own
    downstream = downstream === null || on === null ? null : downstream * on
  }
  return rows
}

/** All stages together; null where the worth of one cannot be told. A stage that nobody entered adds nothing. */
export function summedUp(
  { stages }: Pick<FunnelBody, 'stages'>,
  rows: readonly AgainstRow[],
  key: 'differenceWon' | 'differenceAmount',
): number | null {
  let sum = 0
  for (const [k, row] of rows.slice(0, -1).entries()) {
    if (row.reference === null || stages[k]?.entered === 0) continue
    const one = row[key]
    if (one === null) return null
    sum += one
  }
  return rows.some(({ reference }) => reference !== null) ? sum : null
}

function pValueOf(row: FunnelStage, share: ReferenceShare | null, ageless: boolean): number | null {
  const { entered, toNext, openHere, sound } = row
  if (share === null || toNext === null || !sound || entered < TESTABLE) return null
  if (share.n !== null && share.n < TESTABLE) return null
  const isBelow = toNext < share.rate
  const hits = goneOn(row) + (isBelow && ageless ? (openHere ?? 0) : 0)
  if (isBelow && hits / entered >= share.rate) return 1
  return share.n === null
    ? normPValue(hits, entered, share.rate)
    : differencePValue(hits, entered, share.k ?? 0, share.n)
}

/** A stage beside the reference as scripts read it: shares as fractions, deals with four decimals, money major units. */
export function heldJson(row: AgainstRow, currency: string) {
  return {
    reference: round4(row.reference),
    referenceN: row.referenceN,
    difference: round4(row.difference),
    distinguishable: row.distinguishable,
    mendable: row.mendable,
    differenceDeals: round4(row.differenceDeals),
    differenceWon: round4(row.differenceWon),
    differenceAmount: worth(row.differenceAmount, currency),
  }
}

/** The reference itself, and all stages together. */
export function againstJson({ of, average, differenceWon, differenceAmount }: Against, currency: string) {
  return {
    ...of,
    name: of.name ?? 'template',
    averageWon: worth(average?.amount ?? null, currency),
    averageWonDeals: average?.deals ?? null,
    averageWonOf: average?.of ?? null,
    differenceWon: round4(differenceWon),
    differenceAmount: worth(differenceAmount, currency),
  }
}

/** Rounded to minor units. */
function worth(minor: number | null, currency: string): number | null {
  return minor === null ? null : majorOf(Math.round(minor), currency)
}
