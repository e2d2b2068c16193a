import { foldKey, nearest } from '../../domain/names/name.ts'
import { type Stage, stagesAt } from '../../domain/pipeline.ts'
import { UserError } from '../../errors.ts'
import { firstStage, stateAt } from '../../store/deals/writing.ts'
import { Ambiguous, findPipeline, findStage, NotThere } from '../../store/naming/naming.ts'
import type { Store } from '../../store/store.ts'
import type { At } from '../at.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { meant } from '../line/aliases.ts'
import { shellWord } from '../line/quoted.ts'
import { chosen } from '../naming.ts'
import { optional } from '../typed.ts'

/** A stage of the deal's own pipeline, or of the one that `--pipeline` names. */
export async function wantedStage(
  context: Context,
  store: Store,
  typed: Typed,
  deal: number,
  text: string | undefined,
  at: At,
): Promise<number | undefined> {
  const named = optional(typed, 'pipeline')
  if (text === undefined && named === undefined) return undefined
  const pipeline =
    named === undefined
      ? stateAt(store, deal, Number.MAX_SAFE_INTEGER).pipeline
      : await chosen(context, () => findPipeline(store, named))
  if (text === undefined) return firstStage(store, pipeline)
  return chosen(context, () => stageWithin(store, text, pipeline, at, deal))
}

/** `invoice` is the only stage where one is out, whatever it is called; a stage that is only in another pipeline is refused with the command that goes there: it is never guessed. */
function stageWithin(store: Store, text: string, pipeline: number, { when }: At, deal: number): number {
  try {
    return findStage(store, text, { pipeline, at: when.at })
  } catch (error) {
    if (error instanceof Ambiguous) throw error
    const own = store.pipelines.filter(({ id }) => id === pipeline).flatMap((one) => stagesAt(one, when.at))
    const [invoice, second] = own.filter((stage) => stage.invoice)
    const isMeant = meant('movedTo', text, ['invoice']) !== undefined && second === undefined
    if (isMeant && invoice !== undefined) return invoice.id
    for (const other of store.pipelines) {
      const named = other.stages.find((stage) => foldKey(stage.name) === foldKey(text))
      if (other.id === pipeline || named === undefined) continue
      const p = { id: `d${deal}`, stage: named.name, pipeline: other.name }
      throw new UserError((w) => w.deals.stageElsewhere(p))
    }
    const bare = text.replace(/^(?:во?|на|к|у|до|to|into)\s+/iu, '')
    if (bare !== text) return stageWithin(store, bare, pipeline, { when, typed: true }, deal)
    throw error instanceof NotThere ? withNearStage(error, deal, own) : error
  }
}

/** A slip in the name of a stage: that stage comes before making another. */
function withNearStage(error: NotThere, deal: number, stages: readonly Stage[]): UserError {
  const { text } = error
  const [near] = nearest(
    text,
    stages.map(({ name }) => name),
    1,
  )
  if (near === undefined) return error
  const p = {
    text,
    near,
    move: `voronka deal move d${deal} ${shellWord(near)}`,
    add: `voronka stage add ${shellWord(text)}`,
  }
  return new UserError((w) => w.deals.stageNear(p))
}
