import { lookUp } from '../../domain/look-up.ts'
import { formatMoney } from '../../domain/money.ts'
import { formatDay, periodOf } from '../../domain/time/period.ts'
import { formatCount } from '../../render/numbers.ts'
import type { CellChange } from '../../store/journal/cells.ts'
import type { Deed, Told } from '../../store/journal/diary.ts'
import type { Store } from '../../store/store.ts'
import type { Words } from '../../words/words.ts'
import { sayMoment } from '../at.ts'
import { workHoursText } from '../day/settings.ts'
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
      return diary.setting({
        key: deed.key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
        from: settingSaid(deed.key, deed.from),
        to: settingSaid(deed.key, deed.to),
      })
    case 'record':
      return recordText(deed, store, words)
  }
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** As `config set` takes it; null where nothing is set. */
function settingSaid(key: string, value: string | null): string | null {
  if (value === null) return null
  if (key === 'workHours') {
    const [from = 0, until = 0] = value.split('-').map(Number)
    return workHoursText({ from, until })
  }
  if (key === 'workDays' || key === 'weekStart')
    return value.replace(/\d/g, (day) => WEEKDAYS[Number(day) - 1] ?? day)
  return value
}

type OfRecord = Extract<Deed, { did: 'record' }>

function recordText(deed: OfRecord, store: Store, words: Words): string {
  const { diary } = words
  const { table, kind, how, id, whom, changes } = deed
  const name = nameSaid(deed, words)
  const of = [id, whom, name === '' ? null : diary.named(name)]
    .filter((part) => part !== null && part !== '')
    .join(' ')
  const said = kind === null ? null : (words.touch.what[kind] ?? kind)
  const what = lookUp(diary.records, table) ?? diary.record
  if (said !== null && how !== 'changed')
    return how === 'removed' ? `${diary.goneTouch} ${said} ${of}` : `${said} ${of}`
  if (how === 'added' || how === 'removed') return `${what[how]} ${of}`.trimEnd()
  const told = changes.map((change) => changeText(change, table, store, words)).join(', ')
  if (how === 'done') return `${diary.done} ${of}${told === '' ? '' : `: ${told}`}`
  return `${said ?? what.name} ${of}: ${told === '' ? diary.changed : told}`
}

/** `due Tue 17 Nov 10:00 → Fri 20 Nov 12:00`. */
function changeText(
  { cell, from, to }: CellChange,
  table: OfRecord['table'],
  store: Store,
  words: Words,
): string {
  const text = (value: string | number | null) => {
    if (value === null || value === '') return words.deals.cleared
    switch (cell) {
      case 'due':
      case 'at':
        return sayMoment(String(value), store, words)
      case 'active':
      case 'invoice':
        return value === 1 ? words.records.yes : words.records.no
      case 'outcome':
        return lookUp(words.activities.outcomes, String(value)) ?? String(value)
      case 'probability':
        return `${Number(value) * 100} %`
      default:
        return String(value)
    }
  }
  const isPerson = table === 'contacts' || table === 'managers'
  const label = cell === 'name' && isPerson ? words.records.name : words.diary.cells[cell]
  if (cell === 'result') return text(to)
  if (cell === 'rate') return `${text(from)} → ${text(to)}`
  return cell === 'mergedInto' ? `${label} ${text(to)}` : `${label} ${text(from)} → ${text(to)}`
}

/** What is planned is told in the reader's language, with for whom, when and how much; a rate with its day. */
function nameSaid({ table, name, row, how, whom }: OfRecord, { plans, lang, lifecycle }: Words): string {
  const amount = Number(row['amount'])
  switch (table) {
    case 'plans': {
      const { label } = periodOf(String(row['from_on']), String(row['until_on']))
      const money =
        row['currency'] === null
          ? formatCount(amount, lang)
          : formatMoney(amount, String(row['currency']), lang)
      const who = whom ?? row['department'] ?? plans.team
      return `${lookUp(plans.metrics, name) ?? name}, ${who}, ${label}: ${money}`
    }
    case 'bonuses':
      return lookUp(plans.metrics, name) ?? name
    case 'fx_rates': {
      const day = `${name} ${formatDay(String(row['on_date']), lang)}`
      return how === 'added' ? `${day}: ${row['rate']}` : day
    }
    case 'lifecycle':
      return lookUp(lifecycle.names, String(row['stage'])) ?? String(row['stage'])
    default:
      return name
  }
}
