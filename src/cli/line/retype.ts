import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { flagOf } from './quoted.ts'

/**
 * The command line that was typed, with these flags instead of its own: something to copy. `period` replaces the
 * positional word too; an empty value takes a flag away.
 */
export function retype(
  context: Context,
  name: string,
  typed: Typed,
  flags: Readonly<Record<string, string | true>>,
): string {
  const { db, now } = context.global
  const own = Object.entries({ db, now, ...typed.options }).filter(([key]) => !(key in flags))
  const { period, ...others } = flags
  const words = (period === undefined ? typed.args : [period]).filter((word) => word !== '')
  const kept = period === undefined ? own : own.filter(([key]) => key !== 'period')
  const written = [...kept, ...Object.entries(others)].flatMap(([key, value]) => flagWords(key, value))
  return ['voronka', name, ...words.map((word) => quoted(String(word))), ...written].join(' ')
}

function flagWords(key: string, value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => flagWords(key, one))
  if (value === true) return [flagOf(key)]
  if (typeof value !== 'string' || value === '') return []
  const flag = key === 'explain' ? '-e' : flagOf(key)
  return [flag, quoted(value)]
}

/** In quotes where a shell would take the text for something else. */
function quoted(text: string): string {
  if (/^[\p{L}\p{N}_.:,@%+=/-]+$/u.test(text)) return text
  return /["$`\\!]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`
}
