import { formatDecimal } from '../../render/numbers.ts'
import { type ColumnUse, keepsOwn } from '../../transfer/columns.ts'
import type { DateOrder } from '../../transfer/date-text.ts'
import { dateReader } from '../../transfer/dates.ts'
import { likeFirst, likelyFields } from '../../transfer/likely-fields.ts'
import type { OpenReading } from '../../transfer/survey.ts'
import type { Choice } from '../../world.ts'
import { shortened } from '../texts.ts'
import { stagesToChoose } from './ask-stages.ts'
import type { ImportTalk } from './talk.ts'

/** Characters of a header and of several values in a question: it should fit a line. */
const MOST_OF_HEADER = 24
const MOST_OF_VALUES = 24

/** What becomes of a column. */
type Use = { field: string } | 'entered' | 'own' | 'nothing' | 'allOwn' | 'allNothing'

/** Asks of every column that nothing claims what it is. */
export async function askColumns(talk: ImportTalk): Promise<void> {
  const { headers } = talk.about.source.table
  const asked = new Set<number>()
  // Flags name a column by its header: of several that are called the same, the first.
  const open = () =>
    talk.task.claims.columns.filter(
      ({ use, index, header }) =>
        use === 'unclaimed' && !asked.has(index) && headers.indexOf(header) === index,
    )
  const all = open().length
  for (let [column, ...others] = open(); column !== undefined; [column, ...others] = open()) {
    asked.add(column.index)
    const place = all > 1 ? `${all - others.length}/${all} ` : ''
    await askColumn(talk, column, place, others.length)
  }
}

async function askColumn(talk: ImportTalk, column: ColumnUse, place: string, others: number): Promise<void> {
  const { header, index } = column
  const { mapping } = talk.about.context.words
  const person = await talk.person()
  const values = shortened(talk.looks.of(index).samples.join(' · '), MOST_OF_VALUES)
  const named = header === '' ? mapping.nameless(index + 1) : shortened(header, MOST_OF_HEADER)
  const use = await person.find(
    mapping.question({ header: named, values, place }),
    usesOf(talk, column, others),
  )
  if (use === 'entered') {
    const stages = stagesToChoose(talk)
    const likely = likeFirst(header, stages, ({ name }) => [name])
    const ordered = [...likely, ...stages.filter((stage) => !likely.includes(stage))]
    talk.answer('--entered', `${await person.find(mapping.enteredWhich(named), ordered)}=${header}`)
  } else if (use === 'own') talk.answer('--custom', header)
  else if (use === 'nothing') talk.answer('--ignore', header)
  else if (use === 'allOwn') talk.answer('--custom', '*')
  else if (use === 'allNothing') talk.answer('--ignore', '*')
  else talk.answer('--map', `${use.field}=${header}`)
}

/** What the column may be, the likeliest first. */
function usesOf(talk: ImportTalk, { header, index }: ColumnUse, others: number): Choice<Use>[] {
  const { mapping } = talk.about.context.words
  const { entity, claims } = talk.task
  const look = talk.looks.of(index)
  const { byHeader, byValues } = likelyFields(
    entity,
    header,
    look,
    claims.known,
    new Set(claims.fields.keys()),
  )
  const field = (name: string): Choice<Use> => ({ name: fieldChoice(talk, name), value: { field: name } })
  const likely = [...byHeader, ...byValues]
  const own: Choice<Use> = { name: mapping.asOwn, value: 'own' }
  const nothing: Choice<Use> = { name: mapping.asNothing, value: 'nothing' }
  // Of the days that a file says, the first is most often that of the creation.
  const [first, ...rest] = byValues[0] === 'created' ? byValues : [undefined, ...byValues]
  const isMove = entity === 'deals' && look.kind === 'date' && stagesToChoose(talk).length > 0
  return [
    ...(look.kind === 'empty' ? [nothing] : []),
    ...byHeader.map(field),
    ...(first === undefined ? [] : [field(first)]),
    ...(isMove ? [{ name: mapping.asEntered, value: 'entered' as const }] : []),
    ...rest.flatMap((name) => (name === undefined ? [] : [field(name)])),
    ...(!keepsOwn(entity) || header === '' ? [] : [own]),
    ...(look.kind === 'empty' ? [] : [nothing]),
    ...(others === 0 || !keepsOwn(entity)
      ? []
      : [{ name: mapping.allOwn(others + 1), value: 'allOwn' as const }]),
    ...(others === 0 ? [] : [{ name: mapping.allNothing(others + 1), value: 'allNothing' as const }]),
    ...claims.known.filter((name) => !likely.includes(name)).map(field),
  ]
}

/** A field in the person's language and as flags call it, and the column that would give way. */
function fieldChoice(talk: ImportTalk, field: string): string {
  const { mapping } = talk.about.context.words
  const named = mapping.fields[field]
  const shown = named === undefined || named === field ? field : `${named} (${field})`
  const [column] = talk.task.claims.fields.get(field) ?? []
  const gives = column !== undefined && field !== 'phone' && field !== 'email' && field !== 'note'
  return gives ? mapping.instead({ field: shown, header: shortened(column.header, MOST_OF_HEADER) }) : shown
}

/** Asks how dates and amounts are to be read that can be read in several ways. */
export async function askReadings(talk: ImportTalk): Promise<void> {
  const [date] = talk.surveyed.open.filter(({ orders }) => orders !== undefined)
  const [amount] = talk.surveyed.open.filter(({ orders }) => orders === undefined)
  const { mapping } = talk.about.context.words
  if (date !== undefined) {
    const person = await talk.person()
    const choices = (date.orders ?? []).map((order) => ({ name: dayIn(talk, date, order), value: order }))
    talk.answer('--date-order', await person.select(mapping.dateOrder(date), choices))
  }
  if (amount !== undefined) {
    const person = await talk.person()
    const choices = (['.', ','] as const).map((sign) => ({ name: numberIn(talk, amount, sign), value: sign }))
    talk.answer('--decimal', await person.select(mapping.decimal(amount), choices))
  }
}

/** The day that a text is in an order, in the person's words. */
function dayIn(talk: ImportTalk, { text }: OpenReading, order: DateOrder): string {
  const { zone } = talk.about.store
  const read = dateReader({ order, serials: false, midnights: true }, zone).read(text)
  if (read === 'empty' || 'problem' in read) return order
  const lang = talk.about.context.lang
  const day = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(Date.parse(zone.dateOf(read.at)))
  return `${day} (${order})`
}

function numberIn({ about }: ImportTalk, { text }: OpenReading, sign: ',' | '.'): string {
  const digits = text.replace(/[^\d,.]/g, '')
  const [whole = '', fraction = ''] = digits.replaceAll(sign === ',' ? '.' : ',', '').split(sign)
  return formatDecimal(Number(`${whole}.${fraction}`), fraction.length, about.context.lang)
}
