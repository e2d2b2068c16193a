import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { EXIT, notWritten } from '../errors.ts'
import type { World } from '../world.ts'

/** A new folder among the temporary ones. Throws UserError 74 where none can be made. */
export function makeTempFolder({ tempFolder }: World, prefix: string): string {
  try {
    return mkdtempSync(join(tempFolder(), prefix))
  } catch (error) {
    throw notWritten(tempFolder(), error, EXIT.cannotWrite)
  }
}
