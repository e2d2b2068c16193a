const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const
const BLOCKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const
const LEVELS = ['_', '.', ':', '-', '=', '+', '*', '#'] as const

/**
 * A horizontal bar of at most `cells` columns. Above the whole it is full; what is not nothing shows, what is
 * not all leaves a sliver (in eighths; plain bars have whole cells only).
 */
export function bar(share: number | null, cells: number, unicode: boolean): string {
  if (share === null || !(share > 0)) return ''
  if (share >= 1) return (unicode ? '█' : '#').repeat(cells)
  if (!unicode) return '#'.repeat(Math.max(1, Math.round(share * cells)))
  const eighths = Math.min(cells * 8 - 1, Math.max(1, Math.round(share * cells * 8)))
  return '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '')
}

/**
 * A bar with a whisker from its end on to a farther share, `███▌──┤`: two figures of one row that tell apart without
 * colour. No whisker where it would end within the bar.
 */
export function whiskered(share: number, end: number, cells: number, unicode: boolean): string {
  const body = bar(share, cells, unicode)
  const dashes = Math.min(cells, Math.round(end * cells)) - body.length - 1
  if (dashes < 0) return body
  return body + (unicode ? '─' : '-').repeat(dashes) + (unicode ? '┤' : '|')
}

/**
 * One character per value, a blank for a gap; heights are measured from zero unless a value is below it, up to the
 * greatest value, or to `top` where it is greater: so that several lines are of one scale.
 */
export function sparkline(values: readonly (number | null)[], unicode: boolean, top = 0): string {
  const known = values.filter((value) => value !== null)
  const low = known.reduce((least, value) => Math.min(least, value), 0)
  const high = known.reduce((most, value) => Math.max(most, value), Math.max(0, top))
  const levels = unicode ? BLOCKS : LEVELS
  const level = (value: number) => (high === low ? 0 : Math.round(((value - low) / (high - low)) * 7))
  return values.map((value) => (value === null ? ' ' : (levels[level(value)] ?? ' '))).join('')
}
