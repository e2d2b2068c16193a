/** What a group without a value is called in data, whatever the language; screens have their own word for it. */
export const NONE = '(none)'

/** Groups are people, or departments of them: what is of none of them is nobody's work, and stands beside nobody's. */
export function isOfPeople(by: string | null): boolean {
  return by === 'manager' || by === 'department'
}
