import type { Rule, RuleProblem } from '../../domain/rule.ts'
import { Labels } from '../../store/labels.ts'
import { tallyOf } from '../../store/rules/rules.ts'
import type { Store } from '../../store/store.ts'
import type { Words } from '../../words/words.ts'
import { sayTarget } from './sending.ts'
import { shownTemplate } from './template.ts'
import { fieldSaid } from './told.ts'

/** A rule as scripts see it. */
export interface RuleJson {
  id: string
  name: string
  on: boolean
  pipeline: string | null
  stage: string | null
  trigger: Rule['trigger']
  days: number | null
  action: Rule['action']
  text: string
  manager: string | null
  due: string | null
  dueField: string | null
  priority: string
  field: string | null
  opens: string | null
  withAmount: boolean
  output: string | null
  target: string | null
  allowed: boolean
  since: string
  done: number
  failed: number
  waiting: number
  lastFailure: { deal: string; at: string; code: RuleProblem['code']; name: string } | null
}

export function ruleJson(store: Store, rule: Rule): RuleJson {
  const labels = new Labels(store)
  const { pipelines, db, zone } = store
  const stage = pipelines.flatMap(({ stages }) => stages).find(({ id }) => id === rule.stage)
  const nameOf = (id: number | null | undefined) => pipelines.find((one) => one.id === id)?.name ?? null
  const fieldName = (id: number | null) =>
    id === null ? null : (labels.fields('deal').find((one) => one.id === id)?.name ?? `#${id}`)
  const { last, ...tally } = tallyOf(db, rule.id)
  return {
    id: `r${rule.id}`,
    name: rule.name,
    on: rule.state === 'on',
    pipeline: nameOf(stage?.pipeline),
    stage: stage?.name ?? null,
    trigger: rule.trigger,
    days: rule.days,
    action: rule.action,
    text: shownTemplate(store, rule.text),
    manager: rule.manager === null ? null : labels.manager(rule.manager),
    due: rule.due,
    dueField: fieldName(rule.dueField),
    priority: rule.priority,
    field: rule.field ?? fieldName(rule.ownField),
    opens: nameOf(rule.pipeline),
    withAmount: rule.withAmount,
    output: rule.output,
    target: sayTarget(rule),
    allowed: rule.allowed,
    since: zone.isoString(rule.since),
    ...tally,
    lastFailure:
      last === null ? null : { deal: `d${last.deal}`, at: zone.isoString(last.at), ...last.problem },
  }
}

export function sayWhen({ trigger, stage, days }: RuleJson, { rules }: Words): string {
  return rules.when({ trigger, stage: stage ?? rules.gone, days: days ?? 0 })
}

export function sayDue({ due, dueField }: RuleJson, { rules }: Words): string | null {
  return dueField === null ? due : rules.dueOn({ field: dueField })
}

export function sayDoes(rule: RuleJson, words: Words): string {
  const { text } = rule
  const { rules, deals } = words
  switch (rule.action) {
    case 'task':
      return rules.does.task({ text, due: sayDue(rule, words) })
    case 'field': {
      const field = fieldSaid(rule.field ?? '', deals.fields)
      return rules.does.field({ field, value: rule.field === 'manager' ? (rule.manager ?? '') : text })
    }
    case 'deal':
      return rules.does.deal({ pipeline: rule.opens ?? rules.gone })
    case 'message': {
      const line = text.split('\n').find((one) => one.trim() !== '') ?? ''
      return rules.does.message({
        text: line,
        to: rules.to[rule.output === 'folder' || rule.output === 'command' ? rule.output : 'print'],
      })
    }
  }
}

export function sayFailure(rule: RuleJson, { rules }: Words): string | null {
  const { lastFailure } = rule
  return lastFailure === null ? null : `${lastFailure.deal}: ${rules.problem(lastFailure)}`
}
