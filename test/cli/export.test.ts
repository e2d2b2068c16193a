import { expect, test } from 'vitest'
import { Store } from '../../src/store/store.ts'
import { fillSample } from '../store/sample.ts'
import { textOf, trial } from './world.ts'

function sample() {
  const room = trial()
  const store = Store.open(room.path('trial.db'), { create: true })
  fillSample(store)
  store.close()
  return room
}

async function exported(...words: string[]): Promise<string> {
  const ran = await sample().run(['export', ...words])
  expect({ exit: ran.exit, err: ran.err }).toEqual({ exit: 0, err: '' })
  return ran.out
}

test('deals as they are now, those removed left out', async () => {
  expect(await exported('deals')).toMatchInlineSnapshot(`
    "id,externalSystem,externalId,title,pipeline,stage,status,stageAt,lastStage,manager,company,companyId,contacts,contactIds,amount,currency,cost,createdAt,closedAt,expectedClose,source,product,lostReason,tags,note,Поверх,Застава,field:Note,Ключі
    d1,,,"Балкон, 3 вікна",Вікна,Замір,open,2026-01-10T11:00:00+02:00,,Анна Біла,ТОВ «Ромашка; сад»,o1,Іван Кіт,c1,500000,JPY,8000000,2026-01-04T09:15:00+02:00,,2026-03-01,сайт,вікна,,vip,,4.5,2000,-1+1,true
    d3,crm,7,+двері,Вікна,Відмова,lost,,Замір,Борис,,,,,-5,UAH,,2026-02-02,2026-02-15,,,,"пішли до ""інших""",,,,,,
    "
  `)
})

test('contacts and companies', async () => {
  expect(await exported('contacts')).toMatchInlineSnapshot(`
    "id,externalSystem,externalId,name,position,phones,emails,company,companyId,manager,source,birthday,tags,lifecycle,lifecycleHistory,referredBy,referredById,wants,note,createdAt
    c1,crm,A-1,Іван Кіт,,+380671234567,A@b.ua,ТОВ «Ромашка; сад»,o1,,,,vip,lead,,,,,,2026-01-03T11:30:00.250+02:00
    c2,,,"Олена ""Мрія""",,+380501112233,A@b.ua,ТОВ «Ромашка; сад»,o1,,,,vip,lead,,,,,,2026-01-03T11:30:00.250+02:00
    "
  `)
  expect(await exported('companies')).toMatchInlineSnapshot(`
    "id,externalSystem,externalId,name,phone,email,website,manager,note,createdAt
    o1,,,ТОВ «Ромашка; сад»,+380 44 123-45-67,,"=HYPERLINK(""http://x"")",Анна Біла,,2026-01-03
    "
  `)
})

test('history: how each deal began, then each change as it took effect', async () => {
  expect(await exported('history')).toMatchInlineSnapshot(`
    "deal,externalSystem,externalId,kind,value,valueId,at,precision,actor,origin,synthetic,reason,title,pipeline,stageSynthetic,stageSeen,manager,company,companyId,contacts,contactIds,amount,amountSynthetic,currency,cost,expectedClose,source,product,tags,note,Поверх,Застава,field:Note,Ключі
    d1,,,created,Заявка,,2026-01-04T09:15:00+02:00,moment,Анна Біла,user,false,,"Балкон, 3 вікна",Вікна,false,false,Анна Біла,ТОВ «Ромашка; сад»,o1,"""Олена """"Мрія""""""; Іван Кіт",c2; c1,120000.50,false,UAH,80000,2026-03-01,сайт,вікна,"терміново; ""a; b""","рядок 1
    рядок 2",4.5,1000,лист,true
    d1,,,stage,Замір,,2026-01-10T11:00:00+02:00,moment,Борис,user,false,,,Вікна,,,,,,,,,,,,,,,,,,,,
    d1,,,amount,150000,,2026-01-11T11:00:00+02:00,moment,Борис,user,false,,,,,,,,,,,,,UAH,,,,,,,,,,
    d1,,,currency,JPY,,2026-01-12T11:00:00+02:00,moment,Борис,user,false,,,,,,,,,,,,,,,,,,,,,,,
    d1,,,amount,500000,,2026-01-12T11:00:00+02:00,moment,Борис,user,false,,,,,,,,,,,,,JPY,,,,,,,,,,
    d1,,,contacts,Іван Кіт,c1,2026-01-13T11:00:00+02:00,moment,Борис,user,false,,,,,,,,,,,,,,,,,,,,,,,
    d1,,,note,,,2026-01-13T11:00:00+02:00,moment,Борис,user,false,,,,,,,,,,,,,,,,,,,,,,,
    d1,,,tags,vip,,2026-01-13T11:00:00+02:00,moment,Борис,user,false,,,,,,,,,,,,,,,,,,,,,,,
    d1,,,Застава,2000,,2026-01-13T11:00:00+02:00,moment,Борис,user,false,,,,,,,,,,,,,UAH,,,,,,,,,,
    d1,,,field:Note,-1+1,,2026-01-13T11:00:00+02:00,moment,Борис,user,false,,,,,,,,,,,,,,,,,,,,,,,
    d3,crm,7,created,Заявка,,2026-02-02,day,,import,true,,+двері,Вікна,true,false,Борис,,,,,-5,true,UAH,,,,,,,,,,
    d3,crm,7,stage,Договір,,2026-02-05,day,,import,false,,,Вікна,,,,,,,,,,,,,,,,,,,,
    d3,crm,7,stage,Відмова,,2026-02-10,day,,import,false,дорого,,Вікна,,,,,,,,,,,,,,,,,,,,
    d3,crm,7,stage,Замір,,2026-02-12,day,,import,false,,,Вікна,,,,,,,,,,,,,,,,,,,,
    d3,crm,7,stage,Відмова,,2026-02-15,day,,import,false,"пішли до ""інших""",,Вікна,,,,,,,,,,,,,,,,,,,,
    "
  `)
})

test('for Excel: its delimiter and decimal sign, CRLF, a BOM, and no formula', async () => {
  expect((await exported('deals', '--for', 'excel', '--lang', 'uk')).split('\r\n')).toMatchInlineSnapshot(`
    [
      "﻿id;externalSystem;externalId;title;pipeline;stage;status;stageAt;lastStage;manager;company;companyId;contacts;contactIds;amount;currency;cost;createdAt;closedAt;expectedClose;source;product;lostReason;tags;note;Поверх;Застава;field:Note;Ключі",
      "d1;;;Балкон, 3 вікна;Вікна;Замір;open;2026-01-10 11:00:00;;Анна Біла;"ТОВ «Ромашка; сад»";o1;Іван Кіт;c1;500000;JPY;8000000;2026-01-04 09:15:00;;2026-03-01;сайт;вікна;;vip;;4,5;2000;'-1+1;true",
      "d3;crm;7;'+двері;Вікна;Відмова;lost;;Замір;Борис;;;;;-5;UAH;;2026-02-02;2026-02-15;;;;"пішли до ""інших""";;;;;;",
      "",
    ]
  `)
  expect((await exported('companies', '--for', 'excel')).split('\r\n')).toMatchInlineSnapshot(`
    [
      "﻿id,externalSystem,externalId,name,phone,email,website,manager,note,createdAt",
      "o1,,,ТОВ «Ромашка; сад»,+380 44 123-45-67,,"'=HYPERLINK(""http://x"")",Анна Біла,,2026-01-03",
      "",
    ]
  `)
})

test('JSON as lists show deals, NDJSON the same a line each', async () => {
  const json = await exported('deals', '--format', 'json')
  expect(json).toMatchInlineSnapshot(`
    "[
      {
        "id": "d1",
        "externalSystem": null,
        "externalId": null,
        "title": "Балкон, 3 вікна",
        "pipeline": "Вікна",
        "stage": "Замір",
        "status": "open",
        "stageAt": "2026-01-10T11:00:00+02:00",
        "lastStage": null,
        "manager": "Анна Біла",
        "company": "ТОВ «Ромашка; сад»",
        "companyId": "o1",
        "contacts": [
          "Іван Кіт"
        ],
        "contactIds": [
          "c1"
        ],
        "amount": 500000,
        "currency": "JPY",
        "cost": 8000000,
        "createdAt": "2026-01-04T09:15:00+02:00",
        "closedAt": null,
        "expectedClose": "2026-03-01",
        "source": "сайт",
        "product": "вікна",
        "lostReason": null,
        "tags": [
          "vip"
        ],
        "note": null,
        "fields": {
          "Поверх": 4.5,
          "Застава": 2000,
          "field:Note": "-1+1",
          "Ключі": true
        }
      },
      {
        "id": "d3",
        "externalSystem": "crm",
        "externalId": "7",
        "title": "+двері",
        "pipeline": "Вікна",
        "stage": "Відмова",
        "status": "lost",
        "stageAt": null,
        "lastStage": "Замір",
        "manager": "Борис",
        "company": null,
        "companyId": null,
        "contacts": [],
        "contactIds": [],
        "amount": -5,
        "currency": "UAH",
        "cost": null,
        "createdAt": "2026-02-02",
        "closedAt": "2026-02-15",
        "expectedClose": null,
        "source": null,
        "product": null,
        "lostReason": "пішли до \\"інших\\"",
        "tags": [],
        "note": null,
        "fields": {}
      }
    ]
    "
  `)
  const records: unknown = JSON.parse(json)
  const lines = (await exported('deals', '--format', 'ndjson')).trimEnd().split('\n')
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual(records)
})

test('an empty workspace exports its headers, or an empty array', async () => {
  const room = trial()
  await room.run(['init', '--stages', 'New'])
  expect(await room.run(['export', 'contacts'])).toEqual({
    exit: 0,
    out: 'id,externalSystem,externalId,name,position,phones,emails,company,companyId,manager,source,birthday,tags,lifecycle,lifecycleHistory,referredBy,referredById,wants,note,createdAt\n',
    err: '',
  })
  expect(await room.run(['export', 'deals', '--format', 'json'])).toEqual({ exit: 0, out: '[]\n', err: '' })
})

test('into a file, whole', async () => {
  const room = sample()
  const { out } = await room.run(['export', 'history'])
  expect(await room.run(['export', 'history', '--output', room.path('h.csv')])).toEqual({
    exit: 0,
    out: '',
    err: '',
  })
  expect(textOf(room.path('h.csv'))).toBe(out)
})

test('what cannot be exported, or not so, is said', async () => {
  const room = sample()
  expect(await room.run(['export', 'dels'])).toEqual({
    exit: 2,
    out: '',
    err: 'There is no export of "dels". There are: deals, contacts, companies, history, activities, tasks, plans, all\n',
  })
  expect(await room.run(['export', 'deals', '--format', 'md'])).toEqual({
    exit: 2,
    out: '',
    err: 'No format "md" here. There are: csv, json, ndjson, xlsx\n',
  })
  expect(await room.run(['export', 'deals', '--for', 'word'])).toEqual({
    exit: 2,
    out: '',
    err: '--for takes excel, not "word"\n',
  })
})
