import { foldCompany, foldKey, foldName } from '../../domain/names/name.ts'
import { parseFigures, REFERENCE_KINDS } from '../../domain/reference.ts'
import { ORIGINS, OUTCOMES, PRECISIONS } from '../rows.ts'
import { RULE_COPY_TABLES } from '../rules/copy.ts'
import {
  type Cell,
  type Codec,
  currency,
  day,
  emails,
  fields,
  fitsKind,
  flag,
  historyKind,
  id,
  ids,
  jsonText,
  maybeMoment,
  minor,
  moment,
  named,
  number,
  oneOf,
  phones,
  rate,
  text,
  texts,
  value,
  whole,
} from './codecs.ts'
import { PEOPLE_COPIES } from './tables-people.ts'
import { PLAN_COPIES } from './tables-plans.ts'

export interface CopyTable {
  name: string
  /** Column → how it is written, in the order of the copy. */
  columns: Readonly<Record<string, Codec>>
  /** The column `folded`, made anew from the name. */
  fold?: (name: string) => string
  /** Whether the cells of a row, by their columns, go together. */
  fits?: (cells: ReadonlyMap<string, Cell>) => boolean
  /** Journaled label rows; else the truth of deals, which carries operations itself. */
  label: boolean
  /** What people entered or imported, and not how the workspace is set up. */
  records?: true
}

const sourced = { external_system: text, external_id: text, said: jsonText }

/** Whom and what an activity or a task is about. */
const about = { manager_id: id, contact_id: id, company_id: id, deal_id: id }

const person = { name: text, external_system: text, external_id: text, created_at: moment }

/**
 * What a full copy holds, table by table in the order in which rows may be put back: whatever is in force, ids kept.
 * Left out are copies, folded names, the journal and what was undone. A new table of records is added here or in
 * `copy-tables-people.ts`.
 */
export const COPY_TABLES: readonly CopyTable[] = [
  { name: 'settings', label: true, columns: { id, key: text, value: text } },
  {
    name: 'managers',
    label: true,
    records: true,
    fold: foldKey,
    columns: {
      id,
      name: text,
      email: text,
      department: text,
      aliases: texts,
      active: flag,
      merged_into: id,
    },
  },
  {
    name: 'pipelines',
    label: true,
    fold: foldKey,
    columns: { id, name: text, aliases: texts },
  },
  {
    name: 'stages',
    label: true,
    fold: foldKey,
    columns: {
      id,
      pipeline_id: id,
      kind: named(OUTCOMES),
      bit: whole,
      name: text,
      aliases: texts,
      probability: number,
      norm_days: number,
      invoice: flag,
      criteria: texts,
      strict: flag,
    },
  },
  {
    name: 'pipeline_versions',
    label: true,
    columns: { id, pipeline_id: id, from_at: moment, stages: ids },
  },
  {
    name: 'fields',
    label: true,
    fold: foldKey,
    columns: { id, entity: text, name: text, type: text, choices: texts },
  },
  { name: 'fx_rates', label: true, columns: { id, on_date: day, currency, rate } },
  { name: 'saved_filters', label: true, fold: foldKey, columns: { id, name: text, options: jsonText } },
  {
    name: 'reference_funnels',
    label: true,
    fold: foldKey,
    columns: {
      id,
      name: text,
      pipeline_id: id,
      kind: oneOf(REFERENCE_KINDS),
      stages: ids,
      figures: jsonText,
      about: jsonText,
      saved_at: moment,
    },
    fits: (cells) => {
      const stages: unknown = JSON.parse(String(cells.get('stages')))
      const figures = parseFigures(String(cells.get('figures')), Array.isArray(stages) ? stages.length : 0)
      return figures !== undefined
    },
  },
  { name: 'dashboards', label: true, fold: foldKey, columns: { id, name: text, blocks: texts } },
  { name: 'profiles', label: true, columns: { id, name: text, settings: jsonText } },
  {
    name: 'companies',
    label: true,
    records: true,
    fold: foldCompany,
    columns: {
      id,
      ...person,
      created_precision: named(PRECISIONS),
      phone: text,
      email: text,
      website: text,
      note: text,
      manager_id: id,
      fields,
      said: jsonText,
      merged_into: id,
    },
  },
  {
    name: 'contacts',
    label: true,
    records: true,
    fold: foldName,
    columns: {
      id,
      ...person,
      created_precision: named(PRECISIONS),
      position: text,
      phones,
      emails,
      company_id: id,
      manager_id: id,
      source: text,
      note: text,
      birthday: day,
      tags: texts,
      fields,
      said: jsonText,
      merged_into: id,
      erased: flag,
      referred_by: id,
    },
  },
  { name: 'apart', label: true, columns: { id, entity: text, one_id: id, other_id: id } },
  {
    name: 'activities',
    label: true,
    records: true,
    columns: {
      id,
      kind: text,
      direction: text,
      outcome: text,
      at: moment,
      precision: named(PRECISIONS),
      duration: whole,
      ...about,
      text,
      place: text,
      phone: text,
      ...sourced,
    },
  },
  {
    name: 'tasks',
    label: true,
    records: true,
    columns: {
      id,
      text,
      ...about,
      due_at: maybeMoment,
      due_precision: named(PRECISIONS),
      priority: text,
      state: text,
      done_at: maybeMoment,
      done_precision: named(PRECISIONS),
      result: text,
      recurrence: text,
      postponed: whole,
      created_at: moment,
      created_precision: named(PRECISIONS),
      ...sourced,
    },
  },
  ...PLAN_COPIES,
  ...RULE_COPY_TABLES,
  ...PEOPLE_COPIES,
  {
    name: 'deals',
    label: false,
    records: true,
    columns: {
      id,
      title: text,
      external_system: text,
      external_id: text,
      created_at: moment,
      created_precision: named(PRECISIONS),
      recorded_at: moment,
      origin: named(ORIGINS),
      actor_id: id,
      synthetic: flag,
      stage_synthetic: flag,
      stage_seen: flag,
      amount_synthetic: flag,
      stage_id: id,
      manager_id: id,
      company_id: id,
      amount: minor,
      cost: minor,
      currency,
      source: text,
      product: text,
      expected_on: day,
      contacts: ids,
      tags: texts,
      fields,
      note: text,
    },
  },
  {
    name: 'history',
    label: false,
    fits: (cells) => fitsKind(cells.get('kind') ?? null, cells.get('value') ?? null),
    columns: {
      id,
      deal_id: id,
      kind: historyKind,
      value,
      reason: text,
      at: moment,
      precision: named(PRECISIONS),
      recorded_at: moment,
      actor_id: id,
      origin: named(ORIGINS),
      synthetic: flag,
    },
  },
]
