import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { isatty } from 'node:tty'
import { EXIT, UserError } from '../errors.ts'

/** What a device that ends, or a person at a terminal, does not give at once. */
const MORE_BYTES = 1 << 16

/** Throws UserError 65 for a device that has no end, such as /dev/zero; whatever else is wrong, reading it says. */
export function refuseEndless(path: string): void {
  const file = device(path)
  if (file === undefined) return
  try {
    if (isatty(file) || readSync(file, new Uint8Array(MORE_BYTES)) < MORE_BYTES) return
    throw new UserError((w) => w.reading.refused(path, w.reading.endless), EXIT.badInput)
  } finally {
    closeSync(file)
  }
}

function device(path: string): number | undefined {
  try {
    return statSync(path).isCharacterDevice() ? openSync(path, 'r') : undefined
  } catch {
    return undefined
  }
}
