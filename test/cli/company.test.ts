import { beforeEach, expect, test } from 'vitest'
import { jsonOf } from './asking.ts'
import { type Trial, trial } from './world.ts'

let workspace: Trial

beforeEach(async () => {
  workspace = trial()
  await workspace.run(['init', '--stages', 'New,Proposal'])
  await workspace.run([
    'company',
    'add',
    'ООО «Ромашка»',
    '--phone',
    '8 (916) 123-45-67',
    '--email',
    'Info@R.ru',
  ])
})

const romashka = {
  id: 'o1',
  externalId: null,
  externalSystem: null,
  name: 'ООО «Ромашка»',
  phone: '8 (916) 123-45-67',
  email: 'Info@R.ru',
  website: null,
  manager: null,
  note: null,
  fields: {},
  createdAt: '2026-10-14T12:00:00+00:00',
}

test.each(['o1', 'О1', 'ромашка', 'Ромашка ООО', '+79161234567', 'info@r.ru', '.'])(
  'a company is named by %s',
  async (text) => {
    expect(await jsonOf(workspace, 'company', 'show', text)).toEqual({ ...romashka, contacts: [], deals: [] })
  },
)

test('a company of that name is there already, whatever its legal form and quotes', async () => {
  expect(await workspace.run(['company', 'add', '"Ромашка", ЗАО', '--lang', 'ru'])).toEqual({
    exit: 1,
    out: '',
    err: '«"Ромашка", ЗАО» — это уже o1 ООО «Ромашка». Дайте другое название\n',
  })
})

test('a merged company: contacts move, deals keep the fact and show the survivor', async () => {
  await workspace.run(['company', 'add', 'Ромашка-Юг', '--website', 'r.ru'])
  await workspace.run(['contact', 'add', 'Анна', '--company', 'o2'])
  await workspace.run(['deal', 'add', 'Балкон', '--company', 'o2'])
  expect((await workspace.run(['company', 'rm', 'o2'])).err).toBe(
    'Ромашка-Юг is named by contacts (1) and deals (1) and stays. The same company twice: voronka company merge\n',
  )
  await workspace.run(['company', 'merge', 'o1', 'o2'])
  const merged = {
    ...romashka,
    website: 'r.ru',
    note: 'Merged o2 Ромашка-Юг',
    contacts: [{ id: 'c1', name: 'Анна' }],
    deals: [{ id: 'd1', title: 'Балкон', stage: 'New', status: 'open', amount: null, currency: 'USD' }],
  }
  expect(await jsonOf(workspace, 'company', 'show', 'o2')).toEqual(merged)
  expect(await jsonOf(workspace, 'company', 'list')).toEqual([
    { ...romashka, website: 'r.ru', note: 'Merged o2 Ромашка-Юг' },
  ])
  await workspace.run(['undo'])
  expect(await jsonOf(workspace, 'company', 'show', 'o1')).toEqual({ ...romashka, contacts: [], deals: [] })
})

test('a card', async () => {
  await workspace.run(['company', 'edit', 'o1', '--note', 'звонить утром'])
  expect((await workspace.run(['company', 'show', 'o1', '--lang', 'ru'])).out.replaceAll('\u00a0', ' ')).toBe(
    [
      'o1 ООО «Ромашка»',
      '',
      'телефон  8 (916) 123-45-67',
      'почта    Info@R.ru',
      'заметка  звонить утром',
      'создано  ср 14.10.2026 12:00',
      '',
    ].join('\n'),
  )
})

test('a file of companies has the fields of one’s own, and is sorted by them', async () => {
  await workspace.run(['field', 'add', 'Rank', '--type', 'number', '--for', 'company'])
  await workspace.run(['company', 'edit', 'o1', '--field', 'rank=9'])
  await workspace.run(['company', 'add', 'Лютик', '--field', 'rank=10'])
  expect((await workspace.run(['company', 'list', '--format', 'csv', '--sort', '-rank'])).out).toBe(
    [
      'id,name,phone,email,website,manager,note,externalId,createdAt,Rank',
      'o2,Лютик,,,,,,,2026-10-14T12:00:00+00:00,10',
      'o1,ООО «Ромашка»,8 (916) 123-45-67,Info@R.ru,,,,,2026-10-14T12:00:00+00:00,9',
      '',
    ].join('\n'),
  )
})
