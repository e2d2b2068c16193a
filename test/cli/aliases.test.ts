import { expect, test } from 'vitest'
import { COMMANDS } from '../../src/cli/commands.ts'
import { inEnglish, otherWords } from '../../src/cli/line/aliases.ts'
import { GROUPS } from '../../src/store/facts/groups.ts'
import { ALIASES, type AliasKind } from '../../src/words/aliases.ts'
import { wordsFor } from '../../src/words/words.ts'
import { trial } from './world.ts'

const english = (line: string) => inEnglish(line.split(' '), COMMANDS).join(' ')

test.each([
  ['воронка прошлый месяц --по менеджерам', 'funnel прошлый месяц --by менеджерам'],
  ['--db x.db Сделка добавить Балкон --сумма=1200', '--db x.db deal add Балкон --amount=1200'],
  ['угода змінити d1 --примітка x --нотатка y', 'deal edit d1 --примітка x --note y'],
  ['настройки показать lang', 'config get lang'],
  ['импорт сделки deals.csv --пробно', 'import deals deals.csv --dry-run'],
  ['экспорт історія', 'export history'],
  ['довідка угода додати', 'help deal add'],
  ['won сделка', 'won сделка'],
  ['імпорт дзвінків log.csv', 'import activities log.csv'],
  ['завдання додати прайс --до завтра', 'task add прайс --due завтра'],
  ['передати Тарас Ірина --до 20.11', 'handover Тарас Ірина --until 20.11'],
  ['зустріч Коваль --де офіс', 'meet Коваль --place офіс'],
  ['отказ d1 отказ', 'lost d1 отказ'],
  ['угода рухати d1 Замір', 'deal move d1 Замір'],
  ['товар додати Коваль двері', 'want add Коваль двері'],
  ['менеджери', 'manager list'],
  ['--db x.db сделки --состояние открыта', '--db x.db deal list --status открыта'],
  ['завдання', 'task list'],
  ['звонки --менеджер Анна', 'activity list --kind call --manager Анна'],
  ['дзвінки', 'activity list --kind call'],
  ['звонок Анна', 'call Анна'],
  ['звонки Анна', 'activity list --kind call --contact Анна'],
  ['дзвінки від Коваля --з x', 'activity list --kind call --contact Коваля --з x'],
  ['звонки сегодня', 'activity list --kind call --period сегодня'],
  ['--db x.db встречи на этой неделе', '--db x.db activity list --kind meeting --period на этой неделе'],
  ['зустрічі у п’ятницю', 'activity list --kind meeting --period у п’ятницю'],
  ['задачи завтра --менеджер Анна', 'task list --period завтра --manager Анна'],
  ['задачи добавить прайс завтра', 'task add прайс завтра'],
  ['завдання прайс завтра', 'task прайс завтра'],
  ['счёт Петров --потом звонок', 'deal move Петров счёт --next звонок'],
  ['рахунок', 'рахунок'],
  ['рахунок Ганна надіслали', 'deal move Ганна рахунок'],
  ['надіслали рахунок Ганна Шевченко', 'deal move Ганна Шевченко рахунок'],
  ['--db x.db счёт выставлен Ивановой --потом звонок', '--db x.db deal move Ивановой счёт --next звонок'],
  ['счёт Иванова оплатила', 'счёт Иванова оплатила'],
  ['прийшов товар Шафа', 'want arrived Шафа'],
  ['товар шафа прийшла', 'want arrived шафа'],
  ['пришёл товар Дверь дубовая', 'want arrived Дверь дубовая'],
  ['товар додати Коваль прийшов', 'want add Коваль прийшов'],
  ['двинь Иванова Замер', 'deal move Иванова Замер'],
  ['пересунь t1 завтра', 'task move t1 завтра'],
  ['правь c1 --phone 5', 'contact edit c1 --phone 5'],
  ['зміни d1 --сума 5', 'deal edit d1 --amount 5'],
  ['сделка поменяй d1', 'deal edit d1'],
  ['move Fox Offer', 'deal move Fox Offer'],
  ['задачи просроченные', 'task list --overdue'],
  ['прострочені', 'task list --overdue'],
  ['найди Петрова', 'search Петрова'],
  ['покажи t1', 'show t1'],
  ['выиграл d1', 'won d1'],
  ['програв d1 дорого', 'lost d1 дорого'],
  ['справка периоды', 'help periods'],
  ['довідка імпорт', 'help import'],
  ['help запись', 'help capture'],
  ['deal add -- --сумма', 'deal add -- --amount'],
  ['напомнить позвонить Жуку завтра', 'task add позвонить Жуку завтра'],
  ['нагадать мне завтра в 10 про Жука', 'task add мне завтра в 10 про Жука'],
  ['напомните про Жука завтра', 'task add про Жука завтра'],
  ['відкласти t1 на пт --пробно', 'task move t1 на пт --dry-run'],
  ['перенести d1 Замер', 'перенести d1 Замер'],
  ['что угодно', 'что угодно'],
])('%s is read as %s', (typed, read) => {
  expect(english(typed)).toBe(read)
})

test('every alias stands for something that there is', () => {
  const names = COMMANDS.map(({ name }) => name.split(' '))
  const firsts = new Set([...names.map(([first]) => first), 'help'])
  const seconds = new Set(names.map(([, second]) => second))
  const flags = COMMANDS.flatMap(({ options = [] }) => options.map(({ flags }) => flags))
  const of = (kind: keyof typeof ALIASES) => Object.keys(ALIASES[kind])
  expect(of('command').filter((name) => !firsts.has(name))).toEqual([])
  const known = new Set(COMMANDS.map(({ name }) => name))
  expect(of('deed').filter((name) => !known.has(name))).toEqual([])
  expect(of('movedTo')).toEqual(['invoice'])
  expect(of('nearly').filter((name) => !firsts.has(name))).toEqual([])
  expect(of('verb').filter((name) => !seconds.has(name))).toEqual([])
  expect(of('group')).toEqual(GROUPS)
  expect(of('topic')).toEqual(Object.keys(wordsFor('en').topics))
  expect(of('listed').filter((line) => !COMMANDS.some(({ name }) => line.split(' --')[0] === name))).toEqual(
    [],
  )
  const everywhere = ['lang', 'format', 'db', 'output', 'dry-run', 'help']
  expect(
    of('option').filter(
      (name) => !everywhere.includes(name) && !flags.some((one) => new RegExp(`--${name}( |$)`).test(one)),
    ),
  ).toEqual([])
})

test('no word of one kind means two things, but where commands differ', () => {
  for (const [kind, table] of Object.entries(ALIASES)) {
    const words = Object.keys(table).flatMap((name) => otherWords(kind as AliasKind, name))
    const twice = words.filter((word, at) => words.indexOf(word) !== at)
    const shared: Record<string, string[]> = {
      option: ['до'],
      verb: ['показать', 'показати', 'создать', 'створити'],
      place: ['название', 'назва'],
      // Deals of a forecast, tasks of an activity report.
      column: ['просрочено', 'просроченные', 'прострочено', 'прострочені'],
      sort: ['название', 'назва', 'телефон', 'почта', 'пошта'],
    }
    expect([kind, twice.filter((word) => !shared[kind]?.includes(word))]).toEqual([kind, []])
  }
})

const { run } = trial({ env: { VORONKA_LANG: 'ru' } })
const out = async (line: string) => {
  const ran = await run(line.split(' '))
  return `${ran.out}${ran.err}`.replaceAll('\u00a0', ' ')
}

test('a funnel and a list in Russian words give what the English ones give', async () => {
  await run(['создать', '--этапы', 'Заявка,Договор', '--валюта', 'руб'])
  await out('менеджер добавить Анна')
  await out('сделка добавить Балкон --сумма 1200 --менеджер анна')
  await out('сделка добавить Дверь --когда 2.10')
  await out('отказ Дверь дорого')
  for (const [russian, same] of [
    ['воронка октябрь 2026 --по причинам --способ события', 'funnel 2026-10 --by reason --mode events'],
    ['воронка этот год --чьи Заявка:дошли', 'funnel this-year -e Заявка:entered'],
    ['воронка --сравнить предыдущий', 'funnel --compare previous'],
    ['сделка список --состояние отказ --порядок -сумма', 'deal list --status lost --sort -amount'],
    ['конверсия --по неделям', 'conversion --by week'],
  ] as const)
    expect(await out(russian)).toBe(await out(same))
  expect(await out('воронка --по причинам')).toBe(
    [
      'Воронка «Продажи» по причинам отказа · 17 июля – 14 октября 2026 · созданные за период',
      'на 14.10.2026, UTC · все менеджеры · сделок 2 · в деле 1 из 2',
      '',
      'Причина отказа            Заявка  Договор  выигр.  в деле  из закр.  разброс  ₽',
      'дорого                    1 →0/1     0 →–       0       0    0 из 1           0',
      'не отказ или без причины  1 →0/1     0 →–       0       1                     0',
      'Итого                     2 →0/2     0 →–       0       1    0 из 1           0',
      '',
      'Выиграно 0 + отказов 1 + в деле 1 = 2.',
      'Среди закрытых выиграно 0 из 1.',
      'Ещё в деле 1 из 2: доля среди закрытых ещё может измениться.',
      '→ доля прошедших дальше. Меньше 10 сделок — не проценты, а «3 из 5».',
      '',
    ].join('\n'),
  )
})

test('Russian words are Russian, Ukrainian ones Ukrainian', () => {
  const strange = Object.values(ALIASES).flatMap((table) =>
    Object.values(table).flatMap((texts) => {
      const [russian = '', ukrainian = ''] = texts.split(' | ')
      return [
        ...(russian.match(/\S*[іїєґ’]\S*|(?<![^ ])ус[еі]\p{L}*/gu) ?? []),
        ...(ukrainian.match(/\S*[ыэёъ]\S*/g) ?? []),
      ]
    }),
  )
  expect(strange).toEqual([])
})
