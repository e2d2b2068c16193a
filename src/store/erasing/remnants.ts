import type { Store } from '../store.ts'

/** Row ids of erased people of whom bytes may still be in the file. */
export function remnants({ db }: Store): number[] {
  return db.prepare('select contact_id from remnants order by 1').pluck().all() as number[]
}
