import type { Pipeline, Stage } from '../domain/pipeline.ts'
import { hostOffset, Zone } from '../domain/time/zone.ts'
import { Fault } from '../errors.ts'
import type { Database } from './database.ts'
import { readPipelines } from './deals/pipelines.ts'
import { type Manager, readManagers } from './people/managers.ts'
import { readSettings, type Settings } from './settings.ts'
import type { LabelTable } from './tables/schema.ts'

/** Settings and labels as they were read last; read again once they were forgotten. */
export class ReadLabels {
  readonly #db: Database
  readonly #adoptZone: ((zone: string) => boolean) | undefined
  #settings: Settings | undefined
  #zone: Zone | undefined
  #pipelines: readonly Pipeline[] | undefined
  #stages: ReadonlyMap<number, Stage> | undefined
  #managers: readonly Manager[] | undefined

  constructor(db: Database, adoptZone: ((zone: string) => boolean) | undefined) {
    this.#db = db
    this.#adoptZone = adoptZone
  }

  get settings(): Settings {
    this.#settings ??= readSettings(this.#db)
    return this.#settings
  }

  get zone(): Zone {
    const { timezone } = this.settings
    this.#zone ??= new Zone(timezone, this.#adoptZone?.(timezone) ? hostOffset : undefined)
    return this.#zone
  }

  get pipelines(): readonly Pipeline[] {
    this.#pipelines ??= readPipelines(this.#db)
    return this.#pipelines
  }

  get managers(): readonly Manager[] {
    this.#managers ??= readManagers(this.#db)
    return this.#managers
  }

  stage(id: number): Stage {
    this.#stages ??= new Map(
      this.pipelines.flatMap((pipeline) => pipeline.stages.map((stage) => [stage.id, stage])),
    )
    const found = this.#stages.get(id)
    if (found === undefined) throw new Fault(`stage ${id} is in no pipeline`)
    return found
  }

  forget(): void {
    this.#settings = undefined
    this.#zone = undefined
    this.#pipelines = undefined
    this.#stages = undefined
    this.#managers = undefined
  }
}

/** Whether what was read may be no more, once something was written to these tables. */
export function areRead(tables: Iterable<LabelTable>): boolean {
  return [...tables].some((table) => !PLAIN_RECORDS.has(table))
}

const PLAIN_RECORDS: ReadonlySet<LabelTable> = new Set([
  'contacts',
  'companies',
  'activities',
  'tasks',
  'apart',
  'plans',
  'holidays',
  'bonuses',
])
