import type { Piece, PieceKind } from '../../domain/quick/piece.ts'
import { piecesOfKind } from '../../domain/quick/pieces.ts'
import { type Say, UserError } from '../../errors.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { optional } from '../typed.ts'

/** Fields that may be asked for or changed, by the names of their flags. */
export type QuickField =
  | 'name'
  | 'contact'
  | 'phone'
  | 'email'
  | 'company'
  | 'title'
  | 'amount'
  | 'source'
  | 'next'

/** Something that only a person can decide: refused, or asked about at a terminal. */
export class Unclear extends UserError {
  constructor(
    readonly field: QuickField,
    /** What may be meant; none where it has to be typed. */
    readonly choices: readonly { name: string; value: string }[],
    say: Say,
    /** `undated`: what is to be done, where only its date is missing; `isOptional`: an answer of nothing will do. */
    readonly more: { undated?: string; isOptional?: boolean } = {},
  ) {
    super(say)
  }
}

/** Whether somebody is there to be asked about an entry, and to see how it was understood. */
export function asksOfEntry({ global, dryRun, interactive }: Context): boolean {
  return interactive && global.yes !== true && global.format !== 'json' && !dryRun
}

/** The pieces of the text beside the flags. */
export class QuickReading {
  constructor(
    readonly typed: Typed,
    private readonly pieces: readonly Piece[],
  ) {}

  /** The pieces of a kind, none where a flag says it. */
  of(kind: PieceKind, flagName: string = kind): Piece[] {
    return this.isSaid(flagName) ? [] : piecesOfKind(this.pieces, kind)
  }

  isSaid(flagName: string): boolean {
    const value = this.typed.options[flagName]
    return typeof value === 'string' || (Array.isArray(value) && value.length > 0)
  }

  /** The flag, else the only piece. Throws `Unclear` for several. */
  one(kind: 'name' | 'company' | 'amount' | 'source'): string | undefined {
    const said = optional(this.typed, kind)
    if (said !== undefined) return said.trim() === '' ? undefined : said
    const [only, ...more] = this.of(kind)
    if (more.length === 0) return only?.text
    const texts = [only, ...more].flatMap((piece) => piece?.text ?? [])
    const choices = texts.map((text) => ({ name: text, value: text }))
    throw new Unclear(kind, choices, (w) => w.quick.several[kind]({ texts }))
  }

  /** What is wanted: all that is nothing else. Of several pieces, a flag that names one leaves the others there. */
  get wish(): string[] {
    return this.pieces
      .filter(({ kind, text }) => {
        if (kind === 'wish') return true
        const flagName = kind === 'undated' ? 'next' : kind
        const isOneOfSeveral = piecesOfKind(this.pieces, kind).length > 1 && this.isSaid(flagName)
        return isOneOfSeveral && !String(this.typed.options[flagName]).includes(text)
      })
      .map(({ text }) => text)
  }
}
