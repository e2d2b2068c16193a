import { UserError } from '../../errors.ts'
import { factsOf } from '../../render/data.ts'
import type { Document } from '../../render/document.ts'
import { renderDocument } from '../../render/render.ts'
import { dealList } from '../../store/deals/deals.ts'
import type { BuiltOn } from '../../store/journal/undo.ts'
import {
  isNothing,
  type KeptWhy,
  type PartCounts,
  type PartlyUndone,
} from '../../store/journal/undo-untouched.ts'
import { Labels } from '../../store/labels.ts'
import type { Store, WriteRequest, Written } from '../../store/store.ts'
import type { Words } from '../../words/words.ts'
import type { Answer } from '../command.ts'
import type { Context } from '../context.ts'
import { dealsDocument } from '../deals/shown.ts'
import { checkTarget, workspaceFiles } from './target.ts'
import { writeWhole } from './write-whole.ts'

/** Reasons of which the deal could be taken back only with what came after it. */
const CANNOT: readonly KeptWhy[] = ['retold', 'renamed']

/**
 * Takes an import back but for what was worked on since, if that is wanted, or asked and agreed to; else says what would
 * become of it. Where nothing of it could be taken back, what was built on it is said.
 */
export async function undoImport(
  context: Context,
  store: Store,
  request: WriteRequest,
  blocked: BuiltOn,
  { keepEdited, keptPath }: { keepEdited: boolean; keptPath: string | undefined },
): Promise<Answer> {
  const { id } = blocked.operation
  if (keptPath !== undefined) checkTarget('--kept', keptPath, workspaceFiles(context.path))
  const planned = store.undoUntouched({ ...request, dryRun: true }, blocked).result
  if (isNothing(planned)) throw blocked
  if (!keepEdited) {
    const question = (w: Words) => w.batches.ask({ operation: id, buckets: bucketsOf(planned, w) })
    if (!context.interactive)
      throw new UserError((w) => w.batches.blocked({ operation: id, buckets: bucketsOf(planned, w) }))
    await context.confirm(question, question)
  }
  // Before anything is changed: what was kept is known, whatever becomes of the file.
  if (keptPath !== undefined && !context.dryRun)
    await writeWhole(keptPath, [keptCsv(planned, store, context.words)], context.world)
  const done: Written<PartlyUndone> = store.undoUntouched(request, blocked)
  const { undone, command, deals, kept, parts } = done.result
  return {
    json: {
      schema: 'voronka.undo/1',
      undone,
      command,
      operation: done.operation,
      dryRun: context.dryRun,
      deals,
      kept: kept.map(({ deal, why }) => ({ deal: `d${deal}`, why })),
      ...parts,
    },
    messages: [
      (w) => w.batches.done({ operation: undone, buckets: bucketsOf(done.result, w) }),
      ...(keptPath === undefined || context.dryRun
        ? []
        : [(w: Words) => w.batches.keptWritten({ path: keptPath })]),
      ...(context.dryRun ? [(w: Words) => w.cli.dryRunDone] : []),
    ],
  }
}

function bucketsOf({ deals, kept, parts }: PartlyUndone, { batches: w }: Words): string {
  const counted = (n: number, say: (n: number) => string) => (n === 0 ? [] : [say(n)])
  const ofParts = (key: keyof PartCounts) =>
    (['contacts', 'companies', 'managers', 'activities', 'tasks'] as const).flatMap((part) =>
      counted(parts[part][key], w.parts[part]),
    )
  const reasons = (cannot: boolean) =>
    (['edited', 'importedAgain', 'touched', 'retold', 'renamed'] as const)
      .filter((why) => CANNOT.includes(why) === cannot)
      .flatMap((why) =>
        counted(kept.filter((one) => one.why === why).length, (n) => `${w.deals(n)} (${w.why[why]})`),
      )
  const needed = ofParts('needed')
  const line = (parts: readonly string[]) => (parts.length === 0 ? w.nothing : parts.join(', '))
  return w.buckets({
    reversed: line([
      ...counted(deals.removed, w.removed),
      ...counted(deals.restored, w.restored),
      ...ofParts('reversed'),
    ]),
    kept: line([...reasons(false), ...ofParts('edited')]),
    cannot: line([...reasons(true), ...(needed.length === 0 ? [] : [`${needed.join(', ')} (${w.needed})`])]),
  })
}

/** As `deal list --format csv` has them, and why each was kept. */
function keptCsv({ kept }: PartlyUndone, store: Store, words: Words): string {
  const labels = new Labels(store)
  const records = dealList(
    store,
    labels,
    kept.map(({ deal }) => deal),
  )
  const reasons = new Map(kept.map(({ deal, why }) => [`d${deal}`, words.batches.why[why]]))
  const facts = factsOf(dealsDocument(records, labels.fields('deal'), words))
  if (facts === undefined) return ''
  const table: Document['data'] = {
    columns: [...facts.columns, { key: 'reason', title: words.batches.reason, kind: 'text' }],
    rows: facts.rows.map((row, at) => ({
      cells: [...row.cells, reasons.get(records[at]?.id ?? '') ?? null],
    })),
  }
  const style = { color: 0, width: null, unicode: false, lang: words.lang } as const
  return renderDocument({ heading: [], blocks: [], data: table }, 'csv', style)
}
