import type { Lang } from '../../words/words.ts'

const UKRAINIAN_UNIT = /^(?:дні|днів|тиж|міс|рік|рок|годин|хв)/
const AHEAD = /^(?:(через|in)|за) (?:(\d{1,4}|an?|один|одну) )?(\S+)$/
const AGO = /^(?:(\d{1,4}|an?|один|одну) )?(\S+) (?:назад|тому|ago)$/

/** `через 3 месяца`, `in a week`, `3 дні тому`; negative counts lie in the past. */
export function readSpan(text: string, lang: Lang): { count: number; unit: string } | undefined {
  const ago = AGO.exec(text)
  if (ago !== null) return { count: -countOf(ago[1]), unit: ago[2] ?? '' }
  const ahead = AHEAD.exec(text)
  if (ahead === null) return undefined
  const unit = ahead[3] ?? ''
  if (ahead[1] === undefined && lang !== 'uk' && !UKRAINIAN_UNIT.test(unit)) return undefined
  return { count: countOf(ahead[2]), unit }
}

function countOf(text: string | undefined): number {
  return text !== undefined && /\d/.test(text) ? Number(text) : 1
}
