import { beforeEach, describe, expect, test } from 'vitest'
import { person } from '../support/person.ts'
import { jsonOf } from './asking.ts'
import { type RunOptions, type Trial, trial } from './world.ts'

let home: Trial
beforeEach(async () => {
  home = trial({ env: { VORONKA_LANG: 'ru' } })
  for (const line of [
    ['init', '--stages', 'Заявка,Замер', '--currency', 'RUB', '--timezone', 'Europe/Moscow'],
    ['manager', 'add', 'Олег Ким'],
    ['me', 'Олег'],
  ])
    expect((await home.run(line)).exit).toBe(0)
})

const said = async (argv: readonly string[], options?: RunOptions) => {
  const { exit, out, err } = await home.run(argv, options)
  expect(out).toBe('')
  return `${exit === 0 ? '' : `${exit} `}${err}`.replaceAll('\u00a0', ' ')
}
const count = async (what: string) => ((await jsonOf(home, what, 'list')) as unknown[]).length
const ANNA = 'Анна Иванова, ООО Ромашка, +7 900 123-45-67, хочет 3 окна, 120 000'

describe('a line', () => {
  test('of a missed call is no inquiry', async () => {
    expect(await said(['add', 'пропущенный звонок 8 (905) 777 66 55'])).toBe(
      '1 Это пропущенный звонок. Записать его, чтобы перезвонить: voronka call 8 "(905)" 777 66 55 --outcome missed --new\n',
    )
    expect(await said(['call', '8', '(905)', '777', '66', '55', '--outcome', 'missed', '--new'])).toBe(
      'Записано a1: входящий звонок · c1 +79057776655 · пропущенный\nНовый контакт c1 +79057776655\n',
    )
  })

  test('makes the contact, the company, the deal and the task in one operation', async () => {
    expect(await said(['add', `${ANNA}, с сайта, перезвонить завтра в 10`])).toBe(
      [
        'Контакт   c1 Анна Иванова · +79001234567 · новый',
        'Компания  o1 ООО Ромашка · новая',
        'Сделка    d1 3 окна · 120 000 ₽ · Заявка · откуда: сайт',
        'Дальше    t1 чт 15.10.2026 10:00 · перезвонить',
        '',
      ].join('\n'),
    )
    expect(await jsonOf(home, 'contact', 'show', 'c1')).toMatchObject({
      phones: ['+79001234567'],
      company: 'ООО Ромашка',
      manager: 'Олег Ким',
      source: 'сайт',
    })
    expect(await jsonOf(home, 'deal', 'show', 'd1')).toMatchObject({
      title: '3 окна',
      stage: 'Заявка',
      manager: 'Олег Ким',
      company: 'ООО Ромашка',
      contacts: ['Анна Иванова'],
      amount: 120000,
      source: 'сайт',
    })
    expect(await jsonOf(home, 'task', 'show', 't1')).toMatchObject({
      contact: 'Анна Иванова',
      company: 'ООО Ромашка',
      deal: 'd1',
      manager: 'Олег Ким',
    })
    await home.run(['undo'])
    for (const what of ['contact', 'company', 'deal', 'task']) expect(await count(what)).toBe(0)
  })

  test('is given back whole as JSON', async () => {
    expect(await jsonOf(home, 'заявка', ANNA)).toMatchObject({
      contact: { id: 'c1', name: 'Анна Иванова' },
      company: { id: 'o1', name: 'ООО Ромашка' },
      deal: { id: 'd1', title: '3 окна', amount: 120000, history: [{ kind: 'stage' }] },
      next: null,
    })
  })

  test('may be tried first', async () => {
    expect(await said(['add', 'Анна,', 'балкон', '--dry-run'])).toBe(
      'Контакт  c1 Анна · новый\nСделка   d1 балкон · без суммы · Заявка\nПробный запуск: ничего не изменено\n',
    )
    expect(await count('contact')).toBe(0)
  })

  test('flags take the place of what it says', async () => {
    const flags = [
      '--name',
      'Анна',
      '--amount',
      '$99',
      '--next',
      'пн акт',
      '--stage',
      'Замер',
      '--company',
      '',
    ]
    expect(await said(['add', `${ANNA}, перезвонить`, ...flags])).toBe(
      [
        'Контакт  c1 Анна · +79001234567 · новый',
        'Сделка   d1 3 окна · 99 $ · Замер',
        'Дальше   t1 пн 19.10.2026 · акт',
        'Курса USD к RUB пока нет, а без него не посчитать деньги: voronka fx add 2026-10-14 USD КУРС',
        '',
      ].join('\n'),
    )
  })
})

test('what may be an amount is told; an extension stays with its phone', async () => {
  expect(await said(['add', 'Лев Тихий, 8(495)123-45-67 доб 12, три окна 85000'])).toBe(
    [
      'Контакт  c1 Лев Тихий · +74951234567 доб 12 · новый',
      'Сделка   d1 три окна · 85 000 ₽ · Заявка',
      '85000 — взято как сумма. Если это не она: voronka deal edit . --amount "" --title "три окна 85000"',
      '',
    ].join('\n'),
  )
  expect((await home.run(['contact', 'show', 'c1'])).out).toMatch(/доб 12/)
  const figures = [
    'окна в дачу 40-50 тыс',
    '2 окна 50 т',
    'окно 1500x1400',
    'окно 2 створки',
    'дом 25 000 или 30 000',
  ]
  const told = []
  for (const [i, wish] of figures.entries())
    told.push(/«(.*)»/.exec(await said(['add', `${wish}, +7916000000${i}`, '--name', 'Ян Кит']))?.[1] ?? null)
  expect(told).toEqual(['40-50 тыс', '50 т', null, null, '25 000'])
})

test.each([
  [
    'мария иванова, балкон',
    'Контакт  c1 Иванова Мария · уже есть\nСделка   d1 балкон · без суммы · Заявка\n',
  ],
  ['иванова, балкон, 50 т', 'Контакт  c1 Иванова Мария · уже есть\nСделка   d1 балкон · 50 000 ₽ · Заявка\n'],
  [
    'Ромашка дверь входная 70 000',
    [
      'Компания  o1 ООО Ромашка · уже есть',
      'Сделка    d1 дверь входная · 70 000 ₽ · Заявка',
      '70 000 — взято как сумма. Если это не она: voronka deal edit . --amount "" --title "дверь входная 70 000"',
      '',
    ].join('\n'),
  ],
  [
    'Иванова, +7 900 111-22-33, дом 1450',
    [
      'Контакт  c2 Иванова · +79001112233 · новый',
      'Сделка   d1 дом 1450 · без суммы · Заявка',
      'Есть ещё Иванова Мария: c1. Если это один человек: voronka contact merge c1 c2',
      'Суммы нет, а в названии стоит «1450». Если это она: voronka deal edit . --amount 1450; в другой раз отделите её запятой',
      '',
    ].join('\n'),
  ],
])('who is known is found by any words of the name: %s', async (line, expected) => {
  await home.run(['contact', 'add', 'Иванова Мария'])
  await home.run(['company', 'add', 'ООО Ромашка'])
  expect(await said(['add', line])).toBe(expected)
})

test('a given name alone is that of many: nobody is noted who has another phone', async () => {
  await home.run(['contact', 'add', 'Ткач Сергій', '--phone', '+380501231231'])
  await home.run(['contact', 'add', "Петренко В'ячеслав", '--phone', '+380681110099'])
  expect(await said(['add', 'Сергій, +380661112200, установка'])).toBe(
    'Контакт  c3 Сергій · +380661112200 · новый\nСделка   d1 установка · без суммы · Заявка\n',
  )
  expect(await said(['add', 'Сергій з Бучі, +380661112201, шафа'])).toBe(
    'Контакт  c4 Сергій з Бучі · +380661112201 · новый\nСделка   d2 шафа · без суммы · Заявка\n',
  )
  expect(await said(['add', 'петренко вячеслав хоче наконечники'])).toBe(
    "Контакт  c2 Петренко В'ячеслав · уже есть\nСделка   d3 наконечники · без суммы · Заявка\n",
  )
})

test('of several with that name one is to be named', async () => {
  await home.run(['contact', 'add', 'Иванова Мария'])
  await home.run(['contact', 'add', 'Петрова Мария'])
  expect(await said(['add', 'мария, балкон'])).toBe(
    '1 «мария» уже есть: c1 Иванова Мария; c2 Петрова Мария. Тот же человек: --contact c1. Другой: --new\nЕщё раз: voronka add "мария, балкон" --contact "…"\n',
  )
})

test('commas may be left out', async () => {
  expect(await said(['add', 'Иванова Мария 8 916 123-45-67 три окна 85000 перезвонить завтра утром'])).toBe(
    [
      'Контакт  c1 Иванова Мария · +79161234567 · новый',
      'Сделка   d1 три окна · 85 000 ₽ · Заявка',
      'Дальше   t1 чт 15.10.2026 · перезвонить утром',
      '85000 — взято как сумма. Если это не она: voronka deal edit . --amount "" --title "три окна 85000"',
      '',
    ].join('\n'),
  )
})

test('of two amounts a person chooses one; where nobody is asked none is taken', async () => {
  expect(await said(['add', 'Ян Кит, балкон, 40-50 тыс', '--dry-run'])).toBe(
    [
      'Контакт  c1 Ян Кит · новый',
      'Сделка   d1 балкон, 40-50 тыс · без суммы · Заявка',
      '«40-50 тыс»: 40 тыс или 50 тыс? Не взято ни то ни другое. Указать: voronka deal edit . --amount …',
      'Пробный запуск: ничего не изменено',
      '',
    ].join('\n'),
  )
  const one = person(['50 тыс', 'Сохранить'])
  await home.run(['add', 'Ян Кит, балкон, 40-50 тыс'], { terminal: 80, ask: one.ask })
  expect(one.heard[0]).toBe('Что из этого сумма? [40 тыс | 50 тыс | другое] ⏎ 50 тыс')
  expect(await jsonOf(home, 'deal', 'show', 'd1')).toMatchObject({ title: 'балкон', amount: 50000 })
})

test('a weekday beside a date of another is asked about; where nobody is asked it is refused with the reason', async () => {
  const text = 'Ян Кит, балкон, перезвонить пт 25.11'
  const refused = await home.run(['add', text, '--now', '2026-11-23'])
  expect([refused.exit, refused.err]).toEqual([
    2,
    `«пт 25.11» спорит с собой: это число — ср 25.11.2026. Напишите или день недели, или число
Ещё раз: voronka add "${text}"
`,
  ])
  const one = person(['пт 27.11.2026', 'Сохранить'])
  await home.run(['add', text, '--now', '2026-11-23'], { terminal: 80, ask: one.ask })
  expect(one.heard[0]).toBe(
    '«пт 25.11» спорит с собой: какой это день? [ср 25.11.2026 | пт 27.11.2026] ⏎ пт 27.11.2026',
  )
  expect(await jsonOf(home, 'task', 'list')).toMatchObject([{ text: 'перезвонить', due: '2026-11-27' }])
})

test('a meeting that is next is planned, and what else is planned with them is told', async () => {
  expect(await said(['add', 'Ян Кит, балкон, встреча в пт 11'])).toBe(
    [
      'Контакт  c1 Ян Кит · новый',
      'Сделка   d1 балкон · без суммы · Заявка',
      'Дальше   a1 пт 16.10.2026 11:00 · встреча',
      '',
    ].join('\n'),
  )
  expect(await jsonOf(home, 'activity', 'show', 'a1')).toMatchObject({
    kind: 'meeting',
    outcome: 'planned',
    contact: 'Ян Кит',
    deal: 'd1',
  })
  expect(await said(['add', 'Ян Кит, дверь, встреча в пт 15'])).toBe(
    [
      'Контакт  c1 Ян Кит · уже есть',
      'Сделка   d2 дверь · без суммы · Заявка',
      'Дальше   a2 пт 16.10.2026 15:00 · встреча',
      'С ними уже назначена встреча: a1, пт 16.10.2026 11:00. Если это она и есть: voronka undo, затем voronka task move a1 --to …',
      '',
    ].join('\n'),
  )
})

test('the name that is answered is not what is wanted', async () => {
  const one = person(['Петров', 'Сохранить'])
  await home.run(['add', 'балкон, петров, +7(903)555 12 12'], { terminal: 80, ask: one.ask })
  expect(await jsonOf(home, 'deal', 'show', 'd1')).toMatchObject({ title: 'балкон', contacts: ['Петров'] })
  expect(await said(['add', 'сидоров +7(903)555 12 13 балкон'])).toBe(
    'Контакт  c2 Сидоров · +79035551213 · новый\nСделка   d2 балкон · без суммы · Заявка\n',
  )
})

describe('of whom there is only a phone', () => {
  test('is called by it, and has a name once it is said', async () => {
    expect(await said(['add', '+79990001122'])).toBe(
      [
        'Контакт  c1 +79990001122 · новый',
        'Сделка   d1 Заявка · без суммы · Заявка',
        'Имени нет: контакт назван «+79990001122». Когда узнаете: voronka contact edit . --name "…"',
        '',
      ].join('\n'),
    )
    expect(await said(['add', 'Вера Лис 8 999 000-11-22 дверь'])).toBe(
      'Контакт  c1 Вера Лис · +79990001122 · уже есть\nСделка   d2 дверь · без суммы · Заявка\n',
    )
    expect(await jsonOf(home, 'contact', 'list')).toMatchObject([{ id: 'c1', name: 'Вера Лис' }])
  })

  test('is asked for once at a terminal; Enter saves without a name', async () => {
    const one = person(['', 'Сохранить'])
    expect(await said(['add', 'v@lis.example, дверь'], { terminal: 80, ask: one.ask })).toBe(
      [
        'Кто это? Имени нет. Enter — записать без имени.',
        'Контакт  v@lis.example · новый',
        'Сделка   дверь · без суммы · Заявка',
        'Сохранено: c1, d1',
        'Имени нет: контакт назван «v@lis.example». Когда узнаете: voronka contact edit .',
        '--name "…"',
        '',
      ].join('\n'),
    )
    expect(one.heard[0]).toBe('Имя: () ⏎ ')
    const named = person(['Тхи Нгуен', 'Сохранить'])
    await home.run(['add', 'окна тхи нгуен 5 шт +79990001133'], { terminal: 80, ask: named.ask })
    expect(await jsonOf(home, 'deal', 'show', 'd2')).toMatchObject({
      title: 'окна 5 шт',
      contacts: ['Тхи Нгуен'],
    })
  })
})

test('whose work it is', async () => {
  for (const name of ['Сергей Лис', 'Ирина Кот']) await home.run(['manager', 'add', name])
  const line = 'Гоша 926 333 44 55 балкон под ключ 1,2 млн Сергею'
  expect(await said(['add', line])).toBe(
    [
      'Контакт   c1 Гоша · +79263334455 · новый',
      'Сделка    d1 балкон под ключ · 1 200 000 ₽ · Заявка',
      'Менеджер  Сергей Лис',
      '',
    ].join('\n'),
  )
  expect(await jsonOf(home, 'contact', 'show', 'c1')).toMatchObject({ manager: 'Сергей Лис' })
  expect(await said(['add', 'Анна, дверь, Ирине', '--manager', 'me'])).toBe(
    'Контакт  c2 Анна · новый\nСделка   d2 дверь · без суммы · Заявка\n',
  )
})

test('who sent them', async () => {
  for (const name of ['Марченко Юлия', 'Иванова Анна', 'Иванова Нина'])
    await home.run(['contact', 'add', name])
  expect(await said(['add', 'Вера Лис, дверь, по рекомендации Марченко'])).toBe(
    [
      'Контакт  c4 Вера Лис · новый',
      'Сделка   d1 дверь · без суммы · Заявка',
      'От кого  c1 Марченко Юлия',
      '',
    ].join('\n'),
  )
  expect(await jsonOf(home, 'contact', 'show', 'c4')).toMatchObject({ referredBy: 'Марченко Юлия' })
  const notes = [
    ['посоветовала Рыбакова', 'Контакта «Рыбакова» нет: кто посоветовал, осталось в заметке сделки'],
    [
      'от Ивановой',
      '«Ивановой» — таких контактов несколько: кто посоветовал, осталось в заметке сделки. Указать: voronka contact edit . --referred-by …',
    ],
  ]
  for (const [i, [by, note]] of notes.entries()) {
    expect(await said(['add', `Вера Лис, окно, ${by}`])).toBe(
      `Контакт  c4 Вера Лис · уже есть\nСделка   d${i + 2} окно · без суммы · Заявка\n${note}\n`,
    )
    expect((await home.run(['deal', 'show', `d${i + 2}`])).out).toMatch(new RegExp(`заметка +${by}`))
  }
})

test.each([
  ['двери 4 шт по 12 тыс', 'двери 4 шт · 48 000 ₽', 'Сумма: 4 × 12 000 ₽ = 48 000 ₽'],
  [
    'окна, от 150 до 180 тысяч',
    'окна, от 150 до 180 тысяч · без суммы',
    '«от 150 до 180 тысяч»: 150 тысяч или 180 тысяч? Не взято ни то ни другое. Указать: voronka deal edit . --amount …',
  ],
  [
    'окна 12 тыс и дверь, 40 000',
    'окна 12 тыс и дверь · 40 000 ₽',
    'Не понято: «12 тыс» — осталось в названии',
  ],
  [
    'окна в пятницу и дверь на 926-33-44',
    'окна в пятницу и дверь на 926-33-44 · без суммы',
    'Не понято: «в пятницу», «926-33-44» — осталось в названии',
  ],
])('told of it: %s', async (wish, deal, note) => {
  expect(await said(['add', `Вера Лис, ${wish}`])).toBe(
    `Контакт  c1 Вера Лис · новый\nСделка   d1 ${deal} · Заявка\n${note}\n`,
  )
})

test('in Ukrainian, in English', async () => {
  const uk = [
    'додати',
    'Олена Коваль, ТОВ Калина, +380 67 123 45 67, хоче 2 вікна, 50 тис, передзвонити пт 10',
  ]
  expect(await said(uk, { env: { VORONKA_LANG: 'uk' } })).toBe(
    [
      'Контакт   c1 Олена Коваль · +380671234567 · новий',
      'Компанія  o1 ТОВ Калина · нова',
      'Угода     d1 2 вікна · 50 000 ₽ · Заявка',
      'Далі      t1 пт 16.10.2026 10:00 · передзвонити',
      '',
    ].join('\n'),
  )
  const en = ['add', 'Anna Fox, Daisy LLC, +1 415 555-01-23, wants a door, $1200, call back tomorrow 10:00']
  expect(await said(en, { env: { VORONKA_LANG: 'en' } })).toBe(
    [
      'Contact  c2 Anna Fox · +14155550123 · new',
      'Company  o2 Daisy LLC · new',
      'Deal     d2 a door · $1,200 · Заявка',
      'Next     t2 Thu 15 Oct 2026 10:00 · call back',
      'There is no rate of USD to RUB yet, and reports of money need it: voronka fx add 2026-10-14 USD RATE',
      '',
    ].join('\n'),
  )
})

describe('those who are here already', () => {
  beforeEach(() => home.run(['add', ANNA]))

  test('are found by phone in any spelling, and the company by its name', async () => {
    expect(await said(['add', 'Анна, «Ромашка» ООО, 8 900 1234567, a@iv.example, балкон'])).toBe(
      [
        'Контакт   c1 Анна Иванова · +79001234567 · a@iv.example · уже есть',
        'Компания  o1 ООО Ромашка · уже есть',
        'Сделка    d2 балкон · без суммы · Заявка',
        '',
      ].join('\n'),
    )
    expect(await jsonOf(home, 'contact', 'list')).toMatchObject([
      { id: 'c1', phones: ['+79001234567'], emails: ['a@iv.example'] },
    ])
    expect(await count('company')).toBe(1)
  })

  test('the company of a known contact is that of the deal', async () => {
    await home.run(['add', '+79001234567, дверь'])
    expect(await jsonOf(home, 'deal', 'show', 'd2')).toMatchObject({
      company: 'ООО Ромашка',
      contacts: ['Анна Иванова'],
    })
  })

  test('another name to a known phone is refused, and decided at a terminal', async () => {
    const line = ['add', 'Вера, +79001234567, дверь']
    expect(await said(line)).toBe(
      '1 Этот телефон или почта — у c1 Анна Иванова, а не «Вера». Скажите, кто это: --contact c1 или --new\nЕщё раз: voronka add "Вера, +79001234567, дверь" --contact "…"\n',
    )
    const { ask, heard } = person(['новый контакт', 'Сохранить'])
    expect(await said(line, { terminal: 80, ask })).toBe(
      [
        'Контакт  Вера · +79001234567 · новый',
        'Сделка   дверь · без суммы · Заявка',
        'Сохранено: c2, d2',
        '',
      ].join('\n'),
    )
    expect(heard[0]).toBe('Кто это? [c1 Анна Иванова, +79001234567 | новый контакт] ⏎ новый контакт')
    expect(await said(['add', '+79001234567, ещё'])).toBe(
      '1 Такой телефон или почта не у одного: c1 Анна Иванова, +79001234567; c2 Вера, +79001234567. Скажите, кто это: --contact или --new\nЕщё раз: voronka add "+79001234567, ещё" --contact "…"\n',
    )
  })

  test('a namesake without a phone is the same person; with another phone it is another person, and that is said', async () => {
    expect(await said(['add', 'Анна Иванова, дверь'])).toBe(
      'Контакт  c1 Анна Иванова · уже есть\nСделка   d2 дверь · без суммы · Заявка\n',
    )
    expect(await said(['add', 'Анна Иванова, +79009999999, дверь'])).toBe(
      [
        'Контакт  c2 Анна Иванова · +79009999999 · новый',
        'Сделка   d3 дверь · без суммы · Заявка',
        'Есть ещё Анна Иванова: c1. Если это один человек: voronka contact merge c1 c2',
        '',
      ].join('\n'),
    )
  })
})

describe('nothing is guessed, and nothing that was typed is lost', () => {
  test.each([
    [
      'дверь, 10 000',
      '1 Не сказано, кто это: добавьте имя, телефон, почту или компанию либо --contact',
      ' --name "…"',
    ],
    [
      'Анна, дверь, 10 000, 12 000',
      '1 Что из этого сумма: 10 000 или 12 000? Скажите: --amount "10 000"',
      ' --amount "10 000"',
    ],
    [
      'Кварц, Балкон, 10 000',
      '1 Что из этого имя: Кварц или Балкон? Скажите: --name "Кварц"',
      ' --name "Кварц"',
    ],
    [
      'Анна, ООО Ромашка, ООО Лютик',
      '1 Что из этого компания: ООО Ромашка или ООО Лютик? Скажите: --company "ООО Ромашка"',
      ' --company "ООО Ромашка"',
    ],
    [
      'Анна, 1,250',
      '2 «1,250» — это тысячи или дробь? Укажите знак дробной части: --decimal , или --decimal .',
      '',
    ],
    [
      'Анна, перезвонить',
      '1 Когда «перезвонить»? День стоит в начале или в конце: --next "перезвонить завтра 10:00", "пт после обеда выслать КП", "25-го", "через 3 дня"',
      ' --next "перезвонить …"',
    ],
    [
      'Анна, звонок завтра, замер пт',
      '1 Что дальше: звонок завтра или замер пт? Скажите: --next "звонок завтра"',
      ' --next "звонок завтра"',
    ],
  ])('%j', async (text, refusal, answer) => {
    expect(await said(['add', text])).toBe(`${refusal}\nЕщё раз: voronka add "${text}"${answer}\n`)
    expect(await count('deal')).toBe(0)
  })

  test('the command to repeat has the flags too; an entry of nothing has none', async () => {
    expect(await said(['add', 'дверь "Б"', '--product', 'двери', '--new'])).toBe(
      [
        '1 Не сказано, кто это: добавьте имя, телефон, почту или компанию либо --contact',
        String.raw`Ещё раз: voronka add "дверь \"Б\"" --product "двери" --new --name "…"`,
        '',
      ].join('\n'),
    )
    expect(await said(['add', ''])).toBe(
      '2 Напишите, кто и что хочет: voronka add "Анна Иванова, +7 900 123-45-67, хочет 3 окна, 120 000, перезвонить завтра"\n',
    )
  })

  test('what a flag decides leaves the rest of the kind among what is wanted', async () => {
    expect(await said(['add', 'Анна, Балкон, 10 000', '--name', 'Анна'])).toBe(
      'Контакт  c1 Анна · новый\nСделка   d1 Балкон · 10 000 ₽ · Заявка\n',
    )
    expect(await said(['add', 'Вера, 1,250', '--decimal', ','])).toBe(
      'Контакт  c2 Вера · новый\nСделка   d2 Вера · 1,25 ₽ · Заявка\n',
    )
  })
})

describe('at a terminal', () => {
  test('what is unclear is asked, what was understood is shown, and any of it may be changed', async () => {
    const { ask, heard } = person([
      'Анна Иванова, +7 900 123-45-67, балкон, 10 000, 12 000, перезвонить',
      'пт 10',
      '12 000',
      'Что хочет',
      '2 балкона',
      'Телефон',
      'нет',
      'Сохранить',
    ])
    expect(await said(['add'], { terminal: 80, ask })).toBe(
      [
        'Контакт  Анна Иванова · +79001234567 · новый',
        'Сделка   балкон, 10 000 · 12 000 ₽ · Заявка',
        'Дальше   пт 16.10.2026 10:00 · перезвонить',
        'Контакт  Анна Иванова · +79001234567 · новый',
        'Сделка   2 балкона · 12 000 ₽ · Заявка',
        'Дальше   пт 16.10.2026 10:00 · перезвонить',
        'В «нет» нет номера телефона: пишите, например, +7 916 123-45-67',
        'Контакт  Анна Иванова · +79001234567 · новый',
        'Сделка   2 балкона · 12 000 ₽ · Заявка',
        'Дальше   пт 16.10.2026 10:00 · перезвонить',
        'Сохранено: c1, d1, t1',
        '',
      ].join('\n'),
    )
    expect(heard.slice(0, 4)).toEqual([
      'Кто, телефон, что хочет, сколько, что дальше — через запятую: () ⏎ Анна Иванова, +7 900 123-45-67, балкон, 10 000, 12 000, перезвонить',
      'Когда: перезвонить? (Enter — завтра; завтра 10:00, пт, через 3 дня) () ⏎ пт 10',
      'Что из этого сумма? [10 000 | 12 000 | другое] ⏎ 12 000',
      'Сохранить так или что-то изменить? [Сохранить | Имя: Анна Иванова | Телефон: +7 900 123-45-67 | Почта: – | Компания: – …] ⏎ Что хочет',
    ])
  })

  test('cancelled, nothing is written; --yes and JSON ask nothing', async () => {
    const no = person(['Отмена'])
    expect(await said(['add', 'Анна, дверь'], { terminal: 80, ask: no.ask })).toBe(
      '130 Контакт  Анна · новый\nСделка   дверь · без суммы · Заявка\nОтменено, ничего не изменено\n',
    )
    expect(await count('deal')).toBe(0)
    expect(await said(['add', 'Анна, дверь', '--yes'], { terminal: 80 })).toBe(
      'Контакт  c1 Анна · новый\nСделка   d1 дверь · без суммы · Заявка\n',
    )
  })
})
