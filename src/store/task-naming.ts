import type { Store } from './store.ts'

/** Offered at once: more nobody looks through. */
const MOST_OFFERED = 200

/** Open tasks of a manager, of everybody for null, those due first. */
export function openTasks(store: Store, manager: number | null): number[] {
  return store.db
    .prepare(
      `select id from tasks where state = 'open' and (@manager is null or manager_id = @manager or manager_id is null)
      order by due_at is null, due_at, id limit ${MOST_OFFERED}`,
    )
    .pluck()
    .all({ manager }) as number[]
}
