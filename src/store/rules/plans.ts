import { type DealValues, NOTHING_KNOWN } from '../../domain/deal.ts'
import { parseFieldValue } from '../../domain/field.ts'
import { parseAmount } from '../../domain/money.ts'
import type { Rule, RuleEvent, RuleProblem } from '../../domain/rule.ts'
import { type Moment, parseWhen, type WhenContext } from '../../domain/time/when.ts'
import { UserError } from '../../errors.ts'
import { wordsFor } from '../../words/words.ts'
import { type DealPatch, firstStage, stateAt } from '../deals/writing.ts'
import { Labels } from '../labels.ts'
import { survivorOf } from '../naming/naming.ts'
import { standIn } from '../people/handing-over.ts'
import type { Store } from '../store.ts'
import type { NewTask } from '../touches/writing.ts'
import { filled, PlaceGone, peopleOf, type Subject } from './places.ts'
import { pipelineThere } from './rules.ts'

/** What a rule does at an event, all of it settled and nothing written yet. */
export type RulePlan =
  | { does: 'task'; task: NewTask }
  | { does: 'field'; patch: DealPatch; field: string; value: string }
  | { does: 'deal'; values: DealValues; pipeline: string }
  | { does: 'message'; text: string }
  | { does: 'nothing'; problem: RuleProblem }

class Impossible extends Error {
  constructor(readonly problem: RuleProblem) {
    super(problem.code)
  }
}

/** Plans firings of an operation: what is looked up for one is kept for the next. */
export class Planner {
  readonly #labels: Labels

  constructor(private readonly store: Store) {
    this.#labels = new Labels(store)
  }

  /** Reads the deal as it was at the event. What cannot be is a plan too, that of doing nothing. */
  plan(rule: Rule, event: RuleEvent): RulePlan {
    try {
      return this.#plan(rule, event)
    } catch (error) {
      if (error instanceof Impossible) return { does: 'nothing', problem: error.problem }
      if (error instanceof PlaceGone)
        return { does: 'nothing', problem: { code: 'fieldGone', name: error.message } }
      if (error instanceof UserError) return { does: 'nothing', problem: refusal(error, rule) }
      throw error
    }
  }

  #plan(rule: Rule, event: RuleEvent): RulePlan {
    const subject = this.#subject(rule, event)
    switch (rule.action) {
      case 'task':
        return { does: 'task', task: this.#task(rule, subject) }
      case 'field':
        return this.#field(rule, subject)
      case 'deal':
        return this.#deal(rule, subject)
      case 'message':
        return { does: 'message', text: filled(this.store, this.#labels, rule, subject) }
    }
  }

  #subject(rule: Rule, event: RuleEvent): Subject {
    const { store } = this
    const { values } = stateAt(store, event.deal, event.at)
    const manager = this.#manager(rule, values.manager, event.deal)
    return { event, values, manager, ...peopleOf(store, values) }
  }

  /** Who had the deal then, or has it now where that one left or handed it over; who stands in for them. */
  #manager({ manager: named }: Rule, then: number | null, deal: number): number | null {
    if (named !== null) return standIn(this.store, named, deal)
    const isThere = this.#works(then) && (then === null || standIn(this.store, then, deal) === then)
    const manager = isThere ? then : stateAt(this.store, deal, Number.MAX_SAFE_INTEGER).values.manager
    return manager === null ? null : standIn(this.store, manager, deal)
  }

  #works(id: number | null): boolean {
    const { managers } = this.store
    if (id === null) return true
    return managers.some((manager) => manager.id === survivorOf(managers, id) && manager.active)
  }

  #working(id: number | null): number | null {
    if (id === null) return null
    if (!this.#works(id)) throw new Impossible({ code: 'managerLeft', name: this.#labels.manager(id) })
    return survivorOf(this.store.managers, id)
  }

  #task(rule: Rule, subject: Subject): NewTask {
    const { contact, company, event } = subject
    return {
      text: filled(this.store, this.#labels, rule, subject),
      due: this.#due(rule, subject),
      priority: rule.priority,
      manager: this.#working(subject.manager),
      contact,
      company,
      deal: event.deal,
    }
  }

  #due(rule: Rule, { event, values }: Subject): Moment {
    const { zone } = this.store
    const day = (date: string): Moment => ({ at: zone.startOfDay(date), precision: 'day' })
    const today = day(zone.dateOf(event.at))
    if (rule.dueField !== null) {
      const field = this.#labels.fields('deal').find(({ id }) => id === rule.dueField)
      if (field === undefined) throw new Impossible({ code: 'fieldGone', name: `#${rule.dueField}` })
      const value = values.fields[rule.dueField]
      return value === undefined ? today : day(String(value))
    }
    if (rule.due === null) return today
    const { at, precision } = parseWhen(rule.due, this.#whenOf(rule, event))
    return { at, precision }
  }

  /** Words of time are read as of the event; one known by its day only counts as that morning. */
  #whenOf({ lang }: Rule, { at, precision }: RuleEvent): WhenContext {
    const { zone } = this.store
    const now = precision === 'day' ? zone.instantOf(zone.dateOf(at), { hour: 9, minute: 0 }) : at
    return { now, zone, lang, prefer: 'future' }
  }

  #field(rule: Rule, subject: Subject): RulePlan {
    const text = filled(this.store, this.#labels, rule, subject)
    if (rule.ownField !== null) return this.#ownField(rule, rule.ownField, subject.event, text)
    const plan = (field: string, patch: DealPatch, value = text): RulePlan => ({
      does: 'field',
      field,
      value,
      patch,
    })
    switch (rule.field) {
      case 'manager': {
        const manager = this.#working(rule.manager)
        return plan('manager', { manager }, manager === null ? '' : this.#labels.manager(manager))
      }
      case 'amount':
      case 'cost': {
        const { currency } = subject.values
        const read = text === '' ? null : parseAmount(text, { currency })
        if (read !== null && ('problem' in read || (read.currency ?? currency) !== currency))
          throw new Impossible({ code: 'badValue', name: text })
        return plan(rule.field, { [rule.field]: read === null ? null : read.minor })
      }
      case 'expected':
        return plan('expected', {
          expected: text === '' ? null : parseWhen(text, this.#whenOf(rule, subject.event)).date,
        })
      case 'title':
        if (text === '') throw new Impossible({ code: 'badValue', name: text })
        return plan('title', { title: text })
      case 'note':
      case 'product':
      case 'source':
        return plan(rule.field, { [rule.field]: text === '' ? null : text })
      case null:
        throw new Impossible({ code: 'fieldGone', name: '' })
    }
  }

  #ownField(rule: Rule, id: number, event: RuleEvent, text: string): RulePlan {
    const field = this.#labels.fields('deal').find((one) => one.id === id)
    if (field === undefined) throw new Impossible({ code: 'fieldGone', name: `#${id}` })
    const { currency } = this.store.settings
    const value =
      text === '' ? null : parseFieldValue(field, text, { currency, when: this.#whenOf(rule, event) })
    if (value === undefined) throw new Impossible({ code: 'badValue', name: text })
    return { does: 'field', field: field.name, value: text, patch: { fields: { [id]: value } } }
  }

  #deal(rule: Rule, subject: Subject): RulePlan {
    const { store } = this
    const { pipeline } = rule
    if (!pipelineThere(store, pipeline)) throw new Impossible({ code: 'pipelineGone', name: '' })
    const { values } = subject
    return {
      does: 'deal',
      pipeline: store.pipeline(pipeline).name,
      values: {
        ...NOTHING_KNOWN,
        title: filled(store, this.#labels, rule, subject) || values.title,
        stage: firstStage(store, pipeline),
        manager: this.#working(subject.manager),
        company: values.company,
        contacts: values.contacts,
        amount: rule.withAmount ? values.amount : null,
        currency: values.currency,
      },
    }
  }
}

/** A sentence of the program itself, in the language of the rule. */
export function refusal(error: UserError, { lang }: Pick<Rule, 'lang'>): RuleProblem {
  return { code: 'refused', name: error.say(wordsFor(lang)) }
}
