import { expect, test } from 'vitest'
import { meanBeyond, meansBeyond } from '../../src/render/reports/mean-beyond.ts'
import { wordsFor } from '../../src/words/words.ts'

const said = (n: number) => String(Math.round(n))

test('a mean above the range or below it is said with what comes 9 times out of 10', () => {
  // One deal of 360, won one time in ten or less; one of 100, won nine times in ten or more.
  const rare = { name: 'Vera', mean: 36, p10: 0, p90: 0 }
  const sure = { name: 'Anna', mean: 95, p10: 100, p90: 100 }
  const usual = { name: 'Oleg', mean: 50, p10: 10, p90: 90 }
  expect(
    (['en', 'ru', 'uk'] as const).map((lang) => meansBeyond([rare, sure, usual], said, wordsFor(lang))),
  ).toMatchInlineSnapshot(`
    [
      [
        "Vera: 36 on average, but 9 times out of 10 no more than 0: a big deal that rarely comes lifts the mean.",
        "Anna: 95 on average, but 9 times out of 10 no less than 100: a big deal that rarely fails lowers the mean.",
      ],
      [
        "Vera: в среднем 36, но в 9 случаях из 10 не больше 0: среднее поднимает крупная сделка, которая удаётся редко.",
        "Anna: в среднем 95, но в 9 случаях из 10 не меньше 100: среднее снижает крупная сделка, которая срывается редко.",
      ],
      [
        "Vera: у середньому 36, але в 9 випадках із 10 не більше 0: середнє піднімає велика угода, яка вдається рідко.",
        "Anna: у середньому 95, але в 9 випадках із 10 не менше 100: середнє знижує велика угода, яка зривається рідко.",
      ],
    ]
  `)
})

test('what is the same as it is shown is not beyond', () => {
  expect(meanBeyond({ mean: 100.3, p10: 100, p90: 100 }, said, wordsFor('en'))).toBe(null)
  expect(meanBeyond({ mean: 0.04, p10: 0, p90: 0 }, said, wordsFor('en'))).toBe(null)
})
