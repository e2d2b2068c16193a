import { formatCount } from '../../render/numbers.ts'
import {
  countDeals,
  type DealOrder,
  dealList as listDeals,
  NEWEST_FIRST,
  SORTS,
} from '../../store/deals/deals.ts'
import { EVERY_DEAL } from '../../store/filters.ts'
import { Labels } from '../../store/labels.ts'
import type { Words } from '../../words/words.ts'
import type { Run } from '../command.ts'
import type { Context } from '../context.ts'
import { parseFilters } from '../filters.ts'
import { parseLimit, parseSortKey } from '../listing.ts'
import { spanTyped } from '../reports/span.ts'
import { optional } from '../typed.ts'
import { dealsDocument } from './shown.ts'

/** A screen or two: more is asked for by `--limit`. Scripts and files get every deal. */
const ON_A_TERMINAL = 50

/** Deals, the newest first unless `--sort` says otherwise; one order whatever the format. */
export const dealList: Run = (context, typed) => {
  const store = context.open('read')
  const labels = new Labels(store)
  const filter = {
    ...parseFilters(context, store, typed),
    created: spanTyped(context, store, optional(typed, 'period')),
  }
  const order = parseSort(optional(typed, 'sort'))
  const limit = parseLimit(optional(typed, 'limit')) ?? (toTerminal(context) ? ON_A_TERMINAL : undefined)
  const records = listDeals(store, labels, filter, { order, limit })
  const all = records.length === limit ? countDeals(store, filter) : records.length
  const isNew = records.length === 0 && countDeals(store, EVERY_DEAL) === 0
  const empty = ({ deals, records: said }: Words) =>
    isNew ? deals.noneYet : said.noneFit({ command: 'deal list' })
  const counts = ({ lang }: Words) => ({
    shown: formatCount(records.length, lang),
    all: formatCount(all, lang),
    limit: all,
  })
  return {
    json: records,
    document: (words) => dealsDocument(records, labels.fields('deal'), words, empty(words)),
    ...(records.length === 0 && { empty }),
    messages:
      all > records.length
        ? [
            order === NEWEST_FIRST
              ? (w) => w.deals.shownSome(counts(w))
              : (w) => w.deals.shownFirst(counts(w)),
          ]
        : [],
  }
}

function toTerminal({ world, global }: Context): boolean {
  return world.out.isTTY && global.output === undefined && (global.format ?? 'table') === 'table'
}

function parseSort(text: string | undefined): DealOrder {
  if (text === undefined) return NEWEST_FIRST
  const { key, descending } = parseSortKey(text, Object.keys(SORTS) as (keyof typeof SORTS)[])
  return { by: key, descending }
}
