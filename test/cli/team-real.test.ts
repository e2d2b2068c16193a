import { expect } from 'vitest'
import { realPath, realTest } from '../transfer/real.ts'
import { trial } from './world.ts'

interface Group {
  key: string
  deals: number
  won: number
  lost: number
  open: number
  winRate: number
  wonAmount: number
  differs: string | null
}

/** Counted of the file itself: name, deals, won, lost, open, won of closed in per cent, won value. */
const SELLERS = [
  ['Anna Snelling', 448, 208, 128, 112, 61.9, 275056],
  ['Boris Faz', 210, 101, 52, 57, 66.01, 261631],
  ['Cassey Cress', 346, 163, 98, 85, 62.45, 450489],
  ['Cecily Lampkin', 203, 107, 53, 43, 66.88, 229800],
  ['Corliss Cosme', 310, 150, 79, 81, 65.5, 421036],
  ['Daniell Hammack', 259, 114, 73, 72, 60.96, 364229],
  ['Darcel Schlecht', 747, 349, 204, 194, 63.11, 1153214],
  ['Donn Cantrell', 275, 158, 117, 0, 57.45, 445860],
  ['Elease Gluck', 177, 80, 46, 51, 63.49, 289195],
  ['Garret Kinder', 123, 75, 48, 0, 60.98, 197773],
  ['Gladys Colclough', 317, 135, 97, 85, 58.19, 345674],
  ['Hayden Neloms', 202, 107, 45, 50, 70.39, 272111],
  ['James Ascencio', 267, 135, 71, 61, 65.53, 413533],
  ['Jonathan Berthelot', 345, 171, 93, 81, 64.77, 284886],
  ['Kami Bicknell', 362, 174, 98, 90, 63.97, 316456],
  ['Kary Hendrixson', 438, 209, 126, 103, 62.39, 454298],
  ['Lajuana Vencill', 311, 127, 104, 80, 54.98, 194632],
  ['Markita Hansen', 306, 130, 97, 79, 57.27, 328792],
  ['Marty Freudenburg', 281, 122, 72, 87, 62.89, 291195],
  ['Maureen Marcano', 285, 149, 64, 72, 69.95, 350395],
  ['Moses Frase', 260, 129, 66, 65, 66.15, 207182],
  ['Niesha Huffines', 239, 105, 70, 64, 60.0, 176961],
  ['Reed Clapper', 237, 155, 82, 0, 65.4, 438336],
  ['Rosalina Dieter', 160, 72, 38, 50, 65.45, 235403],
  ['Rosie Papadopoulos', 160, 78, 43, 39, 64.46, 230169],
  ['Versie Hillebrand', 361, 176, 88, 97, 66.67, 187693],
  ['Vicki Laflamme', 451, 221, 126, 104, 63.69, 478396],
  ['Violet Mclelland', 261, 122, 71, 68, 63.21, 123431],
  ['Wilburn Farren', 110, 55, 24, 31, 69.62, 157640],
  ['Zane Levy', 349, 161, 100, 88, 61.69, 430068],
] as const

realTest(
  'thirty sellers of a public file: all that each has, and that no two years of chance mark anybody',
  async () => {
    const { run } = trial({ now: '2018-01-01' })
    const file = realPath('maven-crm/sales_pipeline.csv')
    await run(['init', '--pipeline', 'Sales', '--stages', 'Prospecting,Engaging', '--timezone', 'UTC'])
    const read = ['import', 'deals', file, '--map', 'created=engage_date', '--map', 'closed=close_date']
    expect(await run(read)).toMatchObject({ exit: 0 })
    const { out } = await run(['team', 'all', '--format', 'json'])
    const { groups, total } = JSON.parse(out) as { groups: Group[]; total: Group & Record<string, number> }
    const found = groups.map(({ key, deals, won, lost, open, winRate, wonAmount }) => [
      ...[key, deals, won, lost, open],
      Math.round(winRate * 1e4) / 100,
      wonAmount,
    ])
    expect(found.toSorted()).toEqual(SELLERS.map((row) => [...row]).toSorted())
    expect([groups[0]?.key, groups.at(-1)?.key]).toEqual(['Darcel Schlecht', 'Violet Mclelland'])
    const { won, lost, winRate, wonAmount, averageWon, medianWon, cycleMedian } = total
    expect({ won, lost, winRate, wonAmount, averageWon, medianWon, cycleMedian }).toEqual({
      ...{ won: 4238, lost: 2473, winRate: 0.6315, wonAmount: 10_005_534 },
      ...{ averageWon: 2360.91, medianWon: 1117, cycleMedian: 57 },
    })
    expect(groups.filter(({ differs }) => differs !== null)).toEqual([])
  },
)
