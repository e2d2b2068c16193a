import { foldKey } from '../domain/names/name.ts'
import { parseFigures, type ReferenceFunnel, type ReferenceKind } from '../domain/reference.ts'
import type { Instant } from '../domain/time/zone.ts'
import { Fault } from '../errors.ts'
import type { Operation } from './operation.ts'
import { parseJson } from './rows.ts'
import type { Store } from './store.ts'
import type { ReportSchema } from './tables/schema-reports.ts'

/** Part of the first migration: funnels that others are held against. Their figures are kept, never counted anew. */
export const REFERENCE_TABLES = `create table reference_funnels(
  id integer primary key autoincrement,
  name text not null,
  folded text not null unique,
  pipeline_id integer not null references pipelines(id),
  kind text not null check(kind in ('period', 'rates', 'template')),
  stages text not null,
  figures text not null,
  about text not null,
  saved_at integer not null
) strict;`

export interface Reference extends ReferenceFunnel {
  readonly id: number
  readonly name: string
  readonly pipeline: number
  readonly kind: ReferenceKind
  readonly about: ReferenceAbout
  readonly savedAt: Instant
}

/** What the deals of a period were, as the report's head said it then. */
export interface ReferenceAbout {
  readonly period?: { readonly from: string | null; readonly until: string | null; readonly label: string }
  readonly asOf?: string
  readonly knownAt?: string | null
  readonly filters?: Readonly<Record<string, unknown>>
  /** Deals whose stage, of loss or as of that day, nothing told, where the shares may be others for it. */
  readonly stageUnknown?: number
}

type Row = Omit<ReportSchema['reference_funnels'], 'id'> & { id: number }

/** In the order of their names. */
export function readReferences(store: Store): Reference[] {
  const rows = store.db.prepare('select * from reference_funnels order by folded').all() as Row[]
  return rows.map(referenceOf)
}

/** Saves it, in the place of the one that has the name already; says whether there was one. */
export function saveReference(
  { db }: Store,
  operation: Operation,
  reference: Omit<Reference, 'id' | 'savedAt'>,
): boolean {
  const folded = foldKey(reference.name)
  const known = db.prepare('select id from reference_funnels where folded = ?').pluck().get(folded) as
    | number
    | undefined
  const cells = {
    name: reference.name,
    folded,
    pipeline_id: reference.pipeline,
    kind: reference.kind,
    stages: JSON.stringify(reference.stages),
    figures: JSON.stringify(reference.figures),
    about: JSON.stringify(reference.about),
    saved_at: operation.at,
  }
  if (known === undefined) operation.insert('reference_funnels', cells)
  else operation.update('reference_funnels', known, cells)
  return known !== undefined
}

export function removeReference(operation: Operation, id: number): void {
  operation.remove('reference_funnels', id)
}

function referenceOf(row: Row): Reference {
  const stages = parseJson<number[]>(row.stages)
  const figures = parseFigures(row.figures, stages.length)
  if (figures === undefined) throw new Fault(`reference ${row.name} has no figures that can be read`)
  return {
    id: row.id,
    name: row.name,
    pipeline: row.pipeline_id,
    kind: row.kind as ReferenceKind,
    stages,
    figures,
    about: parseJson<ReferenceAbout>(row.about),
    savedAt: row.saved_at,
  }
}
