import { echoWhen, whenOf } from '../../domain/time/when.ts'
import type { Say } from '../../errors.ts'
import { Labels } from '../../store/labels.ts'
import type { Operation } from '../../store/operation.ts'
import type { Fired } from '../../store/rules/running.ts'
import type { Store } from '../../store/store.ts'

/** More would hide what the command itself did. */
const MOST_TOLD = 5

/** What rules did in an operation, a line each. Read inside its transaction or after. */
export function firedTold(store: Store, { fired }: Pick<Operation, 'fired'>): Say[] {
  if (fired.length === 0) return []
  const labels = new Labels(store)
  const says = fired.slice(0, MOST_TOLD).map((one) => sayFired(store, labels, one))
  const count = fired.length - says.length
  return count > 0 ? [...says, (w) => w.rules.moreFired({ count })] : says
}

export function sayFired(
  store: Store,
  labels: Labels,
  { rule: { name: rule, output }, event, plan, ...made }: Fired,
): Say {
  const deal = `d${event.deal}`
  switch (plan.does) {
    case 'task': {
      const { text, due, manager: id } = plan.task
      const manager = id === null ? null : labels.manager(id)
      const task = made.task === null ? '' : `t${made.task}`
      return (w) =>
        w.rules.firedTask({
          rule,
          deal,
          task,
          text,
          manager,
          due: due && echoWhen(whenOf(due, store.zone), w.lang),
        })
    }
    case 'field':
      return (w) =>
        w.rules.firedField({ rule, deal, field: fieldSaid(plan.field, w.deals.fields), value: plan.value })
    case 'deal': {
      const opened = made.opened === null ? '' : `d${made.opened}`
      return (w) =>
        w.rules.firedDeal({ rule, deal, opened, title: plan.values.title, pipeline: plan.pipeline })
    }
    case 'message':
      return (w) => w.rules.firedMessage({ rule, deal, to: w.rules.to[output ?? 'print'] })
    case 'nothing':
      return (w) => w.rules.notFired({ rule, deal, why: w.rules.problem(plan.problem) })
  }
}

/** A field of ours by its name in the language; the user's own as they called it. */
export function fieldSaid(field: string, names: Readonly<Record<string, string>>): string {
  return names[field] ?? field
}
