import type { Origin } from '../domain/deal.ts'
import { foldName } from '../domain/names/name.ts'
import type { Pipeline, Stage } from '../domain/pipeline.ts'
import { dayNumber } from '../domain/time/date.ts'
import type { Zone } from '../domain/time/zone.ts'
import { Fault, UserError } from '../errors.ts'
import type { Database } from './database.ts'
import { type ProjectionContext, project, readTold, type Told } from './deals/projection.ts'
import { type BuiltOn, refuseTakenIds, restoreLabels, retract, type UndoResult } from './journal/undo.ts'
import { type PartlyUndone, retractUntouched } from './journal/undo-untouched.ts'
import { keepUp } from './kept/upkeep.ts'
import { explain, type OpenOptions, openDatabase, openInMemory } from './open.ts'
import { Operation } from './operation.ts'
import { LaidOver } from './past/known-at.ts'
import type { Manager } from './people/managers.ts'
import { areRead, ReadLabels } from './read-labels.ts'
import type { Settings } from './settings.ts'

export interface WriteRequest {
  /** What the journal says was done, e.g. the words of the command. */
  command: string
  /** The moment of the operation, ms UTC. */
  now: number
  origin?: Origin
  /** Do everything, then take it all back. */
  dryRun?: boolean
  /** Facts for the journal, filled by the body. */
  summary?: Record<string, unknown>
  /** Looks at what is written when the copies of it are made, on a dry run too. */
  written?: (operation: Operation) => void
}

export interface Written<T> {
  result: T
  /** What `voronka undo` takes; null when nothing was changed (or on a dry run). */
  operation: number | null
}

/** The workspace: one SQLite file behind one door. Reads are plain functions on it; writes are operations. */
export class Store {
  readonly #labels: ReadLabels
  #batch: { operation: Operation; apart: boolean } | undefined
  readonly #laid = new LaidOver()
  #told: { deal: number; changes: unknown; told: Told | undefined } | undefined

  constructor(
    readonly db: Database,
    readonly path: string,
    adoptZone?: (zone: string) => boolean,
  ) {
    this.#labels = new ReadLabels(db, adoptZone)
  }

  static open(path: string, options: OpenOptions = {}, adoptZone?: (zone: string) => boolean): Store {
    return new Store(openDatabase(path, options), path, adoptZone)
  }

  static inMemory(): Store {
    return new Store(openInMemory(), ':memory:')
  }

  get settings(): Settings {
    return this.#labels.settings
  }

  get zone(): Zone {
    return this.#labels.zone
  }

  get pipelines(): readonly Pipeline[] {
    return this.#labels.pipelines
  }

  get managers(): readonly Manager[] {
    return this.#labels.managers
  }

  pipeline(id: number): Pipeline {
    const found = this.pipelines.find((pipeline) => pipeline.id === id)
    if (found === undefined) throw new Fault(`pipeline ${id} is not there`)
    return found
  }

  stage(id: number): Stage {
    return this.#labels.stage(id)
  }

  get projection(): ProjectionContext {
    const { zone } = this
    return {
      stage: (id) => this.stage(id),
      dayOf: (at) => dayNumber(zone.dateOf(at)),
      foldTitle: foldName,
      told: (id) => this.told(id),
    }
  }

  /**
   * A deal as its rows in force tell it. A line of a batch asks for it again and again: there nobody else can write, so
   * that it is the same for as long as nothing was written here, and its first row for good: no line takes back another.
   */
  told(deal: number): Told | undefined {
    if (this.#batch === undefined) return readTold(this.db, deal)
    const changes = this.db.prepare('select total_changes()').pluck().get()
    const before = this.#told?.deal === deal ? this.#told : undefined
    if (before !== undefined && before.changes === changes) return before.told
    const told = readTold(this.db, deal, before?.told?.creation)
    this.#told = { deal, changes, told }
    return told
  }

  /**
   * Runs one change in one immediate transaction with its journal entry, and brings the copies of the touched deals
   * up to date. All or nothing: whatever is thrown takes everything back.
   */
  write<T>(request: WriteRequest, body: (operation: Operation) => T): Written<T> {
    if (this.#batch !== undefined) return this.#writePart(this.#batch, request, body)
    try {
      const operation = this.#begin(request)
      return this.#end(operation, body(operation), request)
    } catch (error) {
      throw this.#takeBack(error)
    } finally {
      this.forget()
    }
  }

  /** The same for a change that reads its input as it goes, such as an import of a large file. */
  async writeFrom<T>(request: WriteRequest, body: (operation: Operation) => Promise<T>): Promise<Written<T>> {
    if (this.#batch !== undefined) throw new UserError((w) => w.store.notInBatch)
    try {
      const operation = this.#begin(request)
      return this.#end(operation, await body(operation), request)
    } catch (error) {
      throw this.#takeBack(error)
    } finally {
      this.forget()
    }
  }

  /**
   * Makes all writes that the body does one operation. With `apart`, one that fails takes nothing back but itself, and
   * the body may go on; without, the body has to throw.
   */
  async batch<T>(request: WriteRequest, apart: boolean, body: () => Promise<T>): Promise<Written<T>> {
    return this.writeFrom(request, async (operation) => {
      this.#batch = { operation, apart }
      try {
        return await body()
      } finally {
        this.#batch = undefined
      }
    })
  }

  /** Takes an operation back; without a number, the last one in force that is no undo. */
  undo(request: WriteRequest, wanted?: number): Written<UndoResult> {
    if (this.#batch !== undefined) throw new UserError((w) => w.store.notInBatch)
    return this.write(request, (operation) => {
      const result = retract(this.db, wanted, operation)
      this.forget()
      // Deals brought back may be of people who are put back after them.
      this.db.raw.pragma('defer_foreign_keys = on')
      refuseTakenIds(this.db, result.undone, this.projection)
      project(this.db, result.touched, this.projection)
      for (const deal of result.touched) operation.renewed.add(deal)
      restoreLabels(this.db, result.undone, operation, this.zone)
      operation.addedInBulk()
      return result
    })
  }

  /** Takes back of an import what nobody has worked on since; `operation` is what `undo` itself refused. */
  undoUntouched(request: WriteRequest, { operation: { id, command } }: BuiltOn): Written<PartlyUndone> {
    return this.write({ ...request, summary: { partOf: id } }, (operation) =>
      retractUntouched(this.db, { id, command }, operation, this.projection),
    )
  }

  /**
   * From here on whatever is read is read as it was known at K (ms UTC), names and settings apart; null for all that is
   * known now, which is also what the next change begins with.
   */
  readAsKnown(knownAt: number | null): void {
    if (this.#laid.show(this, knownAt)) this.forget()
  }

  /** Runs a read, saying what went wrong in the user's words. */
  read<T>(body: (db: Database) => T): T {
    try {
      return body(this.db)
    } catch (error) {
      throw explain(error, this.path)
    }
  }

  get isOpen(): boolean {
    return this.db.raw.open
  }

  /** Within a change or a batch, which may yet be taken back. */
  get isWriting(): boolean {
    return this.db.raw.inTransaction
  }

  close(): void {
    this.db.raw.close()
  }

  /** Drops what was read of settings and labels; the next read sees the file. */
  forget(): void {
    this.#labels.forget()
    this.#told = undefined
  }

  #begin(request: WriteRequest): Operation {
    this.readAsKnown(null)
    this.db.raw.exec('begin immediate')
    this.forget()
    const id = Number(
      this.db.prepare('insert into operations(at, command) values (?, ?)').run(request.now, request.command)
        .lastInsertRowid,
    )
    return new Operation(this.db, id, request.now, request.origin ?? 'user')
  }

  #end<T>(operation: Operation, result: T, request: WriteRequest): Written<T> {
    this.forget()
    project(this.db, operation.touched, this.projection)
    if (operation.changed) keepUp(this, operation)
    request.written?.(operation)
    const keep = operation.changed && request.dryRun !== true
    if (keep) operation.finish(request.summary ?? {})
    this.db.end(keep)
    return { result, operation: keep ? operation.id : null }
  }

  /** A write of a batch: copies of deals are made at once, for the next one may ask for them. */
  #writePart<T>(
    { operation: whole, apart }: { operation: Operation; apart: boolean },
    request: WriteRequest,
    body: (operation: Operation) => T,
  ): Written<T> {
    this.readAsKnown(null)
    const part = whole.part()
    if (apart) this.db.prepare('savepoint part').run()
    try {
      const result = body(part)
      if (areRead(part.labels)) this.forget()
      if (part.touched.size > 0) project(this.db, part.touched, this.projection)
      request.written?.(part)
      if (apart) this.db.prepare('release part').run()
      whole.joined(part)
      return { result, operation: part.changed ? part.id : null }
    } catch (error) {
      if (apart && this.db.raw.inTransaction) this.db.raw.exec('rollback to part; release part')
      this.forget()
      throw explain(error, this.path)
    }
  }

  #takeBack(error: unknown): unknown {
    const { raw } = this.db
    if (raw.inTransaction) raw.exec('rollback')
    return explain(error, this.path)
  }
}
