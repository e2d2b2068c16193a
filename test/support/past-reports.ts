import { COMMANDS } from '../../src/cli/commands.ts'
import { Store } from '../../src/store/store.ts'
import type { Trial } from '../cli/world.ts'
import { DAY } from './past-day.ts'

/** Every command that can tell of a past day, plain and in its other shapes. */
const SHAPES: Readonly<Record<string, readonly string[]>> = {
  funnel: [
    '--mode events',
    '--mode snapshot --by manager',
    '--mode bitrix24',
    '--by product --compare previous',
    '--by company',
  ],
  conversion: ['--by quarter', '--mature --by month'],
  durations: ['--by manager', '--compare previous'],
  activity: ['--by week', '--product balcony --compare previous'],
  response: ['--by hour', '--source website --compare previous'],
  stuck: ['--by manager'],
  losses: ['--by manager --compare previous', '--by week'],
  retention: ['--by quarter', '--by month --manager Anna'],
  lifecycle: ['--by source', '--by month --compare previous'],
  reactivation: ['--by manager'],
  weakest: ['--compare last-year', '--against template', '--by manager', '--manager Anna'],
  forecast: ['--by month', '--by manager', '--backtest', '--backtest --by week'],
  plan: ['--by manager'],
  dashboard: ['--manager Anna'],
  team: ['--by department', '--attribution actor', '--manager Anna --compare previous'],
}
/** Those that know one customer from another. */
export const APART = [
  'activity',
  'response',
  'stuck',
  'team',
  'retention',
  'lifecycle',
  'reactivation',
  'dashboard',
]
const PERIODS = ['2026-Q3', 'this-month', '2026']
export const PAST = COMMANDS.filter(
  ({ name, options = [] }) =>
    !name.includes(' ') && options.some(({ flags }) => flags.startsWith('--as-of ')),
)

/** The plain shape over every period, the others over one each. */
export function lines(flag: '--as-of' | '--known-at'): string[] {
  return PAST.flatMap(({ name }) => {
    const periods = name === 'dashboard' ? ['this-month'] : PERIODS
    const plain = periods.map((period) => `${name} ${period}`)
    const shaped = (SHAPES[name] ?? []).map((shape, i) => `${name} ${periods[i % periods.length]} ${shape}`)
    return [...plain, ...shaped].flatMap((line) =>
      ['json', 'table'].map((format) => `${line} ${flag} ${DAY} --format ${format}`),
    )
  })
}

export async function answers(
  made: Trial,
  asked: readonly string[],
  now: string,
): Promise<Record<string, string>> {
  const said: Record<string, string> = {}
  for (const line of asked) {
    const { exit, out, err } = await made.run(line.split(/\s+/), { now })
    said[line] = `${exit}\n${out}${exit === 0 ? '' : err}`
  }
  return said
}

/** Of every report that is not what it was: the first lines that differ. */
export async function moved(made: Trial, then: Readonly<Record<string, string>>, now: string) {
  const after = await answers(made, Object.keys(then), now)
  return Object.entries(then).flatMap(([line, text]) => {
    const [was, is] = [text.split('\n'), after[line]?.split('\n') ?? []]
    const at = was.findIndex((one, i) => one !== is[i])
    return at < 0 && was.length === is.length ? [] : [{ line, was: was[at], is: is[at] }]
  })
}

/** Tables in which a report reads what was done, of what is copied the deals that are not removed. */
export const READ = Object.entries({
  ...Object.fromEntries(
    'activities tasks contacts companies reactivations lifecycle wants plans bonuses holidays deal_contacts won_stays customers inquiries contacted'
      .split(' ')
      .map((name) => [name, `select * from ${name}`]),
  ),
  deal_state: 'select * from deal_state where removed = 0',
  visits: 'select * from visits',
  deals: 'select * from deals where retracted = 0',
  history: 'select * from history where retracted = 0',
})

/** What the tables say; `edited` is for screens alone. */
export function contents(path: string, knownAt: number | null): Record<string, unknown> {
  const store = Store.open(path, { readOnly: true })
  try {
    store.readAsKnown(knownAt)
    const kept = 'select deal_id from deal_state where removed = 0'
    return Object.fromEntries(
      READ.map(([name, sql]) => {
        const ofDeals = ['visits', 'deal_contacts', 'won_stays'].includes(name)
        const rows = store.db.prepare(ofDeals ? `${sql} where deal_id in (${kept})` : sql).all() as object[]
        return [name, rows.map((row) => JSON.stringify({ ...row, edited: 0, superseded_by: null })).sort()]
      }),
    )
  } finally {
    store.close()
  }
}
