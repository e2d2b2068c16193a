import { UserError } from '../errors.ts'
import { findPipeline, findStage } from './naming/naming.ts'
import type { Operation } from './operation.ts'
import { readRules } from './rules/rules.ts'
import { readSavedFilters, type SavedFilter, saveFilter } from './saved-filters.ts'
import type { Store } from './store.ts'

/** Rules that wait in a stage or open deals in a pipeline, and saved filters that name either; as people know them. */
export interface Pointers {
  rules: string[]
  filters: string[]
}

/** What points to these stages, or to the pipeline. Asked for before they are gone. */
export function pointersTo(
  store: Store,
  { stages, pipeline }: { stages: readonly number[]; pipeline: number | null },
): Pointers {
  const rules = readRules(store.db).filter(
    (rule) => stages.includes(rule.stage) || (pipeline !== null && rule.pipeline === pipeline),
  )
  const filters = readSavedFilters(store.db).filter(
    (filter) =>
      texts(filter, 'stage').some((text) => stages.includes(stageMeant(store, filter, text) ?? 0)) ||
      (pipeline !== null &&
        texts(filter, 'pipeline').some((text) => pipelineMeant(store, text) === pipeline)),
  )
  return {
    rules: rules.map(({ id, name }) => `r${id} ${name}`),
    filters: filters.map(({ name }) => name),
  }
}

/** Saved filters that name a stage or a pipeline name the same one when it is called otherwise. Before it is. */
export function followRename(
  store: Store,
  operation: Operation,
  option: 'stage' | 'pipeline',
  { id, name }: { id: number; name: string },
): void {
  for (const filter of readSavedFilters(store.db)) {
    const named = texts(filter, option)
    const followed = named.map((text) => {
      const meant = option === 'stage' ? stageMeant(store, filter, text) : pipelineMeant(store, text)
      return meant === id ? name : text
    })
    if (followed.every((text, i) => text === named[i])) continue
    const value = Array.isArray(filter.options[option]) ? followed : followed[0]
    saveFilter(store, operation, { name: filter.name, options: { ...filter.options, [option]: value } })
  }
}

function texts({ options }: SavedFilter, option: 'stage' | 'pipeline'): string[] {
  const value = options[option]
  return (Array.isArray(value) ? value : [value]).filter((text): text is string => typeof text === 'string')
}

function pipelineMeant(store: Store, text: string): number | undefined {
  return orNone(() => findPipeline(store, text))
}

function stageMeant(store: Store, filter: SavedFilter, text: string): number | undefined {
  const [named] = texts(filter, 'pipeline')
  const pipeline = named === undefined ? undefined : pipelineMeant(store, named)
  const scope = { at: Number.POSITIVE_INFINITY, ...(pipeline !== undefined && { pipeline }) }
  return orNone(() => findStage(store, text, scope))
}

/** What a filter names may be gone. */
function orNone(find: () => number): number | undefined {
  try {
    return find()
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}
