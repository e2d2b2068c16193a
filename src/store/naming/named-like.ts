import { foldCompany, foldKey, foldName } from '../../domain/names/name.ts'
import { stagesAt } from '../../domain/pipeline.ts'
import type { Store } from '../store.ts'

/** Something that can be typed, and what it is. */
export interface Offered {
  value: string
  about: string
}

/** Of what names are offered. */
export type OfferedKind =
  | 'contact'
  | 'company'
  | 'deal'
  | 'task'
  | 'manager'
  | 'stage'
  | 'pipeline'
  | 'field'
  | 'operation'

/** More than these are no help at a prompt. */
const MOST = 60

/** What begins as typed: names, and ids of deals and tasks. Open deals and tasks alone, the latest first. */
export function namedLike(store: Store, kind: OfferedKind, typed: string, now: number): Offered[] {
  switch (kind) {
    case 'contact':
      return people(store, 'contacts', foldName(typed))
    case 'company':
      return people(store, 'companies', foldCompany(typed))
    case 'deal':
      return deals(store, typed)
    case 'task':
      return numbered(
        't',
        typed,
        rows(
          store,
          `select id, text, '' from tasks where state = 'open' order by due_at is null, due_at, id limit 1000`,
        ),
      )
    case 'manager':
      return beginning(
        typed,
        store.managers
          .filter(({ active, mergedInto }) => active && mergedInto === null)
          .map(({ name, department }) => ({ value: name, about: department ?? '' })),
      )
    case 'pipeline':
      return beginning(
        typed,
        store.pipelines.map(({ name }) => ({ value: name, about: '' })),
      )
    case 'stage':
      return beginning(
        typed,
        store.pipelines.flatMap((pipeline) =>
          [...stagesAt(pipeline, now), ...pipeline.stages.filter(({ kind: end }) => end !== 'open')].map(
            ({ name }) => ({
              value: name,
              about: store.pipelines.length > 1 ? pipeline.name : '',
            }),
          ),
        ),
      )
    case 'field':
      return beginning(typed, rows(store, 'select 0, name, type from fields order by id').map(offeredOf))
    case 'operation':
      return numbered(
        '',
        typed,
        rows(
          store,
          `select id, command, '' from operations where retracted_at is null and undoes is null
          order by id desc limit 20`,
        ),
      )
  }
}

function people(store: Store, table: 'contacts' | 'companies', folded: string): Offered[] {
  const about =
    table === 'contacts'
      ? `coalesce((select o.name from companies o where o.id = t.company_id), t.phones ->> '$[0].e164', t.phones ->> '$[0].raw', '')`
      : `coalesce(t.phone, '')`
  const found = rows(
    store,
    `select id, name, ${about} from ${table} t
    where folded >= ? and folded < ? || char(1114111) and merged_into is null order by folded, id limit ${MOST}`,
    folded,
    folded,
  )
  return found.map(offeredOf)
}

function deals(store: Store, typed: string): Offered[] {
  const open = (condition: string, ...values: string[]) =>
    rows(
      store,
      `select deal_id, title, (select name from stages where id = stage_id) from deal_state
      where outcome = 0 and removed = 0 and ${condition} order by last_at desc limit 1000`,
      ...values,
    )
  if (/^[dд]?\d*$/iu.test(typed))
    return numbered(
      'd',
      typed,
      open('true').map(([id, title, stage]) => [id, `${title} · ${stage}`]),
    )
  const folded = foldName(typed)
  return beginning(typed, open('folded >= ? and folded < ? || char(1114111)', folded, folded).map(offeredOf))
}

function offeredOf([, value, about]: Row): Offered {
  return { value, about }
}

function numbered(
  letter: string,
  typed: string,
  found: readonly (readonly [id: number, about: string, ...unknown[]])[],
): Offered[] {
  const start = typed.toLowerCase()
  return found
    .map(([id, about]) => ({ value: `${letter}${id}`, about }))
    .filter(({ value }) => value.startsWith(start))
    .slice(0, MOST)
}

/** Those whose name begins as typed, each once. */
export function beginning(typed: string, offered: readonly Offered[]): Offered[] {
  const start = foldKey(typed)
  const fit = offered.filter(({ value }) => foldKey(value).startsWith(start))
  return [...new Map(fit.map((one) => [one.value, one])).values()].slice(0, MOST)
}

type Row = [id: number, name: string, about: string]

function rows({ db }: Store, sql: string, ...values: string[]): Row[] {
  return db
    .prepare(sql)
    .raw()
    .all(...values) as Row[]
}
