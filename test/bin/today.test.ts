import { describe, expect, test } from 'vitest'
import { atTerminal, type Step } from '../support/at-terminal.ts'
import { type Spawned, spawned } from '../support/spawned.ts'

const ENTER = '\r'
const DOWN = '\u001b[B'
const NOW = ['--now', '2026-10-14T12:00']

const FILL = [
  'VORONKA_NOW=2026-09-01 voronka init --stages "Заявка,Замер,Счёт" --currency RUB --timezone UTC --quiet',
  'VORONKA_NOW=2026-09-01 voronka contact add "Пётр Лис" --phone +79161234567 --quiet',
  'VORONKA_NOW=2026-09-01 voronka contact add "Ольга Мороз" --phone +79031112233 --quiet',
  'VORONKA_NOW=2026-10-10 voronka deal add Балкон --contact Пётр --amount 120000 --quiet',
  'VORONKA_NOW=2026-10-11 voronka call c1 "прошу замер" --quiet',
  'VORONKA_NOW=2026-10-13T19:40 voronka call c2 --outcome missed --quiet',
  'VORONKA_NOW=2026-10-11 voronka task add перезвонить --about c1 --due 2026-10-12 --quiet',
  'VORONKA_NOW=2026-10-11 voronka task add "согласовать замер" --about c1 --due 2026-10-15 --quiet',
].join(' && ')

function home(lang: string): Spawned {
  const made = spawned({ VORONKA_LANG: lang, VORONKA_DB: 'day.db', LC_ALL: 'C.UTF-8', NO_COLOR: '1' })
  expect(made.shell(FILL)).toEqual({ exit: 0, out: '', err: '' })
  return made
}

const ANSWERS = {
  ru: [
    ['Что вышло?', ENTER],
    ['В двух словах', 'ждут смету', ENTER],
    ['Что дальше', 'прислать смету 16.10', ENTER],
    ['Что вышло?', DOWN, ENTER],
    ['В двух словах', ENTER],
    ['Что дальше', ENTER],
  ],
  en: [
    ['What happened?', ENTER],
    ['In a word', 'want an estimate', ENTER],
    ['What comes next', 'send it fri', ENTER],
    ['What happened?', DOWN, ENTER],
    ['In a word', ENTER],
    ['What comes next', ENTER],
  ],
} as const satisfies Record<string, readonly Step[]>

describe.each(['ru', 'en'] as const)('a terminal of 80 columns, in %s', (lang) => {
  test('bare, with and without a workspace; one by one', async () => {
    const made = home(lang)
    expect((await atTerminal(made, NOW, [])).last).toMatchSnapshot('the day')
    expect((await atTerminal(made, ['--db', 'none.db'], [])).last).toMatchSnapshot('three ways in')
    expect((await atTerminal(made, ['next', ...NOW], ANSWERS[lang])).last).toMatchSnapshot('next')
  }, 60_000)
})

test('what is typed at the choice is shown, and takes no line that it does not stand in', async () => {
  const made = home('ru')
  const { screens, last } = await atTerminal(
    made,
    ['next', ...NOW],
    [
      ['Что вышло?', 'занято'],
      ['ничего такого', ENTER],
      ['Что дальше', ENTER],
      ['Что вышло?', 'конч'],
      ['закончить', ENTER],
    ],
  )
  expect(screens[1]).toMatchSnapshot('typed')
  expect(last).toMatchSnapshot('understood')
}, 60_000)
