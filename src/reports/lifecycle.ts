import { LIFECYCLE, type Lifecycle } from '../domain/lifecycle.ts'
import { NONE } from '../domain/none.ts'
import { Quantiles } from '../domain/statistics/quantiles.ts'
import { ratio, round4, wilson } from '../domain/statistics/statistics.ts'
import { DAY, inDays } from '../domain/time/zone.ts'
import type { ReportHead } from './head.ts'

/** A step of the way from a lead to a customer. Shares as fractions; null where undefined. */
export interface LifecycleRow {
  stage: Lifecycle
  /** Contacts that came at least so far by T. */
  reached: number
  /** Of them, those that came no farther. */
  here: number
  toNext: number | null
  toNextLow: number | null
  toNextHigh: number | null
  ofAll: number | null
  /** Days from this step to the next, of those whose both moments are known, and how many those are. */
  medianDays: number | null
  n: number
}

export interface LifecycleBody {
  contacts: number
  customers: number
  /** Contacts of whom somebody wrote down that they are an MQL or an SQL. */
  written: number
  conversion: number | null
  conversionLow: number | null
  conversionHigh: number | null
  /** Days from the creation of a contact to their first won deal. */
  medianDays: number | null
  n: number
  stages: LifecycleRow[]
}

export interface LifecycleReport extends LifecycleBody {
  head: ReportHead
  by: string | null
  groups: (LifecycleBody & { key: string | null })[] | null
}

interface Moment {
  at: number
  precision: 'moment' | 'day'
}

/** A contact as far as it had come by T: null where no such step was written down. */
export interface LifecycleFact {
  created: Moment
  mql: Moment | null
  sql: Moment | null
  customer: Moment | null
}

/**
 * Counts contacts into the steps that they reached: a customer has passed all the earlier ones, an SQL is an MQL, and a
 * step back takes nothing away. Days between two steps are told of contacts whose both steps were written down, in this
 * order; calendar days where either is known by its day. `dayOf` is the number of a moment's local day.
 */
export class LifecycleCounter {
  readonly #reached = LIFECYCLE.map(() => 0)
  readonly #spans = LIFECYCLE.map(() => new Quantiles())
  #written = 0
  /** From the creation to the first won deal. */
  readonly #whole = new Quantiles()

  constructor(readonly dayOf: (at: number) => number) {}

  add(fact: LifecycleFact): void {
    const { created, customer } = fact
    if (fact.mql !== null || fact.sql !== null) this.#written += 1
    for (let k = 0; k <= furthest(fact); k++) this.#reached[k] = (this.#reached[k] ?? 0) + 1
    this.#span(this.#spans[0], created, fact.mql)
    this.#span(this.#spans[1], fact.mql, fact.sql)
    this.#span(this.#spans[2], fact.sql, customer)
    this.#span(this.#whole, created, customer)
  }

  body(): LifecycleBody {
    const [contacts = 0] = this.#reached
    const customers = this.#reached.at(-1) ?? 0
    const conversion = wilson(customers, contacts)
    return {
      contacts,
      customers,
      written: this.#written,
      conversion: ratio(customers, contacts),
      conversionLow: conversion?.low ?? null,
      conversionHigh: conversion?.high ?? null,
      medianDays: inDays(this.#whole.median()),
      n: this.#whole.n,
      stages: LIFECYCLE.map((stage, k) => this.#row(stage, k, contacts)),
    }
  }

  #row(stage: Lifecycle, k: number, contacts: number): LifecycleRow {
    const reached = this.#reached[k] ?? 0
    const isLast = k === LIFECYCLE.length - 1
    const next = this.#reached[k + 1] ?? 0
    const interval = isLast ? null : wilson(next, reached)
    return {
      stage,
      reached,
      here: reached - next,
      toNext: isLast ? null : ratio(next, reached),
      toNextLow: interval?.low ?? null,
      toNextHigh: interval?.high ?? null,
      ofAll: ratio(reached, contacts),
      medianDays: inDays(this.#spans[k]?.median() ?? null),
      n: this.#spans[k]?.n ?? 0,
    }
  }

  #span(into: Quantiles | undefined, from: Moment | null, to: Moment | null): void {
    if (from === null || to === null) return
    const byDay = from.precision === 'day' || to.precision === 'day'
    const span = byDay ? (this.dayOf(to.at) - this.dayOf(from.at)) * DAY : to.at - from.at
    if (span >= 0) into?.add(span)
  }
}

/** The place of the last step that a contact reached. */
export function furthest({ mql, sql, customer }: LifecycleFact): number {
  return customer !== null ? 3 : sql !== null ? 2 : mql !== null ? 1 : 0
}

/** The report as scripts read it: `voronka.lifecycle/1`. */
export function lifecycleJson(
  { head, by, groups, ...report }: LifecycleReport,
  beside: LifecycleReport | null,
) {
  return {
    schema: 'voronka.lifecycle/1',
    ...head,
    by,
    ...bodyJson(report),
    ...(groups !== null && {
      groups: groups.map(({ key, ...body }) => ({ key: key ?? NONE, ...bodyJson(body) })),
    }),
    ...(beside !== null && {
      compare: { period: beside.head.period, asOf: beside.head.asOf, ...bodyJson(beside) },
    }),
  }
}

function bodyJson(body: LifecycleBody) {
  const { contacts, customers, written, n } = body
  return {
    contacts,
    customers,
    written,
    conversion: round4(body.conversion),
    conversionLow: round4(body.conversionLow),
    conversionHigh: round4(body.conversionHigh),
    medianDays: round4(body.medianDays),
    n,
    stages: body.stages.map((row) => ({
      ...row,
      toNext: round4(row.toNext),
      toNextLow: round4(row.toNextLow),
      toNextHigh: round4(row.toNextHigh),
      ofAll: round4(row.ofAll),
      medianDays: round4(row.medianDays),
    })),
  }
}
