import { expect, test } from 'vitest'
import { read, words } from './reading.ts'

test('quotes: doubled, stray, with spaces around', async () => {
  const { rows } = await read('a,b\n"x ""y"" z", "q" \nhe said "hi",5" pipe\n"a" b,c\n')
  expect(rows).toEqual([
    [2, 'x "y" z', 'q'],
    [3, 'he said "hi"', '5" pipe'],
    [4, '"a" b', 'c'],
  ])
})

test('a stray quote after a cell of several lines; a name in quotes within quotes', async () => {
  const { rows, problems } = await read('a,b\n"p\nq","r" s\n"OOO "Daisy"","Daisy" Ltd\n')
  expect([rows, problems]).toEqual([
    [
      [2, 'p\nq', '"r" s'],
      [4, 'OOO "Daisy"', '"Daisy" Ltd'],
    ],
    [],
  ])
})

test('a stray quote beside a comma in quotes, or without a partner, leaves the end of its cell open', async () => {
  const { rows, problems } = await read('a,b\n"x,y" z,1\n"p "q, r" s",2\n3,4\n')
  expect([rows, problems]).toEqual([
    [
      [2, '"x,y" z', '1'],
      [3, '"p "q', 'r" s"', '2'],
      [4, '3', '4'],
    ],
    [2, 3].map((line) => `${line}: ${words.reading.strayQuote}`),
  ])
})

test('quotes that are written with a backslash are read so, with a note', async () => {
  const { table, rows, problems } = await read(
    'a;b\n1;"Venture \\"Large; new\\""\n2;"C:\\\\"\n3;"x ""y"" z"\n4;"p \\"q\\" r" s\n',
  )
  expect([table.delimiter, table.notes.map((say) => say(words)), rows, problems]).toEqual([
    ';',
    ['Quotes within cells are written \\" here and read as "'],
    [
      [2, '1', 'Venture "Large; new"'],
      [3, '2', 'C:\\'],
      [4, '3', 'x "y" z'],
      [5, '4', '"p \\"q\\" r" s'],
    ],
    [],
  ])
  expect((await read('a,b\n"C:\\dir\\",1\n"0\\",\\"0"\n')).rows).toEqual([
    [2, 'C:\\dir\\', '1'],
    [3, '0\\', '\\"0"'],
  ])
  expect((await read('a~b\n"C:\\dir\\"~1\n', { delimiter: '~' })).rows).toEqual([[2, 'C:\\dir\\', '1']])
})
