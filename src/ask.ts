import { styleText } from 'node:util'
import { EXIT, UserError } from './errors.ts'
import { sanitize, sanitizeLines } from './render/sanitize.ts'
import { displayWidth, wrapText } from './render/width.ts'
import type { Ask, AskWords, Choice, OwnWords } from './world.ts'

/**
 * Inquirer behind the World's door, loaded only when something is asked. `output`: not stdout, that is the answer's.
 * Questions and choices name what is in the data: nothing of it that a terminal obeys is shown.
 */
export async function askOnTerminal(
  output: NodeJS.WritableStream & { columns?: number },
  words: AskWords,
): Promise<Ask> {
  const { default: inquirer } = await import('inquirer')
  const prompt = inquirer.createPromptModule({ output })
  const width = Math.max(output.columns || 80, NARROWEST)
  const one = async <T>(
    question: Record<string, unknown>,
    asked: string,
    theme: Record<string, unknown> = {},
  ): Promise<T> => {
    const message = brokenQuestion(sanitizeLines(asked), width)
    const { style = {}, ...others } = theme
    const answer = (text: string) => styleText('cyan', brokenAnswer(text, message, width))
    const styled = { ...others, style: { ...Object(style), answer } }
    try {
      const answers = await prompt([{ ...question, message, theme: styled, name: 'value' } as never])
      return (answers as { value: T }).value
    } catch (error) {
      if (error instanceof Error && error.name === 'ExitPromptError')
        throw new UserError((w) => w.cli.cancelled, EXIT.cancelled)
      throw error
    }
  }
  const { yes, no, neither } = words
  const keywords = { yes, no, error: () => neither }
  const searching = (how: string) => ({ keysHelpTip: () => `↑↓ ${words.move} • ⏎ ${words.choose} • ${how}` })
  const style = { keysHelpTip: () => `↑↓ ${words.move} • ⏎ ${words.choose}` }
  const shown = <T>(choices: readonly Choice<T>[]) =>
    choices.map(({ name, value }) => {
      const short = sanitize(name)
      return { name: brokenChoice(short, width), short, value }
    })
  return {
    text: async (message, initial) => {
      const offered = initial === undefined ? undefined : sanitize(initial)
      const text = await one<string>({ type: 'input', default: offered }, message)
      return initial !== undefined && text === offered ? initial : text
    },
    confirm: (message, initial) => one<boolean>({ type: 'confirm', default: initial }, message, { keywords }),
    select: <T>(message: string, choices: readonly Choice<T>[], initial?: T) =>
      one<T>({ type: 'select', choices: shown(choices), default: initial, pageSize: PAGE }, message, {
        style,
      }),
    find: <T>(message: string, choices: readonly Choice<T>[], own?: OwnWords<T>) => {
      const source = (typed?: string) => {
        const text = (typed ?? '').trim()
        const found = containing(choices, text.toLowerCase())
        const nothing = found.length > 0 ? [] : [new inquirer.Separator(words.nothing)]
        return [...nothing, ...shown(found), ...(text === '' ? [] : shown(own?.(text) ?? []))]
      }
      const style = searching(own === undefined ? words.type : words.say)
      return one<T>({ type: 'search', pageSize: PAGE, source }, message, { style })
    },
  }
}

/** Those that contain what was typed: `джер` begins «джерело» and is only inside «менеджер». */
export function containing<T>(choices: readonly Choice<T>[], typed: string): Choice<T>[] {
  const found = choices.filter(({ name }) => name.toLowerCase().includes(typed))
  const begins = ({ name }: Choice<T>) => ` ${name.toLowerCase()}`.includes(` ${typed}`)
  return [...found.filter(begins), ...found.filter((choice) => !begins(choice))]
}

/** Choices on the screen at once: with the question and the hints they fit 24 lines. */
const PAGE = 12
/** Columns below which a terminal breaks its lines by itself. */
const NARROWEST = 20
/** What stands before a question and before a choice. */
const MARK = 2

// Inquirer breaks what is too long wherever a line ends, in the middle of words.

function brokenQuestion(message: string, width: number): string {
  return wrapText(message, width - MARK).join('\n')
}

function brokenChoice(name: string, width: number): string {
  return wrapText(name, width - MARK, '    ').join('\n')
}

/** The answer goes on in the line where the question ends. */
function brokenAnswer(text: string, message: string, width: number): string {
  const last = message.split('\n').at(-1) ?? ''
  const before = '.'.repeat(displayWidth(last) + (last === message ? MARK : 0))
  return wrapText(`${before} ${text}`, width, '  ')
    .join('\n')
    .slice(before.length + 1)
}
