import { writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commandLines, smallWorkspace } from '../support/commands.ts'
import { copiesAnew, lastOperation, stateOf } from '../support/state.ts'
import { answering } from './asking.ts'
import { type Trial, textOf, trial } from './world.ts'

const DEALS = `ID,Title,Stage,Amount,Created,Contact,Phone,Company
1,Balcony,New,100,2026-03-01,Ivan Kit,+380671234567,Daisy Ltd
2,Door,Proposal,200,2026-03-02,Olha Lys,+380501112233,
3,Gate,New,300,2026-03-03,Petro Mak,+380631112233,Rose Ltd
`

async function workspace(): Promise<Trial> {
  const made = trial({ now: '2026-04-01' })
  await made.run(['init', '--stages', 'New,Qualified,Proposal', '--timezone', 'Europe/Kyiv'])
  writeFileSync(made.path('deals.csv'), DEALS)
  expect(await made.run(['import', 'deals', made.path('deals.csv')])).toMatchObject({ exit: 0 })
  return made
}

async function seen({ run, path }: Trial) {
  return { state: stateOf(path('trial.db')), copy: (await run(['export', 'all'])).out }
}

test('imports are listed, in force or not', async () => {
  const { run } = await workspace()
  await run(['deal', 'move', 'd1', 'Proposal'])
  await run(['undo', '2', '--keep-edited'])
  expect(await run(['import', 'list'])).toMatchInlineSnapshot(`
    {
      "err": "",
      "exit": 0,
      "out": "no.  when        what   file       rows  created  updated  errors
      2  1 Apr 2026  deals  deals.csv     3        3                   partly undone: 4
    ",
    }
  `)
  expect((await run(['import', 'list', '--format', 'csv'])).out).toMatchInlineSnapshot(`
    "operation,at,entity,file,system,rows,created,updated,unchanged,rejected,state
    2,2026-04-01T12:00:00+03:00,deals,deals.csv,file,3,3,0,0,0,kept
    "
  `)
  expect(JSON.parse((await run(['import', 'list', '--format', 'json'])).out)).toMatchInlineSnapshot(`
    [
      {
        "at": "2026-04-01T12:00:00+03:00",
        "created": 3,
        "entity": "deals",
        "file": "deals.csv",
        "operation": 2,
        "rejected": 0,
        "rows": 3,
        "state": "kept",
        "system": "file",
        "unchanged": 0,
        "undoneBy": 4,
        "updated": 0,
      },
    ]
  `)
  await run(['undo'])
  await run(['undo'])
  await run(['undo', '2'])
  expect((await run(['import', 'list', '--lang', 'uk'])).out).toMatchInlineSnapshot(`
    "№  коли        що     файл       рядків  створено  змінено  помилок
    2  01.04.2026  угоди  deals.csv       3         3                    скасовано: 7
    "
  `)
})

test('what was worked on since is kept, the rest is undone, and that is undone in its turn', async () => {
  const made = await workspace()
  const { run, path } = made
  await run(['deal', 'move', 'd1', 'Proposal'])
  await run(['contact', 'edit', 'c2', '--position', 'director'])
  const before = await seen(made)
  const refused = []
  for (const lang of ['en', 'ru', 'uk']) refused.push(await run(['undo', '2', '--lang', lang]))
  expect(refused).toMatchInlineSnapshot(`
    [
      {
        "err": "Work was done on what operation 2 imported. Without it, this could be undone now:
      undone: deals removed 2, contacts 1, companies 1
      kept, for they were worked on since: deals 1 (edited here since), contacts 1
      kept, for they cannot be undone apart: contacts 1, companies 1 (named by what stays)
    To do that: voronka undo 2 --keep-edited --kept kept.csv
    ",
        "exit": 1,
        "out": "",
      },
      {
        "err": "С тем, что импортировала операция 2, уже работали. Сейчас можно отменить остальное:
      отменяется: 2 сделки убрано, контактов 1, компаний 1
      остаётся, потому что с этим работали: 1 сделка (изменено здесь после импорта), контактов 1
      остаётся, потому что отдельно не отменить: контактов 1, компаний 1 (названы в том, что остаётся)
    Сделать это: voronka undo 2 --keep-edited --kept kept.csv
    ",
        "exit": 1,
        "out": "",
      },
      {
        "err": "З тим, що імпортувала операція 2, уже працювали. Зараз можна скасувати решту:
      скасовується: 2 угоди прибрано, контактів 1, компаній 1
      лишається, бо з цим працювали: 1 угода (змінено тут після імпорту), контактів 1
      лишається, бо окремо не скасувати: контактів 1, компаній 1 (названі в тому, що лишається)
    Зробити це: voronka undo 2 --keep-edited --kept kept.csv
    ",
        "exit": 1,
        "out": "",
      },
    ]
  `)
  expect(await seen(made)).toEqual(before)
  const ran = await run(['undo', '2', '--keep-edited', '--kept', path('kept.csv'), '--format', 'json'])
  const here = (text: string) => text.replaceAll(path('x').slice(0, -1), '')
  expect({ ...ran, out: JSON.parse(here(ran.out)), err: here(ran.err) }).toMatchInlineSnapshot(`
    {
      "err": "Of operation 2:
      undone: deals removed 2, contacts 1, companies 1
      kept, for they were worked on since: deals 1 (edited here since), contacts 1
      kept, for they cannot be undone apart: contacts 1, companies 1 (named by what stays)
    The deals that were kept: kept.csv
    ",
      "exit": 0,
      "out": {
        "activities": {
          "edited": 0,
          "needed": 0,
          "reversed": 0,
        },
        "command": "import deals deals.csv",
        "companies": {
          "edited": 0,
          "needed": 1,
          "reversed": 1,
        },
        "contacts": {
          "edited": 1,
          "needed": 1,
          "reversed": 1,
        },
        "deals": {
          "removed": 2,
          "restored": 0,
        },
        "dryRun": false,
        "kept": [
          {
            "deal": "d1",
            "why": "edited",
          },
        ],
        "managers": {
          "edited": 0,
          "needed": 0,
          "reversed": 0,
        },
        "operation": 5,
        "schema": "voronka.undo/1",
        "tasks": {
          "edited": 0,
          "needed": 0,
          "reversed": 0,
        },
        "undone": 2,
      },
    }
  `)
  expect(textOf(path('kept.csv'))).toMatchInlineSnapshot(`
    "id,externalId,externalSystem,title,pipeline,stage,status,manager,company,contacts,amount,currency,createdAt,closedAt,expectedClose,source,product,lostReason,tags,reason
    d1,1,file,Balcony,Sales,Proposal,open,,Daisy Ltd,Ivan Kit,100,USD,2026-03-01,,,,,,,edited here since
    "
  `)
  expect((await run(['deal', 'list', '--format', 'csv'])).out.split('\n').length).toBe(3)
  expect((await run(['doctor'])).exit).toBe(0)
  expect(await run(['undo', '2'])).toMatchObject({ exit: 1 })
  expect(await run(['undo', '--quiet'])).toEqual({ exit: 0, out: '', err: '' })
  expect(await seen(made)).toEqual(before)
  expect((await run(['doctor'])).exit).toBe(0)
})

test('on a terminal it is asked', async () => {
  const made = await workspace()
  await made.run(['deal', 'move', 'd1', 'Proposal'])
  const before = await seen(made)
  const no = await made.run(['undo', '2'], { terminal: 80, ask: answering(false) })
  expect([no.exit, no.err]).toEqual([130, 'Cancelled, nothing was changed\n'])
  expect(await seen(made)).toEqual(before)
  expect((await made.run(['undo', '2'], { terminal: 80, ask: answering(true) })).exit).toBe(0)
  expect((await made.run(['deal', 'list', '--format', 'csv'])).out.split('\n').length).toBe(3)
})

test('a report of what was known before has what was undone since', async () => {
  const { run } = await workspace()
  await run(['deal', 'move', 'd1', 'Proposal'], { now: '2026-04-02' })
  const funnel = ['funnel', '2026-03', '--as-of', '2026-04-03', '--format', 'json']
  const before = (await run(funnel, { now: '2026-04-05' })).out
  await run(['undo', '2', '--keep-edited'], { now: '2026-04-10' })
  const known = JSON.parse((await run([...funnel, '--known-at', '2026-04-08'], { now: '2026-04-12' })).out)
  expect(known.stages).toEqual(JSON.parse(before).stages)
  expect(JSON.parse((await run(funnel, { now: '2026-04-12' })).out).totals.deals).toBe(1)
})

test('whatever was done after an import, undoing the rest of it leads there and back', async () => {
  await fc.assert(
    fc.asyncProperty(commandLines(8, true), async (lines) => {
      const made = trial({ now: '2026-04-02' })
      await smallWorkspace(made)
      writeFileSync(made.path('deals.csv'), DEALS)
      await made.run(['import', 'deals', made.path('deals.csv'), '--system', 'file'])
      const operation = String(lastOperation(made.path('trial.db')))
      for (const { line, now } of lines) await made.run(line, { now })
      const before = await seen(made)
      const last = lastOperation(made.path('trial.db'))
      const ran = await made.run(['undo', operation, '--keep-edited'])
      if (ran.exit !== 0) expect(ran.err).toMatch(/undone already|cannot be undone before/)
      expect(await made.run(['doctor'])).toMatchObject({ exit: 0 })
      const { kept, anew } = copiesAnew(made.path('trial.db'))
      expect(kept).toEqual(anew)
      const list = JSON.parse((await made.run(['import', 'list', '--format', 'json'])).out)
      if (list[0].state !== 'kept' || lastOperation(made.path('trial.db')) === last) return
      expect(await made.run(['undo', '--quiet'])).toEqual({ exit: 0, out: '', err: '' })
      expect(await seen(made)).toEqual(before)
      expect(await made.run(['doctor'])).toMatchObject({ exit: 0 })
    }),
    { numRuns: 12, interruptAfterTimeLimit: 40_000 },
  )
}, 100_000)

test.each(['ru', 'uk', 'en'])('the list fits a screen of 80 columns, as one table (%s)', async (lang) => {
  const made = trial({ env: { VORONKA_LANG: lang } })
  await made.run(['init', '--stages', 'New'])
  const file = made.path('Сделки из старой системы за март (окна и двери).csv')
  const rows = Array.from(
    { length: 12_000 },
    (_, n) => `${n},Deal ${n},${n > 11_000 ? 'Odd' : 'New'},2026-03-01`,
  )
  writeFileSync(file, `id,title,stage,created\n${rows.join('\n')}\n`)
  await made.run(['import', 'deals', file, '--rejects', made.path('rest.csv')])
  await made.run(['import', 'contacts', '-', '--key', 'Name'], { stdin: 'Name\nAnna\n' })
  await made.run(['undo'])
  expect((await made.run(['import', 'list'], { terminal: 80 })).out).toMatchSnapshot()
})
