import { echoWhen } from '../../domain/time/when.ts'
import type { Say } from '../../errors.ts'
import { formatCount } from '../../render/numbers.ts'
import { titleAndCurrency } from '../../store/deals/deals.ts'
import { changesOf, eventValue, type NamedChange } from '../../store/deals/history.ts'
import { putIntoRetired } from '../../store/deals/stages.ts'
import type { Gone, Overruled } from '../../store/import/changes.ts'
import type { Applied } from '../../store/import/deals.ts'
import type { ManagersMet } from '../../store/import/managers.ts'
import type { Presumed } from '../../store/import/presumed.ts'
import { Labels } from '../../store/labels.ts'
import type { Operation } from '../../store/operation.ts'
import type { Store } from '../../store/store.ts'
import type { Words } from '../../words/words.ts'
import { criteriaTold } from '../deals/criteria.ts'
import { changeTexts, fieldName } from '../deals/shown.ts'
import { quoted } from '../line/quoted.ts'
import { firedTold } from '../rules/told.ts'
import { unratedTold } from '../unrated.ts'
import { likelyTold } from './managers.ts'

/** What an import of deals tells beside its counts: lines for people, and keys for JSON. */
export interface Told {
  readonly facts: readonly Say[]
  readonly more: Readonly<Record<string, unknown>>
}

/** So many deals are named in a line. */
const MOST_NAMED = 5

/** Inside the transaction: names of what a dry run makes are gone after it. */
export function toldOf(
  applied: Applied,
  { store, now, managers, complete }: { store: Store; now: number; managers: ManagersMet; complete: boolean },
): Told {
  const { advanced, movedBack, won, lost, kept, companies, contacts, changes, presumed } = applied
  // Rows with problems name deals too, so that who is no longer there cannot be told.
  const gone = complete ? applied.gone : []
  const labels = new Labels(store)
  const replaced = changes.overruled.flatMap((one) => replacedOf(one, store, labels))
  const fields = [...changes.fields].map(
    ([kind, count]) => [eventValue(kind, null, '', store, labels).kind, count] as const,
  )
  const facts: Say[] = []
  if (advanced + movedBack + won + lost > 0)
    facts.push((w) => w.import.moved({ advanced, movedBack, won, lost }))
  const others = fields.filter(([name]) => name !== 'stage')
  if (others.length > 0)
    facts.push((w) =>
      w.import.changedFields(others.map(([name, n]) => `${fieldName(name, w)} ${count(n, w)}`)),
    )
  if (replaced.length > 0) facts.push(...replacedLines(replaced, changes.overruledDeals, store))
  if (kept > 0) facts.push((w) => w.import.kept({ count: kept }))
  if (gone.length > 0) facts.push((w) => w.import.gone(firstOf('d', gone)))
  facts.push(...managersTold(managers))
  if (companies.count > 0) facts.push((w) => w.import.newCompanies(listOf(companies.names, companies.count)))
  if (contacts > 0) facts.push((w) => w.import.newContacts({ count: contacts }))
  const nameless = { companies: companies.nameless, contacts: applied.namelessContacts }
  if (nameless.companies + nameless.contacts > 0) facts.push((w) => w.import.idsOnly(nameless))
  facts.push(...presumedLines(presumed, store, now))
  return {
    facts,
    more: {
      moves: { advanced, movedBack, won, lost },
      changed: Object.fromEntries(fields),
      kept,
      overruled: {
        deals: changes.overruledDeals,
        changes: replaced.map(({ deal, change }) => ({
          deal,
          field: change.kind,
          here: change.from,
          file: change.to,
        })),
      },
      gone: gone.map((id) => `d${id}`),
      presumed,
    },
  }
}

/** What there is to say of whatever an import wrote, inside the transaction. */
export function writtenTold(store: Store, operation: Operation): Told {
  const { facts, more } = retiredTold(store, operation)
  const noticed = [likelyTold, criteriaTold, unratedTold, firedTold].flatMap((told) => told(store, operation))
  return { facts: [...facts, ...noticed], more }
}

/** Managers that an import made of names nobody here has, and whom it took for whoever types. */
export function managersTold({ made, oneself }: ManagersMet): Say[] {
  return [
    ...(made.length === 0 ? [] : [(w: Words) => w.import.newManagers(listOf(made, made.length))]),
    ...(oneself === undefined ? [] : [(w: Words) => w.managers.called(oneself)]),
  ]
}

/** Open deals that an import has put where reports have no row for them. */
function retiredTold(store: Store, operation: Operation): Told {
  const held = putIntoRetired(store, operation).map(({ stage, deals }) => ({ stage: stage.name, deals }))
  if (held.length === 0) return { facts: [], more: {} }
  const facts = held.map(
    ({ stage, deals }): Say =>
      (w) =>
        w.import.retiredStage({
          stage,
          deals,
          again: quoted(stage),
          rule: quoted(`${stage}=${w.import.stageWord}`),
        }),
  )
  return { facts, more: { retired: held } }
}

interface Replaced {
  readonly deal: string
  readonly title: string
  readonly change: NamedChange
}

function replacedOf({ deal, kind, here, file }: Overruled, store: Store, labels: Labels): Replaced[] {
  const { title, currency } = titleAndCurrency(store, deal)
  const changes = changesOf(store, labels, [{ kind, from: here, to: file, currencies: [currency, currency] }])
  return changes.map((change) => ({ deal: `d${deal}`, title, change }))
}

function replacedLines(replaced: readonly Replaced[], deals: number, store: Store): Say[] {
  const named = [...new Set(replaced.map(({ deal }) => deal))].slice(0, MOST_NAMED)
  const lines = named.map((deal): Say => {
    const own = replaced.filter((one) => one.deal === deal)
    return (w) =>
      `  ${deal} ${own[0]?.title ?? ''}: ${own.map((one) => replacedText(one, store, w)).join(', ')}`
  })
  const more = deals - named.length
  return [
    (w) => w.import.overruled({ count: deals }),
    ...lines,
    ...(more > 0 ? [(w: Words) => `  ${w.import.andMore({ count: more })}`] : []),
  ]
}

/** A stage needs no name of its field. */
function replacedText({ change }: Replaced, store: Store, w: Words): string {
  const [field, here, file] = changeTexts(change, store, w)
  return `${change.kind === 'stage' ? '' : `${field} `}${here} → ${file}`
}

/** The first of the records by their ids, and how many there are more. */
export function firstOf(letter: string, ids: Gone): { count: number; names: string; more: number } {
  const named = ids.slice(0, MOST_NAMED)
  const names = named.map((id) => letter + id).join(', ')
  return { count: ids.length, names, more: ids.length - named.length }
}

function presumedLines(
  { undated, outcomes, stages, currencies }: Presumed,
  store: Store,
  now: number,
): Say[] {
  const { zone, settings } = store
  const day = { at: now, precision: 'day', date: zone.dateOf(now), time: null } as const
  const { currency } = settings
  const lines: Say[] = []
  if (undated > 0) lines.push((w) => w.import.undated({ count: undated, day: echoWhen(day, w.lang) }))
  if (outcomes > 0) lines.push((w) => w.import.undatedOutcomes({ count: outcomes }))
  if (stages > 0) lines.push((w) => w.import.undatedStages({ count: stages }))
  if (currencies > 0) lines.push((w) => w.import.noCurrencyGiven({ count: currencies, currency }))
  return lines
}

function count(n: number, { lang }: Words): string {
  return formatCount(n, lang)
}

/** So many names are said, the others counted. */
const MOST_NAMES = 12

/** The names as a fact says them: the first of them, and how many there are more. */
export function listOf(
  names: readonly string[],
  count: number,
): { count: number; names: string; more: number } {
  const shown = names.slice(0, MOST_NAMES)
  return { count, names: shown.join(', '), more: count - shown.length }
}
