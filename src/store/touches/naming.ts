import type { TouchKind } from '../../domain/records/planned-touch.ts'
import { withExternalId } from '../external-ids.ts'
import { dotOf, pickOne } from '../naming/naming.ts'
import { namedByIds } from '../naming/naming-ids.ts'
import type { Store } from '../store.ts'

const NAMED = { activities: 'activity', tasks: 'task' } as const
const LETTERS = { activities: 'a', tasks: 't' } as const

/** By its external id, its typed id (`a5`, `t8`), or `.`. Throws UserError where there is none, or several. */
export function findTouch(store: Store, kind: TouchKind, text: string): number {
  const { db } = store
  const named = NAMED[kind]
  const row = db.prepare(`select id from ${kind} where id = ?`).pluck()
  const name = db.prepare(`select coalesce(text, '') from ${kind} where id = ?`).pluck()
  const candidates = (ids: readonly number[]) =>
    ids.map((id) => ({ id, key: `${LETTERS[kind]}${id}`, name: String(name.get(id)), hint: null }))
  const found = namedByIds(named, text, {
    external: (id) => withExternalId(db, kind, id),
    own: (id) => row.all(id) as number[],
    candidates,
  })
  const dot = found.length > 0 ? undefined : dotOf(db, named, kind, text)
  return pickOne(named, text, candidates(dot === undefined ? found : [dot]), () => [])
}
