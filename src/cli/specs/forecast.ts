import type { CommandSpec } from '../command.ts'
import { REPORT_OPTIONS } from './report-options.ts'

export const forecastCommands: readonly CommandSpec[] = [
  {
    name: 'forecast',
    args: '[period...]',
    summary: (w) => w.forecast.summary,
    options: [
      { flags: '--by <group>', help: (w) => w.forecast.by },
      { flags: '--backtest', help: (w) => w.forecast.backtest },
      { flags: '--seed <number>', help: (w) => w.forecast.seed },
      { flags: '-e, --explain <cell>', help: (w) => w.forecast.explain },
      { flags: '--period <period>', help: (w) => w.planReport.period },
      ...REPORT_OPTIONS.filter(({ flags }) => !/^--(by|attribution|period) /.test(flags)),
    ],
    examples: [
      'voronka forecast',
      'voronka forecast this-quarter --by manager',
      'voronka forecast --backtest',
    ],
    load: async () => (await import('../forecast/forecast.ts')).forecastRun,
  },
]
