import { describe, expect, test } from 'vitest'
import { atTerminal, type Step } from '../support/at-terminal.ts'
import { type Spawned, spawned } from '../support/spawned.ts'

const ENTER = '\r'
const DOWN = '\u001b[B'
const CLEAR = '\u0015'
const CTRL_C = '\u0003'
const CTRL_D = '\u0004'

/** The program at a terminal of 24 rows. */
async function onScreen(home: Spawned, argv: readonly string[], steps: readonly Step[]) {
  const seen = await atTerminal(home, argv, steps, 24)
  return { ...seen, last: seen.last.replaceAll('\u00a0', ' ') }
}

function home(lang: string): Spawned {
  const made = spawned({ VORONKA_LANG: lang, VORONKA_DB: 'sales.db', LC_ALL: 'C.UTF-8', NO_COLOR: '1' })
  const [stages, currency, me] = {
    ru: ['Заявка,Замер', 'RUB', 'Олег'],
    en: ['Inquiry,Offer', 'USD', 'Oleg'],
  }[lang] ?? ['A', 'USD', 'B']
  const init = made.shell(
    `voronka init --stages "${stages}" --currency ${currency} --quiet && voronka manager add ${me} --quiet >/dev/null && voronka me ${me} --quiet >/dev/null`,
  )
  expect(init).toEqual({ exit: 0, out: '', err: '' })
  return made
}

const WIDE = 80
const widest = (screens: readonly string[]) =>
  Math.max(...screens.flatMap((screen) => screen.split('\n').map((line) => [...line].length)))

describe('a quick entry', () => {
  test('in Russian: what is unclear is asked, shown, changed and saved', async () => {
    const { exit, screens, last } = await onScreen(
      home('ru'),
      ['add', 'Вера Лис, ООО Лютик, +7 999 000-11-22, хочет балкон, 30 000, перезвонить'],
      [
        ['Когда: перезвонить?', 'завтра 10', ENTER],
        ['или что-то изменить?', DOWN, DOWN, DOWN, DOWN, DOWN, DOWN, ENTER],
        ['Сумма:', CLEAR, '45 т.р.', ENTER],
        ['или что-то изменить?', ENTER],
      ],
    )
    expect(screens[1]?.replaceAll('\u00a0', ' ')).toBe(
      [
        '✔ Когда: перезвонить? (Enter — завтра; завтра 10:00, пт, через 3 дня) завтра 10',
        'Контакт   Вера Лис · +79990001122 · новый',
        'Компания  ООО Лютик · новая',
        'Сделка    балкон · 30 000 ₽ · Заявка',
        'Дальше    чт 15.10.2026 10:00 · перезвонить',
        '? Сохранить так или что-то изменить?',
        '❯ Сохранить',
        '  Имя: Вера Лис',
        '  Телефон: +7 999 000-11-22',
        '  Почта: –',
        '  Компания: ООО Лютик',
        '  Что хочет: балкон',
        '  Сумма: 30 000',
        '  Откуда: –',
        '  Что дальше и когда: перезвонить 15.10.2026 10:00',
        '  Отмена',
        '',
        '↑↓ выбор • ⏎ взять',
      ].join('\n'),
    )
    expect({ exit, last }).toEqual({
      exit: 0,
      last: [
        '✔ Когда: перезвонить? (Enter — завтра; завтра 10:00, пт, через 3 дня) завтра 10',
        'Контакт   Вера Лис · +79990001122 · новый',
        'Компания  ООО Лютик · новая',
        'Сделка    балкон · 30 000 ₽ · Заявка',
        'Дальше    чт 15.10.2026 10:00 · перезвонить',
        '✔ Сохранить так или что-то изменить? Сумма: 30 000',
        '✔ Сумма: 45 т.р.',
        'Контакт   Вера Лис · +79990001122 · новый',
        'Компания  ООО Лютик · новая',
        'Сделка    балкон · 45 000 ₽ · Заявка',
        'Дальше    чт 15.10.2026 10:00 · перезвонить',
        '✔ Сохранить так или что-то изменить? Сохранить',
        'Сохранено: c1, o1, d1, t1',
      ].join('\n'),
    })
    expect(widest(screens)).toBeLessThanOrEqual(WIDE)
  })

  test('in English: asked for from nothing, and cancelled', async () => {
    const made = home('en')
    const { exit, screens, last } = await onScreen(
      made,
      ['add'],
      [
        ['with commas:', 'Anna Fox, +1 415 555 01 23, 3 windows, $1200, $1300', ENTER],
        ['Which is the amount?', DOWN, ENTER],
        ['change something?', CTRL_C],
      ],
    )
    expect(screens[1]).toBe(
      [
        '✔ Who, phone, what they want, how much, what comes next – with commas: Anna Fox,',
        '  +1 415 555 01 23, 3 windows, $1200, $1300',
        '? Which is the amount?',
        '❯ $1200',
        '  $1300',
        '  something else',
        '',
        '↑↓ move • ⏎ choose',
      ].join('\n'),
    )
    expect(screens[2]).toBe(
      [
        '✔ Who, phone, what they want, how much, what comes next – with commas: Anna Fox,',
        '  +1 415 555 01 23, 3 windows, $1200, $1300',
        '✔ Which is the amount? $1300',
        'Contact  Anna Fox · +14155550123 · new',
        'Deal     3 windows, $1200 · $1,300 · Inquiry',
        '? Save it so, or change something?',
        '❯ Save',
        '  Name: Anna Fox',
        '  Phone: +1 415 555 01 23',
        '  E-mail: –',
        '  Company: –',
        '  What they want: 3 windows, $1200',
        '  Amount: $1300',
        '  Where from: –',
        '  What comes next, and when: –',
        '  Cancel',
        '',
        '↑↓ move • ⏎ choose',
      ].join('\n'),
    )
    expect([exit, last.split('\n').at(-1)]).toEqual([130, 'Cancelled, nothing was changed'])
    expect(made.shell('voronka contact list --format json').out).toBe('[]\n')
  })
})

test('a question whose input ends is cancelled, as one that is broken off', async () => {
  const { exit, last } = await atTerminal(home('en'), ['add'], [['with commas:', CTRL_D]])
  expect([exit, last.split('\n').at(-1)]).toEqual([130, 'Cancelled, nothing was changed'])
})

describe('a call', () => {
  test('in Russian: a bare verb asks for everything, the contact is made on the way', async () => {
    const { exit, last } = await onScreen(
      home('ru'),
      ['звонок'],
      [
        ['кто звонил?', '+7 999 000-11-22', ENTER],
        ['Чем кончилось?', DOWN, DOWN, DOWN, DOWN, ENTER],
        ['О чём', 'про балкон', ENTER],
        ['Что дальше', 'перезвонить', ENTER],
        ['Когда: перезвонить?', 'завтра в 11', ENTER],
      ],
    )
    expect({ exit, last }).toEqual({
      exit: 0,
      last: [
        '✔ Кому звонили или кто звонил? +7 999 000-11-22',
        '✔ Чем кончилось? звонили нам, мы пропустили',
        '✔ О чём говорили? (Enter — ничего) про балкон',
        '✔ Что дальше и когда? (перезвонить пт 10; Enter — ничего) перезвонить',
        '✔ Когда: перезвонить? (Enter — завтра; завтра 10:00, пт, через 3 дня) завтра в',
        '  11',
        'Записано a1: входящий звонок · c1 +79990001122 · пропущенный · «про балкон»',
        'Новый контакт c1 +79990001122',
        'Дальше t1: чт 15.10.2026 11:00 — перезвонить',
      ].join('\n'),
    })
  })

  test('in Russian: with nothing but whom, it is asked how it ended and what is next', async () => {
    const made = home('ru')
    made.shell('voronka contact add "Вера Лис" --quiet')
    const { exit, screens, last } = await onScreen(
      made,
      ['call', 'c1'],
      [
        ['Чем кончилось?', DOWN, ENTER],
        ['Что дальше', 'набрать завтра в 11', ENTER],
      ],
    )
    expect(screens[0]).toBe(
      [
        '? Чем кончилось?',
        '❯ звонили мы, ответили',
        '  звонили мы, недозвон или занято',
        '  звонили мы, просили позже',
        '  звонили нам, ответили мы',
        '  звонили нам, мы пропустили',
        '',
        '↑↓ выбор • ⏎ взять',
      ].join('\n'),
    )
    expect({ exit, last }).toEqual({
      exit: 0,
      last: [
        '✔ Чем кончилось? звонили мы, недозвон или занято',
        '✔ Что дальше и когда? (перезвонить пт 10; Enter — ничего) набрать завтра в 11',
        'Записано a1: звонок · c1 Вера Лис · недозвон',
        'Дальше t1: чт 15.10.2026 11:00 — набрать',
      ].join('\n'),
    })
    expect(widest(screens)).toBeLessThanOrEqual(WIDE)
  })

  test('in English: of several the person is chosen, and then the deal', async () => {
    const made = home('en')
    made.shell(
      'for one in "Anna Fox" "Anna Hart"; do voronka contact add "$one"; done; voronka deal add Door --contact "Anna Fox"; voronka deal add Balcony --contact "Anna Fox"',
    )
    const { exit, last } = await onScreen(
      made,
      ['call', 'anna', 'agreed', '--next', 'send the offer fri 10'],
      [
        ['Which "anna"?', ENTER],
        ['Which deal', DOWN, ENTER],
      ],
    )
    expect({ exit, last }).toEqual({
      exit: 0,
      last: [
        '✔ Which "anna"? 1. c1 Anna Fox',
        '✔ Which deal is it about? d2 Balcony',
        'Noted a1: call · c1 Anna Fox · d2 Balcony · answered · “agreed”',
        'Next t1: Fri 16 Oct 2026 10:00 – send the offer',
      ].join('\n'),
    })
  })
})
