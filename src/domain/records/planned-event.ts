import type { FileEvent } from '../event.ts'
import type { Moment } from '../time/when.ts'

/** An event as one row of a file tells it, with the deal it belongs to. */
export interface PlannedEvent extends Omit<FileEvent, 'place'> {
  system: string
  id: string
  /** What the row calls the deal; null where it does not. */
  title: string | null
  /** When the deal was created, where the row says. */
  created: Moment | null
}
