import { formatDecimal } from '../render/numbers.ts'
import type { ColumnUse } from '../transfer/columns.ts'
import type { DateOrder } from '../transfer/date-text.ts'
import { dateReader } from '../transfer/dates.ts'
import { likeFirst, likelyFields } from '../transfer/likely-fields.ts'
import type { OpenReading } from '../transfer/survey.ts'
import type { Choice } from '../world.ts'
import { stagesToChoose } from './import-ask-stages.ts'
import type { ImportTalk } from './import-talk.ts'
import { shortened } from './texts.ts'

/** Characters of a header, of a value and of several in a question: it should fit a line. */
const MOST_OF_HEADER = 24
const MOST_OF_VALUE = 18
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
    ...(entity === 'history' || header === '' ? [] : [own]),
    ...(look.kind === 'empty' ? [] : [nothing]),
    ...(others === 0 || entity === 'history'
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

/** Asks for what no column says and without which nothing can be imported. */
export async function askNeeds(talk: ImportTalk): Promise<void> {
  for (const { need } of talk.task.lacks())
    if (need === 'id') await askKey(talk)
    else if (need !== undefined) await askNeed(talk, need)
  const { entity, claims } = talk.task
  const told = ['stage', 'status'].some((field) => claims.fields.has(field) || claims.fixed.has(field))
  if (entity === 'deals' && !told && claims.entered.length === 0) await askNeed(talk, 'stage')
}

async function askNeed(talk: ImportTalk, need: 'deal' | 'stage' | 'at'): Promise<void> {
  const { mapping } = talk.about.context.words
  const person = await talk.person()
  const kind = { deal: 'text', stage: 'few', at: 'date' }[need]
  const columns = namedColumns(talk).map((column) => ({ column, look: talk.looks.of(column.index) }))
  const fitting = columns.filter(({ look }) => look.kind === kind)
  const choices: Choice<string | typeof ALL | null>[] = [
    ...fitting,
    ...columns.filter((one) => !fitting.includes(one)),
  ].map(({ column: { header }, look }) => ({
    name: [header, ...look.samples.map((text) => shortened(text, MOST_OF_VALUE))].join(' · '),
    value: header,
  }))
  const isDeals = talk.task.entity === 'deals'
  const stages = isDeals ? stagesToChoose(talk) : []
  if (stages.length > 0) choices.push({ name: mapping.allAtOne, value: ALL })
  choices.push({ name: isDeals ? mapping.onlyKnown : mapping.noColumn, value: null })
  const chosen = await person.find(mapping.needs[need], choices)
  if (chosen === ALL) talk.answer('--set', `stage=${await person.find(mapping.whichStageAll, stages)}`)
  else if (chosen !== null) talk.answer('--map', `${need}=${chosen}`)
}

const ALL = Symbol('all at one stage')

/** Which columns tell one row from another. */
async function askKey(talk: ImportTalk): Promise<void> {
  const { mapping } = talk.about.context.words
  const person = await talk.person()
  const rows = talk.looks.rows
  const columns = namedColumns(talk)
    .map(({ header, index }) => ({ header, look: talk.looks.of(index) }))
    .filter(({ look }) => look.filled > 0)
    .sort((a, b) => b.look.filled - b.look.repeats - (a.look.filled - a.look.repeats))
  const choices = columns.map(({ header, look }) => ({
    name: look.isUnique
      ? mapping.unique(header)
      : mapping.repeats({ header, rows: look.repeats, blank: rows - look.filled }),
    value: { header, alone: look.isUnique || header.includes(',') },
  }))
  const first = await person.find(mapping.whichKey, choices)
  const chosen = [first.header]
  while (!first.alone) {
    const more = await person.find(mapping.whichMore(chosen.join(', ')), [
      ...choices.filter(({ value: { header } }) => !chosen.includes(header) && !header.includes(',')),
      { name: mapping.enough, value: undefined },
    ])
    if (more === undefined) break
    chosen.push(more.header)
  }
  talk.answer('--key', chosen.join(','))
}

function namedColumns(talk: ImportTalk): ColumnUse[] {
  const { headers } = talk.about.source.table
  return talk.task.claims.columns.filter(
    ({ header, index }) => header !== '' && headers.indexOf(header) === index,
  )
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
