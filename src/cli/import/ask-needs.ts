import { ACTIVITY_KINDS } from '../../domain/activity.ts'
import { METRICS } from '../../domain/plan/plan.ts'
import { readSpan } from '../../domain/time/period-reading.ts'
import type { ColumnKind } from '../../transfer/column-look.ts'
import type { ColumnUse } from '../../transfer/columns.ts'
import { hasRejectColumns } from '../../transfer/rejects.ts'
import { ABOUT_WHOM } from '../../transfer/touch-cells.ts'
import type { Choice } from '../../world.ts'
import { shortened } from '../texts.ts'
import { stagesToChoose } from './ask-stages.ts'
import { clientAndGoods, keyColumns, SHARED } from './key-columns.ts'
import type { ImportTalk } from './talk.ts'
import type { Need } from './task.ts'

/** Characters of a value in a choice. */
const MOST_OF_VALUE = 18

/** The field that a need is for, and what its columns look like most often. */
const NEEDS = {
  deal: { field: 'deal', looks: ['text'] },
  stage: { field: 'stage', looks: ['few'] },
  at: { field: 'at', looks: ['date'] },
  when: { field: 'at', looks: ['date'] },
  kind: { field: 'kind', looks: ['few'] },
  who: { field: 'contact', looks: ['email', 'phone', 'text'] },
  text: { field: 'text', looks: ['text'] },
  metric: { field: 'metric', looks: ['few'] },
  amount: { field: 'amount', looks: ['number'] },
  period: { field: 'period', looks: ['date', 'few'] },
} as const satisfies Readonly<Record<Exclude<Need, 'id'>, { field: string; looks: readonly ColumnKind[] }>>

/** Asks for what no column says and without which nothing can be imported, or hardly. */
export async function askNeeds(talk: ImportTalk): Promise<void> {
  for (const { need } of talk.task.lacks())
    if (need === 'id') await askKey(talk)
    else if (need !== undefined) await askNeed(talk, need)
  const { entity, claims } = talk.task
  const told = (fields: readonly string[]) =>
    fields.some((field) => claims.fields.has(field) || claims.fixed.has(field))
  if (entity === 'deals' && !told(['stage', 'status']) && claims.entered.length === 0)
    await askNeed(talk, 'stage')
  if (entity === 'activities' && !told(ABOUT_WHOM)) await askNeed(talk, 'who')
}

async function askNeed(talk: ImportTalk, need: Exclude<Need, 'id'>): Promise<void> {
  const { mapping } = talk.about.context.words
  const person = await talk.person()
  const looks: readonly ColumnKind[] = NEEDS[need].looks
  const columns = namedColumns(talk).map((column) => ({ column, look: talk.looks.of(column.index) }))
  const unlikely = ({ column: { use }, look }: (typeof columns)[number]) =>
    (looks.includes(look.kind) ? 0 : 2) + (use === 'field' || use === 'key' ? 1 : 0)
  columns.sort((a, b) => unlikely(a) - unlikely(b))
  const choices: Choice<{ header: string; look: ColumnKind } | typeof ALL | null>[] = columns.map(
    ({ column: { header }, look }) => ({
      name: [header, ...look.samples.map((text) => shortened(text, MOST_OF_VALUE))].join(' · '),
      value: { header, look: look.kind },
    }),
  )
  const same = sameInAll(talk, need)
  if (same !== undefined) choices.push({ name: same.name, value: ALL })
  const isOfDeals = talk.task.entity === 'deals'
  choices.push({ name: isOfDeals ? mapping.onlyKnown : mapping.noColumn, value: null })
  const chosen = await person.find(mapping.needs[need], choices)
  const { field } = NEEDS[need]
  if (chosen === ALL) talk.answer('--set', `${field}=${await same?.ask()}`)
  else if (chosen !== null) talk.answer('--map', `${fieldOf(need, chosen.look)}=${chosen.header}`)
}

const ALL = Symbol('the same in all rows')

/** People are named, or known by what they are written to. */
function fieldOf(need: Exclude<Need, 'id'>, look: ColumnKind): string {
  return need === 'who' && (look === 'email' || look === 'phone') ? look : NEEDS[need].field
}

/** What may be the same in all rows, and the question for it. */
function sameInAll(talk: ImportTalk, need: Need): { name: string; ask: () => Promise<string> } | undefined {
  const { mapping, activities, plans } = talk.about.context.words
  const choice = (name: string, question: string, choices: readonly Choice<string>[]) => ({
    name,
    ask: async () => (await talk.person()).find(question, choices),
  })
  if (need === 'stage') {
    const stages = talk.task.entity === 'deals' ? stagesToChoose(talk) : []
    return stages.length === 0 ? undefined : choice(mapping.allAtOne, mapping.whichStageAll, stages)
  }
  if (need === 'kind') {
    const kinds = ACTIVITY_KINDS.map((kind) => ({ name: activities.kinds[kind] ?? kind, value: kind }))
    return choice(mapping.allOfAKind, mapping.whichKindAll, kinds)
  }
  if (need === 'metric') {
    const metrics = METRICS.map((metric) => ({ name: plans.metrics[metric] ?? metric, value: metric }))
    return choice(mapping.allOfAMetric, mapping.whichMetricAll, metrics)
  }
  return need === 'period' ? { name: mapping.allOfAPeriod, ask: () => askPeriod(talk) } : undefined
}

/** A period as it is typed, asked until it is one. */
async function askPeriod(talk: ImportTalk): Promise<string> {
  const { context, store } = talk.about
  const person = await talk.person()
  const today = store.zone.dateOf(context.now(store.zone))
  for (;;) {
    const text = (await person.text(context.words.mapping.whichPeriodAll)).trim()
    const span = readSpan(text, { today, weekStart: store.settings.weekStart })
    if (span !== undefined && span !== 'reversed') return text
  }
}

/** Which columns tell one row from another. */
async function askKey(talk: ImportTalk): Promise<void> {
  const { mapping } = talk.about.context.words
  const person = await talk.person()
  const rows = talk.looks.rows
  const columns = keyColumns(talk, namedColumns(talk))
  const choices: Choice<{ header: string; alone: boolean }>[] = columns.map(({ header, look, sharing }) => ({
    name: look.isUnique
      ? mapping.unique(header)
      : mapping.repeats({ header, rows: look.repeats, blank: rows - look.filled }),
    value: { header, alone: header.includes(',') || (look.isUnique && sharing < SHARED) },
  }))
  const pairs = clientAndGoods(columns).map((headers) => ({
    name: headers.join(' + '),
    value: { header: headers.join(','), alone: true },
  }))
  const first = await person.find(mapping.whichKey, [...pairs, ...choices])
  const chosen = [first.header]
  while (!first.alone) {
    const more = await person.find(mapping.whichMore(chosen.join(', ')), [
      ...choices.filter(({ value: { header } }) => !chosen.includes(header) && !header.includes(',')),
      { name: mapping.enough, value: undefined },
    ])
    if (more === undefined) break
    chosen.push(more.header)
  }
  talk.answer('--key', chosen.join(','))
}

function namedColumns(talk: ImportTalk): ColumnUse[] {
  const { headers } = talk.about.source.table
  const own = hasRejectColumns(headers) ? headers.length - 2 : headers.length
  const { columns } = talk.task.claims
  return columns.filter(
    ({ header, index }, at) =>
      header !== '' &&
      index < own &&
      headers.indexOf(header) === index &&
      columns.findIndex((other) => other.index === index) === at,
  )
}
