import { basename } from 'node:path'
import { UsageError } from '../../errors.ts'
import { sanitize } from '../../render/sanitize.ts'
import { openTable } from '../../transfer/csv.ts'
import { type LikelyKind, likelyKinds } from '../../transfer/likely-kind.ts'
import type { Words } from '../../words/words.ts'
import type { World } from '../../world.ts'
import { Context } from '../context.ts'
import type { Invocation } from '../line/program.ts'
import { shellWord } from '../line/quoted.ts'
import { mayAsk } from './ask.ts'
import { readImportOptions } from './options.ts'

/**
 * What a file is of, where the command does not say it: asked, with what its headers speak for. Throws UsageError where
 * nobody may be asked. `deals`: the command as it would be of deals, where it is a plain one.
 */
export async function kindOf(file: string, deals: Invocation | undefined, world: World): Promise<string> {
  const context = new Context(world, deals?.global ?? {}, '')
  try {
    const options = readImportOptions(deals?.typed ?? { args: [file], options: {} })
    const { encoding, delimiter, sheet } = options
    const table = await openTable(file, {
      fits: (headers) => (likelyKinds(headers)[0]?.headers.length ?? 0) > 1,
      ...(encoding && { encoding }),
      ...(delimiter !== undefined && { delimiter }),
      ...(sheet !== undefined && { sheet }),
    })
    const kinds = likelyKinds(table.headers)
    readLanguage(context)
    const { words } = context
    const name = sanitize(basename(file))
    if (deals === undefined || !mayAsk(context, options)) throw unsaid(file, kinds)
    const choices = kinds.map((one, place) => ({
      name: place === 0 ? withReason(one, words) : words.batches.entities[one.kind],
      value: one.kind,
    }))
    return await (await context.ask()).select(words.mapping.whichKindOfFile(name), choices)
  } finally {
    context.close()
  }
}

/** The workspace says in what language to ask; where there is none, the command itself will say so. */
function readLanguage(context: Context): void {
  try {
    context.open('read')
  } catch {}
}

function unsaid(file: string, [likely, ...others]: readonly LikelyKind[]): UsageError {
  const kinds = others.map(({ kind }) => kind)
  const command = `voronka import ${likely?.kind ?? 'deals'} ${shellWord(file)}`
  return new UsageError((w) =>
    w.mapping.sayKind({
      file: basename(file),
      likely: likely === undefined ? '' : withReason(likely, w),
      command,
      kinds: kinds.join(', '),
    }),
  )
}

const MOST_HEADERS = 3

function withReason({ kind, system, headers }: LikelyKind, { batches, mapping }: Words): string {
  const shown = headers.slice(0, MOST_HEADERS).map((header) => sanitize(header))
  return mapping.kindBecause({ kind: batches.entities[kind], system, headers: shown })
}
