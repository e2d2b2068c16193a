import { fitsWords, wordsOf } from '../../domain/names/matching.ts'
import { foldKey } from '../../domain/names/name.ts'
import { isOneself } from '../../domain/names/oneself.ts'
import { UserError } from '../../errors.ts'
import { survivorOf } from '../naming/naming.ts'
import type { Operation } from '../operation.ts'
import type { Manager } from '../people/managers.ts'
import type { Store } from '../store.ts'

/** Bitrix24 writes `Имя Фамилия [123]`. */
const NUMBERED = /^(.*\S)\s*\[\d+\]$/
const EMAIL = /^\S+@\S+$/

/** Whom a file named. */
export interface ManagersMet {
  /** Names of those that were made. */
  readonly made: readonly string[]
  /** What it calls whoever types, where it does. */
  readonly oneself: { text: string; name: string } | undefined
}

/** Managers by the names that files call them; the unknown ones are made as they are met. */
export class ManagerBook implements ManagersMet {
  readonly #byText = new Map<string, number>()
  readonly #byKey = new Map<string, number>()
  /** As they are by now: a file may call somebody by several names. */
  readonly #aliases: Map<number, string[]>
  readonly made: string[] = []
  oneself: { text: string; name: string } | undefined

  constructor(
    private readonly managers: readonly Manager[],
    private readonly operation: Operation,
    private readonly how: {
      /** Names of this program's own exports have no numbers after them: all of it is the name. */
      isOwn: boolean
      /** Row ids by folded names that somebody said are theirs. */
      same: ReadonlyMap<string, number>
      /** Row id of whoever types. */
      me?: number | null
    } = { isOwn: false, same: new Map() },
  ) {
    this.#aliases = new Map(managers.map(({ id, aliases }) => [id, [...aliases]]))
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
    const name = (this.how.isOwn ? undefined : NUMBERED.exec(text)?.[1]) ?? text
    const id =
      this.#byKey.get(foldKey(text)) ??
      this.#myself(text) ??
      this.#alsoCalled(this.how.same.get(foldKey(text)), text) ??
      this.#alsoCalled(this.#byKey.get(foldKey(name)), text) ??
      this.#make(name, text)
    this.#byText.set(Buffer.from(text).toString(), id)
    return id
  }

  /** `я`: whoever types. Throws UserError where nobody knows who that is. */
  #myself(text: string): number | undefined {
    if (this.how.isOwn || !isOneself(text)) return undefined
    const { me = null } = this.how
    if (me === null) throw new UserError((w) => w.managers.meUnknown({ text }))
    this.oneself ??= { text, name: this.managers.find(({ id }) => id === me)?.name ?? '' }
    return me
  }

  /** Known by the name without its number, or said to be the same: they learn the other spelling. */
  #alsoCalled(id: number | undefined, text: string): number | undefined {
    const aliases = this.#aliases.get(id ?? 0)
    if (id === undefined || aliases === undefined) return id
    aliases.push(text)
    this.operation.update('managers', id, { aliases: JSON.stringify(aliases) })
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

/**
 * Of those in force, the ones of whom a name that is nobody's may be another spelling: all words of one of the two begin
 * words of the other, as «Ольга» does of «Ольга Белова».
 */
export function likelyManagers(managers: readonly Manager[], text: string): Manager[] {
  const key = foldKey(NUMBERED.exec(text)?.[1] ?? text)
  const isKnown = managers.some(({ name, aliases, email }) =>
    [name, ...aliases, email ?? ''].some((one) => foldKey(one) === key || foldKey(one) === foldKey(text)),
  )
  if (isKnown || wordsOf(key).length === 0) return []
  return managers.filter(
    ({ name, mergedInto }) =>
      mergedInto === null && (fitsWords(foldKey(name), key) || fitsWords(key, foldKey(name))),
  )
}

/** Managers that the operation made, each with the only one from before of whom they may be another spelling. Inside its transaction. */
export function likelyAmongMade(
  { db, managers }: Store,
  { id }: Operation,
): { made: Manager; likely: Manager }[] {
  const ids = db
    .prepare("select row_id from changes where op = ? and table_name = 'managers' and before is null")
    .pluck()
    .all(id)
  const others = managers.filter((one) => !ids.includes(one.id))
  return managers.flatMap((made) => {
    const [likely, second] = ids.includes(made.id) ? likelyManagers(others, made.name) : []
    return likely === undefined || second !== undefined ? [] : [{ made, likely }]
  })
}
