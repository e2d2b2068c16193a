import { criteriaOf } from '../../domain/criteria.ts'
import {
  outcomeStage,
  type Pipeline,
  type Stage,
  stagesAt,
  templateProbability,
} from '../../domain/pipeline.ts'
import { openDealsByStage, retiredStages } from '../../store/deals/stages.ts'
import { readFields } from '../../store/fields.ts'
import { rulesByStage } from '../../store/rules/rules.ts'
import type { Store } from '../../store/store.ts'
import type { ListColumn } from '../listing.ts'
import { namesOfCriteria } from './criteria.ts'

/** A stage as lists and cards show it. */
export interface StageJson {
  stage: string
  pipeline: string
  kind: 'open' | 'won' | 'lost' | 'retired'
  /** Template probability: the stage's own, else by its place. */
  probability: number | null
  norm: number | null
  openDeals: number
  /** An invoice is out. */
  invoice: boolean
  /** Names of the fields that a deal must have to go on. */
  criteria: string[]
  strict: boolean
  /** How many rules wait for something there. */
  rules: number
}

/** The stages in use in order, then the outcomes, then those retired: the ones that still hold open deals, or all. */
export function stagesJson(store: Store, pipeline: Pipeline, withRetired = false): StageJson[] {
  const counts = openDealsByStage(store)
  const rules = rulesByStage(store)
  const fields = readFields(store.db, 'deal')
  const open = stagesAt(pipeline, Number.POSITIVE_INFINITY)
  const json = (stage: Stage, kind: StageJson['kind'], probability: number | null): StageJson => ({
    stage: stage.name,
    pipeline: pipeline.name,
    kind,
    probability,
    norm: stage.norm,
    openDeals: counts.get(stage.id) ?? 0,
    invoice: stage.invoice,
    criteria: criteriaOf(stage.criteria, fields).map((one) => (typeof one === 'string' ? one : one.name)),
    strict: stage.strict,
    rules: rules.get(stage.id) ?? 0,
  })
  const retired = retiredStages(pipeline).filter(({ id }) => withRetired || counts.has(id))
  return [
    ...open.map((stage, k) =>
      json(stage, 'open', stage.probability ?? rounded(templateProbability(k + 1, open.length))),
    ),
    json(outcomeStage(pipeline, 'won'), 'won', 1),
    json(outcomeStage(pipeline, 'lost'), 'lost', 0),
    ...retired.map((stage) => json(stage, 'retired', null)),
  ]
}

/** On the screen, criteria and rules are told of where there are any. */
export function stageColumns(stages: readonly StageJson[]): readonly ListColumn<StageJson>[] {
  const are = {
    criteria: stages.some(({ criteria }) => criteria.length > 0),
    rules: stages.some(({ rules }) => rules > 0),
  }
  return [
    ...STAGE_COLUMNS,
    {
      key: 'criteria',
      title: (w) => w.criteria.title,
      kind: 'text',
      value: ({ criteria, strict }) =>
        criteria.length === 0 ? null : criteria.join(', ') + (strict ? ' !' : ''),
      text: ({ criteria, strict }, w) => {
        const said = namesOfCriteria(criteria, w)
        return strict && said !== '' ? `${said} (${w.criteria.strictly})` : said
      },
      shrink: true,
      dataOnly: !are.criteria,
    },
    {
      key: 'invoice',
      title: (w) => w.criteria.withInvoice,
      kind: 'text',
      value: ({ invoice }) => (invoice ? 'yes' : null),
      dataOnly: true,
    },
    {
      key: 'rules',
      title: (w) => w.criteria.rules,
      kind: 'count',
      value: ({ rules }) => rules,
      text: ({ rules }) => (rules === 0 ? '' : String(rules)),
      dataOnly: !are.rules,
    },
  ]
}

const STAGE_COLUMNS: readonly ListColumn<StageJson>[] = [
  {
    key: 'pipeline',
    title: (w) => w.records.pipeline,
    kind: 'text',
    value: (one) => one.pipeline,
    shrink: true,
  },
  { key: 'stage', title: (w) => w.records.stage, kind: 'text', value: (one) => one.stage, shrink: true },
  {
    key: 'kind',
    title: (w) => w.pipelines.kind,
    kind: 'text',
    value: (one) => one.kind,
    text: ({ kind, invoice }, w) =>
      invoice ? `${w.pipelines.kinds[kind]} · ${w.criteria.withInvoice}` : w.pipelines.kinds[kind],
  },
  {
    key: 'probability',
    title: (w) => w.pipelines.probabilityTitle,
    kind: 'rate',
    value: (one) => one.probability,
  },
  { key: 'norm', title: (w) => w.pipelines.normTitle, kind: 'days', value: (one) => one.norm },
  { key: 'openDeals', title: (w) => w.pipelines.openDeals, kind: 'count', value: (one) => one.openDeals },
]

function rounded(probability: number): number {
  return Math.round(probability * 10_000) / 10_000
}
