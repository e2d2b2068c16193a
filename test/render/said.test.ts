import { expect, test } from 'vitest'
import { saidAt } from '../../src/render/said.ts'

test('lines are broken at words, and only at a terminal', () => {
  const text = 'Создана база: воронка «Продажи» и её этапы'
  expect(saidAt(undefined, text)).toBe(text)
  expect(saidAt(20, text)).toBe('Создана база:\nворонка «Продажи» и\nеё этапы')
})

test('what is to be typed stays whole: on a line of its own, or at the end of one', () => {
  const command = '  voronka deal move d17 Замер --at вчера'
  expect(saidAt(20, `Нет такого этапа, вот он:\n${command}`)).toBe(`Нет такого этапа,\nвот он:\n${command}`)
  expect(saidAt(24, 'Отменить: voronka undo 15')).toBe('Отменить:\nvoronka undo 15')
  expect(saidAt(12, 'Отменить можно: voronka undo 15')).toBe('Отменить\nможно:\nvoronka undo 15')
})

test.each([
  [
    'voronka today: слів більше, ніж треба (ім’я беріть у лапки). Дивіться: voronka today --help',
    'voronka today: слів більше, ніж треба\n(ім’я беріть у лапки). Дивіться:\nvoronka today --help',
  ],
  [
    'У voronka init нет параметра --x. Какие есть: voronka init --help',
    'У voronka init нет параметра --x. Какие\nесть: voronka init --help',
  ],
  [
    'Может быть, voronka менеджер добавить Ольга? Все команды: voronka help',
    'Может быть, voronka менеджер добавить\nОльга? Все команды: voronka help',
  ],
  [
    'Записать и это: voronka deal edit d5 --title "Окна, двери: 2 voronka и ещё"',
    'Записать и это:\nvoronka deal edit d5 --title "Окна, двери: 2 voronka и ещё"',
  ],
])('a sentence that begins with a command is broken too: %s', (text, said) => {
  expect(saidAt(40, text)).toBe(said)
})
