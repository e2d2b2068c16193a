import { describe, expect, test } from 'vitest'
import { systemFixture } from './systems.ts'
import { type Trial, trial } from './world.ts'

interface Made {
  readonly lang: 'en' | 'ru' | 'uk'
  readonly currency: string
  readonly pipeline: string
  readonly stages: string
  /** What is there before: the deals of the same system, its people. */
  readonly before: readonly (readonly [what: string, file: string])[]
  /** What is imported, and how many activities or tasks it makes of how many rows. */
  readonly files: readonly (readonly [
    what: 'activities' | 'tasks',
    file: string,
    made: number,
    rows: number,
  ])[]
}

const SYSTEMS: Readonly<Record<string, Made>> = {
  bitrix24: {
    lang: 'ru',
    currency: 'RUB',
    pipeline: 'Общая',
    stages: 'В обработке,Уточнение информации,Предложение,Переговоры в процессе',
    before: [['deals', 'bitrix24-ru-deals-1.csv']],
    files: [
      ['activities', 'bitrix24-ru-activities.csv', 4, 5],
      ['tasks', 'bitrix24-ru-tasks.xls', 3, 3],
    ],
  },
  'bitrix24, English': {
    lang: 'en',
    currency: 'USD',
    pipeline: 'General',
    stages: 'In Development,Waiting for Details,Proposal/Price Quote,Negotiation/Review',
    before: [['deals', 'bitrix24-en-deals-1.csv']],
    files: [['activities', 'bitrix24-en-activities.csv', 3, 3]],
  },
  'bitrix24, Ukrainian': {
    lang: 'uk',
    currency: 'UAH',
    pipeline: 'Загальна',
    stages: 'В опрацюванні,Уточнення інформації,Комерційна пропозиція,Переговори в процесі',
    before: [['deals', 'bitrix24-uk-deals-1.csv']],
    files: [['tasks', 'bitrix24-uk-tasks.csv', 2, 2]],
  },
  amocrm: {
    lang: 'ru',
    currency: 'RUB',
    pipeline: 'Воронка',
    stages: 'Первичный контакт,Переговоры,Принимают решение,Согласование договора',
    before: [['deals', 'amocrm-ru-deals-1.csv']],
    files: [['tasks', 'amocrm-ru-tasks.csv', 2, 2]],
  },
  hubspot: {
    lang: 'en',
    currency: 'USD',
    pipeline: 'Sales Pipeline',
    stages: 'Appointment Scheduled,Qualified To Buy,Presentation Scheduled,Contract Sent',
    before: [['deals', 'hubspot-en-deals-1.csv']],
    files: [
      ['activities', 'hubspot-en-calls.csv', 2, 2],
      ['activities', 'hubspot-en-meetings.csv', 2, 2],
      ['tasks', 'hubspot-en-tasks.csv', 2, 2],
    ],
  },
  pipedrive: {
    lang: 'en',
    currency: 'USD',
    pipeline: 'Pipeline',
    stages: 'Qualified,Contact Made,Proposal Made,Negotiations Started',
    before: [['deals', 'pipedrive-en-deals-1.csv']],
    files: [
      ['activities', 'pipedrive-en-activities.csv', 2, 4],
      ['tasks', 'pipedrive-en-activities.csv', 2, 4],
    ],
  },
  salesforce: {
    lang: 'en',
    currency: 'USD',
    pipeline: 'Sales',
    stages: 'Prospecting,Qualification,Proposal/Price Quote,Negotiation/Review',
    before: [
      ['deals', 'salesforce-api-deals-1.csv'],
      ['contacts', 'salesforce-api-contacts.csv'],
      ['companies', 'salesforce-api-companies.csv'],
    ],
    files: [
      ['activities', 'salesforce-api-events.csv', 1, 1],
      ['activities', 'salesforce-api-tasks.csv', 1, 3],
      ['tasks', 'salesforce-api-tasks.csv', 2, 3],
    ],
  },
  zoho: {
    lang: 'en',
    currency: 'USD',
    pipeline: 'Standard (Standard)',
    stages: 'Qualification,Needs Analysis,Proposal/Price Quote,Negotiation/Review',
    before: [['deals', 'zoho-en-deals-1.csv']],
    files: [
      ['activities', 'zoho-en-calls.csv', 1, 1],
      ['tasks', 'zoho-en-tasks.csv', 2, 2],
    ],
  },
}

const TODAY = { now: '2026-09-07' }

async function workspace({ lang, pipeline, stages, currency, before }: Made): Promise<Trial> {
  const shop = trial({ env: { VORONKA_LANG: lang } })
  const settings = ['--currency', currency, '--timezone', 'UTC']
  await shop.run(['init', '--pipeline', pipeline, '--stages', stages, ...settings])
  for (const [what, file] of before)
    expect((await shop.run(['import', what, systemFixture(file)], TODAY)).exit).toBe(0)
  return shop
}

const line = (...cells: unknown[]) =>
  cells
    .map((cell) => (cell == null ? '' : String(cell)))
    .filter((cell) => cell !== '')
    .join(' · ')

async function listed({ run }: Trial, what: string): Promise<Record<string, unknown>[]> {
  return JSON.parse((await run([what, 'list', '--format', 'json'], TODAY)).out)
}

describe.each(Object.entries(SYSTEMS))('%s', (system, made) => {
  test('activities and tasks are put beside their deals and people, once', async () => {
    const shop = await workspace(made)
    const told: string[] = []
    for (const [what, file, count, rows] of made.files) {
      const argv = ['import', what, systemFixture(file)]
      const columns = await shop.run([...argv, '--explain-columns', '--format', 'json'], TODAY)
      const found: { system: string; columns: { column: string; use: string }[] } = JSON.parse(columns.out)
      expect([file, found.system]).toEqual([file, system.split(',')[0]])
      expect(found.columns.filter(({ use }) => use === 'unclaimed')).toEqual([])
      const first = await shop.run(argv, TODAY)
      told.push(`${first.err}${first.out}`.replaceAll(/[\u00a0\u202f]/g, ' '))
      const again = JSON.parse((await shop.run([...argv, '--format', 'json'], TODAY)).out)
      const counts = { created: again.created, updated: again.updated, skipped: again.skipped }
      expect([again.rows, counts, again.unchanged]).toEqual([
        rows,
        { created: 0, updated: 0, skipped: rows - count },
        count,
      ])
    }
    expect(told.join('---\n')).toMatchSnapshot()
    const activities = (await listed(shop, 'activity')).map((a) =>
      line(
        a['kind'],
        a['direction'],
        a['outcome'],
        a['at'],
        a['duration'],
        a['manager'],
        a['contact'],
        a['company'],
        a['deal'],
        a['text'],
        a['place'],
      ),
    )
    const tasks = (await listed(shop, 'task')).map((t) =>
      line(
        t['text'],
        t['state'],
        t['priority'],
        t['due'],
        t['doneAt'],
        t['createdAt'],
        t['manager'],
        t['contact'],
        t['company'],
        t['deal'],
        t['result'],
      ),
    )
    expect({ activities, tasks }).toMatchSnapshot()
    expect((await shop.run(['doctor'])).exit).toBe(0)
  })
})
