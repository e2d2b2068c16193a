import type { Say } from '../../errors.ts'
import type { Mention } from '../../store/erasing/elsewhere.ts'
import { eraseContact } from '../../store/erasing/erasing.ts'
import { copiesHolding, scrubFile } from '../../store/erasing/scrubbing.ts'
import { findContact } from '../../store/naming/naming-people.ts'
import { getContact } from '../../store/people/contacts.ts'
import type { Words } from '../../words/words.ts'
import type { Run } from '../command.ts'
import { chosen } from '../naming.ts'
import { flag } from '../typed.ts'

/** Forgets a person for good. A second time it only cleans the file, for others may have held it the first time. */
export const contactErase: Run = async (context, typed) => {
  const store = context.open('write')
  const id = await chosen(context, () => findContact(store, typed.args[0] ?? ''))
  const { name, erased } = getContact(store.db, id)
  const who = { id: `c${id}`, name }
  if (erased) {
    if (!context.dryRun) scrubFile(store)
    return { messages: [(w) => w.erasing.already(who)] }
  }
  if (!context.dryRun)
    await context.confirm(
      (w) => w.erasing.ask(who),
      (w) => w.erasing.needsYes(who),
    )
  const everywhere = flag(typed, 'everywhere')
  const { mark } = context.words.erasing
  const request = {
    command: context.commandLine,
    now: context.now(store.zone),
    dryRun: context.dryRun,
    summary: { final: true },
  }
  const { result, operation } = store.write(request, (writing) =>
    eraseContact(store, writing, id, { mark, everywhere }),
  )
  const clean = context.dryRun || scrubFile(store)
  const copies = copiesHolding(store, result.knownBy)
  const { deals, activities, tasks, namesakes, elsewhere } = result
  const counts = { deals, activities, tasks }
  return {
    json: {
      schema: 'voronka.erase/1',
      contact: who.id,
      ...counts,
      namesakes: namesakes.map((other) => `c${other}`),
      elsewhere,
      everywhere,
      copies,
      clean,
      operation,
      dryRun: context.dryRun,
    },
    messages: [
      (w) =>
        context.dryRun ? w.erasing.planned({ ...who, ...counts }) : w.erasing.done({ ...who, ...counts }),
      ...(context.dryRun ? [] : [(w: Words) => w.erasing.forGood]),
      ...(namesakes.length === 0 ? [] : [namesakesSaid(namesakes)]),
      ...(elsewhere.length === 0 ? [] : [elsewhereSaid(elsewhere, everywhere)]),
      ...(copies.length === 0 ? [] : [(w: Words) => w.erasing.copies({ paths: copies })]),
      ...(context.dryRun ? [(w: Words) => w.cli.dryRunDone] : [(w: Words) => w.erasing.again]),
    ],
  }
}

function namesakesSaid(ids: readonly number[]): Say {
  return (w) => w.erasing.namesakes({ people: ids.map((id) => `c${id}`) })
}

/** A screen holds so many. */
const NAMED = 12

function elsewhereSaid(mentions: readonly Mention[], everywhere: boolean): Say {
  const records = [...new Set(mentions.map(({ record }) => record))]
  const p = { records: records.slice(0, NAMED), more: Math.max(0, records.length - NAMED) }
  return (w) => (everywhere ? w.erasing.elsewhereToo(p) : w.erasing.elsewhere(p))
}
