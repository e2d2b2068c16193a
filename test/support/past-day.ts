import { copyFileSync, writeFileSync } from 'node:fs'
import { expect } from 'vitest'
import { type Trial, trial } from '../cli/world.ts'

/** The day of which the reports are; the demo's last day. */
export const DAY = '2026-10-14'
/** The day on which they are made first: on its own day the reports that count hours count up to the moment. */
export const NEXT = '2026-10-15'

const CALLS = `id,type,date,client,direction,result,duration
7001,call,2026-10-02 10:00,Alice Ward,incoming,missed,
7002,call,2026-10-03 11:00,Alice Cole,outgoing,answered,60
7003,call,2026-10-12 09:00,Somebody New,incoming,answered,45
`
const FILES = {
  'calls.csv': CALLS,
  'calls-later.csv': `${CALLS.replace('incoming,missed', 'incoming,answered')}7004,call,2026-10-13 12:00,Alice Ward,outgoing,answered,30\n`,
  'deals.csv': `id,title,stage,amount,created
901,Gate,Proposal,5000,2026-09-20
902,Roof,won,7000,2026-09-01
`,
  'deals-moved.csv': `id,title,stage,amount,created
901,Gate,won,5500,2026-09-20
902,Roof,lost,7000,2026-09-01
`,
  'deals-later.csv': `id,title,stage,amount,created
901,Gate,won,5500,2026-09-20
902,Roof,lost,7000,2026-09-01
903,Porch,Inquiry,300,2026-10-10
`,
}

/** A copy of that demo, on whose last day files were imported and a rule was made. */
export async function workspaceOf(demo: Trial): Promise<Trial> {
  const made = trial()
  copyFileSync(demo.path('demo.db'), made.path('trial.db'))
  for (const [name, text] of Object.entries(FILES)) writeFileSync(made.path(name), text)
  for (const words of [
    ['import', 'activities', made.path('calls.csv'), '--system', 'pbx'],
    ['import', 'deals', made.path('deals.csv'), '--system', 'crm'],
    ['rule', 'add', 'Send', '--enter', 'Proposal', '--task', 'Send the proposal'],
    ['call', 'c3', '--out', '--at', '2026-10-13', '--outcome', 'answered'],
    ['deal', 'move', 'd270', 'won'],
    ['contact', 'edit', 'c4', '--manager', 'm2', '--lifecycle', 'mql'],
    ['plan', 'set', 'revenue', '90000', '--period', '2026-10'],
    ['bonus', 'add', '3%', '--of', 'revenue', '--from', '2026-10-01'],
    ['bonus', 'add', '80%: 100; 100%: 300', '--of', 'revenue', '--manager', 'm1', '--from', '2026-10-01'],
    ['want', 'add', 'c5', 'Oak door'],
  ]) {
    const { exit, err } = await made.run([...words, '--yes', '--quiet'], { now: DAY })
    expect({ words, exit, err: exit === 0 ? '' : err }).toEqual({ words, exit: 0, err: '' })
  }
  return made
}
