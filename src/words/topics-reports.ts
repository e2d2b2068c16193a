import type { Topic } from './topic.ts'
import type { Translated } from './translated.ts'

const en = {
  periods: {
    about: 'how periods and moments are written',
    text: `A report takes its period as the first word or as --period; both ends count.

  all  today  yesterday  this-week  last-week  this-month  last-month
  this-quarter  last-quarter  this-year  last-year  mtd  qtd  ytd
  last-30-days (today included)  last-8-weeks  last-6-months (whole past ones)
  2026  2026-Q3  Q3  2026-09  September  2026-W38 (ISO week)  2026-09-14
  2026-09-01..2026-09-15  2026-07..2026-12

Without a period reports take the last 90 days. Days begin and end in the time
zone of the workspace. --as-of DATE shows a report as it stood at the end of
that day, --known-at DATE by what was entered until then.

Moments (--at): 2026-09-14T15:30, "14.09 15:30" (day first),
tomorrow, "fri 10:00", "in 3 days", "on the 25th", "next tuesday", "tomorrow
morning" (10:00; with what is to be done, "call tomorrow morning", it is the
day, and the word stays in the text). Russian and Ukrainian too.`,
  },
  modes: {
    about: 'what each way of counting a funnel counts',
    text: `voronka funnel --mode MODE

cohort    (default) deals created in the period; a stage counts those that came
          at least so far: a skipped stage is passed, a step back takes nothing
          away, a lost deal counts wherever it had been
strict    the same deals; a stage counts those that saw every stage up to it
visited   the same deals; a stage counts those that were ever in it
events    moves made in the period, whenever the deal was created
snapshot  deals open now, by stage, and those closed in the period
bitrix24  deals created in the period by today's stage, summed from the end, the
          lost ones left out: for comparing with that program's report

A rate says how many it was taken from and between what limits the true rate
lies (95 %, Wilson). Below 10 deals read the numbers, not the rate. Which
deals stand behind a number:
  voronka funnel -e STAGE:lost   (or entered, open, next)
One product against another (a manager, a source, a field of your own alike):
  voronka funnel --by product --product X --product Y
Where our figures and those of Bitrix24 differ, and in which deals:
  voronka funnel --reconcile

conversion --mature says what young months will come to: the deals won, and
for each open one the chance that deals of its age had of being won later. Its
range is of what will be seen in the end, so a finished month has none.`,
  },
} satisfies Record<string, Topic>

type ReportsTopics = Record<keyof typeof en, Topic>

const ru: ReportsTopics = {
  periods: {
    about: 'как пишутся периоды и моменты',
    text: `Период отчёта — его первое слово или --period; оба конца включены.

  all  today  yesterday  this-week  last-week  this-month  last-month
  this-quarter  last-quarter  this-year  last-year  mtd  qtd  ytd
  last-30-days (включая сегодня)  last-8-weeks  last-6-months (целые прошедшие)
  2026  2026-Q3  Q3  2026-09  2026-W38 (неделя ISO)  2026-09-14
  2026-09-01..2026-09-15  2026-07..2026-12
  сегодня  вчера  прошлая-неделя  этот-месяц  прошлый-месяц  сентябрь  "3 кв"

Без периода отчёты берут последние 90 дней. Дни начинаются и кончаются в
часовом поясе базы. --as-of ДАТА показывает отчёт на конец того дня,
--known-at ДАТА — по тому, что было введено до его конца.

Моменты (--at): 2026-09-14T15:30, "14.09 15:30" (день впереди),
завтра, "пт 10:00", "через 3 дня", "25-го", "в следующий вторник", "в пн после
обеда" (15:00; вместе с делом, «позвонить в пн после обеда», — день, а слова
остаются в тексте); по-английски и по-украински тоже.`,
  },
  modes: {
    about: 'что считает каждый способ построения воронки',
    text: `voronka funnel --mode СПОСОБ

cohort    (по умолчанию) сделки, созданные за период; этап считает те, что дошли
          хотя бы до него: пропущенный этап пройден, шаг назад ничего не
          отнимает, отказ считается всюду, где сделка побывала
strict    те же сделки; этап считает те, что прошли все этапы до него
visited   те же сделки; этап считает те, что в нём когда-либо были
events    переходы за период, когда бы сделка ни была создана
snapshot  сделки в работе по нынешнему этапу и закрытые за период
bitrix24  сделки, созданные за период, по сегодняшнему этапу, с суммой от конца,
          без отказов: чтобы сравнить с отчётом той программы

Доля говорит, из скольких она взята и в каких пределах лежит настоящая (95 %,
Уилсон). Меньше 10 сделок — смотрите на числа, не на долю.
Какие сделки за числом:
  voronka funnel -e ЭТАП:lost   (или entered, open, next)
Один продукт против другого (так же менеджеры, источники, свои поля):
  voronka funnel --by product --product X --product Y
Где наши числа расходятся с Битрикс24 и в каких сделках:
  voronka funnel --reconcile

conversion --mature говорит, какими станут доли молодых месяцев: к выигранным
сделкам прибавлено, как часто выигрывали сделки того возраста, что у открытых.
Разброс — у того, что выйдет в итоге; у законченных месяцев его нет.`,
  },
}

const uk: ReportsTopics = {
  periods: {
    about: 'як пишуться періоди та моменти',
    text: `Період звіту — його перше слово або --period; обидва кінці включено.

  all  today  yesterday  this-week  last-week  this-month  last-month
  this-quarter  last-quarter  this-year  last-year  mtd  qtd  ytd
  last-30-days (разом із сьогодні)  last-8-weeks  last-6-months (цілі минулі)
  2026  2026-Q3  Q3  2026-09  2026-W38 (тиждень ISO)  2026-09-14
  2026-09-01..2026-09-15  2026-07..2026-12
  сьогодні  вчора  минулий-тиждень  цей-місяць  минулий-місяць  вересень  "3 кв"

Без періоду звіти беруть останні 90 днів. Дні починаються й закінчуються в
часовому поясі бази. --as-of ДАТА показує звіт на кінець того дня, --known-at
ДАТА — за тим, що було введено до його кінця.

Моменти (--at): 2026-09-14T15:30, "14.09 15:30" (день спереду),
завтра, "пт 10:00", "через 3 дні", "25-го", "наступного вівторка", "у пн після
обіду" (15:00; разом зі справою, «подзвонити в пн після обіду», — день, а слова
лишаються в тексті); англійською та російською теж.`,
  },
  modes: {
    about: 'що рахує кожен спосіб побудови воронки',
    text: `voronka funnel --mode СПОСІБ

cohort    (типово) угоди, створені за період; етап рахує ті, що дійшли
          щонайменше до нього: пропущений етап пройдено, крок назад нічого не
          забирає, відмова рахується всюди, де угода побувала
strict    ті самі угоди; етап рахує ті, що пройшли всі етапи до нього
visited   ті самі угоди; етап рахує ті, що в ньому будь-коли були
events    переходи за період, коли б угоду не було створено
snapshot  угоди в роботі за нинішнім етапом і закриті за період
bitrix24  угоди, створені за період, за сьогоднішнім етапом, із сумою від кінця,
          без відмов: щоб порівняти зі звітом тієї програми

Частка каже, зі скількох її взято і в яких межах лежить справжня (95 %, Вілсон).
Менш ніж 10 угод — дивіться на числа, не на частку.
Які угоди за числом:
  voronka funnel -e ЕТАП:lost   (або entered, open, next)
Один продукт проти іншого (так само менеджери, джерела, власні поля):
  voronka funnel --by product --product X --product Y
Де наші числа розходяться з Бітрікс24 і в яких угодах:
  voronka funnel --reconcile

conversion --mature каже, якими стануть частки молодих місяців: до виграних
угод додано, як часто вигравали угоди того віку, що у відкритих. Розкид — у
того, що вийде зрештою; у закінчених місяців його немає.`,
  },
}

export const reportsTopics: Translated<ReportsTopics> = { en, ru, uk }
