import { ACTIVITY_KINDS, type ActivityKind } from '../../domain/activity.ts'
import { foldKey } from '../../domain/names/name.ts'
import { kindSaid } from '../../transfer/activity-rows.ts'
import { isTaskKind } from '../../transfer/activity-texts.ts'
import { detached } from '../../transfer/cache.ts'
import { OWN_EXPORT } from '../../transfer/columns.ts'
import { SKIP } from '../../transfer/stages.ts'
import type { Choice } from '../../world.ts'
import { shortened } from '../texts.ts'
import { eachRow } from './source.ts'
import type { ImportTalk } from './talk.ts'

/** More unknown kinds than that are hardly kinds: the import itself says what is wrong. */
const MOST_ASKED = 20
/** Characters of a kind's text in a question. */
const MOST_OF_TEXT = 40

/** Asks, one by one, what the texts mean that are no kinds of activities. */
export async function askKinds(talk: ImportTalk): Promise<void> {
  const { entity, claims } = talk.task
  if (entity !== 'activities' || !claims.fields.has('kind') || claims.system === OWN_EXPORT) return
  const unknown = await unknownKinds(talk)
  if (unknown.length > MOST_ASKED) return
  const { mapping, activities } = talk.about.context.words
  for (const { text, rows } of unknown) {
    const person = await talk.person()
    const shown = shortened(text, MOST_OF_TEXT)
    const choices: Choice<ActivityKind | typeof SKIP>[] = [
      ...ACTIVITY_KINDS.map((kind) => ({ name: activities.kinds[kind] ?? kind, value: kind })),
      { name: mapping.skip, value: SKIP },
    ]
    const question = text === '' ? mapping.whichBlankKind({ rows }) : mapping.whichKind({ text: shown, rows })
    talk.answer('--kind', `${text}=${await person.find(question, choices)}`)
  }
}

interface UnknownKind {
  readonly text: string
  rows: number
}

/** What the file says of kinds and nobody knows, in its order; one more than are asked at most. */
async function unknownKinds({ task, options, about }: ImportTalk): Promise<readonly UnknownKind[]> {
  const columns = task.claims.fields.get('kind') ?? []
  const told = new Set(options.kind.map((text) => foldKey(text.slice(0, text.lastIndexOf('=')))))
  const found = new Map<string, UnknownKind>()
  await eachRow(about.context, about.source.table, ({ cells, problem }) => {
    if (problem !== undefined) return
    const text = columns.map(({ index }) => (cells[index] ?? '').trim()).find((cell) => cell !== '') ?? ''
    const key = foldKey(text)
    const known = found.get(key)
    if (known !== undefined) known.rows++
    else if (told.has(key) || isTaskKind(text) || kindSaid(task.claims, text) !== undefined) return
    else if (found.size <= MOST_ASKED) found.set(detached(key), { text: detached(text), rows: 1 })
  })
  return [...found.values()]
}
