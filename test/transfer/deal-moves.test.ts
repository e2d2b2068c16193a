import { expect, test } from 'vitest'
import type { Moment } from '../../src/domain/time/when.ts'
import { Zone } from '../../src/domain/time/zone.ts'
import { type KnownWay, planWay } from '../../src/transfer/deal-moves.ts'

const zone = new Zone('UTC')
const [NEW, TALK, OFFER, WON, LOST] = [1, 2, 3, 4, 5]
const day = (iso: string): Moment => ({ at: Date.parse(`${iso}T00:00:00Z`), precision: 'day' })
const at = (iso: string): Moment => ({ at: Date.parse(`${iso}Z`), precision: 'moment' })

/** The way in words: stage, moment, day or moment, and a `~` where it is presumed. */
function way(known: Partial<KnownWay>) {
  const { creation, changes, warnings } = planWay(
    {
      first: NEW,
      open: null,
      outcome: 'open',
      end: null,
      endIsStage: true,
      lostReason: null,
      created: null,
      changed: null,
      closed: null,
      entered: [],
      stagesTold: false,
      now: Date.UTC(2026, 5, 1),
      ...known,
    },
    zone,
  )
  const shown = (stage: unknown, moment: { at: number; precision: string }, presumed: boolean) =>
    `${presumed ? '~' : ''}${stage} ${new Date(moment.at).toISOString().slice(0, moment.precision === 'day' ? 10 : 16)}`
  const start = `${shown(NEW, creation, creation.synthetic)}${creation.stageSynthetic ? '~' : ''}`
  return [start, ...changes.map((move) => shown(move.value, move, move.synthetic)), ...warnings]
}

test('an open deal: entered at its change column, else presumed at its creation', () => {
  const created = day('2026-01-05')
  expect(way({ created, open: NEW })).toEqual(['1 2026-01-05~'])
  expect(way({ created, open: TALK })).toEqual(['1 2026-01-05~', '~2 2026-01-05'])
  expect(way({ created, open: TALK, changed: day('2026-01-09') })).toEqual(['1 2026-01-05~', '2 2026-01-09'])
})

test('without a created column the earliest moment known, else the import, presumed', () => {
  expect(way({ open: NEW })).toEqual(['~1 2026-06-01T00:00~'])
  expect(way({ open: TALK, changed: day('2026-01-09') })).toEqual(['~1 2026-01-09~', '2 2026-01-09'])
  const won = { outcome: 'won', end: WON, closed: day('2026-03-01') } as const
  expect(way({ ...won, entered: [{ stage: TALK, moment: day('2026-02-01') }] })).toEqual([
    '~1 2026-02-01~',
    '2 2026-02-01',
    '4 2026-03-01',
  ])
})

test('an entered column of the first stage makes the beginning known', () => {
  expect(way({ open: NEW, entered: [{ stage: NEW, moment: day('2026-02-01') }] })).toEqual(['1 2026-02-01'])
})

test('an outcome takes its close date, else the latest moment known, presumed', () => {
  const lost = { outcome: 'lost', end: LOST, created: day('2026-01-05') } as const
  expect(way({ ...lost, closed: day('2026-01-20') })).toEqual(['1 2026-01-05~', '5 2026-01-20'])
  expect(way(lost)).toEqual(['1 2026-01-05~', '~5 2026-01-05'])
  expect(way({ ...lost, changed: day('2026-01-12') })).toEqual(['1 2026-01-05~', '5 2026-01-12'])
  expect(way({ ...lost, endIsStage: false, open: OFFER, changed: day('2026-01-12') })).toEqual([
    '1 2026-01-05~',
    '3 2026-01-12',
    '~5 2026-01-12',
  ])
})

test('a close before the creation takes its moment, and is said', () => {
  const known = { outcome: 'won', end: WON, created: day('2026-01-05'), closed: day('2026-01-03') } as const
  expect(way(known)).toEqual(['1 2026-01-05~', '~4 2026-01-05', 'closeBeforeCreation'])
})

test('a day holds what is known of its hours: creation, moves, then the outcome', () => {
  const known = {
    outcome: 'won',
    end: WON,
    created: at('2026-01-05T10:30'),
    closed: day('2026-01-05'),
  } as const
  expect(way({ ...known, entered: [{ stage: TALK, moment: at('2026-01-05T15:00') }] })).toEqual([
    '1 2026-01-05T10:30~',
    '2 2026-01-05T15:00',
    '4 2026-01-05',
  ])
})

test('a move dated in the future is said', () => {
  expect(way({ created: day('2026-01-05'), open: TALK, changed: day('2026-07-01') })).toEqual([
    '1 2026-01-05~',
    '2 2026-07-01',
    'future',
  ])
})
