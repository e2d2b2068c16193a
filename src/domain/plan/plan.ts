import { foldKey } from '../names/name.ts'
import type { IsoDate } from '../time/date.ts'
import type { Instant } from '../time/zone.ts'

/** What can be planned. Revenue and margin are money, the others counts. */
export const METRICS = ['revenue', 'margin', 'won', 'calls', 'meetings', 'emails', 'tasks'] as const
export type Metric = (typeof METRICS)[number]

/** Of a manager, a department or, with neither, the team; for the local days from `from` until before `until`. */
export interface Plan {
  readonly manager: number | null
  readonly department: string | null
  readonly from: IsoDate
  readonly until: IsoDate
  readonly metric: Metric
  /** Minor units where there is a currency, else a count. */
  readonly amount: number
  readonly currency: string | null
}

/** A version of a plan: it holds since it was known. */
export interface PlanVersion extends Plan {
  readonly id: number
  readonly knownAt: Instant
}

export function isMoney(metric: Metric): boolean {
  return metric === 'revenue' || metric === 'margin'
}

/** What is counted of things done, not of deals. */
export type CountedMetric = Exclude<Metric, 'revenue' | 'margin' | 'won'>

/** Whether the figure is read from deals. */
export function isOfDeals(metric: Metric): metric is Exclude<Metric, CountedMetric> {
  return isMoney(metric) || metric === 'won'
}

const WORDS: Readonly<Record<Metric, string>> = {
  revenue:
    'revenue|sales|turnover|money|amount|won amount|выручка|продажи|оборот|сумма|деньги|виручка|продажі|обіг|сума|гроші',
  margin: 'margin|profit|gross profit|маржа|прибыль|прибуток',
  won: 'won|won deals|deals|deals won|contracts|orders|сделки|выигранные сделки|продаж|договоры|заказы|угоди|виграні угоди|договори|замовлення',
  calls: 'calls|call|звонки|звонков|дзвінки|дзвінків',
  meetings: 'meetings|meeting|visits|встречи|встреч|визиты|зустрічі|зустрічей|візити',
  emails: 'emails|e mails|letters|письма|писем|листи|листів',
  tasks: 'tasks|on time tasks|задачи|задач|завдання|завдань',
}

/** A metric by its name, or by what it is called in the three languages. */
export function metricNamed(text: string): Metric | undefined {
  const key = foldKey(text)
  return METRICS.find((metric) => WORDS[metric].split('|').some((word) => foldKey(word) === key))
}
