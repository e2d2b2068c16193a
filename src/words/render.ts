import type { Translated } from './translated.ts'

const en = {
  /** Stands where a chart has nothing to draw. */
  noData: 'no data',
  /** Shortened powers of a thousand, as they stand after a number or in a heading. */
  thousand: 'K',
  million: 'M',
  billion: 'B',
}

export type RenderWords = typeof en

export const renderWords: Translated<RenderWords> = {
  en,
  ru: { noData: 'нет данных', thousand: 'тыс', million: 'млн', billion: 'млрд' },
  uk: { noData: 'немає даних', thousand: 'тис.', million: 'млн', billion: 'млрд' },
}
