import type { MoneyScale } from './numbers.ts'

/** What a report says, before anyone knows whether a terminal, a spreadsheet or a page will show it. */
export interface Document {
  /** What was asked and of what: title first, then period, day, filters, sample. */
  readonly heading: readonly Line[]
  readonly blocks: readonly Block[]
  /** The facts for csv and tsv where the table on the screen has another shape; else its first table is used. */
  readonly data?: Table
}

export type Block = HeadingBlock | LinesBlock | TableBlock | ChartBlock | BandsBlock | CommandBlock

/** The title of what follows, where a document is made of several. */
export interface HeadingBlock {
  readonly type: 'heading'
  readonly line: Line
  /** What is known of it at a glance, beneath. */
  readonly under?: string
}

export interface LinesBlock {
  readonly type: 'lines'
  readonly lines: readonly Line[]
  /** What a report finds, in words: told also where there is room for little of it. */
  readonly finding?: true
  /** Of figures beside those of another period: told also where there is room for little of a report. */
  readonly beside?: true
  /** Those of its lines that are told in short: without them the figures of the table would be taken for others. */
  readonly brief?: readonly Line[]
  /** It stands right beneath the block before it. */
  readonly close?: true
}

export interface TableBlock extends Table {
  readonly type: 'table'
  readonly beside?: true
  /** Rows there is room for where it is one of several tables on a screen; 0 is none of it. */
  readonly brief?: number
}

export interface ChartBlock {
  readonly type: 'chart'
  /** What the y axis counts: decides how its labels are written. */
  readonly kind: 'rate' | 'count' | 'money' | 'days'
  readonly title?: Line
  /** One label per point of the x axis. */
  readonly labels: readonly string[]
  readonly series: readonly Series[]
  /** Rows of the plot without its axis; the default suits a screen of 24. */
  readonly height?: number
}

/** What is certain, and between what the rest may lie: a line of signs for each row, all to one scale from zero. */
export interface BandsBlock {
  readonly type: 'bands'
  readonly rows: readonly Band[]
  /** What the signs mean, in their order; `target` is left out of the legend where no row has one. */
  readonly legend: {
    readonly sure: string
    readonly range: string
    readonly mean: string
    readonly target: string
  }
}

export interface Band {
  readonly label: string
  readonly sure: number
  readonly low: number
  readonly mean: number
  readonly high: number
  readonly target: number | null
}

export interface Series {
  readonly name: string
  /** As many as there are labels; null is a gap, never a zero. */
  readonly values: readonly (number | null)[]
  /** Points only, without the line between them. */
  readonly apart?: true
}

/** Something to type next; never wrapped, so that it can be copied whole. */
export interface CommandBlock {
  readonly type: 'command'
  readonly command: string
}

export interface Table {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

export type Align = 'left' | 'right'

/**
 * What a column holds, and so how it is aligned and written:
 * `rate` is a fraction (0.7 → 70 %), `bar` a share drawn as a bar, `interval` a pair of bounds,
 * `money` major units, `date` YYYY-MM-DD, `id` something to type, never shortened.
 */
export type Kind = 'text' | 'count' | 'money' | 'rate' | 'interval' | 'days' | 'date' | 'bar' | 'id'

export interface Column {
  /** camelCase English: the header of csv and tsv. An interval gives two: keyLow and keyHigh. */
  readonly key: string
  readonly title: string
  readonly kind: Kind
  readonly align?: Align
  /** Decimals of a rate, money or days, where the kind's own choice does not suit. */
  readonly digits?: number
  /** Money: written in thousands or millions; 'auto' chooses one scale for the column and says it in the title. */
  readonly scale?: 'auto' | MoneyScale
  /** Money: ISO code; shown in every cell, or in the title where the column is scaled. */
  readonly currency?: string
  /** Interval: what its bounds are; a rate unless said. */
  readonly of?: 'rate' | 'money' | 'count' | 'days'
  /** A change: what is above zero has a plus. */
  readonly signed?: boolean
  /** Cells the column wants: for a bar, its length. */
  readonly width?: number
  /** The least width to which a shrinking column or a bar goes. */
  readonly min?: number
  /** Text that a narrow terminal may cut off with an ellipsis. */
  readonly shrink?: boolean
  /** Text that a narrow terminal breaks into several lines: so many, or as many as it takes to lose nothing. */
  readonly wrap?: boolean | number
  /** Its title may be cut down to so many cells before the table falls apart into several. */
  readonly cut?: number
  /** Left out where the screen has no room for all, the greatest first; files, pages and wide screens have it. */
  readonly extra?: number
  /** Blanks before the column: 1 keeps a bar or a mark beside the number it belongs to. */
  readonly gap?: 1 | 2
  /** Seen in tables on a screen only (bars always are). */
  readonly screenOnly?: boolean
  /** Seen in csv and tsv only. */
  readonly dataOnly?: boolean
}

export interface Row {
  /** One per column, in the columns' order. */
  readonly cells: readonly (Cell | Value)[]
  /** The sum of the other rows: bold, and their rounded figures are made to add up to it. */
  readonly total?: boolean
  readonly tone?: Tone
  /** Text beneath the row, broken over as many lines, in tables on a screen only. */
  readonly beneath?: { readonly text: string; readonly most: number | true }
}

export interface Cell {
  readonly value: Value
  /** How people see it, where the column's kind would write it otherwise. */
  readonly text?: string
  readonly tone?: Tone
  /** Of a bar: the greater share to which a whisker is drawn. */
  readonly whisker?: number
  /** What is dim on a line of its own beneath it, in tables on a screen only; never cut. */
  readonly under?: string
  /** As of a column: broken in this row rather than cut. */
  readonly wrap?: number | true
}

export type Interval = readonly [low: number, high: number]
export type Value = string | number | null | Interval

/** Green, red, yellow (magenta where it could not be read), dim, cyan (something to type): meaning, never the only carrier of it. */
export type Tone = 'good' | 'bad' | 'warn' | 'dim' | 'act'

export type Line = Span | readonly Span[]
export type Span = string | { readonly text: string; readonly tone: Tone }
