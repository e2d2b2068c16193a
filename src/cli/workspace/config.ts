import { nearest } from '../../domain/names/name.ts'
import { zoneNamed } from '../../domain/time/zone-names.ts'
import { UsageError, UserError } from '../../errors.ts'
import { everHadDeals, hasDeals } from '../../store/deals/deals.ts'
import { findManager, findPipeline } from '../../store/naming/naming.ts'
import { getManager } from '../../store/people/managers.ts'
import { readRates } from '../../store/rates.ts'
import { OFF, type SettingKey, writeSetting } from '../../store/settings.ts'
import type { Store } from '../../store/store.ts'
import { LANGS } from '../../words/words.ts'
import type { Run } from '../command.ts'
import type { Context } from '../context.ts'
import { parseAmountOfDays, parseWorkDays, parseWorkHours, workHoursText } from '../day/settings.ts'
import { chosen } from '../naming.ts'
import { notesOnOwnerless } from '../people/manager.ts'
import { change } from '../writing.ts'
import { parseCurrency, parseWeekday } from './settings.ts'

/** The settings as they are typed, and as they are kept. */
const KEYS = {
  currency: 'currency',
  timezone: 'timezone',
  lang: 'lang',
  'week-start': 'weekStart',
  pipeline: 'pipeline',
  me: 'me',
  'import-backup': 'importBackup',
  'work-hours': 'workHours',
  'work-days': 'workDays',
  'silent-after': 'silentAfter',
  'invoice-after': 'invoiceAfter',
  'dormant-after': 'dormantAfter',
  'dormant-factor': 'dormantFactor',
  'task-limit': 'taskLimit',
  pager: 'pager',
  'rule-timeout': 'ruleTimeout',
} as const satisfies Record<string, SettingKey>
type Key = keyof typeof KEYS
const NAMES = Object.keys(KEYS) as readonly Key[]
export const CONFIG_KEYS: readonly string[] = NAMES

export const configGet: Run = (context, { args }) => {
  const value = settingText(context.open('read'), parseKey(args[0] ?? ''))
  return { json: value, document: () => ({ heading: [value ?? ''], blocks: [] }) }
}

export const configList: Run = (context) => {
  const store = context.open('read')
  const json = Object.fromEntries(NAMES.map((key) => [KEYS[key], settingText(store, key)]))
  return {
    json,
    document: ({ setup }) => ({
      heading: [],
      blocks: [
        {
          type: 'table',
          columns: [
            { key: 'key', title: setup.key, kind: 'text' },
            { key: 'value', title: setup.value, kind: 'text' },
            { key: 'about', title: setup.about, kind: 'text', wrap: true, screenOnly: true },
          ],
          rows: NAMES.map((key) => ({ cells: [key, settingText(store, key), setup.settings[key]] })),
        },
      ],
    }),
  }
}

export const configSet: Run = async (context, { args }) => {
  const key = parseKey(args[0] ?? '')
  const value = await parseValue(context, key, (args[1] ?? '').trim())
  const wasNobody = context.open('write').settings.me === null
  return change(context, (operation, store) => {
    writeSetting(store.db, operation, KEYS[key], value)
    store.forget()
    const now = settingText(store, key)
    return {
      json: { [KEYS[key]]: now },
      says: (w) => (now === null ? w.setup.unset({ key }) : w.setup.set({ key, value: now })),
      notes: key === 'me' && now !== null ? notesOnOwnerless(store, now, wasNobody) : [],
    }
  })
}

/** The setting as it is said: names for row ids. */
function settingText(store: Store, key: Key): string | null {
  const { settings } = store
  switch (key) {
    case 'currency':
    case 'timezone':
    case 'lang':
    case 'pager':
      return settings[key]
    case 'week-start':
      return WEEKDAYS[settings.weekStart - 1] ?? null
    case 'pipeline':
      return store.pipelines.find(({ id }) => id === settings.pipeline)?.name ?? null
    case 'me':
      return settings.me === null ? null : getManager(store, settings.me).name
    case 'import-backup':
      return settings.importBackup === null ? OFF : String(settings.importBackup)
    case 'task-limit':
      return settings.taskLimit === null ? null : String(settings.taskLimit)
    case 'work-hours':
      return workHoursText(settings.workHours)
    case 'work-days':
      return settings.workDays.flatMap((day) => WEEKDAYS[day - 1]?.slice(0, 3) ?? []).join(',')
    default:
      return String(settings[KEYS[key]])
  }
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** What may be set to nothing, and is then what it is at first. */
const TAKEN_AWAY: readonly Key[] = NAMES.filter(
  (key) => !['currency', 'timezone', 'week-start', 'pipeline'].includes(key),
)

/** What to keep for a text; null takes the setting away. Throws UserError for what is fixed or must be set. */
async function parseValue(context: Context, key: Key, text: string): Promise<string | number | null> {
  const store = context.open('write')
  if (text === '' && TAKEN_AWAY.includes(key)) return null
  if (text === '') throw new UserError((w) => w.setup.mustBeSet({ key }))
  switch (key) {
    case 'currency':
      // Deals say their own currency, so those that were taken back hold no base currency fast.
      return fixed(store, key, parseCurrency(text), hasDeals(store) || readRates(store).length > 0)
    case 'timezone':
      // Days of deals are days of the zone.
      return fixed(store, key, zoneNamed(text).id, everHadDeals(store))
    case 'lang':
      return parseLang(text)
    case 'week-start':
      return parseWeekday(text)
    case 'pipeline':
      return chosen(context, () => findPipeline(store, text))
    case 'me':
      return chosen(context, () => findManager(store, text))
    case 'import-backup':
      return parseImportBackup(text)
    case 'task-limit':
      return parseTaskLimit(text)
    case 'pager':
      return parsePager(text)
    case 'work-hours':
      return parseWorkHours(text)
    case 'work-days':
      return parseWorkDays(text)
    case 'rule-timeout':
      return parseSeconds(text)
    default:
      return parseAmountOfDays(text)
  }
}

/** The base currency and the zone are in every figure there is: they change only while there is none. */
function fixed(store: Store, key: 'currency' | 'timezone', value: string, isFixed: boolean): string {
  const now = store.settings[key]
  if (isFixed && value !== now) throw new UserError((w) => w.setup.fixed[key](now))
  return value
}

/** On is what it is at first, so nothing is kept for it. */
function parsePager(text: string): string | null {
  const word = text.toLowerCase()
  if (word !== OFF && word !== 'on') throw new UsageError((w) => w.setup.badPager({ text }))
  return word === OFF ? OFF : null
}

function parseImportBackup(text: string): string {
  if (text.toLowerCase() === OFF) return OFF
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError((w) => w.setup.badImportBackup({ text }))
  return text
}

function parseTaskLimit(text: string): string | null {
  if (text.toLowerCase() === OFF) return null
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new UsageError((w) => w.setup.badTaskLimit({ text }))
  return text
}

function parseSeconds(text: string): string {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new UsageError((w) => w.setup.badSeconds({ text }))
  return text
}

function parseLang(text: string): string {
  const found = LANGS.find((lang) => lang === text.toLowerCase())
  if (found === undefined)
    throw new UsageError((w) => w.commandLine.noLanguage({ text, known: LANGS.join(', ') }))
  return found
}

function parseKey(text: string): Key {
  const folded = text
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
  const found = NAMES.find((name) => name === folded)
  if (found !== undefined) return found
  const near = nearest(text, NAMES)
  throw new UsageError((w) => w.setup.noSetting({ text, known: (near.length > 0 ? near : NAMES).join(', ') }))
}
