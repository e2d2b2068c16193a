import type { Translated } from './translated.ts'

const en = {
  import: 'import plans: a row each, or months, managers or metrics as columns',
  set: 'say what is planned: voronka plan set revenue 120000 --manager Anna --period 2026-10',
  list: 'plans as they stand, or with --all every version of them',
  rm: 'remove a plan that was written by mistake',
  forManager: 'the plan of this manager; without --manager and --department it is the team’s',
  forDepartment: 'the plan of this department',
  forPeriod: 'the days it is for (default: this month)',
  currency: 'currency of the amount (default: that of the workspace)',
  all: 'earlier versions too',
  onlyManager: 'only those of this manager',
  onlyPeriod: 'only those for days of this period',
  unknownMetric: (p: { text: string; known: string }) =>
    p.text === ''
      ? `Nothing says what is planned. Say it of all rows: --set metric=revenue (${p.known})`
      : `"${p.text}" cannot be planned. There are: ${p.known}`,
  negative: 'A plan is 0 or more. Correct it',
  noAmount: 'The row has no amount. Fill it in, or take the row out of the file',
  conflict: (p: { line: number }) =>
    `Line ${p.line} has another figure for the same plan: leave one of the two`,
  notWhole: 'This is a count, and so a whole number. Correct it',
  noPeriod:
    'The row does not say for which days. Fill in a period (2026-10, Q4 2026), or the first and last day',
  noAmountColumn:
    'No column says how much is planned. Name it: --map amount=HEADER, or call columns by months: 2026-01',
  noPeriodColumn:
    'No column says for which days. Name it: --map period=HEADER, or say it of all rows: --set period=2026-10',
  badAmount: (p: { text: string }) =>
    `"${p.text}" is no amount: write it like 120000, or a whole number for a count`,
  notBoth: 'A plan is of a manager or of a department, not of both',
  planOfWhat: (p: { text: string; command: string; known: string }) =>
    `Nothing says what is planned: "${p.text}". If revenue: ${p.command}. There are: ${p.known}`,
  countOfMoney: (p: { metric: string }) =>
    `This is a count (${p.metric}), which has no currency: leave the currency out, or plan revenue or margin`,
  emptyDepartment: (p: { name: string; typed: string }) =>
    `No manager is in the department ${p.name} yet: voronka manager edit NAME --department ${p.typed}`,
  endless: 'A plan is for days with a beginning and an end: 2026-10, Q4 2026, 2026-10-01..2026-10-15',
  totals: (p: { count: number }) => `Rows that add up others, passed over: ${p.count}`,
  unknownColumn: (p: { header: string }) =>
    `Nothing is known of this column. A month has its year (2026-01), a manager is added first: voronka manager add "${p.header}". Else: --map FIELD="${p.header}" or --ignore "${p.header}"`,
  totalColumns: (p: { headers: string }) => `Columns that add up others, passed over: ${p.headers}`,
  none: () => 'No plans: voronka plan set revenue 120000 --manager NAME --period 2026-10',
  isSet: (p: { id: string; who: string | null; metric: string; amount: string; period: string }) =>
    `${p.id}: ${p.who ?? 'the team'}, ${p.metric}, ${p.period}: ${p.amount}`,
  removed: (p: { id: string; who: string | null; metric: string; period: string }) =>
    `Removed ${p.id}: ${p.who ?? 'the team'}, ${p.metric}, ${p.period}`,
  who: 'whose',
  team: 'the team',
  period: 'for',
  metric: 'what',
  amount: 'plan',
  knownAt: 'known since',
  metrics: {
    revenue: 'revenue',
    margin: 'margin',
    won: 'deals won',
    calls: 'calls',
    meetings: 'meetings',
    emails: 'e-mails',
    tasks: 'tasks on time',
  } as Readonly<Record<string, string>>,
}

export type PlansWords = typeof en

const ru: PlansWords = {
  import: 'загрузить планы: по строке на план или таблицей: месяцы, менеджеры или показатели колонками',
  set: 'задать план: voronka plan set revenue 120000 --manager Анна --period 2026-10',
  list: 'планы, какие есть сейчас; с --all — все их версии',
  rm: 'удалить план, записанный по ошибке',
  forManager: 'план этого менеджера; без --manager и --department — план команды',
  forDepartment: 'план этого отдела',
  forPeriod: 'на какие дни (по умолчанию — этот месяц)',
  currency: 'валюта суммы (по умолчанию — валюта базы)',
  all: 'и прежние версии',
  onlyManager: 'только планы этого менеджера',
  onlyPeriod: 'только планы на дни этого периода',
  unknownMetric: (p) =>
    p.text === ''
      ? `Не сказано, что запланировано. Скажите для всех строк: --set metric=revenue (${p.known})`
      : `«${p.text}» запланировать нельзя. Можно: ${p.known}`,
  negative: 'План не бывает меньше нуля. Исправьте',
  noAmount: 'В строке нет суммы. Впишите её или уберите строку из файла',
  conflict: (p) => `В строке ${p.line} у того же плана другое значение: оставьте одну из двух`,
  notWhole: 'Это количество, оно бывает только целым. Исправьте',
  noPeriod: 'Не сказано, на какие дни план. Впишите период (2026-10, 4 кв 2026) или первый и последний день',
  noAmountColumn:
    'Ни одна колонка не говорит, сколько запланировано. Назовите её: --map amount=КОЛОНКА или назовите колонки месяцами: 2026-01',
  noPeriodColumn:
    'Ни одна колонка не говорит, на какой период план. Назовите её: --map period=КОЛОНКА — или скажите о всех строках: --set period=2026-10',
  badAmount: (p) => `«${p.text}» — не сумма: пишите 120000, а для количества — целое число`,
  notBoth: 'План бывает либо менеджера, либо отдела',
  planOfWhat: (p) => `Не сказано, чего план: «${p.text}». Если выручки: ${p.command}. Можно: ${p.known}`,
  countOfMoney: (p) =>
    `Это количество (${p.metric}), валюты у него нет: уберите валюту или планируйте выручку или маржу`,
  emptyDepartment: (p) =>
    `В отделе ${p.name} пока нет менеджеров: voronka manager edit ИМЯ --department ${p.typed}`,
  endless: 'План ставят на дни с началом и концом: 2026-10, 4 кв 2026, 2026-10-01..2026-10-15',
  totals: (p) => `Итоговые строки, пропущены: ${p.count}`,
  unknownColumn: (p) =>
    `Неизвестная колонка. Месяц пишите с годом: 2026-01; менеджера сначала добавьте: voronka manager add "${p.header}". Иначе: --map ПОЛЕ="${p.header}" или --ignore "${p.header}"`,
  totalColumns: (p) => `Итоговые колонки, пропущены: ${p.headers}`,
  none: () => 'Планов нет: voronka plan set revenue 120000 --manager ИМЯ --period 2026-10',
  isSet: (p) => `${p.id}: ${p.who ?? 'команда'}, ${p.metric}, ${p.period}: ${p.amount}`,
  removed: (p) => `Удалён ${p.id}: ${p.who ?? 'команда'}, ${p.metric}, ${p.period}`,
  who: 'чей',
  team: 'команда',
  period: 'на',
  metric: 'что',
  amount: 'план',
  knownAt: 'известен с',
  metrics: {
    revenue: 'выручка',
    margin: 'маржа',
    won: 'выигранные сделки',
    calls: 'звонки',
    meetings: 'встречи',
    emails: 'письма',
    tasks: 'задачи в срок',
  },
}

const uk: PlansWords = {
  import: 'завантажити плани: по рядку на план або таблицею: місяці, менеджери чи показники колонками',
  set: 'задати план: voronka plan set revenue 120000 --manager Анна --period 2026-10',
  list: 'плани, які є зараз; з --all — усі їхні версії',
  rm: 'вилучити план, записаний помилково',
  forManager: 'план цього менеджера; без --manager і --department — план команди',
  forDepartment: 'план цього відділу',
  forPeriod: 'на які дні (за замовчуванням — цей місяць)',
  currency: 'валюта суми (за замовчуванням — валюта бази)',
  all: 'і попередні версії',
  onlyManager: 'лише плани цього менеджера',
  onlyPeriod: 'лише плани на дні цього періоду',
  unknownMetric: (p) =>
    p.text === ''
      ? `Не сказано, що заплановано. Скажіть для всіх рядків: --set metric=revenue (${p.known})`
      : `«${p.text}» запланувати не можна. Можна: ${p.known}`,
  negative: 'План не буває меншим за нуль. Виправте',
  noAmount: 'У рядку немає суми. Впишіть її або приберіть рядок із файлу',
  conflict: (p) => `У рядку ${p.line} той самий план має інше значення: залиште один із двох`,
  notWhole: 'Це кількість, вона буває лише цілою. Виправте',
  noPeriod: 'Не сказано, на які дні план. Впишіть період (2026-10, 4 кв 2026) або перший і останній день',
  noAmountColumn:
    'Жодна колонка не каже, скільки заплановано. Назвіть її: --map amount=КОЛОНКА або назвіть колонки місяцями: 2026-01',
  noPeriodColumn:
    'Жодна колонка не каже, на який період план. Назвіть її: --map period=КОЛОНКА — або скажіть про всі рядки: --set period=2026-10',
  badAmount: (p) => `«${p.text}» — не сума: пишіть 120000, а для кількості — ціле число`,
  notBoth: 'План буває або менеджера, або відділу',
  planOfWhat: (p) => `Не сказано, чого план: «${p.text}». Якщо виручки: ${p.command}. Можна: ${p.known}`,
  countOfMoney: (p) =>
    `Це кількість (${p.metric}), валюти в неї немає: приберіть валюту або плануйте виручку чи маржу`,
  emptyDepartment: (p) =>
    `У відділі ${p.name} поки немає менеджерів: voronka manager edit ІМ’Я --department ${p.typed}`,
  endless: 'План ставлять на дні з початком і кінцем: 2026-10, 4 кв 2026, 2026-10-01..2026-10-15',
  totals: (p) => `Підсумкові рядки, пропущені: ${p.count}`,
  unknownColumn: (p) =>
    `Невідома колонка. Місяць пишіть із роком: 2026-01; менеджера спершу додайте: voronka manager add "${p.header}". Інакше: --map ПОЛЕ="${p.header}" або --ignore "${p.header}"`,
  totalColumns: (p) => `Підсумкові колонки, пропущено: ${p.headers}`,
  none: () => 'Планів немає: voronka plan set revenue 120000 --manager ІМ’Я --period 2026-10',
  isSet: (p) => `${p.id}: ${p.who ?? 'команда'}, ${p.metric}, ${p.period}: ${p.amount}`,
  removed: (p) => `Вилучено ${p.id}: ${p.who ?? 'команда'}, ${p.metric}, ${p.period}`,
  who: 'чий',
  team: 'команда',
  period: 'на',
  metric: 'що',
  amount: 'план',
  knownAt: 'відомий з',
  metrics: {
    revenue: 'виручка',
    margin: 'маржа',
    won: 'виграні угоди',
    calls: 'дзвінки',
    meetings: 'зустрічі',
    emails: 'листи',
    tasks: 'завдання вчасно',
  },
}

export const plansWords: Translated<PlansWords> = { en, ru, uk }
