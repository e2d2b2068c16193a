import type { Email, Phone } from '../names/phone.ts'

export type TouchKind = 'activities' | 'tasks'

/** A record that a row of a file points to, by whatever the row says of it. */
export interface Pointer {
  /** In the system of the file. */
  readonly id: string | null
  /** The number of the typed id, in this program's own exports. */
  readonly own: number | null
  readonly name: string | null
}

export interface PersonPointer extends Pointer {
  readonly phones: readonly Phone[]
  readonly emails: readonly Email[]
}

/** An activity or a task as one row of a file tells it; who it is about is settled where it is written. */
export interface PlannedTouch {
  readonly line: number
  readonly externalSystem: string | null
  /** Null in this program's own exports, where `ownId` stands for it. */
  readonly externalId: string | null
  readonly ownId: number | null
  /**
   * By column of the table what the row says, and under `manager`, `contact`, `company`, `deal` whom it names, as it
   * does; blanks are missing. Kept on the record, so that a newer file is known to differ from what was said before.
   */
  readonly said: Readonly<Record<string, string | number>>
  /** Row id. */
  readonly manager: number | null
  readonly contact: PersonPointer | null
  readonly company: Pointer | null
  readonly deal: Pointer | null
}
