import { fileURLToPath } from 'node:url'

/** Weekly exports of one small business, as each system writes them. */
export interface SystemExport {
  /** The beginning of its files' names. */
  readonly files: string
  /** As imports name it. */
  readonly system: string
  readonly lang: 'en' | 'ru' | 'uk'
  readonly pipeline: string
  readonly stages: readonly [string, string, string, string]
  readonly currency: string
  /** How the third file's name ends, where not in .csv. */
  readonly last?: string
  /** The file says at which stage a deal was lost before the first export. */
  readonly knowsLosses?: true
  /** What the file's moments make of the report: the shares that are presumed, and the median days in each stage. */
  readonly moments?: {
    readonly synthetic: number
    readonly presumed: number
    readonly days: readonly (number | null)[]
  }
}

const BITRIX = [
  'In Development',
  'Waiting for Details',
  'Proposal/Price Quote',
  'Negotiation/Review',
] as const
const AMO = ['Первичный контакт', 'Переговоры', 'Принимают решение', 'Согласование договора'] as const
const SALESFORCE = ['Prospecting', 'Qualification', 'Proposal/Price Quote', 'Negotiation/Review'] as const

export const SYSTEMS: readonly SystemExport[] = [
  {
    files: 'bitrix24-ru',
    system: 'bitrix24',
    lang: 'ru',
    pipeline: 'Общая',
    stages: ['В обработке', 'Уточнение информации', 'Предложение', 'Переговоры в процессе'],
    currency: 'RUB',
    last: '.xls',
  },
  {
    files: 'bitrix24-en',
    system: 'bitrix24',
    lang: 'en',
    pipeline: 'General',
    stages: BITRIX,
    currency: 'USD',
  },
  {
    files: 'bitrix24-uk',
    system: 'bitrix24',
    lang: 'uk',
    pipeline: 'Загальна',
    stages: ['В опрацюванні', 'Уточнення інформації', 'Комерційна пропозиція', 'Переговори в процесі'],
    currency: 'UAH',
  },
  { files: 'amocrm-ru', system: 'amocrm', lang: 'ru', pipeline: 'Воронка', stages: AMO, currency: 'RUB' },
  { files: 'amocrm-ru-new', system: 'amocrm', lang: 'ru', pipeline: 'Воронка', stages: AMO, currency: 'RUB' },
  {
    files: 'kommo-en',
    system: 'amocrm',
    lang: 'en',
    pipeline: 'Pipeline',
    stages: ['Initial contact', 'Discussions', 'Decision making', 'Contract discussion'],
    currency: 'USD',
  },
  {
    files: 'hubspot-en',
    system: 'hubspot',
    lang: 'en',
    pipeline: 'Sales Pipeline',
    stages: ['Appointment Scheduled', 'Qualified To Buy', 'Presentation Scheduled', 'Contract Sent'],
    currency: 'USD',
    knowsLosses: true,
    moments: { synthetic: 0, presumed: 0, days: [6, 7, 8, 10] },
  },
  {
    files: 'pipedrive-en',
    system: 'pipedrive',
    lang: 'en',
    pipeline: 'Pipeline',
    stages: ['Qualified', 'Contact Made', 'Proposal Made', 'Negotiations Started'],
    currency: 'USD',
    knowsLosses: true,
    moments: { synthetic: 1, presumed: 0, days: [null, 14, 10, 10] },
  },
  {
    files: 'salesforce-en',
    system: 'salesforce',
    lang: 'en',
    pipeline: 'Sales',
    stages: SALESFORCE,
    currency: 'USD',
  },
  {
    files: 'salesforce-api',
    system: 'salesforce',
    lang: 'en',
    pipeline: 'Sales',
    stages: SALESFORCE,
    currency: 'USD',
    moments: { synthetic: 1, presumed: 0, days: [null, 10.5, 10, 11] },
  },
  {
    files: 'zoho-en',
    system: 'zoho',
    lang: 'en',
    pipeline: 'Standard (Standard)',
    stages: ['Qualification', 'Needs Analysis', 'Proposal/Price Quote', 'Negotiation/Review'],
    currency: 'USD',
  },
]

export const systemFixture = (name: string) =>
  fileURLToPath(new URL(`../../fixtures/systems/${name}`, import.meta.url))

/** The export of a week, 1 to 3. */
export function exportOf({ files, last = '.csv' }: SystemExport, week: number): string {
  return systemFixture(`${files}-deals-${week}${week === 3 ? last : '.csv'}`)
}

/** Amounts are alike in all systems but for the currency. */
const UNIT: Readonly<Record<string, number>> = { USD: 10, RUB: 1000, UAH: 400 }

/**
 * The funnel after three weeks, worked out by hand. Of 15 deals one is lost in the first stage, one in the second and
 * one in the fourth; another was lost before the first export, in the second stage, which few files say.
 */
export function funnelOf(system: SystemExport): unknown {
  const { pipeline, stages, currency, lang, knowsLosses = false } = system
  const { synthetic, presumed, days } = system.moments ?? {
    synthetic: 1,
    presumed: 0.6,
    days: [null, null, null, null],
  }
  const unit = UNIT[currency] ?? 0
  const [entered, lost, amounts] = knowsLosses
    ? [
        [15, 13, 9, 6],
        [1, 2, 0, 1],
        [2165, 2045, 1670, 1205],
      ]
    : [
        [15, 12, 9, 6],
        [2, 1, 0, 1],
        [2165, 2015, 1670, 1205],
      ]
  const share = knowsLosses ? [1, 0.8667, 0.6, 0.4] : [1, 0.8, 0.6, 0.4]
  const [first, second] = knowsLosses
    ? [
        [0.8667, 0.6212, 0.9626],
        [0.6923, 0.4237, 0.8732],
      ]
    : [
        [0.8, 0.5481, 0.9295],
        [0.75, 0.4677, 0.9111],
      ]
  const next = [first, second, [0.6667, 0.3542, 0.8794], [0.8333, 0.4365, 0.9699]]
  return {
    schema: 'voronka.funnel/1',
    mode: 'cohort',
    pipeline,
    period: { from: null, until: null, label: 'all' },
    timezone: 'Europe/Kyiv',
    asOf: '2026-09-21',
    knownAt: null,
    filters: {},
    attribution: 'owner',
    currency,
    lateEntries: 0,
    stages: [
      ...stages.map((stage, k) => ({
        stage,
        kind: 'open',
        entered: entered?.[k],
        lostHere: lost?.[k],
        openHere: [1, 2, 3, 0][k],
        lossStageUnknown: k === 0 && !knowsLosses ? 1 : 0,
        toNext: next[k]?.[0],
        toNextLow: next[k]?.[1],
        toNextHigh: next[k]?.[2],
        ofFirst: share[k],
        ofAll: share[k],
        amount: (amounts?.[k] ?? 0) * unit,
        medianDays: days[k],
      })),
      {
        stage: { en: 'Won', ru: 'Выиграно', uk: 'Виграно' }[lang],
        kind: 'won',
        entered: 5,
        lostHere: null,
        openHere: null,
        ofFirst: 0.3333,
        ofAll: 0.3333,
        amount: 805 * unit,
        medianDays: null,
      },
    ],
    totals: {
      deals: 15,
      won: 5,
      lost: 4,
      open: 6,
      amount: 2165 * unit,
      wonAmount: 805 * unit,
      lossStageUnknown: knowsLosses ? 0 : 1,
      winRate: 0.5556,
      winRateLow: 0.2667,
      winRateHigh: 0.8112,
      conversion: 0.3333,
      conversionLow: 0.1518,
      conversionHigh: 0.5829,
      openShare: 0.4,
      syntheticShare: synthetic,
      presumedDatesShare: presumed,
    },
    overlap: false,
  }
}
