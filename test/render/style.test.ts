import { describe, expect, it } from 'vitest'
import { colorLevel, paintFor } from '../../src/render/style.ts'

describe('colour', () => {
  it.each([
    ['always', { NO_COLOR: '1' }, false, 1],
    ['never', { FORCE_COLOR: '1' }, true, 0],
    ['auto', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, 0],
    ['auto', { NO_COLOR: '' }, true, 1],
    ['auto', { FORCE_COLOR: '1' }, false, 1],
    ['auto', { FORCE_COLOR: '0' }, true, 0],
    ['auto', { CLICOLOR_FORCE: '1', TERM: 'dumb' }, false, 1],
    ['auto', { CLICOLOR_FORCE: '0' }, true, 1],
    ['auto', { TERM: 'dumb' }, true, 0],
    ['auto', {}, true, 1],
    ['auto', {}, false, 0],
    ['auto', { COLORFGBG: '0;15' }, true, 'light'],
    ['auto', { COLORFGBG: '0;default;15' }, true, 'light'],
    ['auto', { COLORFGBG: '15;0' }, true, 'dark'],
    ['auto', { COLORFGBG: '15;default' }, true, 1],
    ['auto', { COLORFGBG: '0;15' }, false, 0],
  ] as const)('%s %j on a terminal %s: %s', (flag, env, isTTY, level) => {
    expect(colorLevel({ flag, env, isTTY })).toBe(level)
  })

  it('is one of 16, whatever chalk thinks of the terminal', () => {
    expect(paintFor(1).tone('bad', 'late')).toBe('\u001b[31mlate\u001b[39m')
    expect(paintFor(0).tone('bad', 'late')).toBe('late')
    expect(paintFor(1).tone(undefined, 'late')).toBe('late')
    expect(paintFor(0).strong('late')).toBe('late')
    expect((['dark', 1, 'light'] as const).map((color) => paintFor(color).tone('warn', 'stuck'))).toEqual([
      '\u001b[33mstuck\u001b[39m',
      '\u001b[35mstuck\u001b[39m',
      '\u001b[35mstuck\u001b[39m',
    ])
  })
})
