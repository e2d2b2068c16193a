import { describe, expect, test } from 'vitest'
import type { CommandSpec } from '../../src/cli/command.ts'
import { COMMANDS } from '../../src/cli/commands.ts'
import { buildProgram, type Invocation } from '../../src/cli/line/program.ts'
import { SECTIONS } from '../../src/cli/line/sections.ts'
import { EXIT } from '../../src/errors.ts'
import { LANGS, wordsFor } from '../../src/words/words.ts'
import { trial } from './world.ts'

const SHELF: readonly CommandSpec[] = [
  {
    name: 'deal add',
    args: '[title]',
    summary: (w) => w.dealOptions.add,
    options: [{ flags: '--amount <amount>', help: (w) => w.dealOptions.amount }],
    examples: ['voronka deal add "Balcony" --amount 1200'],
    load: async () => () => ({}),
  },
  {
    name: 'deal move',
    args: '<deal> [stage]',
    summary: (w) => w.dealOptions.move,
    load: async () => () => ({}),
  },
]

const { run } = trial({ commands: SHELF })
const shelf = (...argv: string[]) => run(argv)

test('the whole program, on a small table of commands', async () => {
  const bare = await shelf()
  expect(bare).toEqual(await shelf('help'))
  expect(bare).toEqual(await shelf('--help'))
  expect({ exit: bare.exit, err: bare.err }).toEqual({ exit: 0, err: '' })
  expect(bare.out).toMatchInlineSnapshot(`
    "Usage: voronka <command> [options]

    A command-line CRM in one SQLite file: CSV in and out, funnels whose numbers can
    be trusted

    Options:
      --db <file>        workspace file (VORONKA_DB)
      --format <format>  table, json, csv, tsv, md or xlsx
      --output <file>    write the answer to a file, whole or not at all; %Y-%m-%d
                         in the name is the date
      --lang <lang>      en, ru or uk (VORONKA_LANG)
      --now <when>       the clock for everything: a date or a moment (VORONKA_NOW)
      --color <when>     auto, always or never
      --quiet            say nothing but the answer
      --yes              answer yes to every question
      --no-input         ask nothing
      --no-pager         show long answers whole, not page by page
      --dry-run          show what would change, change nothing
      -V, --version      show the version
      -h, --help         show help

    Records:
      deal               deals: add, move

    Workspace:
      help [words...]    help on a command or a topic

    Topics:
      voronka help capture     how to write things down in seconds
      voronka help day         what stands in the day, and why
      voronka help rules       what happens by itself when a deal changes its stage
      voronka help search      what search finds, and what it does not
      voronka help words       which Russian and Ukrainian words may be typed
      voronka help periods     how periods and moments are written
      voronka help modes       what each way of counting a funnel counts
      voronka help import      how files of other programs are read
      voronka help dupes       how records that are likely one are found
      voronka help cron        reports on a schedule
      voronka help exit-codes  what the program tells a script
    "
  `)
})

test('a command, asked for in either way, in each language', async () => {
  expect((await shelf('help', 'deal', 'add')).out).toMatchInlineSnapshot(`
    "Usage: voronka deal add [title] [options]

    add a deal

    Options:
      --amount <amount>  its amount: 120000, "120 000", 12k, "$500"
      -h, --help         show help

    Examples:
      voronka deal add "Balcony" --amount 1200

    Options that every command takes: voronka help
    "
  `)
  expect(await shelf('deal', 'add', '-h')).toEqual(await shelf('help', 'deal', 'add'))
  expect((await shelf('help', 'deal', 'move', '--lang', 'ru')).out).toMatchInlineSnapshot(`
    "Вызов: voronka deal move <сделка> [этап] [параметры]

    перевести сделку на этап, в выигрыш (won) или отказ (lost)

    Параметры:
      -h, --help  показать справку

    Параметры, общие для всех команд: voronka help
    "
  `)
  expect((await shelf('deal', '--lang', 'uk')).out).toMatchInlineSnapshot(`
    "Виклик: voronka deal <команда> [параметри]

    угоди

    Параметри:
      -h, --help                        показати довідку

    Команди:
      add, додати [назва]               додати угоду
      move, перемістити <угода> [етап]  перевести угоду на етап, у виграш (won) або
                                        відмову (lost)
      help [команда]                    довідка про команду або тему
    "
  `)
})

test('a topic', async () => {
  expect((await shelf('help', 'exit-codes', '--lang', 'ru')).out).toMatchInlineSnapshot(`
    "что программа говорит скрипту

      0  сделано; также ничего не нашлось, и вывод закрыли раньше конца (| head)
      1  понято, но отказано: не найдено, неоднозначно, противоречит
      2  неверная команда: неизвестный параметр, непонятный период
     10  проверка не выполнена
     65  плохие данные: строки с ошибками, непонятный файл
     66  нет такого файла или базы
     70  ошибка программы; VORONKA_DEBUG=1 покажет где
     73  файл ответа не создать
     74  ответ не записать: диск полон
     75  база занята: повторите
     77  нет прав
     78  настройки, или файл более новой версии
    130  отменено
    "
  `)
})

test('what there is no help on', async () => {
  expect(await shelf('help', 'deal', 'mvoe')).toEqual({
    exit: 2,
    out: '',
    err: 'There is no help on "deal mvoe". Did you mean voronka help deal move? Topics: capture, day, rules, search, words, periods, modes, import, dupes, cron, exit-codes. All commands: voronka help\n',
  })
  expect((await shelf('help', 'constructor')).exit).toBe(2)
  expect((await shelf('help', 'пириоды', '--lang', 'ru')).err).toMatch(/Может быть, voronka help периоды\?/)
})

test('mistakes in what is typed, with what was meant, in the words of the language', async () => {
  expect((await shelf('deal', 'ad')).err).toBe(
    'There is no command "deal ad". Did you mean voronka deal add? After "deal" comes: add, move. All commands: voronka help\n',
  )
  expect((await shelf('deal', 'move', '--lang', 'uk')).err).toBe(
    'voronka deal move: бракує <угода>. Дивіться: voronka deal move --help\n',
  )
  expect((await shelf('deal', 'add', '--amount', '--lang=ru')).err).toBe(
    '--amount <сумма> требует значения (сумма: 120000, "120 000", 12к, "$500")\n',
  )
  expect((await shelf('deal', 'add', '--amout', '5')).err).toBe(
    'voronka deal add has no option --amout. Did you mean --amount? Its options: voronka deal add --help\n',
  )
  expect((await shelf('слелка', '--lang', 'ru')).err).toBe(
    'Нет команды «слелка». Может быть, voronka сделка? Все команды: voronka help\n',
  )
  expect((await shelf('угода', 'добати', '--lang', 'uk')).err).toBe(
    'Немає команди «угода добати». Може, voronka угода додати? Після «угода» іде: додати, перемістити. Усі команди: voronka help\n',
  )
  expect((await shelf('сделка', 'добавить', '--сума', '5', '--сцумма', '5')).err).toBe(
    'voronka deal add has no option --сцумма. Did you mean --сумма? Its options: voronka deal add --help\n',
  )
})

test('which words stand for those of the program', async () => {
  const help = async (lang: string) =>
    (await run(['help', 'words', '--lang', lang], { commands: COMMANDS })).out
  const [ru, uk] = [await help('ru'), await help('uk')]
  expect(ru).toMatch(/^ {2}deal {12}сделка, сделки, сделку$/m)
  expect(uk).toMatch(/^ {2}deal {12}угода, угоди, угоду$/m)
  expect(uk).toMatch(/^ {2}--due {11}до, термін$/m)
  expect([...ru.matchAll(/[іїєґ]/g), ...uk.matchAll(/[ыэъё]/g)]).toEqual([])
  expect(
    [ru, uk, await help('en')].flatMap((text) => text.split('\n')).filter((line) => line.length > 80),
  ).toEqual([])
})

describe('the real table of commands', () => {
  test('each has its place in the help', () => {
    const placed = SECTIONS.flatMap(({ commands }) => commands)
    expect(new Set(placed).size).toBe(placed.length)
    expect(COMMANDS.map(({ name }) => firstWord(name)).filter((word) => !placed.includes(word))).toEqual([])
  })

  test('a group is named by what it holds', () => {
    const groups = COMMANDS.filter(({ name }) => name.includes(' ')).map(({ name }) => firstWord(name))
    const named = [...Object.keys(wordsFor('en').help.groups), ...COMMANDS.map(({ name }) => name)]
    expect([...new Set(groups)].filter((name) => !named.includes(name))).toEqual([])
  })

  test.each(LANGS)('says in %s what each command and option is for', (lang) => {
    const words = wordsFor(lang)
    const texts = COMMANDS.flatMap(({ name, summary, options = [] }) => [
      [name, summary(words)],
      ...options.map(({ flags, help }) => [`${name} ${flags}`, help(words)]),
    ])
    const english = /^[^а-яёіїєґ]*$/i
    expect(texts.filter(([, text = '']) => text === '' || english.test(text) !== (lang === 'en'))).toEqual([])
  })

  test.each(['ru', 'uk'] as const)('names in %s every value that is to be given', (lang) => {
    const { placeholders } = wordsFor(lang).help
    const syntax = COMMANDS.flatMap(({ args = '', options = [] }) => [
      args,
      ...options.map(({ flags }) => flags),
    ])
    const names = syntax
      .flatMap((text) => text.match(/<[^>]*>|\[[^\]]*\]/g) ?? [])
      .flatMap((text) => text.match(/[a-z]+/gi) ?? [])
    expect([...new Set(names)].filter((name) => placeholders[name] === undefined)).toEqual([])
  })

  test('each has an example, and the example is of that command', () => {
    const wrong = COMMANDS.filter(({ name, examples = [] }) => {
      return examples.length === 0 || !examples.every((line) => parsed(line)?.spec.name === name)
    })
    expect(wrong.map(({ name }) => name)).toEqual([])
  })
})

describe('topics', () => {
  test.each(LANGS)('in %s are 80 columns wide, but for the line of a crontab', (lang) => {
    const lines = Object.values(wordsFor(lang).topics).flatMap(({ text }) => text.split('\n'))
    expect(lines.filter((line) => line.length > 80 && !/^ {2}0 8 /.test(line))).toEqual([])
  })

  test.each(LANGS)('in %s name every exit code', (lang) => {
    const listed = [...wordsFor(lang).topics['exit-codes'].text.matchAll(/^ *(\d+) {2}/gm)].map(([, code]) =>
      Number(code),
    )
    expect(listed).toEqual([...Object.values(EXIT)].sort((a, b) => a - b))
  })
})

function firstWord(name: string): string {
  return name.split(' ')[0] ?? ''
}

/** What a command line as a shell takes it apart would run. */
function parsed(line: string): Invocation | undefined {
  const [program, ...argv] = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, bare]) => quoted ?? bare ?? '',
  )
  let found: Invocation | undefined
  const output = { out: () => {}, columns: 80 }
  const root = buildProgram(COMMANDS, wordsFor('en'), output, (invocation) => {
    found = invocation
  })
  if (program === 'voronka') root.parse(argv, { from: 'user' })
  return found
}

test('no line of the help is wider than a terminal of 80 columns, but those to be typed', async () => {
  const names = [...new Set(COMMANDS.flatMap(({ name }) => [name, name.split(' ')[0] ?? '']))]
  const pages = [
    [],
    ...Object.keys(wordsFor('en').topics).map((topic) => [topic]),
    ...names.map((name) => name.split(' ')),
  ]
  const { run: whole } = trial({ commands: COMMANDS, terminal: 80, env: { VORONKA_PAGER: '' } })
  const wide: string[] = []
  for (const lang of LANGS)
    for (const page of pages)
      for (const line of (await whole(['help', ...page, '--lang', lang])).out.split('\n'))
        if (line.length > 80 && !/^ {2}(?:[\d*]+ .*)?voronka /.test(line)) wide.push(`${lang}: ${line}`)
  expect(wide).toEqual([])
})

test.each([
  ['ru', 'call, звонок', 'add, добавить [название]'],
  ['uk', 'call, дзвінок', 'add, додати [назва]'],
])('help shows the word of the language beside the command (%s)', async (lang, command, verb) => {
  const { run } = trial()
  const { out } = await run(['help', '--lang', lang])
  expect(out).toContain(`\n  ${command} `)
  expect((await run(['help', 'deal', '--lang', lang])).out).toContain(`\n  ${verb} `)
})
