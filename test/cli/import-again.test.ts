import { expect, test } from 'vitest'
import { trial } from './world.ts'

test('an import taken back and done again makes the same, and says the same', async () => {
  const { run } = trial()
  await run(['init', '--pipeline', 'Окна', '--stages', 'Заявка,Замер', '--lang', 'ru'])
  const stdin =
    'ID;Название;Этап;Компания;Сумма\n1;Балкон;Замер;ООО «Ромашка»;120 000\n2;Дверь;Заявка;ИП Лис;8 000\n'
  const command = ['import', 'deals', '-', '--lang', 'ru']
  const first = await run(command, { stdin })
  expect(first.exit).toBe(0)
  await run(['undo'])
  expect(await run(command, { stdin })).toEqual({ ...first, out: first.out.replace('undo 2', 'undo 4') })
})

test('a file whose people were joined since changes nothing', async () => {
  const { run } = trial()
  await run(['init', '--stages', 'New'])
  const stdin = 'id,title,stage,contact,email,created\n1,One,New,Ann,ann@example.com,2026-10-01\n'
  await run(['import', 'deals', '-'], { stdin })
  await run(['contact', 'add', 'Ann Lind'])
  await run(['contact', 'merge', 'c2', 'c1'])
  const { exit, out } = await run(['import', 'deals', '-', '--format', 'json'], { stdin })
  const { updated, unchanged, operation } = JSON.parse(out)
  expect({ exit, updated, unchanged, operation }).toEqual({
    exit: 0,
    updated: 0,
    unchanged: 1,
    operation: null,
  })
})
