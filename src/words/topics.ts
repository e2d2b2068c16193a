import type { Translated } from './translated.ts'

/** A text of `voronka help TOPIC`: what it is about in a few words, and what it says, 80 columns wide. */
export interface Topic {
  about: string
  text: string
}

const en = {
  capture: {
    about: 'how to write things down in seconds',
    text: `voronka add "Anna Fox, Daisy LLC, +1 415 555-01-23, wants 3 windows, $1200,
  call back tomorrow 10:00"     a contact, a company, a deal and a task at once
voronka call Anna "agreed on the price" --next "send the contract fri 10"
voronka call Anna --outcome no-answer --next "tomorrow call again"
voronka call +14155550123 --in --outcome missed --new
voronka meet Anna --at "tomorrow 15:30" --place "their office"   planned
voronka meet Anna "took the measures"      held: the planned one is meant
voronka mail Anna "sent the offer"   voronka note . "prefers mornings"
voronka lost Balcony "too expensive" --next "ask again in 3 months"
voronka done t1 "will pay on Friday"       done a5: a planned meeting took place

Whom: a contact, a company or a deal by name, phone, e-mail or number (c5, o3,
d17); a dot is the one last touched. The only open deal is linked by itself
(--deal none: it is not). --next takes its date before or after what is to be
done. A verb alone asks for everything.

voronka task add "weekly report" --due "fri 16:00" --repeat weekly
voronka task move --overdue --to tomorrow   many at once, in one operation
voronka config set task-limit 8             voronka task load

--repeat: daily, weekdays, "every 3 days", "weekly mon,thu", "monthly 15",
"every 2 weeks fri", month-end. The next one is made when one is done, at the
same local time; moving one leaves the others where they are.`,
  },
  day: {
    about: 'what stands in the day, and why',
    text: `voronka today (and voronka alone on a terminal) says in one line each, the most
urgent first, with the command that deals with it:

overdue     a promised day, or hour, is past; a meeting nobody said was held
missed      a call nobody took, or one outside work-hours, until somebody calls
            back or they are answered
no answer   an e-mail or a message that waits
inquiry     a new deal whose people nobody has tried to reach, nothing planned
nobody's    the same, and no manager is named
invoice     a deal in a stage marked so (stage edit S --invoice) for two days or
            more, with no contact and nothing planned since it came there
today, tomorrow    tasks and planned meetings
stuck       longer in its stage than its norm (stage edit S --norm 7), else than
            nine of ten won deals were there
silent      no contact for silent-after days and nothing planned
dormant     a customer who should have bought again by their own rhythm

A contact is a meeting held, a letter, a message, or a call that reached them;
notes, moves and edits are none. Yours is shown (voronka me NAME), or
--manager NAME, or --all. The limits: voronka config list.

voronka next goes through it and asks what happened and what comes next.
In cron: voronka today --all --format md --output today.md`,
  },
  rules: {
    about: 'what happens by itself when a deal changes its stage',
    text: `When a deal enters, leaves or stays longer than N days in a stage, a rule makes
a task, sets a field, opens a deal in another pipeline or fills a text:

voronka rule add --enter Proposal --task "Call {contact.name}" --due "in 3 days"
voronka rule add --stay Contract --days 7 --set "Priority=high"
voronka rule add --enter won --open "After the sale" --title "{deal.title}, 2"
voronka rule add --enter won --message @thanks.txt --folder letters
voronka rule add --enter won --message @thanks.txt --command msmtp --command=-t
voronka rule preset list     ready sets: invoices, proposals, dormant

voronka rule test            what they would do; nothing is written
voronka rule run --quiet     for cron: what is due by now

A rule sees what happens after it was made (--since reaches back), once for
each visit to the stage, whether the deal was moved by hand or by an import;
what it did is undone with the move. Commands run after that, without a shell,
the text on their stdin: voronka rule outbox. What failed: voronka rule retry.`,
  },
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
morning" (the day; the words stay with the task). Russian and Ukrainian too.`,
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
  voronka funnel -e STAGE:lost   (or entered, open, next)`,
  },
  import: {
    about: 'how files of other programs are read',
    text: `voronka import deals FILE.csv --dry-run   what would happen, column by column
voronka import deals FILE.csv             the same, done; undo takes it back

Encoding, delimiter, dates and amounts are found out. Headers of Bitrix24,
amoCRM, HubSpot, Pipedrive, Salesforce, Zoho, Google and Outlook are known.
Otherwise:
  --map FIELD=HEADER        this column holds that field
  --ignore HEADER           leave a column out
  --custom HEADER           keep a column as a field of its own
  --stage "TEXT=STAGE"      what a stage is called here; won and lost do as well
  --entered "STAGE=HEADER"  a column holds the day on which a stage was entered
  --create-stages "A,B,C"   make these stages

Nothing is guessed: an unknown column, stage or ambiguous date stops the
import and nothing is written. With --rejects FILE the good rows are written
and the bad ones go there with the reason; the exit code is 65 all the same.

The same file again changes nothing. A newer export of the same program is
history: deals that moved on are moved on. Records are known again by their id
column, or by --key HEADER. --system NAME names the program they come from.

Before an import that makes or changes 1000 rows or more, the workspace is
copied beside itself (the latest 5 copies stay). Another number, or none:
voronka config set import-backup 5000, or off.`,
  },
  dupes: {
    about: 'how records that are likely one are found',
    text: `Each pair is weighed: points for what is the same, against it for what differs.
Ten points make the odds ten times better; the score is the chance that comes
out. Two records that have something in common begin at -10 (one in eleven).

                               people    companies
same e-mail of one's own         25         18
  of a role: info@, sales@        5         18
same phone, in any spelling      20         14
same site                                   18
same tax number                             25    (a field called so)
  on two names at most; with each further name a key says less
  a second key counts half
same id in another system        12         12    (short ids: 3)
same name                        15         20    less where many have it
  in another order, in letters that look alike or transliterated: the same
  a given name alone              8
names a slip apart               10         12
one name is part of the other     6          5
same company                      7
same birthday                    15
names that differ in part       -16        -12    (father and son)
other names                     -20        -16    (colleagues at one phone)
other birthday                  -20
other company                    -4
other e-mails, other phones  -3, -3     -1, -2    (other sites: -8)
other tax numbers                          -25

0.95 and more is sure enough for --merge --yes; below 0.5 pairs are shown only
with --min-score. What was said to be two is never suggested again.`,
  },
  cron: {
    about: 'reports on a schedule',
    text: `Lines for crontab -e; PATH must name the folders of voronka and of node:

  PATH=/usr/local/bin:/usr/bin:/bin
  0 8 * * 1-5  voronka funnel last-week --db "$HOME/sales.db" --quiet --output "$HOME/funnel-\\%Y-\\%m-\\%d.txt"

  - in a crontab % is written \\%; %Y-%m-%d in the name becomes the date
  - --quiet: nothing is said where all is well, so cron sends no mail
  - a file is written whole or not at all
  - days are those of the workspace's time zone, whatever the machine's
  - exit code 75: the file was busy; try again later
  - the language is the workspace's: the one in which init spoke, or
    voronka config set lang ru; --lang or VORONKA_LANG in the line wins over it`,
  },
  'exit-codes': {
    about: 'what the program tells a script',
    text: `  0  done; also nothing found, and a reader that has seen enough (| head)
  1  understood but refused: not found, ambiguous, a conflict
  2  wrong command line: unknown option, unreadable period
 10  a check that is not met
 65  bad input: rows with problems, a file that cannot be understood
 66  no such input file or workspace
 70  a fault of the program; VORONKA_DEBUG=1 shows where
 73  the output file cannot be made
 74  the output could not be written: the disk is full
 75  the workspace is busy: try again
 77  no permission
 78  configuration, or a file of a newer version
130  cancelled`,
  },
} satisfies Record<string, Topic>

export type TopicsWords = Record<keyof typeof en, Topic>

const ru: TopicsWords = {
  capture: {
    about: 'как записывать за секунды',
    text: `voronka add "Анна Иванова, ООО Ромашка, +7 900 123-45-67, хочет 3 окна,
  120 000, перезвонить завтра в 10"     контакт, компания, сделка и задача сразу
voronka call Анна "обсудили цену" --next "отправить договор пт 10"
voronka call Анна --outcome недозвон --next "завтра перезвонить"
voronka call +79001234567 --in --outcome пропущенный --new
voronka meet Анна --at "завтра 15:30" --place "у них"     встреча назначена
voronka meet Анна "сняли размеры"     состоялась та, что была назначена
voronka mail Анна "отправлено КП"     voronka note . "звонить после обеда"
voronka lost Балкон дорого --next "через 3 месяца спросить снова"
voronka done t1 "заплатят в пятницу"  done a5: назначенная встреча состоялась

С кем: контакт, компания или сделка по имени, телефону, почте или номеру (c5,
o3, d17); точка — последняя запись. Единственная открытая сделка указывается
сама (--deal none — не указывать). В --next дата стоит до или после дела.
Команда без слов спросит всё сама. Можно и по-русски: voronka звонок Анна.

voronka task add "отчёт" --due "пт 16" --repeat "по пятницам"
voronka task move --overdue --to завтра     сразу много, одной операцией
voronka config set task-limit 8             voronka task load

--repeat: ежедневно, "по будням", "каждые 3 дня", "пн, чт", "15 числа",
"каждые 2 недели пт", "в конце месяца". Выполнена одна — появляется следующая,
на то же местное время; перенос одной не сдвигает остальные.`,
  },
  day: {
    about: 'что стоит в списке дня и почему',
    text: `voronka today (и просто voronka в терминале) — по строке на дело, срочное выше,
с командой, которая его закрывает:

просрочено     обещанный день или час прошёл; о встрече не сказано, была ли она
пропущен       звонок, на который не ответили, или звонок в нерабочее время, —
               пока не перезвонят или не ответят
без ответа     письмо или сообщение ждёт
заявка         новая сделка, с людьми которой ещё не пробовали связаться
               и ничего не назначено
ничья          то же, и ни за кем не закреплено
счёт           сделка стоит на этапе со счётом (stage edit Э --invoice) два
               дня и больше, и с тех пор ни разговора, ни планов
сегодня, завтра    задачи и назначенные встречи
застряла       на этапе дольше нормы (stage edit Э --norm 7); без нормы —
               дольше, чем девять из десяти выигранных
без связи      silent-after дней без разговора, и ничего не назначено
не покупает    клиенту пора бы купить снова, судя по его прежним покупкам

Разговор — это состоявшаяся встреча, письмо, сообщение или звонок, на который
ответили; заметки, переходы и правки не в счёт. Показаны ваши дела (voronka me
ИМЯ), --manager ИМЯ — другого, --all — всех. Сроки: voronka config list.

voronka next ведёт по списку и спрашивает, что вышло и что дальше.
В cron: voronka today --all --format md --output today.md`,
  },
  rules: {
    about: 'что делается само, когда сделка меняет этап',
    text: `Когда сделка входит на этап, покидает его или стоит дольше N дней, правило
ставит задачу, меняет поле, открывает сделку в другой воронке или пишет текст:

voronka rule add --enter Предложение --task "Позвонить: {contact.name}" \\
  --due "через 3 дня"
voronka rule add --stay Договор --days 7 --set "Важность=высокая"
voronka rule add --enter won --open "После продажи" --title "{deal.title}, 2"
voronka rule add --enter won --message @spasibo.txt --folder письма
voronka rule add --enter won --message @spasibo.txt --command msmtp --command=-t
voronka rule preset list     готовые наборы: счета, предложения, обещания

voronka rule test            что они сделали бы; ничего не пишется
voronka rule run --quiet     для cron: всё, чему подошёл срок

Правило видит то, что случилось после его создания (--since — и раньше), по разу
на каждый приход на этап, переведена сделка руками или загрузкой; отменён
переход — отменено и сделанное. Команды запускаются потом, без оболочки, текст
идёт на их stdin: voronka rule outbox. Что не удалось: voronka rule retry.`,
  },
  periods: {
    about: 'как пишутся периоды и моменты',
    text: `Период отчёта – его первое слово или --period; оба конца включены.

  all  today  yesterday  this-week  last-week  this-month  last-month
  this-quarter  last-quarter  this-year  last-year  mtd  qtd  ytd
  last-30-days (включая сегодня)  last-8-weeks  last-6-months (целые прошедшие)
  2026  2026-Q3  Q3  2026-09  2026-W38 (неделя ISO)  2026-09-14
  2026-09-01..2026-09-15  2026-07..2026-12
  сегодня  вчера  прошлая-неделя  этот-месяц  прошлый-месяц  сентябрь  "3 кв"

Без периода отчёты берут последние 90 дней. Дни начинаются и кончаются в
часовом поясе базы. --as-of ДАТА показывает отчёт на
конец того дня, --known-at ДАТА – по тому, что было введено до его конца.

Моменты (--at): 2026-09-14T15:30, "14.09 15:30" (день впереди),
завтра, "пт 10:00", "через 3 дня", "25-го", "в следующий вторник", "в пн после
обеда" (день; слова остаются в задаче); по-английски и по-украински тоже.`,
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
Уилсон). Меньше 10 сделок – смотрите на числа, не на долю.
Какие сделки за числом:
  voronka funnel -e ЭТАП:lost   (или entered, open, next)`,
  },
  import: {
    about: 'как читаются файлы других программ',
    text: `voronka import deals ФАЙЛ.csv --dry-run   что будет, колонка за колонкой
voronka import deals ФАЙЛ.csv             то же на деле; отменит voronka undo

Кодировка, разделитель, даты и суммы определяются сами. Заголовки Битрикс24,
amoCRM, HubSpot, Pipedrive, Salesforce, Zoho, Google и Outlook известны.
Иначе:
  --map ПОЛЕ=КОЛОНКА           в этой колонке это поле
  --ignore КОЛОНКА             колонку пропустить
  --custom КОЛОНКА             сохранить колонку как своё поле
  --stage "ТЕКСТ=ЭТАП"         как этап называется здесь; можно won и lost
  --entered "ЭТАП=КОЛОНКА"     в колонке день входа в этап
  --create-stages "А,Б,В"      создать эти этапы

Догадок нет: неизвестная колонка, этап или неясная дата останавливают импорт,
и ничего не записывается. С --rejects ФАЙЛ хорошие строки записываются, плохие
идут туда с причиной; код завершения всё равно 65.

Тот же файл ещё раз ничего не меняет. Более новая выгрузка той же программы –
история: что продвинулось, продвигается. Записи узнаются по колонке id или по
--key КОЛОНКА. --system ИМЯ называет программу, из которой они пришли.

Перед импортом, который заводит или меняет 1000 строк и больше, рядом с базой
делается её копия (хранятся 5 последних). Другое число или без копий:
voronka config set import-backup 5000 или off.`,
  },
  dupes: {
    about: 'как находятся записи, сделанные дважды',
    text: `Каждая пара взвешивается: очки за то, что совпадает, и против – за то, что
нет. Десять очков – шансы в десять раз выше; оценка – вероятность, которая
получится. Две записи, у которых есть общее, начинают с -10 (одна из 11).

                                люди     компании
та же своя почта                 25         18
  почта роли: info@, sales@       5         18
тот же телефон в любой записи    20         14
тот же сайт                                 18
тот же ИНН или ЕДРПОУ                       25    (в своём поле)
  не больше чем у двух имён; с каждым новым именем весит меньше
  второе совпадение – в половину веса
тот же id в другой системе       12         12    (короткий: 3)
то же имя, название              15         20    меньше, где оно частое
  в другом порядке, похожими буквами, латиницей – так же
  только имя без фамилии          8
в имени опечатка                 10         12
одно имя – часть другого          6          5
та же компания                    7
тот же день рождения             15
имя совпадает лишь отчасти      -16        -12    (отец и сын)
имена разные                    -20        -16    (коллеги, общий телефон)
дни рождения разные             -20
компании разные                  -4
разная почта, разные телефоны -3, -3    -1, -2    (разные сайты: -8)
налоговые номера разные                    -25

От 0.95 хватает для --merge --yes; пары ниже 0.5 видны только с --min-score.
О ком сказано, что это разные, больше не предлагаются.`,
  },
  cron: {
    about: 'отчёты по расписанию',
    text: `Строки для crontab -e; в PATH должны быть папки, где лежат voronka и node:

  PATH=/usr/local/bin:/usr/bin:/bin
  0 8 * * 1-5  voronka funnel last-week --db "$HOME/sales.db" --quiet --output "$HOME/funnel-\\%Y-\\%m-\\%d.txt"

  - в crontab вместо % пишут \\%; %Y-%m-%d в имени становится датой
  - --quiet: когда всё хорошо, ничего не говорится, и cron не шлёт писем
  - файл пишется целиком или никак
  - дни – по часовому поясу базы, какой бы пояс ни был у машины
  - код 75: файл был занят, повторите позже
  - язык – тот, что у базы: на каком говорил init, или config set lang ru;
    --lang или VORONKA_LANG в строке сильнее`,
  },
  'exit-codes': {
    about: 'что программа говорит скрипту',
    text: `  0  сделано; также ничего не нашлось, и читатель насмотрелся (| head)
  1  понято, но отказано: не найдено, неоднозначно, противоречит
  2  неверная команда: неизвестный параметр, непонятный период
 10  проверка не выполнена
 65  плохие данные: строки с ошибками, непонятный файл
 66  нет такого файла или базы
 70  ошибка программы; VORONKA_DEBUG=1 покажет где
 73  файл ответа не создать
 74  ответ не записать: диск полон
 75  база занята: повторите
 77  нет прав
 78  настройки, или файл более новой версии
130  отменено`,
  },
}

const uk: TopicsWords = {
  capture: {
    about: 'як записувати за секунди',
    text: `voronka add "Олена Коваль, ТОВ Калина, +380 67 123 45 67, хоче 3 вікна,
  50 000, передзвонити завтра о 10"   контакт, компанія, угода й завдання разом
voronka call Олена "узгодили ціну" --next "надіслати договір пт 10"
voronka call Олена --outcome недодзвін --next "завтра передзвонити"
voronka call +380671234567 --in --outcome пропущений --new
voronka meet Олена --at "завтра 15:30" --place "у них"     зустріч призначено
voronka meet Олена "зняли розміри"    відбулася та, що була призначена
voronka mail Олена "надіслано КП"     voronka note . "дзвонити після обіду"
voronka lost Балкон дорого --next "через 3 місяці спитати знову"
voronka done t1 "заплатять у п'ятницю"  done a5: призначена зустріч відбулася

З ким: контакт, компанія або угода за ім'ям, телефоном, поштою чи номером (c5,
o3, d17); крапка — останній запис. Єдина відкрита угода вказується сама
(--deal none — не вказувати). У --next дата стоїть до або після справи.
Команда без слів спитає все сама. Можна й українською: voronka дзвінок Олена.

voronka task add "звіт" --due "пт 16" --repeat "по п'ятницях"
voronka task move --overdue --to завтра     одразу багато, однією операцією
voronka config set task-limit 8             voronka task load

--repeat: щодня, "по буднях", "кожні 3 дні", "пн, чт", "кожні 2 тижні пт",
"15 числа", "у кінці місяця". Наступне завдання з'являється, коли виконано це,
на той самий місцевий час; перенесення одного не зсуває інші.`,
  },
  day: {
    about: 'що стоїть у списку дня й чому',
    text: `voronka today (і просто voronka в терміналі) — по рядку на справу, термінове
вище, з командою, яка її закриває:

прострочено    обіцяний день чи година минули; про зустріч не сказано, чи була
пропущений     дзвінок, на який не відповіли, або дзвінок у неробочий час, —
               доки не передзвонять чи не відповідять
без відповіді  лист або повідомлення чекає
заявка         нова угода, з людьми якої ще не пробували зв'язатися
               і нічого не призначено
нічия          те саме, і ні за ким не закріплено
рахунок        угода стоїть на етапі з рахунком (stage edit Е --invoice) два
               дні й більше, і відтоді ні розмови, ні планів
сьогодні, завтра    завдання й призначені зустрічі
застрягла      на етапі довше за норму (stage edit Е --norm 7); без норми —
               довше, ніж дев'ять із десяти виграних
без зв'язку    silent-after днів без розмови, і нічого не призначено
не купує       клієнтові час купити знову, судячи з його попередніх покупок

Розмова — це зустріч, що відбулася, лист, повідомлення або дзвінок, на який
відповіли; нотатки, переходи й правки не рахуються. Показано ваші справи
(voronka me ІМ'Я), --manager ІМ'Я — іншого, --all — усіх. Строки: voronka
config list.

voronka next веде списком і питає, що вийшло і що далі.
У cron: voronka today --all --format md --output today.md`,
  },
  rules: {
    about: 'що робиться саме, коли угода змінює етап',
    text: `Коли угода входить на етап, залишає його або стоїть довше N днів, правило
ставить завдання, змінює поле, відкриває угоду в іншій воронці або пише текст:

voronka rule add --enter Пропозиція --task "Подзвонити: {contact.name}" \\
  --due "через 3 дні"
voronka rule add --stay Договір --days 7 --set "Важливість=висока"
voronka rule add --enter won --open "Після продажу" --title "{deal.title}, 2"
voronka rule add --enter won --message @dyakuyu.txt --folder листи
voronka rule add --enter won --message @dyakuyu.txt --command msmtp --command=-t
voronka rule preset list     готові набори: рахунки, пропозиції, обіцянки

voronka rule test            що вони зробили б; нічого не пишеться
voronka rule run --quiet     для cron: усе, чому настав час

Правило бачить те, що сталося після його створення (--since — і раніше), по разу
на кожен прихід на етап, переведено угоду руками чи завантаженням; скасовано
перехід — скасовано й зроблене. Команди запускаються потім, без оболонки, текст
іде на їхній stdin: voronka rule outbox. Що не вдалося: voronka rule retry.`,
  },
  periods: {
    about: 'як пишуться періоди та моменти',
    text: `Період звіту – його перше слово або --period; обидва кінці включено.

  all  today  yesterday  this-week  last-week  this-month  last-month
  this-quarter  last-quarter  this-year  last-year  mtd  qtd  ytd
  last-30-days (разом із сьогодні)  last-8-weeks  last-6-months (цілі минулі)
  2026  2026-Q3  Q3  2026-09  2026-W38 (тиждень ISO)  2026-09-14
  2026-09-01..2026-09-15  2026-07..2026-12
  сьогодні  вчора  минулий-тиждень  цей-місяць  минулий-місяць  вересень  "3 кв"

Без періоду звіти беруть останні 90 днів. Дні починаються й закінчуються в
часовому поясі бази. --as-of ДАТА показує звіт на
кінець того дня, --known-at ДАТА – за тим, що було введено до його кінця.

Моменти (--at): 2026-09-14T15:30, "14.09 15:30" (день спереду),
завтра, "пт 10:00", "через 3 дні", "25-го", "наступного вівторка", "у пн після
обіду" (день; «після обіду» лишиться в завданні); англійською та російською теж.`,
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
Менш ніж 10 угод – дивіться на числа, не на частку.
Які угоди за числом:
  voronka funnel -e ЕТАП:lost   (або entered, open, next)`,
  },
  import: {
    about: 'як читаються файли інших програм',
    text: `voronka import deals ФАЙЛ.csv --dry-run   що буде, колонка за колонкою
voronka import deals ФАЙЛ.csv             те саме насправді; скасує voronka undo

Кодування, роздільник, дати й суми визначаються самі. Заголовки Бітрікс24,
amoCRM, HubSpot, Pipedrive, Salesforce, Zoho, Google та Outlook відомі.
Інакше:
  --map ПОЛЕ=КОЛОНКА           у цій колонці це поле
  --ignore КОЛОНКА             колонку пропустити
  --custom КОЛОНКА             зберегти колонку як власне поле
  --stage "ТЕКСТ=ЕТАП"         як етап зветься тут; можна won і lost
  --entered "ЕТАП=КОЛОНКА"     у колонці день входу в етап
  --create-stages "А,Б,В"      створити ці етапи

Здогадок немає: невідома колонка, етап чи неясна дата зупиняють імпорт, і
нічого не записується. З --rejects ФАЙЛ добрі рядки записуються, погані йдуть
туди з причиною; код завершення все одно 65.

Той самий файл ще раз нічого не змінює. Новіше вивантаження тієї ж програми –
історія: що просунулося, просувається. Записи впізнаються за колонкою id або
за --key КОЛОНКА. --system НАЗВА називає програму, з якої вони прийшли.

Перед імпортом, що заводить або змінює 1000 рядків і більше, поряд з базою
робиться її копія (зберігаються 5 останніх). Інше число або без копій:
voronka config set import-backup 5000 або off.`,
  },
  dupes: {
    about: 'як знаходяться записи, зроблені двічі',
    text: `Кожна пара зважується: бали за те, що збігається, і проти – за те, що ні.
Десять балів – шанси вдесятеро вищі; оцінка – ймовірність, яка вийде. Два
записи, що мають спільне, починають з -10 (один з 11).

                                люди     компанії
та сама своя пошта               25         18
  пошта ролі: info@, sales@       5         18
той самий телефон, хоч як пишуть 20         14
той самий сайт                              18
той самий ЄДРПОУ або ІПН                    25    (у своєму полі)
  не більш як у двох імен; з кожним новим іменем важить менше
  другий збіг – на половину ваги
той самий id в іншій системі     12         12    (короткий: 3)
те саме ім'я, назва              15         20    менше, де воно часте
  в іншому порядку, схожими літерами, латиницею – так само
  лише ім'я без прізвища          8
в імені помилка                  10         12
одне ім'я – частина іншого        6          5
та сама компанія                  7
той самий день народження        15
ім'я збігається лише частково   -16        -12    (батько й син)
імена різні                     -20        -16    (колеги, спільний телефон)
дні народження різні            -20
компанії різні                   -4
різна пошта, різні телефони   -3, -3    -1, -2    (різні сайти: -8)
податкові номери різні                     -25

Від 0.95 досить для --merge --yes; пари нижче 0.5 видно лише з --min-score.
Про кого сказано, що це різні, більше не пропонуються.`,
  },
  cron: {
    about: 'звіти за розкладом',
    text: `Рядки для crontab -e; у PATH мають бути теки, де лежать voronka і node:

  PATH=/usr/local/bin:/usr/bin:/bin
  0 8 * * 1-5  voronka funnel last-week --db "$HOME/sales.db" --quiet --output "$HOME/funnel-\\%Y-\\%m-\\%d.txt"

  - у crontab замість % пишуть \\%; %Y-%m-%d у назві стає датою
  - --quiet: коли все гаразд, нічого не кажеться, і cron не шле листів
  - файл пишеться цілком або ніяк
  - дні – за часовим поясом бази, хоч який пояс у машини
  - код 75: файл був зайнятий, повторіть пізніше
  - мова – та, що в бази: якою говорив init, або config set lang uk;
    --lang або VORONKA_LANG у рядку сильніші`,
  },
  'exit-codes': {
    about: 'що програма каже скрипту',
    text: `  0  зроблено; також нічого не знайдено, і читач надивився (| head)
  1  зрозуміло, але відмовлено: не знайдено, неоднозначно, суперечить
  2  хибна команда: невідомий параметр, незрозумілий період
 10  перевірку не виконано
 65  погані дані: рядки з помилками, незрозумілий файл
 66  немає такого файлу чи бази
 70  помилка програми; VORONKA_DEBUG=1 покаже де
 73  файл відповіді не створити
 74  відповідь не записати: диск повний
 75  база зайнята: повторіть
 77  немає прав
 78  налаштування, або файл новішої версії
130  скасовано`,
  },
}

export const topicsWords: Translated<TopicsWords> = { en, ru, uk }
