import { beforeEach, expect, test } from 'vitest'
import { Store } from '../../src/store/store.ts'
import { NOTHING } from '../support/values.ts'
import { jsonOf } from './asking.ts'
import { type Trial, trial } from './world.ts'

let workspace: Trial

beforeEach(async () => {
  workspace = trial()
  await workspace.run(['init', '--stages', 'New,Qualified,Proposal'])
})

/** Names of the open stages in use now. */
async function stages(): Promise<unknown> {
  const all = (await jsonOf(workspace, 'stage', 'list')) as { stage: string; kind: string }[]
  return all.filter(({ kind }) => kind === 'open').map(({ stage }) => stage)
}

/** A deal that stands in the stage of this name. */
function dealIn(name: string): void {
  const store = Store.open(workspace.path('trial.db'))
  const stage = store.pipelines[0]?.stages.find((one) => one.name === name)
  store.write({ command: 'deal add', now: Date.UTC(2026, 9, 14) }, (operation) =>
    operation.createDeal({
      at: Date.UTC(2026, 9, 14),
      precision: 'moment',
      actor: null,
      values: { ...NOTHING, title: 'Балкон', stage: stage?.id ?? 0 },
    }),
  )
  store.close()
}

test('a stage added stands where it is told, and the past keeps its order', async () => {
  expect((await workspace.run(['stage', 'add', 'Site visit', '--after', 'qual', '--norm', '2,5'])).err).toBe(
    'Added stage "Site visit": New → Qualified → Site visit → Proposal\n',
  )
  await workspace.run(['stage', 'add', 'Lead', '--first'], { now: '2026-10-15' })
  await workspace.run(['stage', 'rm', 'Qualified'], { now: '2026-10-15' })
  expect((await workspace.run(['pipeline', 'show', 'Sales'])).out).toBe(
    [
      'Sales (default)',
      '',
      'stage       kind  probability  norm, days  open deals',
      'Lead        open          20%                       0',
      'New         open          40%                       0',
      'Site visit  open          60%         2.5           0',
      'Proposal    open          80%                       0',
      'Won         won          100%                       0',
      'Lost        lost           0%                       0',
      '',
      'Stages in order, by time:',
      'always: New → Qualified → Proposal',
      'since 14 Oct 2026: New → Qualified → Site visit → Proposal',
      'since 15 Oct 2026: Lead → New → Site visit → Proposal',
      '',
    ].join('\n'),
  )
})

test('two changes of one moment are one version, and each is undone by itself', async () => {
  await workspace.run(['stage', 'add', 'A'])
  await workspace.run(['stage', 'add', 'B'])
  await workspace.run(['stage', 'edit', 'B', '--after', 'New'], { now: '2026-10-10' })
  expect(await stages()).toEqual(['New', 'B', 'Qualified', 'Proposal', 'A'])
  const { versions } = (await jsonOf(workspace, 'pipeline', 'show', 'Sales')) as { versions: unknown }
  expect(versions).toEqual([
    { from: null, stages: ['New', 'Qualified', 'Proposal'] },
    { from: '2026-10-14T12:00:00+00:00', stages: ['New', 'B', 'Qualified', 'Proposal', 'A'] },
  ])
  await workspace.run(['undo'])
  expect(await stages()).toEqual(['New', 'Qualified', 'Proposal', 'A', 'B'])
  await workspace.run(['undo'])
  await workspace.run(['undo'])
  expect(await stages()).toEqual(['New', 'Qualified', 'Proposal'])
})

test('a renamed stage and outcome are labels; a taken name is refused', async () => {
  expect(
    (await workspace.run(['stage', 'edit', 'New', '--name', 'Заявка', '--probability', '10%'])).err,
  ).toBe('Changed stage "Заявка": name New → Заявка · probability 25% → 10%\n')
  expect((await workspace.run(['stage', 'edit', 'won', '--name', 'Оплачено'])).exit).toBe(0)
  expect(await workspace.run(['stage', 'edit', 'Qualified', '--name', 'заявка'])).toEqual({
    exit: 1,
    out: '',
    err: 'Pipeline "Sales" has "Заявка" already: give another name\n',
  })
  expect((await jsonOf(workspace, 'stage', 'list')) as unknown[]).toHaveLength(5)
})

test('a stage with open deals is not retired, and says the way out', async () => {
  dealIn('Qualified')
  expect(await workspace.run(['stage', 'rm', 'qualified', '--lang', 'ru'])).toEqual({
    exit: 1,
    out: '',
    err: 'На этапе «Qualified» стоят открытые сделки (1). Сначала передвиньте их: voronka deal list --stage "Qualified" --status open, затем voronka deal move СДЕЛКА ЭТАП\n',
  })
  expect(await workspace.run(['pipeline', 'rm', 'Sales'])).toEqual({
    exit: 1,
    out: '',
    err: 'Pipeline "Sales" stands in the history (deals: 1) and cannot be removed. Rename it instead: voronka pipeline edit "Sales" --name NAME\n',
  })
})

test('a retired stage comes back as itself', async () => {
  await workspace.run(['stage', 'rm', 'Qualified'])
  expect((await workspace.run(['stage', 'add', 'qualified', '--after', 'New'])).err).toBe(
    'Stage "Qualified" is in use again: New → Qualified → Proposal\n',
  )
})

test('a pipeline holds no more stages than its masks', async () => {
  const many = Array.from({ length: 50 }, (_, i) => `S${i}`)
  expect((await workspace.run(['pipeline', 'add', 'Long', '--stages', many.join(',')])).exit).toBe(0)
  expect(await workspace.run(['stage', 'add', 'One more', '--pipeline', 'Long'])).toEqual({
    exit: 1,
    out: '',
    err: 'A pipeline has at most 52 stages and outcomes in all its time. Start another: voronka pipeline add\n',
  })
  expect(
    (await workspace.run(['pipeline', 'add', 'Longer', '--stages', [...many, 'S50'].join(',')])).exit,
  ).toBe(1)
})

test('a pipeline is added, chosen, renamed and removed', async () => {
  await workspace.run(['pipeline', 'add', 'Repeat', '--template', 'after-sale'])
  expect((await workspace.run(['pipeline', 'edit', 'rep', '--name', 'Again', '--default'])).err).toBe(
    'Changed pipeline "Again": name Repeat → Again · default – → yes\n',
  )
  expect((await workspace.run(['pipeline', 'list', '--format', 'csv'])).out).toBe(
    [
      'name,default,stages,openDeals',
      'Sales,,New → Qualified → Proposal,0',
      'Again,yes,Support contract → Referrals → Repeat sale,0',
      '',
    ].join('\n'),
  )
  expect((await workspace.run(['pipeline', 'rm', 'again'])).err).toBe(
    '"Again" is the default pipeline. Choose another first: voronka config set pipeline NAME\n',
  )
  expect((await workspace.run(['pipeline', 'rm', 'sales'])).err).toBe('Removed pipeline "Sales"\n')
  await workspace.run(['undo'])
  expect(await workspace.run(['pipeline', 'add', 'SALES', '--stages', 'A'])).toEqual({
    exit: 1,
    out: '',
    err: 'There is a pipeline "Sales" already: give another name\n',
  })
})

test.each([
  ['Оплата после договора', 'Добавлен этап «Оплата»: Замер → Договор → Оплата → Акт'],
  ['Оплата після Замер', 'Добавлен этап «Оплата»: Замер → Оплата → Договор → Акт'],
  ['Payment after Акт', 'Добавлен этап «Payment»: Замер → Договор → Акт → Payment'],
  [
    'Отдых после обеда',
    'Добавлен этап «Отдых после обеда»: Замер → Договор → Акт → Отдых после обеда\nЭтапа «обеда» нет, встать после него нельзя: слова вошли в название. Переименовать: voronka stage edit "Отдых после обеда" --name …',
  ],
  ['После замера', 'Добавлен этап «После замера»: Замер → Договор → Акт → После замера'],
])('a stage is added where its words say: %s', async (words, said) => {
  const { run } = trial({ env: { VORONKA_LANG: 'ru' } })
  await run(['init', '--stages', 'Замер,Договор,Акт'])
  expect(await run(['stage', 'add', ...words.split(' ')])).toEqual({ exit: 0, out: '', err: `${said}\n` })
})

test('a stage that is nearly called so is no place: it is asked for', async () => {
  const { run } = trial({ env: { VORONKA_LANG: 'ru' } })
  await run(['init', '--stages', 'Замер,Договор,Акт'])
  expect(await run(['stage', 'add', 'Оплата', 'после', 'Догвор'])).toEqual({
    exit: 1,
    out: '',
    err: 'Нет этапа «Догвор». Может быть, «Договор»? voronka stage add Оплата --after Договор\n',
  })
})
