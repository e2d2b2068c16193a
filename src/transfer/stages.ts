import { foldKey, formerly } from '../domain/names/name.ts'
import { outcomeStage, type Pipeline, type Stage, stagesAt } from '../domain/pipeline.ts'
import { type Say, UsageError, UserError } from '../errors.ts'
import { foldHeader } from './headers.ts'
import { outcomeOf } from './outcomes.ts'

/** What a text of the stage or status column means. */
export type StageMeaning =
  | { readonly kind: 'open'; readonly stage: Stage }
  | { readonly kind: 'won' | 'lost'; readonly stage: Stage }

/** The target of a rule that leaves rows out. */
export const SKIP = 'skip'

const LAST = Number.MAX_SAFE_INTEGER

/** Reads the stage and status texts of a file, each distinct one once. */
export class StageReader {
  readonly #rules: ReadonlyMap<string, string>
  readonly #meanings = new Map<string, StageMeaning | null>()
  readonly #ordered = new Map<number, Stage[]>()
  readonly #byName: ReadonlyMap<string, Pipeline>
  /** Rows name the import's own pipeline, and those that are not there: two of them are several. */
  #isNamed = false
  readonly #strange = new Set<string>()

  /** Throws UserError for a rule that names a stage which is not in the pipeline. */
  constructor(
    readonly pipelines: readonly Pipeline[],
    readonly pipeline: Pipeline,
    /** As typed: TEXT=STAGE. */
    rules: readonly string[],
    /** No deal is in any pipeline yet. */
    private readonly untouched = false,
  ) {
    this.#byName = new Map(pipelines.map((known) => [foldKey(known.name), known]))
    this.#rules = new Map(rules.map(parseStageRule))
    for (const target of this.#rules.values()) if (!this.#isSkip(target)) this.named(pipeline, target)
  }

  /** The pipeline of a row: the one it names, else the import's. */
  pipelineOf(text: string): Pipeline | undefined {
    if (text === '') return this.pipeline
    const key = foldKey(text)
    const found = this.#byName.get(key) ?? formerly(this.pipelines, key)
    if (found === this.pipeline) this.#isNamed = true
    else if (found === undefined && this.#strange.size < 2) this.#strange.add(key)
    return found
  }

  /** The only pipeline, if no deal was ever in it: it may as well have the only name that the file says. */
  get renamable(): Pipeline | undefined {
    const isOnly = this.pipelines.length === 1 && this.#strange.size < 2 && !this.#isNamed
    return this.untouched && isOnly ? this.pipeline : undefined
  }

  /** Undefined for a text that means nothing here; a blank one means something only where a rule says so. */
  meaning(pipeline: Pipeline, text: string): StageMeaning | undefined {
    const key = `${pipeline.id}\n${text}`
    const known = this.#meanings.get(key)
    if (known !== undefined) return known ?? undefined
    const found = this.#find(pipeline, foldKey(text))
    if (this.#meanings.size < 10_000) this.#meanings.set(key, found ?? null)
    return found
  }

  /** Of the status column: `open` for a deal under way, or as `meaning`. */
  status(pipeline: Pipeline, text: string): StageMeaning | 'open' | undefined {
    const found = this.meaning(pipeline, text)
    return found ?? (outcomeOf(text) === 'open' ? 'open' : undefined)
  }

  /** A rule says to leave rows with this text out. */
  skips(text: string): boolean {
    if (this.#rules.size === 0) return false
    const rule = this.#rules.get(foldKey(text))
    return rule !== undefined && this.#isSkip(rule)
  }

  /** A stage that is really called so is meant. */
  #isSkip(target: string): boolean {
    return foldKey(target) === SKIP && this.#own(this.pipeline, SKIP) === undefined
  }

  /** The stage that the user names; throws UserError with those there are. */
  named(pipeline: Pipeline, text: string): StageMeaning {
    const key = foldKey(text)
    const found =
      (key === 'won' || key === 'lost' ? this.#outcome(pipeline, key) : undefined) ?? this.#own(pipeline, key)
    if (found !== undefined) return found
    throw new UserError((w) =>
      w.import.noStage({ text, pipeline: pipeline.name, known: stageNames(pipeline) }),
    )
  }

  /** The open stages in the order that holds now. */
  ordered(pipeline: Pipeline): readonly Stage[] {
    const known = this.#ordered.get(pipeline.id)
    if (known !== undefined) return known
    const stages = stagesAt(pipeline, LAST)
    this.#ordered.set(pipeline.id, stages)
    return stages
  }

  #find(pipeline: Pipeline, key: string): StageMeaning | undefined {
    const rule = this.#rules.get(key)
    if (rule !== undefined && this.#isSkip(rule)) return undefined
    if (rule !== undefined) return this.named(pipeline, rule)
    if (key === '') return undefined
    const own = this.#own(pipeline, key)
    if (own !== undefined) return own
    const outcome = outcomeOf(key)
    return outcome === 'won' || outcome === 'lost' ? this.#outcome(pipeline, outcome) : undefined
  }

  /** By its name, retired or not, else by the name it had before. */
  #own(pipeline: Pipeline, key: string): StageMeaning | undefined {
    const open = this.ordered(pipeline).find((stage) => foldKey(stage.name) === key)
    const named = open ?? pipeline.stages.find((known) => foldKey(known.name) === key)
    const stage = named ?? formerly(pipeline.stages, key) ?? this.#run(pipeline, key)
    return stage === undefined ? undefined : { kind: stage.kind, stage }
  }

  /** Systems write names run together where programs read them: `qualifiedtobuy`. */
  #run(pipeline: Pipeline, key: string): Stage | undefined {
    const letters = foldHeader(key)
    if (letters === '') return undefined
    const found = this.ordered(pipeline).filter(({ name }) => foldHeader(name) === letters)
    return found.length === 1 ? found[0] : undefined
  }

  #outcome(pipeline: Pipeline, kind: 'won' | 'lost'): StageMeaning {
    return { kind, stage: outcomeStage(pipeline, kind) }
  }
}

/** The problem of a text in the pipeline column that names none, with the ways out; `header` is that of the column. */
export function sayUnknownPipeline(text: string, stages: StageReader, header: string | undefined): Say {
  const { pipelines, pipeline } = stages
  const known = pipelines.map(({ name }) => name).join(', ')
  const more = header === undefined ? null : { header, pipeline: pipeline.name }
  return (w) => {
    const own = stages.renamable?.name
    return [
      w.import.noPipeline({ text, known }),
      own === undefined
        ? w.import.makePipeline({ text: asWord(text) })
        : w.import.renamePipeline({ text: asWord(text), own: asWord(own) }),
      more === null
        ? ''
        : w.import.otherPipeline({ header: asWord(more.header), pipeline: asWord(more.pipeline) }),
    ]
      .filter((part) => part !== '')
      .join('; ')
  }
}

/** As it can be typed between double quotes in a shell. */
function asWord(text: string): string {
  return text.replace(/(["\\$`])/g, '\\$1')
}

/** The problem of a stage text that means nothing in the pipeline, with the ways out. */
export function sayUnknownStage(text: string, pipeline: Pipeline): Say {
  if (text === '') return (w) => w.import.blankStage({ known: stageNames(pipeline) })
  return (w) => w.import.unknownStage({ text, pipeline: pipeline.name, known: stageNames(pipeline) })
}

function stageNames(pipeline: Pipeline): string {
  return stagesAt(pipeline, LAST)
    .map(({ name }) => name)
    .join(', ')
}

/** `TEXT=STAGE`, cut at the last equals sign; TEXT may be blank. */
export function parseStageRule(rule: string): [string, string] {
  const cut = rule.lastIndexOf('=')
  const target = rule.slice(cut + 1).trim()
  if (cut < 0 || target === '')
    throw new UsageError((w) => w.import.noEquals({ flag: '--stage', text: rule }))
  return [foldKey(rule.slice(0, cut)), target]
}
