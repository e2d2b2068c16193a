import { majorOf, parseAmount } from '../../domain/money.ts'
import { METRICS, type Metric, metricNamed } from '../../domain/plan/plan.ts'
import { LEAST_AMOUNT, plainAmount } from '../../domain/quick/amount.ts'
import { UsageError } from '../../errors.ts'
import { managerInForm } from '../../store/naming/quick-lookup.ts'
import type { Store } from '../../store/store.ts'
import type { Typed } from '../command.ts'
import { inWords } from '../line/help.ts'
import { flagOf, shellWord } from '../line/quoted.ts'

/** What is planned and how much of it, in either order; an amount alone that can only be money is of revenue. */
export function readWhat(store: Store, { args, options }: Typed): { metric: Metric; text: string } {
  const [first = '', ...rest] = args
  const last = args.at(-1) ?? ''
  const [metric, text] = [first, rest.join(' ')]
  const named = metricNamed(metric)
  if (named !== undefined && text !== '') return { metric: named, text }
  const behind = rest.length === 0 ? undefined : metricNamed(last)
  if (behind !== undefined) return { metric: behind, text: args.slice(0, -1).join(' ') }
  if (named !== undefined)
    throw new UsageError((w) =>
      w.commandLine.missingArgument({ name: inWords('<amount>', w), command: 'voronka plan set' }),
    )
  const whole = args.join(' ')
  if (isMoneyAlone(whole, store.settings.currency)) return { metric: 'revenue', text: whole }
  const known = METRICS.join(', ')
  const manager = managerInForm(store, first, true)
  if (!/^\d/.test(first) && (manager === undefined || text === ''))
    throw new UsageError((w) => w.plans.unknownMetric({ text: first, known }))
  const of = manager === undefined ? whole : `${text} --manager ${shellWord(first)}`
  const others = Object.entries(options).filter(([, value]) => typeof value === 'string')
  const flags = others.map(([name, value]) => ` ${flagOf(name)} ${shellWord(String(value))}`)
  throw planOfWhat(whole, `${of}${flags.join('')}`)
}

/** An amount that is of nothing, with the command that makes it one of revenue. */
export function planOfWhat(text: string, ofRevenue: string): UsageError {
  const command = `voronka plan set revenue ${ofRevenue}`
  return new UsageError((w) => w.plans.planOfWhat({ text, command, known: METRICS.join(', ') }))
}

/** Not so few that it may be calls or deals. */
export function isMoneyAlone(text: string, currency: string): boolean {
  const read = parseAmount(plainAmount(text), { currency })
  if ('problem' in read) return false
  return read.currency !== undefined || majorOf(read.minor, currency) >= LEAST_AMOUNT
}
