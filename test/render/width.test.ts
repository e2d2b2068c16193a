import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { sanitize } from '../../src/render/sanitize.ts'
import { displayWidth, pad, truncate, wrapText } from '../../src/render/width.ts'
import { processorTime } from '../support/processor.ts'

const units = [...'абв ABC  漢字😀한\u00a0«»', '🇺🇦', '👍🏽', 'ё\u0301', '\u1112\u1161\u11ab']
const text = fc.string({ unit: fc.constantFrom(...units), maxLength: 60 })

describe('width', () => {
  it('is what string-width says, for all that can be shown', () => {
    const wrong: string[] = []
    for (let code = 0x20; code < 0x40000; code++) {
      const char = String.fromCodePoint(code)
      if (sanitize(char) !== char || /\p{Cn}|\p{M}/u.test(char)) continue
      if (displayWidth(char) !== stringWidth(char)) wrong.push(code.toString(16))
    }
    expect(wrong).toEqual([])
    fc.assert(fc.property(text, (some) => displayWidth(some) === stringWidth(some)))
  })

  it('pads by columns, not by characters', () => {
    expect([pad('漢字', 6, 'left'), pad('漢字', 6, 'right'), pad('漢字', 1, 'left')]).toEqual([
      '漢字  ',
      '  漢字',
      '漢字',
    ])
  })
})

describe('truncate', () => {
  it('cuts between clusters and says that it did', () => {
    expect(['Анна Иванова', '漢字漢字', '👍🏽👍🏽👍🏽', 'Анна Ив'].map((name) => truncate(name, 5))).toEqual([
      'Анна…',
      '漢字…',
      '👍🏽👍🏽…',
      'Анна…',
    ])
    expect([truncate('Анна', 4), truncate('Анна', 1), truncate('Анна', 0)]).toEqual(['Анна', '…', ''])
  })

  it('never passes the width', () => {
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 0, max: 40 }),
        (some, width) => stringWidth(truncate(some, width)) <= width,
      ),
    )
  })
})

describe('wrapText', () => {
  it('breaks at blanks, never at a no-break space, and cuts what has none', () => {
    expect(wrapText('всего 120\u00a0000\u00a0₽ за год', 12, '  ')).toEqual([
      'всего',
      '  120\u00a0000\u00a0₽',
      '  за год',
    ])
    expect(wrapText('  abcdefghij', 6)).toEqual(['  abcd', 'efghij'])
    expect(wrapText('', 6)).toEqual([''])
  })

  it('loses nothing but blanks and stays inside', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 40 }), (some, width) => {
        const lines = wrapText(some, width, '  ')
        expect(lines.join('').replaceAll(' ', '')).toBe(some.replaceAll(' ', ''))
        for (const line of lines) expect(stringWidth(line.trimEnd())).toBeLessThanOrEqual(width)
      }),
    )
  })
})

it('a word of a megabyte is broken in the time that its length takes', () => {
  const before = processorTime()
  const lines = wrapText(`see ${'я'.repeat(1_000_000)} there`, 60)
  expect(lines.length).toBe(Math.ceil(1_000_000 / 60) + 1)
  expect(lines.slice(1, -1).every((line) => line.length === 60)).toBe(true)
  expect(processorTime() - before).toBeLessThan(5_000)
})
