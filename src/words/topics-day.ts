import type { Topic } from './topic.ts'
import type { Translated } from './translated.ts'

const en = {
  capture: {
    about: 'how to write things down in seconds',
    text: `voronka add "Anna Fox, Daisy LLC, +1 415 555-01-23, wants 3 windows, $1200,
  call back tomorrow 10:00"     a contact, a company, a deal and a task at once
voronka call Anna "agreed on the price" --next "send the contract fri 10"
voronka call Anna no answer, call back tomorrow 10:00
voronka call +14155550123 missed --new
voronka meet Anna --at "tomorrow 15:30" --place "their office"   planned
voronka meet Anna "took the measures"      held: the planned one is meant
voronka mail Anna "sent the offer"   voronka note . "prefers mornings"
voronka lost Balcony "too expensive" --next "ask again in 3 months"
voronka done t1 "will pay on Friday"       done a5: a planned meeting took place

Whom: a contact, a company or a deal by name, phone, e-mail or number (c5, o3,
d17); a dot is the one last touched. The only open deal is linked by itself
(--deal none: it is not). --next takes its date before or after what is to be
done. A text goes in quotes: a shell stumbles over brackets, & and ; without
them. A verb alone asks for everything: voronka add takes any text then.

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
inquiry     a new deal whose people nobody has reached yet, and nothing planned;
            attempts are counted, with the time of the last
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
} satisfies Record<string, Topic>

type DayTopics = Record<keyof typeof en, Topic>

const ru: DayTopics = {
  capture: {
    about: 'как записывать за секунды',
    text: `voronka add "Анна Иванова, ООО Ромашка, +7 900 123-45-67, хочет 3 окна,
  120 000, перезвонить завтра в 10"     контакт, компания, сделка и задача сразу
voronka call Анна "обсудили цену" --next "отправить договор пт 10"
voronka call Анна недозвон, перезвонить завтра в 10
voronka call +79001234567 вх пропущенный --new
voronka meet Анна --at "завтра 15:30" --place "у них"     встреча назначена
voronka meet Анна "сняли размеры"     состоялась та, что была назначена
voronka mail Анна "отправлено КП"     voronka note . "звонить после обеда"
voronka lost Балкон дорого --next "через 3 месяца спросить снова"
voronka done t1 "заплатят в пятницу"  done a5: назначенная встреча состоялась

С кем: контакт, компания или сделка по имени, телефону, почте или номеру (c5,
o3, d17); точка — последняя запись. Единственная открытая сделка указывается
сама (--deal none — не указывать). В --next дата стоит до или после дела.
Текст берите в кавычки: на скобках, & и ; без них спотыкается сам терминал.
Команда без слов спросит всё сама, и кавычек не надо: voronka add.
Можно и по-русски: voronka звонок Анна.

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
заявка         новая сделка, с людьми которой ещё не связались и ничего
               не назначено; сколько попыток и когда последняя, сказано рядом
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
на каждый приход на этап, переведена сделка вручную или импортом; отменён
переход — отменено и сделанное. Команды запускаются потом, без оболочки, текст
идёт на их stdin: voronka rule outbox. Что не удалось: voronka rule retry.`,
  },
}

const uk: DayTopics = {
  capture: {
    about: 'як записувати за секунди',
    text: `voronka add "Олена Коваль, ТОВ Калина, +380 67 123 45 67, хоче 3 вікна,
  50 000, передзвонити завтра о 10"   контакт, компанія, угода й завдання разом
voronka call Олена "узгодили ціну" --next "надіслати договір пт 10"
voronka call Олена недодзвін, передзвонити завтра о 10
voronka call +380671234567 вх пропущений --new
voronka meet Олена --at "завтра 15:30" --place "у них"     зустріч призначено
voronka meet Олена "зняли розміри"    відбулася та, що була призначена
voronka mail Олена "надіслано КП"     voronka note . "дзвонити після обіду"
voronka lost Балкон дорого --next "через 3 місяці спитати знову"
voronka done t1 "заплатять у п’ятницю"  done a5: призначена зустріч відбулася

З ким: контакт, компанія або угода за ім’ям, телефоном, поштою чи номером (c5,
o3, d17); крапка — останній запис. Єдина відкрита угода вказується сама
(--deal none — не вказувати). У --next дата стоїть до або після справи.
Текст беріть у лапки: на дужках, & і ; без них спотикається сам термінал.
Команда без слів спитає все сама, і лапок не треба: voronka add.
Можна й українською: voronka дзвінок Олена.

voronka task add "звіт" --due "пт 16" --repeat щоп’ятниці
voronka task move --overdue --to завтра     одразу багато, однією операцією
voronka config set task-limit 8             voronka task load

--repeat: щодня, щобудня, "кожні 3 дні", "пн, чт", "кожні 2 тижні пт",
"15 числа", "у кінці місяця". Наступне завдання з’являється, коли виконано це,
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
заявка         нова угода, з людьми якої ще не зв’язалися і нічого
               не призначено; скільки спроб і коли остання, сказано поруч
нічия          те саме, і ні за ким не закріплено
рахунок        угода стоїть на етапі з рахунком (stage edit Е --invoice) два
               дні й більше, і відтоді ні розмови, ні планів
сьогодні, завтра    завдання й призначені зустрічі
застрягла      на етапі довше за норму (stage edit Е --norm 7); без норми —
               довше, ніж дев’ять із десяти виграних
без зв’язку    silent-after днів без розмови, і нічого не призначено
не купує       клієнтові час купити знову, судячи з його попередніх покупок

Розмова — це зустріч, що відбулася, лист, повідомлення або дзвінок, на який
відповіли; нотатки, переходи й правки не рахуються. Показано ваші справи
(voronka me ІМ’Я), --manager ІМ’Я — іншого, --all — усіх. Терміни: voronka
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
на кожен прихід на етап, переведено угоду вручну чи імпортом; скасовано
перехід — скасовано й зроблене. Команди запускаються потім, без оболонки, текст
іде на їхній stdin: voronka rule outbox. Що не вдалося: voronka rule retry.`,
  },
}

export const dayTopics: Translated<DayTopics> = { en, ru, uk }
