import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTable } from '../../src/transfer/csv.ts'
import { writeRejects } from '../../src/transfer/rejects.ts'
import { wordsFor } from '../../src/words/words.ts'
import { freshFolder } from '../support/folders.ts'

test('rows that cannot be put where they were to go stay where they are, and that is said', async () => {
  const folder = freshFolder()
  const table = await openTable(
    (async function* () {
      yield Buffer.from('id,title\n1,A\n2,B\n')
    })(),
  )
  const problems = [{ line: 3, column: 'id', value: '2', say: () => 'bad' }]
  const path = join(folder, 'bad.csv')
  const rejects = await writeRejects(table, problems, path, wordsFor('en'))
  mkdirSync(path)
  const aside = rejects.keep()
  expect(aside?.why).toBe('EISDIR')
  expect(readFileSync(aside?.place ?? '', 'utf8')).toBe('id,title,line,problem\n2,B,3,bad\n')
})
