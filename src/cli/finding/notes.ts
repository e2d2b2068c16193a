import type { TodayItem } from '../../reports/today.ts'
import { Labels } from '../../store/labels.ts'
import { around, type DealInView, dealsInView } from '../../store/overview.ts'
import type { Store } from '../../store/store.ts'
import type { Words } from '../../words/words.ts'
import { fieldLines } from '../people/person-shown.ts'

/** Deals whose notes stand on a card. */
const MOST = 3

/** What is written down of the open deals of whom an item is about, each a line, its own deal's first. */
export function dealNotes(
  store: Store,
  { deal, contact, company }: TodayItem,
  now: number,
  words: Words,
): string[] {
  const whom =
    contact !== null
      ? ({ kind: 'contact', id: contact } as const)
      : company !== null
        ? ({ kind: 'company', id: company } as const)
        : undefined
  const theirs = whom === undefined ? [] : around(store, whom).deals
  const ids = [...new Set([...(deal === null ? [] : [deal]), ...theirs])]
  return dealsInView(store, new Labels(store), ids, now)
    .filter(({ status }) => status === 'open')
    .flatMap((one) => {
      const text = notesText(one, words)
      return text === '' ? [] : [`${one.id} ${one.title}: ${text}`]
    })
    .slice(0, MOST)
}

/** What is to be known before a call: the note of a deal and the fields that its user has added. */
export function notesText({ note, fields }: Pick<DealInView, 'note' | 'fields'>, words: Words): string {
  return [note ?? '', ...fieldTexts(fields, words)].filter((part) => part !== '').join(' · ')
}

export function fieldTexts(fields: DealInView['fields'], words: Words): string[] {
  return fieldLines(fields, words).map(([name, value]) => `${name}: ${String(value)}`)
}
