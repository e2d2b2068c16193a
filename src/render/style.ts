import { Chalk, type ChalkInstance } from 'chalk'
import type { Lang } from '../words/words.ts'
import type { Tone } from './document.ts'

/** None, or those of the 16 ANSI colours that can be read on the ground there is; 1 where that is not known. */
export type Color = 0 | 1 | 'light' | 'dark'

/** How the reader sees: decided once per output stream. */
export interface Style {
  readonly color: Color
  /** Columns of the terminal; null is no terminal: nothing is cut or wrapped. */
  readonly width: number | null
  /** Whether bars and charts may use block and line characters. */
  readonly unicode: boolean
  readonly lang: Lang
}

export interface ColorQuestion {
  readonly flag: 'auto' | 'always' | 'never'
  readonly env: Readonly<Record<string, string | undefined>>
  readonly isTTY: boolean
}

/** The whole colour policy: the flag, then NO_COLOR, FORCE_COLOR or CLICOLOR_FORCE, TERM=dumb, the terminal. */
export function colorLevel(asked: ColorQuestion): Color {
  return isColored(asked) ? groundOf(asked.env) : 0
}

function isColored({ flag, env, isTTY }: ColorQuestion): boolean {
  if (flag !== 'auto') return flag === 'always'
  if (env['NO_COLOR']) return false
  const force = env['FORCE_COLOR']
  if (force) return force !== '0' && force !== 'false'
  const cliForce = env['CLICOLOR_FORCE']
  if (cliForce && cliForce !== '0') return true
  if (env['TERM'] === 'dumb') return false
  return isTTY
}

/** `0;15`: terminals that say which of their colours they write with, and on which. */
function groundOf({ COLORFGBG }: ColorQuestion['env']): Color {
  const ground = /;(\d+)$/.exec(COLORFGBG ?? '')?.[1]
  if (ground === undefined) return 1
  return ground === '7' || ground === '15' ? 'light' : 'dark'
}

/** Colours by meaning. With no colour every one of them returns its text as it is. */
export interface Paint {
  readonly tone: (tone: Tone | undefined, text: string) => string
  readonly strong: (text: string) => string
}

/** The colours of a level; chalk's own guess about the terminal is not asked. */
export function paintFor(color: Color): Paint {
  const chalk = new Chalk({ level: color === 0 ? 0 : 1 })
  const tones: Record<Tone, ChalkInstance> = {
    good: chalk.green,
    bad: chalk.red,
    // Yellow is lost on white, magenta on neither.
    warn: color === 'dark' ? chalk.yellow : chalk.magenta,
    dim: chalk.dim,
    act: color === 'light' ? chalk.blue : chalk.cyan,
  }
  return {
    tone: (tone, text) => (tone === undefined || text === '' ? text : tones[tone](text)),
    strong: (text) => chalk.bold(text),
  }
}
