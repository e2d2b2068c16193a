import { isCalendarFile } from './calendar-file.ts'
import type { Entity } from './headers/vocabulary.ts'
import { recogniseHeaders } from './headers.ts'
import { periodOfHeader } from './plan-columns.ts'

/** Fields that say what a file is of; without one of each `needs` it is hardly of that. */
const KINDS: readonly { kind: Entity; telling: string; needs?: string }[] = [
  {
    kind: 'deals',
    telling: 'stage amount status closed expected product title pipeline lostReason cost',
  },
  { kind: 'contacts', telling: 'name firstName lastName middleName phone email title birthday' },
  { kind: 'companies', telling: 'name website phone email', needs: 'name' },
  { kind: 'history', telling: 'deal stage at', needs: 'deal stage at' },
  { kind: 'tasks', telling: 'text due dueTime priority state doneAt result', needs: 'text due' },
  {
    kind: 'activities',
    telling: 'at time kind direction outcome duration minutes billsec caller callee extension end',
    needs: 'at',
  },
  { kind: 'plans', telling: 'metric period from until amount' },
  { kind: 'holidays', telling: 'date working name', needs: 'date name' },
]

/** What a file may be of, and why: the system that writes such files, and the headers that say it. */
export interface LikelyKind {
  readonly kind: Entity
  readonly system: string | null
  readonly headers: readonly string[]
}

/** As many known columns. */
const OF_A_SYSTEM = 3

/** What a table of these headers may be of, the likeliest first. */
export function likelyKinds(headers: readonly string[]): LikelyKind[] {
  const found = KINDS.map(({ kind, telling, needs }) => {
    const { system, columns } = recogniseHeaders(kind, headers)
    const known = columns.flatMap(({ field, header }) => (field === null ? [] : [{ field, header }]))
    const tells = known.filter(({ field }) => wordsOf(telling).includes(field)).map(({ header }) => header)
    if (kind === 'plans') tells.push(...headers.filter((header) => periodOfHeader(header) !== undefined))
    const isLikely =
      tells.length > 0 && wordsOf(needs).every((need) => known.some(({ field }) => field === need))
    const score = isLikely ? known.length + tells.length + (system === null ? 0 : OF_A_SYSTEM) : 0
    const isCalendar = kind === 'holidays' && isCalendarFile(`${headers.join(',')}\n`)
    return { kind, system, headers: tells, score: isCalendar ? Number.POSITIVE_INFINITY : score }
  })
  return found.sort((a, b) => b.score - a.score)
}

function wordsOf(text = ''): string[] {
  return text === '' ? [] : text.split(' ')
}
