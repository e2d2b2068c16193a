import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { person } from '../support/person.ts'
import { type Trial, trial } from './world.ts'

async function office(): Promise<Trial> {
  const made = trial({ now: '2026-10-14 10:00' })
  await done(made, 'init', '--stages', 'New,Proposal,Invoice')
  await done(made, 'deal', 'add', 'Door')
  await done(made, 'stage', 'edit', 'New', '--require', 'amount', '--require', 'Budget agreed', '--new-field')
  return made
}

async function done(made: Trial, ...line: string[]): Promise<string> {
  const { exit, err } = await made.run(line)
  expect({ line, exit, err: exit === 0 ? '' : err }).toEqual({ line, exit: 0, err: '' })
  return err
}

test('a stage says what it asks for', async () => {
  const made = await office()
  expect(await done(made, 'stage', 'edit', 'Invoice', '--invoice', '--require', 'контакт', '--strict')).toBe(
    'Changed stage "Invoice": to go on – → contact · strictly no → yes · invoice no → yes\n',
  )
  expect((await made.run(['stage', 'list'])).out).toMatchInlineSnapshot(`
    "pipeline  stage     kind            probability  norm, days  open deals  to go on
    Sales     New       open                    25%                       1  amount, Budget agreed
    Sales     Proposal  open                    50%                       0
    Sales     Invoice   open · invoice          75%                       0  contact (strictly)
    Sales     Won       won                    100%                       0
    Sales     Lost      lost                     0%                       0
    "
  `)
  expect((await made.run(['pipeline', 'show', '.'], { terminal: 80 })).out).toMatchInlineSnapshot(`
    "Sales (default)

    stage     kind            probability  open deals  to go on
    New       open                    25%           1  amount, Budget agreed
    Proposal  open                    50%           0
    Invoice   open · invoice          75%           0  contact (strictly)
    Won       won                    100%           0
    Lost      lost                     0%           0
    "
  `)
  expect(await made.run(['stage', 'edit', 'New', '--require', 'Colour'])).toEqual({
    exit: 1,
    out: '',
    err: 'There is no field "Colour". There are: amount, expected, contact, company, product, source, manager, Budget agreed. To make it a yes/no field: --new-field\n',
  })
  expect((await made.run(['stage', 'edit', 'New', '--require', 'Цвет', '--lang', 'ru'])).err).toBe(
    'Поля «Цвет» нет. Есть: сумма, ждём, контакт, компания, продукт, источник, менеджер, Budget agreed. Сделать его полем «да/нет»: --new-field\n',
  )
  expect(
    await done(made, 'stage', 'edit', 'Invoice', '--unrequire', 'contact', '--no-strict', '--no-invoice'),
  ).toBe('Changed stage "Invoice": to go on contact → – · strictly yes → no · invoice yes → no\n')
  expect(await made.run(['field', 'rm', 'Budget agreed'])).toEqual({
    exit: 1,
    out: '',
    err: '"New" asks for "Budget agreed". First: voronka stage edit "New" --unrequire "Budget agreed"\n',
  })
})

test('unattended, a deal goes on with a warning, or not where the stage is strict', async () => {
  const made = await office()
  expect(await done(made, 'deal', 'move', 'Door', 'Proposal')).toBe(
    `d1 Door: New → Proposal
d1 Door goes on from "New" without: amount, Budget agreed
To fill in: voronka deal edit d1 --amount … --field "Budget agreed=yes"
`,
  )
  await done(made, 'undo')
  await done(made, 'stage', 'edit', 'New', '--strict')
  const refused =
    'd1 Door cannot go on from "New" without: amount, Budget agreed. Fill in: voronka deal edit d1 --amount … --field "Budget agreed=yes"\n'
  expect(await made.run(['won', 'Door'])).toEqual({ exit: 1, out: '', err: refused })
  expect(await made.run(['deal', 'edit', 'Door', '--stage', 'Proposal'])).toEqual({
    exit: 1,
    out: '',
    err: refused,
  })
  await done(made, 'deal', 'edit', 'Door', '--field', 'Budget agreed=no')
  expect((await made.run(['deal', 'edit', 'Door', '--stage', 'Proposal', '--amount', '5'])).exit).toBe(1)
  await done(
    made,
    'deal',
    'edit',
    'Door',
    '--stage',
    'Proposal',
    '--amount',
    '5',
    '--field',
    'Budget agreed=yes',
  )
  await done(made, 'deal', 'move', 'Door', 'New')
  await done(made, 'lost', 'Door', 'price')
})

test('what is asked for may be filled in with the move itself', async () => {
  const made = await office()
  await done(made, 'stage', 'edit', 'New', '--strict', '--unrequire', 'amount')
  expect(await done(made, 'deal', 'move', 'Door', 'Proposal', '--field', 'Budget agreed=yes')).toBe(
    'd1 Door: New → Proposal\nChanged d1 Door: Budget agreed – → yes\n',
  )
  await done(made, 'undo')
  expect(await done(made, 'won', 'Door', '--field', 'Budget agreed=yes')).toBe(
    'd1 Door: New → Won\nChanged d1 Door: Budget agreed – → yes\n',
  )
})

test('a person is asked, and fills in, goes on, or stays', async () => {
  const made = await office()
  const move = ['deal', 'move', 'Door', 'Proposal', '--lang', 'ru']
  const fills = person(['заполнить', 'много', '1200', true])
  expect((await made.run(move, { terminal: 80, ask: fills.ask })).err).toMatchInlineSnapshot(`
    "Непонятная сумма «много»: пишите, например, 1200.50 или 1 200,50 RUB.
    d1 Door: New → Proposal
    "
  `)
  expect(fills.heard).toMatchInlineSnapshot(`
    [
      "d1 Door: чтобы идти дальше, не хватает: сумма, Budget agreed [заполнить сейчас | перевести и так | оставить сделку там, где она есть] ⏎ заполнить",
      "сумма: () ⏎ много",
      "сумма: () ⏎ 1200",
      "Budget agreed? ⏎ true",
    ]
  `)
  expect(JSON.parse((await made.run(['deal', 'show', 'Door', '--format', 'json'])).out)).toMatchObject({
    stage: 'Proposal',
    amount: 1200,
    fields: { 'Budget agreed': true },
  })
  await done(made, 'undo')
  const stays = person(['оставить'])
  expect((await made.run(move, { terminal: 80, ask: stays.ask })).exit).toBe(130)
  const goes = person(['перевести'])
  expect((await made.run(move, { terminal: 80, ask: goes.ask })).exit).toBe(0)
})

test('an import warns with a count, and the funnel tells the two apart', async () => {
  const made = await office()
  writeFileSync(
    made.path('log.csv'),
    `deal,stage,at,amount
1,New,2026-10-01,
1,Proposal,2026-10-05,
2,New,2026-10-02,100
2,Proposal,2026-10-06,100
2,New,2026-10-07,100
`,
  )
  const { out, exit } = await made.run(['import', 'history', made.path('log.csv')])
  expect(exit).toBe(0)
  expect(out.split('\n').filter((line) => line.includes('asks for'))).toEqual([
    '2 deals went on from "New" without what it asks for',
  ])
  await done(made, 'deal', 'edit', 'ext:2', '--field', 'Budget agreed=yes', '--at', '2026-10-10')
  const groups = async (asOf: string) => {
    const { out } = await made.run(['funnel', '--by', 'criteria', '--as-of', asOf, '--format', 'json'])
    const { groups: all } = JSON.parse(out) as { groups: { key: string; totals: { deals: number } }[] }
    return all.map(({ key, totals }) => [key, totals.deals])
  }
  expect(await groups('2026-10-09')).toMatchInlineSnapshot(`
    [
      [
        "no",
        1,
      ],
      [
        "(none)",
        1,
      ],
    ]
  `)
  expect(await groups('2026-10-14')).toMatchInlineSnapshot(`
    [
      [
        "no",
        1,
      ],
      [
        "yes",
        1,
      ],
      [
        "(none)",
        1,
      ],
    ]
  `)
})
