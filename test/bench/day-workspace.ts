import { foldName } from '../../src/domain/names/name.ts'
import { BatchInsert } from '../../src/store/batch-insert.ts'
import type { Operation } from '../../src/store/operation.ts'
import { writeSetting } from '../../src/store/settings.ts'
import { Store } from '../../src/store/store.ts'
import { withoutIndexes } from '../../src/store/tables/indexes.ts'
import { FROM, MANAGERS, madeDeals } from './deals.ts'
import { Dice } from './dice.ts'
import { fillWorkspace } from './workspace.ts'

const DAY = 86_400_000
const HOUR = DAY / 24

/** As many contacts as deals; ten times as many calls, letters, messages, meetings and notes; a task to each ten deals. */
export function fillBusyWorkspace(path: string, deals: number): void {
  fillWorkspace(path, deals)
  const store = Store.open(path)
  store.write({ command: 'people', now: FROM }, (operation) => addPeople(store, operation, deals))
  store.write({ command: 'activities', now: FROM }, (operation) => addActivities(store, operation, deals))
  store.write({ command: 'tasks', now: FROM }, (operation) => addTasks(store, operation, deals))
  store.write({ command: 'me', now: FROM }, (operation) => writeSetting(store.db, operation, 'me', 7))
  store.db.raw.pragma('wal_checkpoint(truncate)')
  store.close()
}

function addPeople({ db }: Store, operation: Operation, deals: number): void {
  const columns = ['name', 'folded', 'created_at', 'created_precision', 'phones', 'manager_id']
  const contacts = new BatchInsert(db, 'contacts', columns)
  const first = Math.ceil(deals / 5) + 1
  for (let i = first; i <= deals; i++) {
    const phone = `+38067${String(i).padStart(7, '0')}`
    const phones = JSON.stringify([{ e164: phone, raw: phone }])
    contacts.add([`Person ${i}`, foldName(`Person ${i}`), FROM, 0, phones, 1 + (i % MANAGERS.length)])
  }
  contacts.flush()
  operation.insertedRange('contacts', first, deals)
}

const KINDS = [
  'call',
  'call',
  'call',
  'call',
  'call',
  'email',
  'email',
  'message',
  'meeting',
  'note',
] as const

/** Spread over the weeks of each deal; nearly all that comes in is answered: so few clients wait on any day. */
function addActivities({ db }: Store, operation: Operation, deals: number): void {
  const dice = new Dice(2)
  const columns = [
    'kind',
    'direction',
    'outcome',
    'at',
    'precision',
    'manager_id',
    'contact_id',
    'deal_id',
    'text',
  ]
  const last = FROM + 3 * 365 * DAY
  withoutIndexes(db, ['activities'], deals * 10, () => {
    const insert = new BatchInsert(db, 'activities', columns)
    for (const { n, at: created, manager, contact } of madeDeals(deals)) {
      let at = created
      for (let i = 0; i < 10; i++) {
        at = Math.min(last, at + HOUR + dice.span(5 * DAY))
        const kind = KINDS[dice.below(KINDS.length)] ?? 'call'
        const isIn = dice.chance(i === 9 ? 0.01 : 0.3)
        const said = kind === 'meeting' || kind === 'note' ? null : isIn ? 'in' : 'out'
        const outcome = kind === 'call' ? (isIn && dice.chance(0.2) ? 'missed' : 'answered') : null
        insert.add([
          kind,
          said,
          outcome,
          at,
          0,
          manager,
          contact,
          dice.chance(0.7) ? n : null,
          `about deal ${n}`,
        ])
      }
    }
    insert.flush()
  })
  operation.insertedRange('activities', 1, deals * 10)
}

function addTasks({ db }: Store, operation: Operation, deals: number): void {
  const dice = new Dice(3)
  const columns = [
    'text',
    'manager_id',
    'contact_id',
    'deal_id',
    'due_at',
    'due_precision',
    'state',
    'done_at',
  ]
  const insert = new BatchInsert(db, 'tasks', [...columns, 'created_at', 'created_precision'])
  let count = 0
  for (const { n, at, manager, contact } of madeDeals(deals)) {
    if (n % 10 !== 0) continue
    count++
    const due = at + dice.span(20 * DAY)
    const isDone = dice.chance(0.97)
    insert.add([
      `call about deal ${n}`,
      manager,
      contact,
      n,
      due,
      0,
      isDone ? 'done' : 'open',
      isDone ? due : null,
      at,
      0,
    ])
  }
  insert.flush()
  operation.insertedRange('tasks', 1, count)
}
