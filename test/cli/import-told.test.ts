import { describe, expect, test } from 'vitest'
import { type Trial, trial } from './world.ts'

async function shop(lang = 'en'): Promise<Trial> {
  const made = trial({ env: { VORONKA_LANG: lang } })
  await made.run([
    'init',
    '--pipeline',
    'Sales',
    '--stages',
    'New,Offer',
    '--currency',
    'EUR',
    '--lang',
    'en',
  ])
  return made
}

const load = ({ run }: Trial, stdin: string, ...more: string[]) =>
  run(['import', 'deals', '-', ...more], { stdin })

describe('what the file does not say is said', () => {
  const FILE = `id,title,stage,amount,currency,created,closed
1,Balcony,New,100,,,
2,Door,New,,,,
3,Roof,Won,300,EUR,2026-09-01,
4,Wall,Offer,50,EUR,2026-09-02,
5,Gate,Won,80,EUR,2026-09-03,2026-09-20
`
  test.each(['en', 'ru', 'uk'])('in %s', async (lang) => {
    expect((await load(await shop(lang), FILE)).out).toMatchSnapshot()
  })

  test('and is in the JSON', async () => {
    const made = await shop()
    const { presumed } = JSON.parse((await load(made, FILE, '--format', 'json')).out)
    expect(presumed).toEqual({ undated: 2, outcomes: 1, stages: 1, currencies: 1 })
    const again = JSON.parse((await load(made, FILE, '--format', 'json')).out)
    expect(again.presumed).toEqual({ undated: 0, outcomes: 0, stages: 0, currencies: 0 })
  })

  test('deals without any date are passed over where one says so, until they have a date', async () => {
    const made = await shop()
    const first = JSON.parse((await load(made, FILE, '--undated', 'skip', '--format', 'json')).out)
    expect([first.rows, first.created, first.skipped, first.presumed.undated]).toEqual([5, 3, 2, 0])
    const dated = FILE.replace('Balcony,New,100,,,', 'Balcony,New,100,,2026-09-05,')
    const second = JSON.parse((await load(made, dated, '--undated', 'skip', '--format', 'json')).out)
    expect([second.created, second.unchanged, second.skipped]).toEqual([1, 3, 1])
  })

  test('or begin on the day that one says', async () => {
    const made = await shop()
    const { presumed } = JSON.parse(
      (await load(made, FILE, '--undated', '31.01.2026', '--format', 'json')).out,
    )
    expect(presumed.undated).toBe(0)
    const { history } = JSON.parse((await made.run(['deal', 'show', 'd1', '--format', 'json'])).out)
    expect(history).toEqual([
      {
        kind: 'stage',
        value: 'New',
        at: '2026-01-31',
        precision: 'day',
        actor: null,
        origin: 'import',
        synthetic: true,
      },
    ])
    expect((await load(made, FILE, '--undated', 'sometime')).exit).toBe(2)
  })
})

describe('a newer file and what was edited here', () => {
  const FILE = `id,title,stage,manager,amount,currency,created
1,Balcony,Offer,Ann,100,EUR,2026-09-01
2,Door,Offer,Ann,200,EUR,2026-09-01
3,Roof,New,Ann,300,EUR,2026-09-01
4,Wall,New,Ann,400,EUR,2026-09-01
`
  const NEWER = `id,title,stage,manager,amount,currency,created
1,Balcony,Won,Ann,100,EUR,2026-09-01
2,Door,Offer,Boris,250,EUR,2026-09-01
3,Roof,New,Ann,300,EUR,2026-09-01
`
  async function edited(lang?: string): Promise<Trial> {
    const made = await shop(lang)
    await load(made, FILE)
    await made.run(['lost', 'd1', 'price'])
    await made.run(['deal', 'edit', 'd2', '--amount', '210'])
    await made.run(['deal', 'edit', 'd3', '--amount', '310'])
    return made
  }

  test.each(['en', 'ru', 'uk'])(
    'where both say something new the file holds, and it is said in %s',
    async (lang) => {
      expect((await load(await edited(lang), NEWER)).out).toMatchSnapshot()
    },
  )

  test('all of it is in the JSON', async () => {
    const { changed, kept, overruled, gone } = JSON.parse(
      (await load(await edited(), NEWER, '--format', 'json')).out,
    )
    expect({ changed, kept, overruled, gone }).toEqual({
      changed: { manager: 1, amount: 1, stage: 1 },
      kept: 1,
      overruled: {
        deals: 2,
        changes: [
          { deal: 'd1', field: 'stage', here: 'Lost', file: 'Won' },
          { deal: 'd2', field: 'amount', here: 210, file: 250 },
        ],
      },
      gone: ['d4'],
    })
  })

  test('an edit that came to the same as the file gave way to nothing', async () => {
    const made = await edited()
    await made.run(['won', 'd1'])
    await made.run(['deal', 'edit', 'd2', '--amount', '250', '--manager', 'Ann'])
    const { overruled } = JSON.parse((await load(made, NEWER, '--format', 'json')).out)
    expect(overruled).toEqual({ deals: 0, changes: [] })
  })

  test('many are counted, the first of them named', async () => {
    const made = await shop()
    const rows = (amount: number, count: number) =>
      `id,title,stage,amount,currency,created\n${Array.from({ length: count }, (_, i) => `${i + 1},Deal ${i + 1},New,${amount},EUR,2026-09-01\n`).join('')}`
    await load(made, rows(100, 9))
    for (let i = 1; i <= 7; i++) await made.run(['deal', 'edit', `d${i}`, '--amount', '150'])
    expect((await load(made, rows(200, 7))).out).toMatchSnapshot()
  })
})

describe('a deal whose end is still to come', () => {
  const FILE = 'id,title,stage,created,closed\n1,Balcony,Won,2026-09-01,2026-12-01\n2,Door,New,2026-12-05,\n'

  test.each(['en', 'ru', 'uk'])('says in %s where reports of today find it', async (lang) => {
    const made = await shop(lang)
    expect((await load(made, FILE)).err).toMatchSnapshot()
    expect((await made.run(['deal', 'show', 'd1'])).out).toMatchSnapshot()
    expect((await made.run(['deal', 'show', 'd2'])).out).toMatchSnapshot()
  })

  test('as the funnel does', async () => {
    const made = await shop()
    await load(made, FILE)
    const told = async (now: string) => {
      const env = { VORONKA_NOW: now }
      const { stage, stageToday } = JSON.parse(
        (await made.run(['deal', 'show', 'd1', '--format', 'json'], { env })).out,
      )
      const { totals } = JSON.parse((await made.run(['funnel', 'all', '--format', 'json'], { env })).out)
      return { stage, stageToday, won: totals.won }
    }
    expect(await told('2026-11-30')).toEqual({ stage: 'Won', stageToday: 'New', won: 0 })
    expect(await told('2026-12-01')).toEqual({ stage: 'Won', stageToday: undefined, won: 1 })
  })
})

test('what to do next: to look, in its own pipeline, to take it back, and to keep the options', async () => {
  const made = await shop()
  await made.run(['pipeline', 'add', 'Repeat sales', '--stages', 'New'])
  const file = 'Nr,What,Where,Born\n1,Balcony,New,2026-09-01\n'
  const options = ['--map', 'id=Nr', '--map', 'title=What', '--map', 'stage=Where', '--map', 'created=Born']
  expect((await load(made, file, ...options, '--pipeline', 'Repeat sales')).out).toMatchSnapshot()
  expect((await made.run(['funnel', 'all', '--pipeline', 'Repeat sales'])).exit).toBe(0)
  const kept = await load(made, file.replace('1,', '2,'), ...options, '--save-profile', 'crm')
  expect(kept.out).toMatchSnapshot()
})
