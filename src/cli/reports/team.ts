import { UsageError } from '../../errors.ts'
import { teamDocument } from '../../render/reports/team.ts'
import { personalDocument } from '../../render/reports/team-personal.ts'
import { teamChanges } from '../../reports/team-change.ts'
import { personalJson, teamJson } from '../../reports/team-json.ts'
import { groupingOf } from '../../store/facts/groups.ts'
import type { Store } from '../../store/store.ts'
import type { Answer, Run, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { meant } from '../line/aliases.ts'
import { retype } from '../line/retype.ts'
import { optional } from '../typed.ts'
import { countingTouches, momentOf, otherGroup, parseReport, shiftReport } from './request.ts'
import { teamExplanation } from './team-explain.ts'
import { aloneIn, personAsked, personalReport } from './team-personal.ts'
import { countTeam, type TeamRequest } from './team-report.ts'
import { lookBeyond, reportView } from './view.ts'

export const team: Run = (context, typed): Answer => {
  const store = context.open('read')
  return store.read(() => {
    const request = teamRequest(context, store, typed)
    const cell = optional(typed, 'explain')
    if (cell !== undefined)
      return teamExplanation(store, request, cell, (flags) => retype(context, 'weakest', typed, flags))
    const other = optional(typed, 'compare')
    const beside = other === undefined ? undefined : shifted(context, store, request, other)
    const person = personAsked(request)
    const counted = (asked: TeamRequest) => {
      if (person === undefined) return { report: countTeam(store, asked) }
      const everybody = countTeam(store, everyone(asked), [person])
      const own = everybody.groups.find(({ key }) => key === person)
      return own === undefined ? { report: everybody } : { report: aloneIn(everybody, own), everybody, own }
    }
    const now = counted(request)
    const was = beside === undefined ? undefined : counted(beside)
    const both = { report: now.report, beside: was?.report ?? null }
    const changes = both.beside === null ? null : teamChanges(both.report, both.beside)
    const beyond = lookBeyond(store, request, typed, both.report.counted, 'current')
    const view = reportView(context, 'team', typed, request, beyond)
    if (now.own === undefined)
      return {
        json: teamJson(both, changes),
        document: (words) => teamDocument(both, changes, view(words)),
        messages: beyond.messages,
      }
    const personal = personalReport(store, request, everyone(request), now.everybody, now.own)
    return {
      json: personalJson(personal, both, changes),
      document: (words) => personalDocument(personal, both, changes, view(words)),
      messages: beyond.messages,
    }
  })
}

const GROUPS = ['manager', 'department'] as const

function teamRequest(context: Context, store: Store, typed: Typed): TeamRequest {
  const text = optional(typed, 'by') ?? 'manager'
  const by = meant('group', text, GROUPS)
  const grouping = by === undefined ? undefined : groupingOf(store, by)
  if (by === undefined || grouping === undefined)
    throw new UsageError((w) => w.team.noGroup({ text, other: otherGroup(store, text) }))
  const options = { ...typed.options, by }
  const parsed = countingTouches(store, parseReport(context, store, { ...typed, options }))
  return {
    ...parsed,
    grouping,
    by,
    now: momentOf(parsed, context, store),
    isPipelineNamed: optional(typed, 'pipeline') !== undefined,
  }
}

function shifted(context: Context, store: Store, request: TeamRequest, other: string): TeamRequest {
  const moved = { ...request, ...shiftReport(request, store, other), grouping: request.grouping }
  return { ...moved, now: momentOf(moved, context, store) }
}

/** One manager is held against the others: so all of them are counted. */
function everyone(request: TeamRequest): TeamRequest {
  return { ...request, filter: { ...request.filter, managers: [] } }
}
