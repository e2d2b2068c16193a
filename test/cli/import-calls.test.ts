import { expect, test } from 'vitest'
import { type Trial, trial } from './world.ts'

const SET_UP = [
  ['init', '--stages', 'New', '--timezone', 'Europe/Kyiv', '--currency', 'UAH'],
  ['contact', 'add', 'Ivan Kit', '--phone', '+380671234567'],
  ['contact', 'add', 'Olha Lys', '--phone', '0442223344'],
  ['manager', 'add', 'Anna', '--alias', '101'],
]

async function workspace(): Promise<Trial> {
  const made = trial({ now: '2026-10-14' })
  for (const line of SET_UP) expect((await made.run(line)).exit).toBe(0)
  return made
}

/** What there is, the oldest first, a line each. */
async function calls({ run }: Trial): Promise<string[]> {
  const { out } = await run(['activity', 'list', '--sort', 'at', '--format', 'json'])
  return (JSON.parse(out) as Record<string, unknown>[]).map(
    ({ at, kind, direction, outcome, duration, manager, contact, phone, externalId }) =>
      [String(at).slice(0, 19), kind, direction, outcome, duration, manager, contact, phone, externalId].join(
        ' | ',
      ),
  )
}

async function counts({ run }: Trial, stdin: string, ...options: string[]) {
  const { out, err } = await run(['import', 'activities', '-', ...options, '--format', 'json'], { stdin })
  const { system, created, updated, unchanged, skipped, merged, rejected, problems } = JSON.parse(
    out || `{"err":${JSON.stringify(err)}}`,
  )
  return { system, created, updated, unchanged, skipped, merged, rejected, problems }
}

const none = { created: 0, updated: 0, unchanged: 0, skipped: 0, merged: 0, rejected: 0, problems: [] }

const ASTERISK = `calldate,clid,src,dst,dcontext,channel,dstchannel,lastapp,lastdata,duration,billsec,disposition,amaflags,accountcode,uniqueid,userfield
2026-09-01 10:15:00,"""Ivan"" <0671234567>",0671234567,101,from-trunk,SIP/trunk-1,SIP/101-1,Dial,,35,20,ANSWERED,3,,1756.1,
2026-09-01 11:00:00,,0671234567,101,from-trunk,SIP/trunk-2,SIP/101-2,Dial,,15,0,NO ANSWER,3,,1756.2,
2026-09-01 11:00:00,,0671234567,102,from-trunk,SIP/trunk-2,SIP/102-1,Dial,,40,25,ANSWERED,3,,1756.2,
2026-09-01 12:00:00,,101,0442223344,from-internal,SIP/101-3,SIP/trunk-3,Dial,,20,0,BUSY,3,,1756.3,
2026-09-01 13:00:00,,0509998877,101,from-trunk,SIP/trunk-4,SIP/101-4,Dial,,12,0,NO ANSWER,3,,1756.4,
2026-09-01 14:00:00,,101,102,from-internal,SIP/101-5,SIP/102-2,Dial,,60,50,ANSWERED,3,,1756.5,
`

test('the log of Asterisk: sides, numbers, extensions, legs of one call; again it changes nothing', async () => {
  const made = await workspace()
  const ran = await made.run(['import', 'activities', '-'], { stdin: ASTERISK })
  expect(ran).toEqual({
    exit: 0,
    out: `Import of -: 6 rows

             rows
created         4
passed over     1
repeats         1

New managers (1): 102
Whose number 102 is, nobody has said. If a colleague has it: voronka manager merge NAME 102
Calls between colleagues, passed over: 1
1 row with numbers that nobody here has (1): +380509998877

To look at it: voronka activity list
To take it back: voronka undo 5
`,
    err: '-: encoding utf-8, delimiter ",", dates ymd, system asterisk\n',
  })
  expect(await calls(made)).toEqual([
    '2026-09-01T10:15:00 | call | in | answered | 20 | Anna | Ivan Kit | +380671234567 | 1756.1',
    '2026-09-01T11:00:00 | call | in | answered | 25 | 102 | Ivan Kit | +380671234567 | 1756.2',
    '2026-09-01T12:00:00 | call | out | no-answer | 0 | Anna | Olha Lys | +380442223344 | 1756.3',
    '2026-09-01T13:00:00 | call | in | missed | 0 | Anna |  | +380509998877 | 1756.4',
  ])
  const again = await counts(made, ASTERISK)
  expect(again).toEqual({ ...none, system: 'asterisk', unchanged: 4, skipped: 1, merged: 1 })
  // Somebody has the number by now, and the same log finds them.
  await made.run(['contact', 'add', 'Pavlo', '--phone', '050 999 88 77'])
  const linked = await counts(made, ASTERISK)
  expect(linked).toEqual({ ...none, system: 'asterisk', updated: 1, unchanged: 3, skipped: 1, merged: 1 })
  expect((await calls(made))[3]).toBe(
    '2026-09-01T13:00:00 | call | in | missed | 0 | Anna | Pavlo | +380509998877 | 1756.4',
  )
  expect(await made.run(['doctor'])).toMatchObject({ exit: 0 })
})

const LOGS: readonly (readonly [name: string, text: string, lines: readonly string[]])[] = [
  [
    'mango',
    `records;start;finish;answer;from_extension;from_number;to_extension;to_number;disconnect_reason;entry_id
[];1756710900;1756710960;1756710910;;380671234567;101;380442000000;1110;AA
[];1756714500;1756714530;0;101;380442000000;;380442223344;1111;BB
`,
    [
      '2025-09-01T10:15:00 | call | in | answered | 50 | Anna | Ivan Kit | +380671234567 | AA',
      '2025-09-01T11:15:00 | call | out | no-answer | 0 | Anna | Olha Lys | +380442223344 | BB',
    ],
  ],
  [
    'zadarma',
    `call_id,sip,callstart,clid,destination,disposition,seconds,is_recorded,pbx_call_id
9.1,101,2026-09-01 10:15:00,380671234567,101,answered,75,true,in_1
9.2,101,2026-09-01 10:20:00,101,380442223344,no answer,0,false,out_1
`,
    [
      '2026-09-01T10:15:00 | call | in | answered | 75 | Anna | Ivan Kit | +380671234567 | 9.1',
      '2026-09-01T10:20:00 | call | out | no-answer | 0 | Anna | Olha Lys | +380442223344 | 9.2',
    ],
  ],
  [
    'binotel',
    `generalCallID,callType,startTime,internalNumber,externalNumber,billsec,disposition,waitsec
77,0,1756710900,101,0671234567,0,NOANSWER,12
78,1,1756710960,101,0442223344,130,ANSWER,5
`,
    [
      '2025-09-01T10:15:00 | call | in | missed | 0 | Anna | Ivan Kit | +380671234567 | 77',
      '2025-09-01T10:16:00 | call | out | answered | 130 | Anna | Olha Lys | +380442223344 | 78',
    ],
  ],
  [
    'mikopbx',
    `id,start,answer,endtime,src_chan,src_num,dst_chan,dst_num,UNIQUEID,linkedid,did,disposition,recordingfile,duration,billsec
1,2026-09-01 10:15:00,,,PJSIP/t-1,0671234567,PJSIP/101-1,101,m-1,mikopbx-1,,ANSWERED,,30,22
`,
    ['2026-09-01T10:15:00 | call | in | answered | 22 | Anna | Ivan Kit | +380671234567 | mikopbx-1'],
  ],
  [
    '3cx',
    `Call Time,Caller ID,Destination,Status,Ringing,Talking,Totals,Cost,Reason
2026-09-01 10:15:00,+380671234567,Anna (101),Answered,00:00:05,00:01:10,00:01:15,,
2026-09-01 10:20:00,Ext. 101,0442223344,Unanswered,00:00:20,00:00:00,00:00:20,,
`,
    [
      '2026-09-01T10:15:00 | call | in | answered | 70 | Anna | Ivan Kit | +380671234567 | 2026-09-01T07:15:00.000Z +380671234567 Anna (101)',
      '2026-09-01T10:20:00 | call | out | no-answer | 0 | Anna | Olha Lys | +380442223344 | 2026-09-01T07:20:00.000Z Ext. 101 0442223344',
    ],
  ],
  [
    'ringostat',
    `calldate,caller,dst,call_type,disposition,billsec,duration,uniqueid
2026-09-01 10:15:00,0671234567,101,in,ANSWERED,61,70,r.1
`,
    ['2026-09-01T10:15:00 | call | in | answered | 61 | Anna | Ivan Kit | +380671234567 | r.1'],
  ],
  [
    'file',
    `Дата;Время;Кто звонил;Кому звонили;Статус;Длительность разговора
01.09.2026;10:15;8 067 123-45-67;101;Отвечен;1:15
01.09.2026;10:20;101;0442223344;Нет ответа;00:00:00
`,
    [
      '2026-09-01T10:15:00 | call | in | answered | 75 | Anna | Ivan Kit | +380671234567 | 2026-09-01T07:15:00.000Z 8 067 123-45-67 101',
      '2026-09-01T10:20:00 | call | out | no-answer | 0 | Anna | Olha Lys | +380442223344 | 2026-09-01T07:20:00.000Z 101 0442223344',
    ],
  ],
]

test.each(LOGS)('the log of an exchange: %s', async (system, text, lines) => {
  const made = await workspace()
  const rows = text.trim().split('\n').length - 1
  expect(await counts(made, text)).toEqual({ ...none, system, created: rows })
  expect(await calls(made)).toEqual(lines)
  expect(await counts(made, text)).toEqual({ ...none, system, unchanged: rows })
  expect((await made.run(['undo', '5'])).exit).toBe(0)
  expect(await calls(made)).toEqual([])
  expect(await made.run(['doctor'])).toMatchObject({ exit: 0 })
})

test('who called whom is not guessed', async () => {
  const made = await workspace()
  const text = 'Date,Caller,Callee,Status\n2026-09-01 10:15,0671234567,0442000000,ANSWERED\n'
  expect(await made.run(['import', 'activities', '-'], { stdin: text })).toEqual({
    exit: 65,
    out: `Import of -: 1 row

               rows
with problems     1
`,
    err: `-: encoding utf-8, delimiter ",", dates ymd, system file
-:2: Neither side is an extension, so it is not known who called whom. Say it of all rows: --set direction=in|out
Nothing was written: 1 row has problems. Mend them, or take the good rows and put these aside: --rejects FILE
`,
  })
  expect(await counts(made, text, '--set', 'direction=in')).toEqual({ ...none, system: 'file', created: 1 })
})

test('a column of kinds that says the way of a call, or that it was missed', async () => {
  const made = await workspace()
  const log = `Дата;Тип;Откуда;Куда;Длительность
01.10.2026 10:00;Входящий;+380671234567;101;00:02:13
01.10.2026 11:20;Исходящий;101;0442223344;00:00:00
02.10.2026 09:05;Пропущенный;0509998877;;00:00:00
02.10.2026 09:06;Внутренний;101;102;00:01:00
02.10.2026 09:07;Входящий звонок;0509998877;+380442223300;00:00:09
`
  expect(await counts(made, log)).toEqual({ ...none, system: 'file', created: 4, skipped: 1 })
  expect(await calls(made)).toEqual([
    '2026-10-01T10:00:00 | call | in | answered | 133 | Anna | Ivan Kit | +380671234567 | 2026-10-01T07:00:00.000Z +380671234567 101',
    '2026-10-01T11:20:00 | call | out | no-answer | 0 | Anna | Olha Lys | +380442223344 | 2026-10-01T08:20:00.000Z 101 0442223344',
    '2026-10-02T09:05:00 | call | in | missed | 0 |  |  | +380509998877 | 2026-10-02T06:05:00.000Z 0509998877',
    '2026-10-02T09:07:00 | call | in | answered | 9 |  |  | +380509998877 | 2026-10-02T06:07:00.000Z 0509998877 +380442223300',
  ])
  expect(await counts(made, log)).toEqual({ ...none, system: 'file', unchanged: 4, skipped: 1 })
})
