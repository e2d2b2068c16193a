import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Say, UserError, whyNotWritten } from '../../errors.ts'
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
import type { Words } from '../../words/words.ts'
import type { World } from '../../world.ts'
import { shellWord } from '../line/quoted.ts'
import { writeWhole } from '../workspace/write-whole.ts'

/** Seconds beyond the time a command may take, after which the process that began it is taken for dead. */
const GRACE = 20

/**
 * Sends the texts that rules have made, after the commit, each once: an entry is claimed before it is sent, so that of
 * two processes one sends it, and one that was cut off half-way is not sent again unasked. `told` hears what became of
 * them. Never throws for a text that cannot be sent.
 */
export async function sendOutbox(
  store: Store,
  world: World,
  words: Words,
  told: (say: Say) => void,
): Promise<void> {
  if (!anyToSend(store)) return
  const limit = store.settings.ruleTimeout
  const cutOff = endInterrupted(
    store,
    world.clock() - (limit + GRACE) * 1000,
    world.clock(),
    words.rules.send.interrupted,
  )
  if (cutOff.length > 0)
    for (const entry of outboxEntries(store))
      if (cutOff.includes(entry.id)) told(sayFailed(store, entry, entry.problem ?? ''))
  const held = new Set<number>()
  for (const entry of pendingEntries(store)) {
    if (entry.output === 'command' && !entry.allowed) held.add(entry.rule)
    else if (claimEntry(store, entry.id, world.clock())) await send(store, world, words, entry, told)
  }
  for (const rule of held) {
    const p = { rule: getRule(store, rule).name, id: `r${rule}` }
    told((w) => w.rules.held(p))
  }
}

async function send(
  store: Store,
  world: World,
  words: Words,
  entry: OutboxEntry,
  told: (say: Say) => void,
): Promise<void> {
  const why = await attempt(store, world, entry, told)
  endEntry(store, entry.id, world.clock(), why === null ? null : why(words))
  if (why !== null) told((w) => sayFailed(store, entry, why(w))(w))
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
    mkdirSync(folder, { recursive: true })
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
    case 'notFound':
      return (w) => w.rules.send.notFound({ command: argv[0] ?? '' })
    case 'killed':
      return (w) => w.rules.send.killed(executed)
    case 'ended':
      return executed.exit === 0 ? null : (w) => w.rules.send.exit(executed)
  }
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
