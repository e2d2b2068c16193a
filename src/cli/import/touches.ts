import { ACTIVITY_KINDS, type ActivityKind } from '../../domain/activity.ts'
import { foldKey } from '../../domain/names/name.ts'
import type { PlannedTouch, TouchKind } from '../../domain/records/planned-touch.ts'
import { type Say, UsageError } from '../../errors.ts'
import type { ManagersMet } from '../../store/import/managers.ts'
import { TouchLinks } from '../../store/import/touch-links.ts'
import { TouchStaging } from '../../store/import/touch-staging.ts'
import { applyTouches, type TouchesApplied } from '../../store/import/touches.ts'
import type { Operation } from '../../store/operation.ts'
import { phoneRegion } from '../../store/people/contact-keys.ts'
import type { Store } from '../../store/store.ts'
import {
  ACTIVITY_DATES,
  ACTIVITY_FIELDS,
  ActivityRows,
  isCallLog,
  kindOfFile,
} from '../../transfer/activity-rows.ts'
import { claimColumns } from '../../transfer/claiming.ts'
import { type Claims, OWN_EXPORT } from '../../transfer/columns.ts'
import type { Finding } from '../../transfer/findings.ts'
import type { PassedOver } from '../../transfer/passed-over.ts'
import { SKIP } from '../../transfer/stages.ts'
import type { SurveyColumns, Surveyed } from '../../transfer/survey.ts'
import type { Row } from '../../transfer/table.ts'
import { TASK_DATES, TASK_FIELDS, TaskRows } from '../../transfer/task-rows.ts'
import type { TouchRowContext } from '../../transfer/touch-cells.ts'
import type { Words } from '../../words/words.ts'
import type { Run } from '../command.ts'
import { importing } from './importing.ts'
import { managerBook } from './managers.ts'
import type { ImportOptions } from './options.ts'
import { eachRow } from './source.ts'
import type { ImportRun } from './task.ts'
import {
  columnsOf,
  fixedOf,
  hasIdentity,
  type ImportTask,
  idHeader,
  type Lack,
  NO_ID,
  type Taken,
} from './task.ts'
import { managersTold } from './told.ts'

/** What is peculiar to activities, or to tasks. */
interface Shape {
  readonly fields: readonly string[]
  readonly dates: readonly string[]
  lacks(claims: Claims): readonly Lack[]
  reader(context: TouchRowContext, options: ImportOptions): TouchReader
}

interface TouchReader {
  readonly warnings: readonly Finding[]
  read(row: Row): PlannedTouch | readonly Finding[] | PassedOver
}

const SHAPES: Readonly<Record<TouchKind, Shape>> = {
  activities: {
    fields: ACTIVITY_FIELDS,
    dates: ACTIVITY_DATES,
    lacks: (claims) => {
      const { fields, fixed } = claims
      const known = ACTIVITY_KINDS.join(', ')
      const isKnown = fields.has('kind') || fixed.has('kind') || kindOfFile(claims) !== undefined
      return [
        ...(fields.has('at') || fields.has('deadline')
          ? []
          : [{ need: 'when' as const, column: '', say: (w: Words) => w.activities.noAtColumn }]),
        ...(isKnown
          ? []
          : [{ need: 'kind' as const, column: '', say: (w: Words) => w.activities.noKindColumn({ known }) }]),
      ]
    },
    reader: (context, { kind }) => new ActivityRows({ ...context, kinds: parseKinds(kind) }),
  },
  tasks: {
    fields: TASK_FIELDS,
    dates: TASK_DATES,
    lacks: ({ fields }) =>
      fields.has('text') ? [] : [{ need: 'text', column: '', say: (w) => w.tasks.noTextColumn }],
    reader: (context) => new TaskRows(context),
  },
}

export const importActivities = importTouches('activities')
export const importTasks = importTouches('tasks')

function importTouches(kind: TouchKind): Run {
  return importing(kind, (store, { table }) => ({
    task: (options) =>
      new TouchImport(kind, claimColumns(kind, SHAPES[kind].fields, table.headers, options), store, options),
  }))
}

/** Activities or tasks: labels about contacts, companies and deals that are here already, or not yet. */
class TouchImport implements ImportTask {
  readonly #shape: Shape
  readonly #isLog: boolean

  constructor(
    readonly entity: TouchKind,
    readonly claims: Claims,
    private readonly store: Store,
    private readonly options: ImportOptions,
  ) {
    this.#shape = SHAPES[entity]
    this.#isLog = entity === 'activities' && isCallLog(claims)
  }

  /** A call log has a key of its own, and so have the files of recognised systems. */
  lacks(): readonly Lack[] {
    const { claims, options } = this
    const isKnown = this.#isLog || claims.system !== null || options.key !== undefined
    return [...this.#shape.lacks(claims), ...(isKnown || hasIdentity(claims) ? [] : [NO_ID])]
  }

  surveyed(): SurveyColumns {
    return { dates: columnsOf(this.claims, this.#shape.dates), amounts: [] }
  }

  look(): string {
    return this.entity === 'activities' ? 'voronka activity list' : 'voronka task list'
  }

  async apply(operation: Operation, surveyed: Surveyed, run: ImportRun): Promise<Taken> {
    const { store, options, claims, entity } = this
    const own = claims.system === OWN_EXPORT
    const managers = managerBook(store, operation, options, own)
    const rows = this.#shape.reader(
      {
        claims,
        dates: surveyed.dates,
        amounts: surveyed.amounts,
        fixed: fixedOf(claims, run, this.#shape.dates),
        system: run.system,
        guarded: run.source.table.marked,
        zone: store.zone,
        region: phoneRegion(store),
        manager: (name) => managers.id(name),
      },
      options,
    )
    const links = new TouchLinks(store, operation, { system: run.system, own })
    const staging = new TouchStaging(store.db, entity, links)
    const problems: Finding[] = []
    const apart: Record<PassedOver, number> = { internal: 0, leftOut: 0, otherwise: 0 }
    await eachRow(run.context, run.source.table, (row) => {
      const read = rows.read(row)
      if (typeof read === 'string') apart[read]++
      else if ('said' in read) staging.add(read)
      else problems.push(...read)
    })
    const applied = applyTouches(store.db, operation, staging, {
      existing: options.existing,
      own,
      legs: this.#isLog,
    })
    staging.close()
    for (const problem of applied.problems) problems.push({ ...problem, column: idHeader(claims) })
    const { created, updated, unchanged, skipped, merged } = applied
    const passed = apart.internal + apart.leftOut + apart.otherwise
    return {
      counts: { created, updated, unchanged, skipped: skipped + passed, merged },
      problems,
      warnings: rows.warnings,
      facts: factsOf(entity, applied, { managers, links, apart }),
    }
  }
}

interface Told {
  readonly managers: ManagersMet
  readonly links: TouchLinks
  readonly apart: Readonly<Record<PassedOver, number>>
}

function factsOf(kind: TouchKind, { kept }: TouchesApplied, { managers, links, apart }: Told): Say[] {
  const facts: Say[] = []
  if (kept > 0) facts.push((w) => w.import.kept({ count: kept }))
  facts.push(...managersTold(managers))
  const [number] = managers.made.filter((name) => /^\d+$/.test(name))
  if (number !== undefined) facts.push((w) => w.activities.whoseNumber({ number }))
  if (links.made > 0) facts.push((w) => w.import.newContacts({ count: links.made }))
  const { internal, otherwise } = apart
  if (internal > 0) facts.push((w) => w.activities.internal({ count: internal }))
  const other = kind === 'activities' ? 'tasksApart' : 'notTasks'
  if (otherwise > 0) facts.push((w) => w.activities[other]({ count: otherwise }))
  if (links.strangers.size > 0) facts.push(sayStrangers(links.strangers))
  if (links.lost > 0) facts.push((w) => w.activities.lost({ count: links.lost }))
  return facts
}

/** So many numbers that nobody has are named, those with most calls first. */
const MOST_STRANGERS = 5

function sayStrangers(strangers: ReadonlyMap<string, number>): Say {
  const calls = [...strangers.values()].reduce((a, b) => a + b, 0)
  const numbers = [...strangers].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  const first = numbers.slice(0, MOST_STRANGERS).map(([number, n]) => (n > 1 ? `${number} (${n})` : number))
  return (w) =>
    w.activities.strangers({
      calls,
      numbers: numbers.length,
      first: first.join(', '),
      more: numbers.length - first.length,
    })
}

const KINDS = [...ACTIVITY_KINDS, SKIP] as const

/** `--kind TEXT=KIND`, or `TEXT=skip`; a blank text is a blank cell. Throws UsageError for what is no kind. */
function parseKinds(texts: readonly string[]): Map<string, ActivityKind | typeof SKIP> {
  return new Map(
    texts.map((text) => {
      const cut = text.lastIndexOf('=')
      const meant = text
        .slice(cut + 1)
        .trim()
        .toLowerCase()
      const kind = KINDS.find((known) => known === meant)
      if (cut < 0 || kind === undefined)
        throw new UsageError((w) => w.activities.badKind({ text, known: KINDS.join(', ') }))
      return [foldKey(text.slice(0, cut)), kind] as const
    }),
  )
}
