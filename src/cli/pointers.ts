import type { Say } from '../errors.ts'
import type { Pointers } from '../store/pointers.ts'

/** What is left pointing to something that is gone. */
export function sayPointers({ rules, filters }: Pointers): Say[] {
  return [
    ...(rules.length === 0
      ? []
      : ([(w) => w.pipelines.rulesLeft({ rules: rules.join(', ') })] satisfies Say[])),
    ...(filters.length === 0
      ? []
      : ([(w) => w.pipelines.filtersLeft({ filters: filters.join(', ') })] satisfies Say[])),
  ]
}
