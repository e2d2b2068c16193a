import { readFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Trial, trial } from './world.ts'

const SET_UP = [
  ['init', '--stages', 'New', '--timezone', 'Europe/Kyiv', '--currency', 'UAH'],
  ['contact', 'add', 'Ivan Kit', '--phone', '+380671234567', '--email', 'ivan@kit.example'],
  ['company', 'add', 'Daisy'],
  ['deal', 'add', 'Balcony', '--contact', 'Ivan'],
]

async function workspace(): Promise<Trial> {
  const made = trial({ now: '2026-10-14' })
  for (const line of SET_UP) expect((await made.run(line)).exit).toBe(0)
  return made
}

async function counts({ run }: Trial, what: string, stdin: string, ...options: string[]) {
  const ran = await run(['import', what, '-', ...options, '--format', 'json'], { stdin })
  if (ran.out === '') throw new Error(ran.err)
  const { system, created, updated, unchanged, merged, rejected, problems } = JSON.parse(ran.out)
  return { system, created, updated, unchanged, merged, rejected, problems }
}

const none = { created: 0, updated: 0, unchanged: 0, merged: 0, rejected: 0, problems: [] }

const PIPEDRIVE = `Activity - ID,Activity - Subject,Activity - Type,Activity - Due date,Activity - Due time,Activity - Duration,Activity - Done,Activity - Assigned to user,Activity - Contact person,Activity - Organization,Activity - Deal,Activity - Note
1,Measure,Meeting,2026-09-01,10:00,01:00,Done,Anna,Ivan Kit,Daisy,Balcony,Three windows
2,Call back,Call,2026-10-20,15:30,00:10,To do,Anna,Petro Lis,,,
3,Offer,Email,2026-09-02,,,Done,Boris,Ivan Kit,,No such deal,
`

test('activities of a CRM: kinds, days and moments, people, companies and deals; edits here stay', async () => {
  const made = await workspace()
  expect(await made.run(['import', 'activities', '-', '--lang', 'ru'], { stdin: PIPEDRIVE })).toEqual({
    exit: 0,
    out: `Импорт -: 3 строки

         строк
создано      3

Новые менеджеры (2): Anna, Boris
Новых контактов: 1
Строк, которые называют контакт, компанию или сделку, которых здесь нет: 1; взяты без них. Загрузите сначала их, потом этот файл ещё раз

Посмотреть, что вышло: voronka activity list
Отменить импорт: voronka undo 5
`,
    err: '-: кодировка utf-8, разделитель «,», даты ymd, система pipedrive\n',
  })
  expect((await made.run(['activity', 'list'])).out).toBe(`\
id  when               what     outcome  manager  with       text                   duration
a2  20 Oct 2026 15:30  call     planned  Anna     Petro Lis  Call back                 10:00
a3  2 Sep 2026         e-mail            Boris    Ivan Kit   Offer
a1  1 Sep 2026 10:00   meeting  held     Anna     Ivan Kit   Measure⏎Three windows   1:00:00
`)
  expect(await counts(made, 'activities', PIPEDRIVE)).toEqual({ ...none, system: 'pipedrive', unchanged: 3 })
  const newer = PIPEDRIVE.replace('To do', 'Done').replace('Petro Lis', 'Ivan Kit')
  expect(await counts(made, 'activities', newer)).toEqual({
    ...none,
    system: 'pipedrive',
    updated: 1,
    unchanged: 2,
  })
  expect((await made.run(['activity', 'list', '--deal', 'Balcony', '--format', 'json'])).out).toBe(`[
  {
    "id": "a1",
    "externalId": "1",
    "externalSystem": "pipedrive",
    "kind": "meeting",
    "direction": null,
    "outcome": "held",
    "at": "2026-09-01T10:00:00+03:00",
    "duration": 3600,
    "manager": "Anna",
    "contact": "Ivan Kit",
    "company": "Daisy",
    "deal": "d1",
    "text": "Measure\\nThree windows",
    "place": null,
    "phone": null
  }
]
`)
  expect((await made.run(['undo', '5'])).exit).toBe(1)
  expect((await made.run(['undo'])).exit).toBe(0)
  expect((await made.run(['undo'])).exit).toBe(0)
  expect(await made.run(['activity', 'list', '--format', 'json'])).toEqual({
    exit: 0,
    out: '[]\n',
    err: 'No activities: voronka import activities FILE\n',
  })
  expect(await made.run(['doctor'])).toMatchObject({ exit: 0 })
})

test('what a text means is asked for, and can be said', async () => {
  const made = await workspace()
  const lunch = 'ID,Type,Date\n1,Barbecue,2026-09-01\n2,Звонок,2026-09-02\n'
  expect((await counts(made, 'activities', lunch)).problems).toEqual([
    {
      line: 2,
      column: 'Type',
      value: 'Barbecue',
      message:
        '"Barbecue" is no kind of activity. Say what it is: --kind "Barbecue=meeting" (call, meeting, email, message, note, skip)',
    },
  ])
  expect(await counts(made, 'activities', lunch, '--kind', 'barbecue=meeting')).toEqual({
    ...none,
    system: 'file',
    created: 2,
  })
})

const TASKS = `ID;Задача;Срок;Ответственный;Контакт;Сделка;Статус;Приоритет;Дата создания
1;Перезвонить;20.10.2026 15:00;Анна;Ivan Kit;Balcony;Новая;Высокий;01.10.2026 09:00
2;Выслать договор;15.10.2026;Анна;;Balcony;Выполнена;;02.10.2026
`

test('a number in place of a name is that of the person who has it, and makes nobody', async () => {
  const { run } = await workspace()
  const log =
    'id,kind,date,contact\n1,call,2026-10-12 10:00,067 123-45-67\n2,call,2026-10-12 11:00,+380501112233\n'
  expect((await run(['import', 'activities', '-'], { stdin: log })).out).toMatchInlineSnapshot(`
    "Import of -: 2 rows

             rows
    created     2

    1 row with numbers that nobody here has (1): +380501112233

    To look at it: voronka activity list
    To take it back: voronka undo 5
    "
  `)
  const tasks =
    'id,text,due,contact\n1,Send the offer,2026-10-20,067 123-45-67\n2,Call back,2026-10-21,+380501112233\n'
  expect((await run(['import', 'tasks', '-'], { stdin: tasks })).out).toMatchInlineSnapshot(`
    "Import of -: 2 rows

             rows
    created     2

    1 row with numbers that nobody here has (1): +380501112233

    To look at it: voronka task list
    To take it back: voronka undo 6
    "
  `)
  const again = await run(['import', 'tasks', '-', '--format', 'json'], { stdin: tasks })
  expect(JSON.parse(again.out)).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
  expect((await run(['activity', 'list', '--format', 'csv'])).out).toMatchInlineSnapshot(`
    "id,at,kind,direction,outcome,manager,contact,text,duration,company,deal,phone,place,externalId,externalSystem
    a2,2026-10-12T11:00:00+03:00,call,,,,,,,,,+380501112233,,2,file
    a1,2026-10-12T10:00:00+03:00,call,,,,Ivan Kit,,,,,+380671234567,,1,file
    "
  `)
  expect((await run(['task', 'list', '--format', 'csv'])).out).toMatchInlineSnapshot(`
    "id,due,text,state,priority,manager,contact,company,deal,doneAt,result,recurrence,postponed,createdAt,externalId,externalSystem
    t1,2026-10-20,Send the offer · 067 123-45-67,open,normal,,Ivan Kit,,,,,,0,2026-10-14T12:00:00+03:00,1,file
    t2,2026-10-21,Call back · +380501112233,open,normal,,,,,,,,0,2026-10-14T12:00:00+03:00,2,file
    "
  `)
  expect((await run(['contact', 'list'])).out).toMatchInlineSnapshot(`
    "id  name      phone          e-mail            company  manager  source
    c1  Ivan Kit  +380671234567  ivan@kit.example
    "
  `)
})

test('tasks: due days and moments, done ones last; one is removed and comes back', async () => {
  const made = await workspace()
  expect(await counts(made, 'tasks', TASKS)).toEqual({ ...none, system: 'file', created: 2 })
  expect(await counts(made, 'tasks', TASKS)).toEqual({ ...none, system: 'file', unchanged: 2 })
  expect((await made.run(['task', 'list', '--lang', 'ru'])).out).toBe(`\
менеджер: Анна

id  срок              задача           состояние  приоритет  контакт
t1  20.10.2026 15:00  Перезвонить      открыта    высокий    Ivan Kit
t2  15.10.2026        Выслать договор  выполнена
`)
  expect((await made.run(['task', 'show', 't1'])).out).toBe(`\
t1 Перезвонить

due          20 Oct 2026 15:00
state        open
priority     high
manager      Анна
contact      c1 Ivan Kit
deal         d1 Balcony
created      1 Oct 2026 09:00
external id  1
`)
  expect((await made.run(['task', 'rm', 't1'])).err).toBe('Removed t1 Перезвонить\n')
  expect((await made.run(['task', 'list', '--state', 'open'])).out).toBe(
    'None like that. All of them: voronka task list\n',
  )
  await made.run(['undo'])
  expect(
    (await made.run(['task', 'list', '--state', 'open', '--format', 'csv'])).out.split('\n').length,
  ).toBe(3)
  expect(await made.run(['doctor'])).toMatchObject({ exit: 0 })
})

test('those who have calls stay, and take them along when they are merged', async () => {
  const made = await workspace()
  await counts(made, 'activities', PIPEDRIVE)
  expect((await made.run(['contact', 'rm', 'Petro'])).err).toBe(
    'Petro Lis has activities (1) and tasks (0) and stays. The same one twice: voronka contact merge, voronka company merge\n',
  )
  expect((await made.run(['manager', 'rm', 'Boris'])).err).toBe(
    'Boris has activities (1), tasks (0) and plans (0) and stays. No longer working: voronka manager edit "Boris" --inactive; the same person twice: voronka manager merge\n',
  )
  await made.run(['contact', 'merge', 'Ivan', 'Petro'])
  await made.run(['manager', 'merge', 'Anna', 'Boris'])
  expect(await counts(made, 'activities', PIPEDRIVE)).toEqual({ ...none, system: 'pipedrive', unchanged: 3 })
  const { out } = await made.run([
    'activity',
    'list',
    '--manager',
    'Anna',
    '--contact',
    'Ivan',
    '--format',
    'json',
  ])
  expect(
    (JSON.parse(out) as { id: string; manager: string }[]).map(({ id, manager }) => [id, manager]),
  ).toEqual([
    ['a2', 'Anna'],
    ['a3', 'Anna'],
    ['a1', 'Anna'],
  ])
  expect(await made.run(['doctor'])).toMatchObject({ exit: 0 })
})

const cell = fc.constantFrom('', 'x', 'a; b', '"q"', 'строка\nещё', ' =1+1', 'Ivan Kit', '  outer ')
const moment = fc.constantFrom('2026-03-29 03:30', '2026-09-01', '2026-09-01 10:00:07', '2026-10-25 03:30')
const activity = fc.record({
  kind: fc.constantFrom('call', 'meeting', 'email', 'message', 'note'),
  at: moment,
  outcome: fc.constantFrom('', 'answered', 'held', 'not-held', 'left a message'),
  duration: fc.constantFrom('', '0', '75', '1:15:00'),
  contact: cell,
  company: fc.constantFrom('', 'Daisy', 'Rose; Ltd'),
  deal: fc.constantFrom('', 'Balcony', 'none such'),
  text: cell,
  place: cell,
  phone: fc.constantFrom('', '0671234567', '12', '+380 50 111 22 33'),
  direction: fc.constantFrom('', 'in', 'out'),
})
const task = fc.record({
  text: fc.constantFrom('call', 'Написать "ей"', 'a,b;c'),
  due: fc.oneof(fc.constant(''), moment),
  state: fc.constantFrom('', 'open', 'done'),
  'done at': fc.oneof(fc.constant(''), moment),
  priority: fc.constantFrom('', 'high', 'low'),
  result: cell,
  recurrence: fc.constantFrom('', 'every monday'),
  postponed: fc.constantFrom('', '0', '3'),
  created: fc.oneof(fc.constant(''), moment),
  contact: cell,
})

function csvOf(rows: readonly Readonly<Record<string, string>>[], ids: boolean): string {
  const [first = {}] = rows
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const lines = rows.map((row, n) => [ids ? `x${n}` : `${n}`, ...Object.values(row)].map(quoted).join(','))
  return [['id', ...Object.keys(first)].join(','), ...lines].join('\n')
}

test.each(['activities', 'tasks'] as const)(
  '%s: an export changes nothing, and makes the same again elsewhere',
  async (what) => {
    const made = fc.array<Readonly<Record<string, string>>>(what === 'activities' ? activity : task, {
      minLength: 1,
      maxLength: 12,
    })
    await fc.assert(
      fc.asyncProperty(made, fc.constantFrom('plain', 'excel'), async (rows, style) => {
        const one = await workspace()
        await counts(one, what, csvOf(rows, true))
        const flags = style === 'excel' ? ['--for', 'excel', '--lang', 'uk'] : []
        const exported = async ({ run, path }: Trial) => {
          await run(['export', what, '--output', path('out.csv'), ...flags])
          return readFileSync(path('out.csv'))
        }
        const text = await exported(one)
        const again = async (into: Trial) => {
          writeFileSync(into.path('in.csv'), text)
          const { out, err } = await into.run(['import', what, into.path('in.csv'), '--format', 'json'])
          return out === '' ? err : JSON.parse(out)
        }
        expect(await again(one)).toMatchObject({
          created: 0,
          updated: 0,
          unchanged: rows.length,
          operation: null,
        })
        const other = await workspace()
        await other.run(['company', 'add', 'Rose; Ltd'])
        expect(await again(other)).toMatchObject({ created: rows.length })
        expect((await exported(other)).toString()).toBe(text.toString())
        for (const each of [one, other]) expect(await each.run(['doctor'])).toMatchObject({ exit: 0 })
      }),
      { numRuns: 6 },
    )
  },
  60_000,
)

test('a duration longer than a life is none', async () => {
  const made = await workspace()
  const stdin =
    'id,kind,at,duration\n1,call,2026-09-01 10:00,99999999999999999999\n2,call,2026-09-01 10:00,999999999999 min\n'
  expect(await counts(made, 'activities', stdin)).toMatchObject({
    rejected: 2,
    problems: [
      { line: 2, column: 'duration' },
      { line: 3, column: 'duration' },
    ],
  })
})

test('what columns are taken for is said in the language of the user, with the key where it is another word', async () => {
  const room = trial({ env: { VORONKA_LANG: 'uk' } })
  await room.run(['init', '--stages', 'Заявка'])
  const stdin = 'Дата,Клієнт,Результат\n2026-10-01,Коваль,ок\n'
  const { out } = await room.run(['import', 'activities', '-', '--explain-columns'], { stdin })
  expect(out).toMatchInlineSnapshot(`
    "Колонки -

    колонка    що це                звідки відомо   наприклад
    Дата       коли (at)            звичайне слово  2026-10-01
    Клієнт     контакт (contact)    звичайне слово  Коваль
    Результат  результат (outcome)  звичайне слово  ок
    "
  `)
})
