import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { type RunOptions, type Trial, trial } from './cli/world.ts'

const HEADER =
  'id,title,stage,manager,amount,cost,currency,created,closed,expected,product,lostReason,contact'
const NAMES = ['Anna', 'Борис', '=1+1', '👩‍👩‍👧 x', 'a|b"c', 'N'.repeat(120), '']
const ZONES = ['UTC', 'Europe/Kyiv', 'Asia/Kathmandu', 'America/St_Johns']

const name = fc.constantFrom(...NAMES)
const day = fc.oneof(
  fc.integer({ min: 0, max: 330 }).map((n) => iso(Date.UTC(2025, 10, 20 + n))),
  fc.constantFrom('2026-03-29', '2026-10-14', '2026-09-30T21:00:00Z', '2026-10-01T00:00:00+03:00'),
)
const later = fc.constantFrom('', '2026-10-14', '2026-11-30', '2027-12-31')
const amount = fc.constantFrom('', '0', '0.01', '100', '99.99', '900000000000')
const deal = fc.record({
  title: name,
  stage: fc.constantFrom('New', 'Offer', 'Talk', 'Won', 'Won', 'Lost'),
  manager: name,
  amount,
  cost: fc.constantFrom('', '50'),
  currency: fc.constantFrom('USD', 'USD', 'EUR'),
  created: day,
  closed: fc.oneof(day, later),
  expected: later,
  product: name,
  reason: name,
  contact: name,
})

const workspace = fc.record({
  zone: fc.constantFrom(...ZONES),
  stages: fc.constantFrom('New,Offer,Talk', 'Talk,New,Offer,A,B,C,D,E,F,G,H,I,J,K,L,M,N,O,P,Q'),
  hasRate: fc.boolean(),
  isPlanned: fc.boolean(),
  deals: fc.oneof(
    fc.array(deal, { maxLength: 3 }),
    fc.array(deal, { minLength: 20, maxLength: 60, size: 'max' }),
  ),
})

type Made = typeof workspace extends fc.Arbitrary<infer T> ? T : never

const REPORTS = [
  ...[
    'funnel',
    'funnel --reconcile',
    'funnel --against template',
    'funnel --by manager',
    'funnel --compare previous',
  ],
  ...[
    'weakest',
    'weakest --by manager',
    'conversion --mature',
    'conversion --by week',
    'durations --by product',
  ],
  ...['losses', 'losses --by manager', 'team', 'team --by department', 'retention', 'lifecycle --by source'],
  ...['plan', 'plan --by week', 'plan --metric won --metric margin', 'forecast', 'forecast --by manager'],
  ...['forecast --backtest', 'dashboard', 'activity', 'response', 'reactivation', 'stuck'],
]
const PERIODS = [
  '',
  '2026-09',
  '2026-10',
  'this-year',
  'all',
  '2026-10-14',
  '2026-03-29',
  '1999',
  '2026-10-10..2026-11-20',
]
const asked = fc.record({
  report: fc.constantFrom(...REPORTS),
  period: fc.constantFrom(...PERIODS),
  more: fc.constantFrom(
    '',
    '',
    '--as-of 2026-06-30',
    '--known-at 2026-06-30',
    '--as-of 2000-01-01',
    '--currency EUR',
    '--manager Anna',
    '--source (none) --status won',
    '--amount 1..1000',
  ),
  lang: fc.constantFrom('en', 'ru', 'uk'),
  columns: fc.constantFrom(undefined, 40, 80, 200),
})

test('whatever deals there are, whatever is asked of them: an answer or a sentence, the same in every format, and no number that is none', async () => {
  await fc.assert(
    fc.asyncProperty(workspace, fc.array(asked, { minLength: 3, maxLength: 3 }), async (made, asks) => {
      const room = await built(made)
      for (const { report, period, more, lang, columns } of asks) {
        const line = `${report} ${period} ${more} --lang ${lang}`.split(' ').filter(Boolean)
        const said = async (format: string, options: RunOptions = {}, ...rest: string[]) => {
          const ran = await room.run([...line, '--format', format, ...rest], options)
          const what = [...line, format].join(' ')
          expect([0, 1, 2], `${what}: ${ran.err}`).toContain(ran.exit)
          if (ran.exit !== 0 && report !== 'dashboard') expect(ran.err, what).not.toBe('')
          expect(noNumber(`${ran.out}${ran.err}`), what).toBe(null)
          return ran
        }
        const table = await said('table', columns === undefined ? {} : { terminal: columns })
        const json = await said('json')
        expect((await said('md')).exit).toBe(table.exit)
        expect(json.exit).toBe(table.exit)
        if (table.exit !== 0 || report === 'dashboard') continue
        const figures = figuresOf(JSON.parse(json.out))
        expect(figures.get(NEGATIVE_ZERO), line.join(' ')).toBe(undefined)
        const csv = parse((await said('csv')).out, { relax_column_count: false }) as string[][]
        expect(strangers(csv, figures), line.join(' ')).toEqual([])
        const file = room.path('report.xlsx')
        await said('xlsx', {}, '--output', file)
        expect(await cellsOf(file), line.join(' ')).toEqual(csv.map((row) => row.map(plain)))
      }
    }),
    { numRuns: 12, endOnFailure: true },
  )
})

const NEGATIVE_ZERO = '-0'

/** The numbers of a report, by the key that they stand under. */
function figuresOf(
  value: unknown,
  key = '',
  found = new Map<string, Set<number>>(),
): Map<string, Set<number>> {
  if (typeof value === 'number') {
    const name = Object.is(value, -0) ? NEGATIVE_ZERO : key
    found.set(name, (found.get(name) ?? new Set()).add(value))
  } else if (Array.isArray(value)) for (const one of value) figuresOf(one, key, found)
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) figuresOf(one, name, found)
  return found
}

/** Numbers of a table that the JSON does not have under the key of their column, where it has that key. */
function strangers(
  [head = [], ...rows]: readonly string[][],
  figures: ReadonlyMap<string, ReadonlySet<number>>,
): string[] {
  return rows.flatMap((row) =>
    row.flatMap((cell, at) => {
      const known = figures.get(head[at] ?? '')
      return cell === '' || known === undefined || known.has(Number(cell)) ? [] : [`${head[at]}: ${cell}`]
    }),
  )
}

/** What is printed where a number could not be made. */
function noNumber(text: string): string | null {
  return /\b(?:NaN|Infinity|undefined)\b|∞|\[object/.exec(text)?.[0] ?? null
}

/** The cells of a workbook as another library reads them: days as CSV has them. */
async function cellsOf(file: string): Promise<string[][]> {
  const { sheets } = await readXlsx(readFileSync(file))
  const rows = sheets[0]?.rows ?? []
  const width = rows[0]?.length ?? 0
  return rows.map((row) => Array.from({ length: width }, (_, at) => textOf(row[at])))
}

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return plain(String(value ?? ''))
}

/** Numbers as they are, whichever zeros and signs they are written with. */
function plain(cell: string): string {
  return /^-?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(cell) ? String(Number(cell)) : cell
}

async function built({ zone, stages, hasRate, isPlanned, deals }: Made): Promise<Trial> {
  const room = trial()
  const begun = { now: '2025-11-01' }
  const must = async (argv: readonly string[], options = {}) => {
    const { exit, err } = await room.run(argv, options)
    expect({ exit, err: exit === 0 ? '' : err }).toEqual({ exit: 0, err: '' })
  }
  await must(['init', '--stages', stages, '--currency', 'USD', '--timezone', zone], begun)
  if (hasRate) await must(['fx', 'add', '2025-01-01', 'EUR', '1.1'], begun)
  const rows = deals.map((one, i) => {
    const isOpen = !['Won', 'Lost'].includes(one.stage)
    const values = [i + 1, one.title || 'Deal', one.stage, one.manager, one.amount, one.cost, one.currency]
    values.push(one.created, isOpen ? '' : one.closed, one.expected, one.product, one.reason, one.contact)
    return values.map((value) => `"${String(value).replaceAll('"', '""')}"`).join(',')
  })
  if (rows.length > 0) await must(['import', 'deals', '-'], { stdin: `${[HEADER, ...rows].join('\n')}\n` })
  if (isPlanned) {
    await must(['manager', 'add', 'Vera Lis', '--department', 'South'])
    await must(['plan', 'set', 'revenue', '0', '--period', '2026-10'])
    await must(['plan', 'set', 'revenue', '9e11', '--manager', 'Vera', '--period', '2026-Q4'])
    await must(['plan', 'set', 'won', '3', '--department', 'South'])
    await must(['bonus', 'add', '50%: 1%; 100%: 200%'])
    await must(['holiday', 'add', '2026-09'])
  }
  return room
}

function iso(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
