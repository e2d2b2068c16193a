import type { Band, BandsBlock } from './document.ts'
import { shownLines } from './lines.ts'
import { sanitize } from './sanitize.ts'
import type { Paint, Style } from './style.ts'
import { displayWidth, pad, truncate } from './width.ts'

interface Signs {
  sure: string
  /** Between what is certain and the lower end. */
  likely: string
  range: string
  mean: string
  target: string
}

const SIGNS: Signs = { sure: '█', likely: '─', range: '▒', mean: '●', target: '┃' }
const PLAIN_SIGNS: Signs = { sure: '#', likely: '-', range: '=', mean: 'o', target: '!' }
const WIDTH_WITHOUT_TERMINAL = 80
const LONGEST_LABEL = 20
const WIDEST = 60

/** Every row drawn to one scale from zero: what is certain, then the range, its mean and the target in it. */
export function bandLines({ rows, legend }: BandsBlock, style: Style, paint: Paint): string[] {
  const most = rows.reduce((all, { high, sure, target }) => Math.max(all, high, sure, target ?? 0), 0)
  if (!(most > 0)) return []
  const signs = style.unicode ? SIGNS : PLAIN_SIGNS
  const labels = rows.map(({ label }) => truncate(sanitize(label, ' '), LONGEST_LABEL))
  const margin = Math.max(...labels.map(displayWidth))
  const room = Math.max(10, Math.min(WIDEST, (style.width ?? WIDTH_WITHOUT_TERMINAL) - margin - 2))
  const drawn = rows.map((row, i) =>
    `${pad(labels[i] ?? '', margin, 'left')}  ${bandOf(row, most, room, signs)}`.trimEnd(),
  )
  const said = [
    ...(rows.some(({ sure }) => sure > 0) ? [`${signs.sure}\u00a0${legend.sure}`] : []),
    ...(rows.some(({ low, high }) => low < high)
      ? [`${signs.range}\u00a0${legend.range}`, `${signs.mean}\u00a0${legend.mean}`]
      : []),
    ...(rows.some(({ target }) => target !== null) ? [`${signs.target}\u00a0${legend.target}`] : []),
  ]
  return [...drawn, ...shownLines(`  ${said.join('   ')}`, style.width, paint)]
}

function bandOf({ sure, low, mean, high, target }: Band, most: number, room: number, signs: Signs): string {
  const at = (value: number) => Math.min(room - 1, Math.max(0, Math.round((value / most) * room) - 1))
  const cells = Array.from({ length: room }, () => ' ')
  const fill = (from: number, until: number, sign: string) => {
    for (let cell = from; cell <= until; cell++) cells[cell] = sign
  }
  if (high > low || high > sure) {
    fill(0, at(low), signs.likely)
    fill(at(low), at(high), signs.range)
    cells[at(mean)] = signs.mean
  }
  if (sure > 0) fill(0, Math.min(at(sure), high > sure ? at(high) - 1 : room), signs.sure)
  if (target !== null) cells[at(target)] = signs.target
  return cells.join('')
}
