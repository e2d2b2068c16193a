/** How far somebody has come by hand; `customer` follows from their first won deal. */
export const LIFECYCLE_BY_HAND = ['lead', 'mql', 'sql'] as const
export const LIFECYCLE = [...LIFECYCLE_BY_HAND, 'customer'] as const

export type LifecycleByHand = (typeof LIFECYCLE_BY_HAND)[number]
export type Lifecycle = (typeof LIFECYCLE)[number]
