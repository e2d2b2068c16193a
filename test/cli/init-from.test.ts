import { existsSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { realPath, realTest } from '../transfer/real.ts'
import { answering, jsonOf } from './asking.ts'
import { trial } from './world.ts'

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url))

/** Names of folders differ from run to run. */
async function from(file: string, more: readonly string[], options: Parameters<typeof trial>[0] = {}) {
  const workspace = trial(options)
  const { exit, out, err } = await workspace.run(['init', '--from', file, ...more])
  const said = err.replaceAll(workspace.folder, 'FOLDER').replaceAll(file, 'FILE')
  return {
    workspace,
    exit,
    out: out.replaceAll('\u00a0', ' '),
    err: said,
    made: existsSync(workspace.path('trial.db')),
  }
}

test.each(['en', 'ru', 'uk'])('off a terminal the stages are proposed as a command (%s)', async (lang) => {
  const { exit, out, err, made } = await from(fixture('okna.csv'), ['--lang', lang])
  expect({ exit, out, made }).toEqual({ exit: 2, out: '', made: false })
  expect(err).toMatchSnapshot()
})

test.each(['en', 'ru', 'uk'])('the stages are given, the file is imported (%s)', async (lang) => {
  const { workspace, exit, out, err } = await from(fixture('okna.csv'), [
    '--stages',
    'Заявка,Замер',
    '--lang',
    lang,
  ])
  expect(exit).toBe(0)
  expect(`${err}---\n${out}`).toMatchSnapshot()
  expect((await workspace.run(['journal', '--format', 'csv'])).out.split('\n').length).toBe(4)
})

test('--yes takes the order of the file, the JSON tells of both', async () => {
  const { exit, out, made } = await from(fixture('okna.csv'), [
    '--yes',
    '--currency',
    'eur',
    '--format',
    'json',
  ])
  const { path: _, import: imported, ...said } = JSON.parse(out)
  expect({ exit, made, said, created: imported.created, operation: imported.operation }).toEqual({
    exit: 0,
    made: true,
    said: {
      schema: 'voronka.init/1',
      pipeline: 'Sales',
      stages: 'Заявка → Замер',
      currency: 'EUR',
      timezone: 'UTC',
      dryRun: false,
    },
    created: 4,
    operation: 2,
  })
})

test('at a terminal the proposal is shown and put right', async () => {
  const { workspace, exit, err } = await from(fixture('okna.csv'), ['--lang', 'en'], {
    terminal: 200,
    ask: answering('Berlin', 'Заявка, Замер'),
  })
  expect(exit).toBe(0)
  expect(err).toBe(
    [
      'Stages in okna.csv, with rows: Заявка (1) → Замер (1). The order is a guess: confirm it or type another.',
      'Made FOLDER/trial.db: pipeline "Sales" (Заявка → Замер), RUB, Europe/Berlin',
      'okna.csv: encoding utf-8, delimiter ";", dates dmy, system file',
      '',
    ].join('\n'),
  )
  const stages = (await jsonOf(workspace, 'stage', 'list')) as { stage: string }[]
  expect(stages.map(({ stage }) => stage)).toEqual(['Заявка', 'Замер', 'Won', 'Lost'])
})

test('at a terminal what nobody said is told before the question, while it can be changed', async () => {
  const { exit, err } = await from(fixture('okna.csv'), ['--lang', 'en'], {
    terminal: 200,
    zone: 'Europe/Kyiv',
    ask: answering('Заявка, Замер'),
  })
  expect(exit).toBe(0)
  expect(err.split('\n').slice(0, 3)).toEqual([
    'To be taken unasked: time zone Europe/Kyiv (as on this machine). With deals in the workspace that stays. For another add --timezone Berlin',
    'Stages in okna.csv, with rows: Заявка (1) → Замер (1). The order is a guess: confirm it or type another.',
    'Made FOLDER/trial.db: pipeline "Sales" (Заявка → Замер), RUB, Europe/Kyiv',
  ])
})

/** What would be proposed of a file of these lines, read with these flags. */
async function proposed(lines: readonly string[], ...more: readonly string[]): Promise<string> {
  const workspace = trial()
  writeFileSync(workspace.path('deals.csv'), `${lines.join('\n')}\n`)
  const { out, err } = await workspace.run([
    'init',
    '--from',
    workspace.path('deals.csv'),
    '--yes',
    '--format',
    'json',
    ...more,
  ])
  if (out === '') return err
  const { stages, currency } = JSON.parse(out)
  return `${stages}; ${currency}`
}

test('the order is that of a template that knows them all, else stages with columns, else as met', async () => {
  const head = 'ID,Title,Stage,Amount,Created on'
  const rows = ['1,A,Contract,$5,2026-01-02', '2,B,won,,2026-01-02', '3,C,call,€5,2026-01-02']
  expect(await proposed([head, ...rows])).toBe('call → Contract; USD')
  expect(
    await proposed([head, '1,A,Late,5 €,2026-01-02', '2,B,Early,7,2026-01-02', '3,C,LATE,,2026-01-02']),
  ).toBe('Late → Early; EUR')
  const dated = [`${head},Met`, '1,A,Late,5,2026-01-02,2026-01-01', '2,B,Early,7,2026-01-02,']
  expect(await proposed(dated, '--entered', 'Early=Met')).toBe('Early → Late; USD')
  expect(
    await proposed(
      [head, '1,A,Paid,5,2026-01-02', '2,B,x,7,2026-01-02'],
      '--stage',
      'Paid=won',
      '--stage',
      'x=New',
    ),
  ).toBe('New; USD')
  expect(await proposed(['ID,Title', '1,A'])).toBe(
    'deals.csv names no open stages: name its column (--map "stage=HEADER") or the stages (--stages "A,B,C")\n',
  )
})

test('an import that fails leaves no file', async () => {
  const { exit, out, err, made } = await from(fixture('okna-bad.csv'), ['--yes'])
  expect({ exit, made }).toEqual({ exit: 65, made: false })
  expect(`${err}---\n${out}`).toMatchSnapshot()
  const thrown = await from(fixture('okna.csv'), ['--stages', 'Замер', '--stage', 'Заявка=Nowhere'])
  expect([thrown.exit, thrown.out, thrown.err, thrown.made]).toMatchSnapshot()
})

test('a trial run makes no file', async () => {
  const { exit, err, made } = await from(fixture('okna.csv'), ['--yes', '--dry-run'])
  expect({ exit, err, made }).toEqual({
    exit: 0,
    err: [
      'Made FOLDER/trial.db: pipeline "Sales" (Заявка → Замер), RUB, UTC',
      'To be taken unasked: time zone UTC (as on this machine). With deals in the workspace that stays. For another add --timezone Berlin',
      'okna.csv: encoding utf-8, delimiter ";", dates dmy, system file',
      'A trial run: nothing was changed',
      '',
    ].join('\n'),
    made: false,
  })
})

test('a workspace that is there stays as it is; how to read a file needs a file', async () => {
  const workspace = trial()
  await workspace.run(['init', '--stages', 'A'])
  const again = await workspace.run(['init', '--from', fixture('okna.csv'), '--yes'])
  expect([again.exit, again.out, existsSync(workspace.path('trial.db'))]).toEqual([1, '', true])
  expect(await jsonOf(workspace, 'deal', 'list')).toEqual([])
  expect(await trial().run(['init', '--stages', 'A', '--date-order', 'dmy'])).toEqual({
    exit: 2,
    out: '',
    err: '--date-order says how to read a file: name it with --from FILE, or leave --date-order out\n',
  })
})

test('from standard input', async () => {
  const stdin = 'ID,Title,Stage\n1,A,New\n2,B,Met\n'
  const { exit, made, err } = await from('-', ['--yes', '--quiet'], { stdin })
  expect({ exit, made, err }).toEqual({ exit: 0, made: true, err: '' })
})

test('this program’s own export, whose rows name their pipeline', async () => {
  const demo = trial()
  await demo.run(['demo', '--db', demo.path('trial.db')])
  const file = demo.path('own.csv')
  expect((await demo.run(['export', 'deals', '--output', file])).exit).toBe(0)
  const stages = 'Inquiry,Measuring,Proposal,Contract'
  const { exit, out } = await from(file, ['--stages', stages, '--format', 'json'])
  const { pipeline, import: imported } = JSON.parse(out)
  expect([exit, pipeline, imported.rows, imported.created]).toEqual([0, 'Windows', 298, 298])
})

realTest('maven: one command from the file to its funnel', async () => {
  const file = realPath('maven-crm/sales_pipeline.csv')
  const entered = ['--entered', 'Engaging=engage_date']
  const { workspace, exit } = await from(file, ['--stages', 'Prospecting,Engaging', ...entered], {
    now: '2018-01-01',
  })
  expect(exit).toBe(0)
  const { stages } = JSON.parse((await workspace.run(['funnel', 'all', '--format', 'json'])).out)
  expect(stages.map(({ entered }: { entered: number }) => entered)).toEqual([8800, 8300, 4238])
})

test('a status that also tells stages: what is in progress is at a stage of that name', async () => {
  const workspace = trial()
  const write = (statuses: readonly string[]) =>
    writeFileSync(
      workspace.path('sheet.csv'),
      ['id,Статус,Дата создания', ...statuses.map((status, i) => `${i},${status},01.10.2026`)].join('\n'),
    )
  const init = () =>
    workspace.run(['init', '--from', workspace.path('sheet.csv'), '--yes', '--format', 'json'])
  write(['в работе', 'КП отправлено', 'В работе', 'отказ'])
  expect(JSON.parse((await init()).out)).toMatchObject({ stages: 'в работе → КП отправлено' })
  const deals = JSON.parse((await workspace.run(['deal', 'list', '--sort', 'id', '--format', 'json'])).out)
  expect(deals.map(({ stage, status }: { stage: string; status: string }) => [stage, status])).toEqual([
    ['в работе', 'open'],
    ['КП отправлено', 'open'],
    ['в работе', 'open'],
    ['Lost', 'lost'],
  ])
  const other = trial()
  writeFileSync(other.path('sheet.csv'), 'id,Status\n1,Open\n2,Won\n')
  expect((await other.run(['init', '--from', other.path('sheet.csv'), '--yes'])).exit).toBe(2)
})

test('a file of several pipelines: the commands that make each with its stages', async () => {
  const workspace = trial()
  const file = workspace.path('amo.csv')
  writeFileSync(
    file,
    'ID,Воронка,Этап сделки,Дата создания\n1,Опт,Счёт,01.10.2026\n2,Розница,Замер,01.10.2026\n3,розница,Договор,02.10.2026\n4,Розница,Успешно реализовано,02.10.2026\n',
  )
  const { exit, err } = await workspace.run(['init', '--from', file, '--yes', '--lang', 'ru'])
  expect([exit, err]).toEqual([
    2,
    `В amo.csv несколько воронок: «Розница», «Опт». Создайте их, поправив порядок этапов, и загрузите файл:
  voronka init --pipeline "Розница" --stages "Замер,Договор"
  voronka pipeline add "Опт" --stages "Счёт"
  voronka import deals ${file}
`,
  ])
  expect(existsSync(workspace.path('trial.db'))).toBe(false)
  for (const line of err.split('\n').slice(1, -1)) {
    const words = [...line.trim().matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, quoted, bare]) => quoted ?? bare ?? '',
    )
    expect([line, (await workspace.run(words.slice(1))).exit]).toEqual([line, 0])
  }
})
