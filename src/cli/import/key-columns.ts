import type { ColumnLook } from '../../transfer/column-look.ts'
import type { ColumnUse } from '../../transfer/columns.ts'
import type { ImportTalk } from './talk.ts'

/** A column by which rows may be told apart. */
interface KeyColumn {
  readonly header: string
  readonly look: ColumnLook
  /** How many clients may share a value: 0 none, from `SHARED` on as many as buy the same. */
  readonly sharing: number
}

const CLIENT = 1
/** From here on another client may have the same value. */
export const SHARED = 3
const GOODS = 4

/** How far a value of a field of deals is one client's alone. */
const SHARING: readonly (readonly [sharing: number, fields: readonly string[]])[] = [
  [0, ['phone', 'email']],
  [CLIENT, ['contact', 'company']],
  [SHARED, ['stage', 'status', 'manager', 'amount', 'cost', 'currency', 'source', 'created', 'closed']],
  [SHARED, ['expected', 'stageChanged', 'tags', 'pipeline', 'lostReason']],
  [GOODS, ['title', 'product', 'note']],
]

/** Those that are not blank; of deals the client comes first and what is bought last, else the most various. */
export function keyColumns(talk: ImportTalk, columns: readonly ColumnUse[]): KeyColumn[] {
  const { entity, claims } = talk.task
  const sharingOf = (index: number, { kind }: ColumnLook) => {
    if (entity !== 'deals') return 0
    const known = SHARING.find(([, fields]) =>
      fields.some((field) => claims.fields.get(field)?.some((column) => column.index === index)),
    )
    return known?.[0] ?? (kind === 'phone' || kind === 'email' ? 0 : kind === 'text' ? 2 : SHARED)
  }
  const various = ({ filled, repeats }: ColumnLook) => filled - repeats
  return columns
    .map(({ header, index }) => ({ header, look: talk.looks.of(index), index }))
    .filter(({ look }) => look.filled > 0)
    .map(({ header, look, index }) => ({ header, look, sharing: sharingOf(index, look) }))
    .sort((a, b) => a.sharing - b.sharing || various(b.look) - various(a.look))
}

/** Client and goods together: whoever orders again has a deal of its own. */
export function clientAndGoods(columns: readonly KeyColumn[]): [string, string][] {
  const plain = columns.filter(({ header }) => !header.includes(','))
  const goods = plain.find(({ sharing }) => sharing === GOODS)
  if (goods === undefined) return []
  return plain.flatMap(({ header, sharing }) => (sharing <= CLIENT ? [[header, goods.header]] : []))
}
