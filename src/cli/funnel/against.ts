import { foldKey } from '../../domain/names/name.ts'
import { stagesAt } from '../../domain/pipeline.ts'
import {
  type PassMode,
  type ReferenceFunnel,
  type ReferenceShare,
  shareOf,
  templateRates,
} from '../../domain/reference.ts'
import { UserError } from '../../errors.ts'
import {
  type Against,
  type Average,
  heldAgainst,
  type ReferenceHead,
  summedUp,
} from '../../reports/against.ts'
import type { FunnelBody } from '../../reports/funnel.ts'
import { type Reference, readReferences } from '../../store/references.ts'
import type { Store } from '../../store/store.ts'
import { meant } from '../line/aliases.ts'
import type { ReportRequest } from '../reports/request.ts'

/** A reference as a report asks for it by name. */
export interface Named {
  head: ReferenceHead
  funnel: ReferenceFunnel
}

/** What `--against` names besides saved references; no reference may be called so. */
export function standingNamed(text: string): 'template' | 'team' | 'previous' | 'last-year' | undefined {
  return meant('against', text, ['template', 'team']) ?? meant('compared', text, ['previous', 'last-year'])
}

/**
 * The reference that `--against` names: a saved one, or `template`. Throws UserError for a name that is not there, and
 * for a reference of another pipeline.
 */
export function referenceNamed(store: Store, request: ReportRequest, text: string): Named {
  const { pipeline } = request
  if (meant('against', text, ['template'])) return templateOf(store, request)
  const all = readReferences(store)
  const found = all.find(({ name }) => foldKey(name) === foldKey(text))
  if (found === undefined) {
    const known = all.filter((one) => one.pipeline === pipeline.id).map(({ name }) => name)
    throw new UserError((w) => w.references.unknown({ text, known }))
  }
  if (found.pipeline !== pipeline.id) {
    const its = store.pipeline(found.pipeline).name
    throw new UserError((w) => w.references.otherPipeline({ name: found.name, its, pipeline: pipeline.name }))
  }
  return { head: headOf(store, request, found), funnel: found }
}

/** Its shares of the stages in use at T; null where it has none. */
export function sharesOf(
  { funnel }: Named,
  { pipeline, horizon }: ReportRequest,
  mode: PassMode,
): (ReferenceShare | null)[] {
  const stages = stagesAt(pipeline, horizon.t)
  return stages.map(({ id }, k) => shareOf(funnel, mode, id, stages[k + 1]?.id ?? 'won'))
}

/** A funnel with the reference beside it, stage by stage and in money. */
export function againstReference(
  request: ReportRequest,
  body: FunnelBody,
  named: Named,
  mode: PassMode,
): Against {
  const average = averageWon(body) ?? averageOf(named, request)
  const rows = heldAgainst(body, sharesOf(named, request, mode), { ageless: true, average })
  return {
    of: named.head,
    rows,
    average,
    differenceWon: summedUp(body, rows, 'differenceWon'),
    differenceAmount: summedUp(body, rows, 'differenceAmount'),
  }
}

export function averageWon({ totals }: Pick<FunnelBody, 'totals'>): Average | null {
  return totals.won === 0 ? null : { amount: totals.wonAmount / totals.won, deals: totals.won, of: 'own' }
}

export function averageOf({ funnel }: Named, { rates, currency, asOf }: ReportRequest): Average | null {
  const { won } = funnel.figures
  if (won === undefined || won.deals === 0) return null
  const amount = rates.convert(won.amount, won.currency, currency, asOf)
  return { amount: amount / won.deals, deals: won.deals, of: 'reference' }
}

function headOf(store: Store, request: ReportRequest, reference: Reference): ReferenceHead {
  const { about, figures } = reference
  return {
    name: reference.name,
    kind: reference.kind,
    period: about.period ?? null,
    asOf: about.asOf ?? null,
    filters: about.filters ?? {},
    deals: figures.entered?.cohort[0] ?? null,
    stageUnknown: about.stageUnknown ?? 0,
    savedOn: store.zone.dateOf(reference.savedAt),
    ...changesOf(store, request, reference),
  }
}

/** How the pipeline differs from what the reference knows. */
function changesOf(
  store: Store,
  { pipeline, horizon }: Pick<ReportRequest, 'pipeline' | 'horizon'>,
  { stages }: ReferenceFunnel,
): Pick<ReferenceHead, 'added' | 'gone'> {
  const now = stagesAt(pipeline, horizon.t)
  return {
    added: now.filter(({ id }) => !stages.includes(id)).map(({ name }) => name),
    gone: stages.filter((id) => !now.some((stage) => stage.id === id)).map((id) => store.stage(id).name),
  }
}

function templateOf(store: Store, request: ReportRequest): Named {
  const funnel = templateFunnel(request)
  return {
    head: {
      name: null,
      kind: 'template',
      period: null,
      asOf: null,
      filters: {},
      deals: null,
      stageUnknown: 0,
      savedOn: null,
      ...changesOf(store, request, funnel),
    },
    funnel,
  }
}

/**
 * The pipeline's own template probabilities as a funnel. Throws UserError where the probability of winning is less at a
 * later stage: no share leads from one to the other.
 */
export function templateFunnel({ pipeline, horizon }: ReportRequest): ReferenceFunnel {
  const stages = stagesAt(pipeline, horizon.t)
  const rates = templateRates(stages)
  const at = rates.indexOf(null)
  if (at >= 0) {
    const [stage = '', next = ''] = stages.slice(at, at + 2).map(({ name }) => name)
    throw new UserError((w) => w.references.falls({ stage, next }))
  }
  return { stages: stages.map(({ id }) => id), figures: { rates } }
}
