import { type CommonWords, commonWords } from './common.ts'

export const LANGS = ['en', 'ru', 'uk'] as const
export type Lang = (typeof LANGS)[number]

/** Every sentence the program can say, by area. Each area file holds its three languages side by side. */
export interface Words {
  readonly lang: Lang
  readonly common: CommonWords
}

/** The catalogue of one language. */
export function wordsFor(lang: Lang): Words {
  return { lang, common: commonWords[lang] }
}
