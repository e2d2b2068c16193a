import { foldKey } from '../domain/names/name.ts'
import type { PlannedTouch } from '../domain/records/planned-touch.ts'
import { PRIORITIES, type Priority, TASK_STATES } from '../domain/task.ts'
import { isDone, isTaskKind, kindOf } from './activity-texts.ts'
import type { Finding } from './findings.ts'
import { OTHERWISE, type PassedOver } from './passed-over.ts'
import type { Row } from './table.ts'
import { TOUCH_FIELDS, TouchCells, type TouchRowContext } from './touch-cells.ts'

const OWN_FIELDS = [
  'due',
  'dueTime',
  'priority',
  'state',
  'doneAt',
  'result',
  'recurrence',
  'postponed',
  'created',
  'kind',
] as const
type OwnField = (typeof OWN_FIELDS)[number]

export const TASK_FIELDS = [...OWN_FIELDS, ...TOUCH_FIELDS] as const
export const TASK_DATES = ['due', 'doneAt', 'created'] as const

type Said = Record<string, string | number>

const PRIORITY_WORDS: Readonly<Record<Priority, string>> = {
  high: 'high highest urgent important hot высокий высокая срочно важно срочная высоко високий висока терміново важливо',
  normal:
    'normal medium none средний средняя обычный обычная нормальный середній середня звичайний звичайна нормальний',
  low: 'low lowest низкий низкая неважно низький низька неважливо',
}

/** Turns the rows of a file into tasks. Pure but for `manager`, which may make one. */
export class TaskRows {
  readonly #touch: TouchCells<OwnField>

  constructor(context: TouchRowContext) {
    this.#touch = new TouchCells(context, OWN_FIELDS)
  }

  get warnings(): readonly Finding[] {
    return this.#touch.cells.warnings
  }

  /** The task of a row, or what is wrong with it. */
  read(row: Row): PlannedTouch | readonly Finding[] | PassedOver {
    const { cells } = this.#touch
    cells.turn(row)
    if (row.problem !== undefined) return cells.problems
    const kind = cells.text('kind')
    if (!isTaskKind(kind) && kindOf(kind) !== undefined) return OTHERWISE
    const said: Said = {}
    this.#touch.sayText(said)
    if (said['text'] === undefined) cells.problem('text', (w) => w.tasks.noText)
    this.#sayMoment(said, 'due', 'due_at', 'due_precision', 'dueTime')
    this.#sayMoment(said, 'doneAt', 'done_at', 'done_precision')
    this.#sayMoment(said, 'created', 'created_at', 'created_precision')
    this.#sayState(said)
    this.#sayPriority(said)
    for (const field of ['result', 'recurrence'] as const)
      if (cells.text(field) !== '') said[field] = cells.text(field)
    const postponed = cells.text('postponed')
    if (/^\d{1,6}$/.test(postponed)) said['postponed'] = Number(postponed)
    else if (postponed !== '') cells.problem('postponed', (w) => w.tasks.noCount({ text: postponed }))
    const phone = this.#touch.phone()
    const about = this.#touch.about(said, phone)
    if (!this.#touch.isOwn) keepNumber(said, about.contact, phone)
    const identity = this.#touch.identity(() => this.#ownKey(said))
    if (identity === undefined || cells.problems.length > 0) return cells.problems
    return {
      line: row.line,
      ...identity,
      ...about,
      manager: this.#touch.manager(said, cells.text('manager')),
      said,
    }
  }

  #sayMoment(said: Said, field: OwnField, at: string, precision: string, timeField?: OwnField): void {
    const moment = this.#touch.moment(field, timeField)
    if (moment === null) return
    said[at] = moment.at
    said[precision] = moment.precision
  }

  #sayState(said: Said): void {
    const { cells } = this.#touch
    const text = cells.text('state')
    const known = TASK_STATES.find((state) => state === text)
    const done = isDone(text)
    if (known !== undefined || done !== undefined) said['state'] = known ?? (done ? 'done' : 'open')
    else if (text !== '') cells.problem('state', (w) => w.tasks.unknownState({ text }))
    else if (said['done_at'] !== undefined) said['state'] = 'done'
  }

  #sayPriority(said: Said): void {
    const { cells } = this.#touch
    const text = cells.text('priority')
    if (text === '') return
    const key = foldKey(text)
    const found = PRIORITIES.find((one) => PRIORITY_WORDS[one].split(' ').includes(key))
    if (found === undefined)
      cells.problem('priority', (w) => w.tasks.unknownPriority({ text, known: PRIORITIES.join(', ') }))
    else said['priority'] = found
  }

  /** Of a recognised system's files without ids: all that does not change while a task is done. */
  #ownKey(said: Said): string {
    const { cells, context } = this.#touch
    if (context.claims.system === null) return ''
    const parts = [
      said['created_at'],
      cells.text('manager'),
      said['contact'],
      said['deal'],
      said['text'],
      said['due_at'],
    ]
    return parts.map((part) => part ?? '').join(' | ')
  }
}

/** A task has no number of its own: that of a client without a name stands in its text, so that it is not lost. */
function keepNumber(said: Said, contact: PlannedTouch['contact'], phone: string): void {
  const text = said['text']
  if (phone === '' || text === undefined || contact?.name != null || contact?.id != null) return
  if (!String(text).includes(phone)) said['text'] = `${text} · ${phone}`
}
