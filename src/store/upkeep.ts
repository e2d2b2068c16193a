import type { Operation } from './operation.ts'
import type { Store } from './store.ts'

/**
 * Brings up to date whatever is kept ready for reading beside the copies of deals. At the end of every operation that
 * changed something, inside its transaction; an undo too.
 */
export function keepUp(_store: Store, _operation: Operation): void {}
