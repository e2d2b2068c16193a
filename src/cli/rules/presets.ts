import { foldKey } from '../../domain/names/name.ts'
import { stagesAt } from '../../domain/pipeline.ts'
import type { Rule } from '../../domain/rule.ts'
import { UsageError, UserError } from '../../errors.ts'
import { updateStage } from '../../store/deals/stages.ts'
import { createField } from '../../store/field-writing.ts'
import { readFields } from '../../store/fields.ts'
import type { Operation } from '../../store/operation.ts'
import { createRule, getRule, type NewRule } from '../../store/rules/rules.ts'
import { skipDue } from '../../store/rules/running.ts'
import type { Store } from '../../store/store.ts'
import { LANGS, type Words, wordsFor } from '../../words/words.ts'
import type { Run, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { namedPipeline } from '../deals/pipeline.ts'
import { meant } from '../line/aliases.ts'
import { listing } from '../listing.ts'
import { optional } from '../typed.ts'
import { change } from '../writing.ts'
import { NOTHING, namedStage } from './reading.ts'
import { ruleJson } from './shown.ts'
import { readTemplate } from './template.ts'

const PRESETS = ['invoice', 'callback', 'proposal', 'reactivation'] as const
type Preset = (typeof PRESETS)[number]

/** `rule preset`, `rule preset list`, `rule preset add NAME`. */
export const rulePreset: Run = (context, typed) => {
  const text = typed.args[0] ?? 'list'
  const verb = meant('verb', text, ['add', 'list'])
  if (verb === undefined) throw new UsageError((w) => w.rules.presetVerb({ text }))
  return verb === 'list' ? presetList(context, typed) : presetAdd(context, typed)
}

const presetList: Run = (_, typed) =>
  listing(
    typed,
    PRESETS.map((preset) => ({ preset })),
    [
      {
        key: 'name',
        title: (w) => w.rules.columns.preset,
        kind: 'text',
        value: ({ preset }) => preset,
        text: ({ preset }, w) => w.rules.preset[preset].called,
      },
      {
        key: 'does',
        title: (w) => w.rules.columns.does,
        kind: 'text',
        value: ({ preset }) => preset,
        text: ({ preset }, w) => w.rules.preset[preset].title,
      },
    ],
    (w) => w.rules.empty(),
  )

const presetAdd: Run = async (context, typed) => {
  const text = typed.args[1] ?? ''
  const preset = meant('preset', text, PRESETS)
  if (preset === undefined)
    throw new UsageError((w) =>
      w.rules.noPreset({ text, known: PRESETS.map((one) => w.rules.preset[one].called).join(', ') }),
    )
  const store = context.open('write')
  const stages = await stagesOf(context, store, typed, preset)
  const field = optional(typed, 'field')
  return change(context, (operation) => {
    if (preset === 'invoice' && stages[0] !== undefined)
      updateStage(store, operation, stages[0], { invoice: true })
    const dueField = preset === 'callback' ? dateField(context, store, operation, field) : null
    const rules = rulesOf(context, store, preset, stages, dueField).map((rule) => {
      const id = createRule(store, operation, rule)
      skipDue(store, operation, getRule(store, id))
      return ruleJson(store, getRule(store, id))
    })
    const stage = [...new Set(rules.map((rule) => rule.stage ?? ''))].join(', ')
    const promised = rules.flatMap(({ dueField }) => dueField ?? [])
    return {
      json: rules,
      says: (w) => w.rules.presetAdded({ rules: rules.map(({ name }) => name), stage }),
      notes: promised.map((field) => (w: Words) => w.rules.promisedIn({ field })),
    }
  })
}

/** The stage that is named, or of which its name says so; the outcomes for those who are to come back. */
async function stagesOf(context: Context, store: Store, typed: Typed, preset: Preset): Promise<number[]> {
  const named = optional(typed, 'stage')
  const pipeline = optional(typed, 'pipeline')
  const { settings } = store
  const within =
    pipeline === undefined && settings.pipeline !== null
      ? settings.pipeline
      : await namedPipeline(context, pipeline ?? '', 'write')
  const { stages, ...rest } = store.pipeline(within)
  if (preset === 'reactivation')
    return (['won', 'lost'] as const).flatMap((kind) => stages.find((stage) => stage.kind === kind)?.id ?? [])
  if (named !== undefined) return [await namedStage(context, store, typed, named)]
  const words = LANGS.flatMap((lang) => wordsFor(lang).rules.preset[preset].words)
  const open = stagesAt({ stages, ...rest }, Number.POSITIVE_INFINITY)
  const fits = open.filter(({ name }) => words.some((word) => foldKey(name).includes(foldKey(word))))
  const [only, second] = fits
  if (only !== undefined && second === undefined) return [only.id]
  const likely = fits.length > 1 ? fits : open
  if (context.interactive && context.global.yes !== true) {
    const choices = likely.map(({ id, name }) => ({ name, value: id }))
    return [await (await context.ask()).select(context.words.rules.askStage, choices)]
  }
  const names = likely.map(({ name }) => name).join(', ')
  throw new UserError((w) => w.rules.whichStage({ preset, stages: names }))
}

/** The field that is named, or one of the set's own, made where it is not there. */
function dateField(context: Context, store: Store, operation: Operation, named: string | undefined): number {
  const name = named ?? context.words.rules.promised
  const found = readFields(store.db, 'deal').find((field) => foldKey(field.name) === foldKey(name))
  if (found === undefined)
    return createField(store, operation, { entity: 'deal', name, type: 'date', choices: [] })
  if (found.type !== 'date') throw new UserError((w) => w.rules.notDateField({ field: found.name }))
  return found.id
}

function rulesOf(
  { words: { rules: w }, lang }: Context,
  store: Store,
  preset: Preset,
  stages: readonly number[],
  dueField: number | null,
): NewRule[] {
  const { rules: names, texts } = w.preset[preset]
  const rule = (nth: number, rest: Pick<Rule, 'trigger' | 'days'> & Partial<Rule>): NewRule => ({
    ...NOTHING,
    name: names[nth] ?? '',
    stage: stages[0] ?? 0,
    action: 'task',
    since: null,
    text: readTemplate(store, texts[nth] ?? ''),
    lang,
    ...rest,
  })
  const stays = (nth: number, days: number, rest: Partial<Rule> = {}) =>
    rule(nth, { trigger: 'stay', days, ...rest })
  switch (preset) {
    case 'invoice':
      return [stays(0, 2), stays(1, 3, { priority: 'high' })]
    case 'callback':
      return [rule(0, { trigger: 'enter', days: null, dueField })]
    case 'proposal':
      return [stays(0, 3)]
    case 'reactivation': {
      const { due } = w.preset.reactivation
      return [stays(0, 180, { due }), stays(1, 90, { due, stage: stages[1] ?? 0 })]
    }
  }
}
