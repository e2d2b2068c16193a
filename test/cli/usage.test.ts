import { expect, test } from 'vitest'
import { trial } from './world.ts'

const STAGES = ['--pipeline', 'Sales', '--stages', 'New,Proposal', '--timezone', 'Europe/Kyiv']

test('init makes a workspace once, and says what it is', async () => {
  const { run, path } = trial()
  expect(await run(['init', ...STAGES])).toEqual({
    exit: 0,
    out: '',
    err: `Made ${path('trial.db')}: pipeline "Sales" (New → Proposal), USD, Europe/Kyiv\nTaken unasked: currency USD. Change it before the first deal: voronka config set currency EUR\n`,
  })
  expect(await run(['init', ...STAGES, '--lang', 'ru'])).toEqual({
    exit: 1,
    out: '',
    err: `${path('trial.db')} уже есть. Укажите другой файл через --db или работайте с этим\n`,
  })
})

test('undo takes the last operation back and says which', async () => {
  const { run } = trial()
  await run(['init', ...STAGES])
  expect(await run(['undo', '--dry-run'])).toEqual({
    exit: 0,
    out: '',
    err: `Undone: operation 1 (voronka init ${STAGES.join(' ')})\nA trial run: nothing was changed\n`,
  })
  expect(await run(['undo', '7'])).toEqual({
    exit: 1,
    out: '',
    err: 'There is no operation 7. See the list: voronka journal\n',
  })
})

test('a mistyped command line is refused with exit 2 and what was meant', async () => {
  const { run } = trial()
  expect(await run(['ini'])).toEqual({
    exit: 2,
    out: '',
    err: 'There is no command "ini". Did you mean voronka init? All commands: voronka help\n',
  })
  expect((await run(['import', 'deals of May.xlsx'])).err).toBe(
    'There is no command "import deals of May.xlsx". Did you mean voronka import deals "deals of May.xlsx"? All commands: voronka help\n',
  )
  expect(await run(['init', '--tempalte', 'calls'])).toEqual({
    exit: 2,
    out: '',
    err: 'voronka init has no option --tempalte. Did you mean --template? Its options: voronka init --help\n',
  })
  expect(await run(['undo', '--lang', 'de'])).toEqual({
    exit: 2,
    out: '',
    err: 'No language "de". There are: en, ru, uk\n',
  })
  expect(await run(['undo', '1', '2', '--lang=uk'])).toEqual({
    exit: 2,
    out: '',
    err: 'voronka undo: слів більше, ніж треба (ім’я з кількох слів беріть у лапки). Дивіться: voronka undo --help\n',
  })
})

test('a workspace that is not there is an error that names init, and is not made', async () => {
  const { run, path } = trial()
  expect(await run(['undo'])).toEqual({
    exit: 66,
    out: '',
    err: `There is no workspace at ${path('trial.db')}. Make one: voronka init, or look around first: voronka demo\n`,
  })
})
