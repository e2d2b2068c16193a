import type { Operation } from '../operation.ts'
import type { Store } from '../store.ts'

/** Names and settings (JSON) of the profiles of imports, by name. */
export function profilesOf({ db }: Store): readonly (readonly [name: string, settings: string])[] {
  return db.prepare('select name, settings from profiles order by name').raw().all() as [string, string][]
}

export function saveProfile({ db }: Store, operation: Operation, name: string, settings: string): void {
  const id = db.prepare('select id from profiles where name = ?').pluck().get(name)
  if (typeof id === 'number') operation.update('profiles', id, { settings })
  else operation.insert('profiles', { name, settings })
}
