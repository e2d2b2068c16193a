import { nearest } from '../../domain/names/name.ts'
import { UsageError } from '../../errors.ts'
import type { NewPipeline } from '../../store/deals/pipelines.ts'
import { TEMPLATES, type TemplateId } from '../../words/templates.ts'
import type { Words } from '../../words/words.ts'
import type { OptionSpec, Typed } from '../command.ts'
import { parseName } from '../texts.ts'
import { optional } from '../typed.ts'

/** The flags that say what a new pipeline consists of. */
export const STAGES_OPTIONS: readonly OptionSpec[] = [
  { flags: '--stages <names>', help: (w) => w.pipelines.stages },
  { flags: '--template <id>', help: (w) => w.pipelines.template },
  { flags: '--won <name>', help: (w) => w.pipelines.won },
  { flags: '--lost <name>', help: (w) => w.pipelines.lost },
]

/** What a new pipeline is to be: of the flags, else of a template in the language of the words. */
export function parsePipeline(
  typed: Typed,
  words: Words,
  name?: string,
  /** The stages where the flags name none. */
  otherwise?: readonly string[],
): NewPipeline {
  const listed = optional(typed, 'stages')
  const id = optional(typed, 'template')
  if (listed !== undefined && id !== undefined) throw new UsageError((w) => w.pipelines.twoWays)
  const template = templateOf(typed, words)
  const stages = listed === undefined ? (template?.stages ?? otherwise) : splitNames(listed)
  if (stages === undefined || stages.length === 0) throw new UsageError((w) => w.pipelines.noStages)
  return {
    name: name ?? template?.pipeline ?? words.workspace.pipelineName,
    stages,
    ...outcomeNames(typed, words),
  }
}

/** What the two outcomes of a new pipeline are to be called. */
export function outcomeNames(typed: Typed, words: Words): { won: string; lost: string } {
  const { won, lost } = templateOf(typed, words) ?? words.workspace
  return { won: parseName(optional(typed, 'won') ?? won), lost: parseName(optional(typed, 'lost') ?? lost) }
}

function templateOf(typed: Typed, words: Words) {
  const id = optional(typed, 'template')
  return id === undefined ? undefined : words.templates[parseTemplate(id)]
}

/** The id of a template, a slip of the finger apart refused with the near one. */
function parseTemplate(text: string): TemplateId {
  const found = TEMPLATES.find((id) => id === text.toLowerCase())
  if (found !== undefined) return found
  const near = nearest(text, TEMPLATES)
  throw new UsageError((w) =>
    w.pipelines.noTemplate({ text, known: (near.length > 0 ? near : TEMPLATES).join(', ') }),
  )
}

/** "New, Qualified; Proposal" → its names; blanks are dropped. */
export function splitNames(text: string): string[] {
  return text
    .split(/[,;]/)
    .filter((name) => name.trim() !== '')
    .map(parseName)
}
