import { currencyNamed } from '../domain/currency-names.ts'
import type { DealValues } from '../domain/deal.ts'
import { canonicalId } from '../domain/records/external-id.ts'
import type { PlannedDeal } from '../domain/records/planned-deal.ts'
import { formatDay } from '../domain/time/period.ts'
import type { Moment } from '../domain/time/when.ts'
import type { Lang } from '../words/words.ts'
import { BoundedCache } from './cache.ts'
import { DEAL_FIELDS, type DealFieldName } from './deal-fields.ts'
import { DealLinks } from './deal-links.ts'
import { planWay, type WayWarning } from './deal-moves.ts'
import { type Place, PlaceReader } from './deal-place.ts'
import type { Finding } from './findings.ts'
import { RowCells } from './row-cells.ts'
import type { RowCellsContext } from './row-context.ts'
import type { StageReader } from './stages.ts'
import type { Row } from './table.ts'

export interface DealRowContext extends RowCellsContext {
  readonly stages: StageReader
  readonly system: string
  /** Base currency. */
  readonly currency: string
  /** Country of phones that name none. */
  readonly region: string
  /** The moment of the import. */
  readonly now: number
  /** What deals without any date begin at. */
  readonly undated: Moment
  /** Row id of the manager of this name; asked only for rows that are otherwise good. */
  manager(name: string): number
}

/** Turns the rows of a file into planned deals. Pure but for `manager`, which may make one. */
export class DealRows {
  readonly #cells: RowCells<DealFieldName>
  readonly #places: PlaceReader
  readonly #links: DealLinks
  readonly #currencies = new BoundedCache<string | null>()
  readonly #readCurrency = (text: string) => currencyNamed(text, this.context.currency) ?? null

  constructor(private readonly context: DealRowContext) {
    this.#cells = new RowCells(context, DEAL_FIELDS)
    this.#links = new DealLinks(this.#cells, context.claims.system, context.region)
    this.#places = new PlaceReader(context.stages, context.claims.entered, this.#cells)
  }

  get warnings(): readonly Finding[] {
    return this.#cells.warnings
  }

  /** See `DealLinks`. */
  get likeCompanies(): DealLinks['likeCompanies'] {
    return this.#links.likeCompanies
  }

  /** The deal of a row, or what is wrong with it: nothing, where it is to be left out. */
  read(row: Row): PlannedDeal | readonly Finding[] {
    const cells = this.#cells
    cells.turn(row)
    if (row.problem !== undefined) return cells.problems
    const externalSystem = cells.textOrNull('externalSystem') ?? this.context.system
    const externalId = canonicalId(externalSystem, cells.id('externalId', 'id'))
    if (externalId === '') cells.lacksId((w) => w.import.noId, 'id')
    const place = this.#places.read()
    if (place?.skipped) return LEFT_OUT
    const money = this.#money()
    const expected = cells.date('expected')
    const fields = cells.custom() ?? NO_FIELDS
    const way = place === undefined ? undefined : this.#way(place)
    if (cells.problems.length > 0 || way === undefined || place === undefined) return cells.problems
    const isOpen = place.outcome === 'open'
    const company = this.#links.company(externalSystem)
    const contacts = this.#links.contacts(externalSystem)
    const product = cells.textOrNull('product')
    const title = cells.textOrNull('title')
    const manager = cells.textOrNull('manager')
    const expectedDay = expected ?? (isOpen ? way.closed : null)
    const values: DealValues = {
      title: title ?? madeUpTitle([company?.name ?? contacts[0]?.name ?? null, product], externalId),
      stage: way.first,
      manager: manager === null ? null : this.context.manager(manager),
      company: null,
      contacts: [],
      amount: money.amount,
      cost: money.cost,
      currency: money.currency ?? this.context.currency,
      source: cells.textOrNull('source'),
      product,
      expected: expectedDay === null ? null : this.context.zone.dateOf(expectedDay.at),
      tags: tagsOf(cells.text('tags')),
      fields,
      note: this.#note(),
      externalSystem,
      externalId,
    }
    return {
      line: row.line,
      creation: {
        at: way.creation.at,
        precision: way.creation.precision,
        synthetic: way.creation.synthetic,
        stageSynthetic: way.creation.stageSynthetic,
        stageSeen: way.creation.stageSeen,
        amountSynthetic: money.amount !== null,
        actor: null,
        values,
      },
      changes: way.changes,
      titleGiven: title !== null,
      stageGiven: this.#places.isTold || !isOpen,
      currencyGiven: money.currency !== null,
      company,
      contacts,
    }
  }

  /** How the deal came to where it is; undefined, with a problem, where that cannot be told. */
  #way(place: Place) {
    const { zone, now, undated, stages } = this.context
    const cells = this.#cells
    const created = cells.date('created')
    const changed = cells.date('stageChanged')
    const closed = this.#closed(place)
    const { entered, won, lost } = this.#places.entered(place.pipeline)
    const first = stages.ordered(place.pipeline)[0]
    if (first === undefined)
      cells.problem('pipeline', (w) => w.import.noStages({ pipeline: place.pipeline.name }))
    if (first === undefined || cells.problems.length > 0) return undefined
    const { outcome } = place
    // Written out, as are the other objects that each row makes: spread, they would take a third of an import's time.
    const { creation, changes, warnings } = planWay(
      {
        first: first.id,
        open: place.open,
        outcome,
        end: place.end,
        endIsStage: place.endIsStage,
        lostReason: cells.textOrNull('lostReason'),
        created,
        changed,
        closed: outcome === 'open' ? null : (closed ?? (outcome === 'won' ? won : lost)),
        entered,
        stagesTold: this.#places.tellsStages(place.pipeline),
        now,
        undated,
      },
      zone,
    )
    for (const warning of warnings) this.#warn(warning, created, closed)
    return { creation, changes, first: first.id, closed }
  }

  #closed({ outcome }: Place): Moment | null {
    const own = outcome === 'open' ? null : this.#cells.date(outcome === 'won' ? 'wonAt' : 'lostAt')
    return own ?? this.#cells.date('closed')
  }

  #money(): { amount: number | null; cost: number | null; currency: string | null } {
    const named = this.#cells.text('currency')
    const currency = named === '' ? null : this.#currencies.get(named, this.#readCurrency)
    if (named !== '' && currency === null)
      this.#cells.problem('currency', (w) => w.import.noCurrency({ text: named }))
    const amount = this.#amount('amount', currency)
    const cost = this.#amount('cost', currency ?? amount?.currency ?? null)
    return {
      amount: amount?.minor ?? null,
      cost: cost?.minor ?? null,
      currency: currency ?? amount?.currency ?? cost?.currency ?? null,
    }
  }

  #amount(field: DealFieldName, currency: string | null): { minor: number; currency?: string } | null {
    const read = this.#cells.amount(field, currency ?? undefined)
    const named = read?.currency
    if (currency === null || named === undefined || named === currency) return read
    this.#cells.problem(field, (w) => w.import.twoCurrencies({ a: named, b: currency }))
    return null
  }

  #note(): string | null {
    const notes = this.#cells.all('note')
    return notes.length === 0 ? null : [...new Set(notes)].join('\n')
  }

  #warn(warning: WayWarning, created: Moment | null, closed: Moment | null): void {
    const { zone } = this.context
    const day = (moment: Moment | null, lang: Lang) =>
      moment === null ? '' : formatDay(zone.dateOf(moment.at), lang)
    const isOfCreation = warning === 'moveBeforeCreation' || warning === 'createdAhead'
    this.#cells.warn(isOfCreation ? 'created' : 'closed', (w) =>
      w.import[warning]({ created: day(created, w.lang), closed: day(closed, w.lang) }),
    )
  }
}

const LEFT_OUT: readonly Finding[] = []
const NO_FIELDS: Readonly<Record<string, never>> = {}
const NO_TAGS: readonly string[] = []

function madeUpTitle(parts: readonly (string | null)[], externalId: string): string {
  return parts.filter((part) => part !== null).join(' · ') || externalId
}

function tagsOf(cell: string): readonly string[] {
  if (cell === '') return NO_TAGS
  const tags = cell.split(/[,;]/).map((tag) => tag.trim())
  return [...new Set(tags.filter((tag) => tag !== ''))]
}
