import { plot } from 'asciichart'
import { renderWords } from '../words/render.ts'
import type { Lang } from '../words/words.ts'
import { type Columns, placeLabels, type Scale, scaleFor, spread } from './axis.ts'
import { sparkline } from './bars.ts'
import type { ChartBlock, Series } from './document.ts'
import { shownLines } from './lines.ts'
import { formatCompact, formatRate } from './numbers.ts'
import { sanitize } from './sanitize.ts'
import type { Paint, Style } from './style.ts'
import { displayWidth, pad, truncate } from './width.ts'

type Symbols = [string, string, string, string, string, string, string, string, string, string]

const LINES: Symbols = ['─', '┤', '╶', '╴', '─', '╰', '╭', '╮', '╯', '│']
const PLAIN_LINES: Symbols = ['-', '|', '-', '-', '-', '\\', '/', '\\', '/', '|']
const MARKS = ['●', '○', '▲', '■', '◇', '□', '△', '◆'] as const
/** None that the axes are made of. */
const PLAIN_MARKS = ['*', 'o', 'x', '#', '@', '%', '&', '='] as const
const WIDTH_WITHOUT_TERMINAL = 80
const HEIGHT = 10

/**
 * A line chart with both axes: marks on the line are the points themselves, what is between is only drawn. A gap
 * in the data is a gap in the line. An axis that does not begin at zero, and columns that hold several points each, are
 * said. Fewer than three points are written out beside a sparkline, all series on one scale.
 */
export function chartLines(chart: ChartBlock, style: Style, paint: Paint): string[] {
  const width = style.width ?? WIDTH_WITHOUT_TERMINAL
  const title = chart.title === undefined ? [] : shownLines(chart.title, style.width, paint)
  const labels = chart.labels.map((label) => sanitize(label, ' '))
  const series = chart.series.map(({ name, values, ...how }) => ({
    ...how,
    name: sanitize(name, ' '),
    values: values.map(known),
  }))
  const numbers = series.flatMap(({ values }) => values).filter((value) => value !== null)
  if (numbers.length === 0) return [...title, renderWords[style.lang].noData]
  if (labels.length < 3) {
    const top = Math.max(...numbers)
    return [...title, ...series.flatMap((one) => fewPoints(one, labels, chart, top, style, paint))]
  }
  return [
    ...title,
    ...drawn({ ...chart, labels, series }, numbers, width, style, paint),
    ...legend(series, style, paint),
  ]
}

/** What is not a number, or one beyond all counting, is a gap; what is too small to see is zero. */
function known(value: number | null): number | null {
  if (value === null || !(Math.abs(value) <= 1e15)) return null
  return Math.abs(value) < 1e-9 ? 0 : value
}

function fewPoints(
  one: Series,
  labels: readonly string[],
  { kind }: ChartBlock,
  top: number,
  style: Style,
  paint: Paint,
) {
  const points = one.values.map((value, at) => {
    return `${labels[at] ?? ''} ${value === null ? '–' : axisNumber(value, kind, style.lang)}`
  })
  // One bar of no other says nothing.
  const bars = labels.length < 2 ? '' : sparkline(one.values, style.unicode, top)
  const text = [one.name, points.join(', '), bars].filter((part) => part !== '')
  return shownLines(text.join('  '), style.width, paint)
}

function drawn(
  chart: ChartBlock,
  numbers: readonly number[],
  width: number,
  style: Style,
  paint: Paint,
): string[] {
  const asked = Math.max(2, chart.height ?? HEIGHT)
  const scale = scaleFor(numbers, Math.min(5, Math.max(1, Math.floor(asked / 2))), chart.kind === 'count')
  const steps = Math.max(1, Math.round((scale.high - scale.low) / scale.step))
  const perStep = Math.max(1, Math.floor(asked / steps))
  const height = steps * perStep
  const ticks = Array.from({ length: steps + 1 }, (_, step) => {
    return axisNumber(scale.high - step * scale.step, chart.kind, style.lang)
  })
  const margin = Math.max(...ticks.map(displayWidth))
  const columns = spread(chart.labels.length, Math.max(3, width - margin - 3))
  const grid = plotGrid(chart.series, columns, scale, height, style.unicode)
  const [vertical, mark, corner] = style.unicode ? ['│', '┤', '└'] : ['|', '+', '+']
  const body = grid.map((cells, row) => {
    const tick = row % perStep === 0 ? (ticks[row / perStep] ?? '') : ''
    return `${pad(tick, margin, 'right')} ${tick === '' ? vertical : mark}${cells.join('')}`.trimEnd()
  })
  return [
    ...body,
    ...xAxis(chart.labels, columns, margin, width, corner ?? '', style.unicode),
    ...caveats(chart, scale, columns, style).flatMap((line) => shownLines(`  ${line}`, style.width, paint)),
  ]
}

/** What the drawing would make one think wrongly. */
function caveats({ kind, labels }: ChartBlock, scale: Scale, { width }: Columns, { lang }: Style): string[] {
  const words = renderWords[lang]
  const isFromZero = scale.low <= 0 && scale.high >= 0
  return [
    ...(isFromZero ? [] : [words.axisFrom({ low: axisNumber(scale.low, kind, lang) })]),
    ...(labels.length > width ? [words.means({ n: Math.ceil(labels.length / width) })] : []),
  ]
}

function axisNumber(value: number, kind: ChartBlock['kind'], lang: Lang): string {
  if (kind === 'rate') return formatRate(value, lang, Number.isInteger(Math.round(value * 1e6) / 1e4) ? 0 : 1)
  return formatCompact(value, lang)
}

/** Every series by asciichart in units of rows, laid over one another, with the points marked. */
function plotGrid(
  series: readonly Series[],
  columns: Columns,
  scale: Scale,
  height: number,
  unicode: boolean,
) {
  const grid = Array.from({ length: height + 1 }, () => Array.from({ length: columns.width }, () => ' '))
  const put = (row: number, column: number, symbol: string) => {
    const cells = grid[row]
    if (cells && column < columns.width && symbol !== ' ') cells[column] = symbol
  }
  const rowsUp = (value: number) =>
    Math.min(height, Math.max(0, ((value - scale.low) / (scale.high - scale.low)) * height))
  for (const { values, apart } of series) {
    if (apart) continue
    for (const run of runsOf(resample(values, columns))) {
      const lines = lineOf(run.values.map(rowsUp), height, unicode)
      lines.forEach((line, row) => {
        ;[...line].forEach((symbol, at) => {
          put(row, run.from + at, symbol)
        })
      })
    }
  }
  if (columns.stride > 1 || series.length > 1) {
    const marks = unicode ? MARKS : PLAIN_MARKS
    const every = columns.stride > 1 ? 1 : Math.max(1, Math.ceil(columns.width / 12))
    series.forEach(({ values, apart }, index) => {
      const shown = columns.stride > 1 ? values : resample(values, columns)
      shown.forEach((value, point) => {
        if (value === null || (!apart && point % every !== 0)) return
        const column = columns.stride > 1 ? columns.columnOf(point) : point
        put(height - Math.round(rowsUp(value)), column, marks[index % marks.length] ?? '*')
      })
    })
  }
  return grid
}

/** One value per column: the mean of the points that share it, or a straight line between two known points. */
function resample(
  values: readonly (number | null)[],
  { width, stride, columnOf }: Columns,
): (number | null)[] {
  const sums = Array.from({ length: width }, () => ({ sum: 0, n: 0 }))
  values.forEach((value, point) => {
    const cell = sums[columnOf(point)]
    if (!cell || value === null) return
    cell.sum += value
    cell.n++
  })
  return sums.map(({ sum, n }, column) => {
    if (n > 0) return sum / n
    const before = values[Math.floor(column / stride)] ?? null
    const after = values[Math.floor(column / stride) + 1] ?? null
    if (stride === 1 || before === null || after === null) return null
    return before + ((after - before) * (column % stride)) / stride
  })
}

/** The stretches without a gap. */
function runsOf(values: readonly (number | null)[]): { from: number; values: number[] }[] {
  const runs: { from: number; values: number[] }[] = []
  let open = false
  values.forEach((value, at) => {
    if (value === null) {
      open = false
      return
    }
    if (!open) runs.push({ from: at, values: [] })
    open = true
    runs.at(-1)?.values.push(value)
  })
  return runs
}

/**
 * The rows of one line, without any axis. The height is given and the values are already rows, so that
 * asciichart neither makes a row per unit nor rounds twice; the last value comes twice because it draws the ways
 * between values, and its own two columns of axis are cut off.
 */
function lineOf(rows: readonly number[], height: number, unicode: boolean): string[] {
  const drawing = plot([[...rows, rows.at(-1) ?? 0]], {
    min: 0,
    max: height,
    height,
    offset: 2,
    format: () => ' ',
    symbols: unicode ? LINES : PLAIN_LINES,
  })
  return drawing.split('\n').map((line) => line.slice(2))
}

function xAxis(
  texts: readonly string[],
  columns: Columns,
  margin: number,
  width: number,
  corner: string,
  unicode: boolean,
): string[] {
  const room = Math.max(columns.width, Math.min(width - margin - 2, columns.width + 4))
  const short = texts.map((text) => truncate(text, Math.max(4, Math.floor((width - margin) / 3) - 2)))
  const labels = placeLabels(short, columns, room)
  const rule = Array.from({ length: columns.width }, (_, at) => {
    if (labels.some(({ column }) => column === at)) return unicode ? '┬' : '+'
    return unicode ? '─' : '-'
  })
  const lead = ' '.repeat(margin + 1)
  let under = `${lead} `
  let end = 0
  for (const { start, text } of labels) {
    under += ' '.repeat(start - end) + text
    end = start + displayWidth(text)
  }
  return [lead + corner + rule.join(''), under]
}

function legend(series: readonly Series[], style: Style, paint: Paint): string[] {
  if (series.length < 2) return []
  const marks = style.unicode ? MARKS : PLAIN_MARKS
  const entries = series.flatMap(({ name, values }, index) =>
    values.every((value) => value === null) ? [] : [`${marks[index % marks.length] ?? '*'}\u00a0${name}`],
  )
  return shownLines(`  ${entries.join('   ')}`, style.width, paint)
}
