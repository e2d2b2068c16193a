/**
 * What a quarter of three managers' work comes to on any day, found from the bare facts by going through all of them:
 * slow, and sharing nothing with the program but the definitions.
 */

const HOUR = 3_600_000
const DAY = 24 * HOUR

export interface Person {
  id: number
  manager: number | null
}

export interface Sale {
  id: number
  person: number
  manager: number | null
  created: number
  /** Places of open stages from 0 on, or how it ended. */
  steps: { at: number; stage: number | 'won' | 'lost' }[]
}

export interface Talk {
  id: number
  kind: 'call' | 'email' | 'message' | 'meeting' | 'note'
  isIn: boolean
  person: number | null
  phone: string | null
  sale: number | null
  manager: number | null
  /** As it was written down, and as it was changed. */
  editions: { from: number; at: number; outcome: string | null }[]
}

export interface Todo {
  id: number
  person: number | null
  sale: number | null
  manager: number | null
  created: number
  editions: { from: number; due: number; isDay: boolean }[]
  done: number | null
  removed: number | null
}

export interface Facts {
  people: Person[]
  sales: Sale[]
  talks: Talk[]
  todos: Todo[]
}

/** Days by stage; null for what won deals took. The last but one stage has the invoice. */
export const STAGES = ['New', 'Offer', 'Invoice', 'Contract'] as const
const NORMS = [null, 5, null, null]
const INVOICE = 2
export const SILENT_AFTER = 6
export const INVOICE_AFTER = 2
export const DORMANT_AFTER = 20
export const DORMANT_FACTOR = 1.5

/** Kyiv, whose clocks go back an hour in the night to 25 October. */
function wall(at: number): number {
  return at + (at < Date.UTC(2026, 9, 25, 1) ? 3 : 2) * HOUR
}

function dayOf(at: number): number {
  return Math.floor(wall(at) / DAY)
}

function fullDays(from: number, to: number): number {
  return Math.floor((wall(to) - wall(from)) / DAY)
}

function isOffHours(at: number): boolean {
  const hour = (wall(at) % DAY) / HOUR
  const weekday = (dayOf(at) + 4) % 7
  return hour < 9 || hour >= 18 || weekday === 0 || weekday === 6
}

interface Said extends Talk {
  at: number
  outcome: string | null
}

/** `kind key manager` of everything that is to be done at T, sorted. */
export function expectedAt(facts: Facts, now: number): string[] {
  const talks: Said[] = facts.talks.flatMap((talk) => {
    const edition = talk.editions.findLast(({ from }) => from <= now)
    return edition === undefined ? [] : [{ ...talk, ...edition }]
  })
  const past = talks.filter(({ at, outcome }) => at <= now && outcome !== 'planned' && outcome !== 'not-held')
  const planned = talks.filter(({ outcome }) => outcome === 'planned')
  const todos = facts.todos.flatMap((todo) => {
    const edition = todo.editions.findLast(({ from }) => from <= now)
    const isGone = [todo.done, todo.removed].some((at) => at !== null && at <= now)
    return edition === undefined || isGone || todo.created > now ? [] : [{ ...todo, ...edition }]
  })
  const sales = facts.sales
    .filter(({ created }) => created <= now)
    .map((sale) => {
      const steps = sale.steps.filter(({ at }) => at <= now)
      return { ...sale, steps, last: steps.at(-1) ?? { at: sale.created, stage: 0 as const } }
    })
  const waiting = waitingOf(facts, past)
  const lines = [
    ...todos.flatMap((todo) => dueLine(`t${todo.id}`, todo.manager, todo.due, todo.isDay, now)),
    ...planned.flatMap((talk) => dueLine(`a${talk.id}`, talk.manager, talk.at, false, now)),
    ...waiting.map(({ kind, key, manager }) => lineOf(manager === null ? 'unassigned' : kind, key, manager)),
  ]
  const ahead = [
    ...todos.map(({ person, sale, created, due }) => ({ person, sale, created, due })),
    ...planned.map(({ person, sale, at }) => ({ person, sale, created: at, due: at })),
  ]
  for (const sale of sales) {
    const { stage, at: since } = sale.last
    if (typeof stage !== 'number') continue
    const theirs = past.filter(
      ({ sale: of, person }) => of === sale.id || (of === null && person === sale.person),
    )
    const plans = ahead.filter(
      ({ sale: of, person }) => of === sale.id || (of === null && person === sale.person),
    )
    const contact = Math.max(sale.created, ...theirs.filter(isContact).map(({ at }) => at))
    const line = (kind: string) => lines.push(lineOf(kind, `d${sale.id}`, sale.manager))
    const isTold = waiting.some(({ key, sales: of }) => key === `c${sale.person}` || of.includes(sale.id))
    const taker = sale.manager ?? facts.people.find(({ id }) => id === sale.person)?.manager ?? null
    const isReached = theirs.some(
      (talk) => isAttempt(talk) && isContact(talk) && dayOf(talk.at) >= dayOf(sale.created),
    )
    if (stage === 0 && sale.steps.length === 0 && !isReached && !isTold && plans.length === 0)
      lines.push(lineOf(taker === null ? 'unassigned' : 'unanswered', `d${sale.id}`, taker))
    const days = fullDays(since, now)
    if (
      stage === INVOICE &&
      days >= INVOICE_AFTER &&
      !theirs.some((talk) => isContact(talk) && talk.at > since) &&
      !plans.some(({ created, due }) => created >= since || due >= since)
    )
      line('invoice')
    const norm = NORMS[stage] ?? usualDays(sales, stage)
    if (norm !== null && days > norm) line('stuck')
    const isAhead = plans.some(({ due }) => dayOf(due) >= dayOf(now))
    if (fullDays(contact, now) >= SILENT_AFTER && !isAhead) line('silent')
  }
  for (const person of facts.people) lines.push(...dormantLine(person, sales, now))
  return lines.sort()
}

function lineOf(kind: string, key: string, manager: number | null): string {
  return `${kind} ${key} ${manager ?? '-'}`
}

function dueLine(key: string, manager: number | null, due: number, isDay: boolean, now: number): string[] {
  const isOver = isDay ? dayOf(due) < dayOf(now) : due < now
  const days = dayOf(due) - dayOf(now)
  const kind = isOver ? 'overdue' : days === 0 ? 'today' : days === 1 ? 'tomorrow' : undefined
  return kind === undefined ? [] : [lineOf(kind, key, manager)]
}

function isMissed({ kind, isIn, outcome, at }: Said): boolean {
  if (kind !== 'call' || !isIn) return false
  return outcome === 'missed' || ((outcome === null || outcome === 'no-answer') && isOffHours(at))
}

function isTaken(talk: Said): boolean {
  const { kind, isIn, outcome } = talk
  return kind === 'call' && isIn && outcome !== 'missed' && outcome !== 'no-answer' && !isMissed(talk)
}

function isContact(talk: Said): boolean {
  const { kind, outcome } = talk
  return (
    kind !== 'note' &&
    !isMissed(talk) &&
    !(kind === 'call' && (outcome === 'missed' || outcome === 'no-answer'))
  )
}

function isAttempt(talk: Said): boolean {
  return talk.kind === 'meeting' || isTaken(talk) || (talk.kind !== 'note' && !talk.isIn)
}

interface Waits {
  kind: string
  key: string
  manager: number | null
  sales: number[]
}

function waitingOf({ people }: Facts, past: readonly Said[]): Waits[] {
  const keyOf = ({ person, phone }: Said) => (person === null ? String(phone) : `c${person}`)
  return [...new Set(past.map(keyOf))].flatMap((key) => {
    const theirs = past.filter((talk) => keyOf(talk) === key).sort((a, b) => a.at - b.at || a.id - b.id)
    return ['missedCall', 'unanswered'].flatMap((kind) => {
      const open = theirs.filter((talk, i) => {
        const after = theirs.slice(i + 1)
        if (kind === 'missedCall')
          return isMissed(talk) && !after.some((one) => isTaken(one) || (one.kind === 'call' && !one.isIn))
        return talk.isIn && ['email', 'message'].includes(talk.kind) && !after.some(isAttempt)
      })
      const last = open.at(-1)
      if (last === undefined) return []
      const manager = last.manager ?? people.find(({ id }) => id === last.person)?.manager ?? null
      return [{ kind, key, manager, sales: last.sale === null ? [] : [last.sale] }]
    })
  })
}

type SaleThen = Sale & { last: { at: number; stage: number | string } }

/** Nine of ten won deals took no more; of at least ten. */
function usualDays(sales: readonly SaleThen[], stage: number): number | null {
  const spans = sales
    .filter(({ last }) => last.stage === 'won')
    .flatMap(({ created, steps }) => {
      const way = [{ at: created, stage: 0 as number | string }, ...steps]
      const stays = way.flatMap((step, i) => {
        const next = way[i + 1]
        return step.stage === stage && next !== undefined ? [next.at - step.at] : []
      })
      return stays.length === 0 ? [] : [stays.reduce((a, b) => a + b)]
    })
    .sort((a, b) => a - b)
  if (spans.length < 10) return null
  return (spans[Math.ceil((spans.length * 9) / 10) - 1] ?? 0) / DAY
}

/** The day on which they have not bought for longer than they use to lies in this week, and is not to come. */
function dormantLine({ id, manager }: Person, sales: readonly SaleThen[], now: number): string[] {
  const theirs = sales.filter(({ person }) => person === id)
  if (theirs.some(({ last }) => typeof last.stage === 'number')) return []
  const wins = theirs.filter(({ last }) => last.stage === 'won').sort((a, b) => a.last.at - b.last.at)
  const last = wins.at(-1)
  if (last === undefined) return []
  const gaps = wins.slice(1).map((sale, i) => sale.last.at - (wins[i]?.last.at ?? 0))
  gaps.sort((a, b) => a - b)
  const half = gaps.length >> 1
  const median = gaps.length % 2 === 1 ? (gaps[half] ?? 0) : ((gaps[half - 1] ?? 0) + (gaps[half] ?? 0)) / 2
  const limit = wins.length < 3 ? DORMANT_AFTER : (DORMANT_FACTOR * median) / DAY
  const day = dayOf(last.last.at) + Math.floor(limit) + 1
  // 1970-01-01 was a Thursday.
  const monday = dayOf(now) - ((dayOf(now) + 3) % 7)
  return day >= monday && day <= dayOf(now) ? [lineOf('reactivation', `c${id}`, manager ?? last.manager)] : []
}
