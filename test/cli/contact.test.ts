import { beforeEach, expect, test } from 'vitest'
import { jsonOf } from './asking.ts'
import { type Trial, trial } from './world.ts'

let workspace: Trial

beforeEach(async () => {
  workspace = trial()
  await workspace.run(['init', '--stages', 'New,Proposal', '--timezone', 'Europe/Kyiv', '--currency', 'UAH'])
})

const anna = {
  id: 'c1',
  externalId: null,
  externalSystem: null,
  name: 'Анна Иванова',
  position: null,
  phones: ['+380671234567'],
  emails: ['Anna@Example.com'],
  company: null,
  manager: null,
  source: 'сайт',
  referredBy: null,
  lifecycle: 'lead',
  lifecycleHistory: [],
  referred: { people: [], deals: 0, amount: 0, currency: 'UAH' },
  waitsFor: [],
  birthday: null,
  note: null,
  tags: [],
  fields: {},
  createdAt: '2026-10-14T12:00:00+03:00',
}

function addAnna() {
  const argv = ['contact', 'add', 'Анна Иванова', '--phone', '067 123-45-67', '--email', 'Anna@Example.com']
  return workspace.run([...argv, '--source', 'сайт'])
}

test.each(['c1', 'с1', '+38 (067) 123 45 67', '80671234567', 'anna@example.COM', 'иванова', 'ив анна', '.'])(
  'a contact is named by %s',
  async (text) => {
    expect(await addAnna()).toEqual({ exit: 0, out: '', err: 'Added c1 Анна Иванова\n' })
    expect(await jsonOf(workspace, 'contact', 'show', text)).toEqual({ ...anna, deals: [] })
  },
)

test('an external id is named exactly as written', async () => {
  await addAnna()
  await workspace.run(['contact', 'add', 'Борис', '--id', 'c1'])
  expect(await jsonOf(workspace, 'contact', 'show', 'ext:c1')).toEqual({
    ...anna,
    id: 'c2',
    externalId: 'c1',
    externalSystem: 'file',
    name: 'Борис',
    phones: [],
    emails: [],
    source: null,
    deals: [],
  })
  expect(await workspace.run(['contact', 'add', 'Борис Ким', '--id', 'c1'])).toEqual({
    exit: 1,
    out: '',
    err: 'The id "c1" is that of c2 Борис already\n',
  })
})

test('a namesake by phone is pointed out, and what is no phone', async () => {
  await addAnna()
  expect(
    (await workspace.run(['contact', 'add', 'Аня', '--phone', '+380671234567', '--phone', '12-34-56'])).err,
  ).toBe(
    [
      'Added c2 Аня',
      '"12-34-56" is kept as it is: it is no whole phone number, and will not be found by one',
      'The same phone or e-mail: c1 Анна Иванова. If it is one person: voronka contact merge c1 c2',
      '',
    ].join('\n'),
  )
  expect(await workspace.run(['contact', 'add', 'Б', '--phone', 'нет'])).toEqual({
    exit: 2,
    out: '',
    err: '"нет" has no phone number in it: write it like +380 67 123 45 67\n',
  })
})

test('lists grow and shrink, an undo brings the phone back to be found by', async () => {
  await addAnna()
  await workspace.run(['contact', 'edit', 'c1', '--drop-phone', '0671234567', '--tag', 'vip', '--source', ''])
  expect(await jsonOf(workspace, 'contact', 'show', 'c1')).toEqual({
    ...anna,
    phones: [],
    tags: ['vip'],
    source: null,
    deals: [],
  })
  expect((await workspace.run(['contact', 'show', '0671234567'])).exit).toBe(1)
  await workspace.run(['undo'])
  expect(await jsonOf(workspace, 'contact', 'show', '0671234567')).toEqual({ ...anna, deals: [] })
})

test('merged contacts: the survivor gains, answers to both, has the deals; all undone as one', async () => {
  await addAnna()
  await workspace.run(['contact', 'add', 'Аня И.', '--phone', '050 111 22 33', '--position', 'директор'])
  await workspace.run(['deal', 'add', 'Балкон', '--contact', 'c2', '--amount', '100'])
  expect((await workspace.run(['contact', 'merge', 'c1', 'c2'])).err).toBe(
    'c2 Аня И. is c1 Анна Иванова from now on (deals: 1)\n',
  )
  const merged = {
    ...anna,
    position: 'директор',
    note: 'Merged c2 Аня И.',
    phones: ['+380671234567', '+380501112233'],
    deals: [{ id: 'd1', title: 'Балкон', stage: 'New', status: 'open', amount: 100, currency: 'UAH' }],
  }
  for (const text of ['c2', '0501112233', 'Аня И'])
    expect(await jsonOf(workspace, 'contact', 'show', text)).toEqual(merged)
  expect(await jsonOf(workspace, 'contact', 'list')).toHaveLength(1)
  expect(await workspace.run(['contact', 'rm', 'c1'])).toEqual({
    exit: 1,
    out: '',
    err: 'Анна Иванова is in deals (d1) and stays. The same person twice: voronka contact merge\n',
  })
  await workspace.run(['undo'])
  expect(await jsonOf(workspace, 'contact', 'show', 'c1')).toEqual({ ...anna, deals: [] })
  expect(await jsonOf(workspace, 'contact', 'show', '0501112233')).toEqual({
    ...anna,
    id: 'c2',
    name: 'Аня И.',
    position: 'директор',
    phones: ['+380501112233'],
    emails: [],
    source: null,
    deals: merged.deals,
  })
})

test('several contacts of a name are told apart by company and deal', async () => {
  await workspace.run(['company', 'add', 'ООО «Ромашка»'])
  await workspace.run(['contact', 'add', 'Иванова Анна', '--company', 'ромашка'])
  await workspace.run(['contact', 'add', 'Ольга Иванова'])
  await workspace.run(['deal', 'add', 'Дверь', '--contact', 'c2'])
  await workspace.run(['contact', 'add', 'Иванова', '--phone', '0671234567'])
  await workspace.run(['contact', 'edit', 'c3', '--name', 'Ия Иванова'])
  expect(await workspace.run(['contact', 'show', 'иванова', '--lang', 'ru'])).toEqual({
    exit: 1,
    out: '',
    err: '«иванова» — это трое: c1 Иванова Анна (ООО «Ромашка»), c2 Ольга Иванова (Дверь), c3 Ия Иванова (+380671234567). Назовите точнее\n',
  })
})

test('a list is filtered, sorted and cut', async () => {
  await workspace.run(['manager', 'add', 'Вера'])
  await workspace.run(['contact', 'add', 'Б', '--manager', 'вера', '--tag', 'vip'])
  await workspace.run(['contact', 'add', 'А', '--source', 'Сайт'])
  await workspace.run(['contact', 'add', 'В', '--source', 'сайт', '--tag', 'VIP'])
  const names = async (...flags: string[]) =>
    ((await jsonOf(workspace, 'contact', 'list', ...flags)) as { name: string }[]).map(({ name }) => name)
  expect(await names()).toEqual(['Б', 'А', 'В'])
  expect(await names('--sort', '-name', '--limit', '2')).toEqual(['В', 'Б'])
  expect(await names('--source', 'сайт')).toEqual(['А', 'В'])
  expect(await names('--tag', 'vip')).toEqual(['Б', 'В'])
  expect(await names('--manager', 'вера')).toEqual(['Б'])
  expect(await workspace.run(['contact', 'list', '--sort', 'nam'])).toEqual({
    exit: 2,
    out: '',
    err: 'There is no column "nam" to sort by. Did you mean name? There are: id, name, phones, emails, company, manager, source, position, referredBy, birthday, tags, note, externalId, createdAt\n',
  })
  expect(await workspace.run(['undo', '2'])).toEqual({
    exit: 1,
    out: '',
    err: 'Operation 2 cannot be undone before what was built on it (3). Undo those first: voronka undo 3\n',
  })
})

test('an extension, and a word after a phone, stand wherever the phone is shown', async () => {
  const { run } = trial({ now: '2026-10-14T12:00' })
  await run(['init', '--stages', 'Заявка', '--timezone', 'Europe/Moscow', '--lang', 'ru'])
  await run(['contact', 'add', 'Анна Белова', '--phone', '7 (495) 222-33-44 доб. 5'])
  await run(['task', 'add', 'смета', '--about', 'c1', '--due', '2026-10-14'])
  const has = async (...words: string[]) => (await run(words)).out.includes('+74952223344 доб. 5')
  const commands = [
    ['show', 'c1'],
    ['contact', 'list'],
    ['contact', 'show', 'c1'],
    ['next'],
    ['search', 'Белова'],
  ]
  for (const words of commands) expect([words, await has(...words)]).toEqual([words, true])
  expect((await run(['today'], { terminal: 80 })).out).toContain('+74952223344 доб. 5')
  // Scripts get the number that is dialled.
  const { items } = JSON.parse((await run(['today', '--format', 'json'])).out)
  expect(items).toMatchObject([{ phone: '+74952223344' }])
  await run(['contact', 'edit', 'c1', '--phone', '8 909 1234567 вотсап'])
  expect((await run(['show', 'c1'])).out.split('\n')[1]).toBe('+79091234567 вотсап')
})
