import type { Piece } from './entry.ts'

export const WANTS =
  /^(?:хочет|хотят|нужн[аоы]|нужен|интересует|интересуется|хоче|хочуть|потрібн[аоі]|потрібен|цікавить|цікавиться|wants?|needs?|interested in|is interested in)\s+/iu

/** What is wanted, without "wants". */
export function wishOf(text: string): Piece {
  const wish = text.replace(WANTS, '')
  return { kind: 'wish', text: wish === '' ? text : wish }
}
