import { canonicalId } from '../domain/records/external-id.ts'
import type { PlannedLink } from '../domain/records/planned-deal.ts'

/** It writes all records that one is linked to into one cell, their ids into another. */
const WITH_LISTS = 'hubspot'

/** What some systems write for no record. */
const NONE = '0'

const NO_LINKS: PairedLinks = { links: [] }

export interface PairedLinks {
  readonly links: readonly PlannedLink[]
  /** How many there are, where they are not as many: whose id is whose cannot be told, and the names alone are linked. */
  readonly uneven?: { readonly names: number; readonly ids: number }
}

/** Whom the cells of names and ids of a row point to. */
export function pairLinks(
  { names: nameCell, ids: idCell }: { readonly names: string; readonly ids: string },
  { system, fileSystem }: { readonly system: string; readonly fileSystem: string | null },
): PairedLinks {
  if (nameCell === '' && idCell === '') return NO_LINKS
  const isList = writesLists(fileSystem)
  const names = parts(nameCell, isList)
  const ids = parts(idCell, isList).flatMap((id) => (id === NONE ? [] : canonicalId(system, id)))
  if (names.length === 0) return { links: ids.map((id) => ({ id, name: null })) }
  if (names.length === ids.length) return { links: ids.map((id, at) => ({ id, name: names[at] ?? null })) }
  const links = names.map((name) => ({ id: null, name }))
  return ids.length === 0 ? { links } : { links, uneven: { names: names.length, ids: ids.length } }
}

/** Whether a cell of such a file holds a list of records. */
export function writesLists(fileSystem: string | null): boolean {
  return fileSystem === WITH_LISTS
}

function parts(cell: string, isList: boolean): readonly string[] {
  if (cell === '') return []
  if (!isList || !cell.includes(';')) return [cell]
  const all = cell.split(';').map((part) => part.trim())
  return all.filter((part) => part !== '')
}

/** What the warning that only the first is taken says of them. */
export function severalLinks(first: PlannedLink, others: readonly PlannedLink[]) {
  return { first: shown(first), others: others.map(shown).join('; ') }
}

function shown({ name, id }: PlannedLink): string {
  return name ?? id ?? ''
}
