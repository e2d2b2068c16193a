/**
 * What JSON may hold raw, but a terminal would obey and an editor show in another order: DEL and the C1 controls, marks
 * and overrides of writing direction, and the two line ends that some readers take for such.
 */
const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/**
 * JSON as `JSON.stringify` makes it, safe to print: what a terminal would obey is escaped, and reads back the same. What
 * it ends with is put there before it is looked through: joined to it later, it would be copied whole once more.
 */
export function jsonOf(value: unknown, indent?: number, end = ''): string {
  return `${JSON.stringify(value, null, indent)}${end}`.replace(
    UNSAFE,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
