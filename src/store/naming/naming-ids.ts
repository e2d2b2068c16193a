import type { IdedKind } from '../../words/naming.ts'
import { Ambiguous, type Candidate, typedIdOf } from './naming.ts'

/** How the ids of a kind of record are looked up. */
export interface Ids {
  /** Records that other systems call so. */
  external(text: string): readonly number[]
  /** The record of this number, if there is one, or who it was merged into. */
  own(id: number): readonly number[]
  /** As they are offered, by their plain typed ids. */
  candidates(ids: readonly number[]): Candidate[]
}

/**
 * The records that a text names by an id: `ext:W-7` by that of another system, `id:d1` by the number that lists show,
 * anything else by whichever it is. Throws `Ambiguous` where it is both, of two records: neither may win silently.
 */
export function namedByIds(kind: IdedKind, text: string, ids: Ids): number[] {
  const own = ownOf(kind, text, ids)
  const external = ids.external(text)
  if (own.length > 0 && external.some((id) => !own.includes(id))) throw twoIds(kind, text, own, external, ids)
  const found = external.length > 0 ? external : own
  const [, called] = /^ext:\s*(.+)$/i.exec(text.trim()) ?? []
  return [...(found.length > 0 || called === undefined ? found : ids.external(called))]
}

function ownOf(kind: IdedKind, text: string, ids: Ids): readonly number[] {
  const id = typedIdOf(kind, text)
  return id === undefined ? [] : ids.own(id)
}

function twoIds(
  kind: IdedKind,
  text: string,
  own: readonly number[],
  external: readonly number[],
  ids: Ids,
): Ambiguous {
  const others = ids.candidates(external.filter((id) => !own.includes(id)))
  const here = ids.candidates(own)
  const plain = text.trim()
  const said = ({ key, name }: Candidate) => `${key} ${name}`.trimEnd()
  const [known = '', other = ''] = [here, others].map((list) => list.map(said).join(', '))
  return new Ambiguous(kind, text, [...here, ...others], (w) =>
    w.naming.twoIds({ kind, text: plain, here: known, other }),
  )
}
