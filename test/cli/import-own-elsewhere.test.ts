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
