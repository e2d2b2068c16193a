import { ACTIVITY_OUTCOMES } from '../../domain/activity.ts'
import { KIND } from '../../domain/deal.ts'
import { phoneWords, searchWords } from '../../domain/names/search-words.ts'
import type { Database } from '../database.ts'
import { parseJson } from '../rows.ts'
import type { FoundKind } from '../tables/search-tables.ts'

/** A text of a record that the search looks at. A custom field is `field:` and its row id. */
export interface Searched {
  field: SearchedField
  text: string
}

export type SearchedField =
  | 'name'
  | 'title'
  | 'text'
  | 'phone'
  | 'email'
  | 'position'
  | 'product'
  | 'lostReason'
  | 'source'
  | 'tags'
  | 'note'
  | 'result'
  | 'outcome'
  | 'place'
  | 'website'
  | 'externalId'
  | `field:${number}`

/** The texts of records by their id, those that name them first. Records that are not there have none. */
export function searchedTexts(
  db: Database,
  kind: FoundKind,
  ids: readonly number[],
): Map<number, Searched[]> {
  const { sql, fields } = SOURCES[kind]
  const rows = db.prepare(`${sql} in (select value from json_each(?))`).raw().all(JSON.stringify(ids))
  return new Map(
    (rows as [number, ...(string | null)[]][]).map(([id, ...cells]) => [
      id,
      cells.flatMap((cell, at) => {
        const field = fields[at]
        return cell === null || cell === '' || cell === '[]' || cell === '{}' || field === undefined
          ? []
          : textsOf(field, cell)
      }),
    ]),
  )
}

/** The words under which a record is kept. */
export function wordsOfTexts(texts: readonly Searched[]): string[] {
  return texts.flatMap(wordsOfText)
}

export function wordsOfText({ field, text }: Searched): string[] {
  return field === 'phone' ? [...phoneWords(text), ...searchWords(text)] : searchWords(text)
}

function textsOf(field: SearchedField | 'fields' | 'phones' | 'emails', cell: string): Searched[] {
  switch (field) {
    case 'phones':
      return parseJson<{ e164: string | null; raw: string }[]>(cell).map(({ e164, raw }) => ({
        field: 'phone',
        text: e164 ?? raw,
      }))
    case 'emails':
      return parseJson<{ email: string }[]>(cell).map(({ email }) => ({ field: 'email', text: email }))
    case 'tags':
      return parseJson<string[]>(cell).map((text) => ({ field, text }))
    case 'fields':
      return Object.entries(parseJson<Record<string, unknown>>(cell)).map(([id, value]) => ({
        field: `field:${Number(id)}`,
        text: String(value),
      }))
    default:
      return [{ field, text: cell }]
  }
}

interface Source {
  /** Ends where the condition on the ids follows. */
  sql: string
  fields: readonly (SearchedField | 'fields' | 'phones' | 'emails')[]
}

/** The note as it was edited last, else the first one. */
const NOTE = `coalesce((select h.value from history h
    where h.deal_id = d.id and h.kind = ${KIND.note} and h.retracted = 0 order by h.at desc, h.id desc limit 1), d.note)`

const SOURCES: Record<FoundKind, Source> = {
  contact: {
    sql: 'select id, name, phones, emails, position, source, tags, note, fields, external_id from contacts where id',
    fields: ['name', 'phones', 'emails', 'position', 'source', 'tags', 'note', 'fields', 'externalId'],
  },
  company: {
    sql: 'select id, name, phone, email, website, note, fields, external_id from companies where id',
    fields: ['name', 'phone', 'email', 'website', 'note', 'fields', 'externalId'],
  },
  deal: {
    sql: `select s.deal_id, s.title, s.product, s.lost_reason, s.source, s.tags, ${NOTE}, s.fields, s.external_id
      from deal_state s join deals d on d.id = s.deal_id where s.removed = 0 and s.deal_id`,
    fields: ['title', 'product', 'lostReason', 'source', 'tags', 'note', 'fields', 'externalId'],
  },
  task: {
    sql: 'select id, text, result, external_id from tasks where id',
    fields: ['text', 'result', 'externalId'],
  },
  activity: {
    sql: `select id, text, phone, place,
        case when outcome in (${ACTIVITY_OUTCOMES.map((one) => `'${one}'`).join(', ')}) then null else outcome end, external_id
      from activities where id`,
    fields: ['text', 'phone', 'place', 'outcome', 'externalId'],
  },
}

/** The row id of the user's own field that a text is of. */
export function ownFieldId(field: SearchedField | undefined): number | undefined {
  return field?.startsWith('field:') ? Number(field.slice('field:'.length)) : undefined
}
