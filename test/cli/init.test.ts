import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { person } from '../support/person.ts'
import { answering, jsonOf } from './asking.ts'
import { trial } from './world.ts'

test('a template in the language of the words; what was made is said', async () => {
  const workspace = trial()
  const argv = [
    'init',
    '--template',
    'calls',
    '--lang',
    'ru',
    '--currency',
    'rub',
    '--timezone',
    'Europe/Moscow',
  ]
  expect(await workspace.run(argv)).toEqual({
    exit: 0,
    out: '',
    err: `Создана база ${workspace.path('trial.db')}: воронка «Продажи» (Звонок → Встреча → Договор), RUB, Europe/Moscow\n`,
  })
  expect((await workspace.run(['stage', 'list'])).out.replaceAll('\u00a0', ' ')).toBe(
    [
      'воронка  этап      вид       вероятность  норма, дней  открытых сделок',
      'Продажи  Звонок    открытый         25 %                             0',
      'Продажи  Встреча   открытый         50 %                             0',
      'Продажи  Договор   открытый         75 %                             0',
      'Продажи  Выиграно  выигрыш         100 %                             0',
      'Продажи  Отказ     отказ             0 %                             0',
      '',
    ].join('\n'),
  )
})

test.each([
  [['--stages', 'New,new'], 2, '"new" stands twice among the stages and outcomes: give another name\n'],
  [['--stages', 'New,Won'], 2, '"Won" stands twice among the stages and outcomes: give another name\n'],
  [
    ['--stages', ' , '],
    2,
    'Name the stages: --stages "New,Qualified,Proposal", or take a template (all of them: voronka init --template list)\n',
  ],
  [
    [],
    2,
    'Name the stages: --stages "New,Qualified,Proposal", or take a template (all of them: voronka init --template list)\n',
  ],
  [['--template', 'inqury'], 2, 'There is no template "inqury". There are: inquiry\n'],
  [['--stages', 'A', '--currency', 'XXX'], 2, 'No currency "XXX". Give its three-letter code, like EUR\n'],
  [['--stages', 'A', '--week-start', 'noday'], 2, '"noday" is no day of the week: write monday or sunday\n'],
] as const)('init %j is refused and leaves no file', async (flags, exit, err) => {
  const workspace = trial()
  expect(await workspace.run(['init', ...flags])).toEqual({ exit, out: '', err })
  expect(existsSync(workspace.path('trial.db'))).toBe(false)
})

test('a trial run makes no file', async () => {
  const workspace = trial()
  const ran = await workspace.run(['init', '--stages', 'A', '--dry-run'])
  expect(ran).toEqual({
    exit: 0,
    out: '',
    err: `Made ${workspace.path('trial.db')}: pipeline "Sales" (A), USD, UTC\nTaken unasked: time zone UTC (as on this machine), currency USD. Change it before the first deal: voronka config set timezone Berlin\nA trial run: nothing was changed\n`,
  })
  expect(existsSync(workspace.path('trial.db'))).toBe(false)
})

/** A new stage asks for nothing. */
const PLAIN = { openDeals: 0, invoice: false, criteria: [], strict: false, rules: 0 }

test('at a terminal the stages and the currency are asked', async () => {
  const workspace = trial({ terminal: 80 })
  await workspace.run(['init'], { ask: answering(0, ' , ', 'One, Two', 'eur', 'Київ') })
  expect(await jsonOf(workspace, 'pipeline', 'list')).toEqual([
    {
      name: 'Sales',
      default: true,
      won: 'Won',
      lost: 'Lost',
      stages: [
        { stage: 'One', pipeline: 'Sales', kind: 'open', probability: 0.3333, norm: null, ...PLAIN },
        { stage: 'Two', pipeline: 'Sales', kind: 'open', probability: 0.6667, norm: null, ...PLAIN },
        { stage: 'Won', pipeline: 'Sales', kind: 'won', probability: 1, norm: null, ...PLAIN },
        { stage: 'Lost', pipeline: 'Sales', kind: 'lost', probability: 0, norm: null, ...PLAIN },
      ],
      openDeals: 0,
    },
  ])
})

const NEXT = `What comes next:
  voronka manager add NAME     whoever sells; which one you are: voronka me NAME
  voronka add                  the first inquiry: it asks about whom and what
  voronka import deals FILE    a table of deals; of people: import contacts FILE
`

test('a currency or a city that is none is asked for again, and which of several where one word means them', async () => {
  const workspace = trial({ terminal: 120 })
  const ran = await workspace.run(['init'], { ask: answering(1, 'золото', 'манат', 1, 'берлен', 'берлин') })
  expect(ran).toEqual({
    exit: 0,
    out: '',
    err: `No currency "золото". Give its three-letter code, like EUR\nUnknown time zone “берлен”. Perhaps Берлин (Europe/Berlin)\nMade ${workspace.path('trial.db')}: pipeline "Sales" (Call → Meeting → Contract), TMT, Europe/Berlin\n${NEXT}`,
  })
})

test.each([
  ['руб', 'RUB'],
  ['грн.', 'UAH'],
  ['₽', 'RUB'],
  ['$', 'USD'],
  ['тенге', 'KZT'],
  ['евро', 'EUR'],
  ['pln', 'PLN'],
])('--currency %s is %s', async (text, code) => {
  const workspace = trial()
  await workspace.run(['init', '--template', 'calls', '--currency', text])
  expect((await workspace.run(['config', 'get', 'currency'])).out).toBe(`${code}\n`)
})

test('a word that several currencies share is refused with their codes', async () => {
  const ran = await trial().run(['init', '--template', 'calls', '--currency', 'лей'])
  expect(ran).toEqual({ exit: 2, out: '', err: '"лей" may be any of MDL, RON: give the three-letter code\n' })
})

test('templates are listed without making anything', async () => {
  const workspace = trial()
  expect((await workspace.run(['init', '--template', 'list', '--lang', 'uk'])).out).toBe(
    [
      'calls — найстаріша воронка продавця',
      '  Дзвінок → Зустріч → Договір',
      'seven-steps — кроки одного продажу',
      '  Контакт → Потреби → Презентація → Сигнал до купівлі → Заперечення → Завершення → Рахунок',
      'inquiry — вхідні звернення',
      '  Звернення → Опрацьовано → Пропозиція → Старт погоджено',
      'b2b — довгий ланцюг продажів компаніям',
      '  Холодний дзвінок → Розсилка → Захід → Виїзд на об’єкт → Презентація → Пропозиція → Демонстрація → Договір',
      'after-sale — робота з тими, хто вже купив',
      '  Договір підтримки → Рекомендації → Повторний продаж',
      '',
    ].join('\n'),
  )
})

test.each([
  ['москва', 'Europe/Moscow'],
  ['Санкт-Петербург', 'Europe/Moscow'],
  ['Киев', 'Europe/Kyiv'],
  ['Київ', 'Europe/Kyiv'],
  ['Kyiv', 'Europe/Kyiv'],
  ['berlin', 'Europe/Berlin'],
  ['New York', 'America/New_York'],
  ['алма-ата', 'Asia/Almaty'],
  ['UTC', 'UTC'],
])('the time zone of %s is %s', async (city, zone) => {
  const workspace = trial()
  await workspace.run(['init', '--template', 'calls', '--timezone', city])
  expect((await workspace.run(['config', 'get', 'timezone'])).out).toBe(`${zone}\n`)
  await workspace.run(['config', 'set', 'timezone', 'Tokyo'])
  await workspace.run(['config', 'set', 'timezone', city])
  expect((await workspace.run(['config', 'get', 'timezone'])).out).toBe(`${zone}\n`)
})

test.each([
  ['en', 'UTC'],
  ['ru', 'Москва'],
  ['uk', 'Київ'],
])('where the clock of the machine is UTC, the city offered in %s is %s', async (lang, city) => {
  const someone = person([
    'my own|свои|свої'.split('|')[['en', 'ru', 'uk'].indexOf(lang)] ?? '',
    'A; B',
    'eur',
    '',
  ])
  await trial({ terminal: 80, env: { VORONKA_LANG: lang } }).run(['init'], { ask: someone.ask })
  expect(someone.heard.at(-1)?.match(/\((?<initial>[^()]*)\) ⏎ $/)?.groups?.['initial']).toBe(city)
})

test('stages are separated by commas and semicolons; off a terminal UTC stays, and that is said', async () => {
  const workspace = trial({ env: { VORONKA_LANG: 'uk' } })
  expect(await workspace.run(['init', '--stages', 'Замір, КП; договір,аванс'])).toEqual({
    exit: 0,
    out: '',
    err: `Створено базу ${workspace.path('trial.db')}: воронка «Продажі» (Замір → КП → договір → аванс), USD, UTC\nВзято без запитання: часовий пояс UTC (як на цьому комп’ютері), валюта USD, мова uk. Змінити до першої угоди: voronka config set timezone Київ\n`,
  })
})
