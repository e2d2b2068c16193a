import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openInMemory } from '../src/store/open.ts'

/** Which rooms a room may import. A leaf in `src` itself (`errors.ts`) is a room of its own name. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  main: ['ask', 'cli', 'errors', 'world'],
  ask: ['errors', 'render', 'world'],
  cli: ['domain', 'errors', 'render', 'reports', 'store', 'transfer', 'words', 'world'],
  store: ['domain', 'errors', 'words'],
  reports: ['domain', 'errors', 'words'],
  render: ['domain', 'errors', 'words'],
  transfer: ['domain', 'errors', 'words'],
  domain: ['errors', 'words'],
  errors: ['words'],
  words: [],
  world: [],
}

/** The shapes of facts and reports, imported as types only, by those who make or draw them. */
const MAY_IMPORT_TYPES: Record<string, readonly string[]> = { render: ['reports'], store: ['reports'] }

/** One room owns a library: nobody else knows that it exists. */
const OWNER: Record<string, string> = {
  asciichart: 'render',
  'better-sqlite3': 'store',
  chalk: 'render',
  'cli-progress': 'cli',
  'cli-table3': 'render',
  commander: 'cli',
  'csv-parse': 'transfer',
  'fastest-levenshtein': 'domain',
  htmlparser2: 'transfer',
  hucre: 'transfer',
  inquirer: 'ask',
  kysely: 'store',
  'libphonenumber-js': 'domain',
  'string-width': 'render',
  'temporal-polyfill': 'domain',
}

interface Import {
  file: string
  room: string
  /** The room or the package that is imported. */
  target: string
  /** The file, of our own. */
  path: string
  inside: boolean
  lazy: boolean
  typeOnly: boolean
}

const ROOT = join(import.meta.dirname, '..')
const FILES = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join(ROOT, 'src', name), 'utf8') }))

const IMPORT =
  /^(?:import|export)\s+(?:(type)\s+)?([^'()]*?)\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm

function importsOf({ name, text }: { name: string; text: string }): Import[] {
  return [...text.matchAll(IMPORT)].map(([, type, names = '', from, bare, lazy]) => {
    const path = from ?? bare ?? lazy ?? ''
    const inside = path.startsWith('.')
    const imported = relative(join(ROOT, 'src'), join(ROOT, 'src', name, '..', path))
    const specifiers = names
      .replace(/[{}\s]+/g, ' ')
      .split(',')
      .filter((part) => part.trim() !== '')
    return {
      file: name,
      room: roomOf(name),
      target: inside ? roomOf(imported) : packageOf(path),
      path: inside ? imported : '',
      inside,
      lazy: lazy !== undefined,
      typeOnly:
        type === 'type' ||
        (specifiers.length > 0 && specifiers.every((part) => part.trim().startsWith('type '))),
    }
  })
}

function roomOf(path: string): string {
  return (path.split('/')[0] ?? '').replace(/\.ts$/, '')
}

function packageOf(path: string): string {
  return path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/')
}

const COMMENT = /^\s*(\*|\/\/|\/\*\*)/

const IMPORTS = FILES.flatMap(importsOf)

function lines(pattern: RegExp, allowed: readonly string[] = []): string[] {
  return FILES.filter(({ name }) => !allowed.includes(name)).flatMap(({ name, text }) =>
    text
      .split('\n')
      .flatMap((line, i) =>
        pattern.test(line) && !COMMENT.test(line) ? [`${name}:${i + 1}: ${line.trim()}`] : [],
      ),
  )
}

describe('imports', () => {
  test('every import is understood by this test', () => {
    const counted = FILES.flatMap(
      ({ text }) =>
        text.match(/^import (?:type |[{*']|\w+ from)|\bimport\(|^\} from '|^export .* from '/gm) ?? [],
    )
    const several = FILES.flatMap(({ text }) => text.match(/^\} from '/gm) ?? [])
    expect(IMPORTS.length).toBe(counted.length - several.length)
  })

  test('run one way', () => {
    const wrong = IMPORTS.filter(
      ({ room, target, inside, typeOnly }) =>
        inside &&
        target !== room &&
        !MAY_IMPORT[room]?.includes(target) &&
        !(typeOnly && MAY_IMPORT_TYPES[room]?.includes(target)),
    )
    expect(wrong.map(({ file, target }) => `${file} -> ${target}`)).toEqual([])
  })

  test('no two files need each other', () => {
    const needs = new Map(FILES.map(({ name }) => [name, [] as string[]]))
    for (const { file, path, inside, lazy, typeOnly } of IMPORTS)
      if (inside && !lazy && !typeOnly) needs.get(file)?.push(path)
    const isFree = (paths: readonly string[]) => !paths.some((path) => needs.has(path))
    for (let left = -1; left !== needs.size; ) {
      left = needs.size
      for (const [name, paths] of needs) if (isFree(paths)) needs.delete(name)
    }
    expect([...needs.keys()]).toEqual([])
  })

  test('one library, one room', () => {
    const wrong = IMPORTS.filter(
      ({ room, target, inside }) => !inside && !target.startsWith('node:') && OWNER[target] !== room,
    )
    expect(wrong.map(({ file, target }) => `${file} -> ${target}`)).toEqual([])
  })

  test('only the rooms that are drawn here exist', () => {
    expect([...new Set(FILES.map(({ name }) => roomOf(name)))].sort()).toEqual(Object.keys(MAY_IMPORT).sort())
  })
})

describe('the world outside is met in one file', () => {
  test('the process, the console, the clock and chance', () => {
    const outside =
      /\bprocess\s*[.[]|node:process|\bconsole\s*[.[]|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b/
    expect(lines(outside, ['main.ts'])).toEqual([])
  })

  test('nobody ends the process: output in flight would be cut off', () => {
    expect(lines(/\bprocess\.(exit|abort)\(|\bprocess\.kill\(process/)).toEqual([])
  })
})

describe('files', () => {
  test('none grows beyond 300 lines, and no catalogue, which says all in three languages, beyond 400', () => {
    const long = FILES.map(({ name, text }) => ({ name, lines: text.split('\n').length - 1 }))
    expect(long.filter(({ name, lines }) => lines > (roomOf(name) === 'words' ? 400 : 300))).toEqual([])
  })

  test('none passes on what others export, and none is a place for whatever is left over', () => {
    expect(lines(/^export (type )?(\*|\{[^}]*\}) from /)).toEqual([])
    const named = FILES.filter(({ name }) => /(^|[/-])(utils?|helpers?|misc|common)(\/|\.ts$)/.test(name))
    expect(named.map(({ name }) => name)).toEqual(['words/common.ts'])
  })

  test('none keeps anything from one run to the next: tests share them', () => {
    const changing =
      /^(export )?(let|var) |^(export )?const (?!.*[Rr]eadonly).*= (new (Weak)?(Map|Set)(<.*>)?\(\)|\[\]|\{\})$/
    expect(lines(changing)).toEqual([])
  })
})

test('SQL is said in the store alone', () => {
  const sql =
    /\bdb\.(raw|query)\b|\braw\.(exec|pragma)\(|\b(db|store)\.prepare\(|['"`](select|insert|update|delete|pragma)\b[^'"`]* (from|into|set|=) /
  const elsewhere = FILES.filter(({ name }) => roomOf(name) !== 'store').map(({ name }) => name)
  const inStore = FILES.filter(({ name }) => roomOf(name) === 'store').map(({ name }) => name)
  expect(lines(sql, inStore)).toEqual([])
  // The pattern knows SQL where there is some.
  expect(lines(sql, elsewhere).length).toBeGreaterThan(100)
})

test('the tables as Kysely sees them are those of the file', () => {
  expect(declaredTables()).toEqual(migratedTables())
})

/** Table → its columns, sorted, out of the text of the interface `Schema` and those that it extends. */
function declaredTables(): Record<string, string[]> {
  const body = ['schema.ts', 'schema-rules.ts', 'schema-people.ts', 'schema-plans.ts', 'schema-reports.ts']
    .map(declaredIn)
    .join('\n')
  const tables = [...body.matchAll(/(\w+): \{([^}]*)\}/g)].map(([, table = '', columns = '']) => [
    table,
    [...columns.matchAll(/(\w+)\??:/g)].map(([, column = '']) => column).sort(),
  ])
  return Object.fromEntries(tables)
}

function declaredIn(file: string): string {
  const text = readFileSync(join(ROOT, 'src/store/tables', file), 'utf8').replace(
    /\/\*[\s\S]*?\*\/|\/\/.*/g,
    '',
  )
  return /export interface \w*Schema (?:extends [\w, ]+ )?\{([\s\S]*?)\n\}/.exec(text)?.[1] ?? ''
}

function migratedTables(): Record<string, string[]> {
  const database = openInMemory()
  const rows = database.raw
    .prepare(
      `select m.name as tableName, c.name as columnName from sqlite_schema m join pragma_table_info(m.name) c
       where m.type = 'table' and m.name not like 'sqlite\\_%' escape '\\'
         and m.name <> 'search' and m.name not like 'search\\_%' escape '\\' or m.name = 'search_state'`,
    )
    .all() as { tableName: string; columnName: string }[]
  const tables: Record<string, string[]> = {}
  for (const { tableName, columnName } of rows)
    tables[tableName] = [...(tables[tableName] ?? []), columnName].sort()
  return tables
}
