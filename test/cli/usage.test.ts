import { expect, test } from 'vitest'
import { trial } from './world.ts'

const STAGES = ['--pipeline', 'Sales', '--stages', 'New,Proposal', '--timezone', 'Europe/Kyiv']

test('init makes a workspace once, and says what it is', async () => {
  const { run, path } = trial()
  expect(await run(['init', ...STAGES])).toEqual({
    exit: 0,
    out: '',
    err: `Made ${path('trial.db')}: pipeline "Sales" (New → Proposal), USD, Europe/Kyiv\nTaken unasked: currency USD. Change it before the first deal: voronka config set currency EUR\n`,
  })
  expect(await run(['init', ...STAGES, '--lang', 'ru'])).toEqual({
    exit: 1,
    out: '',
    err: `${path('trial.db')} уже есть. Укажите другой файл через --db или работайте с этим\n`,
  })
})

test('undo takes the last operation back and says which', async () => {
  const { run } = trial()
  await run(['init', ...STAGES])
  expect(await run(['undo', '--dry-run'])).toEqual({
    exit: 0,
    out: '',
    err: `Undone: operation 1 – the workspace was made: its pipeline, stages and settings\nTo do it again: voronka init ${STAGES.join(' ')}\nA trial run: nothing was changed\n`,
  })
  expect(await run(['undo', '7'])).toEqual({
    exit: 1,
    out: '',
    err: 'There is no operation 7. See the list: voronka journal\n',
  })
})

test('a mistyped command line is refused with exit 2 and what was meant', async () => {
  const { run } = trial()
  expect(await run(['ini'])).toEqual({
    exit: 2,
    out: '',
    err: 'There is no command "ini". Did you mean voronka init? All commands: voronka help\n',
  })
  expect((await run(['import', 'deals of May.xlsx'])).err).toBe(
    'There is no command "import deals of May.xlsx". Did you mean voronka import deals "deals of May.xlsx"? After "import" comes: list, deals, history, contacts, companies, activities, tasks, plans, holidays, all. All commands: voronka help\n',
  )
  expect(await run(['init', '--tempalte', 'calls'])).toEqual({
    exit: 2,
    out: '',
    err: 'voronka init has no option --tempalte. Did you mean --template? Its options: voronka init --help\n',
  })
  expect(await run(['undo', '--lang', 'de'])).toEqual({
    exit: 2,
    out: '',
    err: 'No language "de". There are: en, ru, uk\n',
  })
  expect(await run(['undo', '1', '2', '--lang=uk'])).toEqual({
    exit: 2,
    out: '',
    err: 'voronka undo: слів більше, ніж треба (ім’я з кількох слів беріть у лапки). Дивіться: voronka undo --help\n',
  })
})

test('a workspace that is not there is an error that names init, and is not made', async () => {
  const { run, path } = trial()
  expect(await run(['undo'])).toEqual({
    exit: 66,
    out: '',
    err: `There is no workspace at ${path('trial.db')}\n  voronka init   makes one\n  voronka demo   shows an example first\n`,
  })
})

test('a word that does not go with the one before it: what does, and what was meant, in the words that were typed', async () => {
  const { run } = trial()
  const said = async (line: string, lang: string) => {
    const { err, exit } = await run([
      ...(line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', '')),
      '--lang',
      lang,
    ])
    return [exit, err.trimEnd()]
  }
  const after = 'После «этап» идёт: добавить, список, изменить, убрать. Все команды: voronka help'
  expect(await said('этап переименовать Замер "Первый замер"', 'ru')).toEqual([
    2,
    `Нет команды «этап переименовать». Может быть, voronka этап изменить Замер --имя "Первый замер"? ${after}`,
  ])
  expect(await said('этап Иванова Замер', 'ru')).toEqual([
    2,
    `Нет команды «этап Иванова». Может быть, voronka сделка перевести Иванова Замер? ${after}`,
  ])
  expect(await said('этап додать', 'ru')).toEqual([
    2,
    `Нет команды «этап додать». Может быть, voronka этап добавить? ${after}`,
  ])
  expect(await said('етап перейменувати договір', 'uk')).toEqual([
    2,
    'Немає команди «етап перейменувати». Може, voronka етап змінити договір? Після «етап» іде: додати, список, змінити, прибрати. Усі команди: voronka help',
  ])
  expect(await said('stage rename Offer Contract', 'en')).toEqual([
    2,
    'There is no command "stage rename". Did you mean voronka stage edit Offer --name Contract? After "stage" comes: add, list, edit, rm. All commands: voronka help',
  ])
  const turned: readonly (readonly [line: string, lang: string, meant: string])[] = [
    ['добавить менеджера Ольга Белова', 'ru', 'voronka менеджер добавить Ольга Белова'],
    ['додати етап КП', 'uk', 'voronka етап додати КП'],
    ['видалити менеджера Ольга', 'uk', 'voronka менеджер видалити Ольга'],
    ['создать этап КП', 'ru', 'voronka этап создать КП'],
    ['add manager Olga', 'en', 'voronka manager add Olga'],
  ]
  for (const [line, lang, meant] of turned) {
    const [exit, err] = await said(line, lang)
    expect([line, exit, /(?:Did you mean|Может быть,|Може,) ([^?]*)\?/.exec(String(err))?.[1]]).toEqual([
      line,
      2,
      meant,
    ])
  }
  expect(await said('stage edit Замер --коли 5', 'ru')).toEqual([
    2,
    'У voronka stage edit нет параметра --коли. Какие есть: voronka stage edit --help',
  ])
})

test('money that came wins the deal as a whole; a part of it is a note', async () => {
  const { run } = trial()
  const said = async (...line: string[]) => (await run(line)).err.trimEnd()
  expect([
    await said('оплата', '50000', 'Анна', 'Иванова', '--lang', 'ru'),
    await said('рахунок', 'Ганна', 'оплатила', '5000', '--lang', 'uk'),
    await said('paid', '--lang', 'en'),
    await said('отправила', 'КП', 'Ивановой', '--lang', 'ru'),
    await said('bonus', '3%', '--manager', 'Anna', '--lang', 'en'),
  ]).toMatchInlineSnapshot(`
    [
      "Нет команды «оплата»: частичные оплаты не учитываются, их можно записать заметкой: voronka заметка "Анна Иванова" "оплата 50000". Когда оплачено всё: voronka выиграно "Анна Иванова"",
      "Немає команди «оплатила»: часткові оплати не обліковуються, їх можна записати нотаткою: voronka нотатка Ганна "оплатила 5000". Коли оплачено все: voronka виграно Ганна",
      "There is no command "paid": part payments are not kept, only noted: voronka note <who> paid. When all is paid: voronka won <deal>",
      "Нет команды «отправила». Может быть, voronka письмо Ивановой "отправила КП"? Все команды: voronka help",
      "There is no command "bonus 3%". Did you mean voronka bonus add 3% --manager Anna? After "bonus" comes: add, list, edit, rm. All commands: voronka help",
    ]
  `)
})

test('what no command is asked for is said in the language of the workspace', async () => {
  const { run } = trial()
  await run(['init', ...STAGES, '--lang', 'uk'])
  expect((await run(['щось'])).err).toBe('Немає команди «щось». Усі команди: voronka help\n')
  expect((await run(['help', 'щось'])).err.split('.')[0]).toBe('Немає довідки «щось»')
  expect((await run(['щось', '--lang', 'en'])).err).toBe(
    'There is no command "щось". All commands: voronka help\n',
  )
})

test('the day of everybody, in words', async () => {
  const { run } = trial()
  await run(['init', ...STAGES])
  const all = await run(['today', '--all', '--lang', 'uk'])
  for (const line of [
    ['сьогодні', 'все'],
    ['сегодня', 'всё'],
    ['today', 'all'],
  ])
    expect(await run([...line, '--lang', 'uk'])).toEqual(all)
})

test('at a terminal every refusal is broken at words', async () => {
  const { run } = trial({ terminal: 80, env: { VORONKA_LANG: 'uk' } })
  expect((await run(['undo', '1', '2'])).err).toBe(
    'voronka undo: слів більше, ніж треба (ім’я з кількох слів беріть у лапки).\nДивіться: voronka undo --help\n',
  )
  expect((await run(['етап', 'перейменувати', 'КП', 'Пропозиція'])).err).toBe(
    [
      'Немає команди «етап перейменувати». Може, voronka етап змінити КП --назва',
      'Пропозиція? Після «етап» іде: додати, список, змінити, прибрати. Усі команди:',
      'voronka help',
      '',
    ].join('\n'),
  )
})

test('words that are no commands: the one that is near to what is meant', async () => {
  const { run } = trial()
  const said = async (line: string, lang: string) =>
    (await run([...line.split(' '), '--lang', lang])).err.replace(/(Есть|They are): .*\. /, '$1: …. ')
  expect([
    await said('продано d1', 'uk'),
    await said('перенести d5 Замер', 'ru'),
    await said('отчёт', 'ru'),
    await said('report', 'en'),
  ]).toMatchInlineSnapshot(`
    [
      "Немає команди «продано». Може, voronka виграно d1? Усі команди: voronka help
    ",
      "Нет команды «перенести». Может быть, voronka сделка перенести d5 Замер? Все команды: voronka help
    ",
      "Нет команды «отчёт»: у каждого отчёта своя. Есть: …. Например: voronka воронка
    ",
      "There is no command "report": each report has its own. They are: …. Like this: voronka funnel
    ",
    ]
  `)
})

test('what was mistyped is refused in the language of the workspace, not that of the terminal', async () => {
  const { run } = trial({ env: { LANG: 'en_US.UTF-8' } })
  await run(['init', '--stages', 'A', '--lang', 'ru'])
  expect((await run(['funnel', '--format', 'foo'])).err).toBe(
    'Формата «foo» здесь нет. Есть: table, json, csv, tsv, md, xlsx\n',
  )
  expect((await run(['funnel', '--foo'])).err).toMatch(/^У voronka funnel нет параметра --foo/)
})
