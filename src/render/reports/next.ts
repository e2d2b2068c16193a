import { formatDay } from '../../domain/time/period.ts'
import type { Instant, Zone } from '../../domain/time/zone.ts'
import type { Words } from '../../words/words.ts'
import type { Document, Line, Tone } from '../document.ts'
import { formatMoney } from '../numbers.ts'
import { truncate } from '../width.ts'
import { type TodayRow, whatOf, whenCell } from './today-cells.ts'

interface NextView {
  words: Words
  now: Instant
  zone: Zone
  /** Which of how many it is. */
  place: { at: number; of: number } | null
  /** What is written down of their open deals. */
  notes: readonly string[]
  talks: readonly {
    kind: string
    direction: string | null
    outcome: string | null
    at: Instant
    text: string | null
  }[]
}

/** Columns of a text that are shown: all of it is in `show`. */
const MOST_OF_TEXT = 400

/** One thing to do: who, what, their number, and what was said last. */
export function itemDocument(row: TodayRow, view: NextView): Document {
  const { words, zone, place, talks, notes } = view
  const { json } = row
  const { lang } = words
  const when = whenCell(row, view)
  const name = json.contact ?? json.company
  // Someone known by their number alone is not told twice.
  const phone = name !== null && digitsOf(name) === digitsOf(json.phone ?? '') ? null : row.phone
  const who = [name, phone].filter((part) => part !== null).join('  ')
  const amount = json.amount === null ? null : formatMoney(json.amount, json.currency ?? undefined, lang, 0)
  const what = [truncate(whatOf(row, view), MOST_OF_TEXT), json.deal, amount]
    .filter((part) => part !== null && part !== '')
    .join(' · ')
  const title: Line = [
    ...(place === null ? [] : [{ text: `${place.at}/${place.of}  `, tone: 'dim' as const }]),
    toned(String(when.value ?? ''), when.tone),
    `  ${who}`,
  ]
  const said = talks.map(({ kind, direction, outcome, at, text }): Line => {
    const key = direction === null ? kind : `${kind}-${direction}`
    const how = outcome === null ? null : (words.touch.outcomes[outcome] ?? outcome)
    const told = text === null ? null : truncate(text, MOST_OF_TEXT)
    const facts = [words.next.talks[key] ?? kind, how, told].filter((part) => part !== null)
    const day = `${formatDay(zone.dateOf(at), lang)} ${zone.clockOf(at)}`
    return [{ text: `  ${day}  ${facts.join(' · ')}`, tone: 'dim' }]
  })
  return {
    heading: [title],
    blocks: [
      { type: 'lines', lines: [what, ...notes.map((note) => `  ${truncate(note, MOST_OF_TEXT)}`), ...said] },
      ...(place === null ? [{ type: 'command' as const, command: json.command }] : []),
    ],
  }
}

function toned(text: string, tone: Tone | undefined) {
  return tone === undefined ? text : { text, tone }
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}
