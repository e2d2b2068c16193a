import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { openTable } from '../../src/transfer/csv.ts'
import { likelyKinds } from '../../src/transfer/likely-kind.ts'
import { person } from '../support/person.ts'
import { type Trial, trial } from './world.ts'

const SYSTEMS = fileURLToPath(new URL('../../fixtures/systems/', import.meta.url))

test.each([
  ['contacts', 'Имя;Телефон;E-mail;Комментарий'],
  ['contacts', 'ФИО;Телефон;Компания;Должность'],
  ['contacts', 'Name;Email;Phone;Company;Source;Created'],
  ['companies', 'Організація;Телефон;Менеджер'],
  ['companies', 'Название;ИНН;Адрес'],
  ['deals', 'Клиент;Телефон;Сумма;Этап;Дата'],
  ['deals', 'Имя;Телефон;Источник;Дата заявки;Статус;Менеджер;Комментарий'],
  ['deals', 'Something;Else'],
  ['activities', 'Date;Time;From;To;Duration;Status'],
  ['activities', 'Дата;Время;Клиент;Телефон;Тип;Комментарий'],
  ['tasks', 'Завдання;Термін;Виконавець'],
  ['plans', 'Менеджер;Январь 2026;Февраль 2026'],
  ['plans', 'Менеджер;Месяц;План'],
  ['history', 'Deal id;Stage;Moved at;Manager'],
  ['holidays', 'Date;Holiday'],
  ['holidays', 'BEGIN:VCALENDAR'],
])('a file is most likely of %s: %s', (kind, headers) => {
  expect(likelyKinds(headers.split(';'))[0]?.kind).toBe(kind)
})

test('files of other systems are what they are called', async () => {
  const kinds = /deals|contacts|companies|history|tasks|activities/
  const files = readdirSync(SYSTEMS).filter((file) => kinds.test(file) && !/pipedrive-en-act/.test(file))
  const taken = await Promise.all(
    files.map(async (file) => [file, likelyKinds((await openTable(`${SYSTEMS}${file}`)).headers)[0]?.kind]),
  )
  expect(taken).toEqual(files.map((file) => [file, kinds.exec(file)?.[0]]))
  expect(files.length).toBeGreaterThan(40)
})

async function withPeople(lang = 'en'): Promise<Trial> {
  const made = trial({ env: { VORONKA_LANG: lang } })
  writeFileSync(made.path('people.csv'), 'Id,Name,Phone\nP1,Olga Hill,+49 30 1234567\n')
  await made.run(['init', '--stages', 'Lead', '--currency', 'EUR'])
  return made
}

describe('import FILE', () => {
  test.each(['en', 'ru', 'uk'])(
    'at a terminal asks what is in it, the likeliest first (%s)',
    async (lang) => {
      const made = await withPeople(lang)
      const names = { en: 'contacts', ru: 'контакты', uk: 'контакти' }
      const { ask, heard } = person([names[lang as keyof typeof names]])
      const { exit, out } = await made.run(['import', made.path('people.csv'), '--system', 'book'], {
        terminal: 80,
        ask,
      })
      expect([exit, heard, out]).toMatchSnapshot()
      const { out: journal } = await made.run(['journal', '--format', 'json'])
      expect(JSON.parse(journal)[0].command).toBe(`import contacts ${made.path('people.csv')} --system book`)
    },
  )

  test.each(['en', 'ru', 'uk'])('off it is told what there is to say (%s)', async (lang) => {
    const made = await withPeople(lang)
    const { exit, err, out } = await made.run(['import', made.path('people.csv')])
    expect([exit, out, err.replaceAll(made.folder, 'FOLDER')]).toMatchSnapshot()
    const quiet = await made.run(['import', made.path('people.csv'), '--no-input'], { terminal: 1000 })
    expect([quiet.exit, quiet.err]).toEqual([exit, err])
  })

  test('names of files need no quotes; folders and what is not there are no files', async () => {
    const made = await withPeople()
    writeFileSync(made.path('list of May.csv'), 'Name,Phone\n')
    mkdirSync(made.path('more'))
    const said = async (...words: string[]) => (await made.run(['import', ...words])).err.split('\n')[0]
    expect(await said(...made.path('list of May.csv').split(' '))).toContain(
      'Say what is in list of May.csv.',
    )
    expect(await said(made.path('more'))).toContain('There is no command')
    expect(await said(made.path('none.csv'))).toContain('There is no command')
  })
})
