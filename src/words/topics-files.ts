import type { Topic } from './topic.ts'
import type { Translated } from './translated.ts'

const en = {
  import: {
    about: 'how files of other programs are read',
    text: `voronka import FILE.csv                   asks what is in it
voronka import deals FILE.csv --dry-run   what would happen, column by column
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
    text: `  0  done; also nothing found, and a reader that left early (| head)
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

type FilesTopics = Record<keyof typeof en, Topic>

const ru: FilesTopics = {
  import: {
    about: 'как читаются файлы других программ',
    text: `voronka import ФАЙЛ.csv                   спросит, что в нём
voronka import deals ФАЙЛ.csv --dry-run   что будет, колонка за колонкой
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

Тот же файл ещё раз ничего не меняет. Более новая выгрузка той же программы —
история: что продвинулось, продвигается. Записи узнаются по колонке id или по
--key КОЛОНКА. --system ИМЯ называет программу, из которой они пришли.

Перед импортом, который заводит или меняет 1000 строк и больше, рядом с базой
делается её копия (хранятся 5 последних). Другое число или без копий:
voronka config set import-backup 5000 или off.`,
  },
  dupes: {
    about: 'как находятся записи, сделанные дважды',
    text: `Каждая пара взвешивается: очки за то, что совпадает, и против — за то, что
нет. Десять очков — шансы в десять раз выше; оценка — вероятность, которая
получится. Две записи, у которых есть общее, начинают с -10 (одна из 11).

                                люди     компании
та же своя почта                 25         18
  почта роли: info@, sales@       5         18
тот же телефон в любой записи    20         14
тот же сайт                                 18
тот же ИНН или ЕДРПОУ                       25    (в своём поле)
  не больше чем у двух имён; с каждым новым именем весит меньше
  второе совпадение — в половину веса
тот же id в другой системе       12         12    (короткий: 3)
то же имя, название              15         20    меньше, где оно частое
  в другом порядке, похожими буквами, латиницей — так же
  только имя без фамилии          8
в имени опечатка                 10         12
одно имя — часть другого          6          5
та же компания                    7
тот же день рождения             15
имя совпадает лишь отчасти      -16        -12    (отец и сын)
имена разные                    -20        -16    (коллеги, общий телефон)
дни рождения разные             -20
компании разные                  -4
разная почта, разные телефоны -3, -3    -1, -2    (разные сайты: -8)
налоговые номера разные                    -25

От 0.95 хватает для --merge --yes; пары ниже 0.5 видны только с --min-score.
Пары, о которых сказано, что это разные, больше не предлагаются.`,
  },
  cron: {
    about: 'отчёты по расписанию',
    text: `Строки для crontab -e; в PATH должны быть папки, где лежат voronka и node:

  PATH=/usr/local/bin:/usr/bin:/bin
  0 8 * * 1-5  voronka funnel last-week --db "$HOME/sales.db" --quiet --output "$HOME/funnel-\\%Y-\\%m-\\%d.txt"

  - в crontab вместо % пишут \\%; %Y-%m-%d в имени становится датой
  - --quiet: когда всё хорошо, ничего не говорится, и cron не шлёт писем
  - файл пишется целиком или никак
  - дни — по часовому поясу базы, какой бы пояс ни был у машины
  - код 75: файл был занят, повторите позже
  - язык — тот, что у базы: на каком говорил init, или config set lang ru;
    --lang или VORONKA_LANG в строке сильнее`,
  },
  'exit-codes': {
    about: 'что программа говорит скрипту',
    text: `  0  сделано; также ничего не нашлось, и вывод закрыли раньше конца (| head)
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

const uk: FilesTopics = {
  import: {
    about: 'як читаються файли інших програм',
    text: `voronka import ФАЙЛ.csv                   запитає, що в ньому
voronka import deals ФАЙЛ.csv --dry-run   що буде, колонка за колонкою
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

Той самий файл ще раз нічого не змінює. Новіше вивантаження тієї ж програми —
історія: що просунулося, просувається. Записи впізнаються за колонкою id або
за --key КОЛОНКА. --system НАЗВА називає програму, з якої вони прийшли.

Перед імпортом, що заводить або змінює 1000 рядків і більше, поряд з базою
робиться її копія (зберігаються 5 останніх). Інше число або без копій:
voronka config set import-backup 5000 або off.`,
  },
  dupes: {
    about: 'як знаходяться записи, зроблені двічі',
    text: `Кожна пара зважується: бали за те, що збігається, і проти — за те, що ні.
Десять балів — шанси вдесятеро вищі; оцінка — ймовірність, яка вийде. Два
записи, що мають спільне, починають з -10 (один з 11).

                                люди     компанії
та сама своя пошта               25         18
  пошта ролі: info@, sales@       5         18
той самий телефон, хоч як пишуть 20         14
той самий сайт                              18
той самий ЄДРПОУ або ІПН                    25    (у своєму полі)
  не більш як у двох імен; з кожним новим іменем важить менше
  другий збіг — на половину ваги
той самий id в іншій системі     12         12    (короткий: 3)
те саме ім’я, назва              15         20    менше, де воно часте
  в іншому порядку, схожими літерами, латиницею — так само
  лише ім’я без прізвища          8
в імені помилка                  10         12
одне ім’я — частина іншого        6          5
та сама компанія                  7
той самий день народження        15
ім’я збігається лише частково   -16        -12    (батько й син)
імена різні                     -20        -16    (колеги, спільний телефон)
дні народження різні            -20
компанії різні                   -4
різна пошта, різні телефони   -3, -3    -1, -2    (різні сайти: -8)
податкові номери різні                     -25

Від 0.95 досить для --merge --yes; пари нижче 0.5 видно лише з --min-score.
Пари, про які сказано, що це різні, більше не пропонуються.`,
  },
  cron: {
    about: 'звіти за розкладом',
    text: `Рядки для crontab -e; у PATH мають бути теки, де лежать voronka і node:

  PATH=/usr/local/bin:/usr/bin:/bin
  0 8 * * 1-5  voronka funnel last-week --db "$HOME/sales.db" --quiet --output "$HOME/funnel-\\%Y-\\%m-\\%d.txt"

  - у crontab замість % пишуть \\%; %Y-%m-%d у назві стає датою
  - --quiet: коли все гаразд, нічого не кажеться, і cron не шле листів
  - файл пишеться цілком або ніяк
  - дні — за часовим поясом бази, хоч який пояс у машини
  - код 75: файл був зайнятий, повторіть пізніше
  - мова — та, що в бази: якою говорив init, або config set lang uk;
    --lang або VORONKA_LANG у рядку сильніші`,
  },
  'exit-codes': {
    about: 'що програма каже скрипту',
    text: `  0  зроблено; також нічого не знайдено, і вивід закрили раніше кінця (| head)
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

export const filesTopics: Translated<FilesTopics> = { en, ru, uk }
