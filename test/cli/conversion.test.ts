import { expect, test } from 'vitest'
import { windowsWorkspace } from '../support/windows.ts'
import { trial } from './world.ts'

const { run, path } = trial({ now: '2026-10-14', terminal: 80, env: { VORONKA_LANG: 'ru' } })
windowsWorkspace(path('trial.db'))

async function screen(...argv: string[]) {
  const ran = await run(['conversion', ...argv])
  expect([ran.exit, ran.err]).toEqual([0, ''])
  return `\n${ran.out.replaceAll('\u00a0', ' ')}`
}

test('month by month, with the line drawn', async () => {
  expect(await screen('2026-04..2026-10')).toMatchInlineSnapshot(`
    "
    Конверсия «Окна» по месяцам · апрель–октябрь 2026
    на 14.10.2026, Москва · все менеджеры · сделок 136 · предположенных дат 2 %

                                      от          Заявка         Предложение Договор
    Месяц   создано выигр. в деле   всех разброс       → Замер →           →       →
    2026-04      16      2      6   13 %    3–36    75 %    67 %      5 из 8  2 из 5
    2026-05       0      0      0
    2026-06       0      0      0
    2026-07      44      8     14   18 %   10–32    70 %    61 %        58 %    73 %
    2026-08      45     10     12   22 %   13–36    69 %    71 %        55 %    83 %
    2026-09      31      7      9   23 %   11–40    71 %    73 %        56 %  7 из 9
    2026-10       0      0      0
    Итого       136     27     41   20 %   14–27    71 %    68 %        57 %    73 %

    Выиграно от всех созданных
    25 % ┤
         │                                ○       ○
    20 % ┤
         │                        ○
    15 % ┤
         │○
    10 % ┤
         │
     5 % ┤
         │
     0 % ┤
         └┬───────────────────────┬───────────────────────┬
          2026-04              2026-07                 2026-10
      ○ многие ещё в деле: может вырасти

    Ещё в деле 30 %: доля «от всех» ещё может вырасти.
    "
  `)
})

test('a single point is no line: how to see more of them', async () => {
  expect((await screen('2026-09')).split('\n').slice(-2)).toEqual([
    'Точка всего одна, линии не провести. Больше точек: --by week',
    '',
  ])
  expect((await screen('2026-09-08', '--by', 'day')).split('\n').at(-2)).toBe(
    'Точка всего одна, линии не провести.',
  )
})

test('months in which nothing was made are told of in one row', async () => {
  expect(await screen('2025-10..2026-07', '--no-chart')).toMatchInlineSnapshot(`
    "
    Конверсия «Окна» по месяцам · октябрь 2025 – июль 2026
    на 14.10.2026, Москва · все менеджеры · сделок 60 · предположенных дат 5 %

                                        в   от         Заявка Замер Предлож… Договор
    Месяц             создано выигр. деле всех разброс      →     →        →       →
    2025-10 – 2026-03       0      0    0
    2026-04                16      2    6 13 %    3–36   75 %  67 %   5 из 8  2 из 5
    2026-05                 0      0    0
    2026-06                 0      0    0
    2026-07                44      8   14 18 %   10–32   70 %  61 %     58 %    73 %
    Итого                  60     10   20 17 %    9–28   72 %  63 %     59 %    63 %

    Ещё в деле 33 %: доля «от всех» ещё может вырасти.
    "
  `)
})

test('as csv: one row a point and step', async () => {
  expect(await screen('2026-09', '--format', 'csv')).toMatchInlineSnapshot(`
    "
    label,created,won,open,conversion,low,high,from,to,rate,rateLow,rateHigh,n
    2026-09,31,7,9,0.2258,0.114,0.3981,Заявка,Замер,0.7097,0.5341,0.839,31
    2026-09,31,7,9,0.2258,0.114,0.3981,Замер,Предложение,0.7273,0.5185,0.8685,22
    2026-09,31,7,9,0.2258,0.114,0.3981,Предложение,Договор,0.5625,0.3318,0.769,16
    2026-09,31,7,9,0.2258,0.114,0.3981,Договор,Выиграно,0.7778,0.4526,0.9368,9
    "
  `)
})

test('points that T has not reached are left out; of all time, those with deals', async () => {
  const labels = async (...argv: string[]) => {
    const ran = await run(['conversion', ...argv, '--format', 'json'])
    const { points }: { points: { label: string }[] } = JSON.parse(ran.out)
    return points.map(({ label }) => label)
  }
  expect(await labels('2026', '--as-of', '2026-02-10')).toEqual(['2026-01', '2026-02'])
  expect(await labels('all', '--by', 'quarter')).toEqual(['2026-Q2', '2026-Q3'])
  expect(await labels('2030')).toEqual([])
})

test('a length that is none is refused', async () => {
  const ran = await run(['conversion', '--by', 'manager'])
  expect(ran).toEqual({
    exit: 2,
    out: '',
    err: 'conversion --by принимает day, week, month, quarter или year, а не «manager».\nОстальное — voronka funnel --by manager\n',
  })
})
