import type { Run } from '../../src/cli/command.ts'
import { Context } from '../../src/cli/context.ts'
import { funnel } from '../../src/cli/funnel/funnel.ts'
import { referenceSave } from '../../src/cli/funnel/reference.ts'
import { type DocumentFormat, renderDocument } from '../../src/render/render.ts'
import type { Store } from '../../src/store/store.ts'
import { wordsFor } from '../../src/words/words.ts'
import type { World } from '../../src/world.ts'

const sink = { write: () => {}, drain: async () => true, isTTY: false, columns: undefined }
export const WORLD: World = {
  env: { VORONKA_NOW: '2026-06-15', LANG: 'C' },
  out: sink,
  err: sink,
  stdin: { isTTY: false, bytes: async function* () {} },
  clock: () => Date.UTC(2026, 5, 15),
  systemZone: () => 'UTC',
  homeFolder: () => '/',
  tempFolder: () => '/',
  ask: async () => {
    throw new Error('nobody to ask')
  },
}

/** `voronka funnel` with these options on a store at hand; JSON as a program reads it. */
export async function askFunnel(store: Store, period: string, options: Readonly<Record<string, unknown>>) {
  return askReport(funnel, store, period, options)
}

/** `voronka reference save`: its name stands where the period of a report does. */
export async function saveReference(store: Store, name: string, options: Readonly<Record<string, unknown>>) {
  return askReport(referenceSave, store, name, options)
}

/** Any report likewise. */
export async function askReport(
  report: Run,
  store: Store,
  period: string,
  options: Readonly<Record<string, unknown>>,
) {
  const context = new Context(WORLD, {}, 'report')
  context.use(store)
  const answer = await report(context, { args: [period], options })
  const words = wordsFor('ru')
  const style = { color: 0, width: 80, unicode: true, lang: 'ru' } as const
  const show = (format: DocumentFormat) =>
    answer.document === undefined ? '' : renderDocument(answer.document(words), format, style)
  return {
    json: () => JSON.parse(JSON.stringify(answer.json)),
    all: () => [JSON.stringify(answer.json), show('table'), show('csv'), show('md')],
    show,
  }
}
