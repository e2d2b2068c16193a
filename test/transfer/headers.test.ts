import { expect, test } from 'vitest'
import type { Entity } from '../../src/transfer/headers/vocabulary.ts'
import { foldHeader, isIgnored, recogniseHeaders } from '../../src/transfer/headers.ts'

/** The system, each claimed header as `header → field`, and the headers that nothing claims. */
function recognise(entity: Entity, line: string, delimiter = ', ') {
  const { system, dateOrder, columns } = recogniseHeaders(entity, line.split(delimiter))
  return {
    system,
    ...(dateOrder && { dateOrder }),
    fields: Object.fromEntries(
      columns.flatMap(({ header, field }) => (field === null ? [] : [[header, field]])),
    ),
    unclaimed: columns
      .filter((column) => column.field === null && !isIgnored(column))
      .map(({ header }) => header),
  }
}

test('amoCRM deals', () => {
  const line =
    'ID, Название сделки, Бюджет, Ответственный, Дата создания сделки, Кем создана сделка, Дата редактирования, Кем редактирована, Дата закрытия, Теги, Примечание, Примечание 2, Этап сделки, Воронка, Полное имя контакта, Компания контакта, Ответственный за контакт, Компания, Рабочий телефон, Мобильный телефон, Факс, Рабочий email, Личный email, Площадь окон, Должность, Skype, utm_source, _ym_uid'
  expect(recognise('deals', line)).toEqual({
    system: 'amocrm',
    dateOrder: 'dmy',
    fields: {
      ID: 'id',
      'Название сделки': 'title',
      Бюджет: 'amount',
      Ответственный: 'manager',
      'Дата создания сделки': 'created',
      'Дата закрытия': 'closed',
      Теги: 'tags',
      Примечание: 'note',
      'Примечание 2': 'note',
      'Этап сделки': 'stage',
      Воронка: 'pipeline',
      'Полное имя контакта': 'contact',
      Компания: 'company',
      'Рабочий телефон': 'phone',
      'Мобильный телефон': 'phone',
      'Рабочий email': 'email',
      'Личный email': 'email',
    },
    unclaimed: ['Площадь окон'],
  })
})

test('amoCRM deals, the newer columns', () => {
  const line =
    'ID, Название сделки, Основной контакт, Ответственный, Этап сделки, Воронка, Бюджет, Дата создания, Кем создана, Теги сделки, Рабочий телефон (контакт), Рабочий email (контакт), Должность (контакт), Примечание 1, Причина отказа'
  expect(recognise('deals', line)).toEqual({
    system: 'amocrm',
    dateOrder: 'dmy',
    fields: {
      ID: 'id',
      'Название сделки': 'title',
      'Основной контакт': 'contact',
      Ответственный: 'manager',
      'Этап сделки': 'stage',
      Воронка: 'pipeline',
      Бюджет: 'amount',
      'Дата создания': 'created',
      'Теги сделки': 'tags',
      'Рабочий телефон (контакт)': 'phone',
      'Рабочий email (контакт)': 'email',
      'Примечание 1': 'note',
      'Причина отказа': 'lostReason',
    },
    unclaimed: [],
  })
})

test('Bitrix24 deals in Russian, English and Ukrainian', () => {
  const fields = [
    'id',
    'title',
    'stage',
    'amount',
    'currency',
    'manager',
    'company',
    'contact',
    'product',
    'created',
    'closed',
    'note',
  ]
  const lines = [
    'ID, Название сделки, Стадия сделки, Вероятность, Сумма, Валюта, Ответственный, Компания, Контакт, Тип, Сделка закрыта, Товар, Цена, Количество, Дата создания, Кем создана, Дата изменения, Предполагаемая дата закрытия, Доступен для всех, Комментарий',
    'ID, Deal Name, Stage, Probability, Income, Currency, Responsible, Company, Contact, Type, Closed, Product, Price, Quantity, Created, Created by, Modified, Assumed close date, Available to everyone, Comment',
    'ID, Назва, Стадія угоди, Імовірність, Сума, Валюта, Відповідальний, Компанія, Контакт, Тип, Угода закрита, Товар, Ціна, Кількість, Дата створення, Ким створена, Дата змінення, Орієнтовна дата закриття, Доступний для всіх, Коментар',
  ]
  for (const line of lines) {
    const { system, fields: found, unclaimed } = recognise('deals', line)
    expect([system, Object.values(found), unclaimed]).toEqual(['bitrix24', fields, []])
  }
})

test('HubSpot deals, with the moments at which stages were entered', () => {
  const headers = [
    'Record ID',
    'Deal Name',
    'Deal Stage',
    'Close Date',
    'Deal owner',
    'Amount',
    'Amount in company currency',
    'Pipeline',
    'Create Date',
    'Associated Company',
    'Date entered "Qualified (Sales)"',
    'Date exited "Qualified (Sales)"',
    'Closed Lost Reason',
  ]
  const { system, columns } = recogniseHeaders('deals', headers)
  expect([system, columns.map(({ field, reason }) => field ?? reason)]).toEqual([
    'hubspot',
    [
      'id',
      'title',
      'stage',
      'closed',
      'manager',
      'amount',
      'derived',
      'pipeline',
      'created',
      'company',
      'entered',
      'derived',
      'lostReason',
    ],
  ])
  expect(columns[10]).toEqual({
    header: headers[10],
    index: 10,
    field: 'entered',
    reason: 'entered',
    stage: 'Qualified',
    pipeline: 'Sales',
  })
})

test('Pipedrive deals: nothing of its export is left unclaimed', () => {
  const line =
    'Deal - ID, Deal - Title, Deal - Creator, Deal - Owner, Deal - Value, Deal - Currency of Value, Deal - Weighted value, Deal - Currency of Weighted value, Deal - Probability, Deal - Organization, Deal - Organization ID, Deal - Pipeline, Deal - Contact person, Deal - Contact person ID, Deal - Stage, Deal - Label, Deal - Status, Deal - Deal created, Deal - Update time, Deal - Last stage change, Deal - Next activity date, Deal - Last activity date, Deal - Won time, Deal - Last email received, Deal - Last email sent, Deal - Lost time, Deal - Deal closed on, Deal - Lost reason, Deal - Visible to, Deal - Total activities, Deal - Done activities, Deal - Activities to do, Deal - Email messages count, Deal - Expected close date, Deal - Product quantity, Deal - Product amount, Deal - Product name, Deal - Source origin, Deal - Source channel, Deal - Archive status, Deal - Archive time, Deal - Participants'
  expect(recognise('deals', line)).toEqual({
    system: 'pipedrive',
    dateOrder: 'ymd',
    fields: {
      'Deal - ID': 'id',
      'Deal - Title': 'title',
      'Deal - Owner': 'manager',
      'Deal - Value': 'amount',
      'Deal - Currency of Value': 'currency',
      'Deal - Organization': 'company',
      'Deal - Organization ID': 'companyId',
      'Deal - Pipeline': 'pipeline',
      'Deal - Contact person': 'contact',
      'Deal - Contact person ID': 'contactId',
      'Deal - Stage': 'stage',
      'Deal - Label': 'tags',
      'Deal - Status': 'status',
      'Deal - Deal created': 'created',
      'Deal - Last stage change': 'stageChanged',
      'Deal - Won time': 'wonAt',
      'Deal - Lost time': 'lostAt',
      'Deal - Deal closed on': 'closed',
      'Deal - Lost reason': 'lostReason',
      'Deal - Expected close date': 'expected',
      'Deal - Product name': 'product',
      'Deal - Source channel': 'source',
    },
    unclaimed: [],
  })
})

test('Salesforce, by labels and by the names of its API', () => {
  const labels =
    'Opportunity ID, Opportunity Name, Account Name, Opportunity Owner, Stage, Amount, Expected Revenue, Probability (%), Close Date, Created Date, Type, Lead Source, Next Step, Fiscal Period, Age'
  const api =
    'Id, Name, AccountId, OwnerId, StageName, Amount, ExpectedRevenue, Probability, CloseDate, CreatedDate, Type, LeadSource, NextStep, IsWon'
  for (const [line, company, more] of [
    [labels, 'company', []],
    [api, 'companyId', ['isWon']],
  ] as const) {
    const fields = ['id', 'title', company, 'manager', 'stage', 'amount', 'closed', 'created', 'source']
    const { system, fields: found, unclaimed } = recognise('deals', line)
    expect([system, Object.values(found), unclaimed]).toEqual(['salesforce', [...fields, ...more], []])
  }
  expect(
    recognise(
      'history',
      'Id, OpportunityId, StageName, Amount, ExpectedRevenue, CloseDate, Probability, ForecastCategory, PrevAmount, PrevCloseDate, CreatedDate',
    ),
  ).toEqual({
    system: 'salesforce',
    fields: { OpportunityId: 'deal', StageName: 'stage', Amount: 'amount', CreatedDate: 'at' },
    unclaimed: [],
  })
})

test('files of nobody in particular', () => {
  expect(
    recognise(
      'deals',
      'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value',
      ',',
    ),
  ).toEqual({
    system: null,
    fields: {
      opportunity_id: 'id',
      sales_agent: 'manager',
      product: 'product',
      account: 'company',
      deal_stage: 'stage',
      engage_date: 'created',
      close_date: 'closed',
      close_value: 'amount',
    },
    unclaimed: [],
  })
  expect(recognise('deals', 'Номер сделки, Клиент, Этап, Менеджер, Сумма, Создано, Цвет рамы')).toEqual({
    system: null,
    fields: {
      'Номер сделки': 'id',
      Клиент: 'contact',
      Этап: 'stage',
      Менеджер: 'manager',
      Сумма: 'amount',
      Создано: 'created',
    },
    unclaimed: ['Цвет рамы'],
  })
  expect(recognise('deals', "Угода, Ім'я клієнта, Етап, Відповідальний, Сума, Дата створення")).toEqual({
    system: null,
    fields: {
      Угода: 'title',
      "Ім'я клієнта": 'contact',
      Етап: 'stage',
      Відповідальний: 'manager',
      Сума: 'amount',
      'Дата створення': 'created',
    },
    unclaimed: [],
  })
})

test('a second column for a field of one value, a nameless and an unknown one stay unclaimed', () => {
  const { columns } = recogniseHeaders('deals', [
    'id',
    'stage',
    'Deal Stage',
    '',
    'Regional office',
    'Phone 1',
    'Phone 2',
  ])
  expect(columns.map(({ field, reason }) => [field, reason])).toEqual([
    ['id', 'common'],
    ['stage', 'common'],
    [null, 'taken'],
    [null, 'nameless'],
    [null, 'unknown'],
    ['phone', 'common'],
    ['phone', 'common'],
  ])
})

test('event logs and the own export of history', () => {
  expect(
    recognise(
      'history',
      'org:resource,lifecycle:transition,concept:name,time:timestamp,case:REG_DATE,case:concept:name,case:AMOUNT_REQ',
      ',',
    ),
  ).toEqual({
    system: null,
    dateOrder: 'ymd',
    fields: {
      'org:resource': 'manager',
      'concept:name': 'stage',
      'time:timestamp': 'at',
      'case:REG_DATE': 'created',
      'case:concept:name': 'deal',
      'case:AMOUNT_REQ': 'amount',
    },
    unclaimed: [],
  })
  expect(
    recognise('history', 'deal,externalSystem,kind,value,at,precision,actor,origin,synthetic', ',').system,
  ).toBe('voronka')
})

test('people, of address books and of CRMs', () => {
  expect(
    recognise('contacts', 'Index,User Id,First Name,Last Name,Sex,Email,Phone,Date of birth,Job Title', ','),
  ).toEqual({
    system: null,
    fields: {
      'User Id': 'id',
      'First Name': 'firstName',
      'Last Name': 'lastName',
      Email: 'email',
      Phone: 'phone',
      'Date of birth': 'birthday',
      'Job Title': 'title',
    },
    unclaimed: ['Index', 'Sex'],
  })
  expect(
    recognise('contacts', 'Фамилия;Имя;Отчество;Пол;Телефон;Дата рождения;Email;Дата регистрации;Код', ';'),
  ).toEqual({
    system: null,
    fields: {
      Фамилия: 'lastName',
      Имя: 'firstName',
      Отчество: 'middleName',
      Телефон: 'phone',
      'Дата рождения': 'birthday',
      Email: 'email',
      'Дата регистрации': 'created',
      Код: 'id',
    },
    unclaimed: ['Пол'],
  })
  expect(
    recognise(
      'contacts',
      'Record ID, First Name, Last Name, Email, Phone Number, Contact owner, Lead Status, Associated Company',
    ).system,
  ).toBe('hubspot')
  expect(
    recognise(
      'contacts',
      'Полное имя (контакт), Должность (контакт), Рабочий телефон (контакт), Название (компания)',
    ),
  ).toEqual({
    system: 'amocrm',
    dateOrder: 'dmy',
    fields: {
      'Полное имя (контакт)': 'name',
      'Должность (контакт)': 'title',
      'Рабочий телефон (контакт)': 'phone',
      'Название (компания)': 'company',
    },
    unclaimed: [],
  })
})

test('headers are compared without case, signs and blanks', () => {
  expect(
    ['E-mail *', 'e_mail', 'EMAIL', ' Email\u00a0', 'Ответственный\u00a0*', 'Учёт, %'].map(foldHeader),
  ).toEqual(['email', 'email', 'email', 'email', 'ответственный', 'учет'])
})
