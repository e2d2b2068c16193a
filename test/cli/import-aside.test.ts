import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { person } from '../support/person.ts'
import { type Trial, trial } from './world.ts'

const LINES = [
  'ID,Deal,Stage,Created,Heard from',
  '1,Window,Lead,2026-09-01,fair',
  '2,Door,Lead,2026-09-32,ad',
  '3,Blind,Lead,2026-09-03,ad',
]

function withFile(lines: readonly string[] = LINES): Trial {
  const made = trial()
  writeFileSync(made.path('deals.csv'), `${lines.join('\n')}\n`)
  return made
}

async function ready(lines?: readonly string[]): Promise<Trial> {
  const made = withFile(lines)
  await made.run(['init', '--stages', 'Lead,Visit', '--currency', 'EUR'])
  return made
}

async function asked(made: Trial, argv: readonly string[], answers: Parameters<typeof person>[0]) {
  const { ask, heard } = person(answers)
  const ran = await made.run(argv, { terminal: 80, ask })
  const clean = (text: string) => text.replaceAll(made.folder, 'FOLDER').replaceAll('\u00a0', ' ')
  return { exit: ran.exit, out: clean(ran.out), err: clean(ran.err), heard: heard.map(clean) }
}

const titles = async (made: Trial): Promise<string[]> =>
  (await made.run(['deal', 'list', '--sort', 'id', '--format', 'csv'])).out.match(/Window|Door|Blind/g) ?? []

const lastCommand = async (made: Trial): Promise<string> =>
  JSON.parse((await made.run(['journal', '--format', 'json'])).out)[0].command.replaceAll(
    made.folder,
    'FOLDER',
  )

describe('rows with problems, at a terminal', () => {
  test('may be put aside after all was answered', async () => {
    const made = await ready()
    const ran = await asked(made, ['import', 'deals', made.path('deals.csv')], ['keep it', false, true])
    expect(ran).toMatchSnapshot()
    expect(await titles(made)).toEqual(['Window', 'Blind'])
    expect(await lastCommand(made)).toBe(
      'import deals FOLDER/deals.csv --custom "Heard from" --rejects FOLDER/deals-rejects.csv',
    )
    expect(readFileSync(made.path('deals-rejects.csv'), 'utf8')).toMatch(/^ID.*\n2,Door,.*,3,"Cannot read/)
  })

  test('are put aside again into the file they are in, and nothing else is written over', async () => {
    const made = await ready(LINES.map((line) => line.replace(/,[^,]+$/, '')))
    writeFileSync(made.path('deals-rejects.csv'), 'of somebody else')
    await asked(made, ['import', 'deals', made.path('deals.csv')], [true])
    expect(readFileSync(made.path('deals-rejects.csv'), 'utf8')).toBe('of somebody else')
    const aside = made.path('deals-rejects-2.csv')
    writeFileSync(aside, `${readFileSync(aside, 'utf8')}4,Awning,Lead,2026-09-04\n`)
    const { heard } = await asked(made, ['import', 'deals', aside], [true])
    expect(heard).toEqual([
      'Rows with problems: 1 of 2. Write the others, and put these aside in FOLDER/deals-rejects-2.csv to be mended there? ⏎ true',
    ])
    expect(readFileSync(aside, 'utf8').split('\n')).toHaveLength(3)
  })

  test('who does not want that is told what there was, once, and nothing is written', async () => {
    const made = await ready()
    const ran = await asked(made, ['import', 'deals', made.path('deals.csv')], ['leave it', false, false])
    expect(ran.exit).toBe(65)
    expect(ran.err.match(/Cannot read/g)).toHaveLength(1)
    expect(ran.err).toContain('Nothing was written: 1 row has problems.')
    expect([await titles(made), existsSync(made.path('deals-rejects.csv'))]).toEqual([[], false])
  })

  test.each([
    [
      'where none is good',
      LINES.map((line) => line.replace(/2026-09-../, '32.13.2026').replace(/,[^,]+$/, '')),
      [],
    ],
    ['of a trial', LINES.map((line) => line.replace(/,[^,]+$/, '')), ['--dry-run']],
  ])('nobody is asked %s', async (_, lines, more) => {
    const made = await ready(lines)
    expect((await asked(made, ['import', 'deals', made.path('deals.csv'), ...more], [])).exit).toBe(65)
  })

  test('a workspace made of the file has the good rows', async () => {
    const made = withFile()
    const argv = ['init', '--from', made.path('deals.csv'), '--stages', 'Lead,Visit', '--timezone', 'UTC']
    const { exit, err } = await asked(made, argv, ['leave it', false, true])
    expect([exit, await titles(made)]).toEqual([65, ['Window', 'Blind']])
    expect(err).toContain('Rows with problems: 1, in FOLDER/deals-rejects.csv.')
    expect(readdirSync(made.folder)).toContain('deals-rejects.csv')
  })
})
