import type { Translated } from './translated.ts'

const en = {
  import: 'import tasks from a CSV file, a workbook or - for standard input',
  list: 'tasks, those due first above',
  show: 'one task',
  rm: 'remove a task',
  state: 'only these: open or done',
  period: 'only those due in this period',
  noTextColumn: 'No column says what is to be done. Name it: --map text=HEADER',
  noText: 'The row does not say what is to be done. Fill it in, or take the row out of the file',
  noCount: (p: { text: string }) => `"${p.text}" is no count`,
  unknownState: (p: { text: string }) =>
    `"${p.text}" is neither open nor done. Correct it, or --ignore the column`,
  badState: (p: { text: string; known: string }) => `--state takes one of ${p.known}, not "${p.text}"`,
  unknownPriority: (p: { text: string; known: string }) =>
    `"${p.text}" is no priority (${p.known}). Correct it, or --ignore the column`,
  none: () => 'No tasks: voronka import tasks FILE',
  noneFit: () => 'No tasks like that',
  removed: (p: { id: string; text: string }) => `Removed ${p.id} ${p.text}`,
  text: 'task',
  due: 'due',
  priority: 'priority',
  stateTitle: 'state',
  doneAt: 'done',
  result: 'result',
  recurrence: 'repeats',
  postponed: 'times postponed',
  states: { open: 'open', done: 'done' } as Readonly<Record<string, string>>,
  priorities: { high: 'high', normal: '', low: 'low' } as Readonly<Record<string, string>>,
}

export type TasksWords = typeof en

const ru: TasksWords = {
  import: 'загрузить задачи из файла CSV, книги Excel или со стандартного ввода (-)',
  list: 'задачи, сверху те, чей срок раньше',
  show: 'одна задача',
  rm: 'удалить задачу',
  state: 'только такие: open (открытые) или done (выполненные)',
  period: 'только со сроком в этом периоде',
  noTextColumn: 'Ни одна колонка не говорит, что сделать. Назовите её: --map text=КОЛОНКА',
  noText: 'В строке не сказано, что сделать. Впишите или уберите строку из файла',
  noCount: (p) => `«${p.text}» — не число`,
  unknownState: (p) =>
    `«${p.text}» — неясно, выполнена ли задача. Исправьте или пропустите колонку: --ignore`,
  badState: (p) => `--state принимает одно из ${p.known}, а не «${p.text}»`,
  unknownPriority: (p) =>
    `«${p.text}» — неизвестный приоритет (${p.known}). Исправьте или пропустите колонку: --ignore`,
  none: () => 'Задач нет: voronka import tasks ФАЙЛ',
  noneFit: () => 'Таких задач нет',
  removed: (p) => `Удалена ${p.id} ${p.text}`,
  text: 'задача',
  due: 'срок',
  priority: 'приоритет',
  stateTitle: 'состояние',
  doneAt: 'выполнена',
  result: 'результат',
  recurrence: 'повтор',
  postponed: 'переносов',
  states: { open: 'открыта', done: 'выполнена' },
  priorities: { high: 'высокий', normal: '', low: 'низкий' },
}

const uk: TasksWords = {
  import: 'завантажити завдання з файлу CSV, книги Excel або зі стандартного вводу (-)',
  list: 'завдання, зверху ті, чий термін раніше',
  show: 'одне завдання',
  rm: 'вилучити завдання',
  state: 'лише такі: open (відкриті) або done (виконані)',
  period: 'лише з терміном у цьому періоді',
  noTextColumn: 'Жодна колонка не каже, що зробити. Назвіть її: --map text=КОЛОНКА',
  noText: 'У рядку не сказано, що зробити. Впишіть або приберіть рядок із файлу',
  noCount: (p) => `«${p.text}» — не число`,
  unknownState: (p) =>
    `«${p.text}» — неясно, чи виконано завдання. Виправте або пропустіть колонку: --ignore`,
  badState: (p) => `--state приймає одне з ${p.known}, а не «${p.text}»`,
  unknownPriority: (p) =>
    `«${p.text}» — невідомий пріоритет (${p.known}). Виправте або пропустіть колонку: --ignore`,
  none: () => 'Завдань немає: voronka import tasks ФАЙЛ',
  noneFit: () => 'Таких завдань немає',
  removed: (p) => `Вилучено ${p.id} ${p.text}`,
  text: 'завдання',
  due: 'термін',
  priority: 'пріоритет',
  stateTitle: 'стан',
  doneAt: 'виконано',
  result: 'результат',
  recurrence: 'повтор',
  postponed: 'перенесень',
  states: { open: 'відкрите', done: 'виконане' },
  priorities: { high: 'високий', normal: '', low: 'низький' },
}

export const tasksWords: Translated<TasksWords> = { en, ru, uk }
