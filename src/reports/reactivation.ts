import type { Customer } from '../domain/day.ts'
import type { Win } from '../domain/dormant.ts'
import type { ReportHead } from './head.ts'

export interface WonBack {
  customer: string
  wins: readonly Win[]
}

export interface Dormant extends Customer {
  daysSince: number
  /** The mean of what their won deals were worth; minor units of the report's currency. Null where none had an amount. */
  atStake: number | null
  /** The task made to win them back since they last bought. */
  task: number | null
}

export interface ReactivationReport {
  head: ReportHead
  /** The most at stake first. */
  rows: Dormant[]
  atStake: number
  withoutTask: number
  wonBack: { tasks: number; customers: number; deals: number; amount: number }
}

/** The same of one manager's customers and tasks; null is nobody's. */
export interface ReactivationGroup {
  key: string | null
  report: ReactivationReport
}

/** The mean amount of wins that have one, rounded half up. `worth` is an amount in the report's currency, of the day it was won. */
export function meanWorth(
  wins: readonly Win[],
  worth: (win: Win & { amount: number }) => number,
): number | null {
  const amounts = wins.flatMap((win) => (win.amount === null ? [] : [worth({ ...win, amount: win.amount })]))
  if (amounts.length === 0) return null
  return Math.round(amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length)
}

/** The most at stake first. */
export function byStake(a: Dormant, b: Dormant): number {
  return (b.atStake ?? -1) - (a.atStake ?? -1) || a.customer.localeCompare(b.customer, 'en')
}

/** Of those who sleep, and of those won back by `tasks` of that kind. `worth` is what was won, minor units of the report's currency. */
export function reactivationReport(
  head: ReportHead,
  rows: readonly Dormant[],
  tasks: number,
  back: readonly WonBack[],
  worth: (win: Win & { amount: number }) => number,
): ReactivationReport {
  const wins = back.flatMap((one) => one.wins)
  return {
    head,
    rows: [...rows].sort(byStake),
    atStake: rows.reduce((sum, { atStake }) => sum + (atStake ?? 0), 0),
    withoutTask: rows.filter(({ task }) => task === null).length,
    wonBack: {
      tasks,
      customers: back.filter((one) => one.wins.length > 0).length,
      deals: wins.length,
      amount: wins.reduce(
        (sum, win) => sum + (win.amount === null ? 0 : worth({ ...win, amount: win.amount })),
        0,
      ),
    },
  }
}
