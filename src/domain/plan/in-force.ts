import type { IsoDate } from '../time/date.ts'
import type { Instant, Zone } from '../time/zone.ts'

/** Of something said anew from time to time: what holds for days that begin on `from`. */
export interface InForce<Version> {
  version: Version
  /** The day on which it was said, where the days had begun by then. */
  setLate: IsoDate | null
  /** What was said since, and does not hold for these days. */
  later: readonly Version[]
}

/**
 * The version known when the days began; where there was none, what was said first, and set right on that same day.
 * Versions come in the order in which they became known.
 */
export function inForceFrom<Version extends { readonly knownAt: Instant }>(
  versions: readonly Version[],
  from: IsoDate,
  zone: Zone,
): InForce<Version> | undefined {
  const start = zone.startOfDay(from)
  const before = versions.findLastIndex(({ knownAt }) => knownAt <= start)
  if (before >= 0) return picked(versions, before, null)
  const [first] = versions
  if (first === undefined) return undefined
  const day = zone.dateOf(first.knownAt)
  const end = zone.endOfDay(day)
  return picked(
    versions,
    versions.findLastIndex(({ knownAt }) => knownAt < end),
    day,
  )
}

function picked<Version>(
  versions: readonly Version[],
  at: number,
  setLate: IsoDate | null,
): InForce<Version> | undefined {
  const version = versions[at]
  return version === undefined ? undefined : { version, setLate, later: versions.slice(at + 1) }
}
