import { fitting, offered } from '../../domain/names/matching.ts'
import { foldKey } from '../../domain/names/name.ts'
import { boundsOf, bucketOf, type Period, parsePeriod } from '../../domain/time/period.ts'
import { UsageError, UserError } from '../../errors.ts'
import { lifecycleDocument } from '../../render/reports/lifecycle.ts'
import { inOrder } from '../../reports/groups.ts'
import { LifecycleCounter, type LifecycleReport, lifecycleJson } from '../../reports/lifecycle.ts'
import { departmentName, managerName, TIME_UNITS } from '../../store/facts/groups.ts'
import { type Life, latestContact, livesAt, sourcesOfContacts } from '../../store/facts/lifecycle-facts.ts'
import type { Store } from '../../store/store.ts'
import type { Answer, Run, Typed } from '../command.ts'
import { isNone } from '../filters.ts'
import { meant } from '../line/aliases.ts'
import { Spellings } from '../spellings.ts'
import { optional, several } from '../typed.ts'
import { lifeExplained, lifeWatch } from './lifecycle-explained.ts'
import { countingRecords, parseReport, type ReportRequest, shiftReport } from './request.ts'
import { reportView } from './view.ts'

/** What contacts are grouped by; the key of a contact, null is "(none)". */
export interface LifeGrouping {
  by: string
  isTime: boolean
  keyOf(life: Life): string | null
}

/** How contacts become customers, step by step. */
export const lifecycle: Run = (context, typed): Answer => {
  const store = context.open('read')
  return store.read(() => {
    const { by: byTyped, source: _, ...options } = typed.options
    const sources = several(typed, 'source').map((text) => sourceMeant(store, text))
    const plain = countingRecords(store, parseReport(context, store, { ...typed, options }), true)
    const echo = { ...plain.echo, ...(sources.length > 0 && { source: sources }) }
    const request = { ...plain, echo, head: { ...plain.head, filters: { ...echo } } }
    const lives = livesOf(store, request, sources)
    const grouping = groupingTyped(store, typeof byTyped === 'string' ? byTyped : undefined, lives)
    const report = reportOf(store, request, lives, grouping)
    const cell = optional(typed, 'explain')
    if (cell !== undefined) return lifeExplained(store, request, lives, lifeWatch(cell, report, grouping))
    const beside = besideOf(store, request, sources, typed)
    const latest = report.contacts === 0 ? latestOf(store, request) : null
    const view = reportView(context, 'lifecycle', typed, request, { latest, outside: 0 })
    return {
      json: lifecycleJson(report, beside),
      document: (words) => lifecycleDocument({ report, beside }, view(words)),
    }
  })
}

function livesOf(store: Store, request: ReportRequest, sources: readonly (string | null)[]): Life[] {
  const { filter, horizon, period } = request
  const managers = new Set(filter.managers)
  return livesAt(store, { ...boundsOf(period, store.zone), t: horizon.t }).filter(
    ({ manager, source }) =>
      (managers.size === 0 || managers.has(manager)) &&
      (sources.length === 0 || sources.some((one) => foldKey(one ?? '') === foldKey(source ?? ''))),
  )
}

function reportOf(
  store: Store,
  { head }: ReportRequest,
  lives: readonly Life[],
  grouping: LifeGrouping | undefined,
): LifecycleReport {
  const { dayOf } = store.projection
  const whole = new LifecycleCounter(dayOf)
  const groups = new Map<string | null, LifecycleCounter>()
  for (const life of lives) {
    whole.add(life)
    if (grouping === undefined) continue
    const key = grouping.keyOf(life)
    const counter = groups.get(key) ?? new LifecycleCounter(dayOf)
    groups.set(key, counter)
    counter.add(life)
  }
  return {
    head,
    by: grouping?.by ?? null,
    ...whole.body(),
    groups:
      grouping === undefined
        ? null
        : [...groups]
            .map(([key, counter]) => ({ key, ...counter.body() }))
            .sort(inOrder((a, b) => (grouping.isTime ? 0 : b.contacts - a.contacts))),
  }
}

function besideOf(
  store: Store,
  request: ReportRequest,
  sources: readonly (string | null)[],
  typed: Typed,
): LifecycleReport | null {
  const compare = optional(typed, 'compare')
  if (compare === undefined) return null
  const shifted = shiftReport(request, store, compare)
  return reportOf(store, shifted, livesOf(store, shifted, sources), undefined)
}

const GROUPS = ['manager', 'department', 'source', ...TIME_UNITS]

function groupingTyped(
  store: Store,
  text: string | undefined,
  lives: readonly Life[],
): LifeGrouping | undefined {
  if (text === undefined) return undefined
  const by = meant('group', text, GROUPS)
  if (by === undefined) throw new UsageError((w) => w.lifeFunnel.noGroup({ text, known: GROUPS.join(', ') }))
  const unit = TIME_UNITS.find((one) => one === by)
  const { zone, settings } = store
  if (unit !== undefined) {
    const keyOf = ({ created }: Life) => bucketOf(zone.dateOf(created.at), unit, settings.weekStart)
    return { by, isTime: true, keyOf }
  }
  if (by === 'source') {
    const spellings = new Spellings()
    for (const { id, source } of lives) spellings.add(source, id)
    return { by, isTime: false, keyOf: ({ source }) => spellings.shown(spellings.keyOf(source)) }
  }
  const name = by === 'manager' ? managerName(store) : departmentName(store)
  return { by, isTime: false, keyOf: ({ manager }) => name(manager) }
}

/** A source that some contact has, in any spelling; null for "(none)". Throws UserError where there is none, or several. */
function sourceMeant(store: Store, text: string): string | null {
  const known = sourcesOfContacts(store)
  const byKey = new Map(known.map((one) => [foldKey(one), one]))
  const folded = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
  const found = fitting(
    folded.map((item) => ({ item, names: [foldKey(item)] })),
    foldKey(text),
    'label',
  )
  const [only] = found
  if (only !== undefined && found.length === 1) return only
  if (only === undefined && isNone(text)) return null
  if (only !== undefined) throw new UserError((w) => w.filters.ambiguous({ text, names: found.slice(0, 9) }))
  throw new UserError((w) => w.lifeFunnel.noSource({ text, known: offered(text, folded) }))
}

/** The year in which the latest contact before T was made. */
function latestOf(store: Store, { horizon }: ReportRequest): Period | null {
  const at = latestContact(store, horizon.t)
  if (at === null) return null
  const day = store.zone.dateOf(at)
  const { weekStart } = store.settings
  return parsePeriod(bucketOf(day, 'year', weekStart), { today: day, weekStart })
}
