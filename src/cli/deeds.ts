import { lookUp } from '../domain/look-up.ts'
import type { Deed, Told } from '../store/diary.ts'
import type { Words } from '../words/words.ts'
import { fieldName } from './deal-shown.ts'

/** What an operation did as a person would write it into a diary; empty where there is nothing to tell. */
export function toldText({ deeds, more }: Told, words: Words): string {
  // What `init` writes is said best by its own words.
  if (deeds.every(({ did }) => did === 'setting') && more > 0) return ''
  const told = deeds.map((deed) => deedText(deed, words)).join('; ')
  return more > 0 ? `${told} ${words.diary.more(more)}` : told
}

function deedText(deed: Deed, words: Words): string {
  const { diary } = words
  switch (deed.did) {
    case 'dealAdded':
      return diary.dealAdded(deed)
    case 'dealMoved':
      return diary.dealMoved(deed)
    case 'dealEdited':
      return diary.dealEdited({ ...deed, field: deed.field === null ? null : fieldName(deed.field, words) })
    case 'dealRemoved':
      return diary.dealRemoved(deed)
    case 'setting':
      return diary.setting(deed)
    case 'record': {
      const kind = deed.kind === null ? null : (words.touch.what[deed.kind] ?? deed.kind)
      const what = kind ?? lookUp(diary.records, deed.table) ?? deed.table
      const name = [deed.id, deed.whom, deed.name === '' ? null : diary.named(deed.name)]
      const text = [what, ...name].filter((part) => part !== null && part !== '').join(' ')
      return deed.kind !== null && deed.how === 'added' ? text : `${diary.how[deed.how]}: ${text}`
    }
  }
}
