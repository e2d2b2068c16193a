import { expect, test } from 'vitest'
import type { PersonPointer } from '../../src/domain/records/planned-touch.ts'
import { TouchLinks } from '../../src/store/import/touch-links.ts'
import type { Store } from '../../src/store/store.ts'
import { emptyWorkspace } from '../support/story.ts'

/** Links so many people of one name and one phone, each with an id. Returns how many there are then. */
function link(store: Store, count: number): number {
  const phones = [{ raw: '+380441234567', e164: '+380441234567' }]
  const { result } = store.write({ command: 'import activities', now: 1 }, (operation) => {
    const links = new TouchLinks(store, operation, { system: 'crm', own: false })
    const of = (contact: PersonPointer) => links.of({ contact, company: null, deal: null }).contact
    const found = Array.from({ length: count }, (_, i) =>
      of({ id: `${i + 1}`, own: null, name: 'No name', phones, emails: [] }),
    )
    return new Set(found).size
  })
  return result
}

/** Counts the rows that statements give back from now on. */
function countRows({ db }: Store): { rows: number } {
  const counted = { rows: 0 }
  const prepare = db.prepare.bind(db)
  db.prepare = (sql) => {
    const statement = prepare(sql)
    return new Proxy(statement, {
      get(_, name) {
        if (name === 'iterate')
          return function* (...values: unknown[]) {
            for (const row of statement.iterate(...values)) {
              counted.rows++
              yield row
            }
          }
        const member: unknown = Reflect.get(statement, name)
        if (typeof member !== 'function') return member
        return (...values: unknown[]) => {
          const result: unknown = member.apply(statement, values)
          if (name === 'all' && Array.isArray(result)) counted.rows += result.length
          return result === statement ? statement : result
        }
      },
    })
  }
  return counted
}

test('those who share a name and a phone are each looked at once for either', () => {
  const rowsFor = (count: number) => {
    const store = emptyWorkspace('UTC')
    const counted = countRows(store)
    expect(link(store, count)).toBe(count)
    return counted.rows
  }
  const [few, many] = [rowsFor(50), rowsFor(200)]
  // And once at the end, for the words by which search finds what was added.
  expect(many - few).toBeLessThanOrEqual(3 * 150)
})

test('by its name alone an id means one who has none yet, in any system, but what stands for one', () => {
  const store = emptyWorkspace('UTC')
  const person = (id: string | null) => ({ id, own: null, name: 'No name', phones: [], emails: [] })
  const add = { name: 'No name', folded: 'no name', created_at: 1, created_precision: 0 }
  store.write({ command: 'import activities', now: 1 }, (operation) => {
    const links = new TouchLinks(store, operation, { system: 'crm', own: false })
    const of = (id: string | null) => links.of({ contact: person(id), company: null, deal: null }).contact
    const elsewhere = operation.insert('contacts', { ...add, external_system: 'other', external_id: '9' })
    const first = of('1')
    const typed = operation.insert('contacts', add)
    const found = [of('1'), of(null), of('2'), of('3'), of('2')]
    expect([elsewhere, first, typed, ...found]).toEqual([1, 2, 3, 2, 1, 3, 4, 3])
    const byEmail = operation.insert('contacts', {
      ...add,
      external_system: 'crm',
      external_id: 'no@name.example',
    })
    expect([byEmail, of('5')]).toEqual([5, 5])
  })
})
