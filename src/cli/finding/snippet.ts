import { fitsReading, searchWords, type Wanted } from '../../domain/names/search-words.ts'

/** The part of a text about the first of the words wanted, in at most so many letters, cut between words. */
export function snippetOf(text: string, wanted: readonly Wanted[], length: number): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (line.length <= length) return line
  const words = [...line.matchAll(/[^ ]+/g)]
  const parts = wanted.flatMap(({ readings }) => readings.flat())
  const hit = words.findIndex(([word]) =>
    searchWords(word).some((one) => parts.some((part) => fitsReading(one, part))),
  )
  const from = startBefore(words, Math.max(0, hit), Math.floor(length / 3))
  const begin = words[from]?.index ?? 0
  const cut = line.slice(begin, begin + length - 2)
  const end = begin + cut.length < line.length ? cut.lastIndexOf(' ') : cut.length
  const shown = end > length / 2 ? cut.slice(0, end) : cut
  return `${begin > 0 ? '…' : ''}${shown}${begin + shown.length < line.length ? '…' : ''}`
}

/** The first word that still stands within so many letters before one. */
function startBefore(words: readonly RegExpMatchArray[], at: number, room: number): number {
  const place = words[at]?.index ?? 0
  const from = words.findIndex((word) => (word.index ?? 0) >= place - room)
  return from < 0 ? at : from
}
