import type { Generated } from 'kysely'

/** The tables of what reports are asked with, as Kysely sees them; see `saved-filters.ts` and `references.ts`. */
export interface ReportSchema {
  dashboards: { id: Generated<number>; name: string; folded: string; blocks: string }
  saved_filters: { id: Generated<number>; name: string; folded: string; options: string }
  reference_funnels: {
    id: Generated<number>
    name: string
    folded: string
    pipeline_id: number
    kind: string
    stages: string
    figures: string
    about: string
    saved_at: number
  }
}
