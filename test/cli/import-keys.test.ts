import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { person } from '../support/person.ts'
import { type Trial, trial } from './world.ts'

const HEADERS = {
  en: 'Client,Phone,Title,Amount,Stage',
  ru: 'Клиент,Телефон,Название,Сумма,Этап',
  uk: 'Клієнт,Телефон,Назва,Сума,Етап',
}

async function room(
  lang: keyof typeof HEADERS,
): Promise<{ made: Trial; file: (...rows: string[]) => string }> {
  const made = trial({ env: { VORONKA_LANG: lang } })
  await made.run(['init', '--stages', 'A,B', '--currency', 'UAH'])
  const file = (...rows: string[]) => {
    writeFileSync(made.path('d.csv'), `${[HEADERS[lang], ...rows].join('\n')}\n`)
    return made.path('d.csv')
  }
  return { made, file }
}

const TITLE = { en: 'Title', ru: 'Название', uk: 'Назва' }
const YESTERDAY = ['Леся Біла,0671112233,балкон,1000,A', 'Ян Гай,0672223344,двері,2000,A']

describe.each(['en', 'ru', 'uk'] as const)('rows without an id (%s)', (lang) => {
  test('the client comes before what is bought, which is never a key by itself without a question', async () => {
    const { made, file } = await room(lang)
    const { ask, heard } = person([TITLE[lang], { en: 'with', ru: 'ни', uk: 'ні' }[lang], false])
    await made.run(['import', 'deals', file(...YESTERDAY)], { terminal: 80, ask })
    expect(heard.slice(0, 2)).toMatchSnapshot()
  })

  test('goods as a key do not give the deal of one client to another', async () => {
    const { made, file } = await room(lang)
    await made.run(['import', 'deals', file(...YESTERDAY), '--key', TITLE[lang]])
    await made.run(['lost', 'd1'])
    const again = ['import', 'deals', '--key', TITLE[lang], '--rejects', made.path('r.csv')]
    const next = file('Остап Кий,0999999999,балкон,7000,B', 'Ян Гай,0672223344,двері,2500,B')
    const { exit, err } = await made.run([...again, next])
    const reason = err.split('\n').find((line) => line.includes('d.csv:2'))
    expect([exit, reason?.replaceAll('\u00a0', ' ')]).toMatchSnapshot()
    const { out } = await made.run(['export', 'deals', '--format', 'csv'])
    expect(out).toMatchSnapshot()
    expect((await made.run(['contact', 'list', '--format', 'csv'])).out).not.toContain('Остап')
  })

  test('the same client under another spelling of the name keeps the deal', async () => {
    const { made, file } = await room(lang)
    await made.run(['import', 'deals', file(...YESTERDAY), '--key', TITLE[lang]])
    const next = file('Л. Біла,+380 67 111-22-33,балкон,1500,B', 'ян гай,,двері,2500,B')
    const { exit, out } = await made.run(['import', 'deals', next, '--key', TITLE[lang]])
    expect([exit, out]).toMatchSnapshot()
  })
})

describe.each(['en', 'ru', 'uk'] as const)('an id that is but a name (%s)', (lang) => {
  test('does not beat another deal of that title, and is not shown beside it', async () => {
    const { made, file } = await room(lang)
    await made.run(['import', 'deals', file(...YESTERDAY), '--key', TITLE[lang]])
    await made.run(['add', 'Остап Кий, 0999999999', '--title', 'балкон'])
    const { exit, err } = await made.run(['lost', 'балкон'])
    expect([exit, err]).toMatchSnapshot()
    expect((await made.run(['deal', 'show', 'd1'])).out).not.toContain('(file)')
    expect((await made.run(['search', 'балкон'])).out).toMatchSnapshot()
    expect((await made.run(['lost', 'двері'])).exit).toBe(0)
  })

  test('one manager in two letters is one question', async () => {
    const { made } = await room(lang)
    const header = { en: 'Manager', ru: 'Менеджер', uk: 'Менеджер' }[lang]
    for (const name of ['Олеся Ковальова', 'Леся Мороз']) await made.run(['manager', 'add', name])
    const path = made.path('m.csv')
    writeFileSync(path, `id,Title,Stage,${header}\n1,a,A,Леся М\n2,b,A,леся м\n3,c,A,ЛЕСЯ М\n`)
    const { ask, heard } = person(['Леся Мороз', false])
    const { exit } = await made.run(['import', 'deals', path], { terminal: 80, ask })
    expect([exit, heard]).toMatchSnapshot()
    const { out } = await made.run(['deal', 'list', '--manager', 'Леся Мороз', '--format', 'json'])
    expect(JSON.parse(out)).toHaveLength(3)
  })
})
