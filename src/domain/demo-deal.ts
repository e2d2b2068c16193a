import type { Instant } from './time/zone.ts'

/** `stage` counts the open stages, then won, then lost. */
export interface DemoMove {
  stage: number
  at: Instant
  reason: string | null
}

export interface DemoDeal {
  title: string
  contact: number
  company: number | null
  manager: number
  product: string
  source: string
  /** Major units. */
  amount: number
  urgent: boolean
  at: Instant
  moves: readonly DemoMove[]
}
