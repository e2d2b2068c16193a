import { expect, test } from 'vitest'
import { trial } from './world.ts'

const LINES = {
  uk: {
    names: ['Олег Мороз', 'Леся'],
    add: [
      'дзвонила Світлана Коваль, хоче заміряти балкон у середу о 14, Леся',
      'Іван Петренко 067-222-33-44 москітка на двері 1200 грн менеджер Леся',
      'Леся, 067-222-33-55, москітка',
    ],
    task: [
      'Лесі: подзвонити Гнатюк завтра о 9:30',
      'для Лесі: порахувати завтра',
      'порахувати КП до четверга, Леся',
      'Леся передзвонить Гнатюку у середу',
      'подзвонити Гнатюк, Савчук завтра',
    ],
  },
  ru: {
    names: ['Олег Мороз', 'Леся'],
    add: [
      'звонила Светлана Коваль, хочет замерить балкон в среду в 14, Леся',
      'Иван Петренко 067-222-33-44 москитка на двери 1200 грн менеджер Леся',
    ],
    task: [
      'Лесе: позвонить Гнатюк завтра в 9:30',
      'для Леси: посчитать завтра',
      'посчитать КП до четверга, Леся',
      'Леся перезвонит Гнатюку в среду',
    ],
  },
  en: {
    names: ['Oleg Moroz', 'Lesia'],
    add: [
      'Anna Smith, wants a balcony measured on Wednesday at 2 pm, Lesia',
      'John Peters 067-222-33-44 a door screen 1200 UAH manager Lesia',
    ],
    task: [
      'Lesia: call Hnatiuk tomorrow at 9:30',
      'for Lesia: count it tomorrow',
      'count the offer by Thursday, Lesia',
    ],
  },
} as const

test.each(['uk', 'ru', 'en'] as const)('a manager named in a line is the manager (%s)', async (lang) => {
  const made = trial({ env: { VORONKA_LANG: lang } })
  await made.run(['init', '--stages', 'A,B', '--currency', 'UAH'])
  const { names, add, task } = LINES[lang]
  for (const name of names) await made.run(['manager', 'add', name])
  await made.run(['config', 'set', 'me', names[0]])
  const said: string[] = []
  const told = async (...argv: string[]) => {
    const { out, err } = await made.run(argv)
    return out + err
  }
  for (const line of add) said.push(await told('add', line))
  for (const line of task) said.push(await told('task', 'add', line))
  expect(said.join('').replaceAll('\u00a0', ' ')).toMatchSnapshot()
})
