import { foldKey } from '../../domain/names/name.ts'
import { stagesAt } from '../../domain/pipeline.ts'
import { PASS_MODES, type PassMode, type ReferenceFigures } from '../../domain/reference.ts'
import { ratio, round4, wilson } from '../../domain/statistics/statistics.ts'
import { periodTitle } from '../../domain/time/period.ts'
import { type Say, UsageError, UserError } from '../../errors.ts'
import { unsoundNote } from '../../render/reports/funnel-against.ts'
import type { FunnelReport } from '../../reports/funnel.ts'
import { type Reference, readReferences, removeReference, saveReference } from '../../store/references.ts'
import type { Store } from '../../store/store.ts'
import type { Words } from '../../words/words.ts'
import type { Run } from '../command.ts'
import { type ListColumn, listing } from '../listing.ts'
import { parseReport, type ReportRequest } from '../reports/request.ts'
import { parseName } from '../texts.ts'
import { flag, optional } from '../typed.ts'
import { change } from '../writing.ts'
import { standingNamed, templateFunnel } from './against.ts'
import { parseRates } from './reference-rates.ts'
import type { Shown } from './reference-shown.ts'
import { againstCommand, referenceCard } from './reference-shown.ts'
import { funnelReport } from './report.ts'

export const referenceSave: Run = (context, typed) => {
  const name = parseName(typed.args[0])
  if (standingNamed(name) !== undefined) throw new UsageError((w) => w.references.standing({ name }))
  const text = optional(typed, 'rates')
  const isTemplate = flag(typed, 'template')
  const store = context.open('write')
  if (text !== undefined && isTemplate) throw new UsageError((w) => w.references.oneSource)
  const isNorm = text !== undefined || isTemplate
  if (isNorm && Object.keys(typed.options).some((key) => !['rates', 'template', 'pipeline'].includes(key)))
    throw new UsageError((w) => w.references.oneSource)
  const request = parseReport(context, store, { args: [], options: typed.options })
  const made = isNorm ? normOf(request, text) : store.read(() => countedOf(store, request))
  return change(context, (operation) => {
    const { pipeline } = request
    const replaced = saveReference(store, operation, { name, pipeline: pipeline.id, ...made.reference })
    const json = shown(store, named(store, name))
    return {
      json,
      says: (w) => w.references.saved({ name, what: whatSaid(json, w), replaced, use: againstCommand(name) }),
      notes: made.notes,
    }
  })
}

export const referenceList: Run = (context, typed) => {
  const store = context.open('read')
  const records = readReferences(store).map((one) => shown(store, one))
  return listing(typed, records, COLUMNS, (w) => w.references.none)
}

export const referenceShow: Run = (context, { args: [text = ''] }) => {
  const store = context.open('read')
  const json = shown(store, named(store, text))
  return { json, document: (words) => referenceCard(json, whatSaid(json, words), words) }
}

export const referenceRm: Run = (context, { args: [text = ''] }) =>
  change(context, (operation, store) => {
    const found = named(store, text)
    const json = shown(store, found)
    removeReference(operation, found.id)
    return { json, says: (w) => w.references.removed(json) }
  })

type Made = { reference: Pick<Reference, 'kind' | 'stages' | 'figures' | 'about'>; notes: Say[] }

function normOf(request: ReportRequest, text: string | undefined): Made {
  if (text === undefined)
    return { reference: { kind: 'template', ...templateFunnel(request), about: {} }, notes: [] }
  const stages = stagesAt(request.pipeline, request.horizon.t)
  const rates = parseRates(text, stages)
  const without = stages.filter((_, at) => rates[at] === null).map(({ name }) => name)
  return {
    reference: { kind: 'rates', stages: stages.map(({ id }) => id), figures: { rates }, about: {} },
    notes: without.length === 0 ? [] : [(w) => w.references.without({ stages: without })],
  }
}

/** Counts the period in each way there is, once and for all. Throws UserError where it has no deals. */
function countedOf(store: Store, request: ReportRequest): Made {
  const { head, pipeline, horizon } = request
  const reports = PASS_MODES.map(
    (mode) => [mode, funnelReport(store, request, mode, { untimed: true })] as const,
  )
  const [[, cohort]] = reports as [(typeof reports)[number]]
  if (cohort.totals.deals === 0)
    throw new UserError((w) => w.references.empty({ period: periodTitle(request.period, w) }))
  const { won: deals, wonAmount: amount, openShare, lossStageUnknown, openStageUnknown } = cohort.totals
  const isSound = cohort.stages.every(({ sound }) => sound)
  const stageUnknown = isSound ? 0 : (lossStageUnknown ?? 0) + (openStageUnknown ?? 0)
  const figures: ReferenceFigures = {
    entered: Object.fromEntries(reports.map(([mode, report]) => [mode, enteredOf(report)])) as Record<
      PassMode,
      number[]
    >,
    won: { deals, amount, currency: request.currency },
  }
  const { period, asOf, knownAt, filters } = head
  return {
    reference: {
      kind: 'period',
      stages: stagesAt(pipeline, horizon.t).map(({ id }) => id),
      figures,
      about: { period, asOf, knownAt, filters, ...(!isSound && { stageUnknown }) },
    },
    notes: [
      ...((openShare ?? 0) >= YOUNG ? [(w: Words) => w.references.young({ share: openShare ?? 0 })] : []),
      ...(isSound ? [] : [(w: Words) => unsoundNote(stageUnknown, w).join('')]),
    ],
  }
}

/** From this share of open deals on, the shares of a period are still on their way. */
const YOUNG = 0.1

function enteredOf({ stages }: FunnelReport): number[] {
  return stages.map(({ entered }) => entered)
}

const COLUMNS: readonly ListColumn<Shown>[] = [
  { key: 'name', title: (w) => w.records.name, kind: 'text', value: (one) => one.name, shrink: true },
  {
    key: 'pipeline',
    title: (w) => w.records.pipeline,
    kind: 'text',
    value: (one) => one.pipeline,
    shrink: true,
  },
  {
    key: 'kind',
    title: (w) => w.references.what,
    kind: 'text',
    value: (one) => one.kind,
    text: whatSaid,
    shrink: true,
  },
  { key: 'deals', title: (w) => w.funnel.deals, kind: 'count', value: (one) => one.deals },
  {
    key: 'savedAt',
    title: (w) => w.references.savedOn,
    kind: 'date',
    value: (one) => one.savedAt.slice(0, 10),
  },
]

/** `июль–сентябрь 2025`, or where else its figures are from. */
function whatSaid({ kind, period }: Shown, words: Words): string {
  return period == null ? words.references.kinds[kind] : periodTitle(period, words)
}

function named(store: Store, text: string): Reference {
  const all = readReferences(store)
  const found = all.find(({ name }) => foldKey(name) === foldKey(text))
  if (found === undefined)
    throw new UserError((w) => w.references.unknown({ text, known: all.map(({ name }) => name) }))
  return found
}

function shown(store: Store, reference: Reference): Shown {
  const { about, figures } = reference
  const { entered, rates } = figures
  const pipeline = store.pipeline(reference.pipeline)
  return {
    name: reference.name,
    kind: reference.kind,
    pipeline: pipeline.name,
    savedAt: store.zone.isoString(reference.savedAt),
    period: about.period ?? null,
    asOf: about.asOf ?? null,
    knownAt: about.knownAt ?? null,
    filters: about.filters ?? {},
    deals: entered?.cohort[0] ?? null,
    stageUnknown: about.stageUnknown ?? 0,
    stages: reference.stages.map((id, k) => {
      const n = entered?.cohort[k] ?? null
      const went = entered?.cohort[k + 1] ?? 0
      const range = n === null ? null : wilson(went, n)
      return {
        stage: store.stage(id).name,
        entered: n,
        toNext: round4(n === null ? (rates?.[k] ?? null) : ratio(went, n)),
        toNextLow: round4(range?.low ?? null),
        toNextHigh: round4(range?.high ?? null),
      }
    }),
    entered: entered ?? null,
  }
}
