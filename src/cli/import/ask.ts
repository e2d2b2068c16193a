import type { Context } from '../context.ts'
import { askColumns, askReadings } from './ask-columns.ts'
import { askKinds } from './ask-kinds.ts'
import { askNeeds } from './ask-needs.ts'
import { askPipeline, askStages } from './ask-stages.ts'
import { askManagers } from './managers.ts'
import type { ImportOptions, Settled } from './options.ts'
import { ImportTalk, type TalkAbout } from './talk.ts'

/** A person sits there who may be asked about the file, and sees what is said. */
export function mayAsk(context: Context, { file, explain }: ImportOptions): boolean {
  const { interactive, quiet, global } = context
  return interactive && !quiet && global.yes !== true && global.format !== 'json' && !explain && file !== '-'
}

/**
 * Asks a person at a terminal about all of a file that would be refused otherwise: columns, what tells rows apart, the
 * order of dates, the pipeline, stages. Nothing is open for writing meanwhile. The answers are options, as if typed.
 * Where nobody may be asked, the options are what was typed; this program's own exports leave nothing to ask.
 */
export async function settle(about: TalkAbout, options: ImportOptions, isOwn = false): Promise<Settled> {
  if (isOwn || !mayAsk(about.context, options)) return { options, flags: [] }
  const talk = new ImportTalk(about)
  if (!talk.mends) return talk.settled
  await readTogether(talk)
  await askPipeline(talk)
  await askStages(talk)
  await askKinds(talk)
  await askManagers(talk)
  await talk.close()
  return talk.settled
}

/** The same for a workspace that is still to be made of the file: its pipeline is settled elsewhere. */
export async function settleFirst(about: TalkAbout): Promise<Settled> {
  const talk = new ImportTalk(about)
  if (!talk.mends) return talk.settled
  await readTogether(talk)
  await talk.save()
  return talk.settled
}

async function readTogether(talk: ImportTalk): Promise<void> {
  await talk.look()
  await askColumns(talk)
  await askNeeds(talk)
  if (talk.hasAnswers) await talk.look()
  await askReadings(talk)
}
