import { expect, test } from 'vitest'
import { trial } from './world.ts'

/** An activity, or a task, that names whatever is there. */
const ROW =
  'id,type,date,due,text,contact,company,deal\n1,note,2026-10-02,2026-10-02,Call,Анна,Ромашка,Балкон\n'

/** What makes a label, and a later command that names it. */
test.each([
  [
    ['manager', 'add', 'Вера'],
    ['contact', 'add', 'Анна', '--manager', 'вера'],
  ],
  [
    ['manager', 'add', 'Вера'],
    ['company', 'add', 'Ромашка', '--manager', 'вера'],
  ],
  [
    ['manager', 'add', 'Вера'],
    ['deal', 'add', 'Балкон', '--manager', 'вера'],
  ],
  [
    ['manager', 'add', 'Вера'],
    ['me', 'вера'],
  ],
  [
    ['company', 'add', 'Ромашка'],
    ['contact', 'add', 'Анна', '--company', 'ромашка'],
  ],
  [
    ['company', 'add', 'Ромашка'],
    ['deal', 'add', 'Балкон', '--company', 'ромашка'],
  ],
  [
    ['contact', 'add', 'Анна'],
    ['deal', 'add', 'Балкон', '--contact', 'анна'],
  ],
  [
    ['field', 'add', 'Район'],
    ['deal', 'add', 'Балкон', '--field', 'район=Юг'],
  ],
  [
    ['field', 'add', 'ИНН', '--for', 'company'],
    ['company', 'add', 'Ромашка', '--field', 'инн=77'],
  ],
  [
    ['pipeline', 'add', 'Again', '--stages', 'A'],
    ['config', 'set', 'pipeline', 'again'],
  ],
  [
    ['manager', 'add', 'Вера'],
    ['plan', 'set', 'calls', '10', '--manager', 'вера'],
  ],
  [
    ['manager', 'add', 'Вера'],
    ['bonus', 'add', '3%', '--manager', 'вера'],
  ],
  [
    ['contact', 'add', 'Анна'],
    ['import', 'activities', '-', '--ignore', '*'],
  ],
  [
    ['company', 'add', 'Ромашка'],
    ['import', 'tasks', '-', '--ignore', '*'],
  ],
  [
    ['deal', 'add', 'Балкон'],
    ['import', 'activities', '-', '--ignore', '*'],
  ],
  [
    ['stage', 'add', 'Measuring'],
    ['deal', 'add', 'Балкон', '--stage', 'measuring'],
  ],
])('%j is not undone before %j', async (makes, names) => {
  const workspace = trial()
  await workspace.run(['init', '--stages', 'New,Proposal'])
  expect((await workspace.run(makes)).exit).toBe(0)
  expect((await workspace.run(names, { stdin: ROW })).exit).toBe(0)
  expect(await workspace.run(['undo', '2'])).toEqual({
    exit: 1,
    out: '',
    err: 'Operation 2 cannot be undone before what was built on it (3). Undo those first: voronka undo 3\n',
  })
  expect((await workspace.run(['undo'])).exit).toBe(0)
  expect((await workspace.run(['undo'])).exit).toBe(0)
})

test('an external id that another deal has by now is not taken back', async () => {
  const { run } = trial()
  await run(['init', '--stages', 'New'])
  await run(['deal', 'add', 'Window', '--id', 'X'])
  await run(['deal', 'edit', 'Window', '--id', 'Y'])
  await run(['deal', 'add', 'Door', '--id', 'X'])
  expect(await run(['undo', '3'])).toEqual({
    exit: 1,
    out: '',
    err: 'The id "X" is that of d2 Door. Change that one: voronka deal edit d2\n',
  })
  await run(['undo'])
  expect((await run(['undo', '3'])).exit).toBe(0)
})
