import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flagsAt } from '../../src/cli/day/day.ts'
import { DealsAt } from '../../src/store/facts/open-deals.ts'
import { inquiryItems } from '../../src/store/facts/response-facts.ts'
import { EVERY_DEAL } from '../../src/store/filters.ts'
import { waitingAt } from '../../src/store/past/waiting-at.ts'
import { BEGIN, doings, workspaceOf } from '../support/touched.ts'

const DAY = 86_400_000

test('who is not answered in `response` is who waits in `today`, and with the same manager, as of any day', () => {
  fc.assert(
    fc.property(doings, fc.integer({ min: 1, max: 70 }), (all, asOf) => {
      const horizon = { t: BEGIN + asOf * DAY }
      const store = workspaceOf(all)
      const told = new Map<string, number | null>()
      for (const { party, kind, id, answeredAt, manager } of inquiryItems(store, {
        from: null,
        until: null,
        horizon,
        filter: EVERY_DEAL,
      }))
        if (answeredAt === null)
          told.set(kind === 'deal' ? `d${id}` : `${kind === 'call' ? 'call' : 'text'} ${party}`, manager)
      const at = new DealsAt(store, horizon)
      const waits = [
        ...waitingAt(at).map(({ kind, party, manager }) => [`${kind} ${party}`, manager] as const),
        ...flagsAt(at, at.open())
          // A lead stays in `today` until somebody reached them; an attempt is an answer already.
          .filter(({ unanswered, lastAttempt }) => unanswered && lastAttempt === null)
          .map(({ deal }) => [`d${deal.id}`, deal.manager ?? deal.clientOf] as const),
      ]
      expect([...told].sort()).toEqual(waits.sort())
      store.close()
    }),
  )
})
