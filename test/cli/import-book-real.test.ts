import { expect } from 'vitest'
import { readContacts } from '../../src/store/people/contacts.ts'
import { Store } from '../../src/store/store.ts'
import { realPath, realTest } from '../transfer/real.ts'
import { type Trial, trial } from './world.ts'

async function imported({ run }: Trial, what: string, file: string, ...options: string[]) {
  const ran = await run(['import', what, realPath(file), ...options, '--format', 'json'])
  const { rows, created, updated, unchanged, rejected, warnings } = JSON.parse(ran.out)
  return { exit: ran.exit, rows, created, updated, unchanged, rejected, warnings }
}

const all = (rows: number, more: object = {}) => ({
  exit: 0,
  rows,
  created: rows,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  warnings: [],
  ...more,
})

realTest('clients: both encodings are the same people, with equal dates', async () => {
  const workspace = trial()
  await workspace.run(['init', '--stages', 'A', '--timezone', 'Europe/Moscow', '--currency', 'RUB'])
  const options = ['--key', 'Email,Фамилия', '--ignore', '*']
  const twin = { line: 40, column: 'Email', value: 'gbacon@mac.com', message: expect.any(String) }
  const first = await imported(workspace, 'contacts', 'ru-worldskills/client_b_import.cp1251.csv', ...options)
  expect(first).toEqual(all(50, { warnings: [twin] }))
  const second = await imported(workspace, 'contacts', 'ru-worldskills/client_b_import.utf8.txt', ...options)
  expect(second).toEqual(all(50, { created: 0, unchanged: 50, warnings: [twin] }))
  const store = Store.open(workspace.path('trial.db'))
  const contacts = readContacts(store.db)
  expect(new Set(contacts.map(({ emails }) => emails[0]?.email)).size).toBe(49)
  expect(contacts[0]).toEqual({
    id: 1,
    name: 'Кузьмина Дэнна Витальевна',
    position: null,
    phones: [{ e164: null, raw: '7(9940)977-45-73' }],
    emails: [{ email: 'nichoj@mac.com', raw: 'nichoj@mac.com' }],
    company: null,
    manager: null,
    source: null,
    note: null,
    birthday: '1993-08-24',
    tags: [],
    fields: {},
    externalSystem: 'file',
    externalId: 'nichoj@mac.com | Кузьмина',
    createdAt: Date.UTC(2016, 2, 26, 21),
    createdPrecision: 'day',
    mergedInto: null,
    erased: false,
    referredBy: null,
  })
  store.close()
})

realTest(
  'a hundred thousand people: repeated e-mails are named, and nobody is merged',
  async () => {
    const workspace = trial()
    await workspace.run(['init', '--stages', 'A'])
    const file = 'contacts-datablist/people-100000.csv'
    const { warnings, ...counts } = await imported(workspace, 'contacts', file, '--ignore', '*')
    expect({ ...counts, warnings: [] }).toEqual(all(100_000))
    expect(warnings).toEqual([
      {
        line: 63514,
        column: 'Email',
        value: 'ebennett@example.com',
        message:
          'Rows that repeat the e-mail of another row with another id: 5407; kept apart. ' +
          'ebennett@example.com: lines 23, 63514; bsellers@example.org: lines 51, 51684; ' +
          'glove@example.com: lines 56, 55476; connor15@example.net: lines 64, 1077; ' +
          'roy33@example.net: lines 70, 74437',
      },
    ])
    const undone = await workspace.run(['undo'])
    expect(undone.exit).toBe(0)
    expect((await workspace.run(['contact', 'list'])).out).toBe(
      'No contacts: voronka contact add NAME --phone …\n',
    )
  },
  120_000,
)

realTest('address books and lists with a few flags, and again without a change', async () => {
  const workspace = trial()
  await workspace.run(['init', '--stages', 'A'])
  const files: [what: string, file: string, rows: number, ...options: string[]][] = [
    ['contacts', 'google-contacts/google_contacts.csv', 3],
    ['contacts', 'outlook-contacts/outlook.csv', 3],
    ['contacts', 'contacts-uk500/uk-500.csv', 500, '--key', 'email', '--custom', '*'],
    ['contacts', 'zoho-crm/Contacts.csv', 1265],
  ]
  for (const [what, file, rows, ...options] of files) {
    const first = await imported(workspace, what, file, ...options)
    expect({ ...first, file, warnings: [] }).toEqual({ ...all(rows), file })
    const again = await imported(workspace, what, file, ...options)
    expect({ ...again, file, warnings: [] }).toEqual({ ...all(rows, { created: 0, unchanged: rows }), file })
  }
})

realTest('agents: companies between tabs, with labels before their phones and addresses', async () => {
  const workspace = trial()
  await workspace.run(['init', '--stages', 'A', '--timezone', 'Europe/Moscow', '--currency', 'RUB'])
  const options = ['--key', 'ИНН', '--custom', '*']
  for (const [field, header] of [
    ['name', 'Наименование агента'],
    ['phone', 'Телефон агента'],
    ['email', 'Электронная почта агента'],
  ])
    options.push('--map', `${field}=${header}`)
  const first = await imported(
    workspace,
    'companies',
    'ru-worldskills/agents_k_import.cp1251.tsv',
    ...options,
  )
  expect(first).toEqual(all(100))
  const second = await imported(workspace, 'companies', 'ru-worldskills/agents_k_import.utf8.tsv', ...options)
  expect(second).toEqual(all(100, { created: 0, unchanged: 100 }))
  const list = await workspace.run(['company', 'list', '--limit', '2'])
  expect(list.out).toBe(
    'id  company          phone             e-mail                      site  manager\n' +
      'o1  МонтажОрионУрал  (35222) 67-39-26  pzaitev@blokin.org\n' +
      'o2  МетизСтрой       8-800-172-62-56   kristina.pakomov@burova.ru\n',
  )
})
