import { foldName } from '../domain/names/name.ts'

interface Spelling {
  deals: number
  /** The earliest of the deals. */
  first: number
}

/**
 * Texts that people type by hand, such as reasons of loss: those that differ in case, ё or blanks alone are one, shown
 * as most of the deals counted write it (where as many do, as the earliest of them does).
 */
export class Spellings {
  readonly #keys = new Map<string, string | null>()
  readonly #known = new Map<string, Map<string, Spelling>>()

  /** The same for all the spellings of a text; null for none. */
  keyOf(text: string | null): string | null {
    if (text === null) return null
    const known = this.#keys.get(text)
    if (known !== undefined) return known
    const folded = foldName(text)
    const key = folded === '' ? null : folded
    this.#keys.set(text, key)
    return key
  }

  /** Counts a deal that spells it so, or several of which it is the earliest. */
  add(text: string | null, deal: number, count = 1): void {
    const key = this.keyOf(text)
    if (text === null || key === null) return
    const spellings = this.#known.get(key) ?? new Map<string, Spelling>()
    this.#known.set(key, spellings)
    const { deals, first } = spellings.get(text) ?? { deals: 0, first: deal }
    spellings.set(text, { deals: deals + count, first: Math.min(first, deal) })
  }

  /** Of the texts that were counted. */
  keys(): string[] {
    return [...this.#known.keys()]
  }

  /** The spelling that a key is shown in. */
  shown(key: string | null): string | null {
    if (key === null) return null
    const spellings = [...(this.#known.get(key) ?? [])]
    const [most] = spellings.sort(([, a], [, b]) => b.deals - a.deals || a.first - b.first)
    return most?.[0].replace(/\s+/gu, ' ').trim() ?? key
  }
}
