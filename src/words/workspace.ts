import type { Translated } from './translated.ts'

/** What nobody said, and so was taken as it is there; null for what somebody did. */
interface Guessed {
  timezone: string | null
  currency: string | null
  lang: string | null
}

function listed(
  { timezone, currency, lang }: Guessed,
  names: readonly [string, string, string],
  here: string,
): string {
  return [timezone === null ? null : `${timezone} (${here})`, currency, lang]
    .flatMap((value, at) => (value === null ? [] : [`${names[at]} ${value}`]))
    .join(', ')
}

function setCommand({ timezone }: Guessed, city: string, code: string): string {
  if (timezone !== null) return `voronka config set timezone ${city}`
  return `voronka config set currency ${code}`
}

function flags({ timezone, currency }: Guessed, city: string, code: string): string {
  const zone = timezone === null ? [] : [`--timezone ${city}`]
  return [...zone, ...(currency === null ? [] : [`--currency ${code}`])].join(' ')
}

const en = {
  init: 'make a workspace',
  initPipeline: 'name of the pipeline (default: Sales)',
  initCurrency: 'base currency (default: that of the file, of LANG, else USD)',
  initTimezone: 'time zone: a city, or an IANA name (default: this machine’s)',
  initWeekStart: 'first day of the week',
  initDone: (p: { path: string; pipeline: string; stages: string; currency: string; timezone: string }) =>
    `Made ${p.path}: pipeline "${p.pipeline}" (${p.stages}), ${p.currency}, ${p.timezone}`,
  initFrom: 'make it of this file of deals: its stages are proposed, then it is imported',
  initNotMade: (p: { file: string }) =>
    `No workspace was made. What each column is taken for: voronka import deals ${p.file} --explain-columns. To put rows aside, make it first (voronka init --stages …), then import deals --rejects`,
  onlyWithFrom: (p: { flag: string }) =>
    `${p.flag} says how to read a file: name it with --from FILE, or leave ${p.flag} out`,
  fromNoStages: (p: { file: string }) =>
    `${p.file} names no open stages: name its column (--map "stage=HEADER") or the stages (--stages "A,B,C")`,
  fromSeveral: (p: { file: string; names: readonly string[]; lines: string }) =>
    `${p.file} has several pipelines: "${p.names.join('", "')}". Make them, with their stages in the right order, and import it:${p.lines}`,
  fromProposal: (p: { file: string; shown: string }) =>
    `Stages in ${p.file}, with rows: ${p.shown}. The order is a guess: confirm it or type another.`,
  fromUnconfirmed: (p: { file: string; shown: string; command: string }) =>
    `Stages in ${p.file}, with rows: ${p.shown}. The order is a guess: take it with --yes, or put it right here:\n  ${p.command}`,
  fromOrder: 'Stages in order, comma-separated:',
  initWhichStages: 'Which stages does a sale go through?',
  initOwnStages: 'my own…',
  initNameStages: 'Your stages in order, comma-separated:',
  initWhichCurrency: 'Base currency:',
  initWhichOf: (p: { text: string }) => `Which "${p.text}"?`,
  initWhichZone: 'Time zone (a city, like Berlin):',
  /** The city offered where the machine's clock is set to UTC; null for none. */
  initSuggestedZone: null as string | null,
  initNext: `What comes next:
  voronka manager add NAME     whoever sells; which one you are: voronka me NAME
  voronka add                  the first inquiry: it asks about whom and what
  voronka import deals FILE    a table of deals; of people: import contacts FILE`,
  guessed: (p: Guessed) =>
    `Taken unasked: ${listed(p, ['time zone', 'currency', 'language'], 'as on this machine')}. Change it before the first deal: ${setCommand(p, 'Berlin', 'EUR')}`,
  guessedForGood: (p: Guessed & { path: string | null }) =>
    `${p.path === null ? 'To be taken unasked' : 'Taken unasked'}: ${listed(p, ['time zone', 'currency', 'language'], 'as on this machine')}. With deals in the workspace that stays. For another ${p.path === null ? 'add' : `remove ${p.path} and begin again with`} ${flags(p, 'Berlin', 'EUR')}`,
  noWeekday: (p: { text: string }) => `"${p.text}" is no day of the week: write monday or sunday`,
  pipelineName: 'Sales',
  won: 'Won',
  lost: 'Lost',
  noCurrency: (p: { text: string }) => `No currency "${p.text}". Give its three-letter code, like EUR`,
  whichCurrency: (p: { text: string; codes: string }) =>
    `"${p.text}" may be any of ${p.codes}: give the three-letter code`,
  undo: 'take the last operation back, or the one named',
  undone: (p: { operation: number; command: string; what: string | null; isMore: boolean }) =>
    `${p.isMore ? 'Undone too' : 'Undone'}: operation ${p.operation}${p.what === null ? '' : ` – ${p.what}`}\nTo do it again: voronka ${p.command}`,
  badOperation: (p: { text: string }) => `"${p.text}" is no operation number. See the list: voronka journal`,
}

export type WorkspaceWords = typeof en

const ru: WorkspaceWords = {
  init: 'создать базу',
  initPipeline: 'название воронки (по умолчанию: Продажи)',
  initCurrency: 'основная валюта (по умолчанию: из файла, по LANG, иначе USD)',
  initTimezone: 'часовой пояс: город или имя IANA (по умолчанию: этой машины)',
  initWeekStart: 'первый день недели',
  initDone: (p) =>
    `Создана база ${p.path}: воронка «${p.pipeline}» (${p.stages}), ${p.currency}, ${p.timezone}`,
  initFrom: 'создать по этому файлу со сделками: этапы предлагаются, затем файл загружается',
  initNotMade: (p) =>
    `База не создана. За что принята каждая колонка: voronka import deals ${p.file} --explain-columns. Чтобы отложить строки, сначала создайте её (voronka init --stages …), затем import deals --rejects`,
  onlyWithFrom: (p) =>
    `${p.flag} говорит, как читать файл: назовите его через --from ФАЙЛ или уберите ${p.flag}`,
  fromNoStages: (p) =>
    `В ${p.file} нет открытых этапов: назовите их колонку (--map "stage=КОЛОНКА") или сами этапы (--stages "А,Б,В")`,
  fromSeveral: (p) =>
    `В ${p.file} несколько воронок: «${p.names.join('», «')}». Создайте их, поправив порядок этапов, и загрузите файл:${p.lines}`,
  fromProposal: (p) =>
    `Этапы в ${p.file} и строк в каждом: ${p.shown}. Порядок — догадка: подтвердите или наберите другой.`,
  fromUnconfirmed: (p) =>
    `Этапы в ${p.file} и строк в каждом: ${p.shown}. Порядок — догадка: примите его через --yes или поправьте здесь:\n  ${p.command}`,
  fromOrder: 'Этапы по порядку, через запятую:',
  initWhichStages: 'Через какие этапы идёт продажа?',
  initOwnStages: 'свои…',
  initNameStages: 'Ваши этапы по порядку, через запятую:',
  initWhichCurrency: 'Основная валюта:',
  initWhichOf: (p) => `Какая именно «${p.text}»?`,
  initWhichZone: 'Часовой пояс (город, например Москва):',
  initSuggestedZone: 'Москва',
  initNext: `Что дальше:
  voronka manager add ИМЯ      все, кто продаёт; кто из них вы: voronka me ИМЯ
  voronka add                  первая заявка: спросит, от кого она и о чём
  voronka import deals ФАЙЛ    таблица сделок; людей: import contacts ФАЙЛ`,
  guessed: (p) =>
    `Взято без вопроса: ${listed(p, ['часовой пояс', 'валюта', 'язык'], 'как на этом компьютере')}. Сменить до первой сделки: ${setCommand(p, 'Москва', 'EUR')}`,
  guessedForGood: (p) =>
    `${p.path === null ? 'Будет взято без вопроса' : 'Взято без вопроса'}: ${listed(p, ['часовой пояс', 'валюта', 'язык'], 'как на этом компьютере')}. Когда в базе есть сделки, этого уже не сменить. Чтобы взять другое, ${p.path === null ? 'добавьте' : `удалите ${p.path} и повторите с`} ${flags(p, 'Москва', 'EUR')}`,
  noWeekday: (p) => `«${p.text}» — не день недели: пишите monday или воскресенье`,
  pipelineName: 'Продажи',
  won: 'Выиграно',
  lost: 'Отказ',
  noCurrency: (p) => `Нет валюты «${p.text}». Нужен код из трёх букв, например EUR`,
  whichCurrency: (p) => `«${p.text}» — это может быть ${p.codes}: напишите код из трёх букв`,
  undo: 'отменить последнюю операцию или названную',
  undone: (p) =>
    `${p.isMore ? 'Отменено ещё и это' : 'Отменено'}: операция ${p.operation}${p.what === null ? '' : ` — ${p.what}`}\nСделать заново: voronka ${p.command}`,
  badOperation: (p) => `«${p.text}» — не номер операции. Список: voronka journal`,
}

const uk: WorkspaceWords = {
  init: 'створити базу',
  initPipeline: 'назва воронки (типово: Продажі)',
  initCurrency: 'основна валюта (типово: з файлу, за LANG, інакше USD)',
  initTimezone: 'часовий пояс: місто або ім’я IANA (типово: цієї машини)',
  initWeekStart: 'перший день тижня',
  initDone: (p) =>
    `Створено базу ${p.path}: воронка «${p.pipeline}» (${p.stages}), ${p.currency}, ${p.timezone}`,
  initFrom: 'створити за цим файлом з угодами: етапи пропонуються, потім файл завантажується',
  initNotMade: (p) =>
    `Базу не створено. За що взято кожну колонку: voronka import deals ${p.file} --explain-columns. Щоб відкласти рядки, спершу створіть її (voronka init --stages …), потім import deals --rejects`,
  onlyWithFrom: (p) =>
    `${p.flag} каже, як читати файл: назвіть його через --from ФАЙЛ або приберіть ${p.flag}`,
  fromNoStages: (p) =>
    `У ${p.file} немає відкритих етапів: назвіть їхню колонку (--map "stage=КОЛОНКА") або самі етапи (--stages "А,Б,В")`,
  fromSeveral: (p) =>
    `У ${p.file} кілька воронок: «${p.names.join('», «')}». Створіть їх, виправивши порядок етапів, і завантажте файл:${p.lines}`,
  fromProposal: (p) =>
    `Етапи в ${p.file} і рядків у кожному: ${p.shown}. Порядок — здогад: підтвердьте або наберіть інший.`,
  fromUnconfirmed: (p) =>
    `Етапи в ${p.file} і рядків у кожному: ${p.shown}. Порядок — здогад: прийміть його через --yes або виправте тут:\n  ${p.command}`,
  fromOrder: 'Етапи по порядку, через кому:',
  initWhichStages: 'Через які етапи йде продаж?',
  initOwnStages: 'свої…',
  initNameStages: 'Ваші етапи по порядку, через кому:',
  initWhichCurrency: 'Основна валюта:',
  initWhichOf: (p) => `Яка саме «${p.text}»?`,
  initWhichZone: 'Часовий пояс (місто, наприклад Київ):',
  initSuggestedZone: 'Київ',
  initNext: `Що далі:
  voronka manager add ІМ’Я     усі, хто продає; хто з них ви: voronka me ІМ’Я
  voronka add                  перша заявка: спитає, від кого вона й про що
  voronka import deals ФАЙЛ    таблиця угод; людей: import contacts ФАЙЛ`,
  guessed: (p) =>
    `Взято без запитання: ${listed(p, ['часовий пояс', 'валюта', 'мова'], 'як на цьому комп’ютері')}. Змінити до першої угоди: ${setCommand(p, 'Київ', 'EUR')}`,
  guessedForGood: (p) =>
    `${p.path === null ? 'Буде взято без запитання' : 'Взято без запитання'}: ${listed(p, ['часовий пояс', 'валюта', 'мова'], 'як на цьому комп’ютері')}. Коли в базі є угоди, цього вже не змінити. Щоб узяти інше, ${p.path === null ? 'додайте' : `вилучіть ${p.path} і повторіть з`} ${flags(p, 'Київ', 'EUR')}`,
  noWeekday: (p) => `«${p.text}» — не день тижня: пишіть monday або неділя`,
  pipelineName: 'Продажі',
  won: 'Виграно',
  lost: 'Відмова',
  noCurrency: (p) => `Немає валюти «${p.text}». Потрібен код із трьох літер, наприклад EUR`,
  whichCurrency: (p) => `«${p.text}» — це може бути ${p.codes}: напишіть код із трьох літер`,
  undo: 'скасувати останню операцію або названу',
  undone: (p) =>
    `${p.isMore ? 'Скасовано ще й це' : 'Скасовано'}: операція ${p.operation}${p.what === null ? '' : ` — ${p.what}`}\nЗробити знову: voronka ${p.command}`,
  badOperation: (p) => `«${p.text}» — не номер операції. Перелік: voronka journal`,
}

export const workspaceWords: Translated<WorkspaceWords> = { en, ru, uk }
