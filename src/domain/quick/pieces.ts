import { foldName } from '../names/name.ts'
import type { Piece, PieceKind } from './piece.ts'

/** The pieces of a kind, each text once. */
export function piecesOfKind(pieces: readonly Piece[], kind: PieceKind): Piece[] {
  const seen = new Map(pieces.filter((piece) => piece.kind === kind).map((one) => [foldName(one.text), one]))
  return [...seen.values()]
}

/**
 * The pieces with what is surely a name told from what only may be one: beside a person's name, or else one of several
 * words, a word with a capital is what is wanted, such as `Балкон`.
 */
export function withSureNames(pieces: readonly Piece[]): Piece[] {
  const isLong = ({ kind, text, isKnown = false }: Piece) =>
    kind === 'name' && (isKnown || text.includes(' '))
  const isSomebody = ({ kind, isKnown = false, isPerson: is = false }: Piece) =>
    kind === 'name' && (isKnown || is)
  const tiers = [(piece: Piece) => isLong(piece) && isSomebody(piece), isSomebody, isLong]
  const sure = tiers.map((is) => pieces.filter(is)).find(({ length }) => length > 0)
  if (sure?.length !== 1) return [...pieces]
  return pieces.map((piece) =>
    piece.kind === 'name' && !sure.includes(piece) ? { ...piece, kind: 'wish' } : piece,
  )
}
