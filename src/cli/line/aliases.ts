import { foldKey } from '../../domain/names/name.ts'
import { namesPeriod } from '../../domain/time/period.ts'
import { ALIASES, type AliasKind } from '../../words/aliases.ts'
import type { Lang } from '../../words/words.ts'
import type { CommandSpec } from '../command.ts'

/** The one of the known words that a text is, in English or as `words/aliases.ts` has it. */
export function meant<K extends string>(kind: AliasKind, text: string, known: readonly K[]): K | undefined {
  const wanted = foldKey(text)
  const exact = known.find((word) => foldKey(word) === wanted)
  if (exact !== undefined) return exact
  // What is Latin is no Cyrillic word, however that is folded: of a line in English few are looked at.
  const isLatin = LATIN.test(wanted)
  return known.find((word) =>
    otherWords(kind, word).some((alias) => LATIN.test(alias) === isLatin && foldKey(alias) === wanted),
  )
}

const LATIN = /^[\0-\x7f]*$/

/** What else may be typed for a word, in one of the languages or in all. */
export function otherWords(kind: AliasKind, word: string, lang: Lang = 'en'): string[] {
  const aliases: Readonly<Record<string, string>> = ALIASES[kind]
  const [russian, ukrainian = russian] = aliases[word]?.split(' | ') ?? []
  const texts = lang === 'ru' ? [russian] : lang === 'uk' ? [ukrainian] : [russian, ukrainian]
  return [...new Set(texts.flatMap((text) => text?.split(' ') ?? []))]
}

/** Options of every command that are followed by a value. */
export const VALUED = ['--db', '--format', '--output', '--lang', '--now', '--color']

/** A command line with its command and the names of its options in English; what is not known stays as it is. */
export function inEnglish(argv: readonly string[], specs: readonly CommandSpec[]): string[] {
  const english = [...argv]
  const places = bareWords(english)
  const [first, second] = places
  if (first === undefined) return withOptions(english, Object.keys(ALIASES.option))
  const names = specs.map(({ name }) => name.split(' '))
  const listed = listedBy(english, places)
  if (listed !== undefined) return inEnglish(listed, specs)
  if (TOMORROW.test(places.map((at) => english[at]).join(' ')))
    return inPlaces(english, places, ['today', 'tomorrow'])
  const moved = movedTo(english, places)
  if (moved !== undefined) return inEnglish(moved, specs)
  const arrived = arrivedOf(english, places)
  if (arrived !== undefined) return inEnglish(arrived, specs)
  const deed = deedOf(english[first] ?? '', english[second ?? -1] ?? '', specs)
  if (deed !== undefined) return inEnglish(english.toSpliced(first, 1, ...deed.split(' ')), specs)
  const command = meant('command', english[first] ?? '', [...names.map(([one = '']) => one), 'help'])
  if (command === undefined) return withOptions(english, Object.keys(ALIASES.option))
  english[first] = command
  if (command === 'help') {
    const topic = places.length === 2 ? meant('topic', english[places[1] ?? 0] ?? '', TOPICS) : undefined
    for (const place of places.slice(1)) english[place] = topic ?? helpWord(english[place] ?? '', names)
    return withOptions(english, Object.keys(ALIASES.option))
  }
  if (second !== undefined && WHOSE_DAY.includes(command) && meant('option', english[second] ?? '', ['all']))
    english[second] = '--all'
  const verbs =
    command === 'export' ? RECORDS : names.flatMap(([one, two]) => (one === command && two ? [two] : []))
  if (second !== undefined)
    english[second] = meant('verb', english[second] ?? '', verbs) ?? english[second] ?? ''
  const verb = second === undefined ? undefined : english[second]
  if (verb === 'list' && OF_A_PERIOD.includes(command)) {
    const said = places.slice(2)
    const text = said.map((at) => english[at]).join(' ')
    if (text !== '' && namesPeriod(text))
      return inEnglish(
        english.flatMap((word, at) => (at === said[0] ? ['--period', text] : said.includes(at) ? [] : word)),
        specs,
      )
  }
  const spec =
    specs.find(({ name }) => name === `${command} ${verb}`) ?? specs.find(({ name }) => name === command)
  return withOptions(english, optionsBySense(spec))
}

/** Alone, a plural is its list; before a day, that of the day, and before a name, what was done with them. */
function listedBy(argv: readonly string[], [first = 0, ...rest]: readonly number[]): string[] | undefined {
  const line = meant('listed', argv[first] ?? '', LISTED)
  if (line === undefined) return undefined
  const words = rest.map((at) => argv[at] ?? '')
  const text = words.join(' ')
  const isTask = line === 'task list'
  if (text !== '' && !isTask && !line.startsWith('activity list --')) return undefined
  const isOverdue = isTask && meant('listed', text, ['task list --overdue']) !== undefined
  const isPeriod = namesPeriod(text)
  if (text !== '' && isTask && !isPeriod && !isOverdue) return undefined
  const whom = words.slice(WITH.test(words[0] ?? '') ? 1 : 0).join(' ')
  const only =
    text === '' ? [] : isOverdue ? ['--overdue'] : isPeriod ? ['--period', text] : ['--contact', whom]
  return argv.flatMap((word, at) =>
    at === first ? [...line.split(' '), ...only] : rest.includes(at) ? [] : word,
  )
}

const WITH = /^(?:с|со|от|з|із|зі|від|with|from)$/iu

/** `invoice Fox`, `sent invoice Fox`, `invoice Fox sent`: the deal goes to that stage. */
function movedTo(argv: readonly string[], places: readonly number[]): string[] | undefined {
  const [first = 0, ...rest] = places.filter((at) => !SENT.test(argv[at] ?? ''))
  const word = argv[first] ?? ''
  const isPaid = rest.some((at) => meant('payment', argv[at] ?? '', ['won']) !== undefined)
  if (rest.length === 0 || isPaid || !isInvoice(word)) return undefined
  return inPlaces(argv, places, ['deal', 'move', ...rest.map((at) => argv[at] ?? ''), word])
}

export function isInvoice(word: string): boolean {
  return meant('movedTo', word, Object.keys(ALIASES.movedTo)) !== undefined
}

const SENT =
  /^(?:(?:отправ|выстав)(?:ил[аи]?|лен)|выс(?:лал[аи]?|лан)|выпис(?:ал[аи]?|ан)|послал[аи]?|скину(?:л[аи]?|в)|(?:наді|ви)сла(?:в|л[аи]|но|ний)|виписа(?:в|л[аи]|но|ний)|(?:відправ|вистав)(?:и(?:в|л[аи])|лен(?:о|ий))|sent|issued)$/iu

/** `arrived goods Chair`, `goods Chair arrived`: what became of the goods stands before or behind them. */
function arrivedOf(argv: readonly string[], places: readonly number[]): string[] | undefined {
  const isArrived = (at: number) => meant('verb', argv[at] ?? '', ['arrived']) !== undefined
  const [goods = 0, ...rest] = places.filter((at) => !isArrived(at))
  const isInPlace = rest.length === 0 || rest.length + 2 !== places.length || isArrived(places[1] ?? 0)
  const isOther = meant('verb', argv[rest[0] ?? -1] ?? '', ['add', 'list', 'rm']) !== undefined
  if (isInPlace || isOther || meant('command', argv[goods] ?? '', ['want']) === undefined) return undefined
  return inPlaces(argv, places, ['want', 'arrived', ...rest.map((at) => argv[at] ?? '')])
}

/** The line with other words where its bare words stood. */
function inPlaces(argv: readonly string[], places: readonly number[], words: readonly string[]): string[] {
  return argv.flatMap((word, at) => (at === places[0] ? words : places.includes(at) ? [] : word))
}

/** `edit c5`, `move t1 tomorrow`: of a deal, unless an id says of what. */
function deedOf(word: string, of: string, specs: readonly CommandSpec[]): string | undefined {
  const deed = meant('deed', word, DEEDS)
  const record = recordOfId(of)
  // A deal is moved by a command of its own.
  if (record === undefined || deed === undefined) return deed
  if (!deed.startsWith('deal ')) return deed === 'task move' && record === 'deal' ? undefined : deed
  const own = deed.replace('deal', record)
  return specs.some(({ name }) => name === own) ? own : deed
}

/** What kind of record a typed id is of. */
export function recordOfId(text: string): string | undefined {
  const [, letter = ''] = /^([a-z])\d+$/i.exec(text) ?? []
  return RECORD_OF_ID[letter.toLowerCase()]
}

const RECORD_OF_ID: Readonly<Record<string, string>> = {
  t: 'task',
  d: 'deal',
  c: 'contact',
  o: 'company',
  a: 'activity',
  m: 'manager',
}

/** `завтра`, `что на завтра`, `what is on for tomorrow`, and nothing else. */
const TOMORROW =
  /^(?:(?:что|що|what|what's)\s+)?(?:(?:у|у мене|у меня|is|is on|is on for|on|for|на|there is for)\s+)*(?:завтра|tomorrow)$/iu
/** Lists that a word for a period may follow. */
const OF_A_PERIOD = ['task', 'activity']
/** Commands of a day, behind which `all` is the option. */
const WHOSE_DAY = ['today', 'next']
const LISTED = Object.keys(ALIASES.listed)
const DEEDS = Object.keys(ALIASES.deed)
const TOPICS = Object.keys(ALIASES.topic)

/** Names of options, those of the command first: one word may stand for several, as `до` for a term and for an end. */
function optionsBySense(spec: CommandSpec | undefined): string[] {
  const own = (spec?.options ?? []).flatMap(({ flags }) => /--([\w-]+)/.exec(flags)?.[1] ?? [])
  return [...own, ...Object.keys(ALIASES.option)]
}

function withOptions(argv: readonly string[], known: readonly string[]): string[] {
  return argv.map((word) => optionInEnglish(word, known))
}

/** What `export` takes; `import` has a command for each. */
const RECORDS = ['deals', 'contacts', 'companies', 'history', 'activities', 'tasks', 'plans', 'all']

function helpWord(text: string, names: readonly (readonly string[])[]): string {
  const firsts = names.map(([one = '']) => one)
  const seconds = names.flatMap(([, two]) => two ?? [])
  return meant('command', text, firsts) ?? meant('verb', text, seconds) ?? text
}

/** `--по` and `--по=…`. Latin options are left to the parser, whatever they are. */
function optionInEnglish(word: string, known: readonly string[]): string {
  if (!/^--[^\0-\x7f]/.test(word)) return word
  const [, name, rest = ''] = /^--(\p{Script=Cyrillic}[\p{Script=Cyrillic}-]*)(=.*)?$/su.exec(word) ?? []
  const option = name === undefined ? undefined : meant('option', name, known)
  return option === undefined ? word : `--${option}${rest}`
}

/** There is no command in it, and no call for help. */
export function isBare(argv: readonly string[]): boolean {
  return !argv.includes('--') && bareWords(argv).length === 0
}

/** Where the words stand that are no option and no value of an option before the command; all that follow it. */
export function bareWords(argv: readonly string[]): number[] {
  const places: number[] = []
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? ''
    if (word === '--') break
    if (VALUED.includes(word)) at++
    else if (!word.startsWith('-')) places.push(at)
    else if (places.length > 0) break
  }
  return places
}
