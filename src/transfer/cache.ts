/** Distinct texts of a column that are remembered before starting afresh. */
const MOST = 20_000

/** What was made of each distinct text: columns repeat themselves, and reading a text is dear. */
export class BoundedCache<T> {
  private readonly known = new Map<string, { readonly value: T }>()

  get(text: string, make: (text: string) => T): T {
    const found = this.known.get(text)
    if (found) return found.value
    if (this.known.size >= MOST) this.known.clear()
    const key = detached(text)
    const value = make(key)
    this.known.set(key, { value })
    return value
  }
}

/** A copy that does not hold on to the text it was cut from: for cells that outlive their batch. */
export function detached(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le')
}
