import { readFileSync } from 'node:fs'
import { foldKey } from '../../domain/names/name.ts'
import { PLACES, placesOf, renamePlaces } from '../../domain/template.ts'
import { EXIT, UserError } from '../../errors.ts'
import { readFields } from '../../store/fields.ts'
import type { Store } from '../../store/store.ts'
import { meant } from '../line/aliases.ts'

/** `@FILE` is what stands in the file. */
export function readText(text: string): string {
  if (!text.startsWith('@')) return text
  const path = text.slice(1)
  try {
    return readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n')
  } catch {
    throw new UserError((w) => w.rules.noFile({ path }), EXIT.noInput)
  }
}

/**
 * A template with the names in its braces as they are kept: in English, the user's own fields by their ids. Throws
 * UserError for a name that is none.
 */
export function readTemplate(store: Store, text: string): string {
  const fields = readFields(store.db, 'deal')
  const known = [...Object.entries(PLACES).flatMap(([of, names]) => names.map((name) => `${of}.${name}`))]
  return renamePlaces(text, (place) => {
    const [, head = '', tail = ''] = /^\s*([^.]+?)\s*\.\s*(.+?)\s*$/.exec(place) ?? []
    const of = meant('place', head, Object.keys(PLACES))
    const name =
      of === undefined
        ? undefined
        : meant('place', tail, PLACES[of as keyof typeof PLACES] as readonly string[])
    if (of !== undefined && name !== undefined) return `${of}.${name}`
    const own = of === 'deal' ? fields.find((field) => foldKey(field.name) === foldKey(tail)) : undefined
    if (own !== undefined) return `deal.#${own.id}`
    throw new UserError((w) =>
      w.rules.badPlace({ place, known: [...known, ...fields.map((one) => `deal.${one.name}`)] }),
    )
  })
}

/** A template as it was typed: fields by their names. */
export function shownTemplate(store: Store, text: string): string {
  const fields = readFields(store.db, 'deal')
  if (!placesOf(text).some((place) => place.startsWith('deal.#'))) return text
  return renamePlaces(text, (place) => {
    const own = fields.find(({ id }) => `deal.#${id}` === place)
    return own === undefined ? place : `deal.${own.name}`
  })
}
