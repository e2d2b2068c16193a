import type { ActivityRecord, TaskRecord } from '../domain/records/exported.ts'
import { typedId } from './export-cells.ts'
import { type Columns, type ExportContext, makers } from './export-column.ts'

/**
 * Columns of activities and tasks. As in other exports: who is named is written by name beside the typed id; `deal` is
 * the title, `dealId` counts only where the deal of that number has that title. Durations are seconds.
 */
function aboutColumns<R extends Pick<ActivityRecord, 'manager' | 'contact' | 'company' | 'deal'>>(
  context: ExportContext,
): Columns<R> {
  const make = makers<R>(context)
  return [
    make.text('manager', ({ manager }) => manager),
    make.text('contact', ({ contact }) => contact?.name ?? null),
    make.plain('contactId', ({ contact }) => (contact === null ? null : typedId('c', contact.id))),
    make.text('company', ({ company }) => company?.name ?? null),
    make.plain('companyId', ({ company }) => (company === null ? null : typedId('o', company.id))),
    make.text('deal', ({ deal }) => deal?.name ?? null),
    make.plain('dealId', ({ deal }) => (deal === null ? null : typedId('d', deal.id))),
  ]
}

/** The columns of `export activities`. */
export function activityColumns(context: ExportContext): Columns<ActivityRecord> {
  const make = makers<ActivityRecord>(context)
  return [
    make.plain('id', ({ id }) => typedId('a', id)),
    make.text('externalSystem', ({ externalSystem }) => externalSystem),
    make.text('externalId', ({ externalId }) => externalId),
    make.plain('kind', ({ kind }) => kind),
    make.plain('direction', ({ direction }) => direction),
    make.text('outcome', ({ outcome }) => outcome),
    make.moment('at', ({ at }) => at),
    make.count('duration', ({ duration }) => duration),
    ...aboutColumns<ActivityRecord>(context),
    make.text('text', ({ text }) => text),
    make.text('place', ({ place }) => place),
    make.text('phone', ({ phone }) => phone),
  ]
}

/** The columns of `export tasks`. */
export function taskColumns(context: ExportContext): Columns<TaskRecord> {
  const make = makers<TaskRecord>(context)
  return [
    make.plain('id', ({ id }) => typedId('t', id)),
    make.text('externalSystem', ({ externalSystem }) => externalSystem),
    make.text('externalId', ({ externalId }) => externalId),
    make.text('text', ({ text }) => text),
    ...aboutColumns<TaskRecord>(context),
    make.moment('due', ({ due }) => due),
    make.plain('priority', ({ priority }) => priority),
    make.plain('state', ({ state }) => state),
    make.moment('doneAt', ({ doneAt }) => doneAt),
    make.text('result', ({ result }) => result),
    make.text('recurrence', ({ recurrence }) => recurrence),
    make.count('postponed', ({ postponed }) => postponed),
    make.moment('createdAt', ({ createdAt }) => createdAt),
  ]
}
