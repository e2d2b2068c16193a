import { existsSync } from 'node:fs'
import type { Words } from '../../words/words.ts'
import type { Answer } from '../command.ts'
import type { Context } from '../context.ts'

/** A bare `voronka`: the day; where there is no workspace yet, the three ways in. */
export async function bare(today: () => Promise<Answer> | Answer, { path }: Context): Promise<Answer> {
  if (existsSync(path)) return today()
  return {
    document: ({ today: w }: Words) => ({
      heading: [w.start],
      blocks: [
        {
          type: 'lines',
          lines: [
            ['voronka demo', w.startDemo] as const,
            [`voronka init --from ${w.startFile}`, w.startImport] as const,
            ['voronka init', w.startInit] as const,
          ].map(([command, what]) => [{ text: `  ${command.padEnd(32)}`, tone: 'act' as const }, what]),
        },
        { type: 'lines', lines: [w.startHelp] },
      ],
    }),
  }
}
