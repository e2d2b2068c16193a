import { nearest } from '../../domain/names/name.ts'
import type { Say } from '../../errors.ts'
import type { Words } from '../../words/words.ts'
import type { CommandSpec } from '../command.ts'
import { bareWords, isInvoice, meant, otherWords, recordOfId, VALUED } from './aliases.ts'
import { inWords } from './help.ts'
import { shellWord } from './quoted.ts'
import { SECTIONS } from './sections.ts'

/** A command line as it was typed, and with its command and options in English: word for word the same. */
export interface TypedLine {
  readonly typed: readonly string[]
  readonly english: readonly string[]
}

/** The word of the line as it was typed that stands in English for this one. */
export function asTyped(english: string, line: TypedLine): string {
  const at = line.english.indexOf(english)
  return line.typed.length === line.english.length ? (line.typed[at] ?? english) : english
}

/** What is said of a word that is no command: which there are, and the one that may have been meant. */
export function sayUnknown(word: string, line: TypedLine, specs: readonly CommandSpec[]): Say {
  const group = line.english[line.english.indexOf(word) - 1] ?? ''
  const verbs = verbsOf(group, specs)
  if (verbs.length === 0) return sayUnknownFirst(word, line, specs)
  const rest = bareWords(line.english).flatMap((at) => line.english[at] ?? [])
  const after = rest.slice(rest.indexOf(word) + 1)
  const first = asTyped(group, line)
  return (w) => {
    const said = sayer(`${first} ${word}`, w)
    const near = nearest(word, [...verbs, ...verbs.flatMap((verb) => otherWords('verb', verb))], 1)[0]
    const [text, meantLine] =
      importOf(`${group} ${[word, ...after].join(' ')}`) ??
      (near !== undefined
        ? [`${first} ${word}`, `${first} ${said('verb', meant('verb', near, verbs) ?? near)}`]
        : [`${first} ${word}`, otherOf(group, verbs, [word, ...after, ...optionsIn(line)], specs)?.(said)])
    return w.commandLine.unknownVerb({
      text,
      near: meantLine === undefined ? null : `voronka ${meantLine}`,
      first,
      verbs: verbs.map((verb) => said('verb', verb)),
    })
  }
}

/** What was typed behind the words and is to be typed again with others: no option of every command. */
function optionsIn({ typed }: TypedLine): string[] {
  const behind = typed.slice((bareWords(typed).at(-1) ?? -1) + 1)
  return behind.filter((word, at) => !VALUED.includes(word) && !VALUED.includes(behind[at - 1] ?? ''))
}

/** `add manager Olga`: the record stands behind what is to be done with it; undefined for anything else. */
export function turnedRound({ typed }: TypedLine, specs: readonly CommandSpec[]): Say | undefined {
  const [does = '', record = '', ...rest] = bareWords(typed).map((at) => typed[at] ?? '')
  const group = meant('command', record, firstsOf(specs)) ?? ''
  const verbs = verbsOf(group, specs)
  const verb = meant('verb', does, verbs) ?? meant('almost', does, verbs)
  if (verb === undefined) return undefined
  const text = `${does} ${record}`
  return (w) => {
    const said = sayer(text, w)
    // A word of the program's own stays as it was typed.
    const known = meant('verb', does, verbs) === undefined ? said('verb', verb) : does
    const near = renamed(does, group, rest)?.(said) ?? joined(said('command', group), known, rest)
    return w.commandLine.unknownCommand({ text, near: `voronka ${near}` })
  }
}

function sayUnknownFirst(word: string, line: TypedLine, specs: readonly CommandSpec[]): Say {
  const turned = turnedRound(line, specs)
  if (turned !== undefined) return turned
  const places = bareWords(line.english)
  const rest = places.slice(1).map((at) => line.english[at] ?? '')
  const firsts = firstsOf(specs)
  if (meant('reports', word, ['report']) !== undefined) return sayReports(word, firsts, rest.join(' '))
  const paid = [word, ...(isInvoice(word) ? rest : [])].find(
    (one) => meant('payment', one, ['won']) !== undefined,
  )
  if (paid !== undefined)
    return sayPaid(
      paid,
      rest.filter((one) => one !== paid),
    )
  const nearly = meant('nearly', word, firsts)
  // `Fox`, `t1`, a phone: a record rather than a command.
  const isName = /^(?:\p{Lu}\p{Ll}|[tdcoam]\d+$|\+?\d{3})/u.test(word)
  return (w) => {
    const group = recordOfId(rest[0] ?? '') ?? ''
    const verb = meant('verb', word, verbsOf(group, specs))
    const said = sayer(word, w)
    const others = [...firsts, 'help'].flatMap((name) => otherWords('command', name, w.lang))
    const near =
      nearly !== undefined
        ? joined(said('command', nearly), '', nearly === 'today' ? [] : withWord(nearly, word, rest))
        : isName && verb === undefined
          ? joined(said('command', 'show'), '', [word, ...rest])
          : verb === undefined
            ? nearest(word, [...firsts, ...specs.map(({ name }) => name), ...others], 1)[0]
            : joined(said('command', group), word, rest)
    return w.commandLine.unknownCommand({ text: word, near: near === undefined ? null : `voronka ${near}` })
  }
}

/** `замер Вика завтра` is a meeting with her, called so; `отправила КП Вике` a mail that says it. */
function withWord(command: string, word: string, words: readonly string[]): string[] {
  const { who, rest } = whoAmong(words)
  if (who === undefined) return []
  if (command === 'note' || command === 'mail') return [who, [word, ...rest].join(' ')]
  return command === 'meet' ? [who, word, ...rest] : [who, ...rest]
}

/** The words that are written as a name is; none so, the first that is no number. */
function whoAmong(words: readonly string[]): { who: string | undefined; rest: string[] } {
  const isName = (word: string | undefined) => /^\p{Lu}\p{Ll}/u.test(word ?? '')
  const named = words.findIndex(isName)
  const from = named < 0 ? words.findIndex((word) => !/^\d/.test(word)) : named
  if (from < 0) return { who: undefined, rest: [...words] }
  const behind = words.findIndex((word, at) => at > from && !isName(word))
  const until = named < 0 ? from + 1 : behind < 0 ? words.length : behind
  return { who: words.slice(from, until).join(' '), rest: words.toSpliced(from, until - from) }
}

/** Money that came: the whole wins the deal, a part has no place but a note. */
function sayPaid(word: string, words: readonly string[]): Say {
  return (w) => {
    const said = sayer(word, w)
    const { who, rest } = whoAmong(words)
    const of = (name: string) => (who === undefined ? inWords(`<${name}>`, w) : shellWord(who))
    return w.commandLine.payment({
      text: word,
      part: `voronka ${said('command', 'note')} ${of('who')} ${shellWord([word, ...rest].join(' '))}`,
      whole: `voronka ${said('command', 'won')} ${of('deal')}`,
    })
  }
}

/** `отчёт за неделю`: of which days. */
const SPANS = [
  [/сегодня|день|сьогодні|today|day/iu, 'day'],
  [/недел|тиж|week/iu, 'week'],
  [/месяц|місяц|month/iu, 'month'],
  [/квартал|quarter/iu, 'quarter'],
] as const

/** `report`: which there are, each in the words of the language. */
function sayReports(word: string, firsts: readonly string[], rest: string): Say {
  const reports = SECTIONS.flatMap(({ title, commands }) => (title === 'reports' ? commands : []))
  return (w) => {
    const said = sayer(word, w)
    const names = reports.filter((name) => firsts.includes(name)).map((name) => said('command', name))
    const span = SPANS.find(([words]) => words.test(rest))?.[1]
    const example =
      span === undefined ? (names[0] ?? '') : `${said('command', 'activity')} ${w.commandLine.spans[span]}`
    return w.commandLine.whichReport({ text: word, reports: names, example })
  }
}

type Sayer = (kind: 'command' | 'verb' | 'option', word: string) => string

/** Who types in Cyrillic is answered with the words of their language, others with those of the program. */
function sayer(typed: string, { lang }: Words): Sayer {
  const isCyrillic = /\p{Script=Cyrillic}/u.test(typed)
  return (kind, word) => (isCyrillic ? otherWords(kind, word, lang)[0] : undefined) ?? word
}

/** The command that says what was meant, with the words that were typed in it. */
function otherOf(
  group: string,
  verbs: readonly string[],
  words: readonly string[],
  specs: readonly CommandSpec[],
): ((said: Sayer) => string) | undefined {
  const [word = '', ...rest] = words
  const verb = meant('almost', word, verbs)
  if (verb !== undefined)
    return (said) =>
      renamed(word, group, rest)?.(said) ?? joined(said('command', group), said('verb', verb), rest)
  const instead = INSTEAD[group]
  if (instead === undefined || !specs.some(({ name }) => name === instead)) return undefined
  if (instead === 'deal move' && rest.length === 0) return undefined
  const [first = '', second] = instead.split(' ')
  return (said) => joined(said('command', first), second === undefined ? '' : said('verb', second), words)
}

/** What a name was to become is said by an option. */
function renamed(
  word: string,
  group: string,
  [old, ...name]: readonly string[],
): ((said: Sayer) => string) | undefined {
  if (!/^(?:rename|переименовать|перейменувати)$/iu.test(word) || old === undefined || name.length === 0)
    return undefined
  return (said) =>
    `${joined(said('command', group), said('verb', 'edit'), [old])} --${said('option', 'name')} ${shellWord(name.join(' '))}`
}

function joined(first: string, second: string, rest: readonly string[]): string {
  return [first, second, ...rest.map(shellWord)].filter((word) => word !== '').join(' ')
}

/** What is done most with a record whose name follows its kind at once. */
const INSTEAD: Readonly<Record<string, string>> = {
  stage: 'deal move',
  deal: 'show',
  contact: 'show',
  company: 'show',
  manager: 'manager show',
  pipeline: 'pipeline show',
  rule: 'rule show',
  task: 'task add',
  bonus: 'bonus add',
}

/** `import FILE` lacks what the file is of; deals are what most are. */
function importOf(text: string): [text: string, near: string] | undefined {
  const [, file] = /^import (.+\.\p{L}{3,4})$/u.exec(text) ?? []
  return file === undefined ? undefined : [text, `import deals ${shellWord(file)}`]
}

function firstsOf(specs: readonly CommandSpec[]): string[] {
  return [...new Set(specs.map(({ name }) => name.split(' ')[0] ?? ''))]
}

function verbsOf(group: string, specs: readonly CommandSpec[]): string[] {
  return specs.flatMap(({ name }) => (name.startsWith(`${group} `) ? [name.slice(group.length + 1)] : []))
}
