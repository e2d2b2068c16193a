import { beforeEach, describe, expect, test } from 'vitest'
import { person } from '../support/person.ts'
import { jsonOf } from './asking.ts'
import { type RunOptions, type Trial, trial } from './world.ts'

let home: Trial

/** What a command said, with its exit code where it is not 0. */
async function said(line: readonly string[], options?: RunOptions): Promise<string> {
  const { exit, err } = await home.run(line, options)
  return exit === 0 ? err : `${exit} ${err}`
}

/** Monday, 23 November 2026, 09:00. */
beforeEach(async () => {
  home = trial({ now: '2026-11-23 09:00', env: { VORONKA_LANG: 'uk' } })
  for (const line of [
    ['init', '--stages', 'Заявка,Замір,КП', '--currency', 'UAH', '--timezone', 'Europe/Kyiv'],
    ['manager', 'add', 'Тарас Гнатюк'],
    ['manager', 'add', 'Леся Бойко'],
    ['me', 'Тарас'],
    ['add', 'Ольга Іваненко, 0671112233, Кухня, 120000'],
    ['add', 'Петро Савчук, 0671112244, Кухня біла, 90000'],
    ['add', 'Ірина Коваль, 0671112255, Кухня кутова, 190000'],
  ])
    expect(await said(line)).not.toMatch(/^\d/)
})

describe('a closed deal of exactly that title', () => {
  beforeEach(() => said(['won', 'd1']))

  test('is not taken while open ones fit as well', async () => {
    const refused =
      '1 «Кухня» — підходить не одному (3): d2 Кухня біла (Заявка), d3 Кухня кутова (Заявка), d1 Кухня (Виграно). Назвіть точніше\n'
    expect(await said(['угода', 'рухати', 'Кухня', 'КП'])).toBe(refused)
    expect(await said(['deal', 'edit', 'Кухня', '--amount', '5'])).toBe(refused)
    const { ask, heard } = person(['1. d2 '])
    const asked = await said(['deal', 'move', 'Кухня', 'КП'], { terminal: 120, ask })
    expect(asked).toBe('d2 Кухня біла: Заявка → КП\n')
    expect(heard).toHaveLength(1)
  })

  test('is taken where nothing open fits', async () => {
    await said(['lost', 'd2', 'дорого'])
    await said(['lost', 'd3', 'дорого'])
    expect(await said(['deal', 'move', 'Кухня', 'КП'])).toBe('Знову в роботі d1 Кухня: Виграно → КП\n')
  })

  test('nor while whoever is called so has an open one', async () => {
    await said(['deal', 'add', 'Ірина Коваль', '--contact', 'Ірина'])
    await said(['won', 'd4'])
    expect(await said(['deal', 'move', 'Ірина Коваль', 'КП'])).toContain('підходить не одному (2)')
  })
})

describe('whose task it is', () => {
  test('a manager who is named first in the dative', async () => {
    expect(await said(['нагадай', 'Лесі', 'завтра', 'о', '10', 'передзвонити', 'Савчуку'])).toBe(
      'Завдання t1: вт 24.11.2026 10:00 · передзвонити Савчуку · Менеджер: Леся Бойко\n' +
        'Якщо це про c2 Петро Савчук: voronka task edit t1 --about c2\n',
    )
    expect(await said(['напомни', 'Лесе', 'завтра', 'отправить договор'])).toBe(
      'Завдання t2: вт 24.11.2026 · отправить договор · Менеджер: Леся Бойко\n',
    )
    expect(await said(['remind', 'Леся', 'to', 'send the offer', 'tomorrow'])).toBe(
      'Завдання t3: вт 24.11.2026 · send the offer · Менеджер: Леся Бойко\n',
    )
    expect(await said(['task', 'add', 'Лесі Бойко про звіт завтра'])).toBe(
      'Завдання t4: вт 24.11.2026 · про звіт · Менеджер: Леся Бойко\n',
    )
    expect(await said(['нагадай', 'мені', 'завтра', 'про звіт'])).toBe(
      'Завдання t5: вт 24.11.2026 · про звіт\n',
    )
    expect(await jsonOf(home, 'task', 'show', 't1')).toMatchObject({ manager: 'Леся Бойко' })
  })

  test('where it may be for them rather than theirs, it stays mine and is asked about or told', async () => {
    const told =
      'Завдання t1: вт 24.11.2026 · Лесі подзвонити\n' +
      'Якщо завдання не ваше, а m2 Леся Бойко: voronka task edit t1 --manager m2\n'
    expect(await said(['task', 'add', 'Лесі подзвонити завтра'])).toBe(told)
    await said(['contact', 'add', 'Леся Сич'])
    expect(await said(['task', 'add', 'Лесі надіслати КП завтра', '--about', 'd2'])).toContain('--manager m2')
    const { ask } = person([true])
    expect(await said(['task', 'add', 'Лесі надіслати КП завтра'], { terminal: 120, ask })).toContain(
      'надіслати КП · Менеджер: Леся Бойко',
    )
  })

  test('--manager and names of nobody here leave the text as it is', async () => {
    expect(await said(['task', 'add', 'Лесі надіслати КП завтра', '--manager', 'Тарас'])).toBe(
      'Завдання t1: вт 24.11.2026 · Лесі надіслати КП\n',
    )
    expect(await said(['task', 'add', 'Марії надіслати КП завтра'])).toBe(
      'Завдання t2: вт 24.11.2026 · Марії надіслати КП\n',
    )
  })
})

describe('a task of which nobody was reached', () => {
  beforeEach(() => said(['task', 'add', 'передзвонити Савчуку завтра о 12', '--about', 'Савчук']))

  const STAYS =
    't1 передзвонити Савчуку — не закрито: не додзвонилися. Перенести: voronka task move t1 завтра; більше не потрібно: voronka done t1\n'
  const CALL = 'дзвінок · c2 Петро Савчук · d2 Кухня біла · недодзвін\n'

  test('stays open, and the attempt is written down', async () => {
    expect(await said(['done', 't1', 'не', 'взяла', 'трубку'])).toBe(`Записано a1: ${CALL}${STAYS}`)
    expect(await said(['done', 't1', 'не ответил'])).toBe(`Записано a2: ${CALL}${STAYS}`)
    expect(await said(['done', 't1', 'no answer'])).toBe(`Записано a3: ${CALL}${STAYS}`)
    expect(await jsonOf(home, 'task', 'show', 't1')).toMatchObject({ state: 'open', postponed: 0 })
    expect(await jsonOf(home, 'activity', 'show', 'a1')).toMatchObject({ outcome: 'no-answer' })
    await said(['undo'])
    expect(await jsonOf(home, 'activity', 'list')).toHaveLength(2)
  })

  test('is put off to when it is tried again', async () => {
    expect(await said(['done', 't1', 'не взяв трубку, завтра ще раз о 15'])).toBe(
      `Записано a1: ${CALL}t1 передзвонити Савчуку: вт 24.11.2026 12:00 → вт 24.11.2026 15:00\n`,
    )
    expect(await said(['done', 't1', 'недодзвін', '--next', 'пт 10'])).toContain('→ пт 27.11.2026 10:00')
    expect(await jsonOf(home, 'task', 'list')).toHaveLength(1)
  })

  test('stays open beside anything else that comes next', async () => {
    expect(await said(['done', 't1', 'недодзвін, завтра надіслати КП'])).toBe(
      `Записано a1: ${CALL}${STAYS}Далі t2: вт 24.11.2026 — надіслати КП\n`,
    )
  })

  test('at a terminal it is asked when to try again', async () => {
    const { ask } = person(['завтра 15'])
    expect(await said(['done', 't1', 'не бере'], { terminal: 120, ask })).toContain('→ вт 24.11.2026 15:00')
  })

  test('of nobody: nothing is written but when it is put off to', async () => {
    await said(['task', 'add', 'подзвонити в банк'])
    expect(await said(['done', 't2', 'не додзвонився'])).toMatch(/^1 t2 подзвонити в банк — не закрито/)
    expect(await said(['done', 't2', 'не додзвонився, завтра'])).toBe(
      't2 подзвонити в банк: без терміну → вт 24.11.2026\n',
    )
  })

  test('a refusal of something is a result like any other', async () => {
    expect(await said(['done', 't1', 'не взяла КП, відмовилась'])).toMatch(/^Готово t1/)
  })
})

describe('what they promise', () => {
  test('to call is waited for, and is no task of mine to call', async () => {
    expect(await said(['call', 'Ірина', 'вона передзвонить у середу'])).toBe(
      'Записано a1: дзвінок · c3 Ірина Коваль · d3 Кухня кутова · відповіли\n' +
        'Далі t1: ср 25.11.2026 — чекаємо: вона передзвонить\n',
    )
    expect(await said(['call', 'Ольга', 'перезвонит в среду'])).toContain('чекаємо: перезвонит\n')
    expect(await said(['call', 'Савчук', 'she will call back on Wednesday'])).toContain(
      'ср 25.11.2026 — чекаємо: she will call back\n',
    )
    const within = await said(['call', 'Савчук', 'сказав, що сам передзвонить у пт'])
    expect(within).toContain('«сказав, що сам передзвонить у пт»')
    expect(within).toContain('пт 27.11.2026 — чекаємо: сам передзвонить\n')
    const later = await said(['call', 'Савчук', 'перезвонит завтра'])
    expect(later).toMatch(/ · перезвонит\n[\s\S]*Далі t5: вт 24\.11\.2026 — чекаємо: перезвонит\n/)
    expect(await said(['add', 'Марія Грицай, 0671234567, хоче кухню, вона передзвонить у середу'])).toContain(
      'кухню · без суми · Заявка\nДалі     t6 ср 25.11.2026 · чекаємо: вона передзвонить\n',
    )
    expect(await said(['call', 'Марія', '--in', 'передзвонила'])).toContain('Закрити його: voronka done t6')
  })

  test('what we promise is ours', async () => {
    expect(await said(['call', 'Ольга', 'передзвонити у середу'])).toContain('ср 25.11.2026 — передзвонити\n')
    const ours = await said(['call', 'Ірина', 'Леся передзвонить у середу'])
    expect(ours).toContain('ср 25.11.2026 — передзвонити · Менеджер: Леся Бойко\n')
  })

  test('what one of us is said to do is a task of theirs', async () => {
    await said(['manager', 'add', 'Світлана Мельник'])
    for (const [text, task] of [
      ['Світлана передзвонить у середу', 'ср 25.11.2026 — передзвонити'],
      ['зайнятий, Світлана перезвонит ему в среду', 'ср 25.11.2026 — перезвонить ему'],
      ['Світлана обіцяла надіслати КП завтра', 'вт 24.11.2026 — надіслати КП'],
      ['Світлана will call him back on Friday', 'пт 27.11.2026 — call him back'],
    ] as const)
      expect(await said(['call', 'Савчук', text])).toContain(`${task} · Менеджер: Світлана Мельник\n`)
    for (const text of ['Світлана передзвонить', 'зайнятий, Світлана обіцяла передзвонити'])
      expect(await said(['call', 'Ірина', text])).toMatch(
        /«Світлана Мельник: передзвонити» — не сказано, якого дня. Нагадає: voronka task add "Світлана Мельник: передзвонити" --about c3/,
      )
    expect(
      await said(['task', 'add', 'Світлана Мельник: передзвонити', '--about', 'c2', '--due', 'пт']),
    ).toMatch(/пт 27\.11\.2026 · передзвонити · c2 .*Менеджер: Світлана Мельник/)
    await said(['contact', 'add', 'Світлана Гай'])
    expect(await said(['call', 'Савчук', 'Світлана передзвонить у середу'])).not.toContain('Менеджер')
  })
})

describe('a time that is no day', () => {
  test('is told of, with the command for its day', async () => {
    expect(await said(['call', 'Савчук', 'поговорили, передзвонити після свят'])).toBe(
      'Записано a1: дзвінок · c2 Петро Савчук · d2 Кухня біла · відповіли · «поговорили, передзвонити після свят»\n' +
        'Завдання немає: «передзвонити після свят» — не сказано, якого дня. Нагадає: voronka task add "передзвонити після свят" --about c2 --due ДЕНЬ\n',
    )
    for (const text of ['домовились на тижні', 'решит после праздников', 'call back after the holidays'])
      expect(await said(['call', 'Савчук', text])).toContain('не сказано, якого дня')
    expect(await said(['call', 'Савчук', 'зустрілись після свят і все добре зробили'])).not.toContain('дня')
    expect(await said(['task', 'add', 'надіслати КП після свят'])).toBe(
      'Завдання t1: без терміну · надіслати КП після свят\n' +
        '«після свят» — не день, само не нагадає: voronka task move t1 ДЕНЬ\n',
    )
  })

  test('is asked for at a terminal', async () => {
    const { ask } = person(['пт 10'])
    const asked = await said(['call', 'Савчук', 'поговорили, передзвонити після свят'], {
      terminal: 160,
      ask,
    })
    expect(asked).toContain('Далі t1: пт 27.11.2026 10:00 — передзвонити після свят\n')
    const { ask: no } = person([''])
    const left = await said(['call', 'Ольга', 'домовились на тижні'], { terminal: 160, ask: no })
    expect(left).not.toContain('Далі')
  })

  test.each([
    ['через тиждень-два', 'пн 30.11.2026'],
    ['через неделю-другую', 'пн 30.11.2026'],
    ['in a week or two', 'пн 30.11.2026'],
    ['через два-три дні', 'ср 25.11.2026'],
    ['через пару-тройку дней', 'ср 25.11.2026'],
    ['in two or three days', 'ср 25.11.2026'],
    ['після вихідних о 10', 'пн 30.11.2026 10:00'],
  ])('%s is read, and said', async (text, day) => {
    expect(await said(['task', 'add', 'акт', '--due', text])).toBe(`Завдання t1: ${day} · акт\n`)
    expect(await said(['call', 'Савчук', `передзвонити ${text}`])).toContain(`${day} — передзвонити\n`)
  })
})

describe('a weekday beside a date of another', () => {
  const ODD = '2 «ср 24.11» суперечить собі: це число — вт 24.11.2026. Напишіть або день тижня, або число\n'

  test.each([
    [['нагадай', 'у ср 24.11 подзвонити в банк']],
    [['task', 'add', 'акт', '--due', 'ср 24.11']],
    [['call', 'Ольга', 'поговорили', '--next', 'у ср 24.11 передзвонити']],
    [['call', 'Ольга', 'поговорили, передзвонити у ср 24.11']],
    [['call', 'Ольга', 'домовились на ср 24.11']],
    [['meet', 'Ольга', 'ср 24.11 15:00 замір']],
    [['meet', 'Ольга', '--at', 'ср 24.11 15:00']],
  ])('%j is refused', async (line) => {
    expect(await said(line)).toBe(ODD)
    expect(await jsonOf(home, 'task', 'list')).toEqual([])
    expect(await jsonOf(home, 'activity', 'list')).toEqual([])
  })

  test('so is a task put off to it', async () => {
    await said(['task', 'add', 'акт завтра'])
    expect(await said(['task', 'move', 't1', 'ср', '24.11'])).toBe(ODD)
  })

  test('the right one, and what may be an hour, are read', async () => {
    expect(await said(['task', 'add', 'акт вт 24.11'])).toContain('вт 24.11.2026 · акт')
    expect(await said(['task', 'add', 'акт 24 листопада, вівторок'])).toContain('вт 24.11.2026')
    expect(await said(['task', 'add', 'акт пт 10.12'])).toContain('пт 27.11.2026 10:12 · акт')
  })
})

test('a day of somebody named says whose it is, where nothing is due', async () => {
  const { out } = await home.run(['сьогодні', 'Леся'])
  expect(out.split('\n\n').slice(0, 2).join('\n')).toBe(
    'Пн, 23 листопада · Леся Бойко · на сьогодні 0, завтра 0\nСправ немає: ніхто не чекає, нічого не призначено.',
  )
})

test('plans and bonuses as people say them', async () => {
  expect(await said(['план', 'задати', 'виручка', '200', 'тис'])).toMatch(/: 200\s000\s₴$/m)
  expect(await said(['plan', 'set', 'calls', '40', '--manager', 'Леся'])).toContain('дзвінки, 2026-11: 40')
  expect(await said(['plan', 'set', '50', 'дзвінки'])).toContain('дзвінки, 2026-11: 50')
  for (const [amount, thousands] of [
    ['121 тис', 121],
    ['122 000', 122],
    ['123000 грн', 123],
  ] as const)
    expect(await said(['план', 'задати', ...amount.split(' ')])).toMatch(
      new RegExp(`виручка, 2026-11: ${thousands}\\s000\\s₴$`, 'm'),
    )
  expect(await said(['план', 'задати', '30', '--period', '2026-12'])).toContain(
    'Не сказано, чого план: «30». Якщо виручки: voronka plan set revenue 30 --period 2026-12. Можна: revenue,',
  )
  expect(await said(['план', 'задати', 'Леся', '120000'])).toContain(
    'Якщо виручки: voronka plan set revenue 120000 --manager Леся.',
  )
  expect(await said(['план', '120000'])).toContain('Якщо виручки: voronka plan set revenue 120000.')
  expect(await said(['plan', 'set', 'revenue'])).toContain('voronka plan set: бракує <сума>')
  expect(await said(['бонус', 'додати', 'три відсотки'])).toMatch(/3\s% виручки/)
  expect(
    await said(['бонус', 'додати', '80%: 2 процента; 100%: пять процентов', '--manager', 'Леся']),
  ).toMatch(/2\s%.*5\s%/)
  expect(await said(['bonus', 'add', 'four per cent', '--manager', 'Тарас'])).toMatch(/4\s% виручки/)
})

test('an amount that is a question is none', async () => {
  const stdin = 'Назва;Клієнт;Сума;Етап\nШафа;Олег Дуб;12 000;Заявка\nСтіл;Інна Гай;?;КП\n'
  expect((await home.run(['import', 'deals', '-', '--key', 'Назва'], { stdin })).exit).toBe(0)
  expect(await jsonOf(home, 'deal', 'show', 'Стіл')).toMatchObject({ amount: null })
})
