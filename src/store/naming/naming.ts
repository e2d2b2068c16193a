import { type Folded, fitting, offered, wordsOf } from '../../domain/names/matching.ts'
import { foldKey, foldName, formerly, parseTypedId, type RecordKind } from '../../domain/names/name.ts'
import { farFromName } from '../../domain/names/name-cases.ts'
import { isOneself } from '../../domain/names/oneself.ts'
import { type Pipeline, type Stage, stagesAt } from '../../domain/pipeline.ts'
import { type Say, UserError } from '../../errors.ts'
import type { NamedKind } from '../../words/naming.ts'
import { LANGS, type Lang, wordsFor } from '../../words/words.ts'
import type { Database } from '../database.ts'
import type { Store } from '../store.ts'
import type { LabelTable } from '../tables/schema.ts'

/**
 * Naming a record: what a text on the command line means. Each `findX` returns a row id, or throws a UserError:
 * `Ambiguous` when several fit (the command room asks about it on a terminal, see `chosen`), or one with the near
 * names. In this order: an external id exactly as written (`ext:W-7`) or a typed id (`c5`, `id:c5`), `.` for the record
 * last touched, an e-mail, a phone in any spelling, a name (folded, a unique beginning is enough). A merged record is
 * the one it was merged into.
 */
export interface Candidate {
  readonly id: number
  /** What to type for exactly this one: `c5`; of a stage or a pipeline, its name. */
  readonly key: string
  readonly name: string
  /** What tells it from its namesakes. */
  readonly hint: string | null
}

/** Several records fit: refused, and a choice among `candidates` where a person can be asked. */
export class Ambiguous extends UserError {
  constructor(
    kind: NamedKind,
    readonly text: string,
    readonly candidates: readonly Candidate[],
    say: Say = (w) =>
      w.naming.several({
        kind,
        text,
        found: candidates.slice(0, SHOWN).map(candidateText),
        count: candidates.length,
      }),
  ) {
    super(say)
  }
}

/** Nothing fits: refused with the near names; a command that writes also says how to make it (see the command room). */
export class NotThere extends UserError {
  constructor(
    readonly kind: NamedKind,
    readonly text: string,
    readonly near: readonly string[],
    within: string | undefined,
  ) {
    const p = { kind, text, near, list: LIST_COMMANDS[kind], ...(within === undefined ? {} : { within }) }
    super((w) => w.naming.none(p))
  }
}

/** `c5 Анна (балкон)`. */
export function candidateText({ key, name, hint }: Candidate): string {
  const said = key === name ? name : `${key} ${name}`
  return hint === null ? said : `${said} (${hint})`
}

/** Candidates named in a refusal; the others are counted. */
export const SHOWN = 10

/**
 * The id of the one candidate. Throws `Ambiguous` for several; for none `NotThere`, with the names that `near` says. The shared end of every finder, deals' included.
 */
export function pickOne(
  kind: NamedKind,
  text: string,
  candidates: readonly Candidate[],
  near: () => readonly string[],
  within?: string,
): number {
  const [only, second] = candidates
  if (only !== undefined && second === undefined) return only.id
  if (only !== undefined) throw new Ambiguous(kind, text, candidates)
  throw new NotThere(kind, text, near(), within)
}

const LIST_COMMANDS: Record<NamedKind, string> = {
  activity: 'voronka activity list',
  plan: 'voronka plan list',
  company: 'voronka company list',
  contact: 'voronka contact list',
  deal: 'voronka deal list',
  field: 'voronka field list',
  manager: 'voronka manager list',
  pipeline: 'voronka pipeline list',
  rule: 'voronka rule list',
  stage: 'voronka stage list',
  task: 'voronka task list',
}

/** The row id that a typed id of this kind names (`c5`, `id:c5`, Cyrillic look-alikes); undefined for other texts. */
export function typedIdOf(kind: RecordKind, text: string): number | undefined {
  const typed = parseTypedId(text.trim().replace(/^id:/i, ''))
  return typed?.kind === kind ? typed.id : undefined
}

/**
 * What `.` means: the row of a label table that the latest operation in force wrote. An import writes rows that nobody
 * has named, so after it there is none.
 */
function lastTouched(db: Database, table: LabelTable): number | undefined {
  const found = db
    .prepare(
      `select c.row_until as id, ${IS_IMPORT} as imported from changes c join operations o on o.id = c.op
      where c.table_name = ? and o.retracted_at is null and o.undoes is null
        and exists(select 1 from ${table} t where t.id = c.row_until)
      order by c.op desc, c.seq desc limit 1`,
    )
    .get(table) as { id: number; imported: number } | undefined
  return found?.imported === 0 ? found.id : undefined
}

/** Whether an operation `o` was an import: its summary names the file. */
export const IS_IMPORT = `json_extract(o.summary, '$.file') is not null`

export function findManager(store: Store, text: string): number {
  const managers = store.managers
  const survivor = (id: number) => survivorOf(managers, id)
  const alive = managers.filter((manager) => manager.mergedInto === null)
  const near = () =>
    offered(
      text,
      alive.map(({ name }) => name),
    )
  const typed = typedIdOf('manager', text) ?? dotOf(store.db, 'manager', 'managers', text)
  const byId = managers.find(({ id }) => id === typed)
  if (byId !== undefined) return survivor(byId.id)
  const email = text.trim().toLowerCase()
  const byEmail = managers.filter((manager) => manager.email?.toLowerCase() === email)
  const found =
    byEmail.length > 0
      ? byEmail
      : fitting(
          managers.map((item) => ({ item, names: [item.folded, ...item.aliases.map(foldKey)] })),
          foldKey(text),
          'person',
        )
  const { me } = store.settings
  if (found.length === 0 && isOneself(text)) {
    if (me === null) throw new UserError((w) => w.managers.meUnknown({ text: text.trim() }))
    return survivor(me)
  }
  const called = found.length > 0 ? found : inAnotherCase(alive, text)
  const ids = new Set(called.map(({ id }) => survivor(id)))
  const candidates = alive
    .filter(({ id }) => ids.has(id))
    .map(({ id, name, department }) => ({ id, key: `m${id}`, name, hint: department }))
  return pickOne('manager', text, candidates, near)
}

/** The one whose name it is in another case: `Ірині`, `Олегу`. */
function inAnotherCase<T extends { name: string }>(managers: readonly T[], text: string): T[] {
  const folded = foldName(text)
  const most = wordsOf(folded).length
  const found = managers.filter(({ name }) => (farFromName(folded, foldName(name)) ?? most + 1) <= most)
  return found.length === 1 ? found : []
}

export function findPipeline(store: Store, text: string): number {
  const { pipelines } = store
  const dot = dotOf(store.db, 'pipeline', 'pipelines', text)
  if (dot !== undefined) return dot
  const fit = fitting(foldedBy(pipelines), foldKey(text), 'label')
  const before = fit.length > 0 ? undefined : formerly(pipelines, foldKey(text))
  const found = before === undefined ? fit : [before]
  const near = () =>
    offered(
      text,
      pipelines.map(({ name }) => name),
    )
  return pickOne('pipeline', text, found.map(namedItself), near)
}

export interface StageScope {
  /** Look in this pipeline only; else in the default one, and if nothing fits there, in the others. */
  pipeline?: number
  /** The stages that hold at this moment, ms UTC; stages retired before are found by their whole name only. */
  at: number
}

/** An open stage or an outcome, by its name; `won` and `lost`, and what the three languages call them, too. */
export function findStage(store: Store, text: string, scope: StageScope): number {
  const first = scope.pipeline ?? store.settings.pipeline
  const { pipelines } = store
  const own = pipelines.find(({ id }) => id === first)
  const inFirst = own === undefined ? [] : stagesFitting(own, text, scope.at)
  const elsewhere = inFirst.length > 0 || scope.pipeline !== undefined ? [] : pipelines
  const found = [...inFirst, ...elsewhere.flatMap((pipeline) => stagesFitting(pipeline, text, scope.at))]
  const candidates = found.map(({ id, name, pipeline }) => {
    const hint = pipeline === own?.id ? null : store.pipeline(pipeline).name
    return { id, key: name, name, hint }
  })
  const shown =
    own === undefined ? [] : [...stagesAt(own, scope.at), ...outcomes(own)].map(({ name }) => name)
  return pickOne('stage', text, candidates, () => offered(text, shown), own?.name)
}

function stagesFitting(pipeline: Pipeline, text: string, at: number): Stage[] {
  const folded = foldKey(text)
  const exact = (stage: Stage) => foldKey(stage.name) === folded
  const current = [...stagesAt(pipeline, at), ...outcomes(pipeline)]
  const named = current.filter(exact)
  if (named.length > 0) return named
  const outcome = outcomeOf(folded)
  if (outcome !== undefined) return outcomes(pipeline).filter(({ kind }) => kind === outcome)
  const fit = fitting(foldedBy(current), folded, 'label')
  if (fit.length > 0) return fit
  const retired = pipeline.stages.filter(exact)
  const before = retired.length > 0 ? undefined : formerly(pipeline.stages, folded)
  return before === undefined ? retired : [before]
}

function outcomes(pipeline: Pipeline): Stage[] {
  return pipeline.stages.filter(({ kind }) => kind !== 'open')
}

/** `won`, `lost` and what a workspace made in any of the languages calls them. */
function outcomeOf(folded: string): 'won' | 'lost' | undefined {
  const called = (kind: 'won' | 'lost') => (lang: Lang) => foldKey(wordsFor(lang).workspace[kind]) === folded
  if (LANGS.some(called('won'))) return 'won'
  return LANGS.some(called('lost')) ? 'lost' : undefined
}

/** Who a merged manager has become. */
export function survivorOf(
  managers: readonly { id: number; mergedInto: number | null }[],
  id: number,
): number {
  const into = managers.find((manager) => manager.id === id)?.mergedInto ?? null
  return into === null ? id : survivorOf(managers, into)
}

/** The manager and those who were merged into them. */
export function idsOfManager(
  managers: readonly { id: number; mergedInto: number | null }[],
  survivor: number,
): number[] {
  return managers.map(({ id }) => id).filter((id) => survivorOf(managers, id) === survivor)
}

/** The id that `.` names; undefined for other texts. Throws UserError where nothing was touched yet. */
export function dotOf(db: Database, kind: NamedKind, table: LabelTable, text: string): number | undefined {
  if (text.trim() !== '.') return undefined
  const id = lastTouched(db, table)
  const list = LIST_COMMANDS[kind]
  if (id === undefined) throw new UserError((w) => w.naming.nothingTouched({ kind, list }))
  return id
}

function foldedBy<T extends { name: string }>(items: readonly T[]): Folded<T>[] {
  return items.map((item) => ({ item, names: [foldKey(item.name)] }))
}

function namedItself({ id, name }: { id: number; name: string }): Candidate {
  return { id, key: name, name, hint: null }
}
