import { foldKey } from '../../domain/names/name.ts'
import { type Say, UsageError } from '../../errors.ts'
import { likelyAmongMade, likelyManagers, ManagerBook } from '../../store/import/managers.ts'
import { findManager } from '../../store/naming/naming.ts'
import type { Operation } from '../../store/operation.ts'
import type { Store } from '../../store/store.ts'
import { OWN_EXPORT } from '../../transfer/columns.ts'
import { shortened } from '../texts.ts'
import type { ImportOptions } from './options.ts'
import type { ImportTalk } from './talk.ts'

/** More names that may be somebody here are hardly slips: the import makes them, and says so. */
const MOST_ASKED = 20
/** Characters of a name in a question. */
const MOST_OF_TEXT = 40

/** The managers that rows name, those of `--manager "TEXT=MANAGER"` among them. Throws UserError where one is nobody's name. */
export function managerBook(
  store: Store,
  operation: Operation,
  { manager }: Pick<ImportOptions, 'manager'>,
  isOwn = false,
): ManagerBook {
  const same = manager.map((rule) => {
    const at = rule.lastIndexOf('=')
    if (at < 1) throw new UsageError((w) => w.import.badManagerRule({ text: rule }))
    return [foldKey(rule.slice(0, at)), findManager(store, rule.slice(at + 1))] as const
  })
  return new ManagerBook(store.managers, operation, { isOwn, same: new Map(same), me: store.settings.me })
}

/** Asks, one by one, whether names that are not here are short or long for one that is. */
export async function askManagers(talk: ImportTalk): Promise<void> {
  const { about, options, task, managersSaid } = talk
  const { managers } = about.store
  if (task.claims.system === OWN_EXPORT) return
  const told = new Set(options.manager.map((rule) => foldKey(rule.slice(0, rule.lastIndexOf('=')))))
  const met = new Set<string>()
  const unsure = managersSaid.flatMap((text) => {
    if (met.has(foldKey(text))) return []
    met.add(foldKey(text))
    const likely = told.has(foldKey(text)) ? [] : likelyManagers(managers, text)
    return likely.length === 0 ? [] : [{ text, likely }]
  })
  if (unsure.length > MOST_ASKED) return
  const { mapping } = about.context.words
  for (const { text, likely } of unsure) {
    const person = await talk.person()
    const choices = likely.map(({ name }) => ({ name, value: name as string | null }))
    const another = { name: mapping.anotherManager, value: null }
    const chosen = await person.find(mapping.whichManager({ text: shortened(text, MOST_OF_TEXT) }), [
      ...choices,
      another,
    ])
    if (chosen !== null) talk.answer('--manager', `${text}=${chosen}`)
  }
}

/** Managers that an import made though one is here of whom each may be another spelling. Inside the transaction. */
export function likelyTold(store: Store, operation: Operation): Say[] {
  return likelyAmongMade(store, operation).map(({ made, likely }) => {
    const said = { name: made.name, likely: likely.name, kept: `m${likely.id}`, gone: `m${made.id}` }
    return (w) => w.import.likelyManager(said)
  })
}
