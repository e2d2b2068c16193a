import fc from 'fast-check'
import { parseEmails, parsePhones } from '../../src/domain/names/phone.ts'
import { maybe, name, names, strange } from './strange-texts.ts'

/** Rows of a full copy, by table. */
export type Copy = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

const DAY = 86_400_000
const START = Date.UTC(2026, 0, 5, 22)
/** Of Kyiv: an hour that comes twice, one that is skipped, midnights, and milliseconds. */
const CLOCKS = [0, 1, 3_600_000, 9 * 3_600_000 + 250, 10 * 3_600_000 + 1000, DAY - 1000]
const BASES = [
  START,
  Date.UTC(2025, 9, 26, 0, 30),
  Date.UTC(2025, 9, 26, 1, 30),
  Date.UTC(2026, 2, 29, 1),
  Date.UTC(2026, 5, 30, 21),
]

interface Moment {
  readonly at: number
  readonly precision: 'moment' | 'day'
}

/** Midnights of Kyiv in winter and in summer are days. */
const moment: fc.Arbitrary<Moment> = fc.oneof(
  fc.record({
    at: fc
      .tuple(fc.constantFrom(...BASES), fc.constantFrom(...CLOCKS), fc.nat(40))
      .map(([base, clock, days]) => base + clock + days * DAY),
    precision: fc.constant<'moment'>('moment'),
  }),
  fc.record({ at: fc.nat(50).map((days) => START + days * DAY), precision: fc.constant<'day'>('day') }),
)

const iso = (at: number) => new Date(at).toISOString()
const date = fc.nat(20_000).map((n) => new Date(n * DAY).toISOString().slice(0, 10))
const minor = fc.oneof(fc.constantFrom(0, 1, -1, 10, 12050, -500, 5_000_000_000_000_000), fc.integer())
const currency = fc.constantFrom('UAH', 'USD', 'JPY', 'KWD')
const number = fc.constantFrom(0, 1, -1, 2.5, 0.1, 123456789.123, -0.3, 0.30000000000000004, 1e15, 1e-6)

const TYPES = ['text', 'number', 'money', 'date', 'choice', 'yesno'] as const
type FieldType = (typeof TYPES)[number]
type Field = {
  readonly id: number
  readonly entity: string
  readonly name: string
  readonly type: FieldType
  readonly choices: readonly string[]
}

function fieldValue({ type, choices }: Field): fc.Arbitrary<string | number> {
  switch (type) {
    case 'text':
      return strange
    case 'number':
      return number
    case 'money':
      return minor
    case 'date':
      return date
    case 'choice':
      return fc.constantFrom(...choices)
    case 'yesno':
      return fc.constantFrom(0, 1)
  }
}

const fieldsOf = (entity: string, from: number) =>
  fc
    .tuple(names(0, 6), fc.array(fc.constantFrom(...TYPES), { minLength: 6, maxLength: 6 }), names(1, 3))
    .map(([all, types, choices]): Field[] =>
      all.map((one, n) => {
        const type = types[n] ?? 'text'
        return { id: from + n, entity, name: one, type, choices: type === 'choice' ? choices : [] }
      }),
    )

/** Values of some of the fields. */
const valuesOf = (fields: readonly Field[]) =>
  fc
    .tuple(...fields.map((field) => maybe(fieldValue(field))))
    .map((values) =>
      Object.fromEntries(fields.flatMap(({ id }, n) => (values[n] == null ? [] : [[id, values[n]]]))),
    )

/** An id of another system, which no other record of its kind has. */
const sourced = (n: number) =>
  maybe(fc.record({ externalSystem: maybe(strange), externalId: strange.map((text) => `${text}${n}`) })).map(
    (found) => found ?? { externalSystem: null, externalId: null },
  )

const idAmong = (all: readonly unknown[]) =>
  all.length === 0 ? fc.constant(null) : maybe(fc.integer({ min: 1, max: all.length }))

const created = moment.map(({ at, precision }) => ({ createdAt: iso(at), createdPrecision: precision }))

/** So many rows, numbered from 1. */
const rows = <T extends object>(most: number, one: (n: number) => fc.Arbitrary<T>) =>
  fc
    .nat(most)
    .chain((count) =>
      fc.tuple(...Array.from({ length: count }, (_, n) => one(n + 1).map((row) => ({ id: n + 1, ...row })))),
    )

const phone = fc.oneof(fc.constantFrom('+380671234567', '067 123-45-67', '1', '202/429-0400'), strange)
const phonesOf = fc
  .uniqueArray(phone, { maxLength: 2 })
  .map((all) => all.map((raw) => ({ e164: parsePhones(raw, 'UA')[0]?.e164 ?? null, raw })))
const email = fc.oneof(fc.constantFrom('A@b.ua', 'x.y@z.org'), strange)
const emailsOf = fc
  .uniqueArray(email, { maxLength: 2 })
  .map((all) => all.map((raw) => ({ email: parseEmails(raw)[0]?.email ?? raw.toLowerCase(), raw })))
const tags = fc.uniqueArray(strange, { maxLength: 3 })

const settings = [
  { id: 1, key: 'currency', value: 'UAH' },
  { id: 2, key: 'timezone', value: 'Europe/Kyiv' },
  { id: 3, key: 'pipeline', value: '1' },
]

const STAGES = 4
const pipelineRows = (pipelines: readonly string[], stages: readonly (readonly string[])[]) => ({
  pipelines: pipelines.map((one, n) => ({ id: n + 1, name: one, aliases: [] })),
  stages: stages.flatMap((all, pipeline) =>
    all.map((one, n) => ({
      id: pipeline * STAGES + n + 1,
      pipelineId: pipeline + 1,
      kind: ['open', 'open', 'won', 'lost'][n],
      bit: n,
      name: one,
      aliases: [],
      probability: null,
      normDays: null,
      invoice: n === 1,
      criteria: n === 0 ? ['amount'] : [],
      strict: pipeline === 1,
    })),
  ),
  pipelineVersions: pipelines.map((_, n) => ({
    id: n + 1,
    pipelineId: n + 1,
    fromAt: null,
    stages: [n * STAGES + 1, n * STAGES + 2],
  })),
})

const setUp = fc
  .record({
    managers: names(0, 3),
    pipelines: names(1, 2),
    stages: fc.tuple(names(STAGES, STAGES), names(STAGES, STAGES)),
    ofDeals: fieldsOf('deal', 1),
    ofContacts: fieldsOf('contact', 11),
    ofCompanies: fieldsOf('company', 21),
  })
  .map(({ managers, pipelines, stages, ...fields }) => ({
    ...fields,
    stageCount: pipelines.length * STAGES,
    managers: managers.map((one, n) => ({
      ...{ id: n + 1, name: one, email: null, department: null, aliases: [] },
      ...{ active: true, mergedInto: null },
    })),
    ...pipelineRows(pipelines, stages.slice(0, pipelines.length)),
  }))

type SetUp = typeof setUp extends fc.Arbitrary<infer T> ? T : never

const company =
  ({ managers, ofCompanies }: SetUp) =>
  (n: number) =>
    fc
      .tuple(
        fc.record({
          name,
          phone: maybe(strange),
          email: maybe(strange),
          website: maybe(strange),
          note: maybe(strange),
          managerId: idAmong(managers),
          fields: valuesOf(ofCompanies),
        }),
        sourced(n),
        created,
      )
      .map(([own, source, began]) => ({ ...own, ...source, ...began, said: null, mergedInto: null }))

const contact =
  ({ managers, ofContacts }: SetUp, companies: readonly unknown[]) =>
  (n: number) =>
    fc
      .tuple(
        fc.record({
          name,
          position: maybe(strange),
          phones: phonesOf,
          emails: emailsOf,
          companyId: idAmong(companies),
          managerId: idAmong(managers),
          source: maybe(strange),
          note: maybe(strange),
          birthday: maybe(date),
          tags,
          fields: valuesOf(ofContacts),
        }),
        sourced(n),
        created,
      )
      .map(([own, source, began]) => ({
        ...own,
        ...source,
        ...began,
        said: null,
        mergedInto: null,
        referredBy: null,
        erased: false,
      }))

interface People {
  readonly companies: readonly unknown[]
  readonly contacts: readonly unknown[]
}

const idsAmong = (all: readonly unknown[]) => fc.subarray(all.map((_, n) => n + 1)).map((ids) => ids)

const deal =
  ({ managers, ofDeals, stageCount }: SetUp, { companies, contacts }: People) =>
  (n: number) =>
    fc
      .tuple(
        fc.record({
          title: name,
          origin: fc.constantFrom('user', 'import'),
          actorId: idAmong(managers),
          synthetic: fc.boolean(),
          stageSynthetic: fc.boolean(),
          amountSynthetic: fc.boolean(),
          stageId: fc.integer({ min: 1, max: stageCount }),
          managerId: idAmong(managers),
          companyId: idAmong(companies),
          amount: maybe(minor),
          cost: maybe(minor),
          currency,
          source: maybe(strange),
          product: maybe(strange),
          expectedOn: maybe(date),
          contacts: idsAmong(contacts),
          tags,
          fields: valuesOf(ofDeals),
          note: maybe(strange),
        }),
        sourced(n),
        created,
      )
      .map(([own, source, began]) => ({
        ...own,
        ...source,
        ...began,
        stageSeen: false,
        recordedAt: iso(START + 200 * DAY),
      }))

/** A change of one value: its kind, and what it is from then on. */
const change = ({ managers, ofDeals, stageCount }: SetUp, { companies, contacts }: People) =>
  fc.oneof(
    ...['source', 'product', 'note'].map((kind) =>
      fc.record({ kind: fc.constant(kind), value: maybe(strange) }),
    ),
    fc.record({ kind: fc.constant('title'), value: name }),
    fc.record({
      kind: fc.constant('stage'),
      value: fc.integer({ min: 1, max: stageCount }),
      reason: maybe(strange),
    }),
    ...['amount', 'cost'].map((kind) => fc.record({ kind: fc.constant(kind), value: maybe(minor) })),
    fc.record({ kind: fc.constant('expected'), value: maybe(date) }),
    fc.record({ kind: fc.constant('tags'), value: tags.map((all) => JSON.stringify(all)) }),
    fc.record({ kind: fc.constant('contacts'), value: idsAmong(contacts).map((all) => JSON.stringify(all)) }),
    fc.record({ kind: fc.constant('company'), value: idAmong(companies) }),
    fc.record({ kind: fc.constant('manager'), value: idAmong(managers) }),
    ...ofDeals.map((field) =>
      fc.record({ kind: fc.constant(`field:${field.id}`), value: maybe(fieldValue(field)) }),
    ),
  )

const history = (made: SetUp, people: People, deals: readonly { readonly createdAt: string }[]) =>
  fc
    .tuple(
      ...deals.map(() =>
        fc.array(
          fc.tuple(
            change(made, people),
            fc.nat(3),
            fc.constantFrom(0, 1000, 3_600_000),
            idAmong(made.managers),
            fc.boolean(),
          ),
          { maxLength: 5 },
        ),
      ),
    )
    .map((all) =>
      all
        .flatMap((changes, n) => {
          let at = Date.parse(deals[n]?.createdAt ?? '')
          return changes.map(([one, days, ms, actorId, isUsers]) => {
            at += days * DAY + ms
            return {
              dealId: n + 1,
              reason: null,
              ...one,
              at: iso(at),
              precision: 'moment',
              recordedAt: iso(START + 200 * DAY),
              actorId,
              origin: isUsers ? 'user' : 'import',
              synthetic: !isUsers,
            }
          })
        })
        .map((row, n) => ({ id: n + 1, ...row })),
    )

const about = ({ managers }: SetUp, { companies, contacts }: People, deals: readonly unknown[]) =>
  fc.record({
    managerId: idAmong(managers),
    contactId: idAmong(contacts),
    companyId: idAmong(companies),
    dealId: idAmong(deals),
  })

const activity = (whom: ReturnType<typeof about>) => (n: number) =>
  fc
    .tuple(
      fc.record({
        kind: fc.constantFrom('call', 'meeting', 'email', 'message', 'note'),
        direction: fc.constantFrom('in', 'out', null),
        outcome: maybe(strange),
        duration: maybe(fc.nat(100_000)),
        text: maybe(strange),
        place: maybe(strange),
        phone: maybe(strange),
      }),
      whom,
      sourced(n),
      moment,
    )
    .map(([own, who, source, { at, precision }]) => ({
      ...own,
      ...who,
      ...source,
      at: iso(at),
      precision,
      said: null,
    }))

const task = (whom: ReturnType<typeof about>) => (n: number) =>
  fc
    .tuple(
      fc.record({
        text: strange,
        priority: fc.constantFrom('high', 'normal', 'low'),
        result: maybe(strange),
        recurrence: maybe(strange),
        postponed: fc.nat(5),
      }),
      whom,
      sourced(n),
      created,
      maybe(moment),
      maybe(moment),
    )
    .map(([own, who, source, began, due, done]) => ({
      ...own,
      ...who,
      ...source,
      ...began,
      dueAt: due === null ? null : iso(due.at),
      duePrecision: due === null ? null : due.precision,
      state: done === null ? 'open' : 'done',
      doneAt: done === null ? null : iso(done.at),
      donePrecision: done === null ? null : done.precision,
      said: null,
    }))

const plan =
  ({ managers }: SetUp) =>
  (n: number) =>
    fc
      .record({
        managerId: idAmong(managers),
        department: maybe(name),
        metric: fc.constantFrom('revenue', 'margin', 'won', 'calls'),
        amount: fc.oneof(fc.nat(), fc.constantFrom(0, 1, 12050)),
        currency,
        days: fc.nat(60),
        knownAt: moment,
      })
      .map(({ days, knownAt, department, currency: code, ...own }) => ({
        ...own,
        department: own.managerId === null ? department : null,
        currency: own.metric === 'revenue' || own.metric === 'margin' ? code : null,
        fromOn: '2026-02-01',
        untilOn: iso(Date.UTC(2026, 1, 2 + days)).slice(0, 10),
        // No two are known since the same moment.
        knownAt: iso(knownAt.at + n),
      }))

/** A workspace whose every text is strange, as a full copy of it. */
export const strangeWorkspace: fc.Arbitrary<Copy> = setUp.chain((made) => {
  const { managers, pipelines, stages, pipelineVersions, ofDeals, ofContacts, ofCompanies } = made
  const head = { settings, managers, pipelines, stages, pipelineVersions }
  return rows(3, company(made)).chain((companies) =>
    rows(3, contact(made, companies)).chain((contacts) => {
      const people = { companies, contacts }
      return rows(3, deal(made, people)).chain((deals) => {
        const whom = about(made, people, deals)
        return fc
          .record({
            history: history(made, people, deals),
            activities: rows(3, activity(whom)),
            tasks: rows(3, task(whom)),
            plans: rows(3, plan(made)),
          })
          .map(({ history: changes, ...touches }) => ({
            ...head,
            fields: [...ofDeals, ...ofContacts, ...ofCompanies],
            fxRates: [],
            profiles: [],
            ...people,
            apart: [],
            ...touches,
            deals,
            history: changes,
          }))
      })
    }),
  )
})
