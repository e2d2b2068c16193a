import { foldKey, formerly } from '../../domain/names/name.ts'
import type { Pipeline } from '../../domain/pipeline.ts'
import { likeFirst } from '../../transfer/likely-fields.ts'
import { outcomeOf } from '../../transfer/outcomes.ts'
import { parseStageRule, SKIP, StageReader } from '../../transfer/stages.ts'
import type { Choice } from '../../world.ts'
import { splitNames } from '../deals/new-pipeline.ts'
import { shortened } from '../texts.ts'
import type { ImportTalk } from './talk.ts'

/** More unknown stages than that are hardly stages: the import itself says what is wrong. */
const MOST_ASKED = 40
/** Characters of a stage's text in a question. */
const MOST_OF_TEXT = 40

/** The stages that an answer may name: those of the pipeline, those to be made in it, its outcomes; of a file without a pipeline, its own. */
export function stagesToChoose(talk: ImportTalk): Choice<string>[] {
  const pipeline = pipelineOf(talk)
  const names =
    pipeline === undefined && talk.options.createStages.length === 0 ? talk.count.open : openNames(talk)
  const stages = names.filter((name) => !name.includes('=')).map((name) => ({ name, value: name }))
  return stages.length === 0 ? [] : [...stages, ...outcomes(talk)]
}

/** Asks for the pipeline where neither the user nor the file names one that is here. */
export async function askPipeline(talk: ImportTalk): Promise<void> {
  const { options, task, count, about } = talk
  if (!hasStages(talk) || options.createStages.length > 0) return
  const { pipelines, settings } = about.store
  const { mapping } = about.context.words
  const isFixed = task.claims.fixed.has('pipeline')
  const named = new Set(
    isFixed ? [] : count.said.map(({ pipeline }) => pipeline).filter((name) => name !== ''),
  )
  const unknown = [...named].filter((name) => pipelineNamed(talk, name) === undefined)
  if (unknown.length > 0) return askOtherPipeline(talk, unknown, named.size === 1)
  if (options.pipeline !== undefined || named.size > 0 || isFixed) return
  if (pipelines.length === 0) {
    const person = await talk.person()
    talk.answer('--pipeline', await untilSaid(() => person.text(mapping.pipelineName)))
    return askOrder(talk)
  }
  if (pipelines.length === 1) return
  const person = await talk.person()
  const ordered = [...pipelines].sort(
    (a, b) => Number(b.id === settings.pipeline) - Number(a.id === settings.pipeline),
  )
  const choices = ordered.map(({ name }) => ({ name, value: name }))
  talk.answer('--pipeline', await person.find(mapping.whichPipeline, choices))
}

async function askOtherPipeline(talk: ImportTalk, names: readonly string[], only: boolean): Promise<void> {
  const { mapping } = talk.about.context.words
  const person = await talk.person()
  const rows = talk.count.said
    .filter(({ pipeline }) => names.includes(pipeline))
    .reduce((sum, one) => sum + one.rows, 0)
  const [first = ''] = names
  const own: Choice<string | null> = only
    ? { name: mapping.make(first), value: null }
    : { name: mapping.makeFirst, value: '' }
  const into = talk.about.store.pipelines.map(({ name }) => ({ name: mapping.into(name), value: name }))
  const shown = names.map((name) => shortened(name, MOST_OF_TEXT))
  const chosen = await person.find(mapping.otherPipeline({ names: shown, rows }), [...into, own])
  // Several are made one by one, each with its stages; the import then says how.
  if (chosen === '') return
  if (chosen !== null) return talk.answer('--set', `pipeline=${chosen}`)
  talk.answer('--pipeline', first)
  return askOrder(talk)
}

/** The stages of a pipeline that is to be made, proposed as the file says them. */
async function askOrder(talk: ImportTalk): Promise<void> {
  const person = await talk.person()
  const seen = talk.count.open.filter((name) => !name.includes(',')).join(', ')
  const { pipelineStages } = talk.about.context.words.mapping
  talk.answer('--create-stages', await untilSaid(() => person.text(pipelineStages, seen)))
}

async function untilSaid(ask: () => Promise<string>): Promise<string> {
  for (;;) {
    const names = splitNames(await ask())
    if (names.length > 0) return names.join(',')
  }
}

/** Asks, one by one, what the stages are that the pipeline does not know. */
export async function askStages(talk: ImportTalk): Promise<void> {
  if (!hasStages(talk)) return
  const unknown = unknownStages(talk)
  if (unknown.length > MOST_ASKED) return
  for (const stage of unknown) await askStage(talk, stage)
}

interface UnknownStage {
  readonly text: string
  readonly rows: number
  /** Another than that of the import has it: no stage can be made there. */
  readonly elsewhere: Pipeline | undefined
}

type Meaning = { stage: string } | 'new' | 'skip'

async function askStage(talk: ImportTalk, { text, rows, elsewhere }: UnknownStage): Promise<void> {
  if (isKnown(talk, elsewhere ?? pipelineOf(talk), text, elsewhere === undefined)) return
  const { mapping } = talk.about.context.words
  const person = await talk.person()
  const names = openNames(talk).filter((name) => elsewhere === undefined || hasStage(elsewhere, name))
  const begun = names.filter((name) => foldKey(text).startsWith(`${foldKey(name)} `))
  const likely = [...begun, ...likeFirst(text, names, (name) => [name])]
  const stage = ({ name, value }: Choice<string>): Choice<Meaning> => ({ name, value: { stage: value } })
  const isMakeable = elsewhere === undefined && text !== '' && !text.includes(',')
  const choices: Choice<Meaning>[] = [
    ...[...new Set([...likely, ...names])].map((name) => stage({ name, value: name })),
    ...outcomes(talk).map(stage),
    ...(isMakeable ? [{ name: mapping.newStage(shortened(text, MOST_OF_TEXT)), value: 'new' as const }] : []),
    { name: mapping.skip, value: 'skip' },
  ]
  const shown = shortened(text, MOST_OF_TEXT)
  const question = text === '' ? mapping.whichBlank({ rows }) : mapping.whichStage({ text: shown, rows })
  const meaning = await person.find(question, choices)
  if (meaning === 'skip') talk.answer('--stage', `${text}=${SKIP}`)
  else if (meaning !== 'new') talk.answer('--stage', `${text}=${meaning.stage}`)
  else {
    const places = [
      ...names.map((name, place) => ({ name: mapping.after(name), value: place + 1 })).reverse(),
      { name: mapping.first, value: 0 },
    ]
    const place = names.length === 0 ? 0 : await person.find(mapping.place(shown), places)
    talk.answer('--create-stages', [...names.slice(0, place), text, ...names.slice(place)].join(','))
  }
}

/** What the file says of stages and nobody knows, in the file's order. */
function unknownStages(talk: ImportTalk): readonly UnknownStage[] {
  const { claims, entity } = talk.task
  const own = pipelineOf(talk)
  const found = new Map<string, UnknownStage>()
  const add = (text: string, rows: number, pipeline: Pipeline | undefined) => {
    const isOwn = pipeline?.id === own?.id
    if (isKnown(talk, pipeline, text, isOwn)) return
    const key = `${pipeline?.id}\n${foldKey(text)}`
    const before = found.get(key)
    found.set(key, {
      text: before?.text ?? text,
      rows: rows + (before?.rows ?? 0),
      elsewhere: isOwn ? undefined : pipeline,
    })
  }
  const has = (field: string) => claims.fields.has(field) || claims.fixed.has(field)
  for (const { pipeline, stage, status, isOver: isFlagged, rows } of talk.count.said) {
    const named = claims.fixed.get('pipeline') ?? pipeline
    const where = named === '' ? own : pipelineNamed(talk, named)
    if (named !== '' && where === undefined && foldKey(named) !== foldKey(talk.options.pipeline ?? ''))
      continue
    const isOver = ['won', 'lost'].includes(outcomeOf(status) ?? '')
    const isOpen = outcomeOf(status) === 'open' && !talk.count.statusIsStage
    if (has('status') && !isOpen && (status !== '' || !has('stage'))) add(status, rows, where)
    if (isFlagged) continue
    if ((has('stage') || entity === 'history') && (stage !== '' || !isOver)) add(stage, rows, where)
  }
  for (const { stage, pipeline, column } of claims.entered)
    if (pipeline === undefined || own === undefined || foldKey(pipeline) === foldKey(own.name))
      add(stage, talk.looks.of(column.index).filled, own)
  return [...found.values()]
}

function isKnown(talk: ImportTalk, pipeline: Pipeline | undefined, text: string, isOwn: boolean): boolean {
  const { options, about } = talk
  const key = foldKey(text)
  if (options.stage.some((rule) => parseStageRule(rule)[0] === key)) return true
  if (text === '') return false
  if (isOwn && options.createStages.some((name) => foldKey(name) === key)) return true
  if (pipeline === undefined) return ['won', 'lost'].includes(outcomeOf(text) ?? '')
  return new StageReader(about.store.pipelines, pipeline, []).meaning(pipeline, text) !== undefined
}

function hasStages({ task }: ImportTalk): boolean {
  return task.entity === 'deals' || task.entity === 'history'
}

/** The pipeline that the import fills; undefined where it is still to be made. */
function pipelineOf(talk: ImportTalk): Pipeline | undefined {
  const { pipelines, settings } = talk.about.store
  const { pipeline } = talk.options
  if (pipeline !== undefined) return pipelineNamed(talk, pipeline)
  return pipelines.find(({ id }) => id === settings.pipeline) ?? pipelines[0]
}

function pipelineNamed({ about }: ImportTalk, text: string): Pipeline | undefined {
  const { pipelines } = about.store
  const key = foldKey(text)
  return pipelines.find(({ name }) => foldKey(name) === key) ?? formerly(pipelines, key)
}

/** Open stages in order, with those that are to be made. */
function openNames(talk: ImportTalk): readonly string[] {
  const { createStages } = talk.options
  const pipeline = pipelineOf(talk)
  if (pipeline === undefined) return createStages
  const own = new StageReader(talk.about.store.pipelines, pipeline, [])
    .ordered(pipeline)
    .map(({ name }) => name)
  const made = new Set(createStages.map(foldKey))
  if (own.every((name) => made.has(foldKey(name)))) return createStages
  return [...own, ...createStages.filter((name) => !own.some((known) => foldKey(known) === foldKey(name)))]
}

function hasStage(pipeline: Pipeline, name: string): boolean {
  return pipeline.stages.some((stage) => foldKey(stage.name) === foldKey(name))
}

/** The outcomes by their names in the pipeline; flags call them won and lost. */
function outcomes(talk: ImportTalk): Choice<string>[] {
  const pipeline = pipelineOf(talk)
  const { workspace } = talk.about.context.words
  return (['won', 'lost'] as const).map((kind) => ({
    name: pipeline?.stages.find((stage) => stage.kind === kind)?.name ?? workspace[kind],
    value: kind,
  }))
}
