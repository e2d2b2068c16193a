import { alignOf, type WrittenColumn } from './cells.ts'
import { displayWidth } from './width.ts'

/** A table that fits its place: which columns, how wide, how far apart. */
export interface Plan {
  readonly columns: readonly PlannedColumn[]
}

export interface PlannedColumn {
  readonly written: WrittenColumn
  readonly width: number
  /** Blanks before the column. */
  readonly gap: number
  readonly align: 'left' | 'right'
}

interface Draft {
  readonly written: WrittenColumn
  width: number
  gap: number
  readonly wanted: number
  /** The widest cell, the title left aside. */
  readonly body: number
  /** The widest of what stands beneath cells: it is not cut. */
  readonly under: number
}

const BAR_WIDTH = 12
const LEAST_BAR = 4
const LEAST_TEXT = 8

/**
 * Fits columns into `room` with the least harm: without extra columns, without columns of which no row has anything, narrower gaps, titles on several lines, shorter bars, cut
 * titles, shortened text, no bars; then the remaining columns go into further tables, each led by the first column. A figure is
 * cut only where it alone is wider than the screen.
 */
export function fitColumns(written: readonly WrittenColumn[], room: number | null): Plan[] {
  const all = written.map(draftOf)
  if (room === null || all.length === 0 || total(all) <= room) return [planOf(all)]
  const filled = withoutExtras(
    written.filter((column, index) => index === 0 || !isBlank(column)),
    room,
  )
  const drafts = filled.map(draftOf)
  if (squeeze(drafts, room)) return [planOf(drafts)]
  const withoutBars = filled.filter(({ column }) => column.kind !== 'bar')
  const kept = withoutBars.map(draftOf)
  return squeeze(kept, room) ? [planOf(kept)] : bands(withoutBars.map(draftOf), room)
}

/** Without as many of the extra columns as it takes for the others to stand at ease. */
function withoutExtras(written: readonly WrittenColumn[], room: number): readonly WrittenColumn[] {
  const most = written.reduce((top, { column }) => Math.max(top, column.extra ?? 0), 0)
  if (most === 0 || eased(written.map(draftOf)) <= room) return written
  return withoutExtras(
    written.filter(({ column }) => column.extra !== most),
    room,
  )
}

/** The width of a table whose titles stand on several lines, one word on each at the worst. */
function eased(drafts: readonly Draft[]): number {
  const wide = ({ gap, body, written: { title } }: Draft) => gap + Math.max(1, body, longestWord(title))
  return drafts.reduce((sum, draft) => sum + wide(draft), 0)
}

/** A table without rows keeps its columns. */
function isBlank({ column, cells }: WrittenColumn): boolean {
  return column.kind !== 'bar' && cells.length > 0 && cells.every(({ text }) => text === '')
}

function draftOf(written: WrittenColumn, index: number): Draft {
  const { column, cells, title } = written
  const under = widest(cells.flatMap((cell) => cell.under ?? []))
  const texts = column.kind === 'bar' ? (column.width ?? BAR_WIDTH) : widest(cells.map((cell) => cell.text))
  const body = Math.max(texts, under)
  const gap = index === 0 ? 0 : (column.gap ?? 2)
  return { written, body, under, gap, wanted: gap, width: Math.max(1, body, displayWidth(title)) }
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, displayWidth(text)), 0)
}

function total(drafts: readonly Draft[]): number {
  return drafts.reduce((sum, draft) => sum + draft.gap + draft.width, 0)
}

/** Narrows step by step until the room suffices; false where it never does. */
function squeeze(drafts: readonly Draft[], room: number): boolean {
  const over = () => total(drafts) - room
  if (over() > 0) for (const draft of drafts) draft.gap = Math.min(draft.gap, 1)
  narrow(drafts, over(), (draft) => Math.max(1, draft.body, longestWord(draft.written.title)))
  narrow(drafts, over(), (draft) =>
    draft.written.column.kind === 'bar' ? (draft.written.column.min ?? LEAST_BAR) : draft.width,
  )
  narrow(drafts, over(), (draft) => Math.max(draft.body, draft.written.column.cut ?? draft.width))
  narrow(drafts, over(), (draft) =>
    draft.written.column.shrink || draft.written.column.wrap
      ? Math.max(draft.written.column.min ?? LEAST_TEXT, draft.under)
      : draft.width,
  )
  for (const draft of drafts) if (draft.gap === 1 && draft.wanted === 2 && over() < 0) draft.gap = 2
  return over() <= 0
}

/** Takes `over` columns away, always from the widest that may still give one. */
function narrow(drafts: readonly Draft[], over: number, least: (draft: Draft) => number): void {
  for (let left = over; left > 0; left--) {
    let widestDraft: Draft | undefined
    for (const draft of drafts) {
      if (draft.width > least(draft) && draft.width > (widestDraft?.width ?? 0)) widestDraft = draft
    }
    if (!widestDraft) return
    widestDraft.width--
  }
}

function longestWord(title: string): number {
  return widest(title.split(' '))
}

function bands(drafts: readonly Draft[], room: number): Plan[] {
  const [lead, ...rest] = drafts
  if (!lead) return []
  lead.width = Math.min(lead.width, Math.max(LEAST_TEXT, Math.floor(room / 3)))
  const plans: Plan[] = []
  let band: Draft[] = [lead]
  for (const draft of rest) {
    draft.gap = 1
    draft.width = Math.min(Math.max(1, draft.body, longestWord(draft.written.title)), room - lead.width - 1)
    if (band.length > 1 && total(band) + draft.gap + draft.width > room) {
      plans.push(planOf(band))
      band = [lead]
    }
    band.push(draft)
  }
  return [...plans, planOf(band)]
}

function planOf(drafts: readonly Draft[]): Plan {
  const columns = drafts.map(({ written, width, gap }) => {
    return { written, width, gap, align: alignOf(written.column) }
  })
  return { columns }
}
