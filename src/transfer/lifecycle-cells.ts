import { LIFECYCLE_BY_HAND, type LifecycleByHand } from '../domain/lifecycle.ts'
import { foldKey } from '../domain/names/name.ts'
import type { LifeStep } from '../domain/records/planned-record.ts'
import type { Zone } from '../domain/time/zone.ts'

/** What systems call how far somebody has come; a customer is who has a won deal, whatever is said. */
const STAGES: ReadonlyMap<string, LifecycleByHand | 'customer'> = new Map([
  ...['lead', 'subscriber', 'other', 'лид', 'лід'].map((text) => [text, 'lead'] as const),
  ...['mql', 'marketing qualified lead', 'marketingqualifiedlead'].map((text) => [text, 'mql'] as const),
  ...['sql', 'sales qualified lead', 'salesqualifiedlead', 'opportunity'].map(
    (text) => [text, 'sql'] as const,
  ),
  ...['customer', 'evangelist', 'клиент', 'клієнт', 'покупатель', 'покупець'].map(
    (text) => [text, 'customer'] as const,
  ),
])

/** The stage that a cell says; undefined where it says none that is said by hand, null where it cannot be read. */
export function lifecycleMeant(cell: string): LifecycleByHand | undefined | null {
  if (cell === '') return undefined
  const stage = STAGES.get(foldKey(cell))
  if (stage === undefined) return null
  return stage === 'customer' ? undefined : stage
}

/** `mql 2026-10-01`, `sql 2026-10-05T09:00:00.000Z`, as exports write them; undefined where one is none. */
export function readSteps(texts: readonly string[], zone: Zone): LifeStep[] | undefined {
  const steps = texts.map((text) => readStep(text, zone))
  const read = steps.filter((step) => step !== undefined)
  return read.length === steps.length ? read : undefined
}

function readStep(text: string, zone: Zone): LifeStep | undefined {
  const [, name, date = '', time] = /^(\w+) ([+-]?\d{4,6}-\d\d-\d\d)(T[\d:.]+Z)?$/.exec(text) ?? []
  const stage = LIFECYCLE_BY_HAND.find((one) => one === name)
  if (stage === undefined) return undefined
  if (time === undefined) return { stage, at: zone.startOfDay(date), precision: 'day' }
  const at = Date.parse(date + time)
  return Number.isNaN(at) ? undefined : { stage, at, precision: 'moment' }
}
