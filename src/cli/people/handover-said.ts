import { isDativeOf } from '../../domain/names/name-cases.ts'
import type { Store } from '../../store/store.ts'
import type { Typed } from '../command.ts'
import { several } from '../typed.ts'

const WORK =
  /^(?:(?:вс[её]|мои|свои|все|свої|all|my) )?(?:дела|работ[уа]|сделки|задачи|справи|роботу|угоди|work|deals)$/iu
const TILL = /^(?:до|по|until|till|to)$/iu

/** `дела Ольге до понедельника`: mine, for whom, till when. */
export function inWords(store: Store, { args, options }: Typed): Typed {
  const till = args.findIndex((word, at) => at > 0 && TILL.test(word))
  const until = till < 0 ? {} : { until: args.slice(till + 1).join(' '), ...options }
  const named = till < 0 ? args : args.slice(0, till)
  const count = WORK.test(named.slice(0, 2).join(' ')) ? 2 : WORK.test(named[0] ?? '') ? 1 : 0
  const names = named.slice(count)
  const [only = '', second] = names
  const { me } = store.settings
  const isForThem =
    me !== null &&
    second === undefined &&
    several({ args, options }, 'to').length === 0 &&
    store.managers.some(({ id, name }) => id !== me && name.split(' ').some((own) => isDativeOf(only, own)))
  return { args: isForThem ? [`m${me}`, only] : names, options: { ...options, ...until } }
}
