import { expect, test } from 'vitest'
import { EXIT, UsageError, UserError } from '../src/errors.ts'
import { wordsFor } from '../src/words/words.ts'

test('an error speaks the language it is asked in', () => {
  const error = new UserError((w) => w.common.none)
  expect([error.exit, error.message, error.say(wordsFor('ru'))]).toEqual([EXIT.refused, '(none)', '(нет)'])
  expect(new UsageError((w) => w.common.or).exit).toBe(2)
})
