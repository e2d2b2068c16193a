import type { Say } from '../errors.ts'
import type { Pointers } from '../store/pointers.ts'

/** What is left pointing to something that is gone. */
export function sayPointers({ rules, filters }: Pointers): Say[] {
  const says: Say[] = []
  if (rules.length > 0) says.push((w) => w.pipelines.rulesLeft({ rules: rules.join(', ') }))
  if (filters.length > 0) says.push((w) => w.pipelines.filtersLeft({ filters: filters.join(', ') }))
  return says
}
