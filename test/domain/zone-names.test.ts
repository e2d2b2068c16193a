import { expect, test } from 'vitest'
import { zoneNamed } from '../../src/domain/time/zone-names.ts'
import { UserError } from '../../src/errors.ts'
import { wordsFor } from '../../src/words/words.ts'

test.each([
  ['санкт петербург', 'Europe/Moscow'],
  ['Ростов-на-Дону', 'Europe/Moscow'],
  ['new york', 'America/New_York'],
  ['Asia/Tokyo', 'Asia/Tokyo'],
  ['europe/kyiv', 'Europe/Kyiv'],
  ['EUROPE/MOSCOW', 'Europe/Moscow'],
  ['america/argentina/buenos_aires', 'America/Argentina/Buenos_Aires'],
  ['utc', 'UTC'],
  ['US/Eastern', 'US/Eastern'],
])('%s is %s', (text, id) => {
  expect(zoneNamed(text).id).toBe(id)
})

test.each([
  ['ростов-на-дане', 'Ростов-на-Дону (Europe/Moscow)'],
  ['санкт-питербург', 'Санкт-Петербург (Europe/Moscow)'],
  ['port-au-prins', 'Port-au-Prince (America/Port-au-Prince)'],
  ['киыв', 'Киев (Europe/Kyiv)'],
])('%s is perhaps %s, written as the city is', (text, near) => {
  let said = ''
  try {
    zoneNamed(text)
  } catch (error) {
    if (error instanceof UserError) said = error.say(wordsFor('en'))
  }
  expect(said).toBe(`Unknown time zone “${text}”. Perhaps ${near}`)
})
