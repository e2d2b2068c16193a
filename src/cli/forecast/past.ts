import type { Past } from '../../domain/forecast/chain.ts'
import type { Guess } from '../../domain/forecast/hazards.ts'
import { LEARNT_DAYS } from '../../domain/forecast/learner.ts'
import type { Window } from '../../domain/forecast/outcome-model.ts'
import { beginningsOf } from '../../domain/forecast/periods.ts'
import { type Pipeline, stagesAt, stagesUntil, templateProbability } from '../../domain/pipeline.ts'

/** Past months of which a forecast learns its own error: more than it takes at once, for forecasts from earlier days. */
const PERIODS_BACK = 14

/**
 * How the past is cut: deals since `first`, outcomes since `since`; `periods` are those to be looked at again. Errors are
 * learnt of whole months whatever is forecast, so that weeks add up to what their month is said to bring.
 */
export function pastOf(now: number, first: number, since: number | null, periods: readonly Window[]): Past {
  const earliest = Math.min(now, ...periods.map((period) => period.from))
  const from = Math.max(first, earliest - 2 * LEARNT_DAYS)
  const starts = beginningsOf(from, now + 1, 'month', 1)
  const spans = [...new Set([from, ...starts, ...periods.map((period) => period.from)])]
  const back = starts.filter((start) => start >= (since ?? now))
  const needed = back.filter((start) => start < earliest).slice(-PERIODS_BACK)[0] ?? earliest
  return {
    learnFrom: since ?? now,
    until: now,
    spans: from < now ? spans.filter((day) => day >= from && day < now).sort((a, b) => a - b) : [],
    periods: back.flatMap((start, i) => {
      const until = back[i + 1]
      return until === undefined || start < needed ? [] : [{ from: start, until }]
    }),
  }
}

/** The template's probability of winning by stage: its own, else by its place. */
export function templateOf(pipeline: Pipeline, t: number): Map<number, number> {
  const ordered = stagesAt(pipeline, t)
  return new Map(
    stagesUntil(pipeline, t).flatMap((stage) => {
      if (stage.kind !== 'open') return []
      const place = ordered.findIndex(({ id }) => id === stage.id)
      return [[stage.id, stage.probability ?? templateProbability(Math.max(1, place + 1), ordered.length)]]
    }),
  )
}

/** Until something is known: that a deal is decided within a month. */
const GUESSED_DAYS = 30

export function guessesOf(
  stateOf: ReadonlyMap<number, number>,
  template: ReadonlyMap<number, number>,
  open: number,
): Guess[] {
  const chances = [...template.values()]
  const usual = chances.length === 0 ? 0.5 : chances.reduce((a, b) => a + b, 0) / chances.length
  const made = Array.from({ length: open }, () => ({ chance: usual, days: GUESSED_DAYS }))
  for (const [stage, state] of stateOf) {
    const chance = template.get(stage)
    if (chance !== undefined && state < open) made[state] = { chance, days: GUESSED_DAYS }
  }
  return made
}
