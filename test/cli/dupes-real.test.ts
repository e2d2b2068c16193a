import { expect } from 'vitest'
import { realPath, realTest } from '../transfer/real.ts'
import { jsonOf } from './asking.ts'
import { type Trial, trial } from './world.ts'

interface Pair {
  kept: { id: string; name: string }
  gone: { id: string; name: string }
  score: number
  why: string
}

async function book(zone: string, ...imports: readonly (readonly string[])[]): Promise<Trial> {
  const made = trial()
  await made.run(['init', '--stages', 'A', '--timezone', zone])
  for (const [file = '', ...options] of imports) {
    const argv = ['import', 'contacts', realPath(file), '--ignore', '*', '--quiet', ...options]
    expect((await made.run(argv)).exit).toBe(0)
  }
  return made
}

const UK = 'contacts-uk500/uk-500.csv'

realTest(
  'five hundred people of another file, and those of Google and Outlook: nobody twice; twice the file, everybody',
  async () => {
    const files = [
      [UK, '--key', 'email'],
      ['google-contacts/google_contacts.csv'],
      ['outlook-contacts/outlook.csv'],
    ]
    const made = await book('Europe/London', ...files)
    expect(await jsonOf(made, 'dupes', '--min-score', '0.2')).toEqual([])
    const before = (await jsonOf(made, 'contact', 'list')) as unknown[]
    await made.run(['import', 'contacts', realPath(UK), '--ignore', '*', '--key', 'email', '--system', 'two'])
    const found = (await jsonOf(made, 'dupes', '--import', '5')) as Pair[]
    expect(found).toHaveLength(500)
    expect(found.filter(({ score, kept, gone }) => score < 0.95 || kept.name !== gone.name)).toEqual([])
    expect((await made.run(['dupes', '--merge', '--yes'])).err).toBe('Merged: 500\n')
    expect(await jsonOf(made, 'contact', 'list')).toEqual(before)
  },
  60_000,
)

realTest(
  'a hundred thousand made-up people: of 5,407 who have the e-mail of another nobody is taken for them',
  async () => {
    const made = await book('UTC', ['contacts-datablist/people-100000.csv'])
    const found = (await jsonOf(made, 'dupes', '--min-score', '0.3')) as Pair[]
    expect(found.map(({ kept, gone, score, why }) => [kept.name, gone.name, score, why])).toEqual([
      [
        'Stuart Green',
        'Stuart Greer',
        0.8881,
        'same birthday, names a slip apart, but other e-mails, but other phones',
      ],
      [
        'Penny Mooney',
        'Penny Moon',
        0.3868,
        'same e-mail phoffman@example.com, one name is part of the other, but other phones, but other birthdays',
      ],
    ])
  },
  120_000,
)
