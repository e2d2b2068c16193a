import { basename } from 'node:path'
import { sanitize } from '../../render/sanitize.ts'
import { profilesOf } from '../../store/import/profiles.ts'
import type { Store } from '../../store/store.ts'
import { detached } from '../../transfer/cache.ts'
import { ColumnLooks } from '../../transfer/column-look.ts'
import { StageCount } from '../../transfer/stage-count.ts'
import { Survey, type Surveyed } from '../../transfer/survey.ts'
import type { Ask, Choice } from '../../world.ts'
import type { Typed } from '../command.ts'
import type { Context } from '../context.ts'
import { shortened } from '../texts.ts'
import {
  commandWith,
  type Flag,
  type ImportOptions,
  isList,
  readImportOptions,
  type Settled,
  withFlags,
} from './options.ts'
import { showPreview } from './preview.ts'
import { eachRow, type ImportSource, knowsNumbers } from './source.ts'
import { type ImportTask, surveyOf } from './task.ts'

export interface TalkAbout {
  readonly context: Context
  readonly typed: Typed
  readonly store: Store
  readonly source: ImportSource
  /** How the file would be imported with these options. */
  task(options: ImportOptions): ImportTask
}

/** More names than that are no managers. */
const MOST_MANAGERS = 2000

/** One conversation: what is known of the file, and what has been answered so far. */
export class ImportTalk {
  #flags: Flag[] = []
  #options: ImportOptions
  #task: ImportTask
  #person: Ask | undefined
  #looks: ColumnLooks
  #count: StageCount
  #managers = new Set<string>()
  #surveyed: Surveyed = { dates: new Map(), amounts: new Map(), orders: [], problems: [], open: [] }

  constructor(readonly about: TalkAbout) {
    this.#options = readImportOptions(about.typed, about.store)
    this.#task = about.task(this.#options)
    this.#looks = new ColumnLooks(about.source.table.headers)
    this.#count = new StageCount(this.#task.claims)
  }

  get options(): ImportOptions {
    return this.#options
  }

  get task(): ImportTask {
    return this.#task
  }

  get looks(): ColumnLooks {
    return this.#looks
  }

  get count(): StageCount {
    return this.#count
  }

  /** What rows call managers, in their order. */
  get managersSaid(): readonly string[] {
    return [...this.#managers]
  }

  get surveyed(): Surveyed {
    return this.#surveyed
  }

  get hasAnswers(): boolean {
    return this.#flags.length > 0
  }

  get settled(): Settled {
    return { options: this.#options, flags: this.#flags }
  }

  /** Answers can mend the file: flags that name columns which are not there are for the user to correct. */
  get mends(): boolean {
    const { columns, problems } = this.#task.claims
    return problems.length === columns.filter(({ use }) => use === 'unclaimed').length
  }

  /** Reads the file through as it is understood now. */
  async look(): Promise<void> {
    const { context, source, store } = this.about
    const survey = new Survey(surveyOf(this.#task, store), knowsNumbers(source.table))
    this.#looks = new ColumnLooks(source.table.headers)
    this.#count = new StageCount(this.#task.claims)
    this.#managers = new Set()
    const managers = this.#task.claims.fields.get('manager') ?? []
    await eachRow(context, source.table, (row) => {
      this.#looks.see(row)
      this.#count.see(row)
      survey.see(row)
      const manager = managers.map(({ index }) => row.cells[index]?.trim() ?? '').find((cell) => cell !== '')
      if (manager !== undefined && this.#managers.size < MOST_MANAGERS) this.#managers.add(detached(manager))
    })
    this.#surveyed = survey.conclude({
      dateOrder: this.#options.dateOrder ?? this.#task.claims.dateOrder,
      decimal: this.#options.decimal,
    })
  }

  /** Takes an answer. A column that is to be something after all is not left out any more. */
  answer(flag: string, value: string): void {
    const header = flag === '--map' ? value.slice(value.indexOf('=') + 1) : undefined
    const others = this.#flags.filter(
      (known) =>
        (known.flag !== flag || isList(flag.slice(2))) &&
        !(known.flag === '--ignore' && known.value === header),
    )
    this.#flags = [...others, { flag, value }]
    const { typed, store } = this.about
    this.#options = readImportOptions(withFlags(typed, this.#flags), store)
    this.#task = this.about.task(this.#options)
  }

  /** Who answers; before the first question they see what is understood without them. */
  async person(): Promise<Ask> {
    if (this.#person !== undefined) return this.#person
    this.#show()
    this.#person = harmless(await this.about.context.ask())
    return this.#person
  }

  /** What is understood now, the command that says it, and the offer to keep it. */
  async close(): Promise<void> {
    if (!this.hasAnswers) return
    const { context } = this.about
    const said = this.#flags.some(({ flag }) => !['--stage', '--create-stages', '--pipeline'].includes(flag))
    if (said) {
      await this.look()
      this.#show()
    }
    await this.save()
    context.tell((w) => `\n${w.mapping.same}\nvoronka ${commandWith(context, this.#flags)}\n`)
  }

  /** Offers to keep the answers for the next file. */
  async save(): Promise<void> {
    const { context, store, typed } = this.about
    const { profile, saveProfile } = this.#options
    if (!this.hasAnswers || context.dryRun || saveProfile !== undefined) return
    const person = await this.person()
    const { mapping } = context.words
    if (!(await person.confirm(mapping.save, true))) return
    const known = profilesOf(store).map(([name]) => name)
    for (;;) {
      const name = (await person.text(mapping.profileName, profile ?? this.#proposedName())).trim()
      if (name === '') continue
      const isOther = known.includes(name) && name !== profile
      if (isOther && !(await person.confirm(mapping.replace(name), false))) continue
      const flags = [...this.#flags, { flag: '--save-profile', value: name }]
      this.#options = readImportOptions(withFlags(typed, flags), store)
      this.#task = this.about.task(this.#options)
      return
    }
  }

  #proposedName(): string {
    const { claims, entity } = this.#task
    const ofFile = basename(this.about.source.name)
      .replace(/\.[^.]*$/, '')
      .replace(/[\d\s_.,()-]+$/, '')
    return claims.system ?? (ofFile === '' ? entity : ofFile)
  }

  #show(): void {
    const { context, source, store } = this.about
    showPreview(context, {
      file: source.name,
      columns: this.#task.claims.columns,
      looks: this.#looks,
      surveyed: this.#surveyed,
      options: surveyOf(this.#task, store),
    })
  }
}

/** Characters of a choice: longer ones would break its line. */
const MOST_OF_CHOICE = 70

/** What stands in the file cannot speak to the terminal. */
function harmless(ask: Ask): Ask {
  const shown = <T>(choices: readonly Choice<T>[]) =>
    choices.map(({ name, value }) => ({ name: shortened(sanitize(name), MOST_OF_CHOICE), value }))
  return {
    text: (message, initial) => ask.text(sanitize(message), initial),
    confirm: (message, initial) => ask.confirm(sanitize(message), initial),
    select: (message, choices, initial) => ask.select(sanitize(message), shown(choices), initial),
    find: (message, choices) => ask.find(sanitize(message), shown(choices)),
  }
}
