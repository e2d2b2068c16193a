import { Chalk, type ChalkInstance } from 'chalk'
import type { Lang } from '../words/words.ts'
import type { Tone } from './document.ts'

/** How the reader sees: decided once per output stream. */
export interface Style {
  /** 1: the 16 ANSI colours. */
  readonly color: 0 | 1
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
export function colorLevel({ flag, env, isTTY }: ColorQuestion): 0 | 1 {
  if (flag !== 'auto') return flag === 'always' ? 1 : 0
  if (env['NO_COLOR']) return 0
  const force = env['FORCE_COLOR']
  if (force) return force === '0' || force === 'false' ? 0 : 1
  const cliForce = env['CLICOLOR_FORCE']
  if (cliForce && cliForce !== '0') return 1
  if (env['TERM'] === 'dumb') return 0
  return isTTY ? 1 : 0
}

/** Colours by meaning. With no colour every one of them returns its text as it is. */
export interface Paint {
  readonly tone: (tone: Tone | undefined, text: string) => string
  readonly strong: (text: string) => string
}

/** The colours of a level; chalk's own guess about the terminal is not asked. */
export function paintFor(level: 0 | 1): Paint {
  const chalk = new Chalk({ level })
  const tones: Record<Tone, ChalkInstance> = {
    good: chalk.green,
    bad: chalk.red,
    warn: chalk.yellow,
    dim: chalk.dim,
    act: chalk.cyan,
  }
  return {
    tone: (tone, text) => (tone === undefined || text === '' ? text : tones[tone](text)),
    strong: (text) => chalk.bold(text),
  }
}
