import { expect, test } from 'vitest'
import { firm } from '../support/firm.ts'

const CARDS = [
  ['contact', 'c1'],
  ['company', 'o1'],
  ['manager', 'm1'],
  ['activity', 'a1'],
  ['task', 't1'],
  ['rule', 'Звонок'],
] as const

test('a card in a file is its line under fixed keys, the same in every language', async () => {
  const { run } = await firm()
  await run(['rule', 'add', 'Звонок', '--enter', 'Замер', '--task', 'Позвонить'])
  const shown: string[] = []
  for (const [noun, id] of CARDS) {
    const files = await Promise.all(
      ['ru', 'uk', 'en'].map((lang) => run([noun, 'show', id, '--format', 'csv', '--lang', lang])),
    )
    const [first, ...others] = files.map(({ out }) => out)
    expect(others).toEqual([first, first])
    shown.push(first ?? '')
  }
  expect(shown.join('\n')).toMatchInlineSnapshot(`
    "id,name,phones,emails,company,manager,source,position,referredBy,birthday,tags,note,externalId,createdAt,lifecycle
    c1,Анна Иванова,+79161234567,anna@romashka.example,ООО «Ромашка»,,,,,,постоянный,Любит чай и стеклянные двери,,2026-08-31T12:00:00+00:00,lead

    id,name,phone,email,website,manager,note,externalId,createdAt,contacts
    o1,ООО «Ромашка»,+7 495 123-45-00,,romashka.example,,,,2026-08-31T12:00:00+00:00,Анна Иванова

    id,name,email,department,aliases,active,openDeals
    m1,Вера Лис,,,,yes,2

    id,at,kind,direction,outcome,manager,contact,text,duration,company,deal,phone,place,externalId,externalSystem
    a1,2026-09-01T10:00:00+00:00,call,in,answered,Вера Лис,Анна Иванова,Спрашивала про окна на балкон,,,d1,,,,

    id,due,text,state,priority,manager,contact,company,deal,doneAt,result,recurrence,postponed,createdAt,externalId,externalSystem
    t1,2026-10-14T10:00:00+00:00,Согласовать замер,open,normal,Вера Лис,Пётр Лис,,d2,,,,0,2026-10-13T00:00:00+00:00,,

    id,name,when,does,on,done,lastFailure
    r1,Звонок,enter Замер,task Позвонить,on,0,
    "
  `)
})
