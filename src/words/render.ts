import type { Translated } from './translated.ts'

const en = {
  /** Stands where a chart has nothing to draw. */
  noData: 'no data',
  /** Under a chart. */
  axisFrom: (p: { low: string }) => `the axis begins at ${p.low}, not at zero`,
  means: (p: { n: number }) => `a column is the mean of up to ${p.n} points`,
  /** Shortened powers of a thousand, as they stand after a number or in a heading. */
  thousand: 'K',
  million: 'M',
  billion: 'B',
}

export type RenderWords = typeof en

export const renderWords: Translated<RenderWords> = {
  en,
  ru: {
    noData: 'нет данных',
    axisFrom: (p) => `ось начинается с ${p.low}, не с нуля`,
    means: (p) => `столбец — среднее до ${p.n} точек`,
    thousand: 'тыс',
    million: 'млн',
    billion: 'млрд',
  },
  uk: {
    noData: 'немає даних',
    axisFrom: (p) => `вісь починається з ${p.low}, не з нуля`,
    means: (p) => `стовпчик — середнє до ${p.n} точок`,
    thousand: 'тис.',
    million: 'млн',
    billion: 'млрд',
  },
}
