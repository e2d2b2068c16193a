import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sanitize } from '../../src/render/sanitize.ts'

describe('sanitize', () => {
  it.each([
    ['colour', 'a\u001b[31mred\u001b[0m', 'ared'],
    ['title', '\u001b]0;owned\u0007Anna', 'Anna'],
    ['clipboard', '\u001b]52;c;ZXZpbA==\u001b\\Anna', 'Anna'],
    ['8-bit escape', '\u009b31mAnna', 'Anna'],
    ['overwriting', 'paid\b\b\b\bdebt', 'paiddebt'],
    ['override', 'invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['invisible', 'Ан\u200bна\u00ad\ufeff\u2060', 'Анна'],
    ['line breaks', 'one\r\ntwo\nthree\u2028four', 'one⏎two⏎three⏎four'],
    ['tab', 'a\tb', 'a b'],
    ['half a pair', 'a\ud83db', 'ab'],
    ['stand-ins', '\ue000\ue001\ufdd0x', 'x'],
    ['joined emoji', '👨\u200d👩\u200d👧 ❤\ufe0f', '👨👩👧 ❤'],
    ['plain', 'ООО «Ромашка» – 120\u00a0000 ₽ № 5', 'ООО «Ромашка» – 120\u00a0000 ₽ № 5'],
  ])('%s', (_, from, to) => {
    expect(sanitize(from)).toBe(to)
  })

  it('leaves nothing that is not seen', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 })
    const nasty = fc.array(
      fc.constantFrom('\u001b', '[', ']', '0', 'm', '\u0007', '\u202e', '\u009b', 'я', '\n'),
    )
    fc.assert(
      fc.property(text, nasty, (some, more) => {
        expect(sanitize(some + more.join(''))).not.toMatch(
          /[\p{Cc}\p{Bidi_Control}\p{Cs}\p{Default_Ignorable_Code_Point}]/u,
        )
      }),
    )
  })
})
