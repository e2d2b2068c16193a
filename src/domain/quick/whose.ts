import type { Piece, QuickContext } from './piece.ts'

const LABEL = 'менеджера?|manager|ответственн(?:ый|ая)|відповідальн(?:ий|а)'
/** `… 1200 грн менеджер Леся`: the label parts the text as a comma would. */
const LABELLED = new RegExp(
  `^(.*[^\\s,;:])\\s+(${LABEL}):?\\s+(\\p{L}[\\p{L}'’ʼ-]*(?:\\s+\\p{Lu}[\\p{L}'’ʼ-]*)?)\\s*$`,
  'iu',
)

/** The text with a comma before the manager that its end names by that word. */
export function withManagerApart(text: string, context: QuickContext): string {
  const [, before = '', label = '', name = ''] = LABELLED.exec(text) ?? []
  const isSomebody = name !== '' && context.managerFor?.(name, true) !== undefined
  return isSomebody ? `${before}, ${label} ${name}` : text
}

/** A manager's bare name behind whoever the entry is about: `…, Леся`. It is not the client, who is named before. */
export function withBareManager(pieces: readonly Piece[], context: QuickContext): Piece[] {
  if (pieces.some(({ kind }) => kind === 'manager')) return [...pieces]
  const found = pieces.flatMap((piece, at) => {
    const { kind, text } = piece
    if (at === 0 || (kind !== 'name' && kind !== 'wish') || !/^\p{Lu}/u.test(text)) return []
    const isSomebodyBefore = pieces.slice(0, at).some((other) => IDENTIFIES.has(other.kind))
    const manager = isSomebodyBefore ? context.managerCalled?.(text) : undefined
    return manager === undefined ? [] : [{ piece, manager }]
  })
  const [only, second] = found
  if (only === undefined || second !== undefined) return [...pieces]
  const { piece, manager } = only
  return pieces.map((one) => (one === piece ? { kind: 'manager', text: piece.text, manager } : one))
}

const IDENTIFIES: ReadonlySet<string> = new Set(['name', 'company'])
