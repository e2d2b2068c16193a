import type { Lang } from '../words/words.ts'
import type { Priority } from './task.ts'

/** What of a stage a rule waits for: a deal comes, goes, or stays longer than so many days. */
export const TRIGGERS = ['enter', 'leave', 'stay'] as const
export type Trigger = (typeof TRIGGERS)[number]

/** What a rule does: makes a task, sets a field, opens a deal in another pipeline, fills a message. */
export const ACTIONS = ['task', 'field', 'deal', 'message'] as const
export type Action = (typeof ACTIONS)[number]

/** A removed rule stays as a row, for its firings name it. */
export const RULE_STATES = ['on', 'off', 'removed'] as const
export type RuleState = (typeof RULE_STATES)[number]

/** Where a message goes: to the screen, into a file of a folder, to a command on its stdin. */
export const OUTPUTS = ['print', 'folder', 'command'] as const
export type Output = (typeof OUTPUTS)[number]

/** Fields of a deal that a rule may set; the user's own ones beside them. */
export const SET_FIELDS = [
  'amount',
  'cost',
  'expected',
  'manager',
  'note',
  'product',
  'source',
  'title',
] as const
export type SetField = (typeof SET_FIELDS)[number]

/** A rule as it is kept. Ids are row ids of the workspace, and what they name may be gone by now. */
export interface Rule {
  id: number
  name: string
  stage: number
  trigger: Trigger
  /** Of `stay`. */
  days: number | null
  action: Action
  state: RuleState
  /** Events from this moment on, ms UTC; those known by their day from the start of its day on. */
  since: number
  /** Text of the task, of the message, of the field's value; title of the deal. A template. */
  text: string
  /** For whom the task is, or whom `manager` is set to; null is the deal's manager. */
  manager: number | null
  /** When the task is due, in words that are read as of the event; null is the day of the event. */
  due: string | null
  /** A date field of deals in which the day stands that the task is due. */
  dueField: number | null
  /** In which language `due` and the texts are. */
  lang: Lang
  priority: Priority
  field: SetField | null
  ownField: number | null
  /** Where the deal is opened. */
  pipeline: number | null
  withAmount: boolean
  output: Output | null
  /** The folder, or the command as a JSON list of words. */
  target: string | null
  /** The command may be run: it was named in this file and did not come with a copy. */
  allowed: boolean
}

/** An event that a rule waits for: the nth of this rule and deal. */
export interface RuleEvent {
  rule: number
  deal: number
  nth: number
  /** ms UTC; known by its day only, somewhere within it. */
  at: number
  precision: 'moment' | 'day'
}

export const PROBLEMS = ['managerLeft', 'fieldGone', 'pipelineGone', 'badValue', 'chain', 'refused'] as const

/** Why a firing could not be: what is said of it, and the name that it is said of. */
export interface RuleProblem {
  code: (typeof PROBLEMS)[number]
  name: string
}

/** Rules that set one another off within one operation: so many steps, then the rest is not done. */
export const MOST_STEPS = 5

/** A chain of rules: each opens a deal in the stage that the next one waits for. */
export interface Link {
  rule: string
  stage: number
  /** The first stage of the pipeline in which it opens a deal; null where it opens none. */
  opens: number | null
  trigger: Trigger
}

/**
 * The names of rules that would open deals without end, the last leading back to the first; undefined where there are
 * none. A deal leaves a stage by somebody's hand only, so nothing goes round by `leave`.
 */
export function loopOf(links: readonly Link[]): string[] | undefined {
  const walk = (link: Link, way: readonly Link[]): Link[] | undefined => {
    const at = way.indexOf(link)
    if (at >= 0) return way.slice(at)
    for (const next of links)
      if (link.opens !== null && next.stage === link.opens && next.trigger !== 'leave') {
        const found = walk(next, [...way, link])
        if (found !== undefined) return found
      }
    return undefined
  }
  for (const link of links) {
    const found = walk(link, [])
    if (found !== undefined) return found.map(({ rule }) => rule)
  }
  return undefined
}
