import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import type { Cell, Column, Document, Row, Value } from '../../src/render/document.ts'
import { renderDocument, renderJson } from '../../src/render/render.ts'
import type { Style } from '../../src/render/style.ts'

const screen: Style = { color: 0, width: 80, unicode: true, lang: 'ru' }
const off: Style = { color: 0, width: null, unicode: false, lang: 'en' }

const row = (...cells: (Cell | Value)[]): Row => ({ cells })
const table = (columns: readonly Column[], ...rows: Row[]): Document => ({
  heading: [],
  blocks: [{ type: 'table', columns, rows }],
})

it('a text may have so many lines; what stands beneath is dim and is not cut', () => {
  const people = table(
    [
      { key: 'who', title: 'кто', kind: 'text', shrink: true, min: 6 },
      { key: 'what', title: 'что', kind: 'text', wrap: 2, min: 10 },
    ],
    row(
      { value: 'Константин Константинопольский', under: '+79161234567' },
      'раз два три четыре пять шесть семь восемь девять десять',
    ),
    row('Ян', 'раз'),
  )
  expect(renderDocument(people, 'table', { ...screen, width: 24 })).toMatchInlineSnapshot(`
    "кто          что
    Константин…  раз два три
    +79161234567 четыре пят…
    Ян           раз
    "
  `)
  expect(
    renderDocument(people, 'table', { ...screen, width: 24, color: 1 }).match(/.*7916.*/),
  ).toMatchInlineSnapshot(`
    [
      "[2m+79161234567[22m четыре пят…",
    ]
  `)
})

it('a text that wraps is lost nowhere; the other cells stand beside its first line', () => {
  const text = 'через сколько дней без связи сделка считается молчащей'
  const settings = table(
    [
      { key: 'key', title: 'настройка', kind: 'text' },
      { key: 'about', title: 'что это', kind: 'text', wrap: true },
      { key: 'value', title: 'сейчас', kind: 'count' },
    ],
    row('silent-after', text, 14),
    row('pager', 'коротко', 1),
  )
  expect(renderDocument(settings, 'table', { ...screen, width: 50 })).toMatchInlineSnapshot(`
    "настройка    что это                        сейчас
    silent-after через сколько дней без связи       14
                 сделка считается молчащей
    pager        коротко                             1
    "
  `)
  expect(renderDocument(settings, 'table', off)).toContain(text)
})

const funnel: Document = {
  heading: ['Воронка «Двери» · июль 2026 · сделки, созданные за период', 'на 14.10.2026, Москва · сделок 40'],
  blocks: [
    {
      type: 'table',
      columns: [
        { key: 'stage', title: 'Этап', kind: 'text', shrink: true },
        { key: 'entered', title: 'дошли', kind: 'count' },
        { key: 'bar', title: '', kind: 'bar', gap: 1, width: 8 },
        { key: 'toNext', title: 'дальше', kind: 'rate' },
        { key: 'toNext', title: 'разброс', kind: 'interval' },
        { key: 'amount', title: '', kind: 'money', scale: 'auto', currency: 'RUB' },
        { key: 'medianDays', title: 'дней', kind: 'days' },
      ],
      rows: [
        row('Звонок', 40, 1, 0.5, [0.3525, 0.6475], 14_400_000, 5.5),
        row('Встреча', 20, 0.5, { value: 0.25, tone: 'bad' }, [0.1119, 0.4687], 9_000_000, 14.4),
        row({ value: 'Выиграно', tone: 'good' }, 5, 0.125, null, null, 800_000, null),
      ],
    },
    {
      type: 'lines',
      lines: [
        [
          'Больше всего отказов на этапе «Звонок». Чьи: ',
          { text: 'voronka funnel -e Звонок:lost', tone: 'act' },
        ],
        'При таком числе сделок настоящая доля может быть от 35 до 65 %, а у встреч от 11 до 47 %.',
      ],
    },
    { type: 'command', command: 'voronka funnel 2026-07 --by manager' },
  ],
}

describe('a document on a screen', () => {
  it('is aligned, drawn and wrapped', () => {
    expect(renderDocument(funnel, 'table', screen)).toBe(`\
Воронка «Двери» · июль 2026 · сделки, созданные за период
на 14.10.2026, Москва · сделок 40

Этап      дошли           дальше  разброс  млн\u00a0₽  дней
Звонок       40 ████████    50\u00a0%    35–65   14,4   5,5
Встреча      20 ████        25\u00a0%    11–47    9,0    14
Выиграно      5 █                            0,8

Больше всего отказов на этапе «Звонок». Чьи: voronka funnel -e Звонок:lost
При таком числе сделок настоящая доля может быть от 35 до 65 %, а у встреч от 11
  до 47 %.

  voronka funnel 2026-07 --by manager
`)
  })

  it('has colours by meaning, in the middle of a wrapped line too', () => {
    const doc: Document = {
      heading: ['Title'],
      blocks: [
        { type: 'lines', lines: [['see ', { text: 'one two', tone: 'act' }]] },
        {
          type: 'table',
          columns: [{ key: 'n', title: 'n', kind: 'count' }],
          rows: [row({ value: 1, tone: 'bad' }), { cells: [1], total: true }],
        },
      ],
    }
    expect(renderDocument(doc, 'table', { ...screen, color: 1, width: 7 })).toBe(
      '\u001b[1mTitle\u001b[22m\n\nsee \u001b[36mone\u001b[39m\n  \u001b[36mtwo\u001b[39m\n\n' +
        '\u001b[2mn\u001b[22m\n\u001b[31m1\u001b[39m\n\u001b[1m1\u001b[22m\n',
    )
  })

  it('is plain and whole off a terminal', () => {
    const doc = table(
      [
        { key: 'name', title: 'Name', kind: 'text', shrink: true },
        { key: 'bar', title: '', kind: 'bar', gap: 1, width: 4 },
      ],
      row('n'.repeat(90), 0.5),
    )
    expect(renderDocument(doc, 'table', off)).toBe(`Name\n${'n'.repeat(90)} ##\n`)
  })

  const money: Column[] = [
    { key: 'name', title: '', kind: 'text' },
    { key: 'amount', title: 'Won', kind: 'money', scale: 'auto', currency: 'USD' },
  ]

  it('writes money with as many decimals as it takes to add up, each amount rounded for itself', () => {
    const doc = table(money, row('A', 2_401_600), row('B', 1_049_600), row('C', 1_836_600), {
      cells: ['All', 5_287_800],
      total: true,
    })
    expect(renderDocument(doc, 'table', { ...screen, lang: 'en' })).toBe(`\
     Won, $K
A    2,401.6
B    1,049.6
C    1,836.6
All  5,287.8
`)
  })

  it('makes rounded money add up to its rounded total where no decimals do', () => {
    const doc = table(money, row('A', 1_333_333.33), row('B', 1_333_333.33), row('C', 1_333_333.34), {
      cells: ['All', 4_000_000],
      total: true,
    })
    expect(renderDocument(doc, 'table', { ...screen, lang: 'en' })).toBe(`\
     Won, $K
A      1,333
B      1,333
C      1,334
All    4,000
`)
  })

  it('writes equal shares alike, though they then add up to less than the whole', () => {
    const columns: Column[] = [
      { key: 'name', title: '', kind: 'text' },
      { key: 'share', title: 'share', kind: 'rate' },
    ]
    const doc = table(columns, row('A', 6 / 33), row('B', 6 / 33), row('C', 21 / 33), {
      cells: ['All', 1],
      total: true,
    })
    expect(renderDocument(doc, 'table', { ...screen, lang: 'en' })).toBe(`\
     share
A      18%
B      18%
C      64%
All   100%
`)
  })

  it('writes changes with their sign and money bounds in the scale of the report', () => {
    const scale = { power: 3, digits: 0 } as const
    const columns: Column[] = [
      { key: 'manager', title: 'Менеджер', kind: 'text' },
      { key: 'toDate', title: 'графік', kind: 'money', scale, signed: true },
      { key: 'forecast', title: '8 із 10 разів', kind: 'interval', of: 'money', scale },
      { key: 'chance', title: 'шанс', kind: 'rate' },
      { key: 'until', title: 'до', kind: 'date' },
    ]
    const doc = table(
      columns,
      row('Анна Біла', 20_000, [1_010_000, 1_370_000], 0.004, '2026-10-31'),
      row('Борис', -28_400, [520_000, 790_000], null, '?'),
    )
    expect(renderDocument(doc, 'table', { ...screen, lang: 'uk' })).toBe(`\
Менеджер   графік  8 із 10 разів  шанс  до
Анна Біла     +20    1\u00a0010–1\u00a0370  <1\u00a0%  31.10.2026
Борис         −28        520–790        ?
`)
    expect(renderDocument(doc, 'csv', screen)).toBe(`\
manager,toDate,forecastLow,forecastHigh,chance,until
Анна Біла,20000,1010000,1370000,0.004,2026-10-31
Борис,-28400,520000,790000,,?
`)
  })

  it('shortens text, breaks titles and only then starts another table', () => {
    const numbers = ['first quarter', 'second quarter', 'third quarter', 'fourth quarter'].map(
      (title): Column => ({ key: title, title, kind: 'count' }),
    )
    const columns: Column[] = [{ key: 'name', title: 'Name', kind: 'text', shrink: true }, ...numbers]
    const doc = table(columns, row('Александра Константинопольская', 1e6, 2e6, 3e6, 4e6))
    expect(renderDocument(doc, 'table', { ...screen, width: 60 })).toBe(`\
                         first    second     third    fourth
Name                   quarter   quarter   quarter   quarter
Александра Констант… 1\u00a0000\u00a0000 2\u00a0000\u00a0000 3\u00a0000\u00a0000 4\u00a0000\u00a0000
`)
    expect(renderDocument(doc, 'table', { ...screen, width: 30 })).toBe(`\
               first    second
Name         quarter   quarter
Александр… 1\u00a0000\u00a0000 2\u00a0000\u00a0000

               third    fourth
Name         quarter   quarter
Александр… 3\u00a0000\u00a0000 4\u00a0000\u00a0000
`)
  })
})

describe('a document as data', () => {
  it('is csv with raw values', () => {
    expect(renderDocument(funnel, 'csv', screen)).toBe(`\
stage,entered,toNext,toNextLow,toNextHigh,amount,medianDays
Звонок,40,0.5,0.3525,0.6475,14400000,5.5
Встреча,20,0.25,0.1119,0.4687,9000000,14.4
Выиграно,5,,,,800000,
`)
  })

  const columns: Column[] = [
    { key: 'text', title: 'Text', kind: 'text' },
    { key: 'n', title: 'N', kind: 'money' },
    { key: 'seen', title: 'Seen', kind: 'text', screenOnly: true },
    { key: 'kept', title: 'Kept', kind: 'text', dataOnly: true },
  ]
  const doc = table(
    columns,
    row('a "b", c\nd', 0.1 + 0.2, 's', 'k\te'),
    row('x|y <b> *z* _u_ a_b', 1e21, null, ''),
  )

  it('is quoted by RFC 4180', () => {
    expect(renderDocument(doc, 'csv', off)).toBe(
      'text,n,kept\n"a ""b"", c\nd",0.3,k\te\nx|y <b> *z* _u_ a_b,1000000000000000000000,\n',
    )
  })

  it('is one line a row as tsv', () => {
    expect(renderDocument(doc, 'tsv', off)).toBe(
      'text\tn\tkept\na "b", c d\t0.3\tk e\nx|y <b> *z* _u_ a_b\t1000000000000000000000\t\n',
    )
  })

  it('takes the flat facts where the screen has another shape', () => {
    const data = { columns: [{ key: 'id', title: '', kind: 'count' } as const], rows: [row(7)] }
    expect(renderDocument({ ...doc, data }, 'csv', off)).toBe('id\n7\n')
  })

  it('is Markdown with its signs escaped', () => {
    const noted: Document = {
      heading: ['Sales *2026*'],
      blocks: [
        ...table(columns.slice(0, 2), row('x|y <b>\nz', 1250.5), { cells: ['_all_', 3], total: true }).blocks,
        { type: 'lines', lines: ['1. not a list', ['type ', { text: 'voronka', tone: 'act' }]] },
        { type: 'command', command: 'voronka next' },
      ],
    }
    expect(renderDocument(noted, 'md', off)).toBe(`\
**Sales \\*2026\\***

| Text | N |
| :-- | --: |
| x\\|y \\<b> z | 1,250.50 |
| **\\_all\\_** | **3.00** |

1\\. not a list

type \`voronka\`

\`\`\`sh
voronka next
\`\`\`
`)
  })

  it('is JSON by two blanks', () => {
    expect(renderJson({ a: [1] })).toBe('{\n  "a": [\n    1\n  ]\n}\n')
  })
})

describe('laws', () => {
  const scripts = 'абвгдїґABC 019漢字かな한글😀🇺🇦👍🏽❤️ё́é\t\n\u202e\u001b[31m|_*«»…'
  const text = fc.string({ unit: fc.constantFrom(...scripts), maxLength: 50 })
  const value = fc.integer({ min: -2e9, max: 2e9 })
  const shape = fc.record({
    texts: fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
    numbers: fc.array(fc.array(value, { minLength: 7, maxLength: 7 }), { minLength: 5, maxLength: 5 }),
    titles: fc.array(text, { minLength: 10, maxLength: 10 }),
    width: fc.integer({ min: 60, max: 130 }),
  })
  const kinds = ['count', 'money', 'rate', 'bar', 'days', 'count', 'money'] as const

  const built = (texts: string[][], numbers: number[][], titles: string[]) =>
    table(
      [
        ...[0, 1, 2].map(
          (at): Column => ({ key: `t${at}`, title: titles[at] ?? '', kind: 'text', shrink: true }),
        ),
        ...kinds.map((kind, at): Column => ({ key: `n${at}`, title: titles[at + 3] ?? '', kind })),
      ],
      ...texts.map((cells, at) =>
        row(...cells, ...(numbers[at] ?? []).map((n, i) => (kinds[i] === 'rate' ? n / 1e9 : n))),
      ),
    )

  it('no line is wider than the screen, none holds a control or bidi character', () => {
    fc.assert(
      fc.property(shape, ({ texts, numbers, titles, width }) => {
        const doc = { ...built(texts, numbers, titles), heading: titles }
        const lines = renderDocument(doc, 'table', { ...screen, width }).split('\n')
        for (const line of lines) {
          expect(stringWidth(line)).toBeLessThanOrEqual(width)
          expect(line).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
        }
      }),
    )
  })

  it('a title whose first line is a lone mark keeps its column', () => {
    const columns: Column[] = [
      { key: 'a', title: 'Этап', kind: 'text' },
      { key: 'b', title: '\u0301 ааааа', kind: 'bar' },
      { key: 'c', title: 'дней', kind: 'count' },
    ]
    const doc = { heading: [], blocks: table(columns, row('Заявка', 1, 7)).blocks }
    const lines = renderDocument(doc, 'table', { ...screen, width: 16 }).split('\n')
    expect(lines.map((line) => stringWidth(line)).filter((width) => width > 16)).toEqual([])
  })

  it('table, Markdown and csv show the same figures', () => {
    const columns: Column[] = [
      { key: 'count', title: 'Count', kind: 'count' },
      { key: 'money', title: 'Money', kind: 'money', digits: 2 },
      { key: 'rate', title: 'Rate', kind: 'rate', digits: 2 },
    ]
    const cells = fc.tuple(value, value, fc.integer({ min: -20_000, max: 20_000 }))
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 8 }), (rows) => {
        const doc = table(
          columns,
          ...rows.map(([count, cents, share]) => row(count, cents / 100, share / 10_000)),
        )
        const read = (line: string, separator: string | RegExp) =>
          line.split(separator).map((cell) => {
            const n = Number(cell.replaceAll(',', '').replace('−', '-').replace('%', ''))
            return cell.endsWith('%') ? Number((n / 100).toFixed(4)) : n
          })
        const csv = renderDocument(doc, 'csv', off).trimEnd().split('\n').slice(1)
        const seen = renderDocument(doc, 'table', off).trimEnd().split('\n').slice(1)
        const md = renderDocument(doc, 'md', off).trimEnd().split('\n').slice(2)
        const facts = csv.map((line) => read(line, ','))
        expect(seen.map((line) => read(line.trim(), / +/))).toEqual(facts)
        expect(md.map((line) => read(line.slice(2, -2), ' | '))).toEqual(facts)
      }),
    )
  })

  it('a long table takes time by its length', { timeout: 60_000 }, () => {
    const columns: Column[] = Array.from({ length: 8 }, (_, at) => ({
      key: `c${at}`,
      title: `C${at}`,
      kind: 'text',
    }))
    const rows = Array.from({ length: 100_000 }, (_, at) =>
      row(...columns.map(({ key }) => `${key} Анна ${at}`)),
    )
    const lines = renderDocument(table(columns, ...rows), 'table', off).split('\n')
    expect([lines.length, lines[1]]).toEqual([
      100_002,
      columns
        .map(({ key }) => `${key} Анна 0    `)
        .join('  ')
        .trimEnd(),
    ])
  })
})
