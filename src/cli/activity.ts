import { ACTIVITY_KINDS } from '../domain/activity.ts'
import type { ActivityRecord, Moment } from '../domain/exported.ts'
import { UsageError } from '../errors.ts'
import type { Store } from '../store/store.ts'
import { countTouches, getTouch, listActivities } from '../store/touch-reading.ts'
import type { Words } from '../words/words.ts'
import { card } from './card.ts'
import type { Run } from './command.ts'
import { type ListColumn, listing, parseLimit } from './listing.ts'
import { namedTouch, readTouchFilter, sure, wordsAmong } from './touch-filter.ts'
import { optional } from './typed.ts'
import { change } from './writing.ts'

/** An activity as scripts see it. */
interface Shown {
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

export const activityList: Run = async (context, typed) => {
  const store = context.open('read')
  const known = ACTIVITY_KINDS.join(', ')
  const kinds = wordsAmong(
    typed,
    'kind',
    ACTIVITY_KINDS,
    (text) => new UsageError((w) => w.activities.badOnlyKind({ text, known })),
  )
  const filter = { ...(await readTouchFilter(context, store, typed)), kinds }
  const limit = optional(typed, 'sort') === undefined ? parseLimit(optional(typed, 'limit')) : undefined
  const records = listActivities(store, filter, limit).map((one) => shown(one, store))
  const none = countTouches(store, 'activities') === 0
  return listing(typed, records, COLUMNS, (w) => (none ? w.activities.none() : w.activities.noneFit()))
}

export const activityShow: Run = async (context, { args }) => {
  const store = context.open('read')
  const json = recordOf(store, await namedTouch(context, store, 'activities', args[0] ?? ''))
  return {
    json,
    document: (words) => {
      const { activities: w, records } = words
      return card(`${json.id} ${titleOf(json, words)}`, [
        [w.at, dayTime(json.at)],
        [w.outcome, said(w.outcomes, json.outcome)],
        [w.duration, json.duration === null ? null : durationText(json.duration)],
        [records.manager, json.manager],
        [records.contact, json.contact],
        [records.phone, json.phone],
        [records.company, json.company],
        [records.deal, json.deal],
        [w.text, json.text],
        [w.place, json.place],
        [records.externalId, json.externalId],
      ])
    },
  }
}

export const activityRm: Run = async (context, { args }) => {
  const writing = context.open('write')
  const id = await namedTouch(context, writing, 'activities', args[0] ?? '')
  return change(context, (operation, store) => {
    const json = recordOf(store, id)
    operation.remove('activities', id)
    return {
      json,
      says: (w) => w.activities.removed({ id: json.id, what: `${titleOf(json, w)}, ${dayTime(json.at)}` }),
    }
  })
}

const COLUMNS: readonly ListColumn<Shown>[] = [
  { key: 'id', title: (w) => w.records.id, kind: 'id', value: (one) => one.id },
  {
    key: 'at',
    title: (w) => w.activities.at,
    kind: 'text',
    value: (one) => one.at,
    text: (one) => dayTime(one.at),
  },
  { key: 'kind', title: (w) => w.activities.kind, kind: 'text', value: (one) => one.kind, text: titleOf },
  data('direction', (one) => one.direction),
  {
    key: 'outcome',
    title: (w) => w.activities.outcome,
    kind: 'text',
    value: (one) => one.outcome,
    text: (one, w) => said(w.activities.outcomes, one.outcome) ?? '',
    shrink: true,
  },
  {
    key: 'manager',
    title: (w) => w.records.manager,
    kind: 'text',
    value: (one) => one.manager,
    shrink: true,
  },
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
  data('company', (one) => one.company),
  data('deal', (one) => one.deal),
  data('phone', (one) => one.phone),
  data('place', (one) => one.place),
  data('externalId', (one) => one.externalId),
  data('externalSystem', (one) => one.externalSystem),
]

function data(key: string, value: (one: Shown) => string | null): ListColumn<Shown> {
  return { key, title: () => key, kind: 'text', value, dataOnly: true }
}

function titleOf({ kind, direction }: Shown, { activities: w }: Words): string {
  return [said(w.kinds, kind), direction === null ? null : said(w.directions, direction)]
    .filter((part) => part !== null)
    .join(' ')
}

function said(words: Readonly<Record<string, string>>, code: string | null): string | null {
  return code === null ? null : (words[code] ?? code)
}

/** `2026-10-14 12:30`; a day alone where that is all that is known. */
export function dayTime(text: string): string {
  return text.slice(0, 16).replace('T', ' ')
}

/** `1:05:00`, `2:13`. */
function durationText(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

function recordOf(store: Store, id: number): Shown {
  return shown(sure(getTouch(store, 'activities', id)), store)
}

/** ISO 8601 with the offset, a day alone where that is known. */
export function momentOf({ at, precision }: Moment, { zone }: Store): string {
  return precision === 'day' ? zone.dateOf(at) : zone.isoString(at)
}

function shown(record: ActivityRecord, store: Store): Shown {
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
