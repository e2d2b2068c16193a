import { foldKey } from '../domain/name.ts'
import { UsageError, UserError } from '../errors.ts'
import { firstStage, moveDeal, outcomeOfDeal, stateAt } from '../store/deal-writing.ts'
import { Ambiguous, findPipeline, findStage } from '../store/naming.ts'
import type { Store } from '../store/store.ts'
import { type At, echoAt, parseAt, sayMoment } from './at.ts'
import type { Answer, Run, Typed } from './command.ts'
import type { Context } from './context.ts'
import { namedDeal, storyOf } from './deal-named.ts'
import { chosen } from './naming.ts'
import { parseName } from './texts.ts'
import { optional } from './typed.ts'
import { change } from './writing.ts'

export const dealMove: Run = async (context, typed) => {
  const store = context.open('write')
  const deal = await namedDeal(context, store, typed)
  const at = parseAt(context, store, typed)
  const stage = await wantedStage(context, store, typed, deal, typed.args[1], at)
  if (stage === undefined)
    throw new UsageError((w) => w.cli.missingArgument({ name: 'stage', command: 'voronka deal move' }))
  return moved(context, store, deal, stage, at, optional(typed, 'reason') ?? null)
}

export const won: Run = (context, typed) => closed(context, typed, 'won')

export const lost: Run = (context, typed) => closed(context, typed, 'lost')

async function closed(context: Context, typed: Typed, kind: 'won' | 'lost'): Promise<Answer> {
  const store = context.open('write')
  const deal = await namedDeal(context, store, typed)
  const at = parseAt(context, store, typed)
  const reason = optional(typed, 'reason') ?? typed.args[1] ?? null
  return moved(context, store, deal, outcomeOfDeal(store, deal, kind), at, reason)
}

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

/** A stage that is only in another pipeline is refused with the command that goes there: it is never guessed. */
function stageWithin(store: Store, text: string, pipeline: number, { when }: At, deal: number): number {
  try {
    return findStage(store, text, { pipeline, at: when.at })
  } catch (error) {
    if (error instanceof Ambiguous) throw error
    for (const other of store.pipelines) {
      const named = other.stages.find((stage) => foldKey(stage.name) === foldKey(text))
      if (other.id === pipeline || named === undefined) continue
      const p = { id: `d${deal}`, stage: named.name, pipeline: other.name }
      throw new UserError((w) => w.deals.stageElsewhere(p))
    }
    throw error
  }
}

function moved(
  context: Context,
  store: Store,
  deal: number,
  stage: number,
  at: At,
  reasonText: string | null,
): Answer {
  const to = store.stage(stage)
  const reason = reasonText === null || reasonText.trim() === '' ? null : parseName(reasonText)
  if (reason !== null && to.kind !== 'lost')
    throw new UsageError((w) => w.deals.reasonOfNoLoss({ stage: to.name }))
  return change(context, (operation) => {
    const move = moveDeal(store, operation, deal, { stage, reason, when: at.when, actor: store.settings.me })
    const json = storyOf(store, deal)
    const { id, title } = json
    const from = store.stage(move.from).name
    const since = store.zone.isoString(move.since)
    const { next } = move
    return {
      json,
      says: (w) =>
        move.from === stage && reason !== null
          ? w.deals.reasoned({ id, title, stage: to.name, reason })
          : w.deals.moved({ id, title, from, to: to.name, when: echoAt(at, w), reason }),
      unchanged: (w) =>
        w.deals.thereAlready({ id, title, stage: to.name, since: sayMoment(since, store, w) }),
      notes:
        next === null
          ? []
          : [
              (w) =>
                w.deals.landed({
                  next: store.stage(next.stage).name,
                  nextWhen: sayMoment(store.zone.isoString(next.at), store, w),
                  now: json.stage,
                }),
            ],
    }
  })
}
