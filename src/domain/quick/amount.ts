import { formatAmount, parseAmount } from '../money.ts'
import { spokenNumber, sumsInFigures } from '../time/spoken-number.ts'
import type { Piece, QuickContext } from './piece.ts'

const BUDGET = 'бюджет|budget(?:\\s+of)?'
/** Behind these a small number may as well be so many thousands. */
const ROUGHLY =
  `${BUDGET}|десь|близько|приблизно|орієнтовно|около|где-то|примерно|ориентировочно|порядка|about|around|approx\\.?|` +
  'до|від|от|up to|under|from|максимум|max'
const ABOUT = `(?:~|≈|сумма|сума|стоимость|вартість|цена|ціна|amount|на сумму|на суму|на|за|for|${ROUGHLY})`
/** `окна бюджет до 150`: what stands before it, and the budget. */
const BUDGET_LAST = new RegExp(`^(.*\\S)\\s+((?:${BUDGET})[:\\s]+(?:${ABOUT}[:\\s]+)*[\\d$€£₴₽].*)$`, 'iu')
const SMALL_ROUGHLY = new RegExp(`^(?:(?:${ROUGHLY})[:\\s]+)+(\\d{1,3}(?:[.,]\\d{1,2})?)$`, 'iu')
const AMOUNT_LABEL = new RegExp(`^(?:${ABOUT}[:\\s]+)+(?=[\\d$€£₽₴₸])`, 'iu')
/** What stands before an amount and goes with it. */
const LABEL_LAST = new RegExp(`(?:^|[\\s,]+)(?:${ABOUT}:?\\s*)+$`, 'iu')
const UNIT =
  'к|k|т|тыс\\.?|тис\\.?|тысяч[аи]?|тисяч[аі]?|млн\\.?|mln|миллион(?:а|ов)?|мільйон(?:и|ів|а)?|thousand|million'
const SCALED = new RegExp(`\\d\\s*(?:${UNIT})$`, 'iu')
const NUMBER = '\\d{1,3}(?:[ \\u00a0]\\d{3})+|\\d+(?:[.,]\\d+)?'
const EITHER = new RegExp(
  `^(?:(?:от|від|from|between)\\s+)?([$€£₴₽])?(${NUMBER})\\s*(${UNIT})?\\s*(?:[-–—]|\\s(?:или|or|або|чи|до|to|and)\\s)\\s*[$€£₴₽]?(${NUMBER})\\s*(${UNIT})?((?:\\s*(?:грн|руб|р)\\.?|\\s*[₴₽$€])?)$`,
  'iu',
)
/** A bare number below it may be anything that is counted. */
export const LEAST_AMOUNT = 1000

/** `40тр`, `50 т` alone as an amount is read. */
function plainly(text: string): string {
  return text
    .replace(/^(\d+(?:[.,]\d+)?)\s*т\.?$/iu, '$1 тыс')
    .replace(/(\d)\s*т\.?\s?р\.?$/iu, '$1 т.р.')
    .replace(/мільйона/iu, 'млн')
}

/** An amount as it is said, in the forms that `parseAmount` reads: `сорок пять тысяч`, `78т`. */
export function plainAmount(text: string): string {
  return plainly(sumsInFigures(text.trim()))
}

/** The bounds of a span, or two amounts with "or" between them; small bare numbers are none. */
function eitherOf(text: string): [string, string] | undefined {
  const [, sign = '', first = '', firstUnit, second = '', secondUnit, last = ''] = EITHER.exec(text) ?? []
  if (first === '') return undefined
  const mark = sign === '' ? last : ` ${sign}`
  const unit = (said: string | undefined) =>
    said === undefined ? mark : `${/^т$/iu.test(said) ? ' тыс' : ` ${said}`}${mark}`
  if (secondUnit !== undefined) return [first + unit(firstUnit ?? secondUnit), second + unit(secondUnit)]
  const isMoney = mark !== '' || Number(first.replace(/\D/g, '')) >= LEAST_AMOUNT
  return isMoney && firstUnit === undefined ? [first + mark, second + mark] : undefined
}

const EACH =
  /(?<![\p{L}\d.,])(\d{1,4})(\s*(?:шт\.?|штук[иа]?|pcs\.?|x|х|×|\*|м\.?\s?кв\.?|кв\.?\s?м\.?|(?:п(?:ог)?\.?\s?)?м[²³23]?\.?|кг|л)|(?:\s+\p{L}[\p{L}'’ʼ-]*\.?){1,3})\s*(?:по|at|@)\s+([$€£₴₽]?\d.*)$/iu
/** `50 шт х 40 грн`; a size such as `900х2000` has no currency. */
const TIMES = /(?<![\p{L}\d.,])(\d{1,4})(\s*(?:шт\.?|штук[иа]?|pcs\.?)?)\s*[xх×*]\s*([$€£₴₽]?\d.*)$/iu
/** `две двери по` with a number behind it. */
const COUNT = /(?<!\p{L})\p{L}+(?=(?:\s+\p{L}[\p{L}-]*){1,2}\s+по\s+\d)/giu
const LEAST_EACH = 100

/** `4 шт по 12 тыс` at the end of a text: how many, and what one costs. */
function eachOf(text: string, currency: string): { before: string; piece: Piece } | undefined {
  const counted = text.replace(COUNT, (word) => `${spokenNumber([word])?.value ?? word}`)
  const found = EACH.exec(counted) ?? TIMES.exec(counted)
  const [, count = '', what = '', each = ''] = found ?? []
  const read = parseAmount(plainly(each), { currency })
  if (found === null || 'problem' in read || Number(count) < 1) return undefined
  const own = read.currency ?? currency
  const isBare = read.currency === undefined && !SCALED.test(each)
  const isPriced = what !== '' && Number(each.replace(/\D/g, '')) >= LEAST_EACH
  if (isBare && !isPriced) return undefined
  const minor = read.minor * Number(count)
  if (!Number.isSafeInteger(minor)) return undefined
  const said = `${formatAmount(minor, own)}${read.currency === undefined ? '' : ` ${own}`}`
  return {
    before: `${counted.slice(0, found.index)}${count}${what}`.trim(),
    piece: {
      kind: 'amount',
      text: said,
      times: { count: Number(count), each: read.minor, currency: own },
    },
  }
}

/** A piece that is an amount, or ends in one that says its currency, thousands or a budget; `before` is the rest of it. */
export function amountOf(text: string, context: QuickContext): { before: string; piece: Piece } | undefined {
  const { currency, lang } = context
  const [all = '', front = '', budget = ''] = BUDGET_LAST.exec(text) ?? []
  const last = all === '' ? undefined : amountOf(budget, context)
  if (last !== undefined) return { before: `${front} ${last.before}`.trim(), piece: last.piece }
  const rough = SMALL_ROUGHLY.exec(text)?.[1]
  if (rough !== undefined)
    return { before: '', piece: { kind: 'amount', text, either: [rough, `${rough} ${THOUSANDS[lang]}`] } }
  const said = lang === 'en' ? text.replace(GROUPED, (sum) => sum.replaceAll(',', '')) : sumsInFigures(text)
  const found = readAmount(said, currency)
  if (found === undefined || lang !== 'uk') return found
  return { ...found, piece: { ...found.piece, text: found.piece.text.replace(/тыс(?=\P{L}|$)/gu, 'тис') } }
}

const THOUSANDS = { en: 'thousand', ru: 'тыс', uk: 'тис' } as const

/** `$2,500` in English. */
const GROUPED = /[$£€]\s?\d{1,3}(?:,\d{3})+(?!\d)/g

function readAmount(text: string, currency: string): { before: string; piece: Piece } | undefined {
  const alone = plainly(text.replace(AMOUNT_LABEL, ''))
  const either = eitherOf(text.replace(LABEL_FIRST, '')) ?? eitherOf(alone)
  if (either !== undefined) return { before: '', piece: { kind: 'amount', text, either } }
  const read = parseAmount(alone, { currency })
  if (!('problem' in read)) return { before: '', piece: { kind: 'amount', text: alone } }
  const isFigure = /^[\d\s.,'’]+$/.test(alone) && read.problem !== 'unreadable'
  if (isFigure || read.problem === 'ambiguous')
    return { before: '', piece: { kind: 'amount', text: alone, problem: read } }
  return eachOf(text, currency) ?? amountLast(text, currency)
}

const LABEL_FIRST = /^(?:бюджет|сумма|сума|budget|amount)[:\s]+/iu

function amountLast(text: string, currency: string): { before: string; piece: Piece } | undefined {
  const words = text.split(/\s+/)
  for (let from = 1; from < words.length; from++) {
    const end = words.slice(from).join(' ')
    const before = () => words.slice(0, from).join(' ').replace(LABEL_LAST, '')
    const either = eitherOf(end)
    if (either !== undefined && (SCALED.test(end) || /[$€£₴₽]|грн|руб/iu.test(end)))
      return { before: before(), piece: { kind: 'amount', text: end, either } }
    const alone = endsInTons(end) ? end : plainly(end)
    const found = parseAmount(alone, { currency })
    if ('problem' in found || (found.currency === undefined && !SCALED.test(alone))) continue
    return { before: before(), piece: { kind: 'amount', text: alone } }
  }
  return undefined
}

/** `50 т` beside other words may be tons. */
function endsInTons(text: string): boolean {
  return /\d\s*т\.?$/iu.test(text)
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
