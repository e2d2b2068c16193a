import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseSearch } from '../../src/domain/names/search-words.ts'
import { examine, mend } from '../../src/store/doctor.ts'
import { catchUpSearch, pendingSearch } from '../../src/store/kept/search-index.ts'
import { createContact } from '../../src/store/people/contacts.ts'
import { searchAll } from '../../src/store/search.ts'
import { Store } from '../../src/store/store.ts'
import { FOUND_KINDS } from '../../src/store/tables/search-tables.ts'

const WORDS = [
  'окно',
  'окна',
  'Анна',
  'Аня',
  'договор',
  'AND',
  '"',
  '*',
  "об'єкт",
  '+7 916 123-45-67',
  '12',
  'Ё-моё',
  '🪟',
]
const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' '))

const found = (store: Store, typed: string) => {
  const wanted = parseSearch(typed)
  return wanted.length === 0
    ? []
    : [...searchAll(store, wanted, FOUND_KINDS, 1000)].map(([, { hits }]) => hits)
}

function workspace(names: readonly string[]): Store {
  const store = Store.inMemory()
  for (const [at, name] of names.entries())
    store.write({ command: 'add', now: at }, (operation) =>
      createContact(store, operation, { name, note: [...name].reverse().join('') }),
    )
  return store
}

test('what is kept finds what reading every record finds', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), text, (names, typed) => {
      const store = workspace(names)
      expect([...pendingSearch(store)]).toEqual([])
      const kept = found(store, typed)
      store.db.raw.exec('update search_state set upto = 0')
      expect(found(store, typed)).toEqual(kept)
      catchUpSearch(store, () => {})
      expect(found(store, typed)).toEqual(kept)
      expect(examine(store).findings).toEqual([])
      store.close()
    }),
    { numRuns: 60 },
  )
})

test('a load leaves its words to the next search', () => {
  const store = workspace(['Anna'])
  store.write({ command: 'load', now: 1 }, (operation) => {
    for (let i = 0; i < 2001; i++) createContact(store, operation, { name: `Person ${i}` })
  })
  store.write({ command: 'more', now: 2 }, (operation) => createContact(store, operation, { name: 'Boris' }))
  expect([...pendingSearch(store)].map(([kind, ids]) => [kind, ids.length])).toEqual([
    ['contact', 2002],
    ['company', 0],
    ['task', 0],
    ['activity', 0],
    ['deal', 0],
  ])
  const heard: number[] = []
  catchUpSearch(store, (records) => heard.push(records))
  catchUpSearch(store, (records) => heard.push(records))
  expect(heard).toEqual([2002])
  expect(found(store, 'boris')[0]?.map(({ id }) => id)).toEqual([2003])
  expect(examine(store).findings).toEqual([])
})

test('an undo takes words back', () => {
  const store = workspace(['Anna', 'Boris'])
  store.undo({ command: 'undo', now: 3 })
  expect(found(store, 'boris')).toEqual([[], [], [], [], []])
  expect(examine(store).findings).toEqual([])
})

test('the doctor finds and mends words that are lost or too many', () => {
  const store = workspace(['Anna', 'Boris'])
  store.db.raw.exec('delete from search where rowid = (1 << 40) + 1')
  store.db.raw.exec(`insert into search(rowid, words) values ((3 << 40) + 7, 'ghost')`)
  expect(examine(store).findings).toEqual([{ check: 'search', count: 2, first: 'contact 1' }])
  mend(store)
  expect(examine(store).findings).toEqual([])
})
