import type { Translated } from './translated.ts'

const en = {
  /** Joins the last two of a list: "A, B or C". */
  or: 'or',
  none: '(none)',
}

/** A catalogue area: the English text gives the keys and the arguments, the others must match. */
export type CommonWords = typeof en

export const commonWords: Translated<CommonWords> = {
  en,
  ru: { or: 'или', none: '(нет)' },
  uk: { or: 'або', none: '(немає)' },
}
