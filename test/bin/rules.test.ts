import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { type Spawned, spawned } from '../support/spawned.ts'

let room: Spawned
beforeEach(() => {
  room = spawned({ VORONKA_DB: 'sales.db' })
  expect(room.shell('voronka init --stages New,Offer --quiet && voronka deal add Door --quiet').exit).toBe(0)
})

function rule(name: string, script: string): void {
  const line = `voronka rule add "${name}" --enter Offer --message "${name} {deal.title}" --command sh --command=-c --command '${script}'`
  expect(room.shell(line)).toMatchObject({ exit: 0 })
}

const states = () => {
  const { out } = room.shell('voronka rule outbox --format json')
  return (JSON.parse(out) as { rule: string; state: string }[]).map(
    ({ rule: name, state }) => `${name} ${state}`,
  )
}

test('a command that hangs is stopped with whatever it began, and the move stands', () => {
  rule('Slow', 'sleep 7127 & sleep 7128')
  room.shell('voronka config set rule-timeout 1')
  const { exit, err } = room.shell('voronka deal move Door Offer')
  expect({ exit, err }).toEqual({
    exit: 0,
    err: `d1 Door: New → Offer
Rule "Slow": message about d1 → command
Rule "Slow" could not send its text about d1: the command did not end within 1 s and was stopped. Again: voronka rule retry 1
`,
  })
  expect(room.shell('ps -eo args | grep -c "^sleep 712[78]"').out).toBe('0\n')
  expect(states()).toEqual(['Slow failed'])
}, 20_000)

test('a command that is not there, one that reads nothing and one that says much', () => {
  expect(
    room.shell('voronka rule add None --enter Offer --message "{deal.title}" --command no-such-command'),
  ).toMatchObject({ exit: 0 })
  rule('Deaf', 'exec <&-; exit 0')
  rule('Loud', 'yes | head -c 3000000 >&2; exit 4')
  const { exit, err } = room.shell('voronka deal move Door Offer')
  expect(exit).toBe(0)
  expect(err.length).toBeLessThan(9000)
  expect(states()).toEqual(['Loud failed', 'Deaf done', 'None failed'])
}, 20_000)

test('a command that cannot be run is told from one that is not there', () => {
  room.shell('echo data >data; printf "#!/no/such\\n" >script; chmod +x script; mkdir folder')
  for (const command of ['./data', './folder', './script', './data/x', './none'])
    expect(
      room.shell(`voronka rule add ${command} --enter Offer --message "{deal.title}" --command ${command}`),
    ).toMatchObject({ exit: 0 })
  const { exit, err } = room.shell('voronka deal move Door Offer --quiet')
  expect({ exit, why: [...err.matchAll(/about d1: (.*)\. Again/g)].map(([, why]) => why) }).toEqual({
    exit: 0,
    why: [
      'the command "./data" cannot be run: it is no program, or may not be run (chmod +x)',
      'the command "./folder" cannot be run: it is no program, or may not be run (chmod +x)',
      'the command "./script" cannot be run: the program that its first line names is not there',
      'there is no command "./data/x"',
      'there is no command "./none"',
    ],
  })
}, 20_000)

test('what a killed process left unsent goes out with the next write, once', async () => {
  // The command of the first ends the program itself, after the commit and before the others.
  rule('First', 'kill -9 $PPID; sleep 1')
  for (const name of ['Second', 'Third', 'Fourth'])
    rule(name, 'text=$(cat); echo "$text" >>sent.txt; sleep 0.3')
  expect(room.shell('voronka deal move Door Offer').exit).not.toBe(0)
  expect(room.shell('voronka deal show Door --format json').out).toContain('"stage": "Offer"')
  expect(existsSync(room.path('sent.txt'))).toBe(false)
  expect(states()).toEqual(['Fourth pending', 'Third pending', 'Second pending', 'First started'])
  const exits = await Promise.all([1, 2, 3].map(() => runOnce('rule', 'run')))
  expect(exits).toEqual([0, 0, 0])
  const sent = readFileSync(room.path('sent.txt'), 'utf8').trim().split('\n')
  expect(sent.sort()).toEqual(['Fourth Door', 'Second Door', 'Third Door'])
  // Nobody knows how far the first got: it is not sent again unasked.
  expect(states()).toEqual(['Fourth done', 'Third done', 'Second done', 'First started'])
}, 30_000)

test('many who write at once, batches among them: each text goes out once', async () => {
  rule('Mail', 'text=$(cat); echo "$text" >>sent.txt')
  const batch = (name: string) => Array.from({ length: 10 }, (_, n) => `deal add ${name}${n} --stage Offer\n`)
  for (const name of ['A', 'B']) writeFileSync(room.path(name), batch(name).join(''))
  const lines = [
    ...['A', 'B'].map((name) => ['batch', name]),
    ...[1, 2, 3, 4].map((n) => ['deal', 'add', `C${n}`, '--stage', 'Offer']),
  ]
  const exits = await Promise.all(lines.map((line) => runOnce(...line)))
  expect(exits).toEqual(lines.map(() => 0))
  const titles = [...Array.from({ length: 10 }, (_, n) => [`A${n}`, `B${n}`]), 'C1', 'C2', 'C3', 'C4'].flat()
  const sent = readFileSync(room.path('sent.txt'), 'utf8').trim().split('\n')
  expect(sent.sort()).toEqual(titles.map((title) => `Mail ${title}`).sort())
  expect(new Set(states())).toEqual(new Set(['Mail done']))
  expect(room.shell('voronka doctor --quiet').exit).toBe(0)
}, 60_000)

function runOnce(...line: readonly string[]): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(room.path('bin/voronka'), [...line], {
      cwd: room.folder,
      env: room.env,
      stdio: 'ignore',
    })
    child.on('exit', resolve)
  })
}
