import type { DemoWords } from '../words/demo.ts'
import { type ActivityKind, type Direction, NOT_HELD } from './activity.ts'
import type { DemoDeal } from './demo-deal.ts'
import { Random } from './statistics/random.ts'
import { addDays, weekday } from './time/date.ts'
import { DAY, HOUR, type Instant, MINUTE, type Zone } from './time/zone.ts'

export interface DemoTouches {
  activities: readonly DemoActivity[]
  tasks: readonly DemoTask[]
}

interface DemoActivity {
  kind: ActivityKind
  direction: Direction | null
  outcome: string | null
  at: Instant
  minutes: number | null
  text: string | null
  place: string | null
  /** Place in the list of deals; null for someone nobody knows, who is told by the number. */
  deal: number | null
  phone: string | null
}

interface DemoTask {
  text: string
  deal: number
  due: { at: Instant; precision: 'moment' | 'day' }
  /** When it was made. */
  at: Instant
}

const SEED = 20_261_014
/** Of the measurings, those that somebody came to for nothing first. */
const FOR_NOTHING = 0.12
/** Days between talks with those who think it over, by manager: the beginner lets them lie. */
const EVERY = [3, 4, 4, 5, 8]
/** Of a manager's open deals, how many have a promise written down. */
const PROMISED = [0.9, 0.75, 0.7, 0.6, 0.35]

/** What was said about the deals until `now`, and what is promised after it. */
export function demoTouches(
  deals: readonly DemoDeal[],
  words: DemoWords,
  zone: Zone,
  now: Instant,
): DemoTouches {
  const random = new Random(SEED)
  const diary = new Diary(words, zone, now, random)
  for (const [place, deal] of deals.entries()) diary.tell(place, deal)
  diary.yesterdayEvening(deals)
  return { activities: diary.activities.sort((a, b) => a.at - b.at), tasks: diary.tasks }
}

class Diary {
  readonly activities: DemoActivity[] = []
  readonly tasks: DemoTask[] = []
  readonly #luck = new Random(SEED + 1)

  constructor(
    private readonly words: DemoWords,
    private readonly zone: Zone,
    private readonly now: Instant,
    private readonly random: Random,
  ) {}

  tell(deal: number, { at, moves, manager, source }: DemoDeal): void {
    const { words, random } = this
    const { talks, stages, sources } = words
    if (source === sources[0]) this.#add(deal, at, 'message', 'in', null, talks.request)
    else this.#add(deal, at, 'call', 'in', 'answered', talks.asked)
    this.#call(deal, at + Math.round((0.3 + random.spread() * (1 + manager)) * HOUR), talks.firstCall)
    const last = moves.at(-1)
    const open = last === undefined || last.stage < stages.length
    for (const [i, move] of moves.entries()) {
      if (move.stage === 2) {
        const before = move.at - (weekday(this.zone.dateOf(move.at)) === 1 ? 3 : 1) * DAY
        if (this.#luck.next() < FOR_NOTHING && before > (moves[i - 1]?.at ?? at))
          this.#add(deal, before, 'meeting', null, NOT_HELD, talks.nobodyThere, talks.place)
        this.#add(deal, move.at - 2 * HOUR, 'meeting', null, null, talks.measuring, talks.place)
        this.#add(deal, move.at + 20 * MINUTE, 'email', 'out', null, talks.offer)
      }
      if (move.stage === 3) {
        this.#add(deal, move.at, 'meeting', null, null, talks.contract)
        this.#add(deal, move.at + HOUR, 'email', 'out', null, talks.invoice)
      }
      const until = moves[i + 1]?.at ?? this.now
      const every = (EVERY[manager] ?? 5) * DAY
      if (move.stage === 2 || move.stage === 3)
        for (let talk = move.at + every; talk < until - DAY; talk += every * (0.6 + random.spread()))
          this.#call(deal, this.#working(talk), random.of(talks.thinking))
    }
    if (open && random.next() < (PROMISED[manager] ?? 0.5))
      this.#promise(deal, last?.stage ?? 0, last?.at ?? at)
  }

  /** Two calls that nobody took: of a client in work, and of a stranger. */
  yesterdayEvening(deals: readonly DemoDeal[]): void {
    const today = this.zone.dateOf(this.now)
    const day = addDays(today, weekday(today) === 1 ? -3 : -1)
    const open = deals.findLastIndex(({ moves }) => moves.length === 2 && (moves[1]?.stage ?? 9) < 3)
    const evening = (minute: number) => this.zone.instantOf(day, { hour: 19, minute })
    if (open >= 0) this.#add(open, evening(12), 'call', 'in', 'missed', null)
    const phone = this.words.talks.stranger
    const nobody = { minutes: null, text: null, place: null, deal: null, phone }
    if (evening(40) < this.now)
      this.activities.push({ kind: 'call', direction: 'in', outcome: 'missed', at: evening(40), ...nobody })
  }

  #call(deal: number, at: Instant, text: string): void {
    const reached = this.random.next() < 0.72
    if (!reached) this.#add(deal, at, 'call', 'out', 'no-answer', null)
    const again = reached ? at : this.#working(at + DAY)
    this.#add(deal, again, 'call', 'out', 'answered', text, null, 1 + this.random.below(12))
  }

  #promise(deal: number, stage: number, since: Instant): void {
    const { random, zone, now } = this
    const days = random.below(9) - 2
    const day = this.#workday(addDays(zone.dateOf(now), days))
    const timed = random.next() < 0.5
    const at = timed ? zone.instantOf(day, { hour: 9 + random.below(9), minute: 30 }) : zone.startOfDay(day)
    const made = Math.min(now - DAY, at - DAY)
    const text = this.words.talks.next[stage] ?? ''
    if (made > since)
      this.tasks.push({ text, deal, due: { at, precision: timed ? 'moment' : 'day' }, at: made })
  }

  #add(
    deal: number,
    at: Instant,
    kind: ActivityKind,
    direction: Direction | null,
    outcome: string | null,
    text: string | null,
    place: string | null = null,
    minutes: number | null = null,
  ): void {
    if (at < this.now)
      this.activities.push({ kind, direction, outcome, at, minutes, text, place, deal, phone: null })
  }

  #working(at: Instant): Instant {
    const day = this.#workday(this.zone.dateOf(at))
    return this.zone.instantOf(day, { hour: 9 + this.random.below(9), minute: this.random.below(60) })
  }

  #workday(day: string): string {
    return weekday(day) > 5 ? addDays(day, 8 - weekday(day)) : day
  }
}
