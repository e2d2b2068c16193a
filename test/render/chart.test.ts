import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { chartLines } from '../../src/render/chart.ts'
import type { ChartBlock } from '../../src/render/document.ts'
import { paintFor, type Style } from '../../src/render/style.ts'

const screen: Style = { color: 0, width: 40, unicode: true, lang: 'ru' }
const draw = (chart: Omit<ChartBlock, 'type'>, style = screen) =>
  `\n${chartLines({ type: 'chart', ...chart }, style, paintFor(0)).join('\n')}\n`

describe('a chart', () => {
  const months = ['янв', 'фев', 'мар', 'апр', 'май']

  it('marks points, leaves gaps, and names its axes', () => {
    const series = [{ name: '', values: [0.2, 0.4, null, 0.3, 0.6] }]
    expect(draw({ kind: 'rate', labels: months, series, height: 6 })).toBe(`
60\u00a0% ┤                              ╭─●
     │                            ╭─╯
40\u00a0% ┤      ╭─●                ╭──╯
     │ ╭────╯                 ●╯
20\u00a0% ┤●╯
     │
 0\u00a0% ┤
     └┬───────┬───────┬───────┬───────┬
      янв    фев     мар     апр     май
`)
  })

  it('tells several series apart without colour, in plain characters too', () => {
    const series = [
      { name: 'Anna', values: [1000, 2000, 3000] },
      { name: 'Borys', values: [3000, 1000, 1000] },
    ]
    const plain: Style = { ...screen, unicode: false, lang: 'en' }
    expect(draw({ kind: 'money', labels: ['Jan', 'Feb', 'Mar'], series, height: 6 }, plain)).toBe(`
3K +o\\           /--*
   | \\-\\     /---/
2K +   \\-\\--*/
   | /---\\-\\
1K +*/     \\o-------o
   |
 0 +
   ++-------+-------+
    Jan    Feb     Mar
  *\u00a0Anna   o\u00a0Borys
`)
  })

  it('draws a flat line on an axis that has a height', () => {
    const series = [{ name: '', values: [0, 0, 0] }]
    expect(draw({ kind: 'count', labels: ['a', 'b', 'c'], series, height: 3 })).toBe(`
1 ┤
  │
  │
0 ┤●───────●───────●
  └┬───────┬───────┬
   a       b       c
`)
  })

  it('squeezes many points into the width', () => {
    const values = Array.from({ length: 500 }, (_, at) => at * 1000)
    const labels = values.map((_, at) => `${at + 1}`)
    expect(draw({ kind: 'money', labels, series: [{ name: '', values }], height: 4 })).toBe(`
500\u00a0тыс ┤                         ╭────
        │                  ╭──────╯
        │          ╭───────╯
        │   ╭──────╯
      0 ┤───╯
        └┬──────────────┬─────────────┬
         1             251           500
  столбец — среднее до 17 точек
`)
  })

  it('says where its axis does not begin at zero', () => {
    const series = [{ name: '', values: [0.8, 0.84, 0.82] }]
    expect(draw({ kind: 'rate', labels: ['янв', 'фев', 'мар'], series, height: 4 })).toBe(`
84\u00a0% ┤       ╭●╮
     │     ╭─╯ ╰───╮
82\u00a0% ┤  ╭──╯       ╰──●
     │╭─╯
80\u00a0% ┤●
     └┬───────┬───────┬
      янв    фев     мар
  ось начинается с 80\u00a0%, не с нуля
`)
  })

  it('leaves series that have no point out of the legend; none is marked as the axes are', () => {
    const series = [
      { name: 'settled', values: [null, null, null] },
      { name: 'so far', values: [0.1, 0.2, 0.3], apart: true as const },
      { name: 'will be', values: [0.3, 0.3, 0.4], apart: true as const },
    ]
    const plain: Style = { ...screen, unicode: false, lang: 'en' }
    expect(draw({ kind: 'rate', labels: ['Jan', 'Feb', 'Mar'], series, height: 4 }, plain)).toBe(`
40% +                x
    |x       x       o
20% +        o
    |o
 0% +
    ++-------+-------+
     Jan    Feb     Mar
  o\u00a0so far   x\u00a0will be
`)
  })

  it('writes out what is too little to draw', () => {
    const two = {
      kind: 'rate',
      labels: ['янв', 'фев'],
      series: [{ name: 'Анна', values: [0.3, 0.5] }],
    } as const
    expect(draw(two)).toBe('\nАнна  янв 30\u00a0%, фев 50\u00a0%  ▅█\n')
    const one = { ...two, labels: ['янв'], series: [{ name: 'Анна', values: [0.3] }] }
    expect(draw(one)).toBe('\nАнна  янв 30\u00a0%\n')
    const beside = { name: 'Борис', values: [0.25, 0.1] }
    expect(draw({ ...two, series: [...two.series, beside] })).toBe(
      '\nАнна  янв 30\u00a0%, фев 50\u00a0%  ▅█\nБорис  янв 25\u00a0%, фев 10\u00a0%  ▅▂\n',
    )
    expect(draw({ kind: 'rate', labels: [], series: [] })).toBe('\nнет данных\n')
    expect(draw({ kind: 'rate', labels: months, series: [{ name: '', values: [null, Number.NaN] }] })).toBe(
      '\nнет данных\n',
    )
  })

  it('fits any screen and any data', () => {
    const point = fc.option(fc.oneof(fc.double(), fc.integer({ min: -1e9, max: 1e9 })))
    const label = fc.string({ unit: fc.constantFrom(...'абв漢😀x\u202e\n'), maxLength: 20 })
    const series = fc.array(fc.record({ name: label, values: fc.array(point, { maxLength: 200 }) }), {
      maxLength: 3,
    })
    const labels = fc.array(label, { maxLength: 200 })
    fc.assert(
      fc.property(
        series,
        labels,
        fc.integer({ min: 60, max: 120 }),
        fc.boolean(),
        (lines, texts, width, unicode) => {
          const style: Style = { ...screen, width, unicode }
          for (const line of chartLines(
            { type: 'chart', kind: 'count', labels: texts, series: lines },
            style,
            paintFor(0),
          )) {
            expect(stringWidth(line)).toBeLessThanOrEqual(width)
          }
        },
      ),
    )
  })
})
