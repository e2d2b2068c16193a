import { foldKey } from '../../domain/names/name.ts'
import { stagesAt } from '../../domain/pipeline.ts'
import { UsageError } from '../../errors.ts'
import { formatCount } from '../../render/numbers.ts'
import { eachFact } from '../../store/facts/funnel-facts.ts'
import { eachJourney } from '../../store/facts/journeys.ts'
import type { Store } from '../../store/store.ts'
import type { Answer } from '../command.ts'
import { dealsBehind, type GroupCell, groupCell, isTotal } from './cell.ts'
import { factsQuery } from './request.ts'
import { countTeam, type TeamRequest, wantedKeys } from './team-report.ts'

const COLUMNS = ['deals', 'won', 'lost', 'open'] as const

/** The deals behind `MANAGER:COLUMN` as they were at T: won and lost closed in the period, open at T. */
export function teamExplanation(
  store: Store,
  request: TeamRequest,
  text: string,
  weakest: (flags: Readonly<Record<string, string>>) => string,
): Answer {
  const refusal = stageRefusal(request, text, weakest) ?? new UsageError((w) => w.team.badExplain({ text }))
  const cell = groupCell(text, countTeam(store, request), COLUMNS, (name) => isTotal(store, name), refusal)
  return dealsBehind(store, request, dealsOf(store, request, cell), {
    title: (words) => words.team.title({ pipeline: request.pipeline.name }),
    group: cell.group,
    figure: (n, { team, lang }) => team.explained({ column: cell.column, n: formatCount(n, lang) }),
  })
}

/** The deals of a stage are opened by another command. */
function stageRefusal(
  { pipeline, horizon, by }: TeamRequest,
  text: string,
  weakest: (flags: Readonly<Record<string, string>>) => string,
): UsageError | undefined {
  const at = text.lastIndexOf(':')
  const [whose, column] = [text.slice(0, at).trim(), foldKey(text.slice(at + 1))]
  const stage = stagesAt(pipeline, horizon.t).find(({ name }) => foldKey(name) === column)?.name
  if (stage === undefined || whose === '') return undefined
  const command = weakest({ [by]: whose, by: '', compare: '', explain: `${stage}:entered` })
  return new UsageError((w) => w.team.explainsStage({ stage, command }))
}

function dealsOf(
  store: Store,
  request: TeamRequest,
  { group, column }: GroupCell<(typeof COLUMNS)[number]>,
): Set<number> {
  const found = new Set<number>()
  const wanted = wantedKeys(request)
  const look = (id: number, key: string | null, outcome: string) => {
    const isTheirs = group === undefined ? (wanted?.has(key) ?? true) : key === group
    if (isTheirs && (column === 'deals' || column === outcome)) found.add(id)
  }
  const query = factsQuery(store, request, 'current')
  const { label } = request.grouping
  if (request.attribution === 'owner')
    eachFact(store, query, { deal: ({ id, group: key, outcome }) => look(id, key, outcome) })
  else
    eachJourney(store, { ...query, grouping: undefined }, ({ id, outcome, steps }) =>
      look(id, label(steps.at(-1)?.actor ?? null), outcome),
    )
  return found
}
