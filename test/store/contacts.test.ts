import { expect, test } from 'vitest'
import { createContact, namesakesByKey } from '../../src/store/people/contacts.ts'
import { mergeContacts } from '../../src/store/people/merging.ts'
import { wordsFor } from '../../src/words/words.ts'
import { emptyWorkspace } from '../support/story.ts'

test('someone with the same phone is the one whom a chain of merges left', () => {
  const store = emptyWorkspace('UTC')
  const phones = [{ raw: '+380441234567', e164: '+380441234567' }]
  store.write({ command: 'contacts', now: 1 }, (operation) => {
    const add = (name: string, has: typeof phones) => createContact(store, operation, { name, phones: has })
    const [first, second, third] = [add('A', []), add('B', []), add('C', phones)]
    operation.update('contacts', third, { merged_into: second })
    mergeContacts(store, operation, wordsFor('en'), first, second)
    const other = add('D', phones)
    expect(namesakesByKey(store.db, other)).toEqual([first])
  })
})
