import { type ActivityKind, HELD, NOT_HELD, PLANNED } from '../../domain/activity.ts'
import { foldKey } from '../../domain/names/name.ts'
import type { Moment } from '../../domain/time/when.ts'
import type { Operation } from '../operation.ts'
import { codeOf, nameOf, PRECISIONS } from '../rows.ts'
import type { Store } from '../store.ts'

/** A planned meeting as it is found. */
export interface PlannedMeeting {
  id: number
  at: number
}

/** Meetings that are still planned with any of these, within a span of time. */
export function plannedMeetings(
  store: Store,
  about: { contact: number | null; company: number | null; deal: number | null },
  span: { from: number; until: number },
): PlannedMeeting[] {
  const party =
    about.contact !== null
      ? 'contact_id = @contact'
      : about.deal !== null
        ? 'deal_id = @deal'
        : 'contact_id is null and company_id = @company'
  return store.db
    .prepare(
      `select id, at from activities where kind = 'meeting' and outcome = '${PLANNED}'
        and ${party} and at >= @from and at < @until order by at, id`,
    )
    .all({ ...about, ...span }) as PlannedMeeting[]
}

export function isPlanned(store: Store, activity: number): boolean {
  const outcome = store.db.prepare('select outcome from activities where id = ?').pluck().get(activity)
  return typeof outcome === 'string' && foldKey(outcome) === PLANNED
}

export function meetingAt({ db }: Store, id: number): Moment {
  const { at, precision } = db.prepare('select at, precision from activities where id = ?').get(id) as {
    at: number
    precision: number
  }
  return { at, precision: nameOf(PRECISIONS, precision) }
}

/** How what was planned, mostly a meeting, ended where nothing else is said. */
const DONE: Readonly<Record<ActivityKind, string | null>> = {
  ...{ meeting: HELD, call: 'answered', email: null, message: null, note: null },
}

/** A planned meeting took place; what is said of it stands after what was planned. */
export function holdMeeting(
  store: Store,
  operation: Operation,
  id: number,
  held: { when: Moment | null; outcome: string | null; text: string | null; duration: number | null },
): void {
  const { kind, text: before } = store.db
    .prepare('select kind, text from activities where id = ?')
    .get(id) as { kind: ActivityKind; text: string | null }
  operation.update('activities', id, {
    outcome: held.outcome ?? DONE[kind],
    ...(held.when !== null && { at: held.when.at, precision: codeOf(PRECISIONS, held.when.precision) }),
    ...(held.text !== null && { text: before === null ? held.text : `${before} – ${held.text}` }),
    ...(held.duration !== null && { duration: held.duration }),
  })
}

/** A planned meeting did not take place; one that was called off before its time, as of now. */
export function callOff(store: Store, operation: Operation, id: number, said: string | null): void {
  const { text, at } = store.db.prepare('select text, at from activities where id = ?').get(id) as {
    text: string | null
    at: number
  }
  operation.update('activities', id, {
    outcome: NOT_HELD,
    ...(said !== null && { text: text === null ? said : `${text} – ${said}` }),
    ...(at > operation.at && { at: operation.at, precision: codeOf(PRECISIONS, 'moment') }),
  })
}

/** A planned meeting will be at another time. */
export function moveMeeting(
  operation: Operation,
  id: number,
  when: Moment,
  place: string | null = null,
  duration: number | null = null,
): void {
  operation.update('activities', id, {
    at: when.at,
    precision: codeOf(PRECISIONS, when.precision),
    ...(place !== null && { place }),
    ...(duration !== null && { duration }),
  })
}

/** A planned meeting is another manager's from now on; null for nobody's. */
export function giveMeeting(operation: Operation, id: number, manager: number | null): void {
  operation.update('activities', id, { manager_id: manager })
}

/** The operation in force that marked an activity as no longer planned; null where none did. */
export function markedBy({ db }: Store, id: number): number | null {
  const found = db
    .prepare(
      `select c.op from changes c join operations o on o.id = c.op
        where c.table_name = 'activities' and c.row_id = @id and c.row_until = @id
          and c.before ->> '$.outcome' = '${PLANNED}' and c.after ->> '$.outcome' is not '${PLANNED}'
          and o.retracted_at is null and o.undoes is null order by c.op desc limit 1`,
    )
    .pluck()
    .get({ id })
  return typeof found === 'number' ? found : null
}
