import fc from 'fast-check'
import { afterAll } from 'vitest'
import { removeFolders } from './support/folders.ts'

/**
 * Laws are tried on new data at every run of a developer, and on the same in CI: what CI says of one commit it says
 * again. A failure prints its seed; `VORONKA_SEED` repeats it.
 */
const CI_SEED = 20_261_122
const { CI, VORONKA_SEED } = process.env
if (VORONKA_SEED !== undefined) fc.configureGlobal({ seed: Number(VORONKA_SEED) })
else if (CI) fc.configureGlobal({ seed: CI_SEED })

afterAll(removeFolders)
