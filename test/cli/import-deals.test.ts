import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { copiesOf, truthOf } from '../support/copies.ts'
import { type Trial, textOf, trial } from './world.ts'

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url))
const OKNA = ['init', '--pipeline', 'Окна', '--stages', 'Заявка,Замер,Договор', '--currency', 'RUB']

async function windows(
  lang: string,
): Promise<Trial & { load(name: string, ...more: string[]): ReturnType<Trial['run']> }> {
  const shop = trial({ env: { VORONKA_LANG: lang } })
  await shop.run([...OKNA, '--timezone', 'Europe/Moscow'])
  return { ...shop, load: (name, ...more) => shop.run(['import', 'deals', fixture(name), ...more]) }
}

/** What a deal's history says, for reading. */
async function told({ run }: Trial, deal: string) {
  const { history } = JSON.parse((await run(['deal', 'show', deal, '--format', 'json'])).out)
  return history.map(({ kind, value, at, precision, synthetic }: Record<string, unknown>) =>
    [kind, value, at, precision, synthetic ? 'presumed' : 'known'].join(' '),
  )
}

describe('a shop of windows, week by week', () => {
  test('the first file, in Russian', async () => {
    const shop = await windows('ru')
    expect(await shop.load('okna.csv')).toMatchInlineSnapshot(`
      {
        "err": "okna.csv: кодировка utf-8, разделитель «;», даты dmy, система file
      ",
        "exit": 0,
        "out": "Импорт okna.csv: 4 строки

               строк
      создано      4

      Новые менеджеры (2): Анна Белова, Борис Ким
      Новые компании (1): ООО «Ромашка»
      Новых контактов: 3
      Этапов без даты входа: 1; взят день предыдущего шага, время на таких этапах не считается
      Сумм без валюты: 2; взята валюта RUB

      Посмотреть, что вышло: voronka funnel all
      Отменить импорт: voronka undo 2
      ",
      }
    `)
    expect(await told(shop, 'd1')).toMatchInlineSnapshot(`
      [
        "stage Заявка 2026-09-01 day presumed",
        "stage Замер 2026-09-01 day presumed",
      ]
    `)
    expect(await told(shop, 'd2')).toMatchInlineSnapshot(`
      [
        "stage Заявка 2026-09-02 day presumed",
        "stage Выиграно 2026-09-20 day known",
      ]
    `)
    expect(await told(shop, 'd3')).toMatchInlineSnapshot(`
      [
        "stage Заявка 2026-09-03 day presumed",
        "stage Отказ 2026-09-05 day known",
      ]
    `)
    expect(await told(shop, 'd4')).toMatchInlineSnapshot(`
      [
        "stage Заявка 2026-09-04T10:30:00+03:00 moment presumed",
      ]
    `)
    const { kept, folded } = copiesOf(shop.path('trial.db'))
    expect(kept).toEqual(folded)
  })

  test('the same file again changes nothing', async () => {
    const shop = await windows('en')
    await shop.load('okna.csv')
    const before = truthOf(shop.path('trial.db'))
    expect(await shop.load('okna.csv')).toMatchInlineSnapshot(`
      {
        "err": "okna.csv: encoding utf-8, delimiter ";", dates dmy, system file
      ",
        "exit": 0,
        "out": "Import of okna.csv: 4 rows

                 rows
      unchanged     4
      ",
      }
    `)
    expect(truthOf(shop.path('trial.db'))).toEqual(before)
  })

  test('a newer file is history: nothing before it is rewritten', async () => {
    const shop = await windows('en')
    await shop.load('okna.csv')
    const before = truthOf(shop.path('trial.db'))
    expect(await shop.load('okna-newer.csv')).toMatchInlineSnapshot(`
      {
        "err": "okna-newer.csv: encoding utf-8, delimiter ";", dates dmy, system file
      ",
        "exit": 0,
        "out": "Import of okna-newer.csv: 4 rows

                 rows
      created       1
      updated       2
      unchanged     1

      Since the last import: advanced 1, won 1
      Fields changed: amount 2
      No longer in the file: 1 (d3); it stays as it is
      New managers (1): Вера Лис

      To look at it: voronka funnel all
      To take it back: voronka undo 3
      ",
      }
    `)
    const after = truthOf(shop.path('trial.db'))
    expect(after.deals.slice(0, before.deals.length)).toEqual(before.deals)
    expect(after.history.slice(0, before.history.length)).toEqual(before.history)
    expect(await told(shop, 'd1')).toMatchInlineSnapshot(`
      [
        "stage Заявка 2026-09-01 day presumed",
        "stage Замер 2026-09-01 day presumed",
        "amount 135000 2026-10-14T12:00:00+03:00 moment presumed",
        "stage Договор 2026-10-14T12:00:00+03:00 moment presumed",
      ]
    `)
    expect(await told(shop, 'd4')).toMatchInlineSnapshot(`
      [
        "stage Заявка 2026-09-04T10:30:00+03:00 moment presumed",
        "stage Won 2026-10-12 day known",
        "amount 56000 2026-10-14T12:00:00+03:00 moment presumed",
      ]
    `)
    const { kept, folded } = copiesOf(shop.path('trial.db'))
    expect(kept).toEqual(folded)
    expect((await shop.load('okna-newer.csv', '--format', 'json')).out).toMatch(/"unchanged": 4,/)
  })

  test('what was changed here stays, until the file says something new', async () => {
    const shop = await windows('en')
    await shop.load('okna.csv')
    await shop.run(['deal', 'move', 'd1', 'Договор'])
    await shop.run(['deal', 'edit', 'd2', '--amount', '90000'])
    expect((await shop.load('okna.csv')).out).toMatchInlineSnapshot(`
      "Import of okna.csv: 4 rows

                 rows
      unchanged     4

      Edited here since, and so left: 2
      "
    `)
    const before = JSON.parse((await shop.run(['deal', 'show', 'd1', '--format', 'json'])).out)
    expect(before.stage).toBe('Договор')
    await shop.load('okna-newer.csv')
    const [d1, d2] = await Promise.all(
      ['d1', 'd2'].map(async (id) =>
        JSON.parse((await shop.run(['deal', 'show', id, '--format', 'json'])).out),
      ),
    )
    expect([d1.stage, d1.amount, d2.amount]).toEqual(['Договор', 135_000, 90_000])
  })

  test('an import is undone whole', async () => {
    const shop = await windows('en')
    await shop.load('okna.csv')
    expect(await shop.run(['undo'])).toMatchObject({ exit: 0 })
    expect((await shop.run(['deal', 'list', '--format', 'json'])).out).toBe('[]\n')
    expect((await shop.load('okna.csv', '--format', 'json')).out).toMatch(/"created": 4,/)
  })

  test('a trial run says the same and writes nothing', async () => {
    const shop = await windows('en')
    const before = truthOf(shop.path('trial.db'))
    const ran = await shop.load('okna.csv', '--dry-run', '--format', 'json')
    expect(truthOf(shop.path('trial.db'))).toEqual(before)
    expect(JSON.parse(ran.out)).toEqual({
      schema: 'voronka.import/1',
      entity: 'deals',
      file: 'okna.csv',
      system: 'file',
      encoding: 'utf-8',
      delimiter: ';',
      sheet: null,
      dateOrder: 'dmy',
      rows: 4,
      created: 4,
      updated: 0,
      unchanged: 0,
      skipped: 0,
      merged: 0,
      rejected: 0,
      operation: null,
      dryRun: true,
      problems: [],
      warnings: [],
      moves: { advanced: 0, movedBack: 0, won: 0, lost: 0 },
      changed: {},
      kept: 0,
      overruled: { deals: 0, changes: [] },
      gone: [],
      presumed: { undated: 0, outcomes: 0, stages: 1, currencies: 2 },
    })
  })
})

describe('rows with problems', () => {
  test('without --rejects nothing is written', async () => {
    const shop = await windows('ru')
    const before = truthOf(shop.path('trial.db'))
    expect(await shop.load('okna-bad.csv')).toMatchInlineSnapshot(`
      {
        "err": "okna-bad.csv: кодировка utf-8, разделитель «;», даты dmy, система file
      okna-bad.csv:2: Этап: «Замеры»: Нет такого этапа в воронке «Окна» (Заявка, Замер, Договор). Скажите, что это: --stage "Замеры=ЭТАП|won|lost|skip", или создайте его: --create-stages "Замеры" (и ещё в 1 строке)
      okna-bad.csv:3: Бюджет: «много»: Непонятная сумма «много»: пишите, например, 1200.50 или 1 200,50 RUB.
      okna-bad.csv:3: Дата создания: «31.02.2026»: Непонятная дата «31.02.2026»: пишите, например, 2026-09-14, 14.09.2026 или 14.09.2026 15:30.
      okna-bad.csv:4: ID: «203»: Другие строки с этим id говорят иное (Этап): 5. Оставьте одну из них или назовите более точный ключ: --key
      okna-bad.csv:5: ID: «203»: Другие строки с этим id говорят иное (Этап): 4. Оставьте одну из них или назовите более точный ключ: --key
      okna-bad.csv:8: ID: В строке нет id. Заполните его или назовите другие колонки, по которым узнаётся строка: --key КОЛОНКА[,КОЛОНКА]
      Ничего не записано: строк с ошибками — 5. Исправьте их или возьмите хорошие, а эти отложите: --rejects ФАЙЛ
      ",
        "exit": 65,
        "out": "Импорт okna-bad.csv: 7 строк

                   строк
      не записано      1
      повторы          1
      с ошибками       5
      ",
      }
    `)
    expect(truthOf(shop.path('trial.db'))).toEqual(before)
  })

  test.each([
    [['1', '2', '10'], 0],
    [['10', '2', '1'], 0],
    [['2', '1', '3'], 0],
    [['1', '1'], 1],
    [['1', '2', '2'], 1],
    [['10', '9', '9'], 1],
    [['1', '2', '1'], 1],
    [['10', '9', '10'], 1],
    [['9', '10', '9'], 1],
  ])('the ids %j: lines told twice are found in any order', async (ids, merged) => {
    const shop = await windows('en')
    const path = shop.path('ids.csv')
    writeFileSync(path, `ID,Title,Stage\n${ids.map((id) => `${id},Window ${id},Замер\n`).join('')}`)
    const ran = await shop.run(['import', 'deals', path, '--format', 'json'])
    const counts = JSON.parse(ran.out)
    expect([ran.exit, counts.created, counts.merged]).toEqual([0, ids.length - merged, merged])
  })

  test('with --rejects the good are, and the bad can be mended and imported', async () => {
    const shop = await windows('en')
    const path = shop.path('rejects.csv')
    const ran = await shop.load('okna-bad.csv', '--rejects', path, '--format', 'json')
    const { created, merged, rejected, problems } = JSON.parse(ran.out)
    expect([ran.exit, created, merged, rejected]).toEqual([65, 1, 1, 5])
    expect(problems.map(({ line, column }: { line: number; column: string }) => `${line} ${column}`)).toEqual(
      ['2 Этап', '3 Этап', '3 Бюджет', '3 Дата создания', '4 ID', '5 ID', '8 ID'],
    )
    expect(textOf(path)).toMatchInlineSnapshot(`
      "ID;Название сделки;Этап;Ответственный;Бюджет;Дата создания;line;problem
      201;Окно;Замеры;Анна Белова;10 000;01.10.2026;2;"There is no such stage in the pipeline ""Окна"" (Заявка, Замер, Договор). Say what it is: --stage ""Замеры=STAGE|won|lost|skip"", or make it: --create-stages ""Замеры"""
      202;Дверь;Замеры;Анна Белова;много;31.02.2026;3;"There is no such stage in the pipeline ""Окна"" (Заявка, Замер, Договор). Say what it is: --stage ""Замеры=STAGE|won|lost|skip"", or make it: --create-stages ""Замеры""; Cannot read the amount “много”: write it like 1200.50 or 1 200,50 USD.; Cannot read the date ""31.02.2026"": write it like 2026-09-14, 14.09.2026 or 14.09.2026 15:30."
      203;Балкон;Замер;Вера Лис;12 000;02.10.2026;4;Other lines with this id say otherwise (Этап): 5. Leave one of them, or name a finer key: --key
      203;Балкон;Договор;Вера Лис;12 000;02.10.2026;5;Other lines with this id say otherwise (Этап): 4. Leave one of them, or name a finer key: --key
      ;Рама;Замер;Борис Ким;15 000;03.10.2026;8;The row has no id. Fill it in, or name other columns that identify a row: --key HEADER[,HEADER]
      "
    `)
    const mended = textOf(path).split('\n').slice(0, 2).join('\n').replace(';Замеры;', ';Замер;')
    writeFileSync(path, `${mended}\n`)
    const again = await shop.run(['import', 'deals', path, '--format', 'json'])
    expect([again.exit, JSON.parse(again.out).created]).toEqual([0, 1])
  })

  test('the unknown stage may be named, or made', async () => {
    const shop = await windows('en')
    const stdin = 'ID,Title,Stage\n1,a,Offer\n2,b,\n3,c,Sent\n'
    const tell = (...more: string[]) => shop.run(['import', 'deals', '-', ...more], { stdin })
    expect((await tell()).err).toMatchInlineSnapshot(`
      "-: encoding utf-8, delimiter ",", system file
      -:2: Stage: "Offer": There is no such stage in the pipeline "Окна" (Заявка, Замер, Договор). Say what it is: --stage "Offer=STAGE|won|lost|skip", or make it: --create-stages "Offer"
      -:3: Stage: The stage is blank. Say what that means: --stage "=STAGE" (Заявка, Замер, Договор, won, lost)
      -:4: Stage: "Sent": There is no such stage in the pipeline "Окна" (Заявка, Замер, Договор). Say what it is: --stage "Sent=STAGE|won|lost|skip", or make it: --create-stages "Sent"
      Nothing was written: 3 rows have problems. Mend them, or take the good rows and put these aside: --rejects FILE
      "
    `)
    const done = await tell('--stage', 'Sent=won', '--stage', '=Заявка', '--create-stages', 'Замер,Offer')
    expect(done.exit).toBe(0)
    const { stages } = JSON.parse((await shop.run(['funnel', 'all', '--format', 'json'])).out)
    const names = stages.map(({ stage }: { stage: string }) => stage)
    expect(names).toEqual(['Заявка', 'Замер', 'Offer', 'Договор', 'Won'])
  })
})

describe('a file that is refused as a whole', () => {
  const cases: [string, string, string[]][] = [
    ['a column that nothing claims', 'ID,Title,Stage,Weather\n1,a,Заявка,rain\n', []],
    ['no id and no key', 'Title,Stage\na,Заявка\n', []],
    ['unclear dates', 'ID,Stage,Created\n1,Заявка,01/02/2026\n', []],
    ['a header that is not there', 'ID,Stage\n1,Заявка\n', ['--map', 'amount=Budget']],
    ['an empty file', '', []],
  ]
  test.each(cases)('%s', async (_, stdin, more) => {
    const shop = await windows('en')
    const ran = await shop.run(['import', 'deals', '-', ...more], { stdin })
    expect(ran.exit).toBe(65)
    expect(ran.err).toMatchSnapshot()
  })
})

describe('other systems', () => {
  test('Bitrix24 writes a line per product: amounts are summed into one deal', async () => {
    const shop = await windows('en')
    expect(await shop.load('bitrix24.csv')).toMatchInlineSnapshot(`
      {
        "err": "bitrix24.csv: encoding utf-8, delimiter ";", dates dmy, system bitrix24
      ",
        "exit": 0,
        "out": "Import of bitrix24.csv: 3 rows

               rows
      created     2
      repeats     1

      New managers (2): Анна Белова, Борис Ким
      Won or lost without a date: 1, taken at the latest moment known of each
      Stages without a day of entry: 1, taken as entered right after the step before; times in stages leave them out

      To look at it: voronka funnel all
      To take it back: voronka undo 2
      ",
      }
    `)
    const deal = JSON.parse((await shop.run(['deal', 'show', 'd1', '--format', 'json'])).out)
    expect([deal.externalSystem, deal.amount, deal.product, deal.manager]).toEqual([
      'bitrix24',
      12_500,
      'Окно, Подоконник',
      'Анна Белова',
    ])
    expect((await shop.load('bitrix24.csv', '--format', 'json')).out).toMatch(
      /"unchanged": 2,[^}]*"merged": 1,/,
    )
  })

  test('Pipedrive in a pipeline of its own', async () => {
    const shop = await windows('en')
    const ran = await shop.load(
      'windows-pipedrive.csv',
      '--pipeline',
      'Windows',
      '--create-stages',
      'Survey,Offer',
    )
    expect(ran.exit).toBe(0)
    expect(await told(shop, 'd2')).toMatchInlineSnapshot(`
      [
        "stage Survey 2026-09-02T08:00:00+03:00 moment presumed",
        "stage Offer 2026-09-02T08:00:00+03:00 moment presumed",
        "stage Won 2026-09-12T16:20:00+03:00 moment known",
      ]
    `)
    expect(await told(shop, 'd3')).toMatchInlineSnapshot(`
      [
        "stage Survey 2026-09-03T08:00:00+03:00 moment presumed",
        "stage Lost 2026-09-04T10:00:00+03:00 moment known",
      ]
    `)
  })

  test('a column that says when a stage was entered, in Ukrainian', async () => {
    const shop = await windows('uk')
    const stages = ['--pipeline', 'Вікна', '--create-stages', 'Заявка,Договір']
    expect(
      await shop.load('vikna.csv', ...stages, '--entered', 'Договір=Зайшли в договір'),
    ).toMatchInlineSnapshot(`
      {
        "err": "vikna.csv: кодування utf-8, роздільник «,», дати dmy, система file
      ",
        "exit": 0,
        "out": "Імпорт vikna.csv: 2 рядки

                рядків
      створено       2

      Нові менеджери (1): Олена Їжак
      Курсу UAH до RUB поки немає, а без нього не порахувати гроші: voronka fx add 2026-10-07 UAH КУРС

      Подивитися, що вийшло: voronka funnel all --pipeline "Вікна"
      Скасувати імпорт: voronka undo 2
      Зберегти ці параметри для наступного файлу — додайте: --save-profile ІМ’Я
      ",
      }
    `)
    expect(await told(shop, 'd1')).toMatchInlineSnapshot(`
      [
        "stage Заявка 2026-10-07 day presumed",
        "stage Договір 2026-10-09 day known",
      ]
    `)
    const explained = await shop.load(
      'vikna.csv',
      '--entered',
      'Договір=Зайшли в договір',
      '--explain-columns',
    )
    expect(explained).toMatchInlineSnapshot(`
      {
        "err": "",
        "exit": 0,
        "out": "Колонки vikna.csv

      колонка           що це                  звідки відомо   наприклад
      ID                id                     звичайне слово  U-1
      Угода             назва (title)          звичайне слово  Балкон
      Етап              етап (stage)           звичайне слово  Договір
      Менеджер          менеджер (manager)     звичайне слово  Олена Їжак
      Сума              сума (amount)          звичайне слово  12 500,50
      Валюта            валюта (currency)      звичайне слово  UAH
      Створено          створено (created)     звичайне слово  07.10.2026
      Зайшли в договір  вхід в етап «Договір»  ви сказали      09.10.2026
      ",
      }
    `)
  })

  test('options are kept as a profile, and what is typed outdoes them', async () => {
    const shop = await windows('en')
    const stdin = 'Nr,What,Where\n1,Door,Замер\n'
    const first = ['--map', 'id=Nr', '--map', 'title=What', '--map', 'stage=Where', '--save-profile', 'mine']
    expect((await shop.run(['import', 'deals', '-', ...first], { stdin })).exit).toBe(0)
    const again = await shop.run(['import', 'deals', '-', '--profile', 'mine', '--format', 'json'], { stdin })
    expect(JSON.parse(again.out)).toMatchObject({ unchanged: 1, operation: null })
    const other = await shop.run(['import', 'deals', '-', '--profile', 'my'], { stdin })
    expect(other).toMatchInlineSnapshot(`
      {
        "err": "There is no import profile "my". There are: mine
      ",
        "exit": 1,
        "out": "",
      }
    `)
  })
})

test('deals that are there already are updated, passed over, or a problem', async () => {
  const shop = await windows('en')
  await shop.load('okna.csv')
  const counts = async (what: string) => {
    const ran = await shop.load('okna-newer.csv', '--on-existing', what, '--dry-run', '--format', 'json')
    const { created, updated, unchanged, skipped, rejected } = JSON.parse(ran.out)
    return [ran.exit, created, updated, unchanged, skipped, rejected]
  }
  expect(await counts('update')).toEqual([0, 1, 2, 1, 0, 0])
  expect(await counts('skip')).toEqual([0, 1, 0, 0, 3, 0])
  expect(await counts('fail')).toEqual([65, 0, 0, 0, 1, 3])
})
