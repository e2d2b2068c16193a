import { existsSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Store } from '../../src/store/store.ts'
import { fillSample } from '../store/sample.ts'
import { textOf, trial } from './world.ts'

async function sample() {
  const room = trial()
  const store = Store.open(room.path('trial.db'), { create: true })
  fillSample(store)
  store.close()
  const copy = room.path('copy.json')
  await room.run(['export', 'all', '--output', copy])
  return { room, copy, other: room.path('other.db') }
}

test('a full copy holds what is in force, a record a line', async () => {
  const { copy } = await sample()
  expect(textOf(copy)).toMatchInlineSnapshot(`
    "{"schema":"voronka.copy/1",
    "settings":[
    {"id":1,"key":"currency","value":"UAH"},
    {"id":2,"key":"timezone","value":"Europe/Kyiv"},
    {"id":3,"key":"pipeline","value":"1"}
    ],
    "managers":[
    {"id":1,"name":"Анна Біла","email":null,"department":null,"aliases":[],"active":true,"mergedInto":null},
    {"id":2,"name":"Борис","email":null,"department":null,"aliases":[],"active":true,"mergedInto":null}
    ],
    "pipelines":[
    {"id":1,"name":"Вікна","aliases":[]}
    ],
    "stages":[
    {"id":1,"pipelineId":1,"kind":"open","bit":0,"name":"Заявка","aliases":[],"probability":null,"normDays":null,"invoice":false,"criteria":[],"strict":false},
    {"id":2,"pipelineId":1,"kind":"open","bit":1,"name":"Замір","aliases":[],"probability":null,"normDays":null,"invoice":false,"criteria":[],"strict":false},
    {"id":3,"pipelineId":1,"kind":"open","bit":2,"name":"Договір","aliases":[],"probability":null,"normDays":null,"invoice":false,"criteria":[],"strict":false},
    {"id":4,"pipelineId":1,"kind":"won","bit":3,"name":"Виграно","aliases":[],"probability":null,"normDays":null,"invoice":false,"criteria":[],"strict":false},
    {"id":5,"pipelineId":1,"kind":"lost","bit":4,"name":"Відмова","aliases":[],"probability":null,"normDays":null,"invoice":false,"criteria":[],"strict":false}
    ],
    "pipelineVersions":[
    {"id":1,"pipelineId":1,"fromAt":null,"stages":[1,2,3]}
    ],
    "fields":[
    {"id":1,"entity":"deal","name":"Поверх","type":"number","choices":[]},
    {"id":2,"entity":"deal","name":"Застава","type":"money","choices":[]},
    {"id":3,"entity":"deal","name":"Note","type":"text","choices":[]},
    {"id":4,"entity":"deal","name":"Ключі","type":"yesno","choices":[]}
    ],
    "fxRates":[
    ],
    "savedFilters":[
    ],
    "referenceFunnels":[
    ],
    "dashboards":[
    ],
    "profiles":[
    ],
    "companies":[
    {"id":1,"name":"ТОВ «Ромашка; сад»","externalSystem":null,"externalId":null,"createdAt":"2026-01-02T22:00:00.000Z","createdPrecision":"day","phone":"+380 44 123-45-67","email":null,"website":"=HYPERLINK(\\"http://x\\")","note":null,"managerId":1,"fields":{},"said":null,"mergedInto":null}
    ],
    "contacts":[
    {"id":1,"name":"Іван Кіт","externalSystem":"crm","externalId":"A-1","createdAt":"2026-01-03T09:30:00.250Z","createdPrecision":"moment","position":null,"phones":[{"e164":"+380671234567","raw":"+380671234567"}],"emails":[{"email":"a@b.ua","raw":"A@b.ua"}],"companyId":1,"managerId":null,"source":null,"note":null,"birthday":null,"tags":["vip"],"fields":{},"said":null,"mergedInto":null,"erased":false,"referredBy":null},
    {"id":2,"name":"Олена \\"Мрія\\"","externalSystem":null,"externalId":null,"createdAt":"2026-01-03T09:30:00.250Z","createdPrecision":"moment","position":null,"phones":[{"e164":"+380501112233","raw":"+380501112233"}],"emails":[{"email":"a@b.ua","raw":"A@b.ua"}],"companyId":1,"managerId":null,"source":null,"note":null,"birthday":null,"tags":["vip"],"fields":{},"said":null,"mergedInto":null,"erased":false,"referredBy":null}
    ],
    "apart":[
    ],
    "activities":[
    ],
    "tasks":[
    ],
    "plans":[
    ],
    "bonuses":[
    ],
    "holidays":[
    ],
    "rules":[
    ],
    "ruleFirings":[
    ],
    "handovers":[
    ],
    "handoverItems":[
    ],
    "lifecycle":[
    ],
    "wants":[
    ],
    "reactivations":[
    ],
    "deals":[
    {"id":1,"title":"Балкон, 3 вікна","externalSystem":null,"externalId":null,"createdAt":"2026-01-04T07:15:00.000Z","createdPrecision":"moment","recordedAt":"2026-01-05T08:00:00.000Z","origin":"user","actorId":1,"synthetic":false,"stageSynthetic":false,"stageSeen":false,"amountSynthetic":false,"stageId":1,"managerId":1,"companyId":1,"amount":12000050,"cost":8000000,"currency":"UAH","source":"сайт","product":"вікна","expectedOn":"2026-03-01","contacts":[2,1],"tags":["терміново","a; b"],"fields":{"1":4.5,"2":100000,"3":"лист","4":1},"note":"рядок 1\\nрядок 2"},
    {"id":2,"title":"Помилка","externalSystem":null,"externalId":null,"createdAt":"2026-01-04T08:00:00.000Z","createdPrecision":"moment","recordedAt":"2026-01-05T08:00:00.000Z","origin":"user","actorId":null,"synthetic":false,"stageSynthetic":false,"stageSeen":false,"amountSynthetic":false,"stageId":1,"managerId":null,"companyId":null,"amount":null,"cost":null,"currency":"UAH","source":null,"product":null,"expectedOn":null,"contacts":[],"tags":[],"fields":{},"note":null},
    {"id":3,"title":"+двері","externalSystem":"crm","externalId":"7","createdAt":"2026-02-01T22:00:00.000Z","createdPrecision":"day","recordedAt":"2026-02-20T08:00:00.000Z","origin":"import","actorId":null,"synthetic":true,"stageSynthetic":true,"stageSeen":false,"amountSynthetic":true,"stageId":1,"managerId":2,"companyId":null,"amount":-500,"cost":null,"currency":"UAH","source":null,"product":null,"expectedOn":null,"contacts":[],"tags":[],"fields":{},"note":null}
    ],
    "history":[
    {"id":1,"dealId":1,"kind":"stage","value":2,"reason":null,"at":"2026-01-10T09:00:00.000Z","precision":"moment","recordedAt":"2026-01-05T08:00:00.000Z","actorId":2,"origin":"user","synthetic":false},
    {"id":2,"dealId":1,"kind":"amount","value":15000000,"reason":null,"at":"2026-01-11T09:00:00.000Z","precision":"moment","recordedAt":"2026-01-05T08:00:00.000Z","actorId":2,"origin":"user","synthetic":false},
    {"id":3,"dealId":1,"kind":"currency","value":"JPY","reason":null,"at":"2026-01-12T09:00:00.000Z","precision":"moment","recordedAt":"2026-01-05T08:00:00.000Z","actorId":2,"origin":"user","synthetic":false},
    {"id":4,"dealId":1,"kind":"amount","value":500000,"reason":null,"at":"2026-01-12T09:00:00.000Z","precision":"moment","recordedAt":"2026-01-05T08:00:00.000Z","actorId":2,"origin":"user","synthetic":false},
    {"id":5,"dealId":1,"kind":"contacts","value":"[1]","reason":null,"at":"2026-01-13T09:00:00.000Z","precision":"moment","recordedAt":"2026-01-05T08:00:00.000Z","actorId":2,"origin":"user","synthetic":false},
    {"id":6,"dealId":1,"kind":"note","value":null,"reason":null,"at":"2026-01-13T09:00:00.000Z","precision":"moment","recordedAt":"2026-01-05T08:00:00.000Z","actorId":2,"origin":"user","synthetic":false},
    {"id":7,"dealId":1,"kind":"tags","value":"[\\"vip\\"]","reason":null,"at":"2026-01-13T09:00:00.000Z","precision":"moment","recordedAt":"2026-01-05T08:00:00.000Z","actorId":2,"origin":"user","synthetic":false},
    {"id":8,"dealId":1,"kind":"field:2","value":200000,"reason":null,"at":"2026-01-13T09:00:00.000Z","precision":"moment","recordedAt":"2026-01-05T08:00:00.000Z","actorId":2,"origin":"user","synthetic":false},
    {"id":9,"dealId":1,"kind":"field:3","value":"-1+1","reason":null,"at":"2026-01-13T09:00:00.000Z","precision":"moment","recordedAt":"2026-01-05T08:00:00.000Z","actorId":2,"origin":"user","synthetic":false},
    {"id":10,"dealId":2,"kind":"removed","value":1,"reason":null,"at":"2026-01-05T08:00:00.000Z","precision":"moment","recordedAt":"2026-01-05T08:00:00.000Z","actorId":2,"origin":"user","synthetic":false},
    {"id":11,"dealId":3,"kind":"stage","value":3,"reason":null,"at":"2026-02-04T22:00:00.000Z","precision":"day","recordedAt":"2026-02-20T08:00:00.000Z","actorId":null,"origin":"import","synthetic":false},
    {"id":12,"dealId":3,"kind":"stage","value":5,"reason":"дорого","at":"2026-02-09T22:00:00.000Z","precision":"day","recordedAt":"2026-02-20T08:00:00.000Z","actorId":null,"origin":"import","synthetic":false},
    {"id":13,"dealId":3,"kind":"stage","value":2,"reason":null,"at":"2026-02-11T22:00:00.000Z","precision":"day","recordedAt":"2026-02-20T08:00:00.000Z","actorId":null,"origin":"import","synthetic":false},
    {"id":14,"dealId":3,"kind":"stage","value":5,"reason":"пішли до \\"інших\\"","at":"2026-02-14T22:00:00.000Z","precision":"day","recordedAt":"2026-02-20T08:00:00.000Z","actorId":null,"origin":"import","synthetic":false}
    ]}
    "
  `)
  expect(Object.keys(JSON.parse(textOf(copy)))).toMatchInlineSnapshot(`
    [
      "schema",
      "settings",
      "managers",
      "pipelines",
      "stages",
      "pipelineVersions",
      "fields",
      "fxRates",
      "savedFilters",
      "referenceFunnels",
      "dashboards",
      "profiles",
      "companies",
      "contacts",
      "apart",
      "activities",
      "tasks",
      "plans",
      "bonuses",
      "holidays",
      "rules",
      "ruleFirings",
      "handovers",
      "handoverItems",
      "lifecycle",
      "wants",
      "reactivations",
      "deals",
      "history",
    ]
  `)
})

test('a copy put into a new file is the same workspace: every export of it is the same', async () => {
  const { room, copy, other } = await sample()
  expect(await room.run(['import', 'all', copy, '--db', other])).toEqual({
    exit: 0,
    out: '',
    err: `${other} now holds the copy: deals 3, history rows 14, contacts 2. With --known-at, people, calls, tasks and holidays of the copy count as known from the beginning\n`,
  })
  for (const words of [
    ['export', 'all'],
    ['export', 'deals'],
    ['export', 'history'],
  ])
    expect((await room.run([...words, '--db', other])).out).toBe((await room.run(words)).out)
  expect((await room.run(['doctor', '--db', other])).exit).toBe(0)
})

test('a workspace that was only begun gives way, and undo brings it back', async () => {
  const { room, copy, other } = await sample()
  await room.run(['init', '--stages', 'A,B', '--db', other])
  const begun = (await room.run(['export', 'all', '--db', other])).out
  expect((await room.run(['import', 'all', copy, '--db', other])).exit).toBe(0)
  expect((await room.run(['export', 'all', '--db', other])).out).toBe(textOf(copy))
  expect((await room.run(['doctor', '--db', other])).exit).toBe(0)
  expect((await room.run(['undo', '--db', other])).exit).toBe(0)
  expect((await room.run(['export', 'all', '--db', other])).out).toBe(begun)
  expect((await room.run(['doctor', '--db', other])).exit).toBe(0)
})

test('a copy that another program wrote in other lines is read too, and from stdin', async () => {
  const { room, copy, other } = await sample()
  const stdin = JSON.stringify(JSON.parse(textOf(copy)), null, 4)
  expect((await room.run(['import', 'all', '-', '--db', other], { stdin })).exit).toBe(0)
  expect((await room.run(['export', 'all', '--db', other])).out).toBe(textOf(copy))
})

test('nothing is half restored', async () => {
  const { room, copy, other } = await sample()
  const text = textOf(copy)
  /** The line of the copy in which this first stands. */
  const lineOf = (found: string) => text.slice(0, text.indexOf(found)).split('\n').length
  const lines = text.trimEnd().split('\n').length
  const refused = async (name: string, content: string) => {
    writeFileSync(room.path(name), content)
    const ran = await room.run(['import', 'all', room.path(name), '--db', other])
    expect(existsSync(other)).toBe(false)
    return ran
  }
  expect(await refused('cut.json', text.slice(0, -4))).toEqual({
    exit: 65,
    out: '',
    err: `The copy ends in the middle, after line ${lines - 1}. Nothing was changed\n`,
  })
  expect(await refused('bad.json', text.replace('"precision":"moment"', '"precision":"hour"'))).toEqual({
    exit: 65,
    out: '',
    err: `Line ${lineOf('"precision":"moment"')} of the copy cannot be read: history.precision. Nothing was changed\n`,
  })
  for (const [from, to, where] of [
    ['"value":"JPY"', '"value":"XXZ"', 'Line N of the copy cannot be read: history.value'],
    ['"tags":["vip"]', '"tags":"vip"', 'Line N of the copy cannot be read: contacts.tags'],
    [
      '"dealId":3,"kind":"stage","value":3',
      '"dealId":3,"kind":"stage","value":99',
      'The copy does not agree with itself (references: d3)',
    ],
    [
      '{"id":1,"key":"currency"',
      '{"id":null,"key":"currency"',
      'Line N of the copy cannot be read: settings.id',
    ],
    ['"mergedInto":null', '"mergedInto":1', 'The copy does not agree with itself (references: managers 1)'],
    ['"managerId":2', '"managerId":77', 'The copy does not agree with itself (references: d3)'],
    ['"id":2,"pipelineId":1', '"id":1,"pipelineId":1', 'Line N of the copy cannot be read: stages'],
    [
      '"value":"Europe/Kyiv"',
      '"value":"Europe/Nowhere"',
      'The copy does not agree with itself (settings: timezone Europe/Nowhere)',
    ],
  ] as const) {
    expect([from, text.includes(from)]).toEqual([from, true])
    expect(await refused('unsound.json', text.replace(from, to))).toEqual({
      exit: 65,
      out: '',
      err: `${where.replace('Line N', `Line ${lineOf(from)}`)}. Nothing was changed\n`,
    })
  }
  for (const [name, content] of [
    ['list.json', '[1]'],
    ['text.txt', 'hello'],
    ['empty', ''],
    ['other.json', '{"schema":"voronka.copy/2"}'],
  ] as const)
    expect(await refused(name, content)).toEqual({
      exit: 65,
      out: '',
      err: 'This is no full copy: one is written by voronka export all --output copy.json\n',
    })
  expect(await room.run(['import', 'all', room.path('none'), '--db', other])).toEqual({
    exit: 66,
    out: '',
    err: `There is no file ${room.path('none')}\n`,
  })
  expect(await room.run(['import', 'all', copy])).toEqual({
    exit: 1,
    out: '',
    err: `${room.path('trial.db')} has records already. Put the copy into a new file: voronka import all FILE --db NEW.db\n`,
  })
})
