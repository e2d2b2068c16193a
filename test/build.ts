import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Tests that start the program run what the sources say now. */
export default function build(): void {
  execFileSync(process.execPath, ['esbuild.config.mjs'], { cwd: join(import.meta.dirname, '..') })
}
