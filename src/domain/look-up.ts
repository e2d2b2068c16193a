/** What a record itself holds under a key that a person chose, not what every object inherits (`constructor`). */
export function lookUp<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
