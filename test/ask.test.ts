import { expect, test } from 'vitest'
import { containing } from '../src/ask.ts'

test('what is typed is looked for at the beginnings of words first', () => {
  const choices = ['менеджер (manager)', 'джерело (source)', 'id джерела', 'сума'].map((name) => ({
    name,
    value: name,
  }))
  expect(containing(choices, 'джер').map(({ name }) => name)).toEqual([
    'джерело (source)',
    'id джерела',
    'менеджер (manager)',
  ])
  expect(containing(choices, '')).toEqual(choices)
})
