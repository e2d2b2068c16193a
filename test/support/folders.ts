import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The system's memory as a file system, where it has one. */
const MEMORY = '/dev/shm'
const ROOM = 2 ** 30

const made: string[] = []

/**
 * A folder for the test file that runs now: it is taken away after the file. It lies in memory where there is room, for
 * a disk that waits until each write is safe takes longer than the tests; `onDisk` where that is what is tried.
 */
export function freshFolder(where: 'anywhere' | 'onDisk' = 'anywhere'): string {
  const folder = mkdtempSync(
    join(where === 'anywhere' && hasRoom(MEMORY) ? MEMORY : tmpdir(), 'voronka-test-'),
  )
  made.push(folder)
  return folder
}

function hasRoom(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(path)
    return bavail * bsize > ROOM
  } catch {
    return false
  }
}

/** For the end of a test file: files run one after another in one process, and share this module. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
}
