import { expect, test } from 'vitest'
import { type Trial, trial } from './world.ts'

async function shop(now: string, lines: readonly string[]): Promise<Trial> {
  const made = trial({ now })
  for (const line of ['init --stages New,Offer', ...lines])
    expect([line, (await made.run(line.split(' '))).exit]).toEqual([line, 0])
  return made
}

test('an export brought into a workspace whose numbers are taken: once is enough', async () => {
  const theirs = await shop('2026-10-01T10:00', [
    'contact add Olga',
    'contact add Olga',
    'company add Acme',
    'deal add Twin --contact c1 --company Acme',
    'deal add Twin --contact c2',
    'deal add Other',
    'deal move d3 Offer',
  ])
  const { run } = await shop('2026-10-14', [
    'contact add Ivan',
    'contact add Petr',
    'company add Umbrella',
    'deal add Mine',
    'deal add Ours',
    'deal add All',
  ])
  for (const what of ['companies', 'contacts', 'deals', 'history']) {
    const stdin = (await theirs.run(['export', what])).out
    const bring = async () => {
      const { exit, out } = await run(['import', what, '-', '--format', 'json'], { stdin })
      const { created, updated, unchanged } = JSON.parse(out)
      return { what, exit, created, updated, unchanged }
    }
    const first = await bring()
    const rows = first.created + first.updated + first.unchanged
    expect(await bring()).toEqual({ what, exit: 0, created: 0, updated: 0, unchanged: rows })
  }
  const titles = JSON.parse((await run(['deal', 'list', '--format', 'json'])).out)
  expect(titles.map(({ title }: { title: string }) => title).sort()).toEqual([
    'All',
    'Mine',
    'Other',
    'Ours',
    'Twin',
    'Twin',
  ])
})

test('people without the column of when they were made are still who they are', async () => {
  const { run } = await shop('2026-10-01', ['contact add Olga'])
  const { out } = await run(['export', 'contacts'])
  const without = out.split('\n').map((line) => line.replace(/,[^,]*$/, ''))
  expect(without[0]?.includes('createdAt')).toBe(false)
  const { exit, out: told } = await run(['import', 'contacts', '-', '--format', 'json'], {
    stdin: without.join('\n'),
  })
  expect([exit, JSON.parse(told).created, JSON.parse(told).unchanged]).toEqual([0, 0, 1])
})

test('lines that contradict one another are refused', async () => {
  const { run } = await shop('2026-10-01', ['deal add Mine'])
  const history = (await run(['export', 'history'])).out
  const told = async (what: string, stdin: string) => {
    const { exit, out } = await run(['import', what, '-', '--format', 'json'], { stdin })
    return [exit, ...JSON.parse(out).problems.map(({ message }: { message: string }) => message)]
  }
  expect(await told('history', history + history.split('\n')[1])).toEqual([
    65,
    'An earlier line says already how this deal began. Leave one of them',
  ])
  const deals = (await run(['export', 'deals'])).out
  expect(await told('deals', deals.replace('New,open', 'New,won'))).toEqual([
    65,
    'The stage "New" and the status "won" contradict each other. Correct one, or --ignore a column',
  ])
})

test('someone without a name or a moment is made once', async () => {
  const { run } = await shop('2026-10-01', ['contact add Olga'])
  const stdin = `${(await run(['export', 'contacts'])).out.split('\n')[0]?.replace(',createdAt', '')}\nc1${','.repeat(5)},o@x.com${','.repeat(7)}\n`
  const bring = async () => {
    const { exit, out } = await run(['import', 'contacts', '-', '--format', 'json'], { stdin })
    return [exit, JSON.parse(out).created]
  }
  expect([await bring(), await bring()]).toEqual([
    [0, 1],
    [0, 0],
  ])
})
