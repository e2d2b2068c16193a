import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { goldenWorkspace } from '../support/golden.ts'
import { stateOf } from '../support/state.ts'
import { windowsWorkspace } from '../support/windows.ts'
import { type Trial, trial } from './world.ts'

function golden(): Trial {
  const made = trial({ now: '2026-03-01' })
  goldenWorkspace(made.path('trial.db'))
  return made
}

async function said({ run }: Trial, ...argv: string[]): Promise<string> {
  const { exit, out, err } = await run(argv)
  return `${exit} ${out}${err}`
}

async function json({ run }: Trial, ...argv: string[]) {
  const { exit, out, err } = await run([...argv, '--format', 'json'])
  expect({ argv, exit, err: exit === 0 ? '' : err }).toEqual({ argv, exit: 0, err: '' })
  return JSON.parse(out)
}

const SAVE = ['reference', 'save', 'January', '--period', '2026-01']

describe('a reference', () => {
  test('of a period keeps what was counted, in every way of counting', async () => {
    const made = golden()
    expect(await said(made, ...SAVE, '--as-of', '2026-03-01')).toMatchInlineSnapshot(`
      "0 Saved reference “January”: January 2026. To use it: voronka funnel --against January
      40% of these deals are still open: such shares are lower than they will be
      "
    `)
    const shown = await json(made, 'reference', 'show', 'january')
    expect(shown).toEqual({
      name: 'January',
      kind: 'period',
      stageUnknown: 0,
      pipeline: 'Sales',
      savedAt: '2026-03-01T12:00:00+00:00',
      period: { from: '2026-01-01', until: '2026-02-01', label: '2026-01' },
      asOf: '2026-03-01',
      knownAt: null,
      filters: {},
      deals: 5,
      stages: [
        { stage: 'New', entered: 5, toNext: 0.8, toNextLow: 0.3755, toNextHigh: 0.9638 },
        { stage: 'Qualified', entered: 4, toNext: 1, toNextLow: 0.5101, toNextHigh: 1 },
        { stage: 'Proposal', entered: 4, toNext: 0.5, toNextLow: 0.15, toNextHigh: 0.85 },
        { stage: 'Negotiation', entered: 2, toNext: 1, toNextLow: 0.3424, toNextHigh: 1 },
      ],
      entered: { cohort: [5, 4, 4, 2, 2], strict: [5, 3, 2, 1, 1], bitrix24: [4, 3, 2, 2, 2] },
    })
    expect(await json(made, 'reference', 'list')).toEqual([shown])
  })

  test('stays what it was, whatever happens to its deals, stages and names', async () => {
    const made = golden()
    await said(made, ...SAVE)
    const before = await json(made, 'reference', 'show', 'January')
    await said(made, 'deal', 'move', 'D5', 'won', '--at', '2026-02-20')
    await said(made, 'deal', 'add', 'D7', '--at', '2026-01-20')
    expect(await json(made, 'reference', 'show', 'January')).toEqual(before)
    await said(made, 'stage', 'edit', 'Proposal', '--name', 'Quote')
    const renamed = (await json(made, 'reference', 'show', 'January')).stages
    expect(renamed.map(({ stage }: { stage: string }) => stage)).toEqual([
      'New',
      'Qualified',
      'Quote',
      'Negotiation',
    ])
  })

  test('of typed shares and of the template', async () => {
    const made = golden()
    const rates = async (...argv: string[]) => {
      await said(made, 'reference', 'save', 'Norm', ...argv)
      const { kind, stages } = await json(made, 'reference', 'show', 'Norm')
      return [kind, ...stages.map(({ toNext }: { toNext: number | null }) => toNext)]
    }
    expect(await rates('--rates', 'new=70, Qualified = 62,5 %; Proposal=0.5%')).toEqual([
      'rates',
      ...[0.7, 0.625, 0.005, null],
    ])
    expect(await rates('--template')).toEqual(['template', 0.5, 0.6667, 0.75, 0.8])
    await said(made, 'stage', 'edit', 'Qualified', '--probability', '10')
    expect(await said(made, 'reference', 'save', 'Norm', '--template')).toMatchInlineSnapshot(`
      "1 The template says that “Qualified” wins less often than “New” before it. Correct it: voronka stage edit "Qualified" --probability
      "
    `)
  })

  test('is refused where it would guess', async () => {
    const made = golden()
    const refused = async (...argv: string[]) => said(made, 'reference', 'save', ...argv)
    expect([
      await refused('template', '--period', '2026-01'),
      await refused('X', '--rates', 'New=70', '--template'),
      await refused('X', '--rates', 'New=70', '--period', '2026-01'),
      await refused('X', '--rates', 'New 70'),
      await refused('X', '--rates', 'Nowhere=70'),
      await refused('X', '--rates', 'New=0.7'),
      await refused('X', '--rates', 'New=101'),
      await refused('X', '--rates', 'New=70,new=60'),
      await refused('X', '--period', '2020'),
      await said(made, 'reference', 'show', 'X'),
      await said(made, 'funnel', '--against', 'X'),
      await said(made, 'funnel', '--against', 'template', '--mode', 'events'),
      await said(made, 'funnel', '--against', 'template', '--compare', 'previous'),
    ]).toMatchInlineSnapshot(`
      [
        "2 "template" always means the same and cannot be saved. Give the reference another name
      ",
        "2 A reference is of a period with filters, of --rates, or of --template: say one of the three
      ",
        "2 A reference is of a period with filters, of --rates, or of --template: say one of the three
      ",
        "2 Cannot read "New 70": write it like "New=70, Call=60"
      ",
        "1 There is no stage "Nowhere" in use. There are: New, Qualified, Proposal, Negotiation
      ",
        "2 "New=0.7": a share is 0 to 100 per cent, less than one with the sign: 0.7%
      ",
        "2 "New=101": a share is 0 to 100 per cent, less than one with the sign: 101%
      ",
        "2 Stage "new" is named twice: leave one of them
      ",
        "1 No deals in 2020: there is nothing to make a reference of. Name another period
      ",
        "1 There is no reference "X" here: voronka reference save NAME --period 2026-Q3, or --against template
      ",
        "1 There is no reference "X" here: voronka reference save NAME --period 2026-Q3, or --against template
      ",
        "2 A reference stands beside the modes cohort, strict and bitrix24: name one of them
      ",
        "2 Either --against or --compare: a funnel has one thing beside it
      ",
      ]
    `)
    expect(await json(made, 'reference', 'list')).toEqual([])
  })

  test('is replaced, removed and brought back', async () => {
    const made = golden()
    const path = made.path('trial.db')
    await said(made, ...SAVE)
    const saved = stateOf(path)
    expect(await said(made, 'reference', 'save', 'JANUARY', '--rates', 'New=70')).toMatchInlineSnapshot(`
      "0 Replaced reference “JANUARY”: typed shares. To use it: voronka funnel --against JANUARY
      Without a share: Qualified, Proposal, Negotiation
      "
    `)
    await said(made, 'undo')
    expect(stateOf(path)).toEqual(saved)
    expect(await said(made, 'reference', 'rm', 'january')).toBe('0 Removed reference January\n')
    expect(await said(made, 'reference', 'list')).toMatchInlineSnapshot(`
      "0 No references: voronka reference save NAME --period 2026-Q3
      "
    `)
    await said(made, 'undo')
    expect(stateOf(path)).toEqual(saved)
    expect((await made.run(['doctor'])).exit).toBe(0)
  })

  test('is what it was then in a report of what was known then', async () => {
    const made = golden()
    const save = (percent: number, now: string) =>
      made.run(['reference', 'save', 'Norm', '--rates', `New=${percent}`], { now })
    await save(70, '2026-03-02')
    await save(60, '2026-03-10')
    const share = async (...argv: string[]) => {
      const { out } = await made.run(
        ['funnel', '2026-01', '--against', 'norm', ...argv, '--format', 'json'],
        {
          now: '2026-03-12',
        },
      )
      return JSON.parse(out).stages[0].reference
    }
    expect([
      await share(),
      await share('--known-at', '2026-03-05'),
      await share('--as-of', '2026-03-05'),
    ]).toEqual([0.6, 0.7, 0.6])
  })

  test('goes with a full copy, and is refused there where it is broken', async () => {
    const made = golden()
    await said(made, ...SAVE)
    const copy = (await made.run(['export', 'all'])).out
    const other = trial({ now: '2026-03-01' })
    await other.run(['init', '--stages', 'A'])
    writeFileSync(other.path('copy.json'), copy)
    await said(other, 'import', 'all', other.path('copy.json'))
    expect((await other.run(['export', 'all'])).out).toBe(copy)
    expect(await json(other, 'reference', 'list')).toEqual(await json(made, 'reference', 'list'))
    expect((await other.run(['doctor'])).exit).toBe(0)
    const broken = trial({ now: '2026-03-01' })
    await broken.run(['init', '--stages', 'A'])
    writeFileSync(broken.path('copy.json'), copy.replace('[5,4,4,2,2]', '[5,4]'))
    expect((await broken.run(['import', 'all', broken.path('copy.json')])).exit).toBe(65)
  })

  test('keeps the stages that it names: what made them is not taken back from under it', async () => {
    const made = golden()
    await said(made, 'stage', 'add', 'Trial', '--after', 'Proposal')
    await said(made, 'reference', 'save', 'Norm', '--rates', 'Trial=50')
    const operation = (await json(made, 'journal')).find(({ command }: { command: string }) =>
      command.includes('stage add'),
    )
    expect((await made.run(['undo', String(operation.operation)])).exit).toBe(1)
  })
})

test('a reference on a screen', async () => {
  const made = trial({ now: '2026-10-14', terminal: 80, env: { VORONKA_LANG: 'ru' } })
  windowsWorkspace(made.path('trial.db'))
  await said(made, 'reference', 'save', 'Лето', '--period', '2026-07..2026-08')
  await said(made, 'reference', 'save', 'Норма', '--rates', 'Заявка=80, Замер=70, Предложение=60, Договор=80')
  expect(
    `${await said(made, 'reference', 'list')}\n${await said(made, 'reference', 'show', 'Лето')}`,
  ).toMatchInlineSnapshot(`
    "0 имя    воронка  из чего           сделок  сохранён
    Лето   Окна     июль–август 2026      89  14.10.2026
    Норма  Окна     заданные доли             14.10.2026

    0 Эталон «Лето» · июль–август 2026
    на 14.10.2026 · сделок 89 · сохранён 14.10.2026

    Этап         дошли  дальше  разброс
    Заявка          89    70 %    59–78
    Замер           62    66 %    54–77
    Предложение     41    56 %    41–70
    Договор         23    78 %    58–90

    Рядом с нынешней воронкой:
      voronka funnel --against Лето
    "
  `)
})
