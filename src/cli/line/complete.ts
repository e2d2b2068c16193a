import { ACTIVITY_KINDS } from '../../domain/activity.ts'
import { foldKey } from '../../domain/names/name.ts'
import { TASK_STATES } from '../../domain/task.ts'
import { UserError } from '../../errors.ts'
import { sanitize } from '../../render/sanitize.ts'
import { MODES } from '../../reports/funnel-rules.ts'
import { GROUPS } from '../../store/facts/groups.ts'
import { knownTexts } from '../../store/filters.ts'
import { beginning, namedLike, type Offered, type OfferedKind } from '../../store/naming/named-like.ts'
import { FOUND_KINDS } from '../../store/tables/search-tables.ts'
import type { AliasKind } from '../../words/aliases.ts'
import { LANGS } from '../../words/words.ts'
import type { CommandSpec } from '../command.ts'
import type { Context } from '../context.ts'
import { CONFIG_KEYS } from '../workspace/config.ts'
import { inEnglish, otherWords } from './aliases.ts'

/** Options of every command that are followed by a value. */
const GLOBAL: Readonly<Record<string, readonly string[] | 'file' | 'any' | null>> = {
  '--db': 'file',
  '--format': ['table', 'json', 'csv', 'tsv', 'md', 'xlsx'],
  '--output': 'file',
  '--lang': LANGS,
  '--now': 'any',
  '--color': ['auto', 'always', 'never'],
  '--quiet': null,
  '--yes': null,
  '--no-input': null,
  '--no-pager': null,
  '--dry-run': null,
}

const PERIODS =
  `today yesterday this-week last-week this-month last-month this-quarter last-quarter this-year last-year
  mtd qtd ytd last-30-days all`.split(/\s+/)

/** Candidates, one a line, each with what it stands for behind a tab; none where a file is wanted. Never fails. */
export function completions(
  words: readonly string[],
  specs: readonly CommandSpec[],
  context: Context,
): string {
  const before = words.slice(0, -1).filter((word) => word !== '=')
  const typed = words.at(-1) === '=' ? '' : (words.at(-1) ?? '')
  try {
    openForItsLanguage(context)
    const found = offeredFor(new Completion(specs, context), before, typed)
    return found.map(({ value, about }) => `${line(value)}\t${line(about)}\n`).join('')
  } catch (error) {
    // No workspace yet, or one that cannot be read: there is nothing to offer, and nowhere to say so.
    if (error instanceof UserError) return ''
    throw error
  }
}

/** `--mode=sn` is one word for zsh and fish; bash takes it apart. */
function offeredFor(completion: Completion, before: readonly string[], typed: string): Offered[] {
  const [, flag, value = ''] = /^(--[\p{L}-]+)=(.*)$/su.exec(typed) ?? []
  if (flag === undefined) return completion.of(before, typed)
  const found = completion.of([...before, flag], value)
  return found.map((one) => ({ ...one, value: `${flag}=${one.value}` }))
}

/** Without a workspace there are commands to complete all the same. */
function openForItsLanguage(context: Context): void {
  try {
    context.open('read')
  } catch (error) {
    if (!(error instanceof UserError)) throw error
  }
}

function line(text: string): string {
  return sanitize(text).replace(/[\t\n]+/g, ' ')
}

class Completion {
  constructor(
    private readonly specs: readonly CommandSpec[],
    private readonly context: Context,
  ) {}

  of(before: readonly string[], typed: string): Offered[] {
    const english = inEnglish(before, this.specs)
    const last = english.at(-1) ?? ''
    const bare = bareWords(english, this.specs)
    const spec = specOf(bare, this.specs)
    const flag = [...(spec?.options ?? [])].find(({ flags }) => flagOf(flags) === last)
    if (flag !== undefined && /<|\[/.test(flag.flags)) return this.#valueOf(last, typed, spec)
    const global = GLOBAL[last]
    if (global !== undefined && global !== null) return typeof global === 'string' ? [] : plain(global, typed)
    if (typed.startsWith('-')) return this.#flags(spec, typed)
    if (spec !== undefined) return this.#argument(spec, bare.length - spec.name.split(' ').length, typed)
    return bare.length === 0 ? this.#commands(typed) : this.#verbs(bare[0] ?? '', typed)
  }

  #commands(typed: string): Offered[] {
    const { words } = this.context
    const groups: Readonly<Record<string, string>> = words.help.groups
    const firsts = new Map<string, string>()
    for (const { name, summary } of this.specs) {
      const [first = '', second] = name.split(' ')
      if (!firsts.has(first) || second === undefined)
        firsts.set(first, second === undefined ? summary(words) : (groups[first] ?? ''))
    }
    const known = [...firsts].map(([value, about]) => ({ value, about }))
    return typedIn(typed, [...known, { value: 'help', about: words.cli.helpCommand }], 'command')
  }

  #verbs(first: string, typed: string): Offered[] {
    const { words } = this.context
    const verbs = this.specs.flatMap(({ name, summary }) => {
      const [group, verb] = name.split(' ')
      return group === first && verb !== undefined ? [{ value: verb, about: summary(words) }] : []
    })
    if (first === 'help') return this.#commands(typed).concat(plain(Object.keys(words.topics), typed))
    return typedIn(typed, verbs, 'verb')
  }

  #flags(spec: CommandSpec | undefined, typed: string): Offered[] {
    const { words } = this.context
    const own = (spec?.options ?? [])
      .filter(({ hidden }) => hidden !== true)
      .map(({ flags, help }) => ({ value: flagOf(flags), about: help(words) }))
    const known = [...own, ...Object.keys(GLOBAL).map((value) => ({ value, about: '' }))]
    if (!/^--\p{Script=Cyrillic}/u.test(typed)) return known.filter(({ value }) => value.startsWith(typed))
    const bare = known.map(({ value, about }) => ({ value: value.slice(2), about }))
    return typedIn(typed.slice(2), bare, 'option').map(({ value, about }) => ({
      value: `--${value}`,
      about,
    }))
  }

  #valueOf(flag: string, typed: string, spec: CommandSpec | undefined): Offered[] {
    const named = NAMED_BY_FLAG[flag]
    if (named !== undefined) return this.#named(named, typed)
    switch (flag) {
      case '--period':
      case '--compare':
        return plain(flag === '--compare' ? ['previous', 'last-year', ...PERIODS] : PERIODS, typed)
      case '--mode':
        return plain(MODES, typed)
      case '--by':
        return plain(GROUPS, typed)
      case '--status':
        return plain(['open', 'won', 'lost'], typed)
      case '--state':
        return plain(TASK_STATES, typed)
      case '--kind':
        return plain(spec?.name === 'search' ? FOUND_KINDS : ACTIVITY_KINDS, typed)
      case '--outcome':
        return plain(['answered', 'no-answer', 'missed'], typed)
      case '--attribution':
        return plain(['owner', 'actor'], typed)
      case '--on-existing':
        return plain(['update', 'skip', 'fail'], typed)
      case '--duplicates':
        return plain(['keep', 'skip', 'update', 'fill'], typed)
      case '--source':
      case '--product':
        return plain(knownTexts(this.#store.db, flag === '--source' ? 'source' : 'product'), typed)
      case '--tag':
        return plain(knownTexts(this.#store.db, 'tags'), typed)
      case '--field':
        return this.#named('field', typed).map(({ value, about }) => ({ value: `${value}=`, about }))
      default:
        return []
    }
  }

  #argument(spec: CommandSpec, place: number, typed: string): Offered[] {
    const args = spec.args?.split(' ') ?? []
    const arg = args[place] ?? (args.at(-1)?.includes('...') ? args.at(-1) : undefined)
    if (arg === undefined) return []
    const name = arg.replace(/[<>[\].]/g, '')
    const words = WORDS_OF_COMMANDS[spec.name] ?? WORDS_OF_ARGUMENTS[name]
    if (words !== undefined) return plain(words, typed)
    const kinds = name === 'name' || name === 'other' ? [this.#kindOf(spec)] : KINDS_OF_ARGUMENTS[name]
    // Of several words only the first names somebody.
    return place > 0 && name === 'text'
      ? []
      : (kinds ?? []).flatMap((kind) => (kind ? this.#named(kind, typed) : []))
  }

  /** `contact merge <contact> <other>`; a new one's name is nobody's. */
  #kindOf({ name }: CommandSpec): OfferedKind | undefined {
    const [first, verb] = name.split(' ')
    if (first === 'me') return 'manager'
    return verb === 'add' ? undefined : KINDS.find((kind) => kind === first)
  }

  #named(kind: OfferedKind, typed: string): Offered[] {
    const store = this.#store
    return namedLike(store, kind, typed, this.context.now(store.zone))
  }

  get #store() {
    return this.context.open('read')
  }
}

const KINDS: readonly OfferedKind[] = [
  'contact',
  'company',
  'deal',
  'task',
  'manager',
  'stage',
  'pipeline',
  'field',
]

const NAMED_BY_FLAG: Readonly<Record<string, OfferedKind>> = {
  '--manager': 'manager',
  '--pipeline': 'pipeline',
  '--stage': 'stage',
  '--after': 'stage',
  '--contact': 'contact',
  '--company': 'company',
  '--deal': 'deal',
}

const KINDS_OF_ARGUMENTS: Readonly<Record<string, readonly OfferedKind[]>> = {
  deal: ['deal'],
  stage: ['stage'],
  task: ['task'],
  contact: ['contact'],
  company: ['company'],
  manager: ['manager'],
  pipeline: ['pipeline'],
  field: ['field'],
  operation: ['operation'],
  who: ['contact', 'company', 'deal'],
  what: ['contact', 'company', 'deal'],
}

const WORDS_OF_ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  period: PERIODS,
  setting: CONFIG_KEYS,
}

const WORDS_OF_COMMANDS: Readonly<Record<string, readonly string[]>> = {
  completion: ['bash', 'zsh', 'fish'],
  dupes: ['contacts', 'companies'],
  export: ['deals', 'contacts', 'companies', 'history', 'activities', 'tasks', 'plans', 'all'],
}

function plain(words: readonly string[], typed: string): Offered[] {
  return beginning(
    typed,
    words.map((value) => ({ value, about: '' })),
  )
}

/** English words that begin as typed, else those of the other languages, each with the English one beside it. */
function typedIn(typed: string, known: readonly Offered[], kind: AliasKind): Offered[] {
  const found = known.filter(({ value }) => value.startsWith(typed.toLowerCase()))
  if (found.length > 0) return found
  return known.flatMap(({ value, about }) => {
    const alias = otherWords(kind, value).find((one) => foldKey(one).startsWith(foldKey(typed)))
    return alias === undefined ? [] : [{ value: alias, about: `${value}: ${about}` }]
  })
}

function flagOf(flags: string): string {
  return /--[a-z-]+/.exec(flags)?.[0] ?? flags
}

/** The words that are neither options nor their values. */
function bareWords(words: readonly string[], specs: readonly CommandSpec[]): string[] {
  const bare: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (!word.startsWith('-')) bare.push(word)
    else if (takesValue(word, specOf(bare, specs))) at++
  }
  return bare
}

function takesValue(flag: string, spec: CommandSpec | undefined): boolean {
  const own = spec?.options?.find(({ flags }) => flagOf(flags) === flag)
  return own === undefined ? (GLOBAL[flag] ?? null) !== null : /<|\[/.test(own.flags)
}

function specOf(
  [first = '', second = '']: readonly string[],
  specs: readonly CommandSpec[],
): CommandSpec | undefined {
  return specs.find(({ name }) => name === `${first} ${second}`) ?? specs.find(({ name }) => name === first)
}
