import type { Translated } from './translated.ts'

interface Found {
  count: number
  first: string
}

interface Counts {
  deals: number
  history: number
  contacts: number
  companies: number
  operations: number
}

const en = {
  export:
    'write records as CSV, JSON or an Excel workbook: deals, contacts, companies, history, or all (a full copy)',
  doctor: 'examine the workspace: the file itself, and that everything in it agrees',
  doctorFix: 'make the copies that reports read anew from the history',
  sound: (p: { path: string }) => `${p.path} is sound`,
  unsound: (p: { path: string; n: number }) =>
    `${p.path} is not sound: ${p.n} ${p.n === 1 ? 'finding' : 'findings'}`,
  counts: (p: Counts) =>
    `Deals ${p.deals}, history rows ${p.history}, contacts ${p.contacts}, companies ${p.companies}, operations ${p.operations}`,
  examiningFile: 'examining the file…',
  examiningDeals: (p: { percent: number }) => `examining the deals: ${p.percent} %`,
  mended: 'The copies were made anew from the history',
  tryFix:
    'Copies are made anew by voronka doctor --fix; an earlier file is brought back by voronka restore FILE',
  finding: {
    file: (p: Found) => `The file is damaged in ${p.count} places: ${p.first}`,
    foreignKeys: (p: Found) => `${p.count} rows point to rows that are not there, the first: ${p.first}`,
    references: (p: Found) => `${p.count} deals or changes name what is not there, the first: ${p.first}`,
    pipelines: (p: Found) => `${p.count} pipelines have unusable stages or versions, the first: ${p.first}`,
    settings: (p: Found) => `${p.count} settings are unusable, the first: ${p.first}`,
    operations: (p: Found) => `${p.count} rows belong to no operation, the first: ${p.first}`,
    retracted: (p: Found) => `${p.count} rows are half undone, the first: ${p.first}`,
    journal: (p: Found) => `${p.count} rows are not what the journal says, the first: ${p.first}`,
    copies: (p: Found) => `${p.count} deals are shown other than their history says, the first: ${p.first}`,
    orphans: (p: Found) => `${p.count} deals are shown that do not exist, the first: ${p.first}`,
    folded: (p: Found) => `${p.count} names cannot be found by search, the first: ${p.first}`,
    contactKeys: (p: Found) =>
      `${p.count} contacts have wrong keys of phones or e-mails, the first: ${p.first}`,
    day: (p: Found) =>
      `${p.count} entries for today are not what the calls and deals say, the first: ${p.first}`,
    search: (p: Found) =>
      `${p.count} records are not found by search as they should be, the first: ${p.first}`,
    ruleWaits: (p: Found) =>
      `Events that rules wait for do not agree with the deals: ${p.count}, the first is ${p.first}`,
    remnants: (p: Found) =>
      `Bytes of people who were erased may still be in the file: ${p.count}, the first: ${p.first}`,
  },
  backup: 'copy the workspace into a file, while others may go on working',
  backupDone: (p: { path: string }) => `Copied to ${p.path}`,
  backupPlanned: (p: { path: string }) => `Would copy to ${p.path}`,
  noCopyNoImport: (p: { why: string }) =>
    `Nothing was imported, for the workspace could not be copied first. ${p.why}. To import without a copy: voronka config set import-backup off`,
  backupExists: (p: { path: string }) =>
    `${p.path} exists already and is not overwritten. Name another file: voronka backup FILE`,
  restore: 'put a backup in the place of the workspace; the replaced file is kept',
  restoreAsk: (p: { path: string; source: string }) => `Replace ${p.path} by ${p.source}?`,
  restoreYes: (p: { path: string; source: string }) =>
    `This replaces ${p.path} (it is kept beside). To go on: voronka restore ${p.source} --yes`,
  restoreSame: (p: { path: string }) =>
    `${p.path} is the workspace itself. Name a backup: voronka restore FILE`,
  restoreUnsound: (p: { path: string; n: number }) =>
    `${p.path} is not sound (findings: ${p.n}), nothing was replaced. See them: voronka doctor --db ${p.path}`,
  restoreDone: (p: { path: string; source: string }) => `${p.path} is now what ${p.source} was`,
  restoreAside: (p: { aside: string }) => `The replaced file is kept: ${p.aside}`,
  importAll: 'put a full copy (export all) into a new workspace, or one without records',
  copyNone: 'This is no full copy: one is written by voronka export all --output copy.json',
  copyMissing: (p: { path: string }) => `There is no file ${p.path}`,
  copyUnreadable: (p: { path: string }) => `${p.path} cannot be read: no permission`,
  copyBadRow: (p: { line: number; what: string }) =>
    `Line ${p.line} of the copy cannot be read: ${p.what}. Nothing was changed`,
  copyCutOff: (p: { line: number }) =>
    `The copy ends in the middle, after line ${p.line}. Nothing was changed`,
  copyUnsound: (p: { what: string }) =>
    `The copy does not agree with itself (${p.what}). Nothing was changed`,
  copyNotEmpty: (p: { path: string }) =>
    `${p.path} has records already. Put the copy into a new file: voronka import all FILE --db NEW.db`,
  copyRestored: (p: { path: string; deals: number; history: number; contacts: number }) =>
    `${p.path} now holds the copy: deals ${p.deals}, history rows ${p.history}, contacts ${p.contacts}. With --known-at, people, calls, tasks and holidays of the copy count as known from the beginning`,
  demo: 'a workspace of sample data to look around in, and its funnel',
  demoMade: (p: { path: string; manager: string; period: string }) =>
    `A year of an invented business, in ${p.path}. Try:
  export VORONKA_DB=${p.path}
  voronka today
  voronka funnel ${p.period} --by manager
  voronka deal list --status open --manager "${p.manager}"
  voronka doctor`,
  exportFor: 'excel: with its delimiter and decimal sign, a BOM, and texts guarded against formulas',
  exportFilter: (p: { flag: string; what: string }) =>
    `${p.flag} chooses deals: it goes with export deals and export history, not with export ${p.what}`,
  exportWhat: (p: { text: string; known: string }) =>
    `There is no export of "${p.text}". There are: ${p.known}`,
  exportFolder: (p: { what: string; folder: string }) =>
    `${p.folder} is a folder, which takes all: voronka export all --output ${p.folder}. For ${p.what} name a file`,
  exportAllTables: (p: { format: string }) =>
    `A full copy is JSON. As ${p.format}, a table of each kind goes into a folder: voronka export all --format ${p.format} --output FOLDER/`,
  exportForWhat: (p: { text: string }) => `--for takes excel, not "${p.text}"`,
}

export type SafetyWords = typeof en

const ru: SafetyWords = {
  export:
    'выгрузить записи в CSV, JSON или книгу Excel: deals, contacts, companies, history или all (полная копия)',
  doctor: 'проверить базу: сам файл и что всё в нём сходится',
  doctorFix: 'заново собрать по истории то, что читают отчёты',
  sound: (p) => `${p.path} в порядке`,
  unsound: (p) => `${p.path} не в порядке, находок: ${p.n}`,
  counts: (p) =>
    `Сделок ${p.deals}, строк истории ${p.history}, контактов ${p.contacts}, компаний ${p.companies}, операций ${p.operations}`,
  examiningFile: 'проверяется файл…',
  examiningDeals: (p) => `проверяются сделки: ${p.percent} %`,
  mended: 'Всё, что читают отчёты, собрано по истории заново',
  tryFix: 'Собрать заново по истории: voronka doctor --fix; вернуть прежний файл: voronka restore FILE',
  finding: {
    file: (p) => `Файл повреждён, мест: ${p.count}, первое: ${p.first}`,
    foreignKeys: (p) => `Строк, что ссылаются на несуществующее: ${p.count}, первая: ${p.first}`,
    references: (p) => `Сделок и изменений, где названо несуществующее: ${p.count}, первое: ${p.first}`,
    pipelines: (p) => `Воронок с негодными этапами или версиями: ${p.count}, первая: ${p.first}`,
    settings: (p) => `Негодных настроек: ${p.count}, первая: ${p.first}`,
    operations: (p) => `Строк без своей операции: ${p.count}, первая: ${p.first}`,
    retracted: (p) => `Строк, отменённых наполовину: ${p.count}, первая: ${p.first}`,
    journal: (p) => `Строк, что не сходятся с журналом: ${p.count}, первая: ${p.first}`,
    copies: (p) => `Сделок, что показаны не так, как говорит их история: ${p.count}, первая: ${p.first}`,
    orphans: (p) => `Показанных сделок, которых нет: ${p.count}, первая: ${p.first}`,
    folded: (p) => `Названий, которых не найдёт поиск: ${p.count}, первое: ${p.first}`,
    contactKeys: (p) => `Контактов с неверными ключами телефонов или почты: ${p.count}, первый: ${p.first}`,
    day: (p) => `Записей для списка дел, расходящихся со звонками и сделками: ${p.count}, первая: ${p.first}`,
    search: (p) => `Записей, которых поиск не найдёт или найдёт зря: ${p.count}, первая: ${p.first}`,
    ruleWaits: (p) => `Ожидания правил не сходятся со сделками: ${p.count}, первое: ${p.first}`,
    remnants: (p) => `Удалённых людей, чьи следы могли остаться в файле: ${p.count}, первый: ${p.first}`,
  },
  backup: 'скопировать базу в файл, не мешая работе',
  backupDone: (p) => `Копия: ${p.path}`,
  backupPlanned: (p) => `Копия была бы здесь: ${p.path}`,
  noCopyNoImport: (p) =>
    `Ничего не импортировано: не удалось сначала сделать копию базы. ${p.why}. Импорт без копии: voronka config set import-backup off`,
  backupExists: (p) => `${p.path} уже есть и не перезаписывается. Назовите другой файл: voronka backup FILE`,
  restore: 'поставить копию на место базы; заменённый файл сохраняется',
  restoreAsk: (p) => `Заменить ${p.path} на ${p.source}?`,
  restoreYes: (p) =>
    `Это заменит ${p.path} (он сохранится рядом). Продолжить: voronka restore ${p.source} --yes`,
  restoreSame: (p) => `${p.path} — это и есть база. Назовите копию: voronka restore FILE`,
  restoreUnsound: (p) =>
    `${p.path} не в порядке (находок: ${p.n}), ничего не заменено. Посмотреть их: voronka doctor --db ${p.path}`,
  restoreDone: (p) => `${p.path} теперь то же, что ${p.source}`,
  restoreAside: (p) => `Заменённый файл сохранён: ${p.aside}`,
  importAll: 'поместить полную копию (export all) в новую базу или в базу без записей',
  copyNone: 'Это не полная копия: её пишет voronka export all --output copy.json',
  copyMissing: (p) => `Нет файла ${p.path}`,
  copyUnreadable: (p) => `${p.path} не прочитать: нет прав`,
  copyBadRow: (p) => `Строку ${p.line} копии не прочитать: ${p.what}. Ничего не изменено`,
  copyCutOff: (p) => `Копия обрывается после строки ${p.line}. Ничего не изменено`,
  copyUnsound: (p) => `Копия противоречит сама себе (${p.what}). Ничего не изменено`,
  copyNotEmpty: (p) =>
    `В ${p.path} уже есть записи. Поместите копию в новый файл: voronka import all FILE --db NEW.db`,
  copyRestored: (p) =>
    `Копия теперь в ${p.path}: сделок ${p.deals}, строк истории ${p.history}, контактов ${p.contacts}. Для --known-at люди, звонки, задачи и праздники копии известны с самого начала`,
  demo: 'база с примером, чтобы осмотреться, и её воронка',
  demoMade: (p) =>
    `Год придуманного дела — в ${p.path}. Попробуйте:
  export VORONKA_DB=${p.path}
  voronka today
  voronka funnel ${p.period} --by manager
  voronka deal list --status open --manager "${p.manager}"
  voronka doctor`,
  exportFor: 'excel: с его разделителем и десятичным знаком, BOM и защитой текста от формул',
  exportFilter: (p) =>
    `${p.flag} отбирает сделки: годится для export deals и export history, но не для export ${p.what}`,
  exportWhat: (p) => `Нет выгрузки «${p.text}». Есть: ${p.known}`,
  exportFolder: (p) =>
    `${p.folder} — это папка, в неё пишется всё: voronka export all --output ${p.folder}. Для ${p.what} назовите файл`,
  exportAllTables: (p) =>
    `Полная копия — это JSON. Таблицы ${p.format}, по одной на каждый вид записей, пишутся в папку: voronka export all --format ${p.format} --output ПАПКА/`,
  exportForWhat: (p) => `--for принимает excel, а не «${p.text}»`,
}

const uk: SafetyWords = {
  export:
    'вивантажити записи в CSV, JSON або книгу Excel: deals, contacts, companies, history або all (повна копія)',
  doctor: 'перевірити базу: сам файл і що все в ньому сходиться',
  doctorFix: 'заново зібрати за історією те, що читають звіти',
  sound: (p) => `${p.path} гаразд`,
  unsound: (p) => `${p.path} не гаразд, знахідок: ${p.n}`,
  counts: (p) =>
    `Угод ${p.deals}, рядків історії ${p.history}, контактів ${p.contacts}, компаній ${p.companies}, операцій ${p.operations}`,
  examiningFile: 'перевіряється файл…',
  examiningDeals: (p) => `перевіряються угоди: ${p.percent} %`,
  mended: 'Усе, що читають звіти, зібрано за історією заново',
  tryFix: 'Зібрати заново за історією: voronka doctor --fix; повернути попередній файл: voronka restore FILE',
  finding: {
    file: (p) => `Файл пошкоджено, місць: ${p.count}, перше: ${p.first}`,
    foreignKeys: (p) => `Рядків, що посилаються на неіснуюче: ${p.count}, перший: ${p.first}`,
    references: (p) => `Угод і змін, де названо неіснуюче: ${p.count}, перша: ${p.first}`,
    pipelines: (p) => `Воронок із непридатними етапами чи версіями: ${p.count}, перша: ${p.first}`,
    settings: (p) => `Непридатних налаштувань: ${p.count}, перше: ${p.first}`,
    operations: (p) => `Рядків без своєї операції: ${p.count}, перший: ${p.first}`,
    retracted: (p) => `Рядків, скасованих наполовину: ${p.count}, перший: ${p.first}`,
    journal: (p) => `Рядків, що не сходяться з журналом: ${p.count}, перший: ${p.first}`,
    copies: (p) => `Угод, показаних не так, як каже їхня історія: ${p.count}, перша: ${p.first}`,
    orphans: (p) => `Показаних угод, яких немає: ${p.count}, перша: ${p.first}`,
    folded: (p) => `Назв, яких не знайде пошук: ${p.count}, перша: ${p.first}`,
    contactKeys: (p) => `Контактів із хибними ключами телефонів чи пошти: ${p.count}, перший: ${p.first}`,
    day: (p) =>
      `Записів для переліку справ, що розходяться з дзвінками й угодами: ${p.count}, перший: ${p.first}`,
    search: (p) => `Записів, яких пошук не знайде або знайде дарма: ${p.count}, перший: ${p.first}`,
    ruleWaits: (p) => `Очікування правил не сходяться з угодами: ${p.count}, перше: ${p.first}`,
    remnants: (p) => `Вилучених людей, чиї сліди могли лишитися у файлі: ${p.count}, перший: ${p.first}`,
  },
  backup: 'скопіювати базу у файл, не заважаючи роботі',
  backupDone: (p) => `Копія: ${p.path}`,
  backupPlanned: (p) => `Копія була б тут: ${p.path}`,
  noCopyNoImport: (p) =>
    `Нічого не імпортовано: не вдалося спершу скопіювати базу. ${p.why}. Імпорт без копії: voronka config set import-backup off`,
  backupExists: (p) => `${p.path} вже є і не перезаписується. Назвіть інший файл: voronka backup FILE`,
  restore: 'поставити копію на місце бази; замінений файл зберігається',
  restoreAsk: (p) => `Замінити ${p.path} на ${p.source}?`,
  restoreYes: (p) =>
    `Це замінить ${p.path} (він збережеться поруч). Продовжити: voronka restore ${p.source} --yes`,
  restoreSame: (p) => `${p.path} — це і є база. Назвіть копію: voronka restore FILE`,
  restoreUnsound: (p) =>
    `${p.path} не гаразд (знахідок: ${p.n}), нічого не замінено. Переглянути їх: voronka doctor --db ${p.path}`,
  restoreDone: (p) => `${p.path} тепер те саме, що ${p.source}`,
  restoreAside: (p) => `Замінений файл збережено: ${p.aside}`,
  importAll: 'помістити повну копію (export all) у нову базу або в базу без записів',
  copyNone: 'Це не повна копія: її пише voronka export all --output copy.json',
  copyMissing: (p) => `Немає файлу ${p.path}`,
  copyUnreadable: (p) => `${p.path} не прочитати: немає прав`,
  copyBadRow: (p) => `Рядок ${p.line} копії не прочитати: ${p.what}. Нічого не змінено`,
  copyCutOff: (p) => `Копія обривається після рядка ${p.line}. Нічого не змінено`,
  copyUnsound: (p) => `Копія суперечить сама собі (${p.what}). Нічого не змінено`,
  copyNotEmpty: (p) =>
    `У ${p.path} вже є записи. Помістіть копію в новий файл: voronka import all FILE --db NEW.db`,
  copyRestored: (p) =>
    `Копія тепер у ${p.path}: угод ${p.deals}, рядків історії ${p.history}, контактів ${p.contacts}. Для --known-at люди, дзвінки, завдання і свята копії відомі від самого початку`,
  demo: 'база з прикладом, щоб роздивитися, та її воронка',
  demoMade: (p) =>
    `Рік вигаданої справи — у ${p.path}. Спробуйте:
  export VORONKA_DB=${p.path}
  voronka today
  voronka funnel ${p.period} --by manager
  voronka deal list --status open --manager "${p.manager}"
  voronka doctor`,
  exportFor: 'excel: з його роздільником і десятковим знаком, BOM і захистом тексту від формул',
  exportFilter: (p) =>
    `${p.flag} відбирає угоди: годиться для export deals і export history, але не для export ${p.what}`,
  exportWhat: (p) => `Немає вивантаження «${p.text}». Є: ${p.known}`,
  exportFolder: (p) =>
    `${p.folder} — це тека, в неї пишеться все: voronka export all --output ${p.folder}. Для ${p.what} назвіть файл`,
  exportAllTables: (p) =>
    `Повна копія — це JSON. Таблиці ${p.format}, по одній на кожен вид записів, пишуться в теку: voronka export all --format ${p.format} --output ТЕКА/`,
  exportForWhat: (p) => `--for приймає excel, а не «${p.text}»`,
}

export const safetyWords: Translated<SafetyWords> = { en, ru, uk }
