import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayNumber, isoOfDay } from '../../src/domain/time/date.ts'
import { DAY, hostOffset, type WallTime, Zone } from '../../src/domain/time/zone.ts'
import { UserError } from '../../src/errors.ts'

const ZONES = ['Europe/Kyiv', 'America/New_York', 'Asia/Tokyo', 'Australia/Lord_Howe', 'America/Sao_Paulo']

/** Both clock changes of many years, and the days about them, in among ordinary days. */
function changeDays(id: string): number[] {
  const days: number[] = []
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.from('1990-01-01T00:00:00Z').toZonedDateTimeISO(id)
  for (let i = 0; at !== null && i < 60; i++) {
    at = at.getTimeZoneTransition('next')
    if (at !== null && at.year < 2038) days.push(dayNumber(at.toPlainDate().toString()))
  }
  return days
}

function instants(id: string): fc.Arbitrary<number> {
  const plain = fc.integer({ min: 0, max: 2_100_000_000_000 })
  const changes = changeDays(id)
  if (changes.length === 0) return plain
  const near = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -2 * DAY, max: 2 * DAY }))
    .map(([day, ms]) => day * DAY + ms)
  return fc.oneof(plain, near)
}

const wallTimes = fc.record({
  hour: fc.integer({ min: 0, max: 23 }),
  minute: fc.integer({ min: 0, max: 59 }),
  second: fc.integer({ min: 0, max: 59 }),
  ms: fc.integer({ min: 0, max: 999 }),
})

function temporalInstant(id: string, iso: string, time: Required<WallTime>): number {
  const wall = Temporal.PlainDate.from(iso).toPlainDateTime({ ...time, millisecond: time.ms })
  const compatible = wall.toZonedDateTime(id)
  if (compatible.toPlainDateTime().equals(wall)) return compatible.epochMilliseconds
  // In a gap: the moment the clocks jump.
  const before = wall.toZonedDateTime(id, { disambiguation: 'earlier' })
  return before.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.NaN
}

const SOURCES = ZONES.flatMap((id) => [
  { id, source: 'the formatter', offsetOf: undefined },
  { id, source: "the host's own clock", offsetOf: hostOffset },
])

describe.each(SOURCES)('$id by $source agrees with Temporal', ({ id, offsetOf }) => {
  const zone = new Zone(id, offsetOf)
  const hostZone = process.env['TZ']
  beforeAll(() => {
    process.env['TZ'] = id
  })
  afterAll(() => {
    process.env['TZ'] = hostZone
  })

  test('from a moment to the wall clock', () => {
    fc.assert(
      fc.property(instants(id), (at) => {
        const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(id)
        expect([zone.dateOf(at), zone.timeOf(at), zone.isoString(at)]).toEqual([
          local.toPlainDate().toString(),
          local.toPlainTime().toString({ smallestUnit: 'second' }),
          local.toString({
            timeZoneName: 'never',
            ...(at % 1000 === 0 ? {} : { smallestUnit: 'millisecond' }),
          }),
        ])
      }),
      { numRuns: 400 },
    )
  })

  test('from the wall clock to a moment, and the bounds of a day', () => {
    fc.assert(
      fc.property(instants(id), wallTimes, (at, time) => {
        const iso = isoOfDay(Math.floor(at / DAY))
        const day = Temporal.PlainDate.from(iso)
        expect([zone.instantOf(iso, time), zone.startOfDay(iso), zone.endOfDay(iso)]).toEqual([
          temporalInstant(id, iso, time),
          day.toZonedDateTime(id).epochMilliseconds,
          day.add({ days: 1 }).toZonedDateTime(id).epochMilliseconds,
        ])
      }),
      { numRuns: 400 },
    )
  })
})

test('a late evening in UTC is the next day, and month, in Kyiv', () => {
  const kyiv = new Zone('Europe/Kyiv')
  const at = Date.UTC(2026, 0, 31, 23, 30)
  expect([kyiv.dateOf(at), kyiv.timeOf(at), kyiv.isoString(at)]).toEqual([
    '2026-02-01',
    '01:30:00',
    '2026-02-01T01:30:00+02:00',
  ])
})

test('a skipped time is the moment of the jump, a repeated one the earlier', () => {
  const kyiv = new Zone('Europe/Kyiv')
  expect([
    kyiv.isoString(kyiv.instantOf('2026-03-29', { hour: 3, minute: 30 })),
    kyiv.isoString(kyiv.instantOf('2026-10-25', { hour: 3, minute: 30 })),
  ]).toEqual(['2026-03-29T04:00:00+03:00', '2026-10-25T03:30:00+03:00'])
})

test('a day that a zone skipped whole is empty', () => {
  const samoa = new Zone('Pacific/Apia')
  expect(samoa.endOfDay('2011-12-30') - samoa.startOfDay('2011-12-30')).toBe(0)
})

test('UTC has no offset and no formatter', () => {
  const utc = new Zone('UTC')
  expect([utc.isoString(1), utc.isoString(-1), utc.startOfDay('1970-01-02')]).toEqual([
    '1970-01-01T00:00:00.001+00:00',
    '1969-12-31T23:59:59.999+00:00',
    DAY,
  ])
})

test('an unknown zone says what to write', () => {
  for (const id of ['Kyiv', 'Europe/Nowhere', '+02:00', '']) {
    expect(() => new Zone(id)).toThrow(UserError)
  }
  expect(() => new Zone('Europe/Nowhere')).toThrow(
    'Unknown time zone “Europe/Nowhere”: write a city, like Berlin, or region and city, like Europe/Kyiv or America/New_York, or UTC.',
  )
})

test('days of the first and the last years are days like others, by the clock of the host too', () => {
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone
  for (const offsetOf of [undefined, hostOffset])
    for (const day of ['0001-01-02', '0050-03-01', '0099-12-31', '9999-12-31']) {
      const zone = new Zone(own, offsetOf)
      expect([day, zone.endOfDay(day) - zone.startOfDay(day)]).toEqual([day, DAY])
      expect(zone.dateOf(zone.startOfDay(day))).toBe(day)
    }
})
