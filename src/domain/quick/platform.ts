import type { QuickContext } from './piece.ts'

/** Where people come from, in any case of the word, and what it is called. */
const PLATFORMS: readonly (readonly [said: string, ...names: string[]])[] = [
  ['авит[оаеу]|avito', 'Авито', 'Avito'],
  [
    'инстаграм(?:м)?(?:а|е|у|і)?|инст[аыеу]|інстаграм(?:у|а|і)?|інст[аиі]|instagram|insta',
    'Инстаграм',
    'Instagram',
    'Інстаграм',
  ],
  ['вк|вконтакте|vk', 'ВКонтакте', 'VK'],
  ['юл[аыеу]', 'Юла'],
  ['циан[аеу]?|cian', 'Циан'],
  ['2 ?гис|2gis|дубльгис', '2ГИС'],
  ['олх|olx', 'OLX'],
  ['проф[иі](?:\\.ру)?', 'Профи'],
  ['фейсбук(?:а|е|у|ом|і)?|facebook', 'Фейсбук', 'Facebook'],
  ['тикток(?:а|е|у)?|тікток(?:у|а)?|tiktok', 'Тикток', 'TikTok', 'Тікток'],
]
/** These are as often what one is written by: a source only behind `из`. */
const MESSENGERS: typeof PLATFORMS = [
  ['телеграм(?:м)?(?:а|е|у|і)?|телег[аи]|telegram', 'Телеграм', 'Telegram'],
  ['яндекс(?:а|е|у)?|yandex', 'Яндекс', 'Yandex'],
  ['гугл(?:а|е|у)?|ґугл(?:а|у)?|google', 'Гугл', 'Google'],
]
const ANY = [...PLATFORMS, ...MESSENGERS].map(([said]) => said).join('|')
const BEHIND = `(?:с|со|из|через|от|з|зі|із|від|from|via|on) (?:${ANY})`
const WHOLE = new RegExp(`^(?:${PLATFORMS.map(([said]) => said).join('|')}|${BEHIND})$`, 'iu')
const AT_START = new RegExp(`^(${BEHIND})\\s+(.+)$`, 'iu')
const AT_END = new RegExp(`^(.+?)\\s+(${BEHIND})$`, 'iu')

/** The words for a place people come from, at the beginning or the end of a text, or all of it. */
export function platformAtEnd(text: string): { before: string; said: string; after: string } | undefined {
  if (WHOLE.test(text)) return { before: '', said: text, after: '' }
  const [, atStart, after = ''] = AT_START.exec(text) ?? []
  if (atStart !== undefined) return { before: '', said: atStart, after }
  const [, before = '', atEnd] = AT_END.exec(text) ?? []
  return atEnd === undefined ? undefined : { before, said: atEnd, after: '' }
}

/** What it is called here; else by its own name, in the letters in which it was typed. */
export function platformNamed(said: string, { knows, lang }: QuickContext): string | undefined {
  const word = said
    .split(' ')
    .slice(said.includes(' ') && !WHOLE_NAME.test(said) ? 1 : 0)
    .join(' ')
  const found = [...PLATFORMS, ...MESSENGERS].find(([one]) => new RegExp(`^(?:${one})$`, 'iu').test(word))
  if (found === undefined) return undefined
  const [, ...names] = found
  const known = [word, ...names].find((name) => knows('source', name))
  const isLatin = /^[a-z]/iu.test(word)
  const usual = isLatin ? names[1] : lang === 'uk' ? names[2] : names[0]
  return known ?? usual ?? names[0]
}

const WHOLE_NAME = new RegExp(`^(?:${ANY})$`, 'iu')
