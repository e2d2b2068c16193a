import { grouped, plural, type Translated } from './translated.ts'

const counted = (count: number) => grouped(count, ',')

/** Deals by their ids: the first of them, and how many there are more. */
interface Some {
  count: number
  names: string
  more: number
}

/** What an import says that it did. */
const en = {
  heading: (p: { file: string; rows: number }) =>
    `Import of ${p.file}: ${counted(p.rows)} ${p.rows === 1 ? 'row' : 'rows'}`,
  notRead: (p: { file: string }) => `Import of ${p.file}: no row was read`,
  rowsTitle: 'rows',
  counts: {
    created: 'created',
    updated: 'updated',
    unchanged: 'unchanged',
    skipped: 'passed over',
    merged: 'repeats',
    rejected: 'with problems',
  },
  notWritten: 'not written',
  moved: (p: { advanced: number; movedBack: number; won: number; lost: number }) =>
    `Since the last import: ${[
      p.advanced > 0 ? `advanced ${counted(p.advanced)}` : '',
      p.movedBack > 0 ? `moved back ${counted(p.movedBack)}` : '',
      p.won > 0 ? `won ${counted(p.won)}` : '',
      p.lost > 0 ? `lost ${counted(p.lost)}` : '',
    ]
      .filter((part) => part !== '')
      .join(', ')}`,
  gone: (p: Some) =>
    `No longer in the file: ${counted(p.count)} (${p.names}${p.more > 0 ? ` and ${counted(p.more)} more; all of them: --format json` : ''}); ${p.count === 1 ? 'it stays as it is' : 'they stay as they are'}`,
  stageWord: 'STAGE',
  retiredStage: (p: { stage: string; deals: number; again: string; rule: string }) =>
    `Open deals that are now in "${p.stage}", a retired stage without a row in reports: ${counted(p.deals)}. Take it into use again: voronka stage add ${p.again}, or import again with --stage ${p.rule}`,
  kept: (p: { count: number }) => `Edited here since, and so left: ${counted(p.count)}`,
  changedFields: (fields: readonly string[]) => `Fields changed: ${fields.join(', ')}`,
  overruled: (p: { count: number }) =>
    `Edited here since, but the file says something newer, which holds now (here → file): ${counted(p.count)}`,
  andMore: (p: { count: number }) => `and ${counted(p.count)} more; all of them: --format json`,
  undated: (p: { count: number; day: string }) =>
    `${counted(p.count)} ${p.count === 1 ? 'deal has' : 'deals have'} no date at all: taken as created now (${p.day}). To leave such out: --undated skip; to give them a day: --undated 2026-01-31`,
  undatedOutcomes: (p: { count: number }) =>
    `Won or lost without a date: ${counted(p.count)}, taken at the latest moment known of each`,
  undatedStages: (p: { count: number }) =>
    `Stages without a day of entry: ${counted(p.count)}, taken as entered right after the step before; times in stages leave them out`,
  noCurrencyGiven: (p: { count: number; currency: string }) =>
    `Amounts without a currency: ${counted(p.count)}, taken in ${p.currency}`,
  copied: (p: { path: string }) =>
    `The workspace as it was before is kept: ${p.path} (voronka restore brings it back)`,
  look: 'To look at it:',
  takeBack: 'To take it back:',
  keepOptions: 'To keep these options for the next file, add:',
  saveProfile: '--save-profile NAME',
  newManagers: (p: Some) =>
    `New managers (${counted(p.count)}): ${p.names}${p.more > 0 ? ` and ${counted(p.more)} more` : ''}`,
  likelyManager: (p: { name: string; likely: string; kept: string; gone: string }) =>
    `"${p.name}" was not here, and is a new manager; if that is ${p.likely}: voronka manager merge ${p.kept} ${p.gone}`,
  newCompanies: (p: Some) =>
    `New companies (${counted(p.count)}): ${p.names}${p.more > 0 ? ` and ${counted(p.more)} more` : ''}`,
  newContacts: (p: { count: number }) => `New contacts: ${counted(p.count)}`,
  idsOnly: (p: { companies: number; contacts: number }) =>
    `Known by their ids alone so far: ${[
      p.companies > 0 ? `companies ${counted(p.companies)}` : '',
      p.contacts > 0 ? `contacts ${counted(p.contacts)}` : '',
    ]
      .filter((part) => part !== '')
      .join(', ')}; import them from the same system, and they get their names`,
  likeCompanies: (p: { count: number; names: string; column: string }) =>
    `Contacts that are called like companies (rows: ${counted(p.count)}; ${p.names}). If the column is of companies: undo, and import with --map "company=${p.column}"`,
  takenApart: 'a firm and a person in one cell: taken as the company and the contact',
  newDeals: (p: { count: number }) => `New deals: ${counted(p.count)}`,
  retold: (p: { count: number }) => `Known deals with more to their history now: ${counted(p.count)}`,
  explained: (p: { count: number }) => `Presumed moves that are known now: ${counted(p.count)}`,
}

export type ImportToldWords = typeof en

const countedRu = (count: number) => grouped(count, '\u00a0')
const deals = (n: number) => plural(n, 'сделка', 'сделки', 'сделок')
const rows = (n: number) => plural(n, 'строка', 'строки', 'строк')

const ru: ImportToldWords = {
  heading: (p) => `Импорт ${p.file}: ${countedRu(p.rows)} ${rows(p.rows)}`,
  notRead: (p) => `Импорт ${p.file}: строки не читались`,
  rowsTitle: 'строк',
  counts: {
    created: 'создано',
    updated: 'изменено',
    unchanged: 'без изменений',
    skipped: 'пропущено',
    merged: 'повторы',
    rejected: 'с ошибками',
  },
  notWritten: 'не записано',
  moved: (p) =>
    `С прошлого импорта: ${[
      p.advanced > 0 ? `продвинулось ${countedRu(p.advanced)}` : '',
      p.movedBack > 0 ? `вернулось назад ${countedRu(p.movedBack)}` : '',
      p.won > 0 ? `выиграно ${countedRu(p.won)}` : '',
      p.lost > 0 ? `отказов ${countedRu(p.lost)}` : '',
    ]
      .filter((part) => part !== '')
      .join(', ')}`,
  gone: (p) =>
    `Больше нет в файле: ${countedRu(p.count)} (${p.names}${p.more > 0 ? ` и ещё ${countedRu(p.more)}; все — с --format json` : ''}); ${p.count === 1 ? 'она остаётся как есть' : 'они остаются как есть'}`,
  stageWord: 'ЭТАП',
  retiredStage: (p) =>
    `Открытые сделки на этапе «${p.stage}», который выведен из работы и в отчётах не показан: ${countedRu(p.deals)}. Вернуть этап: voronka stage add ${p.again}, или загрузите заново с --stage ${p.rule}`,
  kept: (p) => `Изменены здесь и потому не тронуты: ${countedRu(p.count)}`,
  changedFields: (fields) => `Изменились поля: ${fields.join(', ')}`,
  overruled: (p) =>
    `Изменены здесь, но в файле новее, и теперь верно то, что в файле (здесь → в файле): ${countedRu(p.count)}`,
  andMore: (p) => `и ещё ${countedRu(p.count)}; все — с --format json`,
  undated: (p) =>
    `${countedRu(p.count)} ${deals(p.count)} совсем без дат: считаем созданными сейчас (${p.day}). Пропустить такие: --undated skip; назначить им день: --undated 2026-01-31`,
  undatedOutcomes: (p) =>
    `Выигрышей и отказов без даты: ${countedRu(p.count)}; взят последний известный момент каждой сделки`,
  undatedStages: (p) =>
    `Этапов без даты входа: ${countedRu(p.count)}; взят день предыдущего шага, время на таких этапах не считается`,
  noCurrencyGiven: (p) => `Сумм без валюты: ${countedRu(p.count)}; взята валюта ${p.currency}`,
  copied: (p) => `База, какой была до этого, сохранена: ${p.path} (вернуть: voronka restore)`,
  look: 'Посмотреть, что вышло:',
  takeBack: 'Отменить импорт:',
  keepOptions: 'Сохранить эти параметры для следующего файла — добавьте:',
  saveProfile: '--save-profile ИМЯ',
  newManagers: (p) =>
    `Новые менеджеры (${countedRu(p.count)}): ${p.names}${p.more > 0 ? ` и ещё ${countedRu(p.more)}` : ''}`,
  likelyManager: (p) =>
    `Менеджера по имени «${p.name}» не было, заведён новый; если это ${p.likely}: voronka manager merge ${p.kept} ${p.gone}`,
  newCompanies: (p) =>
    `Новые компании (${countedRu(p.count)}): ${p.names}${p.more > 0 ? ` и ещё ${countedRu(p.more)}` : ''}`,
  newContacts: (p) => `Новых контактов: ${countedRu(p.count)}`,
  idsOnly: (p) =>
    `Пока известны только по id: ${[
      p.companies > 0 ? `компании — ${countedRu(p.companies)}` : '',
      p.contacts > 0 ? `контакты — ${countedRu(p.contacts)}` : '',
    ]
      .filter((part) => part !== '')
      .join(', ')}; загрузите их из той же системы, и у них появятся названия и имена`,
  likeCompanies: (p) =>
    `Контакты, которые зовутся как компании (строк: ${countedRu(p.count)}; ${p.names}). Если в колонке компании — отмените и загрузите с --map "company=${p.column}"`,
  takenApart: 'фирма и человек в одной ячейке: взяты как компания и контакт',
  newDeals: (p) => `Новых сделок: ${countedRu(p.count)}`,
  retold: (p) => `Известных сделок, чья история дополнена: ${countedRu(p.count)}`,
  explained: (p) => `Предположенных переходов, о которых теперь известно: ${countedRu(p.count)}`,
}

const dealsUk = (n: number) => plural(n, 'угода', 'угоди', 'угод')
const rowsUk = (n: number) => plural(n, 'рядок', 'рядки', 'рядків')

const uk: ImportToldWords = {
  heading: (p) => `Імпорт ${p.file}: ${countedRu(p.rows)} ${rowsUk(p.rows)}`,
  notRead: (p) => `Імпорт ${p.file}: рядки не читалися`,
  rowsTitle: 'рядків',
  counts: {
    created: 'створено',
    updated: 'змінено',
    unchanged: 'без змін',
    skipped: 'пропущено',
    merged: 'повтори',
    rejected: 'з помилками',
  },
  notWritten: 'не записано',
  moved: (p) =>
    `Від минулого імпорту: ${[
      p.advanced > 0 ? `просунулося ${countedRu(p.advanced)}` : '',
      p.movedBack > 0 ? `повернулося назад ${countedRu(p.movedBack)}` : '',
      p.won > 0 ? `виграно ${countedRu(p.won)}` : '',
      p.lost > 0 ? `відмов ${countedRu(p.lost)}` : '',
    ]
      .filter((part) => part !== '')
      .join(', ')}`,
  gone: (p) =>
    `Більше немає у файлі: ${countedRu(p.count)} (${p.names}${p.more > 0 ? ` і ще ${countedRu(p.more)}; усі — з --format json` : ''}); ${p.count === 1 ? 'вона лишається як є' : 'вони лишаються як є'}`,
  stageWord: 'ЕТАП',
  retiredStage: (p) =>
    `Відкриті угоди на етапі «${p.stage}», який вилучено і якого немає у звітах: ${countedRu(p.deals)}. Повернути етап: voronka stage add ${p.again}, або завантажте заново з --stage ${p.rule}`,
  kept: (p) => `Змінено тут і тому не займано: ${countedRu(p.count)}`,
  changedFields: (fields) => `Змінилися поля: ${fields.join(', ')}`,
  overruled: (p) =>
    `Змінено тут, але у файлі новіше, і тепер правильне те, що у файлі (тут → у файлі): ${countedRu(p.count)}`,
  andMore: (p) => `і ще ${countedRu(p.count)}; усі — з --format json`,
  undated: (p) =>
    `${countedRu(p.count)} ${dealsUk(p.count)} зовсім без дат: вважаємо створеними зараз (${p.day}). Пропустити такі: --undated skip; призначити їм день: --undated 2026-01-31`,
  undatedOutcomes: (p) =>
    `Виграшів і відмов без дати: ${countedRu(p.count)}; взято останній відомий момент кожної угоди`,
  undatedStages: (p) =>
    `Етапів без дати входу: ${countedRu(p.count)}; взято день попереднього кроку, час на таких етапах не рахується`,
  noCurrencyGiven: (p) => `Сум без валюти: ${countedRu(p.count)}; взято валюту ${p.currency}`,
  copied: (p) => `Базу, якою була до цього, збережено: ${p.path} (повернути: voronka restore)`,
  look: 'Подивитися, що вийшло:',
  takeBack: 'Скасувати імпорт:',
  keepOptions: 'Зберегти ці параметри для наступного файлу — додайте:',
  saveProfile: '--save-profile ІМ’Я',
  newManagers: (p) =>
    `Нові менеджери (${countedRu(p.count)}): ${p.names}${p.more > 0 ? ` і ще ${countedRu(p.more)}` : ''}`,
  likelyManager: (p) =>
    `Менеджера на ім’я «${p.name}» не було, заведено нового; якщо це ${p.likely}: voronka manager merge ${p.kept} ${p.gone}`,
  newCompanies: (p) =>
    `Нові компанії (${countedRu(p.count)}): ${p.names}${p.more > 0 ? ` і ще ${countedRu(p.more)}` : ''}`,
  newContacts: (p) => `Нових контактів: ${countedRu(p.count)}`,
  idsOnly: (p) =>
    `Поки відомі лише за id: ${[
      p.companies > 0 ? `компанії — ${countedRu(p.companies)}` : '',
      p.contacts > 0 ? `контакти — ${countedRu(p.contacts)}` : '',
    ]
      .filter((part) => part !== '')
      .join(', ')}; завантажте їх з тієї самої системи, і в них з’являться назви та імена`,
  likeCompanies: (p) =>
    `Контакти, що звуться як компанії (рядків: ${countedRu(p.count)}; ${p.names}). Якщо в колонці компанії — скасуйте й завантажте з --map "company=${p.column}"`,
  takenApart: 'фірма і людина в одній комірці: взято як компанію і контакт',
  newDeals: (p) => `Нових угод: ${countedRu(p.count)}`,
  retold: (p) => `Відомих угод, чию історію доповнено: ${countedRu(p.count)}`,
  explained: (p) => `Припущених переходів, про які тепер відомо: ${countedRu(p.count)}`,
}

export const importToldWords: Translated<ImportToldWords> = { en, ru, uk }
