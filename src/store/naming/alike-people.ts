import { foldName } from '../../domain/names/name.ts'
import { farFromName } from '../../domain/names/name-cases.ts'
import type { Store } from '../store.ts'

/** Someone whose name a text may mean in another case, or with a slip in it. */
export interface AlikePerson {
  kind: 'contact' | 'company'
  id: number
  /** `c5` */
  key: string
  name: string
}

/** Looking through more names than these would keep a person waiting for a refusal. */
const LOOKED_THROUGH = 20_000
const MOST_OFFERED = 5

/** Contacts and companies whose names the words of a text are nearly, nearest first. */
export function alikePeople({ db }: Store, text: string): AlikePerson[] {
  const folded = foldName(text)
  if (!/\p{L}{2}/u.test(folded)) return []
  const rows = (['contact', 'company'] as const).flatMap((kind) => {
    const table = kind === 'contact' ? 'contacts' : 'companies'
    const letter = kind === 'contact' ? 'c' : 'o'
    const found = db
      .prepare(
        `select id, name, folded from ${table} where merged_into is null order by id desc limit ${LOOKED_THROUGH}`,
      )
      .all() as { id: number; name: string; folded: string }[]
    return found.flatMap(({ id, name, folded: other }) => {
      const far = farFromName(folded, other)
      return far === undefined ? [] : [{ far, kind, id, key: `${letter}${id}`, name }]
    })
  })
  const [nearest] = rows.map(({ far }) => far).sort((a, b) => a - b)
  return rows
    .filter(({ far }) => far <= (nearest ?? 0) + 1)
    .sort((a, b) => a.far - b.far || a.id - b.id)
    .slice(0, MOST_OFFERED)
    .map(({ far: _, ...person }) => person)
}
