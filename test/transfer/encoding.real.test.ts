import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { type Encoding, makeDecoder } from '../../src/transfer/encoding.ts'
import { guessEncoding } from '../../src/transfer/guess.ts'
import { realPath, realTest } from './real.ts'
import { bytesIn, canHold } from './samples.ts'

const FOLDERS = ['ru-accredited-companies', 'ru-northwind', 'ru-worldskills']
const ENCODINGS: readonly Encoding[] = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1251',
  'ibm866',
  'koi8-r',
  'x-mac-cyrillic',
]
/** Of each file, evenly taken. */
const SAMPLES = 60

/** Stretches of so many lines with Cyrillic letters of the public Russian files: companies, people, goods, orders. */
function stretches(length: number): string[] {
  const files = FOLDERS.flatMap((folder) => readdirSync(realPath(folder)).map((name) => `${folder}/${name}`))
  return files
    .filter((file) => /\.(csv|tsv|txt)$/.test(file))
    .flatMap((file) => {
      const encoding = file.includes('cp1251') ? 'windows-1251' : 'utf-8'
      const text = makeDecoder(encoding).decode(readFileSync(realPath(file)))
      const lines = text.split(/[\r\n]+/).filter((line) => /[а-яё]/i.test(line))
      const step = Math.max(1, Math.floor(lines.length / SAMPLES))
      const starts = lines.map((_, i) => i).filter((i) => i % step === 0 && i + length <= lines.length)
      return starts.map((i) => `${lines.slice(i, i + length).join('\r\n')}\r\n`)
    })
}

/** Of all the stretches in all the encodings that can hold them: those that are read wrong, and how many there are. */
function misread(length: number): { wrong: string[]; tried: number } {
  const texts = stretches(length)
  const tried = ENCODINGS.flatMap((encoding) =>
    texts
      .filter((text) => canHold(encoding, text))
      .map((text) => ({ encoding, text, bytes: bytesIn(encoding, text) })),
  )
  const wrong = tried.filter(
    ({ text, bytes }) => makeDecoder(guessEncoding(bytes).encoding).decode(bytes) !== text,
  )
  return { wrong: wrong.map(({ encoding, text }) => `${encoding}: ${text}`), tried: tried.length }
}

realTest('Russian rows in seven encodings: one is enough in 99 % of cases', () => {
  const { wrong, tried } = misread(1)
  expect(tried).toBeGreaterThan(7000)
  expect(wrong.length).toBeLessThan(tried / 100)
})

realTest('Russian rows in seven encodings: two are always enough, and five', () => {
  expect([misread(2).wrong, misread(5).wrong]).toEqual([[], []])
})
