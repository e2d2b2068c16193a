import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { stateOf } from '../support/state.ts'
import { trial } from './world.ts'

interface Case {
  what: 'deals' | 'contacts' | 'history'
  good: string
  /** A line with something wrong, and what is to be written in its place. */
  bad: [string, string]
}

const CASES: readonly Case[] = [
  {
    what: 'deals',
    good: 'ID,Title,Stage,Amount,Created\n1,Balcony,New,100,2026-03-01\n',
    bad: ['2,Door,Nope,200,2026-03-02', '2,Door,New,200,2026-03-02'],
  },
  {
    what: 'contacts',
    good: 'ID,Name,Phone,Birthday\n1,Ivan Kit,+380671234567,1990-01-02\n',
    bad: ['2,Olha Lys,+380501112233,1990-13-45', '2,Olha Lys,+380501112233,1990-12-05'],
  },
  {
    what: 'history',
    good: 'Deal,Stage,At\n1,New,2026-03-01 10:00\n',
    bad: ['1,Nope,2026-03-05 10:00', '1,Offer,2026-03-05 10:00'],
  },
]

test.each(CASES)(
  'rows of $what put aside are mended and imported, and nothing else changes',
  async ({ what, good, bad: [wrong, right] }) => {
    const made = async () => {
      const room = trial()
      await room.run(['init', '--stages', 'New,Offer'])
      return room
    }
    const { run, path } = await made()
    writeFileSync(path('in.csv'), `${good}${wrong}\n`)
    const aside = await run([
      'import',
      what,
      path('in.csv'),
      '--rejects',
      path('bad.csv'),
      '--format',
      'json',
    ])
    expect([aside.exit, JSON.parse(aside.out)]).toMatchObject([65, { created: 1, rejected: 1 }])
    const text = readFileSync(path('bad.csv'), 'utf8')
    expect(text.split('\n')[0]).toBe(`${good.split('\n')[0]},line,problem`)
    writeFileSync(path('bad.csv'), text.replace(wrong, right))
    const mended = await run(['import', what, path('bad.csv'), '--format', 'json'])
    expect([mended.exit, JSON.parse(mended.out)]).toMatchObject([0, { rows: 1, created: 1, rejected: 0 }])
    const state = stateOf(path('trial.db'))
    expect(state['fields']).toEqual([])
    writeFileSync(path('in.csv'), `${good}${right}\n`)
    const whole = await run(['import', what, path('in.csv'), '--format', 'json'])
    expect(JSON.parse(whole.out)).toMatchObject({ rows: 2, unchanged: 2, operation: null })
    expect(stateOf(path('trial.db'))).toEqual(state)
  },
)
