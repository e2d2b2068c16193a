import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawn } from '@lydell/node-pty'
import { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../src/cli/commands.ts'
import { addGlobalOptions } from '../src/cli/line/program.ts'
import { SECTIONS } from '../src/cli/line/sections.ts'
import { wordsFor } from '../src/words/words.ts'
import { type Spawned, spawned } from './support/spawned.ts'

/**
 * README.md says only what is so: parts of it are made from the program's own tables, and what its examples print is
 * what they print. `npm run docs` writes it anew.
 */
const README = join(import.meta.dirname, '../README.md')
const words = wordsFor('en')
const readme = readFileSync(README, 'utf8')

test('README is what `npm run docs` would make of it', { timeout: 300_000 }, async () => {
  const made = withParts(await withOutputs(readme))
  if (process.env['VORONKA_UPDATE_DOCS']) writeFileSync(README, made)
  else expect(readme).toBe(made)
})

/** The parts between `<!-- name -->` and `<!-- /name -->`. */
function withParts(text: string): string {
  const parts: Record<string, () => string> = { commands, options, 'exit codes': exitCodes }
  return text.replace(/(<!-- ([a-z ]+) -->\n)[\s\S]*?(<!-- \/\2 -->)/g, (whole, begin, name, end) => {
    const made = parts[name]?.()
    return made === undefined ? whole : `${begin}${made}${end}`
  })
}

function commands(): string {
  const inSection = (names: readonly string[]) =>
    names.flatMap((first) => COMMANDS.filter(({ name }) => name.split(' ')[0] === first))
  return SECTIONS.map(({ title, commands: names }) => {
    const rows = inSection(names).map(
      ({ name, args, summary }) =>
        `| \`${[name, args ?? ''].join(' ').trim()}\` | ${cell(summary(words))} |\n`,
    )
    return `**${words.help[title].replace(':', '')}**\n\n| voronka | |\n|---|---|\n${rows.join('')}\n`
  }).join('')
}

function options(): string {
  const root = new Command()
  addGlobalOptions(root, words)
  return `${root.options.map(({ flags, description }) => `| \`${flags}\` | ${cell(description)} |\n`).join('')}\n`
}

function exitCodes(): string {
  const lines = words.topics['exit-codes'].text.split('\n')
  const rows = lines.map((line) =>
    line.trim().replace(/^(\d+) +(.*)$/, (_, code, says) => `| ${code} | ${cell(says)} |`),
  )
  return `| exit | |\n|---|---|\n${rows.join('\n')}\n\n`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/<([^>]*)>/g, '`<$1>`')
}

/** Every `console` block run from the first to the last, in one folder, at a terminal 80 columns wide. */
async function withOutputs(text: string): Promise<string> {
  const room = spawned({ CI: 'true', NO_COLOR: '1', TERM: 'xterm' })
  copyFileSync(join(import.meta.dirname, '../fixtures/windows.csv'), room.path('deals.csv'))
  const pieces = text.split(/(```console\n[\s\S]*?```\n)/)
  const made: string[] = []
  for (const piece of pieces) made.push(piece.startsWith('```console') ? await blockOf(piece, room) : piece)
  return made.join('')
}

async function blockOf(block: string, room: Spawned): Promise<string> {
  const typed = [...block.matchAll(/^\$ ((?:.*\\\n)*.*)\n/gm)].map(([, line = '']) => line)
  const made: string[] = []
  for (const line of typed) {
    const [, name, value] = /^export (\w+)=(\S+)$/.exec(line) ?? []
    if (name !== undefined) room.env[name] = value
    made.push(`$ ${line}\n${name === undefined ? await shown(line, room) : ''}`)
  }
  return `\`\`\`console\n${made.join('')}\`\`\`\n`
}

function shown(line: string, room: Spawned): Promise<string> {
  const terminal = spawn('bash', ['-c', line], {
    cols: 80,
    rows: 50,
    cwd: room.folder,
    env: room.env as Record<string, string>,
  })
  let text = ''
  terminal.onData((piece) => {
    text += piece
  })
  return new Promise((resolve) => {
    terminal.onExit(() => resolve(text.replaceAll('\r\n', '\n')))
  })
}

describe('what README says of itself', () => {
  test('every line of a shell is run: no other block shows a prompt', () => {
    const others = [...readme.matchAll(/```(?!console)\w*\n([\s\S]*?)```/g)].map(([, body = '']) => body)
    expect(others.filter((body) => /^\$ /m.test(body))).toEqual([])
  })

  test('the JSON documents that the program makes are those listed', () => {
    const listed = [...readme.matchAll(/^\| `(voronka\.[a-z]+\/\d+)`/gm)].map(([, schema = '']) => schema)
    const sources = readFileSync(join(import.meta.dirname, '../dist/voronka.cjs'), 'latin1')
    const made = [...sources.matchAll(/["'`](voronka\.[a-z]+\/\d+)["'`]/g)].map(([, schema = '']) => schema)
    expect(listed).toEqual([...new Set(made)].sort())
  })

  test('the line of the crontab works as cron runs it', () => {
    const [, line = ''] = /^0 8 \* \* \d-\d +(voronka .*)$/m.exec(readme) ?? []
    const room = spawned()
    room.shell('voronka init --stages New --timezone Europe/Berlin --quiet --db sales.db')
    const command = line.replaceAll('\\%', '%')
    // Yesterday's evening in Berlin is tomorrow's night in Tokyo: the day is the workspace's.
    const env = `PATH="${room.env['PATH']}" HOME="${room.folder}" LANG=C TZ=Asia/Tokyo VORONKA_NOW=2026-10-13T17:00Z`
    const ran = room.shell(`env -i ${env} sh -c "$COMMAND" </dev/null`, { COMMAND: command })
    expect(ran).toEqual({ exit: 0, out: '', err: '' })
    const now = { VORONKA_NOW: '2026-10-13T17:00Z' }
    const report = room.shell('voronka funnel last-week --db sales.db 2>/dev/null', now)
    expect(room.shell('cat funnel-2026-10-13.txt').out).toBe(report.out)
    expect(report.out.split('\n').length).toBeGreaterThan(2)
  })
})
