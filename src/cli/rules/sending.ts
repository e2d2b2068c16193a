import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { lookUp } from '../../domain/look-up.ts'
import { type Say, UserError, whyNotWritten } from '../../errors.ts'
import { makeFolder } from '../../store/make-folder.ts'
import { explainStatement } from '../../store/open.ts'
import {
  anyToSend,
  claimEntry,
  endEntry,
  endInterrupted,
  type OutboxEntry,
  outboxEntries,
  pendingEntries,
} from '../../store/rules/outbox.ts'
import { getRule } from '../../store/rules/rules.ts'
import type { Store } from '../../store/store.ts'
import type { World } from '../../world.ts'
import type { Context } from '../context.ts'
import { shellWord } from '../line/quoted.ts'
import { writeWhole } from '../workspace/write-whole.ts'

/** Seconds beyond the time a command may take, after which the process that began it is taken for dead. */
const GRACE = 20

/**
 * Sends the texts that rules have made, after the commit, each once: an entry is claimed before it is sent, so that of
 * two processes one sends it, and one that was cut off half-way is not sent again unasked. What became of
 * them is told. Never throws UserError: the change that they come of is there already.
 */
export async function sendOutbox(store: Store, context: Context): Promise<void> {
  if (!anyToSend(store)) return
  try {
    await sendAll(store, context)
  } catch (error) {
    const known = explainStatement(error, context.path)
    if (!(known instanceof UserError)) throw error
    context.complain((w) => w.rules.notSentNow({ why: known.say(w) }))
  }
}

async function sendAll(store: Store, context: Context): Promise<void> {
  const { world, words } = context
  const limit = store.settings.ruleTimeout
  const cutOff = endInterrupted(store, (limit + GRACE) * 1000, world.clock(), words.rules.send.interrupted)
  if (cutOff.length > 0)
    for (const entry of outboxEntries(store))
      if (cutOff.includes(entry.id)) context.complain(sayFailed(store, entry, entry.problem ?? ''))
  const held = new Set<number>()
  for (const entry of pendingEntries(store)) {
    if (entry.output === 'command' && !entry.allowed) held.add(entry.rule)
    else if (claimEntry(store, entry.id, world.clock())) await send(store, context, entry)
  }
  for (const rule of held) {
    const p = { rule: getRule(store, rule).name, id: `r${rule}` }
    context.tell((w) => w.rules.held(p))
  }
}

async function send(store: Store, context: Context, entry: OutboxEntry): Promise<void> {
  const { world, words } = context
  const told = (say: Say) => context.tell(say)
  const why = await attempt(store, world, entry, told)
  endEntry(store, entry.id, world.clock(), why === null ? null : why(words))
  if (why !== null) context.complain((w) => sayFailed(store, entry, why(w))(w))
  // Where it went is told of before, unless that was at another time.
  else if (entry.output === 'command' && entry.madeAt !== context.now(store.zone)) told(saySent(store, entry))
}

function saySent(store: Store, { rule, deal }: OutboxEntry): Say {
  const p = { rule: getRule(store, rule).name, deal: `d${deal}` }
  return (w) => w.rules.sent(p)
}

function sayFailed(store: Store, entry: OutboxEntry, why: string): Say {
  const p = { rule: getRule(store, entry.rule).name, deal: `d${entry.deal}`, why, id: entry.id }
  return (w) => w.rules.sendFailed(p)
}

/** Null where it was sent, else why not. */
async function attempt(
  store: Store,
  world: World,
  entry: OutboxEntry,
  told: (say: Say) => void,
): Promise<Say | null> {
  const rule = getRule(store, entry.rule).name
  const deal = `d${entry.deal}`
  switch (entry.output) {
    case 'print':
      told((w) => w.rules.said({ rule, deal, text: entry.text }))
      return null
    case 'folder':
      return intoFolder(world, entry, (path) => told((w) => w.rules.wroteFile({ rule, path })))
    case 'command':
      return toCommand(store, world, entry)
  }
}

/** The file is called by ids alone: nothing that somebody typed is part of a path. */
async function intoFolder(
  world: World,
  { id, rule, deal, target, text }: OutboxEntry,
  done: (path: string) => void,
): Promise<Say | null> {
  const folder = target ?? ''
  const path = join(folder, `r${rule}-d${deal}-${id}.txt`)
  try {
    makeFolder(folder)
    await writeWhole(path, [text.endsWith('\n') ? text : `${text}\n`], world)
  } catch (error) {
    if (error instanceof UserError) return error.say
    return (w) => w.rules.send.cannotWrite({ path, why: whyNotWritten(error, w) })
  }
  done(path)
  return null
}

async function toCommand(store: Store, world: World, { target, text }: OutboxEntry): Promise<Say | null> {
  const argv = commandWords(target)
  if (world.execute === undefined) return (w) => w.rules.send.noCommands
  const seconds = store.settings.ruleTimeout
  const executed = await world.execute(argv, text, seconds * 1000)
  switch (executed.how) {
    case 'timeout':
      return (w) => w.rules.send.timeout({ seconds })
    case 'notRun':
      return notRun(argv[0] ?? '', executed.code)
    case 'killed':
      return (w) => w.rules.send.killed(executed)
    case 'ended':
      return executed.exit === 0
        ? null
        : (w) => w.rules.send.exit({ ...executed, output: brief(executed.output) })
  }
}

function notRun(command: string, code: string): Say {
  // Also said where the file is there, and not what its first line names.
  const isThere = command.includes('/') && existsSync(command)
  if (code === 'ENOTDIR' || (code === 'ENOENT' && !isThere)) return (w) => w.rules.send.notFound({ command })
  return ({ rules }) => rules.send.notRun({ command, why: lookUp(rules.send.whyNotRun, code) ?? code })
}

/** Characters of what a command said that are shown. */
const MOST_SHOWN = 300

function brief(output: string): string {
  const line = output.replace(/\s+/g, ' ')
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN)}…` : line
}

/** The words of a command as they are kept. */
function commandWords(target: string | null): string[] {
  const list: unknown = JSON.parse(target ?? '[]')
  return Array.isArray(list) ? list.map(String) : []
}

export function sayTarget({
  output,
  target,
}: {
  output: string | null
  target: string | null
}): string | null {
  if (output === 'command') return commandWords(target).map(shellWord).join(' ')
  return output === 'folder' ? target : null
}
