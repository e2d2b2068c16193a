import { currencyDigits } from '../domain/currency.ts'
import { KIND } from '../domain/deal.ts'
import type { DemoYear } from '../domain/demo.ts'
import { foldCompany, foldKey, foldName } from '../domain/names/name.ts'
import { addDays, addMonths, firstOfMonth } from '../domain/time/date.ts'
import type { Zone } from '../domain/time/zone.ts'
import type { DemoWords } from '../words/demo.ts'
import { addBonus } from './bonuses.ts'
import { createPipeline } from './deals/pipelines.ts'
import type { Operation } from './operation.ts'
import { codeOf, PRECISIONS } from './rows.ts'
import { writeSetting } from './settings.ts'
import type { Store } from './store.ts'
import { addActivity } from './touches/writing.ts'

/**
 * Fills a new workspace with the year of an invented business, as if each thing had been entered when it happened: like a
 * full copy, it brings what was known before it.
 */
export function fillDemo(store: Store, year: DemoYear, words: DemoWords, now: number): void {
  store.write({ command: 'demo', now, summary: { copy: true } }, (operation) => {
    const pipeline = createPipeline(operation, {
      name: words.pipeline,
      stages: words.stages,
      won: words.won,
      lost: words.lost,
    })
    writeSetting(store.db, operation, 'pipeline', pipeline)
    writePeople(operation, year, words)
    writeSteps(operation, year)
    store.forget()
    const stages = store.pipelines[0]?.stages.map(({ id }) => id) ?? []
    writeDeals(operation, year, words, stages)
    writeTouches(operation, year)
    writePlans(operation, words, store.zone, now)
    const contract = stages[words.stages.length - 1]
    if (contract !== undefined) operation.update('stages', contract, { invoice: 1 })
  })
}

/** Row ids are places in the lists plus one: the workspace is new. */
function writePeople(operation: Operation, year: DemoYear, words: DemoWords): void {
  for (const name of words.managers)
    operation.insert('managers', { name, folded: foldKey(name), department: words.department })
  const first = year.contacts[0]?.at ?? operation.at
  for (const name of words.companies)
    operation.insert('companies', {
      name,
      folded: foldCompany(name),
      created_at: first,
      created_precision: 0,
    })
  for (const { name, phone, company, manager, source, at } of year.contacts)
    operation.insert('contacts', {
      name,
      folded: foldName(name),
      phones: JSON.stringify([{ e164: phone, raw: phone }]),
      company_id: company === null ? null : company + 1,
      manager_id: manager + 1,
      source,
      created_at: at,
      created_precision: 0,
    })
}

function writeSteps(operation: Operation, { steps }: DemoYear): void {
  for (const { contact, manager, stage, at } of steps)
    operation.insert('lifecycle', {
      contact_id: contact + 1,
      stage,
      at,
      precision: codeOf(PRECISIONS, 'moment'),
      manager_id: manager + 1,
    })
}

function writeDeals(operation: Operation, year: DemoYear, words: DemoWords, stages: readonly number[]): void {
  const scale = 10 ** currencyDigits(words.currency)
  const { expected, externalId, externalSystem, note, cost, fields } = BLANK
  for (const { title, contact, company, manager, product, source, amount, urgent, at, moves } of year.deals) {
    const actor = manager + 1
    const deal = operation.createDeal({
      at,
      recordedAt: at,
      precision: 'moment',
      actor,
      values: {
        title,
        stage: stages[0] ?? 1,
        manager: actor,
        company: company === null ? null : company + 1,
        contacts: [contact + 1],
        amount: amount * scale,
        currency: words.currency,
        source,
        product,
        tags: urgent ? [words.urgent] : [],
        ...{ expected, externalId, externalSystem, note, cost, fields },
      },
    })
    for (const move of moves)
      operation.change(deal, {
        kind: KIND.stage,
        value: stages[move.stage] ?? null,
        at: move.at,
        recordedAt: move.at,
        precision: 'moment',
        actor,
        reason: move.reason,
      })
  }
}

/** What was done and what is promised; of deals by their places, which are their row ids less one. */
function writeTouches(operation: Operation, year: DemoYear): void {
  const about = (place: number | null) => {
    const deal = place === null ? undefined : year.deals[place]
    return {
      manager: deal === undefined ? null : deal.manager + 1,
      contact: deal === undefined ? null : deal.contact + 1,
      company: null,
      deal: place === null ? null : place + 1,
    }
  }
  for (const { deal, at, minutes, ...activity } of year.activities)
    addActivity(operation, {
      ...activity,
      ...about(deal),
      when: { at, precision: 'moment' },
      duration: minutes === null ? null : minutes * 60,
    })
  for (const { deal, text, due, at } of year.tasks) {
    const { manager, contact } = about(deal)
    operation.insert('tasks', {
      text,
      manager_id: manager,
      contact_id: contact,
      deal_id: deal + 1,
      due_at: due.at,
      due_precision: codeOf(PRECISIONS, due.precision),
      created_at: at,
      created_precision: codeOf(PRECISIONS, 'moment'),
    })
  }
}

/** Plans of this month and those before, each said some days ahead of it, and what is paid for them. */
function writePlans(operation: Operation, words: DemoWords, zone: Zone, now: number): void {
  const scale = 10 ** currencyDigits(words.currency)
  const month = firstOfMonth(zone.dateOf(now))
  for (let before = PLANNED_MONTHS; before >= 0; before--) {
    const from = addMonths(month, -before)
    const known = zone.startOfDay(addDays(from, -DAYS_AHEAD))
    for (const [place, amount] of words.plan.entries())
      operation.insert('plans', {
        manager_id: place + 1,
        from_on: from,
        until_on: addMonths(from, 1),
        metric: 'revenue',
        amount: amount * scale,
        currency: words.currency,
        known_at: known,
      })
  }
  const first = addMonths(month, -PLANNED_MONTHS)
  const bonus = addBonus(operation, {
    name: '',
    manager: null,
    department: null,
    metric: 'revenue',
    per: 'month',
    basis: 'share',
    marginal: false,
    tiers: BONUS.map(([from, percent]) => ({ from, pay: { kind: 'percent', percent } })),
    currency: null,
    from: first,
  })
  operation.update('bonuses', bonus, { known_at: zone.startOfDay(addDays(first, -DAYS_AHEAD)) })
}

const PLANNED_MONTHS = 5
const DAYS_AHEAD = 5
/** From which share of the plan on, per cent, which percentage of all that was won. */
const BONUS = [
  ['50', '2'],
  ['100', '3'],
  ['120', '4'],
] as const

const BLANK = { expected: null, externalId: null, externalSystem: null, note: null, cost: null, fields: {} }
