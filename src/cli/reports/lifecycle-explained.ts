import { LIFECYCLE } from '../../domain/lifecycle.ts'
import { periodTitle } from '../../domain/time/period.ts'
import { UsageError } from '../../errors.ts'
import { formatCount } from '../../render/numbers.ts'
import { groupName } from '../../render/reports/parts.ts'
import { furthest, type LifecycleReport } from '../../reports/lifecycle.ts'
import type { Life } from '../../store/facts/lifecycle-facts.ts'
import type { Store } from '../../store/store.ts'
import type { Answer } from '../command.ts'
import { contactsListed } from '../people/contact.ts'
import { cellNamed, groupOf } from './cell.ts'
import type { LifeGrouping } from './lifecycle.ts'
import type { ReportRequest } from './request.ts'

const COLUMNS = ['reached', 'here', 'next'] as const

/** A figure whose contacts are wanted. */
export interface LifeWatch {
  k: number
  column: (typeof COLUMNS)[number]
  by: string
  /** Null is "(none)"; undefined is the whole. */
  group: string | null | undefined
  wants(life: Life): boolean
}

/** `lead|mql|sql|customer[:reached|here|next][@GROUP]`. Throws UsageError for what is none. */
export function lifeWatch(
  text: string,
  report: LifecycleReport,
  grouping: LifeGrouping | undefined,
): LifeWatch {
  const rows = LIFECYCLE.map((stage) => ({ name: stage, kind: stage }))
  const cell = cellNamed(text, rows, COLUMNS, grouping !== undefined)
  if (cell === undefined) throw new UsageError((w) => w.lifeFunnel.badExplain({ text }))
  const { row: k, column = 'reached' } = cell
  const group = cell.group === undefined ? undefined : groupOf(report, cell.group)
  return {
    k,
    column,
    group,
    by: grouping?.by ?? '',
    wants: (life) => {
      if (group !== undefined && grouping?.keyOf(life) !== group) return false
      const came = furthest(life)
      return column === 'reached' ? came >= k : column === 'here' ? came === k : came > k
    },
  }
}

/** The contacts behind a figure, as `contact list` shows them. */
export function lifeExplained(
  store: Store,
  request: ReportRequest,
  lives: readonly Life[],
  { k, column, group, by, wants }: LifeWatch,
): Answer {
  const found = lives.filter(wants).map(({ id }) => id)
  const listed = contactsListed(store, found)
  const stage = LIFECYCLE[k] ?? 'lead'
  return {
    ...listed,
    document: (words) => {
      const { lifeFunnel: said, lifecycle, lang } = words
      const of = group === undefined ? [] : [groupName(group, by, words)]
      const figure = said.explained({
        stage: lifecycle.names[stage] ?? stage,
        column,
        n: formatCount(found.length, lang),
      })
      const heading = [said.title, periodTitle(request.period, words), ...of, figure].join(' · ')
      return { blocks: [], ...listed.document?.(words), heading: [heading] }
    },
  }
}
