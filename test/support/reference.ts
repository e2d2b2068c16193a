import { Rates } from '../../src/domain/rates.ts'
import { Zone } from '../../src/domain/time/zone.ts'
import type { Mode } from '../../src/reports/funnel-rules.ts'
import { type Act, MANAGERS, RATES, reasonOf, type Story } from './story.ts'

/** What is asked of the funnel of the first pipeline. Days as text; `until` and the days after `asOf` do not count. */
export interface Question {
  mode: Mode
  from: string
  until: string
  asOf: string
  /** Only what was entered before the end of this day. */
  knownAt: string | null
  by: 'manager' | 'tag' | 'product' | null
  manager: (typeof MANAGERS)[number] | null
  /** Rows count for who made the move, and so does `manager`; then `by` is the manager or nothing. */
  byActor: boolean
}

export interface Figures {
  entered: number[]
  next: (number | null)[]
  lostHere: (number | null)[]
  openHere: (number | null)[]
  amount: number[]
  medianDays: (number | null)[]
  totals: { deals: number; won: number; lost: number; open: number | null; amount: number; wonAmount: number }
}

/** Row ids: 1…4 are open stages, 5 Won, 6 Lost; 7…10 belong to the other pipeline. */
const OPEN = [1, 2, 3, 4]
const WON = 5
const LOST = 6
const KIND_OF = ['', 'open', 'open', 'open', 'open', 'won', 'lost', 'open', 'open', 'won', 'lost']
const DAY = 86_400_000

export interface Move {
  stage: number
  at: number
  byDay: boolean
  synthetic: boolean
  actor: string | null
}

export interface Deal {
  moves: Move[]
  /** Those of one manager, where only these count as entries. */
  counted?: Move[]
  stage: number
  manager: string | null
  product: string | null
  tags: readonly string[]
  amount: number | null
  currency: string
  removed: boolean
  /** Why it is lost. */
  reason: string | null
}

/** The figures, counted from the definitions one deal and one cell after another. */
export function countSlowly(
  story: Story,
  question: Question,
): { whole: Figures; groups: Map<string, Figures> } {
  const zone = new Zone(story.timezone)
  const t = zone.endOfDay(question.asOf)
  const from = zone.startOfDay(question.from)
  const until = zone.startOfDay(question.until)
  const within = (at: number) => at >= from && at < until
  const deals = dealsThen(
    story,
    t,
    question.knownAt === null ? null : zone.endOfDay(question.knownAt),
  ).filter(
    (deal) =>
      !deal.removed && (question.byActor || question.manager === null || deal.manager === question.manager),
  )
  const counted = deals.filter((deal) => isCounted(deal, question.mode, within))
  const figures = (some: Deal[]) => figuresOf(some, question.mode, within, zone, question.asOf)
  const groups = new Map<string, Figures>()
  if (question.byActor) {
    const credited = (actor: string) => creditedTo(actor, counted, question.mode, within, zone, question.asOf)
    const actors = new Set(counted.flatMap((deal) => makers(deal, question.mode, within)))
    for (const actor of actors)
      if (question.manager === null || actor === question.manager) groups.set(actor, credited(actor))
    return { whole: question.manager === null ? figures(counted) : credited(question.manager), groups }
  }
  for (const key of new Set(counted.flatMap((deal) => keysOf(deal, question.by))))
    groups.set(key, figures(counted.filter((deal) => keysOf(deal, question.by).includes(key))))
  return { whole: figures(counted), groups }
}

/** Everyone who made an entry that counts: in events one of the period, else any into a stage of the funnel. */
function makers(deal: Deal, mode: Mode, within: (at: number) => boolean): string[] {
  const { moves } = deal
  const made =
    mode === 'events'
      ? moves.filter(({ stage, at }) => stage <= LOST && within(at))
      : moves.filter((move, i) => OPEN.includes(move.stage) || i === moves.length - 1)
  const rows = mode === 'events' ? [] : [...OPEN, WON].map((_, k) => makerOf(deal, mode, k, within))
  return [...made.map(({ actor }) => actor ?? '(none)'), ...rows.filter((actor) => actor !== null)]
}

/** Who brought the deal into row k; null where it did not enter it. */
function makerOf(deal: Deal, mode: Mode, k: number, within: (at: number) => boolean): string | null {
  if (!counts(deal, mode, k, within)) return null
  const { moves } = deal
  const place = (move: Move) =>
    move.stage === WON && move === moves.at(-1) ? OPEN.length : OPEN.indexOf(move.stage)
  const exact = mode === 'visited' || mode === 'strict' || mode === 'snapshot'
  const brought = moves.filter((move) => (exact ? place(move) === k : place(move) >= k))
  const move = brought.at(mode === 'snapshot' || mode === 'bitrix24' ? -1 : 0) ?? moves[0]
  return move?.actor ?? '(none)'
}

/** The figures of what one manager did, whoever has the deals. */
function creditedTo(
  actor: string,
  deals: Deal[],
  mode: Mode,
  within: (at: number) => boolean,
  zone: Zone,
  asOf: string,
): Figures {
  const is = (move: Move | undefined) => (move?.actor ?? '(none)') === actor
  if (mode === 'events') {
    const own = deals.map((deal) => ({ ...deal, counted: deal.moves.filter(is) }))
    const some = own.filter(({ counted }) => counted.some(({ stage, at }) => stage <= LOST && within(at)))
    return figuresOf(some, mode, within, zone, asOf)
  }
  const rows = [...OPEN, WON]
  const mine = deals.filter((deal) => makers(deal, mode, within).includes(actor))
  const here = rows.map((_, k) => mine.filter((deal) => makerOf(deal, mode, k, within) === actor))
  const all = figuresOf(mine, mode, within, zone, asOf)
  const worth = (some: Deal[]) => figuresOf(some, mode, within, zone, asOf).totals.amount
  const closed = (stage: number) => mine.filter((deal) => deal.stage === stage && is(deal.moves.at(-1)))
  const stopped = (k: number, kind: string) =>
    mode !== 'cohort' || k === OPEN.length
      ? null
      : (here[k] ?? []).filter((deal) => KIND_OF[deal.stage] === kind && furthest(deal) === k).length
  return {
    entered: here.map((some) => some.length),
    next: rows.map((_, k) => {
      const some = here[k] ?? []
      if (k === OPEN.length || mode === 'visited' || mode === 'snapshot' || some.length === 0) return null
      return some.filter((deal) => counts(deal, mode, k + 1, within)).length
    }),
    lostHere: rows.map((_, k) => stopped(k, 'lost')),
    openHere: rows.map((_, k) => stopped(k, 'open')),
    amount: here.map(worth),
    medianDays: rows.map((stage) =>
      stage === WON ? null : median(mine.map((deal) => stay(deal, stage, zone, is))),
    ),
    totals: {
      ...all.totals,
      won: closed(WON).length,
      lost: closed(LOST).length,
      wonAmount: worth(closed(WON)),
    },
  }
}

export function dealsThen(story: Story, t: number, k: number | null): Deal[] {
  const holds = (act: Act) =>
    act.at < t &&
    (k === null ? act.undone === null : act.recorded < k && !(act.undone !== null && act.undone < k))
  const deals = new Map<number, Deal>()
  const nameOf = (id: number | null) => (id === null ? null : (MANAGERS[id - 1] ?? null))
  const acts = story.acts.map((act, order) => ({ act, order })).filter(({ act }) => holds(act))
  // A creation comes before all else of its deal, and what is of one moment in the order in which it was entered.
  acts.sort(
    (a, b) =>
      Number(b.act.what.kind === 'create') - Number(a.act.what.kind === 'create') ||
      a.act.at - b.act.at ||
      a.order - b.order,
  )
  for (const { act } of acts) {
    const { what, at, synthetic } = act
    const byDay = act.precision === 'day'
    if (what.kind === 'create') {
      const { stage, manager, product, tags, amount, currency } = what.values
      const name = nameOf(manager)
      const moves = [{ stage, at, byDay, synthetic, actor: nameOf(act.actor) ?? name }]
      deals.set(act.deal, {
        moves,
        stage,
        manager: name,
        product,
        tags,
        amount,
        currency,
        removed: false,
        reason: null,
      })
      continue
    }
    const deal = deals.get(act.deal)
    if (deal === undefined) continue
    if (what.kind === 'stage' && what.value !== null) {
      const isSame = what.value === deal.stage
      deal.reason = KIND_OF[what.value] === 'lost' ? (reasonOf(act) ?? (isSame ? deal.reason : null)) : null
      if (what.value !== deal.stage)
        deal.moves.push({
          stage: what.value,
          at,
          byDay,
          synthetic,
          actor: nameOf(act.actor) ?? deal.manager,
        })
      deal.stage = what.value
    }
    if (what.kind === 'manager') deal.manager = nameOf(what.value)
    if (what.kind === 'amount') deal.amount = what.value
    if (what.kind === 'tags') deal.tags = what.value
    if (what.kind === 'product') deal.product = what.value
    if (what.kind === 'removed') deal.removed = what.value === 1
  }
  return [...deals.values()]
}

function isCounted(deal: Deal, mode: Mode, within: (at: number) => boolean): boolean {
  if (mode === 'events') return deal.moves.some((move) => move.stage <= LOST && within(move.at))
  if (deal.stage > LOST) return false
  if (mode === 'snapshot') return KIND_OF[deal.stage] === 'open' || within(closedAt(deal))
  return within(deal.moves[0]?.at ?? 0)
}

/** Since when it has, unbroken, the outcome that it has. */
export function closedAt({ moves, stage }: Deal): number {
  let at = moves.at(-1)?.at ?? 0
  for (const move of [...moves].reverse()) {
    if (KIND_OF[move.stage] !== KIND_OF[stage]) break
    at = move.at
  }
  return at
}

function keysOf(deal: Deal, by: Question['by']): string[] {
  if (by === 'tag') return deal.tags.length === 0 ? ['(none)'] : [...deal.tags]
  if (by === null) return []
  return [deal[by] ?? '(none)']
}

function figuresOf(
  deals: Deal[],
  mode: Mode,
  within: (at: number) => boolean,
  zone: Zone,
  asOf: string,
): Figures {
  const rates = new Rates('USD', RATES)
  const worth = (deal: Deal) => {
    const day = KIND_OF[deal.stage] === 'won' ? zone.dateOf(closedAt(deal)) : asOf
    return deal.amount === null ? 0 : rates.convert(deal.amount, deal.currency, 'USD', day)
  }
  const sum = (some: Deal[]) => some.reduce((all, deal) => all + worth(deal), 0)
  const rows = [...OPEN, WON]
  const here = rows.map((_, k) => deals.filter((deal) => counts(deal, mode, k, within)))
  const won = deals.filter((deal) => deal.stage === WON)
  const lost = deals.filter((deal) => deal.stage === LOST)
  const stopped = (k: number, kind: string) =>
    mode !== 'cohort' || k === OPEN.length
      ? null
      : deals.filter((deal) => KIND_OF[deal.stage] === kind && furthest(deal) === k).length
  const events = mode === 'events'
  const moved = (stage: number) =>
    deals.filter(({ moves, counted = moves }) =>
      counted.some((move) => move.stage === stage && within(move.at)),
    )
  return {
    entered: here.map((some) => some.length),
    next: rows.map((_, k) => {
      if (k === OPEN.length || mode === 'visited' || mode === 'snapshot' || here[k]?.length === 0) return null
      return here[k + 1]?.length ?? 0
    }),
    lostHere: rows.map((_, k) => stopped(k, 'lost')),
    openHere: rows.map((_, k) => stopped(k, 'open')),
    amount: here.map(sum),
    medianDays: rows.map((stage) =>
      events || stage === WON ? null : median(deals.map((deal) => stay(deal, stage, zone))),
    ),
    totals: {
      deals: deals.length,
      won: events ? moved(WON).length : won.length,
      lost: events ? moved(LOST).length : lost.length,
      open: events ? null : deals.length - won.length - lost.length,
      amount: sum(deals),
      wonAmount: sum(events ? moved(WON) : won),
    },
  }
}

function furthest(deal: Deal): number {
  return Math.max(0, ...deal.moves.map((move) => OPEN.indexOf(move.stage)))
}

function counts(deal: Deal, mode: Mode, k: number, within: (at: number) => boolean): boolean {
  const stage = OPEN[k]
  const visited = (row: number) => deal.moves.some((move) => move.stage === OPEN[row])
  const won = deal.stage === WON
  switch (mode) {
    case 'cohort':
      return won || (stage !== undefined && furthest(deal) >= k)
    case 'strict':
      return OPEN.every((_, row) => row > k || visited(row)) && (stage !== undefined || won)
    case 'visited':
      return stage === undefined ? won : visited(k)
    case 'events':
      return (deal.counted ?? deal.moves).some((move) => move.stage === (stage ?? WON) && within(move.at))
    case 'snapshot':
      return stage === undefined ? won : deal.stage === stage
    case 'bitrix24':
      return won || (stage !== undefined && OPEN.indexOf(deal.stage) >= k)
  }
}

/** Days in a stage that the deal has left, all its stays (or those begun by one manager) together; null where it is there or nothing is known. */
export function stay(deal: Deal, stage: number, zone: Zone, isOwn = (_: Move) => true): number | null {
  if (deal.stage === stage) return null
  let days: number | null = null
  for (const [i, move] of deal.moves.entries()) {
    const next = deal.moves[i + 1]
    if (move.stage !== stage || !isOwn(move) || next === undefined || move.synthetic || next.synthetic)
      continue
    const calendar = (Date.parse(zone.dateOf(next.at)) - Date.parse(zone.dateOf(move.at))) / DAY
    days = (days ?? 0) + (move.byDay || next.byDay ? calendar : (next.at - move.at) / DAY)
  }
  return days
}

function median(values: (number | null)[]): number | null {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b)
  if (sorted.length === 0) return null
  const half = sorted.length / 2
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2
}
