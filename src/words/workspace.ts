import type { Translated } from './translated.ts'

const en = {
  init: 'make a workspace',
  initPipeline: 'name of the pipeline (default: Sales)',
  initCurrency: 'base currency (default: USD)',
  initTimezone: 'IANA time zone (default: this machine’s)',
  initWeekStart: 'first day of the week',
  initDone: (p: { path: string; pipeline: string; stages: string; currency: string; timezone: string }) =>
    `Made ${p.path}: pipeline "${p.pipeline}" (${p.stages}), ${p.currency}, ${p.timezone}`,
  initWhichStages: 'Which stages does a sale go through?',
  initOwnStages: 'my own…',
  initNameStages: 'Your stages in order, comma-separated:',
  initWhichCurrency: 'Base currency:',
  noWeekday: (p: { text: string }) => `"${p.text}" is no day of the week: write monday or sunday`,
  pipelineName: 'Sales',
  won: 'Won',
  lost: 'Lost',
  noCurrency: (p: { text: string }) =>
    `No currency "${p.text}". Give its three-letter code, e.g. --currency EUR`,
  undo: 'take the last operation back, or the one named',
  undone: (p: { operation: number; command: string }) =>
    `Undone: operation ${p.operation} (voronka ${p.command})`,
  badOperation: (p: { text: string }) => `"${p.text}" is no operation number. See the list: voronka journal`,
}

export type WorkspaceWords = typeof en

const ru: WorkspaceWords = {
  init: 'создать базу',
  initPipeline: 'название воронки (по умолчанию: Продажи)',
  initCurrency: 'основная валюта (по умолчанию: USD)',
  initTimezone: 'часовой пояс IANA (по умолчанию: этой машины)',
  initWeekStart: 'первый день недели',
  initDone: (p) =>
    `Создана база ${p.path}: воронка «${p.pipeline}» (${p.stages}), ${p.currency}, ${p.timezone}`,
  initWhichStages: 'Через какие этапы идёт продажа?',
  initOwnStages: 'свои…',
  initNameStages: 'Ваши этапы по порядку, через запятую:',
  initWhichCurrency: 'Основная валюта:',
  noWeekday: (p) => `«${p.text}» — не день недели: пишите monday или воскресенье`,
  pipelineName: 'Продажи',
  won: 'Выиграно',
  lost: 'Отказ',
  noCurrency: (p) => `Нет валюты «${p.text}». Нужен код из трёх букв, например --currency EUR`,
  undo: 'отменить последнюю операцию или названную',
  undone: (p) => `Отменено: операция ${p.operation} (voronka ${p.command})`,
  badOperation: (p) => `«${p.text}» — не номер операции. Список: voronka journal`,
}

const uk: WorkspaceWords = {
  init: 'створити базу',
  initPipeline: 'назва воронки (типово: Продажі)',
  initCurrency: 'основна валюта (типово: USD)',
  initTimezone: 'часовий пояс IANA (типово: цієї машини)',
  initWeekStart: 'перший день тижня',
  initDone: (p) =>
    `Створено базу ${p.path}: воронка «${p.pipeline}» (${p.stages}), ${p.currency}, ${p.timezone}`,
  initWhichStages: 'Через які етапи йде продаж?',
  initOwnStages: 'свої…',
  initNameStages: 'Ваші етапи по порядку, через кому:',
  initWhichCurrency: 'Основна валюта:',
  noWeekday: (p) => `«${p.text}» — не день тижня: пишіть monday або неділя`,
  pipelineName: 'Продажі',
  won: 'Виграно',
  lost: 'Відмова',
  noCurrency: (p) => `Немає валюти «${p.text}». Потрібен код із трьох літер, наприклад --currency EUR`,
  undo: 'скасувати останню операцію або названу',
  undone: (p) => `Скасовано: операція ${p.operation} (voronka ${p.command})`,
  badOperation: (p) => `«${p.text}» — не номер операції. Перелік: voronka journal`,
}

export const workspaceWords: Translated<WorkspaceWords> = { en, ru, uk }
