import { expect, test } from 'vitest'
import { foldName } from '../../src/domain/names/name.ts'
import { farFromName } from '../../src/domain/names/name-cases.ts'

test.each([
  ['Ользі', 'Ольга', 1],
  ['Павлу', 'Павел', 1],
  ['Павлові', 'Павло', 1],
  ['Кравцу', 'Кравец', 1],
  ['Насті', 'Настя', 1],
  ['Ользі Петрівні', 'Ольга Петрівна', 2],
  ['Ірині', 'Ірина', 1],
  ['Сергею', 'Сергей', 1],
  ['Павлу', 'Полина', undefined],
])('%s of %s: %j', (text, name, far) => {
  expect(farFromName(foldName(text), foldName(name))).toBe(far)
})
