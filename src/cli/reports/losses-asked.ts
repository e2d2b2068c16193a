import { fitting, offered } from '../../domain/names/matching.ts'
import { foldKey } from '../../domain/names/name.ts'
import { UsageError, UserError } from '../../errors.ts'
import { formatCount } from '../../render/numbers.ts'
import type { LossesReport } from '../../reports/losses.ts'
import { eachLoss } from '../../store/facts/loss-facts.ts'
import { findStage } from '../../store/naming/naming.ts'
import type { Store } from '../../store/store.ts'
import type { Answer, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { isNone } from '../filters.ts'
import { Spellings } from '../spellings.ts'
import { several } from '../typed.ts'
import { cellNamed, dealsBehind, groupOf } from './cell.ts'
import { factsQuery, type ReportRequest } from './request.ts'

/** Which losses are looked at; all where a list is empty. Null is no reason, or a stage that is not known. */
export interface LossScope {
  /** As `Spellings` has them. */
  reasons: readonly (string | null)[]
  stages: readonly (number | null)[]
}

/** `--reason` and `--stage`, the stage a deal was lost at. Throws UserError for what is not there or means several. */
export function lossesAsked(
  context: Context,
  store: Store,
  typed: Typed,
  plain: ReportRequest,
): { request: ReportRequest; scope: LossScope } {
  const scope = { at: context.now(store.zone), pipeline: plain.pipeline.id }
  const stages = several(typed, 'stage').map((text) => (isNone(text) ? null : findStage(store, text, scope)))
  const wanted = several(typed, 'reason')
  const known = wanted.length === 0 ? new Spellings() : reasonsOf(store, plain)
  const reasons = wanted.map((text) => reasonMeant(text, known))
  const echo = {
    ...plain.echo,
    ...(reasons.length > 0 && { reason: reasons.map((reason) => known.shown(reason)) }),
    ...(stages.length > 0 && { stage: stages.map((id) => (id === null ? null : store.stage(id).name)) }),
  }
  const head = { ...plain.head, filters: { ...echo } }
  // By reason they stand anyway.
  const grouping = plain.grouping?.by === 'reason' ? undefined : plain.grouping
  return { request: { ...plain, echo, head, grouping }, scope: { reasons, stages } }
}

/** Those that anything of the period was lost for. */
function reasonsOf(store: Store, request: ReportRequest): Spellings {
  const known = new Spellings()
  const query = factsQuery(store, { ...request, grouping: undefined }, 'current')
  eachLoss(store, query, { lost: ({ id, reason }) => known.add(reason, id), won: () => {} })
  return known
}

function reasonMeant(text: string, known: Spellings): string | null {
  const shown = known.keys().map((key) => ({ item: key, names: [foldKey(known.shown(key) ?? key)] }))
  const found = fitting(shown, foldKey(text), 'label')
  const [only] = found
  if (only !== undefined && found.length === 1) return only
  if (only === undefined && isNone(text)) return null
  const names = (keys: readonly string[]) => keys.flatMap((key) => known.shown(key) ?? [])
  if (only !== undefined) throw new UserError((w) => w.filters.ambiguous({ text, names: names(found) }))
  const near = offered(text, names(known.keys()))
  throw new UserError((w) => w.losses.noReason({ text, known: near }))
}

/** A figure whose deals are wanted, and those found. */
export interface LossWatch {
  /** Null for all. */
  name: string | null
  group: string | null | undefined
  wants(reason: string | null, stage: string | null, group: string | null): boolean
  found: Set<number>
}

/** `REASON`, `STAGE`, `(none)` for no reason or `lost` for all, with `@GROUP`. Throws UsageError for what is not there. */
export function lossWatch(text: string, { grouping }: ReportRequest, report: LossesReport): LossWatch {
  const of = (parts: readonly { key: string | null }[], kind: string) =>
    parts.flatMap(({ key }) => (key === null ? [] : [{ name: key, kind: 'open', of: kind }]))
  const rows = [
    ...of(report.reasons, 'reason'),
    ...of(report.stages, 'stage'),
    { name: '(none)', kind: 'none', of: 'none' },
    { name: 'lost', kind: 'lost', of: 'lost' },
  ]
  const cell = cellNamed(text, rows, [], grouping !== undefined)
  const row = cell === undefined ? undefined : rows[cell.row]
  if (cell === undefined || row === undefined) {
    const known = rows.slice(-MOST_NAMED).map(({ name }) => name)
    throw new UsageError((w) => w.losses.badExplain({ text, rows: known.join(', ') }))
  }
  const group = cell.group === undefined ? undefined : groupOf(report, cell.group)
  return {
    name: row.of === 'lost' ? null : row.name,
    group,
    found: new Set(),
    wants: (reason, stage, key) => {
      if (group !== undefined && group !== key) return false
      if (row.of === 'lost') return true
      if (row.of === 'none') return reason === null
      return (row.of === 'reason' ? reason : stage) === row.name
    },
  }
}

/** Rows named in a refusal. */
const MOST_NAMED = 20

export function lossesExplained(
  store: Store,
  request: ReportRequest,
  { name, group, found }: LossWatch,
): Answer {
  return dealsBehind(store, request, found, {
    title: (words) => words.losses.title({ pipeline: request.pipeline.name }),
    group,
    figure: (n, { losses, lang }) => losses.explained({ name, n: formatCount(n, lang) }),
  })
}
