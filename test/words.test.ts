import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { wordsFor } from '../src/words/words.ts'

const FOLDER = join(import.meta.dirname, '../src/words')
const CYRILLIC = /[а-яёіїєґ]/i

const lines = readdirSync(FOLDER)
  // What people may type, in whatever form they do.
  .filter((file) => file !== 'aliases.ts')
  .flatMap((file) =>
    readFileSync(join(FOLDER, file), 'utf8')
      .split('\n')
      .map((text) => `${file}: ${text.trim()}`),
  )
  .filter((text) => CYRILLIC.test(text))

test('an apostrophe inside a word is always the same', () => {
  expect(lines.filter((text) => /[а-яіїєґ]['ʼ`‘][а-яіїєґ]/i.test(text))).toEqual([])
})

test('a dash between words is always the same; the short one is for spans', () => {
  expect(lines.filter((text) => / – (?!\d)| –$/.test(text))).toEqual([])
})

/** Every text of a language, those of functions as they are written. */
function textsOf(part: unknown): string[] {
  if (typeof part === 'string') return [part]
  if (typeof part === 'function') return [String(part)]
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(textsOf) : []
}

/** What is to be called by another word, for it is so everywhere else. */
const NEVER = {
  ru: /когорт|синтетич|невалид|загрузк/i,
  uk: /когорт|синтетич|невалід|задач|торкан|завантаженн/i,
}

test.each(['ru', 'uk'] as const)('things are called by one word in %s', (lang) => {
  const wrong = textsOf(wordsFor(lang)).filter((text) => NEVER[lang].test(text))
  expect(wrong).toEqual([])
})
