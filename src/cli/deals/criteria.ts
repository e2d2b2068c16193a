import { CRITERIA_FIELDS, type Criterion, criteriaOf, criterionKey, meets } from '../../domain/criteria.ts'
import type { DealValues } from '../../domain/deal.ts'
import type { CustomField } from '../../domain/field.ts'
import { foldKey } from '../../domain/names/name.ts'
import type { Stage } from '../../domain/pipeline.ts'
import { EXIT, type Say, UserError } from '../../errors.ts'
import { movedOnWithout, movesOn } from '../../store/deals/criteria.ts'
import { type DealPatch, stateAt } from '../../store/deals/writing.ts'
import { createField } from '../../store/field-writing.ts'
import { readFields } from '../../store/fields.ts'
import type { Operation } from '../../store/operation.ts'
import type { Store } from '../../store/store.ts'
import type { Words } from '../../words/words.ts'
import type { Ask } from '../../world.ts'
import type { At } from '../at.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { meant } from '../line/aliases.ts'
import { shellWord } from '../line/quoted.ts'
import { parseName } from '../texts.ts'
import { flag, several } from '../typed.ts'
import { readPatch } from './values.ts'

export type PatchOf = (values: DealValues) => DealPatch

/** What a deal takes along when it goes on: values that were filled in for it, and what is to be said. */
export interface Passage {
  patchOf: PatchOf | undefined
  notes: readonly Say[]
}

const FREE: Passage = { patchOf: undefined, notes: [] }

/**
 * Sees whether a deal has what its stage asks for before it goes on to another. A person is asked; else it is warned of,
 * or refused (UserError) where the stage is strict. `given` is what the command itself changes about the deal.
 */
export async function passCriteria(
  context: Context,
  store: Store,
  deal: number,
  stage: number,
  { when }: At,
  given: PatchOf = () => ({}),
): Promise<Passage> {
  const at = when.precision === 'day' ? store.zone.endOfDay(when.date) - 1 : when.at
  const before = stateAt(store, deal, at).values
  const from = store.stage(before.stage)
  if (from.criteria.length === 0 || !movesOn(store, from, store.stage(stage))) return FREE
  const values = patched(before, given(before))
  const missing = criteriaOf(from.criteria, readFields(store.db, 'deal')).filter((one) => !meets(one, values))
  if (missing.length === 0) return FREE
  const lacks = (w: Words) => ({
    id: `d${deal}`,
    title: values.title,
    stage: from.name,
    missing: missing.map((one) => criterionName(one, w)),
  })
  const command = fillCommand(deal, missing, context.words.records.yes)
  if (context.interactive && context.global.yes !== true) {
    const ask = await context.ask()
    const { criteria } = context.words
    const choices = [
      { name: criteria.fillNow, value: 'fill' },
      ...(from.strict ? [] : [{ name: criteria.goOn, value: 'go' }]),
      { name: criteria.cancel, value: 'cancel' },
    ]
    const answer = await ask.select(criteria.ask(lacks(context.words)), choices)
    if (answer === 'cancel') throw new UserError((w) => w.cli.cancelled, EXIT.cancelled)
    if (answer === 'fill') return { patchOf: await fillIn(context, store, ask, missing, values), notes: [] }
  } else if (from.strict) throw new UserError((w) => w.criteria.refused({ ...lacks(w), command }))
  return {
    patchOf: undefined,
    notes: [(w) => w.criteria.lacks(lacks(w)), (w) => w.criteria.fill({ command })],
  }
}

function patched(values: DealValues, { fields = {}, ...patch }: DealPatch): DealValues {
  const own = Object.entries({ ...values.fields, ...fields })
  return {
    ...values,
    ...patch,
    fields: Object.fromEntries(own.flatMap(([id, value]) => (value === null ? [] : [[id, value]]))),
  }
}

/** Asks for each until it can be read. */
async function fillIn(
  context: Context,
  store: Store,
  ask: Ask,
  missing: readonly Criterion[],
  values: DealValues,
): Promise<PatchOf> {
  const patches: PatchOf[] = []
  for (const criterion of missing) patches.push(await askFor(context, store, ask, criterion, values))
  return (before) => {
    const all = patches.map((patchOf) => patchOf(before))
    const fields = Object.assign({}, ...all.map((patch) => patch.fields ?? {}))
    return { ...Object.assign({}, ...all), fields }
  }
}

async function askFor(
  context: Context,
  store: Store,
  ask: Ask,
  criterion: Criterion,
  values: DealValues,
): Promise<PatchOf> {
  const { criteria } = context.words
  const field = criterionName(criterion, context.words)
  for (;;) {
    const answer =
      typeof criterion !== 'string' && criterion.type === 'yesno'
        ? (await ask.confirm(criteria.yesNo({ field }), true))
          ? 'yes'
          : 'no'
        : await ask.text(criteria.value({ field }))
    try {
      const patchOf = await readPatch(context, store, typedFor(criterion, answer))
      patchOf(values)
      if (answer.trim() !== '') return patchOf
    } catch (error) {
      if (!(error instanceof UserError) || error.exit === EXIT.cancelled) throw error
      context.tell(error.say)
    }
  }
}

/** The flags of `deal edit` that would fill it in. */
function typedFor(criterion: Criterion, text: string): Typed {
  if (typeof criterion !== 'string') return { args: [], options: { field: [`${criterion.name}=${text}`] } }
  return { args: [], options: { [criterion]: criterion === 'contact' ? [text] : text } }
}

function fillCommand(deal: number, missing: readonly Criterion[], yes: string): string {
  const flags = missing.map((one) =>
    typeof one === 'string'
      ? `--${one} …`
      : `--field ${shellWord(`${one.name}=${one.type === 'yesno' ? yes : '…'}`)}`,
  )
  return `voronka deal edit d${deal} ${flags.join(' ')}`
}

function criterionName(criterion: Criterion, { deals, criteria }: Words): string {
  if (typeof criterion !== 'string') return criterion.name
  return criterion === 'contact' ? criteria.contact : deals.fields[criterion]
}

/** What `--require` and `--unrequire` make of a stage's criteria; undefined where neither was given. */
export async function readCriteria(
  context: Context,
  store: Store,
  typed: Typed,
  stage: Stage,
): Promise<((operation: Operation) => string[]) | undefined> {
  const more = several(typed, 'require')
  const less = several(typed, 'unrequire')
  if (more.length + less.length === 0) return undefined
  const fields = readFields(store.db, 'deal')
  const made: string[] = []
  const added: Criterion[] = []
  for (const text of more) {
    const found = criterionNamed(context, fields, text)
    if (found !== undefined) added.push(found)
    else if (await mayMake(context, typed, fields, text)) made.push(parseName(text))
  }
  const gone = less.map((text) => {
    const found = criterionNamed(context, fields, text)
    if (found !== undefined && stage.criteria.includes(criterionKey(found))) return criterionKey(found)
    throw new UserError((w) => w.criteria.notRequired({ text, stage: stage.name }))
  })
  return (operation) => {
    const own = made.map((name) => {
      const id = createField(store, operation, { entity: 'deal', name, type: 'yesno', choices: [] })
      return `field:${id}`
    })
    const kept = stage.criteria.filter((key) => !gone.includes(key))
    return [...new Set([...kept, ...added.map(criterionKey), ...own])]
  }
}

function criterionNamed(
  { words }: Context,
  fields: readonly CustomField[],
  text: string,
): Criterion | undefined {
  const key = foldKey(text)
  return (
    fields.find(({ name }) => foldKey(name) === key) ??
    meant('option', text, CRITERIA_FIELDS) ??
    CRITERIA_FIELDS.find((one) => foldKey(criterionName(one, words)) === key)
  )
}

/** A free text is no field yet: made where that was said, or where a person says so. */
async function mayMake(
  context: Context,
  typed: Typed,
  fields: readonly CustomField[],
  text: string,
): Promise<boolean> {
  if (flag(typed, 'newField')) return true
  if (context.interactive) {
    const ask = await context.ask()
    if (await ask.confirm(context.words.criteria.makeField({ text }), true)) return true
    throw new UserError((w) => w.cli.cancelled, EXIT.cancelled)
  }
  throw new UserError((w) => {
    const known = [...CRITERIA_FIELDS.map((one) => criterionName(one, w)), ...fields.map(({ name }) => name)]
    return w.criteria.noField({ text, known: known.join(', ') })
  })
}

/** Imports are never refused for criteria: what went on without is counted. Inside the transaction. */
export function criteriaTold(store: Store, operation: Operation): Say[] {
  return [...movedOnWithout(store, operation)].map(([id, count]) => {
    const p = { stage: store.stage(id).name, count }
    return (w) => w.criteria.imported(p)
  })
}

export function namesOfCriteria(
  criteria: readonly string[],
  { criteria: { contact }, deals }: Words,
): string {
  const names: Readonly<Record<string, string>> = { ...deals.fields, contact }
  return criteria.map((one) => names[one] ?? one).join(', ')
}
