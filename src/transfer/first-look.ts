import { currencyNamed } from '../domain/currency-names.ts'
import { parseAmount } from '../domain/money.ts'
import { foldKey } from '../domain/names/name.ts'
import { BoundedCache, detached } from './cache.ts'
import type { Claims, Column } from './columns.ts'
import { isYes, outcomeOf } from './outcomes.ts'
import { parseStageRule, SKIP } from './stages.ts'
import type { Row } from './table.ts'

/** A stage that the file speaks of, as first spelt, and the number of its rows. */
export interface SeenStage {
  readonly name: string
  readonly rows: number
}

export interface LookOptions {
  /** Of `--stage`, as typed: TEXT=STAGE. */
  readonly rules: readonly string[]
  /** The names that the two outcomes will have. */
  readonly outcomes: readonly string[]
}

/** Distinct texts after which a column is taken for something else than stages. */
const MOST_STAGES = 200

/** Looks through a file of deals for what a new workspace needs to know: its pipeline, its open stages and its currency. */
export class FirstLook {
  readonly #stages = new Map<string, { name: string; rows: number }>()
  readonly #currencies = new Set<string>()
  readonly #pipelines = new Map<string, string>()
  readonly #columns: readonly Column[]
  readonly #isStatus: boolean
  readonly #amounts: readonly Column[]
  readonly #named: readonly Column[]
  readonly #pipeline: Column | undefined
  /** Columns that say of a row that its stage is no open one. */
  readonly #flags: readonly Column[]
  readonly #rules: ReadonlyMap<string, string>
  readonly #outcomes: ReadonlySet<string>
  readonly #signs = new BoundedCache<string | undefined>()

  /** Throws UsageError for a rule that is none. */
  constructor(claims: Claims, { rules, outcomes }: LookOptions) {
    const of = (field: string) => claims.fields.get(field) ?? []
    this.#isStatus = of('stage').length === 0
    this.#columns = this.#isStatus ? of('status') : of('stage')
    this.#amounts = [...of('amount'), ...of('cost')]
    this.#named = of('currency')
    this.#pipeline = of('pipeline')[0]
    this.#flags = ['isWon', 'isLost', 'isClosed'].flatMap(of)
    this.#rules = new Map(rules.map(parseStageRule))
    this.#outcomes = new Set(['won', 'lost', ...outcomes].map(foldKey))
    // Stages with a column of their own come first, as those columns are told.
    for (const { stage } of claims.entered) this.#add(stage, 0)
    const fixed = claims.fixed.get('currency')
    if (fixed !== undefined) this.#addCurrency(currencyNamed(fixed, ''))
  }

  see({ cells }: Row): void {
    const text = this.#columns.map(({ index }) => cells[index] ?? '').find((cell) => cell.trim() !== '') ?? ''
    const rule = this.#rules.get(foldKey(text))
    const isOver = this.#flags.some(({ index }) => isYes((cells[index] ?? '').trim()))
    if (!isOver && (rule === undefined || foldKey(rule) !== SKIP)) this.#add(rule ?? text, 1)
    const pipeline = this.#pipeline === undefined ? '' : (cells[this.#pipeline.index] ?? '').trim()
    if (pipeline !== '' && this.#pipelines.size < 2)
      this.#pipelines.set(foldKey(pipeline), detached(pipeline))
    for (const { index } of this.#named) this.#addCurrency(currencyNamed(cells[index] ?? '', ''))
    for (const { index } of this.#amounts) {
      const amount = cells[index] ?? ''
      if (/[\p{L}\p{Sc}]/u.test(amount)) this.#addCurrency(this.#signs.get(amount, currencyBeside))
    }
  }

  /** In the order that the file suggests: stages with a column first, the others as they are met. */
  get stages(): readonly SeenStage[] {
    const stages = [...this.#stages.values()]
    // Of a status that tells only whether a deal is over, "in progress" is no stage.
    const areStages = !this.#isStatus || stages.some(({ name }) => outcomeOf(name) === undefined)
    return areStages ? stages : []
  }

  /** The only pipeline that the file names; undefined where it names none, or several. */
  get pipeline(): string | undefined {
    const [first, ...others] = this.#pipelines.values()
    return others.length === 0 ? first : undefined
  }

  /** The only currency that the file names; undefined where it names none, or several. */
  get currency(): string | undefined {
    const [first, ...others] = this.#currencies
    return others.length === 0 ? first : undefined
  }

  #add(text: string, rows: number): void {
    const key = foldKey(text)
    const known = this.#stages.get(key)
    if (known !== undefined) known.rows += rows
    else if (this.#isOpen(text, key) && this.#stages.size < MOST_STAGES)
      this.#stages.set(key, { name: detached(text.trim()), rows })
  }

  #isOpen(text: string, key: string): boolean {
    if (key === '' || this.#outcomes.has(key)) return false
    const outcome = outcomeOf(text)
    return outcome === undefined || outcome === 'open'
  }

  #addCurrency(code: string | undefined): void {
    if (code !== undefined) this.#currencies.add(code)
  }
}

/** The names in the order of the template that knows them all; undefined where none does. */
export function orderOfTemplate(
  names: readonly string[],
  templates: readonly (readonly string[])[],
): readonly string[] | undefined {
  const keys = new Map(names.map((name) => [foldKey(name), name]))
  const ordered = templates.map((stages) => stages.flatMap((stage) => keys.get(foldKey(stage)) ?? []))
  return names.length === 0 ? undefined : ordered.find((found) => found.length === keys.size)
}

/** Which sign stands before the fraction does not matter here. */
function currencyBeside(text: string): string | undefined {
  for (const decimal of [',', '.'] as const) {
    const read = parseAmount(text.trim(), { currency: 'USD', decimal })
    if ('minor' in read && read.currency !== undefined) return read.currency
  }
  return undefined
}
