import type { Cause, CauseFigure } from '../../reports/stage-causes.ts'
import type { Measure } from '../../reports/weakest.ts'
import type { Words } from '../../words/words.ts'
import type { Line } from '../document.ts'
import { formatDays, formatDecimal, formatRate } from '../numbers.ts'
import { ofSaid } from './head.ts'

/** Of those not certain, so many. */
const MOST = 3
const VISIBLE = 0.05

/** What goes with the loss: first what is certain, then what can be seen but may be chance. Nothing else is said. */
export function causeLines(causes: readonly Cause[], measure: Measure, words: Words): Line[] {
  const { weakest } = words
  const worse = causes.filter((cause) => cause.worse)
  const certain = worse.filter(({ distinguishable }) => distinguishable)
  const visible = worse
    .filter(({ distinguishable, pValue }) => !distinguishable && pValue < VISIBLE)
    .slice(0, MOST)
  const line = (cause: Cause) => `· ${causeSaid(cause, measure, words)}`
  if (certain.length + visible.length === 0) return causes.length === 0 ? [] : [weakest.nothingDiffers]
  return [
    ...(certain.length === 0 ? [] : [weakest.differs, ...certain.map(line)]),
    ...(visible.length === 0 ? [] : [weakest.visible, ...visible.map(line)]),
  ]
}

function causeSaid(cause: Cause, measure: Measure, words: Words): string {
  const { weakest, common } = words
  const { kind, ours, theirs } = cause
  const by = weakest.dimensions[cause.by ?? ''] ?? ''
  const key = cause.key ?? common.none
  const what =
    kind === 'reason'
      ? weakest.causes.reason({ key: cause.key ?? weakest.noReason })
      : kind === 'stay' || kind === 'response'
        ? weakest.causes[kind]
        : weakest.causes[kind]({ by, key })
  const said = (figure: CauseFigure) => figureSaid(kind, figure, words)
  const was = weakest.was[cause.beside === 'others' ? 'others' : measure.kind]
  return `${what}: ${weakest.beside({ ours: said(ours), was, theirs: said(theirs) })}`
}

function figureSaid(kind: Cause['kind'], { k, n, value }: CauseFigure, words: Words): string {
  const { weakest, lang } = words
  if (kind === 'stay') return formatDays(value ?? 0, lang)
  if (kind === 'response') {
    const hours = value === null ? '–' : formatDecimal(value, value < 10 ? 1 : 0, lang)
    return weakest.answered({ hours, k: String(k ?? 0), n: String(n) })
  }
  return value === null
    ? ofSaid(k ?? 0, n, words)
    : `${ofSaid(k ?? 0, n, words)} (${formatRate(value, lang)})`
}
