import { parseAmount } from './money.ts'
import type { Piece, QuickContext } from './quick-entry.ts'
import { wishOf } from './quick-wish.ts'

const AMOUNT_LABEL = /^(?:сумма|бюджет|сума|amount|budget|на сумму|на суму|на|за|for)[:\s]+(?=[\d$€£₽₴₸])/iu
const SCALED = /\d\s*(?:к|k|тыс\.?|тис\.?|млн|mln)$/iu

/** `50 т` by itself is money. */
const THOUSANDS = /^(\d+(?:[.,]\d+)?)\s*т\.?$/iu
const EITHER =
  /^(\d{1,3}(?:[ \u00a0]\d{3})+|\d+(?:[.,]\d+)?)\s*(к|k|т|тыс\.?|тис\.?|млн|mln)?\s*(?:[-–—]|\s(?:или|or|або|чи|до)\s)\s*(\d{1,3}(?:[ \u00a0]\d{3})+|\d+(?:[.,]\d+)?)\s*(к|k|т|тыс\.?|тис\.?|млн|mln)?$/iu
const LEAST_AMOUNT = 1000

/** The bounds of a span, or two amounts with "or" between them; small bare numbers are none. */
function eitherOf(text: string): [string, string] | undefined {
  const [, first = '', firstUnit, second = '', secondUnit] = EITHER.exec(text) ?? []
  if (first === '') return undefined
  const unit = (said: string | undefined) =>
    said === undefined ? '' : /^т$/iu.test(said) ? ' тыс' : ` ${said}`
  if (secondUnit !== undefined) return [first + unit(firstUnit ?? secondUnit), second + unit(secondUnit)]
  const isMoney = Number(first.replace(/\D/g, '')) >= LEAST_AMOUNT && firstUnit === undefined
  return isMoney ? [first, second] : undefined
}

/** A piece that is an amount, or ends in one that says its currency or thousands. */
export function amountOf(text: string, { currency }: QuickContext): Piece[] | undefined {
  const alone = text.replace(AMOUNT_LABEL, '').replace(THOUSANDS, '$1 тыс')
  const either = eitherOf(alone)
  if (either !== undefined) return [{ kind: 'amount', text: alone, either }]
  const read = parseAmount(alone, { currency })
  if (!('problem' in read)) return [{ kind: 'amount', text: alone }]
  if (/^[\d\s.,'’]+$/.test(alone) && read.problem !== 'unreadable')
    return [{ kind: 'amount', text: alone, problem: read }]
  const words = text.split(/\s+/)
  for (let from = 1; from < words.length; from++) {
    const end = words.slice(from).join(' ').replace(AMOUNT_LABEL, '')
    const found = parseAmount(end, { currency })
    if ('problem' in found || (found.currency === undefined && !SCALED.test(end))) continue
    const before = words
      .slice(0, from)
      .join(' ')
      .replace(/\s+(?:на|за|for)$/iu, '')
    return [wishOf(before), { kind: 'amount', text: end }]
  }
  return undefined
}

const FIGURE_LAST = /^(?=.*\p{L})(.*?[^\s\d.,])\s+(\d{1,3}(?:[ \u00a0]\d{3})+|\d{4,8})$/u
/** A number after these is no amount, whatever it is. */
const NUMBERED =
  /(?:№|#|\b(?:no|ral|din|model|size|order|flat)|(?<!\p{L})(?:д|дом|кв|квартира|буд|корп|офис|офіс|арт|артикул|модель|код|размер|розмір|заявк\p{L}*|заказ\p{L}*|замовлення|договор\p{L}*|договір|сч[её]т\p{L}*|рахунок|номер|гост|год|рік|или|або|чи|до|от|від|or|to))\.?$/iu

/** Where no amount is said, a number of four digits or more at the end of what is wanted is taken for it; no year is. */
export function withPresumedAmount(pieces: readonly Piece[]): Piece[] {
  if (pieces.some(({ kind }) => kind === 'amount')) return [...pieces]
  const found = pieces.flatMap((piece) => {
    const [, before = '', figure = ''] = piece.kind === 'wish' ? (FIGURE_LAST.exec(piece.text) ?? []) : []
    const isYear = /^(?:19|20)\d\d$/.test(figure)
    const isEither = eitherOf(piece.text) !== undefined
    return figure === '' || isYear || isEither || NUMBERED.test(before) ? [] : [{ piece, before, figure }]
  })
  const [only, second] = found
  if (only === undefined || second !== undefined) return [...pieces]
  return pieces.flatMap((piece): Piece[] =>
    piece === only.piece
      ? [
          { ...piece, text: only.before },
          { kind: 'amount', text: only.figure, isPresumed: true },
        ]
      : [piece],
  )
}
