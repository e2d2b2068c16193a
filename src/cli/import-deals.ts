import type { FieldValue } from '../domain/deal.ts'
import { type CustomField, parseFieldValue } from '../domain/field.ts'
import { foldKey } from '../domain/name.ts'
import type { Pipeline } from '../domain/pipeline.ts'
import { Fault, type Say, UserError } from '../errors.ts'
import { phoneRegion } from '../store/contact-keys.ts'
import { readFields } from '../store/fields.ts'
import { type Applied, applyDeals } from '../store/import-deals.ts'
import { ManagerBook } from '../store/import-managers.ts'
import type { StagedProblem } from '../store/import-repeats.ts'
import { makeStages, placeStages, type StagePlan } from '../store/import-stages.ts'
import { Staging } from '../store/import-staging.ts'
import type { Operation } from '../store/operation.ts'
import type { Store } from '../store/store.ts'
import { type Claims, type Column, claimColumns } from '../transfer/columns.ts'
import { type CustomColumn, DEAL_AMOUNTS, DEAL_DATES, DEAL_FIELDS, DealRows } from '../transfer/deal-rows.ts'
import type { Finding } from '../transfer/findings.ts'
import { type Rejects, writeRejects } from '../transfer/rejects.ts'
import { StageReader } from '../transfer/stages.ts'
import { Survey, type Surveyed } from '../transfer/survey.ts'
import type { Answer, Run } from './command.ts'
import type { Context } from './context.ts'
import { type Counts, type ImportReport, importAnswer, NO_COUNTS } from './import-answer.ts'
import { explainColumns } from './import-columns.ts'
import { type ImportOptions, readImportOptions, saveProfile } from './import-options.ts'
import { eachRow, type ImportSource, openSource } from './import-source.ts'

export const importDeals: Run = async (context, typed): Promise<Answer> => {
  const store = context.open('write')
  const options = readImportOptions(typed, store)
  const source = await openSource(context, options)
  try {
    return await new DealImport(context, store, options, source).run()
  } finally {
    source.close()
  }
}

/** What a run of the second pass found and did. */
interface Outcome {
  applied: Applied
  counts: Counts
  managers: readonly string[]
  problems: Finding[]
  warnings: readonly Finding[]
  rejects: Rejects | undefined
}

class DealImport {
  readonly #claims: Claims
  readonly #system: string
  readonly #now: number

  constructor(
    private readonly context: Context,
    private readonly store: Store,
    private readonly options: ImportOptions,
    private readonly source: ImportSource,
  ) {
    this.#claims = claimColumns('deals', DEAL_FIELDS, source.table.headers, options)
    this.#system = options.system ?? this.#claims.system ?? 'file'
    this.#now = context.now(store.zone)
  }

  async run(): Promise<Answer> {
    const { context, options, source } = this
    const columns = this.#claims.columns
    if (options.explain) return explainColumns(source, columns)
    const problems = [...this.#claims.problems, ...this.#noIdentity()]
    if (problems.length > 0) return this.#refuse(problems)
    const survey = new Survey(this.#surveyed())
    const rows = await eachRow(context, source.table, (row) => survey.see(row))
    const surveyed = survey.conclude({
      dateOrder: options.dateOrder ?? this.#claims.dateOrder,
      decimal: options.decimal,
    })
    if (surveyed.problems.length > 0) return this.#refuse(surveyed.problems)
    return this.#write(rows, surveyed)
  }

  #noIdentity(): { column: string; say: Say }[] {
    const { fields, fixed, key } = this.#claims
    const known = key.length > 0 || fields.has('id') || fields.has('externalId') || fixed.has('id')
    return known || this.options.key !== undefined ? [] : [{ column: '', say: (w) => w.import.noIdColumn }]
  }

  #surveyed() {
    const of = (names: readonly string[]) => names.flatMap((name) => this.#claims.fields.get(name) ?? [])
    const dated = this.#customFields().flatMap(({ field, column }) =>
      field?.type === 'date' ? [column] : [],
    )
    const dates = [...of(DEAL_DATES), ...this.#claims.entered.map(({ column }) => column), ...dated]
    const unique = new Map(dates.map((column) => [column.index, column]))
    return {
      dates: [...unique.values()].sort((a, b) => a.index - b.index),
      amounts: of(DEAL_AMOUNTS),
      currency: this.store.settings.currency,
      zone: this.store.zone,
    }
  }

  #customFields(): { name: string; column: Column; field: CustomField | undefined }[] {
    const known = readFields(this.store.db, 'deal')
    return this.#claims.custom.map(({ name, column }) => ({
      name,
      column,
      field: known.find((field) => foldKey(field.name) === foldKey(name)),
    }))
  }

  /** The file as a whole cannot be taken: nothing is read of its rows. */
  #refuse(problems: readonly { column: string; say: Say }[]): Answer {
    const line = this.source.table.headerLine
    const findings = problems.map(({ column, say }) => ({ line, column, value: '', say }))
    return importAnswer(
      {
        ...this.#head(null),
        rows: 0,
        counts: NO_COUNTS,
        operation: null,
        problems: findings,
        warnings: [],
        facts: [],
        closing: [(w) => w.import.refused],
      },
      this.context,
    )
  }

  #head(
    dateOrder: string | null,
  ): Pick<ImportReport, 'entity' | 'file' | 'system' | 'encoding' | 'delimiter' | 'dateOrder' | 'dryRun'> {
    const { table, name } = this.source
    return {
      entity: 'deals',
      file: name,
      system: this.#system,
      encoding: table.encoding,
      delimiter: table.delimiter,
      dateOrder,
      dryRun: this.context.dryRun,
    }
  }

  async #write(rows: number, surveyed: Surveyed): Promise<Answer> {
    const { context, store } = this
    Staging.prepare(store.db)
    const summary: Record<string, unknown> = {}
    const request = {
      command: context.commandLine,
      now: this.#now,
      origin: 'import' as const,
      dryRun: context.dryRun,
      summary,
    }
    const done: { outcome?: Outcome } = {}
    try {
      const { operation } = await store.writeFrom(request, async (operation) => {
        const outcome = await this.#apply(operation, surveyed)
        done.outcome = outcome
        Object.assign(summary, {
          entity: 'deals',
          file: this.source.name,
          system: this.#system,
          ...outcome.counts,
        })
        if (outcome.problems.length > 0 && this.options.rejects === undefined) throw new NothingWritten()
      })
      done.outcome?.rejects?.keep()
      return this.#answer(rows, surveyed, done.outcome, operation)
    } catch (error) {
      if (!(error instanceof NothingWritten)) {
        done.outcome?.rejects?.drop()
        throw error
      }
      return this.#answer(rows, surveyed, done.outcome, null)
    }
  }

  /** The second pass: rows to planned deals, and those to the workspace. Inside the transaction. */
  async #apply(operation: Operation, surveyed: Surveyed): Promise<Outcome> {
    const { context, store, options, source } = this
    const plan = this.#makeStages(operation)
    const pipeline = this.#pipeline(plan)
    const managers = new ManagerBook(store.managers, operation)
    const rows = new DealRows({
      claims: this.#claims,
      dates: surveyed.dates,
      amounts: surveyed.amounts,
      stages: new StageReader(store.pipelines, pipeline, options.stage),
      custom: this.#customColumns(operation, surveyed),
      system: this.#system,
      currency: store.settings.currency,
      zone: store.zone,
      region: phoneRegion(store),
      now: this.#now,
      manager: (name) => managers.id(name),
    })
    const staging = new Staging(store.db, store.projection)
    const problems: Finding[] = []
    await eachRow(context, source.table, (row) => {
      const read = rows.read(row)
      if ('creation' in read) staging.add(read)
      else problems.push(...read)
    })
    const applied = applyDeals(store, operation, staging, {
      existing: options.existing,
      linesAreProducts: this.#system === 'bitrix24' && this.#claims.fields.has('product'),
    })
    if (plan !== undefined) placeStages(store, operation, plan)
    for (const problem of applied.problems) problems.push(this.#found(problem))
    problems.sort((a, b) => a.line - b.line)
    staging.close()
    if (options.saveProfile !== undefined) saveProfile(store, operation, options.saveProfile, options.kept)
    const { created, updated, unchanged, skipped, merged } = applied
    const rejected = new Set(problems.map(({ line }) => line)).size
    const writes = problems.length > 0 && options.rejects !== undefined && !context.dryRun
    return {
      applied,
      counts: { created, updated, unchanged, skipped, merged, rejected },
      managers: managers.made,
      problems,
      warnings: rows.warnings,
      rejects: writes
        ? await writeRejects(source.table, problems, options.rejects ?? '', context.words)
        : undefined,
    }
  }

  /** A problem that showed among the other rows, in the words of the file's headers. */
  #found({ line, externalId, why }: StagedProblem): Finding {
    const { fields, key } = this.#claims
    const column = (key[0] ?? fields.get('id')?.[0])?.header ?? ''
    const headerOf = (field: string) => fields.get(field)?.[0]?.header ?? field
    const say: Say = (w) => {
      if (why.kind === 'exists') return w.import.existsAlready({ deal: `d${why.deal}` })
      if (why.kind === 'noStage') return w.import.noStageGiven
      return w.import.conflict({ lines: why.lines.join(', '), columns: why.fields.map(headerOf).join(', ') })
    }
    return { line, column, value: externalId, say }
  }

  #makeStages(operation: Operation): StagePlan | undefined {
    const { createStages: names, pipeline } = this.options
    if (names.length === 0) return undefined
    const { won, lost } = this.context.words.workspace
    const found = pipeline === undefined ? this.#default() : this.#named(pipeline)
    if (found === undefined && pipeline === undefined) throw new UserError((w) => w.import.noDefaultPipeline)
    return makeStages(this.store, operation, { pipeline: found ?? pipeline ?? '', names, won, lost })
  }

  #pipeline(plan: StagePlan | undefined): Pipeline {
    const { pipelines } = this.store
    const { pipeline: text } = this.options
    const found =
      plan !== undefined
        ? pipelines.find(({ id }) => id === plan.pipeline)
        : text === undefined
          ? this.#default()
          : this.#named(text)
    if (found !== undefined) return found
    if (text === undefined) throw new UserError((w) => w.import.noDefaultPipeline)
    const known = pipelines.map(({ name }) => name).join(', ')
    throw new UserError((w) => w.import.noSuchPipeline({ text, known }))
  }

  #default(): Pipeline | undefined {
    const { pipelines, settings } = this.store
    return pipelines.find(({ id }) => id === settings.pipeline) ?? pipelines[0]
  }

  #named(text: string): Pipeline | undefined {
    return this.store.pipelines.find(({ name }) => foldKey(name) === foldKey(text))
  }

  #customColumns(operation: Operation, surveyed: Surveyed): CustomColumn[] {
    return this.#customFields().map(({ name, column, field }) => {
      if (field === undefined) {
        const id = operation.insert('fields', { entity: 'deal', name, folded: foldKey(name), type: 'text' })
        return { id, column, read: (text) => text }
      }
      const reader = surveyed.dates.get(column.index)
      const { currency } = this.store.settings
      const when = { now: this.#now, zone: this.store.zone, lang: this.context.lang }
      const { decimal } = this.options
      const how = { currency, when, ...(decimal === undefined ? {} : { decimal }) }
      const read = (text: string): FieldValue | undefined => {
        if (reader === undefined) return parseFieldValue(field, text, how)
        const day = reader.read(text)
        return day === 'empty' || 'problem' in day ? undefined : this.store.zone.dateOf(day.at)
      }
      return { id: field.id, column, read }
    })
  }

  #answer(rows: number, surveyed: Surveyed, outcome: Outcome | undefined, operation: number | null): Answer {
    if (outcome === undefined) throw new Fault('an import ended without an outcome')
    const { applied, managers, problems, warnings } = outcome
    const refused = problems.length > 0 && this.options.rejects === undefined
    const counts = refused ? nothingTaken(outcome.counts) : outcome.counts
    const sum = Object.values(counts).reduce((a, b) => a + b, 0)
    if (sum !== rows) throw new Fault(`${rows} rows, but ${sum} are accounted for: ${JSON.stringify(counts)}`)
    const rejects = this.options.rejects ?? ''
    const closing: Say[] = refused
      ? [(w) => w.import.nothingWritten({ rejected: counts.rejected })]
      : problems.length > 0 && !this.context.dryRun
        ? [(w) => w.import.rejectsWritten({ rejected: counts.rejected, path: rejects })]
        : []
    const outdone = this.#claims.columns.filter(({ use }) => use === 'outdone')
    const notes: Say[] = outdone.map(
      ({ header, what }) =>
        (w) =>
          w.import.outdone({ header, field: what }),
    )
    return importAnswer(
      {
        ...this.#head(surveyed.orders.join(',') || null),
        rows,
        counts,
        operation,
        problems,
        warnings,
        facts: refused ? [] : factsOf(applied, managers, counts),
        closing: [...notes, ...closing],
      },
      this.context,
    )
  }
}

/** Thrown inside the transaction to take everything back. */
class NothingWritten extends Error {}

/** The good rows of a file that is not taken are passed over. */
function nothingTaken(counts: Counts): Counts {
  const { created, updated, skipped } = counts
  return { ...counts, created: 0, updated: 0, skipped: skipped + created + updated }
}

function factsOf(applied: Applied, managers: readonly string[], { rejected }: Counts): Say[] {
  const { advanced, movedBack, won, lost, gone, kept, companies, contacts } = applied
  const facts: Say[] = []
  if (advanced + movedBack + won + lost > 0)
    facts.push((w) => w.import.moved({ advanced, movedBack, won, lost }))
  // Rows with problems name deals too, so that who is no longer there cannot be told.
  if (gone > 0 && rejected === 0) facts.push((w) => w.import.gone({ count: gone }))
  if (kept > 0) facts.push((w) => w.import.kept({ count: kept }))
  if (managers.length > 0) facts.push((w) => w.import.newManagers(listOf(managers, managers.length)))
  if (companies.count > 0) facts.push((w) => w.import.newCompanies(listOf(companies.names, companies.count)))
  if (contacts > 0) facts.push((w) => w.import.newContacts({ count: contacts }))
  return facts
}

/** So many names are said, the others counted. */
const MOST_NAMES = 12

function listOf(names: readonly string[], count: number): { count: number; names: string; more: number } {
  const shown = names.slice(0, MOST_NAMES)
  return { count, names: shown.join(', '), more: count - shown.length }
}
