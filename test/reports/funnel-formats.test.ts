import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MODES } from '../../src/reports/funnel-rules.ts'
import { askFunnel } from '../support/asking.ts'
import { emptyWorkspace, enter, story } from '../support/story.ts'

type Figures = Record<string, string | number | null>
interface Body {
  stages: Figures[]
  totals: Figures
}

/** A csv without quotes as records; figures are numbers again, what is empty is null. */
function records(csv: string): Figures[] {
  const [head = '', ...rows] = csv.trimEnd().split('\n')
  const keys = head.split(',')
  const figure = (text = '') => (text === '' ? null : /^-?[\d.]+$/.test(text) ? Number(text) : text)
  return rows.map((row) => {
    const cells = row.split(',')
    return Object.fromEntries(keys.map((key, i) => [key, figure(cells[i])]))
  })
}

/** The rows of the first table of a Markdown page, cell by cell, without emphasis and no-break spaces. */
function tableRows(page: string): string[][] {
  const lines = page.split('\n').filter((line) => line.startsWith('|'))
  return lines.slice(2).map((line) =>
    line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.replaceAll('*', '').replaceAll('\u00a0', ' ').trim()),
  )
}

test('table, page, csv and JSON of one funnel say the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      story,
      fc.constantFrom(...MODES),
      fc.constantFrom(undefined, 'manager', 'tag', 'month'),
      async ({ timezone, acts }, mode, by) => {
        const store = emptyWorkspace(timezone)
        enter(store, acts)
        const options = { mode, asOf: '2026-07-01', ...(by !== undefined && { by }) }
        const answer = await askFunnel(store, '2026-01..2026-03', options)
        const json: Body & { groups?: (Body & { key: string })[]; period: { label: string } } = answer.json()
        const { period } = json
        const expected = [{ ...json, key: null }, ...(json.groups ?? [])].flatMap(
          ({ key, stages, totals }) => {
            const {
              amount: totalAmount = null,
              lossStageUnknown: totalLossStageUnknown = null,
              ...others
            } = totals
            return stages.map((row) => ({
              ...{ period: period.label, asOf: '2026-07-01', group: key },
              ...{ toNext: null, toNextLow: null, toNextHigh: null, lossStageUnknown: null },
              ...row,
              ...{ ...others, totalAmount, totalLossStageUnknown },
            }))
          },
        )
        expect(records(answer.show('csv'))).toEqual(expected)
        if (json.totals['deals'] === 0) return
        const screen = answer.show('table').replaceAll('\u00a0', ' ').split('\n')
        const page = tableRows(answer.show('md'))
        const shown = by === undefined ? json.stages : (json.groups ?? [])
        expect(page).toHaveLength(shown.length + (by === undefined ? 0 : 1))
        if (by !== undefined) return
        expect(page.map(([stage, entered]) => [stage, entered])).toEqual(
          json.stages.map(({ stage, entered }) => [stage, String(entered)]),
        )
        // The figures of the screen are those of the page, with bars among them.
        for (const cells of page) {
          const line = screen.find((one) => one.startsWith(`${cells[0]} `)) ?? ''
          const figures = line.replace(/[▏▎▍▌▋▊▉█]+/, ' ').split(/ {1,}/)
          expect(figures.join(' ').trim()).toBe(cells.filter((cell) => cell !== '').join(' '))
        }
      },
    ),
    { numRuns: 60 },
  )
})
