import { EXIT, Fault, type Say } from '../../errors.ts'
import { saveProfile } from '../../store/import/profiles.ts'
import { Staging } from '../../store/import/staging.ts'
import type { Operation } from '../../store/operation.ts'
import type { Store } from '../../store/store.ts'
import type { ColumnProblem } from '../../transfer/columns.ts'
import type { Finding } from '../../transfer/findings.ts'
import { hasRejectColumns, type LeftAside, type Rejects, writeRejects } from '../../transfer/rejects.ts'
import { Survey, type Surveyed } from '../../transfer/survey.ts'
import type { Words } from '../../words/words.ts'
import type { Context } from '../context.ts'
import { checkTarget, workspaceFiles } from '../workspace/target.ts'
import {
  type Counts,
  closingOf,
  type ImportAnswer,
  type ImportReport,
  importAnswer,
  NO_COUNTS,
  nothingTaken,
  problemsSaid,
} from './answer.ts'
import { mayAsk } from './ask.ts'
import { askAside } from './ask-aside.ts'
import { backUpBefore, forgetOldCopies } from './backup.ts'
import { explainColumns } from './columns.ts'
import { nextOf } from './next.ts'
import { commandWith, type ImportOptions, type Settled } from './options.ts'
import { account, eachRow, type ImportSource, knowsNumbers } from './source.ts'
import { type ImportRun, type ImportTask, surveyOf, type Taken } from './task.ts'
import { type Told, writtenTold } from './told.ts'

interface Outcome {
  readonly taken: Taken
  readonly counts: Counts
  readonly problems: readonly Finding[]
  readonly rejects: Rejects | undefined
}

/** How far a write has come. `copy` is where the workspace as it was before is kept. */
interface Done {
  outcome?: Outcome
  copy?: string | null
  told?: Told
}

/** One import: a first pass that decides how to read the file, a second that writes it, all or nothing. */
export class TwoPassImport implements ImportRun {
  readonly options: ImportOptions
  readonly system: string
  readonly now: number

  constructor(
    readonly context: Context,
    readonly store: Store,
    private readonly settled: Settled,
    readonly source: ImportSource,
    private readonly task: ImportTask,
    /** The person was told of its problems already. */
    private readonly isTold = false,
  ) {
    this.options = settled.options
    this.system = this.options.system ?? task.claims.system ?? 'file'
    this.now = context.now(store.zone)
  }

  async run(): Promise<ImportAnswer> {
    const { context, options, source, store, task } = this
    this.#checkRejects()
    if (options.explain)
      return { ...(await explainColumns(source, task.entity, task.claims)), operation: null }
    const problems = [...task.claims.problems, ...task.lacks()]
    if (problems.length > 0) return this.#refuse(problems)
    const survey = new Survey(surveyOf(task, store), knowsNumbers(source.table))
    const rows = await eachRow(context, source.table, (row) => survey.see(row))
    const surveyed = survey.conclude({
      dateOrder: options.dateOrder ?? task.claims.dateOrder,
      decimal: options.decimal,
      usualDecimal: task.claims.decimal,
    })
    if (surveyed.problems.length > 0) return this.#refuse(surveyed.problems)
    return this.#write(rows, surveyed)
  }

  /** Rows put aside before may be put aside again into the same file: whatever is not in it any more is taken in. */
  #checkRejects(): void {
    const { context, options, source } = this
    if (options.rejects === undefined) return
    const read = hasRejectColumns(source.table.headers) ? [] : [options.file]
    const path = options.rejects === '-' ? '' : options.rejects
    checkTarget('--rejects', path, [...workspaceFiles(context.path), ...read])
  }

  /** The file as a whole cannot be taken: nothing is read of its rows. */
  #refuse(problems: readonly ColumnProblem[]): ImportAnswer {
    const line = this.source.table.headerLine
    const { columns, known: fields } = this.task.claims
    const known = columns.some(({ use }) => use === 'unclaimed') ? fields.join(', ') : ''
    const findings = problems.map(({ column, say }) => ({ line, column, value: '', say }))
    return importAnswer(
      {
        ...this.#head(null),
        rows: null,
        counts: NO_COUNTS,
        operation: null,
        problems: findings,
        warnings: this.#ofTable(),
        facts: [],
        more: {},
        next: [],
        refused: true,
        closing: [
          ...(known === '' ? [] : [(w: Words) => w.import.fieldsAre({ known })]),
          (w) => w.import.refused,
        ],
      },
      this.context,
    )
  }

  #head(
    dateOrder: string | null,
  ): Omit<
    ImportReport,
    | 'rows'
    | 'counts'
    | 'operation'
    | 'refused'
    | 'problems'
    | 'warnings'
    | 'facts'
    | 'more'
    | 'next'
    | 'closing'
  > {
    const { table, name } = this.source
    return {
      entity: this.task.entity,
      file: name,
      system: this.system,
      kind: table.kind,
      encoding: table.encoding,
      delimiter: table.delimiter,
      sheet: table.sheet,
      dateOrder,
      dryRun: this.context.dryRun,
    }
  }

  /** What was odd about the rows before anything was made of them. */
  #ofTable(): Finding[] {
    return this.source.table.warnings.map((warning) => ({ ...warning, column: '', value: '' }))
  }

  async #write(rows: number, surveyed: Surveyed): Promise<ImportAnswer> {
    const { context, store } = this
    Staging.prepare(store.db)
    const summary: Record<string, unknown> = {}
    const request = {
      command: commandWith(context, this.settled.flags),
      now: this.now,
      origin: 'import' as const,
      dryRun: context.dryRun,
      summary,
      written: (operation: Operation) => {
        done.told = writtenTold(store, operation)
      },
    }
    const done: Done = {}
    try {
      const { operation } = await store.writeFrom(request, async (operation) => {
        const outcome = await this.#apply(operation, surveyed, rows)
        done.outcome = outcome
        Object.assign(summary, {
          entity: this.task.entity,
          file: this.source.name,
          system: this.system,
          ...outcome.counts,
        })
        if (outcome.problems.length > 0 && this.options.rejects === undefined) throw new NothingWritten()
        done.copy = backUpBefore(context, store, outcome.counts)
      })
      if (done.copy) forgetOldCopies(store.path)
      return this.#answer(rows, surveyed, done, operation, done.outcome?.rejects?.keep())
    } catch (error) {
      if (!(error instanceof NothingWritten)) {
        done.outcome?.rejects?.drop()
        throw error
      }
      return this.#withoutBad(rows, surveyed, done)
    }
  }

  /** A person may have the good rows written all the same, and the others put aside. */
  async #withoutBad(rows: number, surveyed: Surveyed, done: Done): Promise<ImportAnswer> {
    const { context, options, source, store, task } = this
    const { counts, problems } = outcomeOf(done)
    if (!mayAsk(context, options) || context.dryRun || counts.rejected === rows)
      return this.#answer(rows, surveyed, done, null)
    for (const say of problemsSaid(source.name, problems)) context.tell(say)
    const rejects = await askAside(context, source, options.file, { rejected: counts.rejected, rows })
    const settled =
      rejects === undefined
        ? this.settled
        : {
            options: { ...options, rejects },
            flags: [...this.settled.flags, { flag: '--rejects', value: rejects }],
          }
    const run = new TwoPassImport(context, store, settled, source, task, true)
    return rejects === undefined ? run.#answer(rows, surveyed, done, null) : run.#write(rows, surveyed)
  }

  async #apply(operation: Operation, surveyed: Surveyed, rows: number): Promise<Outcome> {
    const { context, store, options, source } = this
    const taken = await this.task.apply(operation, surveyed, this)
    if (options.saveProfile !== undefined)
      saveProfile(store, operation, options.saveProfile, JSON.stringify(options.kept))
    const problems = [...taken.problems].sort((a, b) => a.line - b.line)
    const rejected = new Set(problems.map(({ line }) => line)).size
    const counts = { ...taken.counts, rejected }
    await account(context, source, counts, rows)
    const writes = problems.length > 0 && options.rejects !== undefined && !context.dryRun
    return {
      taken,
      counts,
      problems,
      rejects: writes
        ? await writeRejects(source.table, problems, options.rejects ?? '', context.words)
        : undefined,
    }
  }

  #answer(
    rows: number,
    surveyed: Surveyed,
    done: Done,
    operation: number | null,
    aside?: LeftAside,
  ): ImportAnswer {
    const { copy = null, told } = done
    const outcome = outcomeOf(done)
    const { taken, problems } = outcome
    const refused = problems.length > 0 && this.options.rejects === undefined
    const counts = refused ? nothingTaken(outcome.counts) : outcome.counts
    const closing = closingOf(counts.rejected, refused, {
      aside,
      dryRun: this.context.dryRun,
      path: this.options.rejects ?? '',
      profile: this.options.saveProfile,
    })
    const outdone = this.task.claims.columns.filter(({ use }) => use === 'outdone')
    const notes: Say[] = outdone.map(
      ({ header, what }) =>
        (w) =>
          w.import.outdone({ header, field: what }),
    )
    const answer = importAnswer(
      {
        ...this.#head(surveyed.orders.join(',') || null),
        rows,
        counts,
        operation,
        problems,
        warnings: [...this.#ofTable(), ...taken.warnings],
        facts: [
          ...(refused ? [] : [...taken.facts, ...(told?.facts ?? [])]),
          ...(copy === null ? [] : [(w: Words) => w.import.copied({ path: copy })]),
        ],
        more: {
          ...(refused ? {} : { ...taken.more, ...told?.more }),
          ...(copy === null ? {} : { backup: copy }),
        },
        next:
          operation === null
            ? []
            : nextOf(operation, this.options, this.task, {
                setAside: counts.rejected > 0 && aside === undefined,
                orders: surveyed.orders,
              }),
        refused,
        closing: [...notes, ...closing],
        isTold: this.isTold,
      },
      this.context,
    )
    return aside === undefined ? answer : { ...answer, exit: EXIT.cannotCreate }
  }
}

function outcomeOf({ outcome }: Done): Outcome {
  if (outcome === undefined) throw new Fault('an import ended without an outcome')
  return outcome
}

/** Thrown inside the transaction to take everything back. */
class NothingWritten extends Error {}
