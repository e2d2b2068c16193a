import { foldKey } from '../../domain/names/name.ts'
import { survivorOf } from '../naming/naming.ts'
import type { Operation } from '../operation.ts'
import type { Manager } from '../people/managers.ts'

/** Bitrix24 writes `Имя Фамилия [123]`. */
const NUMBERED = /^(.+?)\s*\[\d+\]$/
const EMAIL = /^\S+@\S+$/

/** Managers by the names that files call them; the unknown ones are made as they are met. */
export class ManagerBook {
  readonly #byText = new Map<string, number>()
  readonly #byKey = new Map<string, number>()
  /** Names of those that were made. */
  readonly made: string[] = []

  constructor(
    private readonly managers: readonly Manager[],
    private readonly operation: Operation,
    /** Names of this program's own exports have no numbers after them: all of it is the name. */
    private readonly isOwn = false,
  ) {
    for (const { id, mergedInto, aliases, email, name } of managers) {
      const current = mergedInto === null ? id : survivorOf(managers, id)
      for (const key of [name, ...aliases, ...(email === null ? [] : [email])])
        this.#learn(foldKey(key), current)
    }
  }

  /** The row id of the manager of this name, alias or e-mail. */
  id(text: string): number {
    const known = this.#byText.get(text)
    if (known !== undefined) return known
    const name = (this.isOwn ? undefined : NUMBERED.exec(text)?.[1]) ?? text
    const id = this.#byKey.get(foldKey(text)) ?? this.#named(name, text) ?? this.#make(name, text)
    this.#byText.set(Buffer.from(text).toString(), id)
    return id
  }

  /** A manager known by the name without its number learns the other spelling. */
  #named(name: string, text: string): number | undefined {
    const id = this.#byKey.get(foldKey(name))
    const aliases = this.managers.find((manager) => manager.id === id)?.aliases
    if (id !== undefined && aliases !== undefined)
      this.operation.update('managers', id, { aliases: JSON.stringify([...aliases, text]) })
    return id
  }

  /** The text is kept as an alias even where it is the name: a manager renamed later is found by it. */
  #make(name: string, text: string): number {
    const id = this.operation.insert('managers', {
      name,
      folded: foldKey(name),
      email: EMAIL.test(name) ? name.toLowerCase() : null,
      aliases: JSON.stringify([...new Set([name, text])]),
    })
    this.#learn(foldKey(name), id)
    this.#learn(foldKey(text), id)
    this.made.push(name)
    return id
  }

  #learn(key: string, id: number): void {
    if (!this.#byKey.has(key)) this.#byKey.set(key, id)
  }
}
