import { DEFAULT_WORK_HOURS, type WorkHours } from '../domain/time/work-hours.ts'
import type { Lang } from '../words/words.ts'
import type { Database } from './database.ts'
import type { Operation } from './operation.ts'

export interface Settings {
  /** Base currency, ISO 4217. */
  currency: string
  /** IANA zone; fixed once there is history. */
  timezone: string
  lang: Lang | null
  /** First day of the week, 1 = Monday … 7. */
  weekStart: number
  /** Row id of the pipeline that reports use unless told otherwise. */
  pipeline: number | null
  /** Row id of the manager who types. */
  me: number | null
  /** An import that makes or changes so many rows is preceded by a copy of the workspace; null for none. */
  importBackup: number | null
  workHours: Omit<WorkHours, 'days'>
  /** 1 = Monday … 7 */
  workDays: readonly number[]
  /** Days without a contact after which a deal is silent. */
  silentAfter: number
  /** Days after which an invoice is to be asked about. */
  invoiceAfter: number
  /** Days since the last win after which a customer of less than three is dormant; of three, this many usual gaps. */
  dormantAfter: number
  dormantFactor: number
  /** So many tasks and meetings a day are enough for one manager; null for no limit. */
  taskLimit: number | null
  /** `off` where long answers are not shown page by page. */
  pager: string | null
  /** Seconds that a command of a rule may take. */
  ruleTimeout: number
}

const IMPORT_BACKUP = 1000
const RULE_TIMEOUT = 10
/** Kept for `importBackup` where no copies are wanted. */
export const OFF = 'off'

export type SettingKey = keyof Settings

export function readSettings(db: Database): Settings {
  const rows = db.prepare('select key, value from settings').raw(true).all() as [string, string][]
  const stored = new Map(rows)
  const id = (key: SettingKey) => (stored.has(key) ? Number(stored.get(key)) : null)
  return {
    currency: stored.get('currency') ?? 'USD',
    timezone: stored.get('timezone') ?? 'UTC',
    lang: langOf(stored.get('lang')),
    weekStart: Number(stored.get('weekStart') ?? 1),
    pipeline: id('pipeline'),
    me: id('me'),
    importBackup: importBackup(stored.get('importBackup')),
    workHours: hoursOf(stored.get('workHours')),
    workDays: stored.get('workDays')?.split(',').map(Number) ?? DEFAULT_WORK_HOURS.days,
    silentAfter: Number(stored.get('silentAfter') ?? 14),
    invoiceAfter: Number(stored.get('invoiceAfter') ?? 2),
    dormantAfter: Number(stored.get('dormantAfter') ?? 180),
    dormantFactor: Number(stored.get('dormantFactor') ?? 1.5),
    taskLimit: id('taskLimit'),
    pager: stored.get('pager') ?? null,
    ruleTimeout: Number(stored.get('ruleTimeout') ?? RULE_TIMEOUT),
  }
}

function importBackup(text: string | undefined): number | null {
  if (text === OFF) return null
  return text === undefined ? IMPORT_BACKUP : Number(text)
}

/** Kept as minutes since midnight: `540-1080`. */
function hoursOf(text: string | undefined): Settings['workHours'] {
  const [from, until] = (text ?? '').split('-').map(Number)
  return text === undefined || from === undefined || until === undefined
    ? { from: DEFAULT_WORK_HOURS.from, until: DEFAULT_WORK_HOURS.until }
    : { from, until }
}

function langOf(text: string | undefined): Lang | null {
  return text === 'en' || text === 'ru' || text === 'uk' ? text : null
}

/** Sets one setting; null takes it away. */
export function writeSetting(
  db: Database,
  operation: Operation,
  key: SettingKey,
  value: string | number | null,
): void {
  const id = db.prepare('select id from settings where key = ?').pluck().get(key) as number | undefined
  if (value === null) {
    if (id !== undefined) operation.remove('settings', id)
  } else if (id === undefined) operation.insert('settings', { key, value: String(value) })
  else operation.update('settings', id, { value: String(value) })
}
