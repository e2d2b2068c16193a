import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { atTerminal, type Step } from '../support/at-terminal.ts'
import { type Spawned, spawned } from '../support/spawned.ts'

const ORDERS = fileURLToPath(new URL('../../fixtures/orders.csv', import.meta.url))
const VISITS = fileURLToPath(new URL('../../fixtures/visits.csv', import.meta.url))
const ENTER = '\r'
const DOWN = '\u001b[B'

function home(lang: string): Spawned {
  const made = spawned({ VORONKA_LANG: lang, VORONKA_DB: 'sales.db', LC_ALL: 'C.UTF-8', NO_COLOR: '1' })
  writeFileSync(made.path('orders.csv'), readFileSync(ORDERS))
  writeFileSync(made.path('visits.csv'), readFileSync(VISITS))
  const init = made.shell('voronka init --stages "Заявка,Замер,Договор" --currency RUB --quiet')
  expect(init).toEqual({ exit: 0, out: '', err: '' })
  return made
}

const STEPS = {
  ru: [
    ['1/7 ', ENTER],
    ['2/7 ', 'назв', ENTER],
    ['3/7 ', 'ничто', '\u0015', ENTER],
    ['4/7 ', ENTER],
    ['5/7 ', ENTER],
    ['какой этап?', ENTER],
    ['6/7 ', ENTER],
    ['7/7 ', 'источ', ENTER],
    ['какой это день?', DOWN, ENTER],
    ['«Думает»', DOWN, DOWN, ENTER],
    ['«Ждём оплату»', 'созд', ENTER],
    ['Где стоит', ENTER],
    ['Этап не указан', 'не брать', ENTER],
    ['Сохранить', 'maybe', ENTER, '\u0015', 'д', ENTER],
    ['Под каким', ENTER],
  ],
  en: [
    ['1/7 ', ENTER],
    ['2/7 ', 'titl', ENTER],
    ['3/7 ', 'nothing', '\u0015', ENTER],
    ['4/7 ', ENTER],
    ['5/7 ', ENTER],
    ['which stage?', ENTER],
    ['6/7 ', ENTER],
    ['7/7 ', 'sour', ENTER],
    ['which day is it?', DOWN, ENTER],
    ['"Думает"', DOWN, DOWN, ENTER],
    ['"Ждём оплату"', 'make', ENTER],
    ['Where does', ENTER],
    ['Blank stage', 'leave', ENTER],
    ['Keep these', 'maybe', ENTER, '\u0015', 'y', ENTER],
    ['Name of', ENTER],
  ],
} as const satisfies Record<string, readonly Step[]>

/** What is asked of a file of activities. */
const OF_VISITS = {
  ru: [
    ['1/4 ', ENTER],
    ['2/4 ', 'вид', ENTER],
    ['3/4 ', ENTER],
    ['4/4 ', ENTER],
    ['какой это день?', ENTER],
    ['«Чаепитие»', 'встр', ENTER],
    ['Вид не указан', 'зам', ENTER],
    ['«Планёрка»', 'не брать', ENTER],
    ['Сохранить', 'д', ENTER],
    ['Под каким', ENTER],
  ],
  en: [
    ['1/4 ', ENTER],
    ['2/4 ', 'kind', ENTER],
    ['3/4 ', ENTER],
    ['4/4 ', ENTER],
    ['which day is it?', ENTER],
    ['"Чаепитие"', 'meet', ENTER],
    ['Blank kind', 'note', ENTER],
    ['"Планёрка"', 'leave', ENTER],
    ['Keep these', 'y', ENTER],
    ['Name of', ENTER],
  ],
} as const satisfies Record<string, readonly Step[]>

describe.each(['ru', 'en'] as const)('an import of an unknown file at a terminal (%s)', (lang) => {
  test('every screen of it', async () => {
    const made = home(lang)
    const { exit, screens, last } = await atTerminal(made, ['import', 'deals', 'orders.csv'], STEPS[lang])
    expect([screens[0], screens[8], screens[10], last]).toMatchSnapshot()
    expect([exit, screens.length]).toEqual([0, STEPS[lang].length])
    expect(made.shell('voronka import deals orders.csv --profile orders --quiet').exit).toBe(0)
  }, 60_000)

  test('every screen of a file of activities', async () => {
    const made = home(lang)
    const steps = OF_VISITS[lang]
    const { exit, screens, last } = await atTerminal(made, ['import', 'activities', 'visits.csv'], steps)
    expect([screens[0], screens[5], last]).toMatchSnapshot()
    expect([exit, screens.length]).toEqual([0, steps.length])
    expect(made.shell('voronka import activities visits.csv --profile visits --quiet').exit).toBe(0)
  }, 60_000)

  test('Ctrl-C at a question in the middle', async () => {
    const made = home(lang)
    const before = readFileSync(made.path('sales.db'))
    const names = readdirSync(made.folder)
    const steps = [...STEPS[lang].slice(0, 9), [STEPS[lang][9][0], '\u0003']] as readonly Step[]
    const { exit, last } = await atTerminal(made, ['import', 'deals', 'orders.csv'], steps)
    expect([exit, last.split('\n').at(-1)]).toMatchSnapshot()
    expect(readdirSync(made.folder)).toEqual(names)
    expect(readFileSync(made.path('sales.db')).equals(before)).toBe(true)
  }, 60_000)
})
