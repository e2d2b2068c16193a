import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copiesAnew, stateOf } from '../support/state.ts'
import { jsonOf } from './asking.ts'
import { type Trial, trial } from './world.ts'

async function workspace(): Promise<Trial> {
  const made = trial()
  await made.run(['init', '--stages', 'New,Proposal', '--timezone', 'Europe/Kyiv', '--currency', 'UAH'])
  return made
}

const HEADER = 'id,name,phone,email,company,manager,position,source,birthday,tags,note,Floor\n'
const ANNA = '7,Анна Белова,0671234567,a@x.ua,Мрія,Вера,директор,сайт,1990-01-02,vip,звонить утром,3\n'
const BELOVA = '8,Белова А.,0501112233,b@x.ua,Рудь,Глеб,бухгалтер,выставка,1990-01-03,опт,звонить вечером,4\n'

function contacts({ run }: Trial, rows: string, system: string) {
  const argv = ['import', 'contacts', '-', '--custom', 'Floor', '--system', system, '--format', 'json']
  return run(argv, { stdin: HEADER + rows })
}

test('nothing of a merged contact is lost: what has no place on the survivor is in its note', async () => {
  const made = await workspace()
  await contacts(made, ANNA, 'one')
  await contacts(made, BELOVA, 'two')
  await made.run(['contact', 'merge', 'c1', 'c2', '--lang', 'ru'])
  expect(await jsonOf(made, 'contact', 'show', 'c1')).toEqual({
    id: 'c1',
    externalId: '7',
    externalSystem: 'one',
    name: 'Анна Белова',
    position: 'директор',
    phones: ['+380671234567', '+380501112233'],
    emails: ['a@x.ua', 'b@x.ua'],
    company: 'Мрія',
    manager: 'Вера',
    source: 'сайт',
    referredBy: null,
    lifecycle: 'lead',
    lifecycleHistory: [],
    referred: { people: [], deals: 0, amount: 0, currency: 'UAH' },
    waitsFor: [],
    birthday: '1990-01-02',
    note:
      'звонить утром\nзвонить вечером\nСлито: c2 Белова А. (должность: бухгалтер; компания: Рудь; менеджер: Глеб; ' +
      'источник: выставка; день рождения: 1990-01-03; Floor: 4)',
    tags: ['vip', 'опт'],
    fields: { Floor: '3' },
    createdAt: '2026-10-14T12:00:00+03:00',
    deals: [],
  })
})

test('nothing of a merged company is lost either', async () => {
  const made = await workspace()
  const add = (name: string, n: number) =>
    made.run([
      ...['company', 'add', name, '--phone', `04422233${n}`, '--email', `i${n}@x.ua`],
      ...['--website', `x${n}.ua`, '--note', `n${n}`],
    ])
  await add('Мрія', 44)
  await add('Мрія Плюс', 55)
  await made.run(['company', 'merge', 'o1', 'o2'])
  expect(await jsonOf(made, 'company', 'show', 'o2')).toMatchObject({
    id: 'o1',
    phone: '0442223344',
    email: 'i44@x.ua',
    website: 'x44.ua',
    note: 'n44\nn55\nMerged o2 Мрія Плюс (phone: 0442223355; e-mail: i55@x.ua; site: x55.ua)',
  })
})

test('both files again after the merge change nothing; a newer one of the merged id finds the survivor', async () => {
  const made = await workspace()
  await contacts(made, ANNA, 'one')
  await contacts(made, BELOVA, 'two')
  await made.run(['contact', 'merge', 'c1', 'c2'])
  const state = stateOf(made.path('trial.db'))
  for (const [rows, system] of [
    [ANNA, 'one'],
    [BELOVA, 'two'],
  ] as const) {
    const again = JSON.parse((await contacts(made, rows, system)).out)
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 1, operation: null, warnings: [] })
  }
  expect(stateOf(made.path('trial.db'))).toEqual(state)
  const newer = JSON.parse((await contacts(made, BELOVA.replace('b@x.ua', 'new@x.ua'), 'two')).out)
  expect(newer).toMatchObject({ created: 0, updated: 1 })
  expect(await jsonOf(made, 'contact', 'show', '8')).toMatchObject({
    id: 'c1',
    emails: ['a@x.ua', 'new@x.ua'],
  })
})

/** Where the same few keys meet, so do people. */
const person = fc.record({
  name: fc.constantFrom('Анна Белова', 'Белова Анна', 'Анна Белва', 'Борис Ким', 'Boris Kim', 'Анна'),
  phone: fc.constantFrom('', '0671234567', '+380501112233'),
  email: fc.constantFrom('', 'a@x.ua', 'b@x.ua'),
  company: fc.constantFrom('', 'Мрія', 'ТОВ «Мрія Плюс»'),
})

test('merging whoever is likely one, then an undo: the same full copy; files again change nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(person, { minLength: 2, maxLength: 7 }),
      fc.array(fc.nat({ max: 6 }), { maxLength: 4 }),
      fc.constantFrom('0.3', '0.6', '0.95'),
      async (rows, dealsOf, score) => {
        const made = await workspace()
        const cells = rows.map((one, n) => `P${n},${one.name},${one.phone},${one.email},${one.company}\n`)
        const stdin = `id,name,phone,email,company\n${cells.join('')}`
        const load = () => made.run(['import', 'contacts', '-', '--format', 'json'], { stdin })
        await load()
        for (const of of dealsOf)
          await made.run(['deal', 'add', 'Deal', '--contact', `c${(of % rows.length) + 1}`])
        const copy = async () => (await made.run(['export', 'all'])).out
        const before = await copy()
        const merge = ['dupes', '--merge', '--yes', '--min-score', score, '--format', 'json']
        const { merged } = JSON.parse((await made.run(merge)).out)
        const deals = (await jsonOf(made, 'deal', 'list')) as unknown[]
        expect(deals).toHaveLength(dealsOf.length)
        const { kept, anew } = copiesAnew(made.path('trial.db'))
        expect(kept).toEqual(anew)
        const after = await copy()
        expect(JSON.parse((await load()).out)).toMatchObject({ created: 0, updated: 0, operation: null })
        expect(await copy()).toBe(after)
        expect((await made.run(['doctor'])).exit).toBe(0)
        if (merged.length > 0) await made.run(['undo'])
        expect(await copy()).toBe(before)
      },
    ),
    { numRuns: 15 },
  )
})
