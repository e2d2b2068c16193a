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
