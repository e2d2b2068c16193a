import type { Rate } from '../../domain/rates.ts'
import { parseWhen } from '../../domain/time/when.ts'
import { UsageError, UserError } from '../../errors.ts'
import { readRates, removeRate, setRate } from '../../store/rates.ts'
import type { Store } from '../../store/store.ts'
import type { Run } from '../command.ts'
import type { Context } from '../context.ts'
import { type ListColumn, listing, noneOf } from '../listing.ts'
import { optional } from '../typed.ts'
import { change } from '../writing.ts'
import { parseCurrency } from './settings.ts'

interface RateJson {
  date: string
  currency: string
  rate: number
  base: string
}

export const fxAdd: Run = (context, { args }) => {
  const store = context.open('write')
  const [date = '', code = '', text = ''] = args
  const rate = { on: parseDay(context, store, date), currency: parseCurrency(code), rate: parseRate(text) }
  const { currency: base } = store.settings
  if (rate.currency === base) throw new UserError((w) => w.setup.baseRate({ currency: base }))
  return change(context, (operation) => {
    setRate(store, operation, rate)
    const said = { date: rate.on, currency: rate.currency, rate: rate.rate, base }
    return { json: jsonOf(rate, base), says: (w) => w.setup.rateSet(said) }
  })
}

export const fxList: Run = (context, typed) => {
  const store = context.open('read')
  const only = optional(typed, 'currency')
  const currency = only === undefined ? undefined : parseCurrency(only)
  const { currency: base } = store.settings
  const rates = readRates(store)
    .filter((rate) => currency === undefined || rate.currency === currency)
    .map((rate) => jsonOf(rate, base))
    .sort((a, b) => (a.currency + a.date < b.currency + b.date ? -1 : 1))
  return listing(
    typed,
    rates,
    columns(base),
    noneOf(typed, 'fx list', (w) => w.setup.noRates()),
  )
}

export const fxRm: Run = (context, { args }) => {
  const store = context.open('write')
  const [date = '', code = ''] = args
  const on = parseDay(context, store, date)
  const currency = parseCurrency(code)
  return change(context, (operation) => {
    removeRate(store, operation, on, currency)
    return { json: { date: on, currency }, says: (w) => w.setup.rateGone({ date: on, currency }) }
  })
}

function parseDay(context: Context, store: Store, text: string): string {
  const { zone } = store
  return parseWhen(text, { now: context.now(zone), zone, lang: context.lang, prefer: 'past' }).date
}

/** A plain decimal above zero, as exact as it was typed: `41,250` → `41.25`. */
function parseRate(text: string): string {
  const plain = text.trim().replace(/\s/g, '').replace(',', '.')
  const [, whole = '', fraction = ''] = /^0*(\d{1,12})(?:\.(\d{1,12}))?$/.exec(plain) ?? []
  const digits = fraction.replace(/0+$/, '')
  if (!/[1-9]/.test(whole + digits)) throw new UsageError((w) => w.setup.badRate({ text }))
  return digits === '' ? whole : `${whole}.${digits}`
}

function jsonOf({ on, currency, rate }: Rate, base: string): RateJson {
  return { date: on, currency, rate: Number(rate), base }
}

function columns(base: string): readonly ListColumn<RateJson>[] {
  return [
    { key: 'date', title: (w) => w.setup.date, kind: 'date', value: ({ date }) => date },
    { key: 'currency', title: (w) => w.setup.currency, kind: 'text', value: ({ currency }) => currency },
    {
      key: 'rate',
      title: (w) => w.setup.rate({ base }),
      kind: 'count',
      value: ({ rate }) => rate,
      text: ({ rate }) => String(rate),
    },
  ]
}
