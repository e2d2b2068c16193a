import { formatMoney } from '../../domain/money.ts'
import type { Piece } from '../../domain/quick/piece.ts'
import { readWhen, type WhenContext } from '../../domain/time/when.ts'
import type { Say } from '../../errors.ts'
import { quoted, shellWord } from '../line/quoted.ts'
import type { QuickReading } from './reading.ts'

/** What is told beside an entry: of its amount, and of what looks like a sum, a date or a phone and stayed in the title. */
export function notesOnEntry(
  read: QuickReading,
  pieces: readonly Piece[],
  { title, amount, how }: { title: string; amount: string | undefined; how: WhenContext },
): Say[] {
  const money = amount === undefined ? notesOnFigures(title, pieces) : notesOnAmount(read, title)
  const isFigureTold = amount === undefined && money.length > 0
  const texts = [
    ...(isFigureTold ? [] : sumsIn(title)),
    ...datesIn(title, how),
    ...timesIn(title),
    ...phonesIn(title),
  ]
  return [
    ...money,
    ...(texts.length === 0 ? [] : [(w: Parameters<Say>[0]) => w.quick.notUnderstood({ texts })]),
  ]
}

/** A number in a title that may be what it costs; `1500x1400` is a size. */
const FIGURE =
  /(?<![\p{L}\d.,*×-])(?:\d{1,3}(?:[ \u00a0]\d{3})+|\d{4,8}|\d{1,3}\s?[-–]\s?\d{1,3}(?=\s?(?:тыс|тис|[ктk]))|\d{1,4}(?=\s?[тt](?![\p{L}])))(?:\s?(?:тыс|тис|[ктkt])\.?)?(?![\p{L}\d*×-])/u

/** Said where no amount was given, and a number that may be it stands in the title. */
function notesOnFigures(title: string, pieces: readonly Piece[]): Say[] {
  for (const { text, either: choice } of pieces)
    if (choice !== undefined) return [(w) => w.quick.either({ text, choice })]
  const figure = FIGURE.exec(title)?.[0]
  return figure === undefined
    ? []
    : [(w) => w.quick.figure({ figure, option: /-|–/.test(figure) ? '…' : shellWord(figure) })]
}

/** Said where a bare number was taken for the amount, or so many were multiplied by the price of one. */
function notesOnAmount(read: QuickReading, title: string): Say[] {
  const [piece] = read.of('amount')
  const { isPresumed, text = '', times } = piece ?? {}
  if (times !== undefined) {
    const { count, each, currency } = times
    return [
      (w) =>
        w.quick.times({
          each: `${count} × ${formatMoney(each, currency, w.lang)}`,
          all: formatMoney(each * count, currency, w.lang),
        }),
    ]
  }
  return isPresumed ? [(w) => w.quick.presumed({ figure: text, title: quoted(`${title} ${text}`) })] : []
}

const SUM =
  /(?<![\p{L}\d])\d[\d \u00a0.,]*\s?(?:тыс|тис|млн|руб|грн|₽|₴|\$|€)(?:яч[аиі]?|\.)?(?!\p{L})|[$€£₴₽]\s?\d[\d.,]*/giu
const PHONE = /(?<![\d.,])(?:\+?\d(?:[\s().-]{0,2}\d){8,}|\d{2,3}-\d\d-\d\d)(?!\d)/gu

function sumsIn(title: string): string[] {
  return [...title.matchAll(SUM)].map(([found]) => found.trim())
}

/** Between days, and by which hour: nothing that is read, and yet nothing of what they want. */
const TIME =
  /(?<![\p{L}\d])(?:(?:пн|вт|ср|чт|пт|сб|вс|нд)\s?[-–/]\s?(?:пн|вт|ср|чт|пт|сб|вс|нд)|(?:до|после|після|by|before|after) (?:[7-9]|1\d|2[0-3])(?=\s*(?:[,;.]|$)))(?!\p{L})/giu

function timesIn(title: string): string[] {
  return [...title.matchAll(TIME)].map(([found]) => found)
}

function phonesIn(title: string): string[] {
  return [...title.matchAll(PHONE)].map(([found]) => found.trim())
}

/** Words that say a day or an hour by themselves; `в 3 комнаты` has none. */
const DATED =
  /\d:\d\d|^\d\d\.\d\d(?:\.|$)|\p{L}{5,}|(?:^|\s)(?:пн|вт|ср|чт|пт|сб|вс|нд|mon|tue|wed|thu|fri|sat|sun)$/iu
const MOST_WORDS = 4

/** Moments that are still to come, wherever they stand. */
function datesIn(title: string, how: WhenContext): string[] {
  const words = title.split(/[\s,;]+/)
  const { prefer: _, ...nearest } = how
  const found: string[] = []
  for (let from = 0; from < words.length; from++)
    for (let count = Math.min(MOST_WORDS, words.length - from); count > 0; count--) {
      const said = words.slice(from, from + count).join(' ')
      const when = DATED.test(said) ? readWhen(said, nearest) : undefined
      if (when === undefined || when.date < how.zone.dateOf(how.now)) continue
      found.push(said)
      from += count - 1
      break
    }
  return found
}
