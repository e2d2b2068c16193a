import { lookUp } from '../../domain/look-up.ts'
import { formatDay } from '../../domain/time/period.ts'
import type { Deed, Told } from '../../store/journal/diary.ts'
import type { Store } from '../../store/store.ts'
import type { Words } from '../../words/words.ts'
import { changeTexts } from '../deals/shown.ts'

/** What an operation did as a person would write it into a diary; empty where there is nothing to tell. */
export function toldText(store: Store, { deeds, more }: Told, words: Words): string {
  // What `init` writes is said best by its own words.
  if (deeds.every(({ did }) => did === 'setting') && more > 0) return ''
  const told = deeds.map((deed) => deedText(store, deed, words)).join('; ')
  return more > 0 ? `${told} ${words.diary.more(more)}` : told
}

function deedText(store: Store, deed: Deed, words: Words): string {
  const { diary } = words
  switch (deed.did) {
    case 'dealAdded':
      return diary.dealAdded(deed)
    case 'dealMoved':
      return diary.dealMoved(deed)
    case 'dealEdited': {
      const [field, from, to] = changeTexts(deed.change, store, words)
      return diary.dealEdited({ ...deed, field, from, to })
    }
    case 'dealRemoved':
      return diary.dealRemoved(deed)
    case 'handover':
      return diary.handover({
        ...deed,
        until: deed.until === null ? null : formatDay(deed.until, words.lang),
      })
    case 'handedBack':
      return diary.handedBack(deed)
    case 'me':
      return diary.me(deed)
    case 'setting':
      return diary.setting(deed)
    case 'record': {
      const kind = deed.kind === null ? null : (words.touch.what[deed.kind] ?? deed.kind)
      const what = kind ?? lookUp(diary.records, deed.table) ?? deed.table
      const name = [deed.id, deed.whom, deed.name === '' ? null : diary.named(nameSaid(deed, words))]
      const text = [what, ...name].filter((part) => part !== null && part !== '').join(' ')
      return deed.kind !== null && deed.how === 'added' ? text : `${diary.how[deed.how]}: ${text}`
    }
  }
}

/** What is planned is told in the reader's language. */
function nameSaid({ table, name }: Extract<Deed, { did: 'record' }>, { plans }: Words): string {
  return table === 'plans' ? (lookUp(plans.metrics, name) ?? name) : name
}
