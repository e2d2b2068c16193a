import type { DealValues, FieldValue } from '../../domain/deal.ts'
import { parseFieldValue } from '../../domain/field.ts'
import { type DecimalSign, formatAmount, parseAmount, sayAmountProblem } from '../../domain/money.ts'
import { foldName } from '../../domain/names/name.ts'
import { plainAmount } from '../../domain/quick/amount.ts'
import { parseWhen } from '../../domain/time/when.ts'
import { UsageError, UserError } from '../../errors.ts'
import { type DealPatch, OWN_SYSTEM } from '../../store/deals/writing.ts'
import { readFields } from '../../store/fields.ts'
import { findManager } from '../../store/naming/naming.ts'
import { bookSurvivor, findCompany, findContact } from '../../store/naming/naming-people.ts'
import type { Store } from '../../store/store.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { fieldContext, isNone, parseFieldAssignment, sayBadValue } from '../filters.ts'
import { chosen } from '../naming.ts'
import { clearable, parseName, present } from '../texts.ts'
import { optional, several } from '../typed.ts'
import { parseCurrency } from '../workspace/settings.ts'

/**
 * The flags of `deal add` and `deal edit` as what they change, given what the deal is: lists grow by `--tag` and
 * `--contact` and shrink by `--untag` and `--drop-contact`, an empty value takes a value away. People are asked
 * about here, before the transaction; what is returned is applied inside it.
 */
export async function readPatch(
  context: Context,
  store: Store,
  typed: Typed,
): Promise<(values: Pick<DealValues, 'amount' | 'currency' | 'tags' | 'contacts'>) => DealPatch> {
  const find = (text: string, finder: (store: Store, text: string) => number) =>
    chosen(context, () => finder(store, text))
  const found = async (name: string, finder: (store: Store, text: string) => number) => {
    const text = clearable(typed, name)
    if (text === undefined) return undefined
    return text === null || isNone(text) ? null : await find(text, finder)
  }
  const manager = await found('manager', (one, text) => me(one, text) ?? findManager(one, text))
  const company = await found('company', findCompany)
  const contacts: number[] = []
  for (const text of several(typed, 'contact')) contacts.push(await find(text, findContact))
  const dropped: number[] = []
  for (const text of several(typed, 'dropContact')) dropped.push(await find(text, findContact))
  const expected = clearable(typed, 'expected')
  const externalId = clearable(typed, 'id')
  const fields = readFieldValues(context, store, typed)
  return (values) =>
    present<DealPatch>({
      ...readMoney(typed, values),
      manager,
      company,
      contacts: changedContacts(store, values.contacts, contacts, dropped),
      source: line(typed, 'source'),
      product: line(typed, 'product'),
      expected: expected ? readExpected(context, store, expected) : expected,
      tags: changed(values.tags, several(typed, 'tag').map(parseName), several(typed, 'untag'), foldName),
      note: clearable(typed, 'note'),
      externalId,
      externalSystem: externalId === undefined ? undefined : externalId === null ? null : OWN_SYSTEM,
      fields: Object.keys(fields).length > 0 ? fields : undefined,
    })
}

/** A text of one line, by which reports group. */
function line(typed: Typed, name: string): string | null | undefined {
  const text = clearable(typed, name)
  return text ? parseName(text) : text
}

function me(store: Store, text: string): number | undefined {
  return foldName(text) === 'me' && store.settings.me !== null ? store.settings.me : undefined
}

/** Those that were merged before this moment count as who they became; undefined where nobody comes or goes. */
function changedContacts(
  store: Store,
  list: readonly number[],
  more: readonly number[],
  less: readonly number[],
): number[] | undefined {
  const here = [...new Set(list.map((id) => bookSurvivor(store.db, 'contacts', id) ?? id))]
  const next = changed(here, more, less, (id) => id)
  return next?.join() === here.join() ? undefined : next
}

/** A list with some more at its end and some gone; undefined where nothing was asked. */
function changed<T>(
  list: readonly T[],
  more: readonly T[],
  less: readonly T[],
  keyOf: (item: T) => unknown,
): T[] | undefined {
  if (more.length === 0 && less.length === 0) return undefined
  const gone = new Set(less.map(keyOf))
  const kept = new Map<unknown, T>()
  for (const item of list) if (!gone.has(keyOf(item))) kept.set(keyOf(item), item)
  for (const item of more) if (!kept.has(keyOf(item))) kept.set(keyOf(item), item)
  return [...kept.values()]
}

/** Amounts in the currency that `--currency` or they themselves name, else in the deal's. */
function readMoney(
  typed: Typed,
  { amount: was, currency: wasIn }: Pick<DealValues, 'amount' | 'currency'>,
): Pick<DealPatch, 'currency' | 'amount' | 'cost'> {
  const text = optional(typed, 'currency')
  const named = text === undefined ? undefined : parseCurrency(text, wasIn)
  const decimal = readDecimal(optional(typed, 'decimal'))
  const amountText = clearable(typed, 'amount')
  const read = amountText ? readAmount(amountText, named ?? wasIn, decimal) : undefined
  const currency = read?.currency ?? named ?? wasIn
  if (amountText && named !== undefined && currency !== named)
    throw new UsageError((w) => w.deals.otherCurrency({ text: amountText, named: currency, currency: named }))
  const costText = clearable(typed, 'cost')
  const cost = costText ? readAmount(costText, currency, decimal) : undefined
  if (costText && cost?.currency !== undefined && cost.currency !== currency)
    throw new UsageError((w) =>
      w.deals.otherCurrency({ text: costText, named: cost.currency ?? '', currency }),
    )
  // Another currency for the amount there is: the same number in other units.
  const carried = was !== null && currency !== wasIn ? formatAmount(was, wasIn) : undefined
  const moved = carried === undefined ? undefined : readAmount(carried, currency, '.').minor
  return present({
    currency: currency === wasIn && named === undefined ? undefined : currency,
    amount: amountText === null ? null : (read?.minor ?? moved),
    cost: costText === null ? null : cost?.minor,
  })
}

function readAmount(text: string, currency: string, decimal: DecimalSign | undefined) {
  const read = parseAmount(plainAmount(text), { currency, ...(decimal !== undefined && { decimal }) })
  if ('problem' in read) throw new UsageError(sayAmountProblem(text, read, currency))
  return read
}

function readDecimal(text: string | undefined): DecimalSign | undefined {
  if (text === undefined || text === ',' || text === '.') return text
  throw new UsageError((w) => w.deals.badDecimal({ text }))
}

function readExpected(context: Context, store: Store, text: string): string {
  const { zone } = store
  return parseWhen(text, { now: context.now(zone), zone, lang: context.lang, prefer: 'future' }).date
}

function readFieldValues(context: Context, store: Store, typed: Typed): Record<string, FieldValue | null> {
  const assignments = several(typed, 'field')
  const fields = assignments.length === 0 ? [] : readFields(store.db, 'deal')
  return Object.fromEntries(
    assignments.map((assignment) => {
      const { field, value: text } = parseFieldAssignment(fields, assignment)
      if (text === '') return [field.id, null]
      const value = parseFieldValue(field, text, fieldContext(context, store))
      if (value === undefined) throw new UserError(sayBadValue(field, text))
      return [field.id, value]
    }),
  )
}
