import type { Translated } from './translated.ts'

const en = {
  summary: 'the share of deals won, week by week or month by month',
  by: 'length of a point: day, week, month, quarter or year (default: month)',
  noUnit: (p: { text: string }) => `conversion --by takes day, week, month, quarter or year, not "${p.text}"`,
  title: (p: { pipeline: string; by: string }) => `Conversion of “${p.pipeline}” by ${p.by}`,
  created: 'created',
  rate: 'of all',
  chart: 'Won of all created',
  settled: 'settled',
  young: 'many still open: it can rise',
}

export type ConversionWords = typeof en

const ru: ConversionWords = {
  summary: 'доля выигранных сделок по неделям, месяцам, кварталам',
  by: 'длина точки: day, week, month, quarter или year (по умолчанию month)',
  noUnit: (p) => `conversion --by принимает day, week, month, quarter или year, а не «${p.text}»`,
  title: (p) => `Конверсия «${p.pipeline}» по ${p.by}`,
  created: 'создано',
  rate: 'от всех',
  chart: 'Выиграно от всех созданных',
  settled: 'устоялось',
  young: 'многие ещё в деле: может вырасти',
}

const uk: ConversionWords = {
  summary: 'частка виграних угод за тижнями, місяцями, кварталами',
  by: 'довжина точки: day, week, month, quarter або year (типово month)',
  noUnit: (p) => `conversion --by приймає day, week, month, quarter або year, а не «${p.text}»`,
  title: (p) => `Конверсія «${p.pipeline}» за ${p.by}`,
  created: 'створено',
  rate: 'від усіх',
  chart: 'Виграно від усіх створених',
  settled: 'усталене',
  young: 'багато ще в роботі: може зрости',
}

export const conversionWords: Translated<ConversionWords> = { en, ru, uk }
