import { fitting } from '../../domain/names/matching.ts'
import { foldKey } from '../../domain/names/name.ts'
import { fitsWanted, parseSearch, searchWords } from '../../domain/names/search-words.ts'
import type { Operation } from '../operation.ts'
import type { Store } from '../store.ts'

/** Goods that somebody waits for. Whoever has a task about them is no longer waiting. */
export interface Want {
  id: number
  contact: number
  product: string
  manager: number | null
  at: number
  arrivedAt: number | null
  task: number | null
}

/** Returns the row id, or that of the same want that is there already. */
export function addWant(
  { db }: Store,
  operation: Operation,
  { contact, product, manager }: Pick<Want, 'contact' | 'product' | 'manager'>,
): { id: number; isNew: boolean } {
  const same = readWants(db).find(
    (want) => want.contact === contact && want.task === null && foldKey(want.product) === foldKey(product),
  )
  if (same !== undefined) return { id: same.id, isNew: false }
  const id = operation.insert('wants', {
    contact_id: contact,
    product,
    manager_id: manager,
    at: operation.at,
  })
  return { id, isNew: true }
}

export function readWants(db: Store['db']): Want[] {
  return db
    .prepare(
      `select w.id, w.contact_id as contact, w.product, w.manager_id as manager, w.at, w.arrived_at as arrivedAt,
        w.task_id as task from wants w join contacts c on c.id = w.contact_id where c.erased = 0 order by w.id`,
    )
    .all() as Want[]
}

/** Those that wait for goods of this name, or whose name begins so, in whatever form and order of its words. */
export function wantsOf(wants: readonly Want[], product: string): Want[] {
  const folded = wants.map((want) => ({ item: want, names: [foldKey(want.product)] }))
  const named = fitting(folded, foldKey(product), 'label')
  const words = parseSearch(product)
  const alike = wants.filter((want) => words.every((word) => fitsWanted(searchWords(want.product), word)))
  return wants.filter((want) => named.includes(want) || (words.length > 0 && alike.includes(want)))
}
