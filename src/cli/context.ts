import { parseIsoDate } from '../domain/time/date.ts'
import { parseWhen, type WhenContext } from '../domain/time/when.ts'
import type { Instant, Zone } from '../domain/time/zone.ts'
import { EXIT, type Say, UsageError, UserError } from '../errors.ts'
import { saidAt } from '../render/said.ts'
import { sanitizeLines } from '../render/sanitize.ts'
import { OFF } from '../store/settings.ts'
import { Store } from '../store/store.ts'
import { LANGS, type Lang, type Words, wordsFor } from '../words/words.ts'
import type { Ask, World } from '../world.ts'
import { shellWord } from './line/quoted.ts'

/** Options that every command takes, as typed. */
export interface GlobalOptions {
  db?: string
  format?: string
  output?: string
  lang?: string
  now?: string
  color?: string
  quiet?: boolean
  yes?: boolean
  /** Commander's negations of `--no-input` and `--no-pager`. */
  input?: boolean
  pager?: boolean
  dryRun?: boolean
}

/** What a command needs of the world around it. Made once a run; the clock is asked once. */
export class Context {
  #store: Store | undefined
  #now: Instant | undefined
  #words: Words | undefined
  /** Shared with the other lines of a batch. */
  #reading: { how?: WhenContext } = {}
  #writes = false
  #spoken: Lang | null | undefined

  constructor(
    readonly world: World,
    readonly global: GlobalOptions,
    private readonly typed: string | readonly string[],
  ) {}

  /** The words of the journal: the command as it could be typed again. */
  get commandLine(): string {
    return typeof this.typed === 'string' ? this.typed : this.typed.map(shellWord).join(' ')
  }

  /** The language that the flags or the environment ask for; undefined where they ask for none that is spoken. */
  get wantedLang(): Lang | undefined {
    return parseLang(this.global.lang) ?? langOf(this.world.env['VORONKA_LANG']) ?? langOf(this.locale)
  }

  /** The locale of the environment (`ru_RU.UTF-8`). */
  get locale(): string | undefined {
    const { env } = this.world
    return env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG']
  }

  /** `--lang`, VORONKA_LANG, the workspace's language, LANG; else English. */
  get lang(): Lang {
    const { env } = this.world
    return (
      parseLang(this.global.lang) ??
      langOf(env['VORONKA_LANG']) ??
      this.#store?.settings.lang ??
      this.#spoken ??
      langOf(this.locale) ??
      'en'
    )
  }

  get words(): Words {
    const { lang } = this
    if (this.#words?.lang !== lang) this.#words = wordsFor(lang)
    return this.#words
  }

  /** `--db`, VORONKA_DB, else `voronka/voronka.db` in the XDG data folder. */
  get path(): string {
    const { env } = this.world
    // The driver leaves out the spaces around a name: so does everybody who looks at the file before it.
    const named = (this.global.db ?? env['VORONKA_DB'])?.trim()
    if (named !== undefined && named !== '') return named
    const data = env['XDG_DATA_HOME'] || `${this.world.homeFolder()}/.local/share`
    return `${data}/voronka/voronka.db`
  }

  /** Takes the language of the workspace, if one can be read, for what is said though no command opens it. */
  speakAsWorkspace(): void {
    if (this.#spoken !== undefined || this.#store !== undefined) return
    try {
      const store = Store.open(this.path, { readOnly: true, untouched: true, timeout: 100 })
      this.#spoken = store.settings.lang
      store.close()
    } catch {
      // Help is there, whatever became of the workspace.
    }
  }

  /** The workspace. A command that only reads also works where the file cannot be written. */
  open(purpose: 'read' | 'write'): Store {
    this.#writes ||= purpose === 'write'
    this.#store ??= Store.open(this.path, { readOnly: purpose === 'read' }, this.world.adoptZone)
    return this.#store
  }

  /** The workspace was opened to be changed. */
  get writes(): boolean {
    return this.#writes
  }

  /** The workspace as far as this run may have changed it for good. */
  get changed(): Store | undefined {
    return this.#writes && !this.dryRun ? this.#store : undefined
  }

  /** Takes a workspace just made, e.g. by `init` and `demo`. */
  use(store: Store): Store {
    this.#store?.close()
    this.#store = store
    return store
  }

  /** The moment of this run: `--now`, VORONKA_NOW, else the clock. A bare date is that day at 12:00 local. */
  now(zone: Zone): Instant {
    this.#now ??= this.#readNow(zone)
    return this.#now
  }

  /** With what was read before with the very same: the lines of a batch say the same days over and over. */
  remembering(how: WhenContext): WhenContext {
    const { how: last } = this.#reading
    const isSame =
      last?.now === how.now &&
      last.zone === how.zone &&
      last.lang === how.lang &&
      last.prefer === how.prefer &&
      last.dayBegins === how.dayBegins
    if (isSame) return last
    // Not enumerable: what is made of it with another day in mind is to have another memory, or none.
    this.#reading.how = Object.defineProperty({ ...how }, 'known', { value: new Map() })
    return this.#reading.how
  }

  /** What turns the pages of a long answer on the terminal; undefined where nothing is to. */
  get pager(): string | undefined {
    const { env } = this.world
    if (this.global.pager === false || this.#store?.settings.pager === OFF) return undefined
    const named = (env['VORONKA_PAGER'] ?? env['PAGER'] ?? LESS).trim()
    return named === '' || named === 'cat' || env['TERM'] === 'dumb' ? undefined : named
  }

  /** For a command line among others that share the workspace: nobody is asked, and its trial is theirs. */
  lineOf(commandLine: string): Context {
    const line = new Context(this.world, { ...this.global, input: false, dryRun: false }, commandLine)
    // What another line was told of an earlier day is not for this one.
    this.#store?.readAsKnown(null)
    line.#store = this.#store
    line.#now = this.#now
    line.#words = this.#words
    line.#reading = this.#reading
    line.#writes = this.#writes
    return line
  }

  /** The answer is to be JSON: its records are read only then. */
  get wantsJson(): boolean {
    const { format, output } = this.global
    return format === undefined ? /\.json$/i.test(output ?? '') : format === 'json'
  }

  get quiet(): boolean {
    return this.global.quiet === true
  }

  get dryRun(): boolean {
    return this.global.dryRun === true
  }

  /** A person sits at the terminal and wants to be asked. */
  get interactive(): boolean {
    const { world, global } = this
    return global.input !== false && world.err.isTTY && !world.env['CI'] && world.stdin.isTTY
  }

  ask(): Promise<Ask> {
    return this.world.ask(this.words.cli.asking)
  }

  /** Asks before something that cannot be taken back; `--yes` answers; off a terminal it is refused. */
  async confirm(question: Say, refused: Say): Promise<void> {
    if (this.global.yes) return
    if (!this.interactive) throw new UserError(refused)
    const ask = await this.ask()
    if (!(await ask.confirm(question(this.words), false)))
      throw new UserError((w) => w.cli.cancelled, EXIT.cancelled)
  }

  /** Says what went wrong on stderr at once, also with `--quiet`. */
  complain(say: Say): void {
    this.world.err.write(`${saidAt(this.world.err.columns, sanitizeLines(say(this.words)))}\n`)
  }

  /** Says something on stderr at once, unless `--quiet`. */
  tell(say: Say): void {
    if (!this.quiet) this.complain(say)
  }

  close(): void {
    this.#store?.close()
    this.#store = undefined
  }

  #readNow(zone: Zone): Instant {
    const text = this.global.now ?? this.world.env['VORONKA_NOW']
    const clock = this.world.clock()
    if (text === undefined || text === '') return clock
    const day = parseIsoDate(text)
    const when =
      day === undefined
        ? parseWhen(text, { now: clock, zone, lang: this.lang })
        : { precision: 'day' as const, date: day }
    const date = when.precision === 'day' ? when.date : zone.dateOf(when.at)
    // Nobody's clock shows another year; a slip of the finger would date the whole journal.
    if (date < '1980' || date >= '2100') throw new UsageError((w) => w.when.unreadable(text))
    return when.precision === 'day' ? zone.instantOf(date, { hour: 12, minute: 0 }) : when.at
  }
}

/** Where there is no `less`, the terminal scrolls. */
const LESS = 'if command -v less >/dev/null; then less; else cat; fi'

function langOf(text: string | undefined): Lang | undefined {
  const start = text?.slice(0, 2).toLowerCase()
  return LANGS.find((lang) => lang === start)
}

function parseLang(text: string | undefined): Lang | undefined {
  if (text === undefined) return undefined
  const lang = LANGS.find((known) => known === text.toLowerCase())
  if (lang === undefined)
    throw new UsageError((w) => w.commandLine.noLanguage({ text, known: LANGS.join(', ') }))
  return lang
}
