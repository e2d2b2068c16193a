import type { Piece } from './piece.ts'

export const WANTS =
  /^(?:хочет|хотят|нужн[аоы]|нужен|интересует|интересуется|хоче|хочуть|потрібн[аоі]|потрібен|цікавить|цікавиться|wants?|needs?|interested in|is interested in)\s+/iu

/** What is wanted, without "wants". */
export function wishOf(text: string): Piece {
  const wish = text.replace(WANTS, '')
  return { kind: 'wish', text: wish === '' ? text : wish }
}

/** Beside whoever it is, another word with a capital is what they want. */
export function noName(piece: Piece): Piece {
  return piece.kind === 'name' ? { kind: 'wish', text: piece.text } : piece
}
