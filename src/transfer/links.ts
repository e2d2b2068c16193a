import { canonicalId } from '../domain/external-id.ts'
import type { PlannedLink } from '../domain/planned-deal.ts'

/** It writes all records that one is linked to into one cell, their ids into another. */
const WITH_LISTS = 'hubspot'

/** What some systems write for no record. */
const NONE = '0'

/** Whom the cells of names and ids of a row point to; null where they are not as many, so that none is another's. */
export function pairLinks(
  { names: nameCell, ids: idCell }: { readonly names: string; readonly ids: string },
  { system, fileSystem }: { readonly system: string; readonly fileSystem: string | null },
): PlannedLink[] | null {
  if (nameCell === '' && idCell === '') return []
  const isList = fileSystem === WITH_LISTS
  const names = parts(nameCell, isList)
  const ids = parts(idCell, isList).flatMap((id) => (id === NONE ? [] : canonicalId(system, id)))
  if (ids.length === 0) return names.map((name) => ({ id: null, name }))
  if (names.length === 0) return ids.map((id) => ({ id, name: null }))
  return names.length === ids.length ? ids.map((id, at) => ({ id, name: names[at] ?? null })) : null
}

export function parts(cell: string, isList: boolean): readonly string[] {
  if (cell === '') return []
  if (!isList || !cell.includes(';')) return [cell]
  const all = cell.split(';').map((part) => part.trim())
  return all.filter((part) => part !== '')
}
