import { describe, expect, test } from 'vitest'
import { atTerminal } from '../support/at-terminal.ts'
import { type Spawned, spawned } from '../support/spawned.ts'

const NOW = ['--now', '2026-10-14T12:00']
const DOWN = '\u001b[B'
const ENTER = '\r'

const TYPED = {
  ru: [
    'init --stages "Заявка,Замер,Счёт" --currency RUB --timezone UTC',
    'manager add "Вера Лис"',
    'me Вера',
    'company add "ООО «Ромашка»"',
    'contact add "Анна Иванова" --phone "+7 916 123-45-67" --company Ромашка',
    'contact add "Иванова Ольга" --phone "8 903 111 22 33"',
    'deal add "Остекление балкона" --contact c1 --amount 120000',
    'call c1 "просит окна со скидкой" --next "выслать смету пт 10"',
    'deal move d1 Замер',
    'note c2 "любит белые окна"',
  ],
  en: [
    'init --stages "Inquiry,Measuring,Invoice" --currency USD --timezone UTC',
    'manager add "Vera Fox"',
    'me Vera',
    'company add "Daisy LLC"',
    'contact add "Anna Carter" --phone "+1 202 555 0123" --company Daisy',
    'contact add "Olga Carter" --phone "+1 202 555 0145"',
    'deal add "Balcony glazing" --contact c1 --amount 2400',
    'call c1 "asks for a discount on windows" --next "send the estimate fri 10"',
    'deal move d1 Measuring',
    'note c2 "likes white windows"',
  ],
} as const

const SOUGHT = {
  ru: { words: 'окно', phone: '1234567', person: 'Иванова' },
  en: { words: 'window', phone: '5550123', person: 'Carter' },
} as const

function home(lang: 'ru' | 'en'): Spawned {
  const made = spawned({ VORONKA_LANG: lang, VORONKA_DB: 'find.db', LC_ALL: 'C.UTF-8', NO_COLOR: '1' })
  const fill = TYPED[lang].map((line) => `VORONKA_NOW=2026-10-13T10:00 voronka ${line} --quiet`).join(' && ')
  expect(made.shell(fill)).toEqual({ exit: 0, out: '', err: '' })
  return made
}

describe.each(['ru', 'en'] as const)('a terminal of 80 columns, in %s', (lang) => {
  test('search finds by forms of words and pieces of phones; show tells all, of whom one chooses', async () => {
    const made = home(lang)
    const { words, phone, person } = SOUGHT[lang]
    expect((await atTerminal(made, ['search', words, ...NOW], [])).last).toMatchSnapshot('by a word')
    expect((await atTerminal(made, ['search', phone, ...NOW], [])).last).toMatchSnapshot('by a phone')
    const chosen = [[person, DOWN, ENTER]] as const
    expect((await atTerminal(made, ['show', 'c1', ...NOW], [])).last).toMatchSnapshot('a person')
    expect((await atTerminal(made, ['show', person, ...NOW], chosen)).last).toMatchSnapshot('one of two')
    expect((await atTerminal(made, ['show', 'd1', ...NOW], [])).last).toMatchSnapshot('a deal')
  }, 60_000)
})
