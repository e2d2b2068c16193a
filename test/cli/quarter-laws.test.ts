import { expect, test } from 'vitest'
import { Store } from '../../src/store/store.ts'
import { expectedAt } from '../support/quarter-model.ts'
import { makeQuarter, Quarter } from '../support/quarter-script.ts'
import { type Trial, trial } from './world.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** The last quarter of 2026: the clocks change in it. */
const FROM = Date.UTC(2026, 9, 1)
const DAYS = 92
/** Thousands of events where there is time for them. */
const EVENTS = process.env['VORONKA_LONG'] === undefined ? 36 : 90
const IMPORT_EACH = 9

interface Item {
  kind: string
  manager: string | null
  contactId: string | null
  deal: string | null
  task: string | null
  activity: string | null
  phone: string | null
  due: string | null
}

/** As the model says it: `kind key manager`. */
async function listed({ run }: Trial, now: number): Promise<string[]> {
  const ran = await run(['today', '--all', '--format', 'json'], { now: new Date(now).toISOString() })
  if (ran.exit !== 0) throw new Error(ran.err)
  const { items } = JSON.parse(ran.out) as { items: Item[] }
  return items
    .map((item) => `${item.kind} ${keyOf(item)} ${item.manager?.replace('Manager ', '') ?? '-'}`)
    .sort()
}

function keyOf({ kind, task, activity, due, deal, contactId, phone }: Item): string | null {
  if (due !== null) return task ?? activity
  if (kind === 'reactivation') return contactId
  return activity === null ? deal : (contactId ?? phone)
}

test('every day of a quarter of three managers, the list is what their work comes to', async () => {
  const made = trial()
  const path = made.path('trial.db')
  let store = Store.open(path, { create: true })
  makeQuarter(store, FROM - DAY)
  const quarter = new Quarter(store, 7)
  for (let day = 0; day < DAYS; day++) {
    const start = FROM + day * DAY
    quarter.day(start, EVENTS)
    const evening = start + 18.5 * HOUR
    if (day % IMPORT_EACH === 0) {
      store.close()
      await importCalls(made, quarter, evening)
      store = Store.open(path)
      quarter.store = store
    }
    expect({ day, items: await listed(made, evening) }).toEqual({
      day,
      items: expectedAt(quarter.facts, evening),
    })
  }
  store.close()
  const seen = new Set<string>()
  for (let day = 0; day < DAYS; day += 1) {
    const noon = FROM + day * DAY + 10 * HOUR + 17 * 60_000
    const items = await listed(made, noon)
    expect({ day, items }).toEqual({ day, items: expectedAt(quarter.facts, noon) })
    for (const item of items) seen.add(item.split(' ')[0] ?? '')
  }
  expect([...seen].sort()).toEqual([
    ...['invoice', 'missedCall', 'overdue', 'reactivation', 'silent', 'stuck', 'today'],
    ...['tomorrow', 'unanswered', 'unassigned'],
  ])
  expect(quarter.events).toBeGreaterThan(2000)
})

/** Calls of the last days from a file; among them those that change what was waited for. */
async function importCalls(made: Trial, quarter: Quarter, now: number): Promise<void> {
  const { csv, talks } = quarter.calls(12)
  const ran = await made.run(['import', 'activities', '-', '--system', 'phone', '--format', 'json'], {
    stdin: csv,
    now: new Date(now).toISOString(),
  })
  const { created, problems } = JSON.parse(ran.out) as { created: number; problems: unknown[] }
  expect({ created, problems }).toEqual({ created: talks.length, problems: [] })
  const store = Store.open(made.path('trial.db'))
  const last = Number(store.db.prepare('select max(id) from activities').pluck().get())
  store.close()
  quarter.facts.talks.push(...talks.map((talk, i) => ({ id: last - talks.length + 1 + i, ...talk })))
}
