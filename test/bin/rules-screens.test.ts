import { describe, expect, test } from 'vitest'
import { atTerminal } from '../support/at-terminal.ts'
import { spawned } from '../support/spawned.ts'

const TEXTS = {
  en: {
    stages: 'Inquiry,Proposal,Invoice',
    lang: 'en',
    field: 'Budget agreed',
    rule: [
      'Send the proposal',
      'Proposal',
      'Send {contact.name} the proposal for {deal.title}',
      'tomorrow 10:00',
    ],
    asks: 'lacks',
    yesNo: 'Budget agreed?',
    amount: 'amount:',
  },
  ru: {
    stages: 'Заявка,Предложение,Счёт',
    lang: 'ru',
    field: 'Бюджет согласован',
    rule: [
      'Отправить КП',
      'Предложение',
      'Отправить предложение: {контакт.имя}, {сделка.название}',
      'завтра 10:00',
    ],
    asks: 'не хватает',
    yesNo: 'Бюджет согласован?',
    amount: 'сумма:',
  },
} as const

describe.each(['en', 'ru'] as const)('80 columns in %s', (lang) => {
  test('rules, and the question of what a stage asks for', async () => {
    const { stages, field, rule, asks, yesNo, amount } = TEXTS[lang]
    const [first = '', second = ''] = stages.split(',')
    const room = spawned({ VORONKA_LANG: lang, VORONKA_DB: 'sales.db', LC_ALL: 'C.UTF-8', NO_COLOR: '1' })
    const made = room.shell(
      [
        `voronka init --stages "${stages}" --currency RUB`,
        'voronka contact add "Анна Лис"',
        'voronka deal add "Балкон" --contact Анна',
        `voronka rule add "${rule[0]}" --enter "${rule[1]}" --task "${rule[2]}" --due "${rule[3]}"`,
        'voronka rule preset add invoice',
        'voronka rule preset add proposal',
        `voronka stage edit "${first}" --require amount --require "${field}" --new-field`,
      ].join(' --quiet && '),
    )
    expect(made.exit).toBe(0)
    const look = async (...argv: string[]) => (await atTerminal(room, argv, [])).last
    const asked = await atTerminal(
      room,
      ['deal', 'move', 'Балкон', second],
      [
        [asks, '\r'],
        [amount, '12000', '\r'],
        [yesNo, 'y', '\r'],
      ],
    )
    const screens = [
      await look('rule', 'list'),
      await look('rule', 'show', 'r1'),
      await look('rule', 'preset', 'list'),
      ...asked.screens,
      asked.last,
      await look('stage', 'list'),
      await look('rule', 'test', '--period', 'today'),
    ]
    expect(asked.exit).toBe(0)
    expect(screens.join(`\n${'─'.repeat(80)}\n`)).toMatchSnapshot()
  }, 60_000)
})
