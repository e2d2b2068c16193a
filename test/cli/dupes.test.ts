import { beforeEach, expect, test } from 'vitest'
import { answering, jsonOf } from './asking.ts'
import { type Trial, trial } from './world.ts'

let workspace: Trial

beforeEach(async () => {
  workspace = trial()
  await workspace.run(['init', '--stages', 'New', '--timezone', 'Europe/Kyiv', '--currency', 'UAH'])
})

/** Contacts of a file of their own, whose ids are the numbers of their rows. */
async function people(...rows: readonly string[]) {
  const stdin = `id,name,phone,email,company,birthday\n${rows.map((row, n) => `P${n},${row}`).join('\n')}\n`
  const ran = await workspace.run(['import', 'contacts', '-', '--quiet'], { stdin })
  expect(ran.exit).toBe(0)
}

async function companies(...rows: readonly string[]) {
  const stdin = `id,name,phone,email,website\n${rows.map((row, n) => `F${n},${row}`).join('\n')}\n`
  const ran = await workspace.run(['import', 'companies', '-', '--quiet'], { stdin })
  expect(ran.exit).toBe(0)
}

interface Pair {
  score: number
  kept: { id: string }
  gone: { id: string }
  why: string
}

/** Each pair in a line. */
async function pairs(...options: readonly string[]) {
  const found = (await jsonOf(workspace, 'dupes', ...options)) as Pair[]
  return found.map(({ score, kept, gone, why }) => `${score.toFixed(2)} ${kept.id} ${gone.id} ${why}`)
}

test('one person twice, in each way it happens', async () => {
  await people(
    'Анна Белова,+380671234567,,,',
    'Белова Анна,067 123-45-67,,,',
    'Борис Ким,,b.kim@x.ua,,',
    'Boris Kim,,B.Kim@X.ua,,',
    'v@x.ua,,v@x.ua,,',
    'Вера Фокс,,v@x.ua,,',
    'Семён Ёлкин,,,ТОВ Мрія,',
    'Семен Елкин,,,Мрія,',
    'Глеб Орлов,,,,1990-05-05',
    'Глеп Орлов,,,,1990-05-05',
    'Жанна,0501112233,,,',
    'Жанна Рудь,0501112233,,,',
  )
  expect(await pairs('contacts', '--min-score', '0.6')).toEqual([
    '1.00 c3 c4 same e-mail b.kim@x.ua, same name in other letters',
    '1.00 c1 c2 same phone +380671234567, same name, its words in another order',
    '0.98 c12 c11 same phone +380501112233, one name is part of the other',
    '0.97 c6 c5 same e-mail v@x.ua',
    '0.97 c9 c10 same birthday, names a slip apart',
    '0.94 c7 c8 same name, same company',
  ])
})

test('two people are not one for what they share', async () => {
  await people(
    // A switchboard and an address of the whole firm.
    'Анна Белова,0442223344,info@mriya.ua,Мрія,',
    'Борис Ким,0442223344,info@mriya.ua,Мрія,',
    'Вера Фокс,0442223344,info@mriya.ua,Мрія,',
    // Father and son, at home and with one address.
    'Иван Сидоров,0501112233,sidorov@x.ua,,',
    'Пётр Сидоров,0501112233,sidorov@x.ua,,',
    // The same domain.
    'Олег Рудь,,oleg@firma.ua,,',
    'Ольга Рудь,,olga@firma.ua,,',
    // A common name, each with an e-mail and a phone of their own.
    'Иван Иванов,0671110001,i1@x.ua,,',
    'Иван Иванов,0671110002,i2@x.ua,,',
    'Иван Иванов,0671110003,i3@x.ua,,',
    // Husband and wife; twins.
    'Саша Белый,,,,2001-02-03',
    'Саша Белая,,,,2001-02-03',
  )
  expect(await pairs('--min-score', '0.6')).toEqual([])
  expect(await pairs('--min-score', '0.3')).toEqual([
    '0.56 c4 c5 same e-mail sidorov@x.ua, same phone +380501112233, but names that differ in part',
  ])
})

test('companies: without their legal forms, by site, and not by a name that says little', async () => {
  await companies(
    'ТОВ «Ромашка»,,,romashka.ua',
    'Ромашка LLC,,,https://www.romashka.ua/ua',
    'ООО Pомашкa,,,',
    'Василёк,044 222 33 44,,',
    'Василок,+380442223344,,',
    'Школа 12,,,school12.ua',
    'Школа 13,,,school13.ua',
    'Будинок меблів,,,budinok.ua',
    'Сад і город,,,sad.ua',
  )
  expect(await pairs('companies')).toEqual([
    '1.00 o1 o2 same site romashka.ua, same name',
    '0.98 o4 o5 same phone +380442223344, names a slip apart',
    '0.83 o1 o3 same name in other letters',
  ])
})

test('the same id in two systems', async () => {
  const file = (name: string) => `id,name\n100200300,${name}\n`
  await workspace.run(['import', 'contacts', '-', '--system', 'one'], { stdin: file('Anna Fox') })
  await workspace.run(['import', 'contacts', '-', '--system', 'two'], { stdin: file('Anna Fox') })
  expect(await pairs()).toEqual(['0.98 c1 c2 same name, same id in another system 100200300'])
})

test('as people read it, in three languages, and as scripts do', async () => {
  await people('Анна Белова,0671234567,a@x.ua,,', 'Белова Анна,067 123-45-67,b@x.ua,,')
  expect(await workspace.run(['dupes'])).toEqual({
    exit: 0,
    out: `Likely the same: 1 (of 0.95 and more: 1)

0.99  c1 Анна Белова = c2 Белова Анна
      same phone +380671234567, same name, its words in another order, but other e-mails
      voronka contact merge c1 c2

One by one: voronka dupes --merge
`,
    err: '',
  })
  expect(
    (await workspace.run(['dupes', 'люди', '--lang', 'ru'])).out,
  ).toBe(`Похоже, записаны дважды: 1 пара (от 0.95: 1)

0.99  c1 Анна Белова = c2 Белова Анна
      тот же телефон +380671234567, то же имя в другом порядке, но почта разная
      voronka contact merge c1 c2

По одной: voronka dupes --merge
`)
  expect(
    (await workspace.run(['dupes', '--lang', 'uk'])).out,
  ).toBe(`Схоже, записано двічі: 1 пара (від 0.95: 1)

0.99  c1 Анна Белова = c2 Белова Анна
      той самий телефон +380671234567, те саме ім’я в іншому порядку, але пошта різна
      voronka contact merge c1 c2

По одній: voronka dupes --merge
`)
  expect((await workspace.run(['dupes', '--format', 'csv'])).out).toBe(
    'score,kind,kept,keptName,gone,goneName,why,group,command\n' +
      '0.9937,contact,c1,Анна Белова,c2,Белова Анна,' +
      '"same phone +380671234567, same name, its words in another order, but other e-mails",1,' +
      'voronka contact merge c1 c2\n',
  )
  expect(await jsonOf(workspace, 'dupes')).toEqual([
    {
      score: 0.9937,
      kind: 'contact',
      kept: { id: 'c1', name: 'Анна Белова' },
      gone: { id: 'c2', name: 'Белова Анна' },
      why: 'same phone +380671234567, same name, its words in another order, but other e-mails',
      evidence: [
        { kind: 'phone', value: '+380671234567', points: 20 },
        { kind: 'order', points: 15 },
        { kind: 'otherEmail', points: -3 },
      ],
      group: 1,
      command: 'voronka contact merge c1 c2',
    },
  ])
  expect(await workspace.run(['dupes', 'companies'])).toEqual({
    exit: 0,
    out: '',
    err: 'No two records look like one\n',
  })
  expect(await workspace.run(['dupes', '--min-score', '0.999'])).toEqual({
    exit: 0,
    out: '',
    err: 'No pair of 0.99 and more. Less likely ones: --min-score 0.2\n',
  })
})

test.each([
  [['dupes', 'deals'], 2, '"deals" is neither contacts nor companies\n'],
  [['dupes', 'constructor'], 2, '"constructor" is neither contacts nor companies\n'],
  [['dupes', '--min-score', '7'], 2, '--min-score takes a number from 0 to 1, like 0.8, not "7"\n'],
  [['dupes', '--import', '99'], 1, 'There is no operation 99. See the list: voronka journal\n'],
  [['dupes', '--import', 'x'], 2, '"x" is no operation number. See the list: voronka journal\n'],
  [
    ['dupes', '--merge'],
    1,
    'There is nobody to ask here. To merge those of 0.95 and more: voronka dupes --merge --yes, of other scores: --min-score\n',
  ],
])('%j is refused', async (argv, exit, err) => {
  expect(await workspace.run(argv)).toEqual({ exit, out: '', err })
})

test('three of one person are two pairs, and the sure ones are merged as one operation', async () => {
  await people(
    'Анна Белова,0671234567,,,',
    'Анна Белова,0671234567,a@x.ua,,',
    'Белова Анна,,a@x.ua,,',
    'Борис Ким,,,Мрія,',
    'Борис Ким,,,Мрія,',
  )
  await workspace.run(['deal', 'add', 'Балкон', '--contact', 'c3'])
  expect(await pairs()).toEqual([
    '1.00 c2 c3 same e-mail a@x.ua, same name, its words in another order',
    '0.99 c1 c2 same phone +380671234567, same name',
    '0.94 c4 c5 same name, same company',
  ])
  const before = (await workspace.run(['export', 'all'])).out
  expect(await workspace.run(['dupes', '--merge', '--yes', '--dry-run'])).toEqual({
    exit: 0,
    out: '',
    err: 'Merged: 2\nA trial run: nothing was changed\n',
  })
  expect((await workspace.run(['dupes', '--merge', '--yes'])).err).toBe('Merged: 2\n')
  expect(await jsonOf(workspace, 'contact', 'show', 'c3')).toMatchObject({
    id: 'c1',
    phones: ['+380671234567'],
    emails: ['a@x.ua'],
    deals: [{ id: 'd1' }],
  })
  expect(await pairs()).toEqual(['0.94 c4 c5 same name, same company'])
  await workspace.run(['undo'])
  expect((await workspace.run(['export', 'all'])).out).toBe(before)
})

test('at a terminal: one by one, and what is two is never suggested again', async () => {
  await people(
    'Анна Белова,0671234567,,,',
    'Белова Анна,0671234567,,,',
    'Борис Ким,,b@x.ua,Мрія,',
    'Борис Ким,,b@x.ua,,',
    'Вера Фокс,,,Мрія,',
    'Вера Факс,,,Мрія,',
    'Глеб Орлов,,g@x.ua,,',
    'Глеб Орлов,,g@x.ua,,',
  )
  const ran = await workspace.run(['dupes', '--merge'], { terminal: 80, ask: answering(1, 2, 3, 4) })
  expect(ran).toEqual({
    exit: 0,
    out: '',
    err: `1 of 4 · 0.99 · same e-mail b@x.ua, same name
  c3 Борис Ким · b@x.ua · Мрія
  c4 Борис Ким · b@x.ua
2 of 4 · 0.99 · same e-mail g@x.ua, same name
  c7 Глеб Орлов · g@x.ua
  c8 Глеб Орлов · g@x.ua
3 of 4 · 0.99 · same phone +380671234567, same name, its words in another order
  c1 Анна Белова · +380671234567
  c2 Белова Анна · +380671234567
4 of 4 · 0.83 · names a slip apart, same company
  c5 Вера Фокс · Мрія
  c6 Вера Факс · Мрія
Merged: 1. Not the same: 1. Left: 2
`,
  })
  expect(await pairs()).toEqual([
    '1.00 c1 c2 same phone +380671234567, same name, its words in another order',
    '0.83 c5 c6 names a slip apart, same company',
  ])
  expect(await jsonOf(workspace, 'contact', 'show', 'c3')).toMatchObject({ id: 'c4', company: 'Мрія' })
  // The last decision was that c7 and c8 are two.
  await workspace.run(['undo'])
  expect((await pairs())[0]).toBe('1.00 c7 c8 same e-mail g@x.ua, same name')
})

test('who was said to be two goes with a removal, comes with an undo and a full copy, and is known to undo', async () => {
  await people('Анна Белова,0671234567,,,', 'Белова Анна,0671234567,,,')
  await workspace.run(['dupes', '--merge'], { terminal: 80, ask: answering(2) })
  const copy = (await workspace.run(['export', 'all'])).out
  expect(JSON.parse(copy).apart).toEqual([{ id: 1, entity: 'contact', oneId: 1, otherId: 2 }])
  expect(await workspace.run(['undo', '2'])).toEqual({
    exit: 1,
    out: '',
    err: 'Operation 2 cannot be undone before what was built on it (3). Undo those first: voronka undo 3\n',
  })
  await workspace.run(['contact', 'rm', 'c2'])
  expect((await workspace.run(['doctor'])).exit).toBe(0)
  expect(JSON.parse((await workspace.run(['export', 'all'])).out).apart).toEqual([])
  await workspace.run(['undo'])
  expect((await workspace.run(['export', 'all'])).out).toBe(copy)
  expect(await pairs('--min-score', '0')).toEqual([])
})

test('who was said to be two stays so after a merge of either with a third', async () => {
  await people('Анна Белова,0671234567,,,', 'Белова Анна,0671234567,,,', 'Анна Белова,,a@x.ua,,')
  await workspace.run(['dupes', '--merge'], { terminal: 80, ask: answering(2, 4) })
  await workspace.run(['contact', 'merge', 'c3', 'c1'])
  expect(await pairs('--min-score', '0')).toEqual([])
})

test('companies: one tax number is one company, two are two', async () => {
  const rows = [
    'id,name,phone,ИНН',
    'F1,ООО Ромашка,,7701234567',
    'F2,Ромашка и Ко,,7701 234567',
    'F3,ООО Вектор,+380441112233,7709999999',
    'F4,ООО Вектор,+380441112233,7708888888',
    'F5,ООО Луч,,0000000000',
    'F6,Парус,,0000000000',
  ]
  const options = ['--custom', 'ИНН', '--quiet']
  const ran = await workspace.run(['import', 'companies', '-', ...options], { stdin: `${rows.join('\n')}\n` })
  expect(ran.exit).toBe(0)
  expect(await pairs('companies', '--min-score', '0.1')).toEqual([
    '0.99 o2 o1 same tax number 7701234567, one name is part of the other',
    '0.44 o3 o4 same name, same phone +380441112233, but other tax numbers',
  ])
})
