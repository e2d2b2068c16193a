import { join } from 'node:path'
import { demoYear } from '../../domain/demo.ts'
import { Zone } from '../../domain/time/zone.ts'
import { fillDemo } from '../../store/demo.ts'
import { writeSetting } from '../../store/settings.ts'
import { Store } from '../../store/store.ts'
import { demoWords } from '../../words/demo.ts'
import type { Answer, Run } from '../command.ts'
import { makeTempFolder } from '../temp-folder.ts'

/** A workspace full of sample data, in a temporary file unless one is named, and its funnel of the year. */
export const demo: Run = async (context): Promise<Answer> => {
  const words = demoWords[context.lang]
  const zone = new Zone(words.timezone)
  const now = context.now(zone)
  const year = demoYear(words, zone, now)
  const path = context.global.db ?? join(makeTempFolder(context.world, 'voronka-demo-'), 'demo.db')
  const store = context.use(context.dryRun ? Store.inMemory() : Store.open(path, { create: true }))
  store.write({ command: 'demo', now }, (operation) => {
    writeSetting(store.db, operation, 'currency', words.currency)
    writeSetting(store.db, operation, 'timezone', zone.id)
    writeSetting(store.db, operation, 'lang', context.lang)
  })
  fillDemo(store, year, words, now)
  const { funnel } = await import('../funnel/funnel.ts')
  const answer = await funnel(context, { args: [], options: { period: PERIOD } })
  const said = { path, manager: words.managers[0] ?? '', period: PERIOD }
  return {
    ...answer,
    messages: [
      (w) => (context.dryRun ? w.cli.dryRunDone : w.safety.demoMade(said)),
      ...(answer.messages ?? []),
    ],
  }
}

const PERIOD = 'last-12-months'
