import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Encoding } from '../../src/transfer/encoding.ts'
import { bytesIn } from '../transfer/samples.ts'
import { trial } from './world.ts'

const HEADER = ['id', 'title', 'stage', 'created']

/** Imports two deals of a file in that encoding; the first line of stderr, and what JSON says of the same. */
async function howRead(encoding: Encoding, delimiter: string, mark = '') {
  const shop = trial()
  await shop.run(['init', '--stages', 'Новая,Счёт'])
  const rows = [HEADER, ['1', 'Окна на балкон', 'Новая', '2026-09-01'], ['2', 'Двери', 'Счёт', '2026-09-02']]
  const text = rows.map((cells) => `${cells.join(delimiter)}\r\n`).join('')
  writeFileSync(shop.path('deals.csv'), bytesIn(encoding, mark + text))
  const { exit, out, err } = await shop.run(['import', 'deals', shop.path('deals.csv'), '--format', 'json'])
  const json = JSON.parse(out)
  return { exit, err, read: [json.encoding, json.delimiter, json.created, json.warnings] }
}

const MARK = '\ufeff'

test.each([
  ['utf-8', ',', ''],
  ['utf-8', ';', MARK],
  ['windows-1251', ';', ''],
  ['ibm866', '|', ''],
  ['koi8-r', '\t', ''],
  ['utf-16le', '\t', MARK],
  ['utf-16be', ';', ''],
] as const)('what was taken is said and in JSON: %s, "%s"', async (encoding, delimiter, mark) => {
  const shown = delimiter === '\t' ? 'tab' : delimiter
  expect(await howRead(encoding, delimiter, mark)).toEqual({
    exit: 0,
    err: `deals.csv: encoding ${encoding}, delimiter "${shown}", dates ymd, system file\n`,
    read: [encoding, delimiter, 2, []],
  })
})

const GUESSED =
  'Read as windows-1251, but that is no more than a guess: look at the letters, and name the right encoding with --encoding.'

test('a guess of the encoding is called so, on stderr and in JSON, whether the file is taken or not', async () => {
  const shop = trial()
  await shop.run(['init', '--stages', 'New'])
  const rows = 'id,title,stage,created,x\n1,חלון,New,2026-09-01,\n2,דלת,New,2026-09-02,\n'
  writeFileSync(shop.path('deals.csv'), bytesIn('windows-1255', rows))
  const warned = [{ line: 2, column: '', value: '', message: GUESSED }]
  const argv = ['import', 'deals', shop.path('deals.csv'), '--format', 'json']
  const refused = await shop.run(argv)
  expect([refused.exit, JSON.parse(refused.out).warnings, refused.err.split('\n').slice(0, 2)]).toEqual([
    65,
    warned,
    ['deals.csv: encoding windows-1251, delimiter ",", system file', `deals.csv:2: ${GUESSED}`],
  ])
  const taken = await shop.run([...argv, '--ignore', 'x', '--dry-run'])
  expect([taken.exit, JSON.parse(taken.out).warnings, taken.err.split('\n').slice(0, 2)]).toEqual([
    0,
    warned,
    ['deals.csv: encoding windows-1251, delimiter ",", dates ymd, system file', `deals.csv:2: ${GUESSED}`],
  ])
  const named = await shop.run([...argv, '--ignore', 'x', '--encoding', 'windows-1255'])
  expect([named.exit, JSON.parse(named.out).warnings]).toEqual([0, []])
})

test('an encoding that is none of those that are guessed is refused before anything is read', async () => {
  const shop = trial()
  await shop.run(['init', '--stages', 'New'])
  writeFileSync(
    shop.path('deals.csv'),
    bytesIn('gb18030', 'id,title,stage,created\n1,北京科技有限公司上海贸易公司,New,2026-09-01\n'),
  )
  const { exit, err } = await shop.run(['import', 'deals', shop.path('deals.csv')])
  expect([exit, err.split(': utf-8,')[0]]).toEqual([
    65,
    `${shop.path('deals.csv')}: no encoding that can be guessed makes words of the letters from line 2 on; name it with --encoding`,
  ])
  const named = await shop.run([
    'import',
    'deals',
    shop.path('deals.csv'),
    '--encoding',
    'gbk',
    '--format',
    'json',
  ])
  expect([named.exit, JSON.parse(named.out).encoding]).toEqual([0, 'gb18030'])
})
