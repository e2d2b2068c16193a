import { describe, expect, it } from 'vitest'
import { bar, sparkline, whiskered } from '../../src/render/bars.ts'

describe('bar', () => {
  it('draws eighths, never hiding something nor filling up early', () => {
    const shares = [null, 0, 0.001, 0.475, 0.7, 0.999, 1, 3, Number.NaN]
    expect(shares.map((share) => bar(share, 12, true))).toEqual([
      '',
      '',
      '▏',
      '█████▊',
      '████████▍',
      '███████████▉',
      '████████████',
      '████████████',
      '',
    ])
  })

  it('is plain where blocks cannot be shown', () => {
    expect([0.001, 0.475, 1].map((share) => bar(share, 12, false))).toEqual(['#', '######', '############'])
  })
})

describe('whiskered', () => {
  it('goes on from the bar to the farther share, where that is beyond the bar', () => {
    const rows = [
      [0.3, 1],
      [0.3, 0.5],
      [0.3, 0.3],
      [0, 0.5],
      [0, 0],
      [1, 1],
    ] as const
    expect(rows.map(([share, end]) => whiskered(share, end, 12, true))).toEqual([
      '███▋───────┤',
      '███▋─┤',
      '███▋',
      '─────┤',
      '',
      '████████████',
    ])
    expect(whiskered(0.3, 1, 12, false)).toBe('####-------|')
  })
})

describe('sparkline', () => {
  it('measures from zero and leaves gaps', () => {
    expect(sparkline([0, 1, 2, null, 7], true)).toBe('▁▂▃ █')
    expect(sparkline([0, 1, 2, null, 7], false)).toBe('_.: #')
    expect(sparkline([5, 5], true)).toBe('██')
    expect(sparkline([-1, 0, 1], true)).toBe('▁▅█')
    expect(sparkline([0, 0], true)).toBe('▁▁')
    expect(sparkline([], true)).toBe('')
  })
})
