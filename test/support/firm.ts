import type { Operation } from '../../src/store/operation.ts'
import { Store } from '../../src/store/store.ts'
import { addActivity, addTask, type NewActivity } from '../../src/store/touches/writing.ts'
import { type RunOptions, type Trial, trial } from '../cli/world.ts'

const day = (text: string) => ({ at: Date.parse(text), precision: 'day' as const })
const moment = (text: string) => ({ at: Date.parse(`${text}Z`), precision: 'moment' as const })
const ANNA = { manager: 1, contact: 1, company: null, deal: 1 }
const PETER = { manager: 1, contact: 2, company: null, deal: 2 }
const CALL = { kind: 'call', duration: null } as const

function talk(operation: Operation): void {
  const asked = 'Спрашивала про окна на балкон'
  const talks: readonly NewActivity[] = [
    { ...CALL, ...ANNA, direction: 'in', outcome: 'answered', when: moment('2026-09-01T10:00'), text: asked },
    {
      ...CALL,
      ...ANNA,
      direction: 'out',
      outcome: 'no-answer',
      when: moment('2026-10-10T19:40'),
      text: null,
    },
    {
      ...PETER,
      kind: 'meeting',
      direction: null,
      outcome: null,
      duration: 1800,
      when: moment('2026-10-12T11:00'),
      text: 'Замер двери, просит скидку',
    },
    {
      ...ANNA,
      deal: null,
      kind: 'note',
      direction: null,
      outcome: null,
      duration: null,
      when: day('2026-10-13'),
      text: 'Перезвонить в среду, обещали смету',
    },
  ]
  for (const one of talks) addActivity(operation, one)
  addTask(operation, { ...PETER, text: 'Согласовать замер', due: moment('2026-10-14T10:00') })
  addTask(operation, { ...ANNA, text: 'Перезвонить Анне: балкон', due: day('2026-10-12') })
  const done = addTask(operation, { ...ANNA, text: 'Отправить смету', due: day('2026-09-02') })
  operation.update('tasks', done, { state: 'done', done_at: Date.parse('2026-09-02'), done_precision: 1 })
}

/** A small firm that sells windows: people, companies, deals open and closed, talks and tasks. In Russian, in UTC. */
export async function firm(options: RunOptions = {}): Promise<Trial> {
  const made = trial({ env: { VORONKA_LANG: 'ru' }, ...options })
  const lines: readonly (readonly [now: string, ...argv: string[]])[] = [
    [
      '2026-08-31',
      'init',
      '--pipeline',
      'Окна',
      '--stages',
      'Заявка,Замер,Договор',
      '--currency',
      'RUB',
      '--timezone',
      'UTC',
    ],
    ['2026-08-31', 'manager', 'add', 'Вера Лис'],
    [
      '2026-08-31',
      'company',
      'add',
      'ООО «Ромашка»',
      '--phone',
      '+7 495 123-45-00',
      '--website',
      'romashka.example',
    ],
    [
      '2026-08-31',
      'contact',
      'add',
      'Анна Иванова',
      '--phone',
      '+7 916 123-45-67',
      '--email',
      'anna@romashka.example',
      '--company',
      'Ромашка',
      '--note',
      'Любит чай и стеклянные двери',
      '--tag',
      'постоянный',
    ],
    ['2026-08-31', 'contact', 'add', 'Пётр Лис', '--phone', '8 903 765-43-21'],
    [
      '2026-09-01',
      'deal',
      'add',
      'Балкон, 3 окна',
      '--amount',
      '120000',
      '--contact',
      'Иванова',
      '--company',
      'Ромашка',
      '--manager',
      'Вера',
      '--product',
      'Окна',
    ],
    [
      '2026-09-05',
      'deal',
      'add',
      'Входная дверь',
      '--amount',
      '80000',
      '--contact',
      'Пётр',
      '--manager',
      'Вера',
    ],
    ['2026-09-07', 'deal', 'add', 'Окно в кухню', '--contact', 'Иванова'],
    ['2026-09-20', 'deal', 'move', 'Балкон, 3 окна', 'Замер'],
    ['2026-10-01', 'deal', 'move', 'Окно в кухню', 'lost', '--reason', 'дорого, ждёт скидку'],
  ]
  for (const [now, ...argv] of lines) {
    const { exit, err, out } = await made.run([...argv, '--quiet'], { now })
    if (exit !== 0) throw new Error(`${argv.join(' ')}: ${err}${out}`)
  }
  const store = Store.open(made.path('trial.db'))
  store.write({ command: 'talk', now: Date.parse('2026-10-13') }, talk)
  store.close()
  return made
}
