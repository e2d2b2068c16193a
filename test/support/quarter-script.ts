import { foldKey, foldName } from '../../src/domain/names/name.ts'
import { createPipeline } from '../../src/store/deals/pipelines.ts'
import { moveDeal, outcomeOfDeal } from '../../src/store/deals/writing.ts'
import type { Operation } from '../../src/store/operation.ts'
import { writeSetting } from '../../src/store/settings.ts'
import type { Store } from '../../src/store/store.ts'
import { callOff, holdMeeting, moveMeeting } from '../../src/store/touches/meetings.ts'
import { record } from '../../src/store/touches/recording.ts'
import { addActivity, addTask } from '../../src/store/touches/writing.ts'
import { Dice } from '../bench/dice.ts'
import {
  DORMANT_AFTER,
  DORMANT_FACTOR,
  type Facts,
  INVOICE_AFTER,
  type Person,
  type Sale,
  SILENT_AFTER,
  STAGES,
  type Talk,
  type Todo,
} from './quarter-model.ts'
import { NOTHING } from './values.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const MANAGERS = 3

/** Three managers, their pipeline, and settings so short that a quarter sees all of it. */
export function makeQuarter(store: Store, now: number): void {
  store.write({ command: 'init', now }, (operation) => {
    const set = (key: Parameters<typeof writeSetting>[2], value: string | number) =>
      writeSetting(store.db, operation, key, value)
    set('currency', 'UAH')
    set('timezone', 'Europe/Kyiv')
    set('silentAfter', SILENT_AFTER)
    set('invoiceAfter', INVOICE_AFTER)
    set('dormantAfter', DORMANT_AFTER)
    set('dormantFactor', DORMANT_FACTOR)
    const pipeline = createPipeline(operation, { name: 'Sales', stages: STAGES, won: 'Won', lost: 'Lost' })
    set('pipeline', pipeline)
    for (let n = 1; n <= MANAGERS; n++)
      operation.insert('managers', { name: `Manager ${n}`, folded: foldKey(`Manager ${n}`) })
  })
  store.write({ command: 'stages', now }, (operation) => {
    operation.update('stages', 2, { norm_days: 5 })
    operation.update('stages', 3, { invoice: 1 })
  })
}

/** A seeded stream of what three managers do, written down as it happens; `facts` is what became of it. */
export class Quarter {
  readonly facts: Facts = { people: [], sales: [], talks: [], todos: [] }
  events = 0
  readonly #dice: Dice
  #now = 0

  constructor(
    public store: Store,
    seed: number,
  ) {
    this.#dice = new Dice(seed)
  }

  /** A day's work, of about so many events, from its first minute (ms UTC) on. */
  day(start: number, events: number): void {
    const isWeekend = [0, 6].includes(new Date(start + 12 * HOUR).getUTCDay())
    const count = isWeekend ? Math.ceil(events / 8) : events
    const moments = Array.from(
      { length: count },
      () => start + 5 * HOUR + this.#dice.below(13 * 60) * MINUTE + this.#dice.below(60) * 1000,
    )
    for (const now of moments.sort((a, b) => a - b)) {
      this.#now = now
      this.#event()
      this.events += 1
    }
  }

  /** What an import is to add: rows of a file of calls, and the same as facts without their ids. */
  calls(count: number): { csv: string; talks: Omit<Talk, 'id'>[] } {
    const talks = Array.from({ length: count }, (): Omit<Talk, 'id'> => {
      const { id: person, manager } = this.#person()
      const isIn = this.#dice.chance(0.5)
      const outcome = isIn ? this.#of(['answered', 'missed']) : this.#of(['answered', 'no-answer'])
      const at = this.#now - this.#dice.below(2 * 24 * 60) * MINUTE
      const about = { person, phone: null, sale: null, manager }
      return { kind: 'call', isIn, ...about, editions: [{ from: at, at, outcome }] }
    })
    const line = ({ isIn, person, manager, editions: [said] }: Omit<Talk, 'id'>, n: number) =>
      [
        `x${this.events}-${n}`,
        'call',
        isIn ? 'in' : 'out',
        said?.outcome,
        new Date(said?.at ?? 0).toISOString(),
        `Person ${person}`,
        `c${person}`,
        manager === null ? '' : `Manager ${manager}`,
      ].join(',')
    return {
      csv: ['externalId,kind,direction,outcome,at,contact,contactId,manager', ...talks.map(line), ''].join(
        '\n',
      ),
      talks,
    }
  }

  #event(): void {
    const { facts } = this
    const dice = this.#dice.below(100)
    const sale = this.#ofOpen()
    if (facts.people.length < 5 || dice < 9) this.#lead()
    else if (dice < 14) this.#again()
    else if (dice < 28) this.#talk(true)
    else if (dice < 48) this.#talk(false)
    else if (dice < 53) this.#plan()
    else if (dice < 60) this.#meeting()
    else if (dice < 70) this.#todo()
    else if (dice < 78) this.#finish()
    else if (dice < 82) this.#postpone()
    else if (dice < 84) this.#takenBack()
    else if (sale !== undefined) this.#move(sale)
  }

  /** Somebody new with a wish; now and then nobody takes it. */
  #lead(): void {
    const n = this.facts.people.length + 1
    const manager = this.#dice.chance(0.12) ? null : 1 + this.#dice.below(MANAGERS)
    const person: Person = { id: n, manager }
    this.#write((operation) => {
      const at = { created_at: this.#now, created_precision: 0 }
      const name = `Person ${n}`
      operation.insert('contacts', { name, folded: foldName(name), manager_id: manager, ...at })
    })
    this.facts.people.push(person)
    this.#sell(person)
  }

  /** Somebody who is here already asks again. */
  #again(): void {
    this.#sell(this.#person())
  }

  #sell({ id: person, manager }: Person): void {
    const id = this.#write((operation) =>
      operation.createDeal({
        at: this.#now,
        precision: 'moment',
        actor: manager,
        values: { ...NOTHING, title: 'Windows', manager, contacts: [person], currency: 'UAH' },
      }),
    )
    this.facts.sales.push({ id, person, manager, created: this.#now, steps: [] })
  }

  #talk(isIn: boolean): void {
    const kind = this.#of(['call', 'call', 'call', 'email', 'message', 'note'] as const)
    const outcomes = isIn ? ['answered', 'missed', 'no-answer', null] : ['answered', 'no-answer', 'thinks']
    const outcome = kind === 'call' ? this.#of(outcomes) : null
    const isUnknown = kind === 'call' && this.#dice.chance(0.2)
    const phone = isUnknown ? `+38067000000${this.#dice.below(9)}` : null
    const sale = isUnknown || this.#dice.chance(0.6) ? undefined : this.#ofOpen()
    const person = sale?.person ?? this.#person().id
    const manager = isIn && this.#dice.chance(0.4) ? null : 1 + this.#dice.below(MANAGERS)
    this.#say({
      ...{ kind, isIn: isIn && kind !== 'note', manager, phone },
      person: isUnknown ? null : person,
      sale: sale?.id ?? null,
      editions: [{ from: this.#now, at: this.#now, outcome }],
    })
  }

  #plan(): void {
    const sale = this.#ofOpen()
    const { id: person, manager } = this.#person()
    const at = this.#now + (2 + this.#dice.below(72)) * HOUR
    this.#say({
      ...{ kind: 'meeting', isIn: false, phone: null },
      manager: sale?.manager ?? manager,
      person: sale?.person ?? person,
      sale: sale?.id ?? null,
      editions: [{ from: this.#now, at, outcome: 'planned' }],
    })
  }

  #say(talk: Omit<Talk, 'id'>): void {
    const [said] = talk.editions
    if (said === undefined) return
    const hasNoSide = talk.kind === 'meeting' || talk.kind === 'note'
    const id = this.#write((operation) =>
      addActivity(operation, {
        kind: talk.kind,
        direction: hasNoSide ? null : talk.isIn ? 'in' : 'out',
        outcome: said.outcome,
        when: { at: said.at, precision: 'moment' },
        ...{ duration: null, text: null, company: null, phone: talk.phone },
        ...{ manager: talk.manager, contact: talk.person, deal: talk.sale },
      }),
    )
    this.facts.talks.push({ id, ...talk })
  }

  /** A planned meeting takes place or does not, or is put off. */
  #meeting(): void {
    const planned = this.facts.talks.filter(({ editions }) => editions.at(-1)?.outcome === 'planned')
    const talk = planned[this.#dice.below(planned.length)]
    const at = talk?.editions.at(-1)?.at
    if (talk === undefined || at === undefined) return
    if (at <= this.#now && this.#dice.chance(0.2)) {
      this.#write((operation) => callOff(this.store, operation, talk.id, 'nobody came'))
      talk.editions.push({ from: this.#now, at, outcome: 'not-held' })
    } else if (at <= this.#now) {
      const when = { at: this.#now, precision: 'moment' as const }
      this.#write((operation) =>
        holdMeeting(this.store, operation, talk.id, { when, outcome: null, text: null, duration: null }),
      )
      talk.editions.push({ from: this.#now, at: this.#now, outcome: 'held' })
    } else {
      const later = at + (1 + this.#dice.below(48)) * HOUR
      this.#write((operation) =>
        moveMeeting(operation, talk.id, { at: later, precision: 'moment' }, 'their office'),
      )
      talk.editions.push({ from: this.#now, at: later, outcome: 'planned' })
    }
  }

  #todo(): void {
    const sale = this.#dice.chance(0.6) ? this.#ofOpen() : undefined
    const { id, manager } = this.#person()
    const about = { person: sale?.person ?? id, sale: sale?.id ?? null, manager: sale?.manager ?? manager }
    const due = this.#due()
    const task = this.#write((operation) =>
      addTask(operation, {
        ...{ text: 'call back', company: null, contact: about.person, deal: about.sale },
        manager: about.manager,
        due: { at: due.due, precision: due.isDay ? 'day' : 'moment' },
      }),
    )
    const editions = [{ from: this.#now, ...due }]
    this.facts.todos.push({ id: task, ...about, created: this.#now, editions, done: null, removed: null })
  }

  /** A day, as its first moment, or a moment, within a week and a half. */
  #due(): { due: number; isDay: boolean } {
    const { zone } = this.store
    const at = this.#now + this.#dice.below(10 * 24 * 60) * MINUTE
    const isDay = this.#dice.chance(0.6)
    return { due: isDay ? zone.startOfDay(zone.dateOf(at)) : at, isDay }
  }

  #finish(): void {
    const todo = this.#openTodo()
    if (todo === undefined) return
    const when = { at: this.#now, precision: 'moment' as const }
    if (this.#dice.chance(0.9)) {
      this.#write((operation) =>
        record(this.store, operation, { done: { task: todo.id, when, result: null } }),
      )
      todo.done = this.#now
    } else {
      this.#write((operation) => operation.remove('tasks', todo.id))
      todo.removed = this.#now
    }
  }

  #postpone(): void {
    const todo = this.#openTodo()
    if (todo === undefined) return
    const due = this.#due()
    this.#write((operation) =>
      operation.update('tasks', todo.id, { due_at: due.due, due_precision: due.isDay ? 1 : 0 }),
    )
    todo.editions.push({ from: this.#now, ...due })
  }

  /** Something is written down and taken back at once: it never was. */
  #takenBack(): void {
    const { people, sales, talks, todos } = this.facts
    const before = [people, sales, talks, todos].map((list) => list.length)
    if (this.#dice.chance(0.5)) this.#talk(false)
    else this.#todo()
    this.store.undo({ command: 'undo', now: this.#now + 1000 })
    for (const [i, list] of [people, sales, talks, todos].entries()) list.length = before[i] ?? 0
  }

  /** On, over a stage, out, or back from being out. */
  #move(sale: Sale): void {
    const stage = sale.steps.at(-1)?.stage ?? 0
    const chance = this.#dice.next()
    if (typeof stage !== 'number') return
    const to = chance < 0.18 ? 'lost' : chance < 0.25 ? Math.max(0, stage - 1) : stage + 1
    const target = to === STAGES.length ? 'won' : to
    this.#step(sale, target)
    const closed = this.facts.sales.filter(({ steps }) => typeof steps.at(-1)?.stage === 'string')
    const reopened = closed[this.#dice.below(closed.length)]
    if (reopened !== undefined && this.#dice.chance(0.03)) this.#step(reopened, 1)
  }

  #step(sale: Sale, stage: number | 'won' | 'lost'): void {
    if (stage === (sale.steps.at(-1)?.stage ?? 0)) return
    const id = typeof stage === 'number' ? stage + 1 : outcomeOfDeal(this.store, sale.id, stage)
    const when = { at: this.#now, precision: 'moment' as const, ...this.#clock() }
    this.#write((operation) =>
      moveDeal(this.store, operation, sale.id, { stage: id, when, reason: null, actor: sale.manager }),
    )
    sale.steps.push({ at: this.#now, stage })
  }

  #clock(): { date: string; time: string } {
    const { zone } = this.store
    return { date: zone.dateOf(this.#now), time: zone.timeOf(this.#now).slice(0, 5) }
  }

  #person(): Person {
    const { people } = this.facts
    const latest = this.#dice.chance(0.7) ? Math.min(people.length, 25) : people.length
    return people[people.length - 1 - this.#dice.below(latest)] ?? { id: 1, manager: null }
  }

  #ofOpen(): Sale | undefined {
    const open = this.facts.sales.filter(({ steps }) => typeof (steps.at(-1)?.stage ?? 0) === 'number')
    return open[this.#dice.below(open.length)]
  }

  #openTodo(): Todo | undefined {
    const open = this.facts.todos.filter(({ done, removed }) => done === null && removed === null)
    return open[this.#dice.below(open.length)]
  }

  #of<T>(list: readonly T[]): T {
    return list[this.#dice.below(list.length)] as T
  }

  #write<T>(body: (operation: Operation) => T): T {
    return this.store.write({ command: 'quarter', now: this.#now }, body).result
  }
}
