import { regionOf } from '../../domain/region.ts'
import type { Store } from '../store.ts'

/**
 * Kinds of `contact_keys`, by which a contact is found: phone as E.164, e-mail folded. Triggers keep that table in
 * step with `contacts.phones` (a list of `Phone`) and `contacts.emails` (a list of `Email`), undo included.
 * Codes are part of the file format.
 */
export const CONTACT_KEY = { phone: 1, email: 2 } as const

/** The country of phones that name none. */
export function phoneRegion(store: Store): string {
  return regionOf(store.settings.timezone, store.settings.currency)
}
