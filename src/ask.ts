import { EXIT, UserError } from './errors.ts'
import type { Ask, AskWords, Choice } from './world.ts'

/** Inquirer behind the World's door, loaded only when something is asked. `output`: not stdout, that is the answer's. */
export async function askOnTerminal(output: NodeJS.WritableStream, words: AskWords): Promise<Ask> {
  const { default: inquirer } = await import('inquirer')
  const prompt = inquirer.createPromptModule({ output })
  const one = async <T>(question: Record<string, unknown>): Promise<T> => {
    try {
      const answers = await prompt([{ ...question, name: 'value' } as never])
      return (answers as { value: T }).value
    } catch (error) {
      if (error instanceof Error && error.name === 'ExitPromptError')
        throw new UserError((w) => w.cli.cancelled, EXIT.cancelled)
      throw error
    }
  }
  const { yes, no, neither } = words
  const keywords = { yes, no, error: () => neither }
  const searching = { keysHelpTip: () => `↑↓ ${words.move} • ⏎ ${words.choose} • ${words.type}` }
  const style = { keysHelpTip: () => `↑↓ ${words.move} • ⏎ ${words.choose}` }
  return {
    text: (message, initial) => one<string>({ type: 'input', message, default: initial }),
    confirm: (message, initial) =>
      one<boolean>({ type: 'confirm', message, default: initial, theme: { keywords } }),
    select: <T>(message: string, choices: readonly Choice<T>[], initial?: T) =>
      one<T>({
        type: 'select',
        message,
        choices: [...choices],
        default: initial,
        pageSize: PAGE,
        theme: { style },
      }),
    find: <T>(message: string, choices: readonly Choice<T>[]) =>
      one<T>({
        type: 'search',
        message,
        pageSize: PAGE,
        theme: { style: searching },
        source: (typed?: string) => {
          const found = choices.filter(({ name }) => name.toLowerCase().includes((typed ?? '').toLowerCase()))
          return found.length > 0 ? found : [new inquirer.Separator(words.nothing)]
        },
      }),
  }
}

/** Choices on the screen at once: with the question and the hints they fit 24 lines. */
const PAGE = 12
