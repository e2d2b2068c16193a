import { closeSync, existsSync, openSync, readSync, rmSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import { EXIT, UserError } from '../../errors.ts'
import { restoreCopy } from '../../store/copy/restore.ts'
import { Store } from '../../store/store.ts'
import { readCopy } from '../../transfer/copy-text.ts'
import { endingLines, refuseEndless } from '../../transfer/endless.ts'
import type { Answer, Run } from '../command.ts'
import type { Context } from '../context.ts'

/** Puts a full copy (`export all`) into a workspace without records, or into a new one. */
export const importAll: Run = async (context, { args }): Promise<Answer> => {
  const [file = ''] = args
  const pieces = file === '-' ? await readStdin(context) : readPieces(file)
  const fresh = !existsSync(context.path)
  const store = fresh ? context.use(Store.open(context.path, { create: true })) : context.open('write')
  const forget = () => {
    context.close()
    for (const suffix of ['', '-wal', '-shm']) rmSync(context.path + suffix, { force: true })
  }
  try {
    const { dryRun } = context
    const request = {
      command: context.commandLine,
      now: context.now(store.zone),
      origin: 'import' as const,
      dryRun,
    }
    const { result: counts, operation } = restoreCopy(store, readCopy(pieces), request)
    if (fresh && dryRun) forget()
    const said = {
      deals: counts['deals'] ?? 0,
      history: counts['history'] ?? 0,
      contacts: counts['contacts'] ?? 0,
    }
    return {
      json: { schema: 'voronka.import/1', entity: 'all', file, counts, operation, dryRun },
      messages: [(w) => (dryRun ? w.cli.dryRunDone : w.safety.copyRestored({ path: context.path, ...said }))],
    }
  } catch (error) {
    if (fresh) forget()
    throw error
  }
}

const PIECE = 1 << 20

/** Read while the transaction is open, and so without waiting. */
function* readPieces(path: string): Generator<string> {
  const file = open(path)
  try {
    refuseEndless(path)
    const decoder = new StringDecoder('utf8')
    const bytes = Buffer.alloc(PIECE)
    for (let n = readSync(file, bytes); n > 0; n = readSync(file, bytes))
      yield decoder.write(bytes.subarray(0, n))
    yield decoder.end()
  } catch (error) {
    if (isCode(error, 'EIO'))
      throw new UserError((w) => w.reading.refused(path, w.reading.unreadable('EIO')), EXIT.badInput)
    throw isCode(error, 'EISDIR') ? new UserError((w) => w.safety.copyNone, EXIT.badInput) : error
  } finally {
    closeSync(file)
  }
}

function open(path: string): number {
  try {
    return openSync(path, 'r')
  } catch (error) {
    if (isCode(error, 'EACCES'))
      throw new UserError((w) => w.safety.copyUnreadable({ path }), EXIT.noPermission)
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR'))
      throw new UserError((w) => w.safety.copyMissing({ path }), EXIT.noInput)
    throw error
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

async function readStdin(context: Context): Promise<string[]> {
  const decoder = new StringDecoder('utf8')
  const pieces: string[] = []
  for await (const bytes of endingLines(context.world.stdin.bytes(), '-'))
    pieces.push(decoder.write(Buffer.from(bytes)))
  return [...pieces, decoder.end()]
}
