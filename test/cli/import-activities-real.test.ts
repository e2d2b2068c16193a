import { expect } from 'vitest'
import { realPath, realTest } from '../transfer/real.ts'
import { trial } from './world.ts'

realTest('Zoho: calls, events and tasks, whole and again', async () => {
  const { run } = trial()
  await run(['init', '--stages', 'A', '--timezone', 'UTC', '--currency', 'USD'])
  const imported = async (what: string, file: string, ...options: string[]) => {
    const path = realPath(`zoho-crm/${file}`)
    const { out } = await run(['import', what, path, ...options, '--format', 'json'])
    const { system, rows, created, unchanged, merged, rejected } = JSON.parse(out)
    return { system, rows, created, unchanged, merged, rejected }
  }
  const all = { system: 'zoho', unchanged: 0, merged: 0, rejected: 0 }
  await imported('contacts', 'Contacts.csv')
  expect(await imported('activities', 'Calls.csv')).toEqual({ ...all, rows: 4100, created: 4100 })
  expect(await imported('activities', 'Events.csv')).toEqual({ ...all, rows: 2978, created: 2978 })
  // Tasks have no ids there, and most of them are the same line again.
  expect(await imported('tasks', 'Tasks.csv')).toEqual({ ...all, rows: 2978, created: 911, merged: 2067 })
  expect(await imported('activities', 'Calls.csv')).toEqual({
    ...all,
    rows: 4100,
    created: 0,
    unchanged: 4100,
  })
  expect(await imported('tasks', 'Tasks.csv')).toEqual({
    ...all,
    rows: 2978,
    created: 0,
    unchanged: 911,
    merged: 2067,
  })
  const { out } = await run([
    'activity',
    'list',
    '--kind',
    'call',
    '--sort',
    'at',
    '--limit',
    '1',
    '--format',
    'json',
  ])
  expect(JSON.parse(out)).toHaveLength(1)
  expect(await run(['doctor'])).toMatchObject({ exit: 0 })
})
