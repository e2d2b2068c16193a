import { displayWidth } from './width.ts'

/** Round marks between which all values lie. */
export interface Scale {
  readonly low: number
  readonly high: number
  readonly step: number
}

/**
 * The y axis: marks at 1, 2 or 5 times a power of ten, at most `marks` steps. It starts at zero where values
 * come near it, so that a small change is not drawn as a great one; `whole` keeps marks of counts whole.
 */
export function scaleFor(values: readonly number[], marks: number, whole: boolean): Scale {
  let low = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
  let high = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
  if (low >= 0 && low <= high * 0.75) low = 0
  if (high <= 0 && high >= low * 0.75) high = 0
  if (high - low <= Math.abs(high) * 1e-9) {
    low = Math.min(0, low)
    high = high > 0 ? high : high === 0 ? 1 : 0
  }
  const rough = (high - low) / marks
  let power = 10 ** Math.floor(Math.log10(rough))
  if (whole) power = Math.max(1, power)
  const steps = [1, 2, 5, 10, 20].map((factor) => factor * power)
  for (const step of steps) {
    const from = Math.floor(low / step + 1e-9)
    const to = Math.ceil(high / step - 1e-9)
    if (to - from <= marks) return { low: from * step, high: to * step, step }
  }
  return { low, high, step: high - low }
}

/** How many points there are, and the column of the plot at which each stands; many points share columns. */
export interface Columns {
  readonly width: number
  readonly columnOf: (point: number) => number
  /** Blanks between neighbours: 1 is none. */
  readonly stride: number
}

/** Spreads points over at most `room` columns, evenly, the first in the first column. */
export function spread(points: number, room: number): Columns {
  if (points > room) {
    return { width: room, stride: 1, columnOf: (point) => Math.round((point * (room - 1)) / (points - 1)) }
  }
  const stride = Math.max(1, Math.min(8, Math.floor((room - 1) / (points - 1))))
  return { width: stride * (points - 1) + 1, stride, columnOf: (point) => point * stride }
}

/** A label under the axis: where its mark stands and where its text begins. */
export interface Label {
  readonly column: number
  readonly start: number
  readonly text: string
}

/**
 * Chooses the labels that fit under their points: the first and the last, then the middle, then as many evenly
 * between as leave two blanks. A label is centred under its mark, at the edges moved inwards.
 */
export function placeLabels(texts: readonly string[], columns: Columns, room: number): Label[] {
  const last = texts.length - 1
  const placed: Label[] = []
  const place = (point: number) => {
    const text = texts[point] ?? ''
    const width = displayWidth(text)
    const column = columns.columnOf(point)
    const start = Math.max(0, Math.min(room - width, column - Math.floor((width - 1) / 2)))
    const free = placed.every((other) => {
      const end = other.start + displayWidth(other.text)
      return other.column !== column && (start >= end + 2 || start + width + 2 <= other.start)
    })
    if (text !== '' && (free || placed.length === 0)) placed.push({ column, start, text })
  }
  for (let parts = 1; parts <= last && parts <= 64; parts *= 2) {
    for (let part = 0; part <= parts; part++) {
      const point = (last * part) / parts
      if (parts <= 2 || Number.isInteger(point)) place(Math.round(point))
    }
  }
  if (columns.stride > 1) for (let point = 0; point <= last; point++) place(point)
  return placed.sort((a, b) => a.start - b.start)
}
