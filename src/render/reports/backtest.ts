import { lookUp } from '../../domain/look-up.ts'
import { majorOf } from '../../domain/money.ts'
import { round4 } from '../../domain/statistics/statistics.ts'
import { periodTitle } from '../../domain/time/period.ts'
import type { BacktestReport, Method } from '../../reports/backtest.ts'
import type { Words } from '../../words/words.ts'
import type { Block, Column, Document, Table } from '../document.ts'
import { formatCount, formatDecimal, formatRate, type MoneyScale, moneyScale, moneyUnit } from '../numbers.ts'
import { FEW, headLines, type ReportView } from './head.ts'
import { bandsLegend } from './parts.ts'

/** Forecasts held against what came: which method to trust, period by period, and the chances of single deals. */
export function backtestDocument(report: BacktestReport, view: ReportView): Document {
  const { words } = view
  const { forecast: said, lang } = words
  const { head, pipeline, periods } = report
  const scale = scaleOf(report)
  const title = [
    said.backtestTitle({ pipeline }),
    periodTitle(head.period, words),
    moneyUnit(scale, head.currency, lang),
  ]
  const heading = headLines(title, head, view, [said.periods(periods.length)])
  const seed = said.seedSaid({ runs: formatCount(report.runs, lang), seed: String(report.seed) })
  return {
    heading,
    blocks: [
      { type: 'lines', lines: verdict(report, words) },
      methodTable(report, words),
      periodTable(report, scale, words),
      ...(view.chart ? bands(report, words) : []),
      ...stageTable(report, words),
      {
        type: 'lines',
        lines: [
          said.errorMeaning,
          ...(isShared(report) ? [said.sharedMeaning({ n: formatCount(report.shared, lang) })] : []),
          said.brierMeaning,
          said.clairvoyant,
          seed,
        ],
      },
    ],
    data: facts(report),
  }
}

function scaleOf({ periods, head }: BacktestReport): MoneyScale {
  const most = periods.flatMap(({ actual, p90, said }) => [
    actual,
    p90 ?? 0,
    ...Object.values(said).map((value) => value ?? 0),
  ])
  return moneyScale([majorOf(Math.max(...most), head.currency)])
}

function nameOf(method: Method, { forecast: said }: Words): string {
  return lookUp(said.methods, method) ?? method
}

/** The methods are compared over fewer periods than some of them tell of. */
function isShared({ methods, best, shared }: BacktestReport): boolean {
  return best !== null && methods.some(({ n }) => n > shared)
}

function verdict({ methods, best, shared }: BacktestReport, words: Words): string[] {
  const { forecast: said, lang } = words
  const own = methods.find(({ method }) => method === 'statistics')
  const first = methods.find(({ method }) => method === best)
  const rate = (share: number | null) => (share === null ? '' : formatRate(share, lang))
  const lines: string[] = []
  if (first === undefined) lines.push(said.tooFew)
  else {
    const told = {
      method: nameOf(first.method, words),
      n: said.periods(shared),
      error: rate(first.wapeShared),
    }
    const isOwn = first.method === 'statistics' || first.method === 'template'
    lines.push(isOwn ? said.trust(told) : said.trustOther({ ...told, own: rate(own?.wapeShared ?? null) }))
  }
  if (own?.coverage80 != null && own.coverageLow !== null && own.coverageHigh !== null) {
    const [low = '', high = ''] = [own.coverageLow, own.coverageHigh].map((share) => formatRate(share, lang))
    lines.push(
      said.covered({
        k: formatCount(Math.round(own.coverage80 * own.n), lang),
        n: formatCount(own.n, lang),
        low,
        high,
      }),
    )
  }
  return lines
}

function methodTable(report: BacktestReport, words: Words): Block {
  const { forecast: said, lang } = words
  const { methods, shared } = report
  const together: Column[] = isShared(report)
    ? [{ key: 'wapeShared', title: said.sharedError({ n: formatCount(shared, lang) }), kind: 'rate' }]
    : []
  return {
    type: 'table',
    columns: [
      { key: 'method', title: said.method, kind: 'text' },
      { key: 'wape', title: said.error, kind: 'rate' },
      ...together,
      { key: 'bias', title: said.bias, kind: 'rate', signed: true },
      { key: 'coverage80', title: said.inRange, kind: 'rate' },
      { key: 'brier', title: said.brier, kind: 'text', align: 'right' },
      { key: 'n', title: said.n, kind: 'count' },
    ],
    rows: methods
      .filter(({ n }) => n > 0)
      .map(({ method, wape, wapeShared, bias, coverage80, brier, n }) => ({
        cells: [
          nameOf(method, words),
          wape,
          ...together.map(() => wapeShared),
          bias,
          coverage80 === null || n >= FEW
            ? coverage80
            : {
                value: coverage80,
                text: words.reportHead.of({ k: String(Math.round(coverage80 * n)), n: String(n) }),
              },
          brier === null ? null : formatDecimal(brier, 3, lang),
          n,
        ],
      })),
  }
}

function periodTable({ periods, methods, head }: BacktestReport, scale: MoneyScale, words: Words): Block {
  const { forecast: said } = words
  const shown = methods.filter(({ n }) => n > 0).map(({ method }) => method)
  const money = (key: string, title: string): Column => ({ key, title, kind: 'money', scale })
  const major = (minor: number | null) => (minor === null ? null : majorOf(minor, head.currency))
  return {
    type: 'table',
    columns: [
      { key: 'label', title: said.period, kind: 'text' },
      money('actual', said.actual),
      { key: 'range', title: words.planReport.interval, kind: 'interval', of: 'money', scale },
      ...shown.map((method) => money(method, lookUp(said.short, method) ?? method)),
    ],
    rows: periods.map(({ label, actual, p10, p90, said: values }) => ({
      cells: [
        label,
        major(actual),
        p10 === null || p90 === null ? null : [majorOf(p10, head.currency), majorOf(p90, head.currency)],
        ...shown.map((method) => major(values[method])),
      ],
    })),
  }
}

function bands({ periods }: BacktestReport, words: Words): Block[] {
  const rows = periods.flatMap(({ label, actual, p10, p90, said }) =>
    p10 === null || p90 === null || said.statistics === null
      ? []
      : [{ label, sure: 0, low: p10, mean: said.statistics, high: p90, target: actual }],
  )
  return [{ type: 'bands', rows, legend: bandsLegend(words, words.forecast.actual) }]
}

function stageTable({ stages }: BacktestReport, words: Words): Block[] {
  const { forecast: said, lang } = words
  if (stages.length === 0) return []
  return [
    {
      type: 'table',
      columns: [
        { key: 'stage', title: said.stage, kind: 'text', shrink: true, min: 12 },
        { key: 'n', title: said.stageDeals, kind: 'count' },
        { key: 'expected', title: said.stageExpected, kind: 'count' },
        { key: 'won', title: said.stageWon, kind: 'count' },
        { key: 'brier', title: said.brier, kind: 'text', align: 'right' },
      ],
      rows: stages.map(({ stage, n, expected, won, brier }) => ({
        cells: [stage, n, Math.round(expected), won, brier === null ? null : formatDecimal(brier, 3, lang)],
      })),
    },
  ]
}

function facts({ methods }: BacktestReport): Table {
  const column = (key: string, kind: Column['kind']): Column => ({ key, title: key, kind })
  return {
    columns: [
      column('method', 'text'),
      ...['wape', 'bias', 'coverage80', 'coverageLow', 'coverageHigh'].map((key) => column(key, 'rate')),
      column('brier', 'count'),
      column('n', 'count'),
    ],
    rows: methods.map(({ method, wape, bias, coverage80, coverageLow, coverageHigh, brier, n }) => ({
      cells: [method, ...[wape, bias, coverage80, coverageLow, coverageHigh, brier].map(round4), n],
    })),
  }
}
