import { daysSince, type Win } from '../../domain/dormant.ts'
import { majorOf } from '../../domain/money.ts'
import { NONE } from '../../domain/none.ts'
import { shareEvenly } from '../../domain/sharing.ts'
import { addDays, weekday } from '../../domain/time/date.ts'
import { boundsOf, formatDay, isWithin } from '../../domain/time/period.ts'
import { DAY } from '../../domain/time/zone.ts'
import { type Say, UsageError } from '../../errors.ts'
import {
  type CustomerLabels,
  reactivationByManager,
  reactivationDocument,
} from '../../render/reports/reactivation.ts'
import { inOrder } from '../../reports/groups.ts'
import {
  byStake,
  type Dormant,
  meanWorth,
  type ReactivationGroup,
  type ReactivationReport,
  reactivationReport,
} from '../../reports/reactivation.ts'
import { DealsAt } from '../../store/facts/open-deals.ts'
import { readReactivations, wonBack } from '../../store/facts/reactivation-facts.ts'
import { calendarOf } from '../../store/holidays.ts'
import { Labels } from '../../store/labels.ts'
import { survivorOf } from '../../store/naming/naming.ts'
import type { Operation } from '../../store/operation.ts'
import { CustomersAt } from '../../store/past/customers-at.ts'
import type { Store } from '../../store/store.ts'
import { addTask } from '../../store/touches/writing.ts'
import type { Run, Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { meant } from '../line/aliases.ts'
import { managersToGet } from '../people/person-values.ts'
import { readDue } from '../tasks/values.ts'
import { flag, optional, several } from '../typed.ts'
import { countingRecords, parseReport, type ReportRequest, shiftReport } from './request.ts'
import { NOTHING_BEYOND, reportView } from './view.ts'

export const reactivation: Run = async (context, typed) => {
  const makes = flag(typed, 'makeTasks')
  const store = context.open(makes ? 'write' : 'read')
  const { by: _, ...options } = typed.options
  const request = countingRecords(store, parseReport(context, store, { ...typed, options }))
  const named = await managersToGet(context, store, several(typed, 'managers'))
  const managers = [...new Set(named.map(({ id }) => id))]
  if (!makes && (managers.length > 0 || optional(typed, 'due') !== undefined))
    throw new UsageError((w) => w.reactivation.needsMake)
  const by = optional(typed, 'by')
  if (by !== undefined && meant('group', by, ['manager']) === undefined)
    throw new UsageError((w) => w.reactivation.onlyByManager({ text: by }))
  const other = optional(typed, 'compare')
  if (makes && other !== undefined) throw new UsageError((w) => w.reactivation.makeAlone)
  const made = makes ? await makeTasks(context, store, typed, request, managers) : []
  const of = (one: ReportRequest) => store.read(() => reportOf(store, one, by !== undefined))
  const { report, groups } = of(request)
  const beside = other === undefined ? null : of(shiftReport(request, store, other))
  const labels = labelsOf(store)
  const view = reportView(context, 'reactivation', typed, request, NOTHING_BEYOND)
  return {
    json: {
      schema: 'voronka.reactivation/1',
      ...report.head,
      ...figuresOf(store, request, report, groups, labels),
      ...(beside !== null && {
        compare: {
          period: beside.report.head.period,
          asOf: beside.report.head.asOf,
          ...figuresOf(store, request, beside.report, beside.groups, labels),
        },
      }),
    },
    document: (words) => {
      const both = { report, beside: beside?.report ?? null }
      return groups === null
        ? reactivationDocument(both, labels, store.zone, view(words))
        : reactivationByManager(both, groups, beside?.groups ?? null, view(words))
    },
    messages: made,
  }
}

function labelsOf(store: Store): CustomerLabels {
  const labels = new Labels(store)
  return {
    manager: (id) => labels.manager(id),
    person: ({ person }) => (person === null ? null : labels.contact(person)),
    company: ({ customer }) => (customer.startsWith('o') ? labels.company(Number(customer.slice(1))) : null),
  }
}

function worthIn(store: Store, { currency, rates }: ReportRequest) {
  return ({ amount, currency: own, at }: Win & { amount: number }) =>
    rates.convert(amount, own, currency, store.zone.dateOf(at))
}

function reportOf(
  store: Store,
  request: ReportRequest,
  byManager: boolean,
): { report: ReactivationReport; groups: ReactivationGroup[] | null } {
  const customers = new CustomersAt(new DealsAt(store, request.horizon))
  const days = boundsOf(request.period, store.zone)
  const wanted = request.filter.managers
  const made = readReactivations(store, request.horizon.t)
    .map((one) => ({
      ...one,
      manager: one.manager === null ? null : survivorOf(store.managers, one.manager),
    }))
    .filter(({ at, manager }) => isWithin(at, days) && (wanted.length === 0 || wanted.includes(manager)))
  const rows = dormant(store, request, customers)
  const worth = worthIn(store, request)
  const of = (whose: readonly Dormant[], tasks: typeof made) =>
    reactivationReport(request.head, whose, tasks.length, wonBack(customers, tasks), worth)
  const report = of(rows, made)
  if (!byManager) return { report, groups: null }
  const labels = new Labels(store)
  const managers = [...new Set([...rows, ...made].map(({ manager }) => manager))]
  const groups = managers
    .map((id) => ({
      key: id === null ? null : labels.manager(id),
      report: of(
        rows.filter(({ manager }) => manager === id),
        made.filter(({ manager }) => manager === id),
      ),
    }))
    .sort(inOrder((a, b) => b.report.atStake - a.report.atStake))
  return { report, groups }
}

function dormant(store: Store, request: ReportRequest, customers: CustomersAt): Dormant[] {
  const wanted = request.filter.managers
  const worth = worthIn(store, request)
  const latest = new Map(readReactivations(store, request.horizon.t).map((one) => [one.customer, one]))
  return customers
    .dormant()
    .filter(({ manager }) => wanted.length === 0 || wanted.includes(manager))
    .map((buyer): Dormant => {
      const last = latest.get(buyer.customer)
      return {
        ...buyer,
        daysSince: daysSince(buyer.lastWinAt, request.horizon.t - 1, store.zone),
        atStake: meanWorth(customers.wins(buyer.customer), worth),
        task: last !== undefined && last.at > buyer.lastWinAt ? last.task : null,
      }
    })
}

/** A task for each who sleeps and has none since they last bought: with their manager, or shared among those named. */
async function makeTasks(
  context: Context,
  store: Store,
  typed: Typed,
  request: ReportRequest,
  managers: readonly number[],
): Promise<Say[]> {
  const due = dueTyped(context, store, typed)
  const { words } = context
  const { result } = store.write(
    { command: context.commandLine, now: context.now(store.zone), dryRun: context.dryRun },
    (operation) => {
      const all = dormant(store, request, new CustomersAt(new DealsAt(store, request.horizon)))
      const rows = all.filter(({ task }) => task === null).sort(byStake)
      const shares = shareEvenly(
        rows.map(({ atStake }) => atStake ?? 0),
        Math.max(1, managers.length),
      )
      for (const [index, row] of rows.entries()) {
        const manager = managers[shares[index] ?? 0] ?? row.manager ?? store.settings.me
        make(store, operation, row, { manager, due, words })
      }
      return { made: rows.length, of: all.length }
    },
  )
  const made: Say = (w) =>
    result.of === 0
      ? w.reactivation.nobodyToMake
      : result.made === 0
        ? w.reactivation.noneToMake
        : w.reactivation.made({ n: result.made, due: formatDay(due, w.lang) })
  return [made, ...(context.dryRun ? [(w: Context['words']) => w.cli.dryRunDone] : [])]
}

function make(
  store: Store,
  operation: Operation,
  { customer, person, wins, lastWinAt }: Dormant,
  { manager, due, words }: { manager: number | null; due: string; words: Context['words'] },
): void {
  const id = Number(customer.slice(1))
  const company = customer.startsWith('c') ? null : id
  const last = formatDay(store.zone.dateOf(lastWinAt), words.lang)
  const task = addTask(operation, {
    text: words.reactivation.task({ wins, last }),
    manager,
    contact: person,
    company,
    deal: null,
    due: { at: store.zone.startOfDay(due), precision: 'day' },
  })
  operation.insert('reactivations', {
    contact_id: company === null ? id : null,
    company_id: company,
    task_id: task,
    at: operation.at,
  })
}

/** `--due`, else the last working day of this week, or today where there is none left. */
function dueTyped(context: Context, store: Store, typed: Typed): string {
  const { zone, settings } = store
  const now = context.now(zone)
  const said = readDue(context, store, typed)
  if (said != null) return said.date
  const today = zone.dateOf(now)
  const left = 6 - ((weekday(today) - settings.weekStart + 7) % 7)
  const calendar = calendarOf(store)
  for (let days = left; days > 0; days--) {
    const day = addDays(today, days)
    if (calendar.isWorking(day)) return day
  }
  return today
}

function figuresOf(
  store: Store,
  { currency }: ReportRequest,
  { rows, atStake, wonBack: back }: ReactivationReport,
  groups: readonly ReactivationGroup[] | null,
  labels: CustomerLabels,
) {
  const money = (minor: number) => majorOf(minor, currency)
  return {
    rows: rows.map((row) => ({
      contact: labels.person(row),
      id: row.customer,
      company: labels.company(row),
      manager: row.manager === null ? null : labels.manager(row.manager),
      wins: row.wins,
      lastWin: store.zone.dateOf(row.lastWinAt),
      medianGapDays: row.medianGap === null ? null : Math.round((row.medianGap / DAY) * 100) / 100,
      daysSince: row.daysSince,
      atStake: row.atStake === null ? null : majorOf(row.atStake, currency),
      task: row.task === null ? null : `t${row.task}`,
    })),
    total: { customers: rows.length, atStake: money(atStake) },
    wonBack: { ...back, amount: money(back.amount) },
    ...(groups !== null && {
      groups: groups.map(({ key, report }) => ({
        key: key ?? NONE,
        customers: report.rows.length,
        atStake: money(report.atStake),
        withoutTask: report.withoutTask,
        wonBack: { ...report.wonBack, amount: money(report.wonBack.amount) },
      })),
    }),
  }
}
