import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createField } from '../../src/store/field-writing.ts'
import { createCompany } from '../../src/store/people/companies.ts'
import { createContact } from '../../src/store/people/contacts.ts'
import { Store } from '../../src/store/store.ts'
import { type Trial, trial } from './world.ts'

async function workspace(): Promise<Trial> {
  const made = trial()
  await made.run(['init', '--stages', 'New', '--timezone', 'Europe/Kyiv', '--currency', 'UAH'])
  return made
}

const people = (...rows: string[]) => `id,name,email,phone,company,tags\n${rows.join('\n')}\n`

async function contacts({ run }: Trial) {
  const { out } = await run(['contact', 'list', '--format', 'json'])
  return (JSON.parse(out) as Record<string, unknown>[]).map(({ id, name, emails, phones, company, tags }) => [
    id,
    name,
    emails,
    phones,
    company,
    tags,
  ])
}

async function counts({ run }: Trial, stdin: string, ...options: string[]) {
  const { out, exit } = await run(['import', 'contacts', '-', ...options, '--format', 'json'], { stdin })
  const { created, updated, unchanged, skipped, merged, rejected, operation } = JSON.parse(out)
  return { exit, created, updated, unchanged, skipped, merged, rejected, operation }
}

const none = {
  exit: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  skipped: 0,
  merged: 0,
  rejected: 0,
  operation: null,
}

test('a Ukrainian list: names in their order, several phones and addresses, what is new is said', async () => {
  const { run } = await workspace()
  const stdin =
    "Код;Прізвище;Ім'я;По батькові;Телефон;Ел. пошта;Компанія;Менеджер;Дата народження;Теги\n" +
    '1;Шевченко;Олена;Іванівна;067 123 45 67, 044 222-33-44;"o@x.ua; e2@x.ua";ТОВ «Мрія»;Ірина;24.08.1991;vip, опт\n' +
    '2;Коваль Петро;;;;p@x.ua;Мрія;Ірина;01.01.1970;\n'
  const options = ['import', 'contacts', '-', '--map', 'id=Код', '--lang', 'uk']
  const ran = await run(options, { stdin })
  expect(ran).toEqual({
    exit: 0,
    out: `Імпорт -: 2 рядки

          рядків
створено       2

Нові менеджери (1): Ірина
Нові компанії (1): ТОВ «Мрія»

Подивитися, що вийшло: voronka contact list
Скасувати імпорт: voronka undo 2
Зберегти ці параметри для наступного файлу — додайте: --save-profile ІМ’Я
`,
    err: `-: кодування utf-8, роздільник «;», дати dmy, система file
-:3: Дата народження: «01.01.1970»: Так Kommo пише день народження, який не зміг прочитати: не взято
`,
  })
  const { out } = await run(['contact', 'show', 'c1', '--format', 'json'])
  expect(JSON.parse(out)).toEqual({
    id: 'c1',
    name: 'Шевченко Олена Іванівна',
    position: null,
    phones: ['+380671234567', '+380442223344'],
    emails: ['o@x.ua', 'e2@x.ua'],
    company: 'ТОВ «Мрія»',
    manager: 'Ірина',
    source: null,
    referredBy: null,
    lifecycle: 'lead',
    lifecycleHistory: [],
    referred: { people: [], deals: 0, amount: 0, currency: 'UAH' },
    waitsFor: [],
    note: null,
    birthday: '1991-08-24',
    tags: ['vip', 'опт'],
    fields: {},
    externalId: '1',
    externalSystem: 'file',
    createdAt: '2026-10-14T12:00:00+03:00',
    deals: [],
  })
})

test('the same file changes nothing; a newer one changes what it says anew, and leaves what was edited here', async () => {
  const made = await workspace()
  const first = people('1,Ann Lee,ann@x.com,+380671234567,Acme,vip', '2,Bob,bob@x.com,,,')
  expect(await counts(made, first)).toEqual({ ...none, created: 2, operation: 2 })
  expect(await counts(made, first)).toEqual({ ...none, unchanged: 2 })
  const phones = ['--phone', '+380671234567', '--phone', '+380501112233']
  await made.run(['contact', 'edit', 'c1', '--name', 'Anna Lee', ...phones, '--tag', 'own'])
  expect(await counts(made, first)).toEqual({ ...none, unchanged: 2 })
  const newer = people('1,Ann Lee,ann@new.com,+380671234567,Beta,', '2,Robert,,,,')
  expect(await counts(made, newer)).toEqual({ ...none, updated: 2, operation: 4 })
  expect(await contacts(made)).toEqual([
    ['c1', 'Anna Lee', ['ann@new.com'], ['+380671234567', '+380501112233'], 'Beta', ['vip', 'own']],
    ['c2', 'Robert', ['bob@x.com'], [], null, []],
  ])
  await made.run(['undo'])
  expect((await contacts(made))[1]).toEqual(['c2', 'Bob', ['bob@x.com'], [], null, []])
})

test('a problem in one row is nothing written, or a file of that row', async () => {
  const made = await workspace()
  const bad = people('1,Ann,ann@x.com,,,', '2,,,,,', '3,Cy,,,,', '3,Cyd,,,,', '4,Dan,,,,', '4,Dan,,,,')
  expect(await counts(made, bad)).toEqual({
    ...none,
    exit: 65,
    skipped: 2,
    merged: 1,
    rejected: 3,
  })
  const rejects = made.path('bad.csv')
  expect(await counts(made, bad, '--rejects', rejects)).toEqual({
    ...none,
    exit: 65,
    created: 2,
    merged: 1,
    rejected: 3,
    operation: 2,
  })
})

const RICH = '9,Ann Other,ANN@x.com,,Beta,new'

test.each([
  ['keep', { created: 1 }, [], ['c2', 'Ann Other', ['ANN@x.com'], [], 'Beta', ['new']]],
  ['skip', { skipped: 1, operation: null }, ['c1', 'Ann', ['ann@x.com'], [], null, ['vip']], []],
  ['update', { updated: 1 }, ['c1', 'Ann Other', ['ann@x.com'], [], 'Beta', ['vip', 'new']], []],
  ['fill', { updated: 1 }, ['c1', 'Ann', ['ann@x.com'], [], 'Beta', ['vip']], []],
] as const)('the same person under another id: %s', async (what, changed, first, second) => {
  const made = await workspace()
  await counts(made, people('1,Ann,ann@x.com,,,vip'), '--system', 'crm')
  const again = await counts(made, people(RICH), '--duplicates', what)
  expect(again).toEqual({ ...none, operation: 3, ...changed })
  const left = await contacts(made)
  expect(left[0]).toEqual(first.length > 0 ? first : ['c1', 'Ann', ['ann@x.com'], [], null, ['vip']])
  expect(left[1] ?? []).toEqual(second)
  const third = await counts(made, people(RICH), '--duplicates', what)
  expect(third).toEqual({ ...none, ...(what === 'skip' ? { skipped: 1 } : { unchanged: 1 }) })
})

/** Ann under another id, with more to say of her; and somebody new. */
const SAME = people('7,Ann Lee,ann@x.com,+380501112233,Beta,new', '8,Zoe,zoe@x.com,,,')

test.each([
  [
    'keep',
    `created     2

New companies (1): Beta
Made new, though somebody here has the same e-mail, phone or bare name: 1. Who is likely the same: voronka dupes --import 3
`,
    [
      ['c1', 'Ann', ['ann@x.com'], [], null, ['vip']],
      ['c2', 'Ann Lee', ['ann@x.com'], ['+380501112233'], 'Beta', ['new']],
    ],
    '-:2: email: "7": Perhaps the same as c1 Ann, under another id: kept apart. To join them: voronka contact merge c1 c2\n',
  ],
  ['skip', 'created         1\npassed over     1\n', [['c1', 'Ann', ['ann@x.com'], [], null, ['vip']]], ''],
  [
    'update',
    'created     1\nupdated     1\n\nFields changed: name 1, company 1, phone 1, tags 1\nNew companies (1): Beta\n',
    [['c1', 'Ann Lee', ['ann@x.com'], ['+380501112233'], 'Beta', ['vip', 'new']]],
    '',
  ],
  [
    'fill',
    'created     1\nupdated     1\n\nFields changed: company 1, phone 1\nNew companies (1): Beta\n',
    [['c1', 'Ann', ['ann@x.com'], ['+380501112233'], 'Beta', ['vip']]],
    '',
  ],
] as const)('--duplicates %s, as it is said', async (what, said, held, warned) => {
  const made = await workspace()
  await made.run(['contact', 'add', 'Ann', '--email', 'ann@x.com', '--tag', 'vip'])
  const argv = ['import', 'contacts', '-', '--duplicates', what]
  const ran = await made.run(argv, { stdin: SAME })
  expect(ran).toEqual({
    exit: 0,
    out: `Import of -: 2 rows\n\n${' '.repeat(what === 'skip' ? 13 : 9)}rows\n${said}\nTo look at it: voronka contact list\nTo take it back: voronka undo 3\n`,
    err: `-: encoding utf-8, delimiter ",", system file\n${warned}`,
  })
  const zoe = [`c${held.length + 1}`, 'Zoe', ['zoe@x.com'], [], null, []]
  expect(await contacts(made)).toEqual([...held, zoe])
  expect(await counts(made, SAME, '--duplicates', what)).toEqual({
    ...none,
    ...(what === 'skip' ? { unchanged: 1, skipped: 1 } : { unchanged: 2 }),
  })
})

test('the pairs of one import, and no others', async () => {
  const made = await workspace()
  for (const name of ['Ann', 'Ann Lee', 'Bob', 'Zoe'])
    await made.run(['contact', 'add', name, '--email', name === 'Bob' ? 'bob@x.com' : 'ann@x.com'])
  await counts(made, people('7,Bob,bob@x.com,,,'))
  const { out } = await made.run(['dupes', '--import', '6', '--format', 'csv'])
  expect(out).toBe(
    'score,kind,kept,keptName,gone,goneName,why,group,command\n' +
      '0.995,contact,c3,Bob,c5,Bob,"same e-mail bob@x.com, same name",1,voronka contact merge c3 c5\n',
  )
})

test('whom an import of deals named, an import of contacts completes', async () => {
  const made = await workspace()
  const stdin = 'id,title,stage,contact,email\n1,Roof,New,Ann,ann@x.com\n2,Door,New,Bob,\n'
  await made.run(['import', 'deals', '-'], { stdin })
  const file = people('5,Ann Lee,ann@x.com,,Acme,', '6,Bob,,+380671234567,,')
  expect(await counts(made, file)).toEqual({ ...none, updated: 2, operation: 3 })
  expect(await contacts(made)).toEqual([
    ['c1', 'Ann Lee', ['ann@x.com'], [], 'Acme', []],
    ['c2', 'Bob', [], ['+380671234567'], null, []],
  ])
})

test('no id and no key is refused', async () => {
  const { run } = await workspace()
  const ran = await run(['import', 'companies', '-'], { stdin: 'name,city\nAcme,Rome\n' })
  expect(ran).toEqual({
    exit: 65,
    out: 'Import of -: no row was read\n',
    err: `-: encoding utf-8, delimiter ",", system file
-:1: city: Nothing is known of this column. Say what it is: --map FIELD="city", --custom "city" or --ignore "city"
-:1: No column is an id. Name it: --map id=HEADER, or the columns that identify a row: --key HEADER[,HEADER]
FIELD is one of: id, externalId, externalSystem, name, phone, email, manager, created, note, website
Nothing was read: see what each column is taken for with --explain-columns
`,
  })
})

const wild = fc
  .oneof(
    fc.constantFrom(
      '=1+1',
      '+7 (916) 123-45-67',
      '"Ромашка"',
      "О'Генрі",
      'a\nb',
      '\u202eabc',
      '👩‍👩‍👧 Ї',
      '-',
      "'=x",
      'a; b',
      ' x ',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  )
  .filter((text) => text.trim() !== '' && !/[\0\r]/.test(text))

test('an export of contacts and companies makes the same export again, plain and for Excel', async () => {
  const person = fc.record({
    name: wild,
    position: fc.option(wild),
    note: fc.option(wild),
    phones: fc.uniqueArray(wild, { maxLength: 2 }),
    tags: fc.uniqueArray(wild, { maxLength: 2 }),
    company: fc.nat(2),
    text: fc.option(wild),
    gap: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(person, { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      fc.boolean(),
      async (list, excel, midnight) => {
        const [from, to] = [await workspace(), await workspace()]
        const store = Store.open(from.path('trial.db'))
        store.write(
          { command: 'test', now: Date.UTC(2026, 5, 1, 9, 0, 0, midnight ? -12 * 3_600_000 : 7) },
          (operation) => {
            const field = createField(store, operation, {
              entity: 'contact',
              name: 'Phone, own',
              type: 'text',
              choices: [],
            })
            const companies = [...new Set(list.map(({ name }) => `${name} co`))].map((name, i) =>
              operation.insert('companies', { name, folded: `f${i}`, created_at: i, created_precision: 0 }),
            )
            createCompany(store, operation, { name: 'Last', phone: '+1' })
            for (const [at, { gap, company, text, phones, ...one }] of list.entries()) {
              if (gap) operation.remove('contacts', createContact(store, operation, { name: 'gone' }))
              createContact(store, operation, {
                ...one,
                phones: phones.map((raw) => ({ e164: null, raw })),
                company: companies[company] ?? null,
                fields: text === null ? {} : { [field]: text },
                ...(gap ? { externalSystem: 'crm', externalId: `${one.name}${at}` } : {}),
              })
            }
          },
        )
        store.close()
        const more = excel ? ['--for', 'excel'] : []
        for (const what of ['companies', 'contacts']) {
          const { out: stdin } = await from.run(['export', what, ...more])
          const again = await from.run(['import', what, '-', '--format', 'json'], { stdin })
          expect(JSON.parse(again.out)).toMatchObject({
            created: 0,
            updated: 0,
            rejected: 0,
            operation: null,
          })
          expect((await to.run(['import', what, '-'], { stdin })).exit).toBe(0)
          expect((await to.run(['export', what, ...more])).out).toBe(stdin)
        }
      },
    ),
    { numRuns: 15 },
  )
})

test('several companies of a person: the first is taken, by its name where the ids are not as many', async () => {
  const made = await workspace()
  const stdin = `Record ID,First Name,Last Name,Email,Associated Company,Associated Company IDs
1,Olga,Stone,o@x.ua,Acme;Beta;Gamma,71;72
2,Ivan,Hill,i@x.ua,Delta;Eta,73;74
3,Anna,Wood,a@x.ua,Theta,75
`
  const { exit, out, err } = await made.run(['import', 'contacts', '-', '--format', 'json'], { stdin })
  expect([exit, JSON.parse(out).created, err]).toEqual([
    0,
    3,
    `-: encoding utf-8, delimiter ",", system hubspot
-:2: Associated Company: "Acme;Beta;Gamma": Not as many names as ids (3 and 2): linked by name alone
-:2: Associated Company: "Acme;Beta;Gamma": Linked to several: "Acme" is taken, "Beta; Gamma" is not
-:3: Associated Company: "Delta;Eta": Linked to several: "Delta" is taken, "Eta" is not
`,
  ])
  expect((await contacts(made)).map(([, name, , , company]) => [name, company])).toEqual([
    ['Olga Stone', 'Acme'],
    ['Ivan Hill', 'Delta'],
    ['Anna Wood', 'Theta'],
  ])
})

test('how far people have come, who sent them, what they wait for: taken once, edits here stay', async () => {
  const { run } = trial({ now: '2026-10-14' })
  await run(['init', '--stages', 'New', '--timezone', 'Europe/Kyiv'])
  await run(['contact', 'add', 'Olha Lys'])
  const file = (stage: string) =>
    `id,name,lifecycle stage,referred by,waiting for\n1,Ivan Kit,${stage},Olha Lys,Oak door; Glass\n2,Petro,customer,Nobody Here,\n3,Mark,Strange,Ivan Kit,Oak\n`
  const taken = async (stdin: string) => {
    const ran = await run(['import', 'contacts', '-', '--format', 'json'], { stdin })
    const { created, updated, unchanged } = JSON.parse(ran.out)
    return { created, updated, unchanged, warned: ran.err.split('\n').filter((line) => /:\d+: /.test(line)) }
  }
  const people = async () => {
    const { out } = await run(['export', 'contacts', '--format', 'json'])
    return (JSON.parse(out) as Record<string, unknown>[]).map(
      ({ name, lifecycleHistory, referredBy, wants }) => ({ name, lifecycleHistory, referredBy, wants }),
    )
  }
  expect(await taken(file('Sales Qualified Lead'))).toMatchInlineSnapshot(`
    {
      "created": 3,
      "unchanged": 0,
      "updated": 0,
      "warned": [
        "-:4: lifecycle stage: "Strange": No stage of the lifecycle (lead, mql, sql), not taken",
        "-:3: referred by: "Nobody Here": There is not one contact of this name; who sent them was not taken",
      ],
    }
  `)
  expect(await people()).toMatchInlineSnapshot(`
    [
      {
        "lifecycleHistory": [],
        "name": "Olha Lys",
        "referredBy": null,
        "wants": [],
      },
      {
        "lifecycleHistory": [
          "sql 2026-10-14T09:00:00.000Z",
        ],
        "name": "Ivan Kit",
        "referredBy": "Olha Lys",
        "wants": [
          "Oak door",
          "Glass",
        ],
      },
      {
        "lifecycleHistory": [],
        "name": "Petro",
        "referredBy": null,
        "wants": [],
      },
      {
        "lifecycleHistory": [],
        "name": "Mark",
        "referredBy": "Ivan Kit",
        "wants": [
          "Oak",
        ],
      },
    ]
  `)
  const before = await people()
  expect(await taken(file('Sales Qualified Lead'))).toMatchObject({ created: 0, updated: 0, unchanged: 3 })
  for (const line of [
    ['contact', 'edit', 'Ivan', '--lifecycle', 'lead'],
    ['want', 'arrived', 'Glass', '--make-tasks'],
  ])
    expect((await run(line, { now: '2026-10-14T18:00' })).exit).toBe(0)
  expect(await taken(file('Sales Qualified Lead'))).toMatchObject({ created: 0, updated: 0, unchanged: 3 })
  expect((await run(['undo', '3'])).exit).toBe(1)
  for (let n = 0; n < 2; n++) await run(['undo'])
  expect(await people()).toEqual(before)
  // A row that changes both who somebody is and how far they have come is one record.
  const renamed = file('mql').replace('Ivan Kit,mql', 'Ivan Kyt,mql')
  expect(await taken(renamed)).toMatchObject({ created: 0, updated: 1, unchanged: 2 })
  expect((await run(['undo'])).exit).toBe(0)
  expect(await taken(file('mql'))).toMatchObject({ created: 0, updated: 1, unchanged: 2 })
  expect((await run(['undo'])).exit).toBe(0)
  expect(await people()).toEqual(before)
  expect((await run(['doctor'])).exit).toBe(0)
})
