import { type DealValues, FIELD_KIND, KIND } from '../../src/domain/deal.ts'
import { foldCompany, foldKey, foldName } from '../../src/domain/names/name.ts'
import { createPipeline } from '../../src/store/deals/pipelines.ts'
import type { NewChange, Operation } from '../../src/store/operation.ts'
import { writeSetting } from '../../src/store/settings.ts'
import type { Store } from '../../src/store/store.ts'
import { NOTHING } from '../support/values.ts'

/**
 * A small workspace in Kyiv with one of everything an export must carry: moments and days, presumed moments, a deal
 * reopened and lost again, a change of currency, fields of every type, texts that need quotes.
 */
export function fillSample(store: Store): void {
  store.write({ command: 'init', now: utc('2026-01-01T10:00:00Z') }, (operation) => {
    writeSetting(store.db, operation, 'currency', 'UAH')
    writeSetting(store.db, operation, 'timezone', 'Europe/Kyiv')
    const pipeline = createPipeline(operation, {
      name: 'Вікна',
      stages: ['Заявка', 'Замір', 'Договір'],
      won: 'Виграно',
      lost: 'Відмова',
    })
    writeSetting(store.db, operation, 'pipeline', pipeline)
    for (const [name, type] of [
      ['Поверх', 'number'],
      ['Застава', 'money'],
      ['Note', 'text'],
      ['Ключі', 'yesno'],
    ])
      operation.insert('fields', { entity: 'deal', name, folded: foldKey(name ?? ''), type })
    addPeople(operation)
  })
  store.write({ command: 'deal add', now: utc('2026-01-05T08:00:00Z') }, addDeals)
  store.write({ command: 'import history', now: utc('2026-02-20T08:00:00Z'), origin: 'import' }, addImported)
}

function addPeople(operation: Operation): void {
  operation.insert('managers', { name: 'Анна Біла', folded: foldKey('Анна Біла') })
  operation.insert('managers', { name: 'Борис', folded: foldKey('Борис') })
  const company = 'ТОВ «Ромашка; сад»'
  operation.insert('companies', {
    name: company,
    folded: foldCompany(company),
    phone: '+380 44 123-45-67',
    website: '=HYPERLINK("http://x")',
    manager_id: 1,
    created_at: utc('2026-01-02T22:00:00Z'),
    created_precision: 1,
  })
  for (const [name, phone, externalId] of [
    ['Іван Кіт', '+380671234567', 'A-1'],
    ['Олена "Мрія"', '+380501112233', null],
  ])
    operation.insert('contacts', {
      name,
      folded: foldName(name ?? ''),
      phones: JSON.stringify([{ e164: phone, raw: phone }]),
      emails: JSON.stringify([{ email: 'a@b.ua', raw: 'A@b.ua' }]),
      company_id: 1,
      tags: JSON.stringify(['vip']),
      external_system: externalId === null ? null : 'crm',
      external_id: externalId,
      created_at: utc('2026-01-03T09:30:00.250Z'),
      created_precision: 0,
    })
}

const BLANK: DealValues = { ...NOTHING, currency: 'UAH' }

function addDeals(operation: Operation): void {
  const balcony = operation.createDeal({
    at: utc('2026-01-04T07:15:00Z'),
    precision: 'moment',
    actor: 1,
    values: {
      ...BLANK,
      title: 'Балкон, 3 вікна',
      manager: 1,
      company: 1,
      contacts: [2, 1],
      amount: 120_000_50,
      cost: 80_000_00,
      source: 'сайт',
      product: 'вікна',
      expected: '2026-03-01',
      tags: ['терміново', 'a; b'],
      fields: { '1': 4.5, '2': 1_000_00, '3': 'лист', '4': 1 },
      note: 'рядок 1\nрядок 2',
    },
  })
  const move = (deal: number, change: Partial<NewChange> & Pick<NewChange, 'kind' | 'value' | 'at'>) =>
    operation.change(deal, { precision: 'moment', actor: 2, ...change })
  move(balcony, { kind: KIND.stage, value: 2, at: utc('2026-01-10T09:00:00Z') })
  move(balcony, { kind: KIND.amount, value: 150_000_00, at: utc('2026-01-11T09:00:00Z') })
  move(balcony, { kind: KIND.currency, value: 'JPY', at: utc('2026-01-12T09:00:00Z') })
  move(balcony, { kind: KIND.amount, value: 500_000, at: utc('2026-01-12T09:00:00Z') })
  move(balcony, { kind: KIND.contacts, value: '[1]', at: utc('2026-01-13T09:00:00Z') })
  move(balcony, { kind: KIND.note, value: null, at: utc('2026-01-13T09:00:00Z') })
  move(balcony, { kind: KIND.tags, value: '["vip"]', at: utc('2026-01-13T09:00:00Z') })
  move(balcony, { kind: FIELD_KIND + 2, value: 2_000_00, at: utc('2026-01-13T09:00:00Z') })
  move(balcony, { kind: FIELD_KIND + 3, value: '-1+1', at: utc('2026-01-13T09:00:00Z') })
  const removed = operation.createDeal({
    at: utc('2026-01-04T08:00:00Z'),
    precision: 'moment',
    actor: null,
    values: { ...BLANK, title: 'Помилка' },
  })
  move(removed, { kind: KIND.removed, value: 1, at: utc('2026-01-05T08:00:00Z') })
}

function addImported(operation: Operation): void {
  const door = operation.createDeal({
    at: utc('2026-02-01T22:00:00Z'),
    precision: 'day',
    synthetic: true,
    stageSynthetic: true,
    amountSynthetic: true,
    actor: null,
    values: { ...BLANK, title: '+двері', manager: 2, amount: -5_00, externalSystem: 'crm', externalId: '7' },
  })
  const day = (text: string, value: number, reason: string | null = null) =>
    operation.change(door, {
      kind: KIND.stage,
      value,
      at: utc(text),
      precision: 'day',
      actor: null,
      reason,
    })
  day('2026-02-04T22:00:00Z', 3)
  day('2026-02-09T22:00:00Z', 5, 'дорого')
  day('2026-02-11T22:00:00Z', 2)
  day('2026-02-14T22:00:00Z', 5, 'пішли до "інших"')
}

function utc(text: string): number {
  return Date.parse(text)
}
