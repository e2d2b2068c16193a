import { closeSync, openSync, writeSync } from 'node:fs'
import { KIND } from '../../src/domain/deal.ts'
import { LOST, MANAGERS, madeDeals, STAGES, WON } from './deals.ts'

const HEADER = 'ID,Title,Stage,Manager,Company,Amount,Created,Closed,Source\n'

/** The same deals as another program would export them: nine columns, one line a deal. */
export function writeCsv(path: string, deals: number): void {
  const file = openSync(path, 'w')
  let text = HEADER
  for (const deal of madeDeals(deals)) {
    const last = deal.changes.findLast((change) => change.kind === KIND.stage)
    const closed = last !== undefined && last.value > STAGES.length ? timeText(last.at) : ''
    const cells = [
      deal.n,
      deal.title,
      stageName(last?.value ?? 1),
      MANAGERS[deal.manager - 1],
      `Company ${deal.company}`,
      (deal.amount / 100).toFixed(2),
      timeText(deal.at),
      closed,
      deal.source,
    ]
    text += `${cells.join(',')}\n`
    if (text.length < 1 << 20) continue
    writeSync(file, text)
    text = ''
  }
  writeSync(file, text)
  closeSync(file)
}

function stageName(id: number): string {
  return id === WON ? 'Won' : id === LOST ? 'Lost' : (STAGES[id - 1] ?? '')
}

/** `2026-01-31 23:30:00`, UTC. */
function timeText(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ')
}
