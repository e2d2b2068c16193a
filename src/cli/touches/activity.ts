import { ACTIVITY_KINDS } from '../../domain/activity.ts'
import type { ActivityRecord } from '../../domain/records/exported.ts'
import { formatMoment } from '../../domain/time/period.ts'
import type { Moment } from '../../domain/time/when.ts'
import { UsageError } from '../../errors.ts'
import type { Store } from '../../store/store.ts'
import { EVERY_TOUCH, getTouch, listActivities } from '../../store/touches/reading.ts'
import type { Words } from '../../words/words.ts'
import type { Answer } from '../command.ts'
import { dataColumn, type ListColumn, listing, managerColumn } from '../listing.ts'
import { touchCommands } from './commands.ts'

/** An activity as scripts see it. */
export interface ActivityJson {
  id: string
  externalId: string | null
  externalSystem: string | null
  kind: string
  direction: string | null
  outcome: string | null
  at: string
  duration: number | null
  manager: string | null
  contact: string | null
  company: string | null
  deal: string | null
  text: string | null
  place: string | null
  phone: string | null
}

const COLUMNS: readonly ListColumn<ActivityJson>[] = [
  { key: 'id', title: (w) => w.records.id, kind: 'id', value: (one) => one.id },
  {
    key: 'at',
    title: (w) => w.activities.at,
    kind: 'date',
    value: (one) => one.at,
    text: (one, w) => formatMoment(one.at, w.lang),
  },
  { key: 'kind', title: (w) => w.activities.kind, kind: 'text', value: (one) => one.kind, text: titleOf },
  dataColumn('direction', (one) => one.direction),
  {
    key: 'outcome',
    title: (w) => w.activities.outcome,
    kind: 'text',
    value: (one) => one.outcome,
    text: (one, w) => said(w.activities.outcomes, one.outcome) ?? '',
    shrink: true,
  },
  { ...managerColumn(), isOnce: true },
  {
    key: 'contact',
    title: (w) => w.activities.who,
    kind: 'text',
    value: (one) => one.contact,
    text: (one) => one.contact ?? one.company ?? one.phone ?? '',
    shrink: true,
  },
  { key: 'text', title: (w) => w.activities.text, kind: 'text', value: (one) => one.text, shrink: true },
  {
    key: 'duration',
    title: (w) => w.activities.duration,
    kind: 'count',
    value: (one) => one.duration,
    text: (one) => (one.duration === null ? '' : durationText(one.duration)),
  },
  dataColumn('company', (one) => one.company),
  dataColumn('deal', (one) => one.deal),
  dataColumn('phone', (one) => one.phone),
  dataColumn('place', (one) => one.place),
  dataColumn('externalId', (one) => one.externalId),
  dataColumn('externalSystem', (one) => one.externalSystem),
]

export const {
  list: activityList,
  show: activityShow,
  rm: activityRm,
} = touchCommands({
  table: 'activities',
  only: {
    option: 'kind',
    condition: 'kinds',
    known: ACTIVITY_KINDS,
    refuse: (text, known) => new UsageError((w) => w.activities.badOnlyKind({ text, known })),
  },
  list: (store, filter, limit) => listActivities(store, filter, limit).map((one) => activityJson(one, store)),
  get: (store, id) => activityShown(store, id),
  columns: COLUMNS,
  title: titleOf,
  lines: (one, { activities: w, records, lang }, about) => [
    [w.at, formatMoment(one.at, lang)],
    [w.outcome, said(w.outcomes, one.outcome)],
    [w.duration, one.duration === null ? null : durationText(one.duration)],
    [records.manager, one.manager],
    [records.contact, about.contact],
    [records.phone, one.phone],
    [records.company, about.company],
    [records.deal, about.deal],
    [w.text, one.text],
    [w.place, one.place],
    [records.externalId, one.externalId],
  ],
  removed: (one, w) =>
    w.activities.removed({ id: one.id, what: `${titleOf(one, w)}, ${formatMoment(one.at, w.lang)}` }),
  none: (w) => w.activities.none(),
})

/** Those of these numbers, the newest first, as `activity list` shows them. */
export function activitiesListed(store: Store, ids: readonly number[]): Answer {
  const records = listActivities(store, { ...EVERY_TOUCH, ids }, undefined)
  const shown = records.map((one) => activityJson(one, store))
  return listing({ args: [], options: {} }, shown, COLUMNS, () => '')
}

function titleOf({ kind, direction }: ActivityJson, { activities: w }: Words): string {
  return [said(w.kinds, kind), direction === null ? null : said(w.directions, direction)]
    .filter((part) => part !== null)
    .join(' ')
}

function said(words: Readonly<Record<string, string>>, code: string | null): string | null {
  return code === null ? null : (words[code] ?? code)
}

/** `1:05:00`, `2:13`. */
function durationText(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

/** ISO 8601 with the offset, a day alone where that is known. */
export function momentOf({ at, precision }: Moment, { zone }: Store): string {
  return precision === 'day' ? zone.dateOf(at) : zone.isoString(at)
}

export function activityJson(record: ActivityRecord, store: Store): ActivityJson {
  const { contact, company, deal, at, id, ...rest } = record
  return {
    id: `a${id}`,
    externalId: rest.externalId,
    externalSystem: rest.externalSystem,
    kind: rest.kind,
    direction: rest.direction,
    outcome: rest.outcome,
    at: momentOf(at, store),
    duration: rest.duration,
    manager: rest.manager,
    contact: contact?.name ?? null,
    company: company?.name ?? null,
    deal: deal === null ? null : `d${deal.id}`,
    text: rest.text,
    place: rest.place,
    phone: rest.phone,
  }
}

export function activityShown(store: Store, id: number): ActivityJson | undefined {
  const record = getTouch(store, 'activities', id)
  return record && activityJson(record, store)
}
