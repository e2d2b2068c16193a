import { stagesAt } from '../../domain/pipeline.ts'
import { lossesDocument } from '../../render/reports/losses.ts'
import { type LossCell, type LossesReport, lossesJson, lossesReport } from '../../reports/losses.ts'
import { managerName } from '../../store/facts/groups.ts'
import { eachLoss, type LossFact } from '../../store/facts/loss-facts.ts'
import type { Store } from '../../store/store.ts'
import type { Answer, Run } from '../command.ts'
import { Spellings } from '../spellings.ts'
import { optional } from '../typed.ts'
import { type LossScope, lossesAsked, lossesExplained, lossWatch } from './losses-asked.ts'
import { factsQuery, parseReport, type ReportRequest, shiftReport } from './request.ts'
import { lookBeyond, reportView } from './view.ts'

/** Why deals are lost, at which stage, by whom. */
export const losses: Run = (context, typed): Answer => {
  const store = context.open('read')
  return store.read(() => {
    const { stage: _stage, reason: _reason, ...options } = typed.options
    const plain = parseReport(context, store, { ...typed, options })
    const { request, scope } = lossesAsked(context, store, typed, plain)
    const counted = count(store, request, scope)
    const report = counted.report
    const cell = optional(typed, 'explain')
    if (cell !== undefined) {
      const watch = lossWatch(cell, request, report)
      eachFact(store, request, scope, (fact, reason) => {
        if (watch.wants(reason === null ? null : counted.shown(reason), counted.stageOf(fact), fact.group))
          watch.found.add(fact.id)
      })
      return lossesExplained(store, request, watch)
    }
    const compare = optional(typed, 'compare')
    const shifted =
      compare === undefined ? null : { ...shiftReport(request, store, compare), grouping: undefined }
    const beside = shifted === null ? null : count(store, shifted, scope).report
    const { deals, closed } = report.total
    const beyond = lookBeyond(store, request, typed, closed ?? deals, 'current')
    const view = reportView(context, 'losses', typed, request, beyond)
    return {
      json: lossesJson(report, beside),
      document: (words) => lossesDocument({ report, beside }, view(words)),
      messages: beyond.messages,
    }
  })
}

interface Counted {
  report: LossesReport
  shown(reason: string): string
  stageOf(fact: LossFact): string | null
}

function count(store: Store, request: ReportRequest, scope: LossScope): Counted {
  const { grouping, pipeline, head } = request
  const spellings = new Spellings()
  const own = new Tally(store, request, spellings)
  const byGroup = new Map<string | null, number>()
  eachFact(
    store,
    request,
    scope,
    (fact, reason) => own.add(fact, reason),
    (group, deals) => byGroup.set(group, (byGroup.get(group) ?? 0) + deals),
  )
  const overlap = grouping?.overlap === true
  let [all, wins] = [own, byGroup]
  if (overlap) {
    // A deal of several groups counts once in the whole.
    const whole = new Tally(store, request, spellings)
    const once = new Map<string | null, number>()
    const ungrouped = { ...request, grouping: undefined }
    eachFact(
      store,
      ungrouped,
      scope,
      (fact, reason) => whole.add(fact, reason),
      (group, deals) => once.set(group, deals),
    )
    ;[all, wins] = [whole, once]
  }
  const isWhole = scope.reasons.length === 0 && scope.stages.length === 0
  const report = lossesReport({
    head,
    pipeline: pipeline.name,
    by: grouping?.by ?? null,
    overlap,
    order: stagesAt(pipeline, request.horizon.t).map(({ name }) => name),
    cells: all.cells(),
    grouped: own.cells(),
    won: isWhole ? { all: [...wins.values()].reduce((a, b) => a + b, 0), byGroup } : null,
    isTime: grouping?.time === true,
  })
  return {
    report,
    shown: (reason) => spellings.shown(reason) ?? reason,
    stageOf: ({ stage }) => (stage === null ? null : store.stage(stage).name),
  }
}

/** Losses within the scope; the reason is the same for all its spellings. */
function eachFact(
  store: Store,
  request: ReportRequest,
  { reasons, stages }: LossScope,
  lost: (fact: LossFact, reason: string | null) => void,
  won: (group: string | null, deals: number) => void = () => {},
): void {
  const keys = new Spellings()
  const [first, ...others] = request.pipeline.stages.filter(({ kind }) => kind === 'open')
  // Of a pipeline that never had another stage, nothing needs to tell it.
  const only = others.length === 0 ? first?.id : undefined
  eachLoss(store, factsQuery(store, request, 'current'), {
    lost: (fact) => {
      fact.stage ??= only ?? null
      const reason = keys.keyOf(fact.reason)
      if (reasons.length > 0 && !reasons.includes(reason)) return
      if (stages.length > 0 && !stages.includes(fact.stage)) return
      lost(fact, reason)
    },
    won,
  })
}

/** Counts losses by reason, stage, manager and group. */
class Tally {
  readonly #sums = new Map<string | null, Map<string | null, Map<number, Sum>>>()

  constructor(
    readonly store: Store,
    readonly request: ReportRequest,
    readonly spellings: Spellings,
  ) {}

  add({ id, group, reason: text, stage, manager, amount, currency: own }: LossFact, reason: string | null) {
    const { rates, currency, asOf } = this.request
    this.spellings.add(text, id)
    const place = (stage ?? 0) * MANAGERS + (manager ?? 0)
    const sum = this.#sumOf(group, reason, place, { stage, manager })
    sum.deals += 1
    sum.amount += amount === null ? 0 : rates.convert(amount, own, currency, asOf)
  }

  cells(): LossCell[] {
    const name = managerName(this.store)
    return [...this.#sums].flatMap(([group, reasons]) =>
      [...reasons].flatMap(([reason, sums]) =>
        [...sums.values()].map(({ stage, manager, deals, amount }) => ({
          group,
          reason: this.spellings.shown(reason),
          stage: stage === null ? null : this.store.stage(stage).name,
          manager: name(manager),
          deals,
          amount,
        })),
      ),
    )
  }

  #sumOf(
    group: string | null,
    reason: string | null,
    place: number,
    of: Pick<Sum, 'stage' | 'manager'>,
  ): Sum {
    const reasons = this.#sums.get(group) ?? new Map<string | null, Map<number, Sum>>()
    if (reasons.size === 0) this.#sums.set(group, reasons)
    const sums = reasons.get(reason) ?? new Map<number, Sum>()
    if (sums.size === 0) reasons.set(reason, sums)
    const sum = sums.get(place) ?? { ...of, deals: 0, amount: 0 }
    if (sum.deals === 0) sums.set(place, sum)
    return sum
  }
}

/** More than there are managers: a stage and a manager are one number. */
const MANAGERS = 2 ** 26

interface Sum {
  stage: number | null
  manager: number | null
  deals: number
  amount: number
}
