import { plural, type Translated } from './translated.ts'

interface Ended {
  written: number
  failed: number
  /** What undo takes; null where nothing was changed. */
  operation: number | null
}

const en = {
  batch: 'run command lines from a file, or from standard input: all of them as one operation',
  keepGoing: 'leave out the lines that fail and write the others',
  line: (p: { line: number; problem: string }) => `Line ${p.line}: ${p.problem}`,
  nothingWritten: 'Nothing was written. To write the other lines all the same: --keep-going',
  done: (p: Ended) =>
    `Done ${p.written} ${p.written === 1 ? 'line' : 'lines'}${p.failed === 0 ? '' : `, failed ${p.failed}`}${p.operation === null ? '' : `. Take it all back: voronka undo ${p.operation}`}`,
  openQuote: 'A quote is never closed',
  notText: (p: { file: string }) => `${p.file} is no text in UTF-8. Save it as UTF-8`,
  folder: (p: { file: string }) => `${p.file} is a folder. Name a file of command lines in it`,
  tooLong: (p: { file: string; most: number }) => `${p.file} is longer than ${p.most} MB. Split it`,
  noHelp: 'This is no command that does something',
  globalOption: (p: { option: string }) =>
    `${p.option} is for the whole: give it to voronka batch or voronka dashboard, not to a line`,
}

export type BatchWords = typeof en

const ru: BatchWords = {
  batch: 'выполнить команды из файла или со стандартного ввода: все вместе, как одну операцию',
  keepGoing: 'пропустить строки с ошибками, остальные записать',
  line: (p) => `Строка ${p.line}: ${p.problem}`,
  nothingWritten: 'Ничего не записано. Записать остальные строки без неё: --keep-going',
  done: (p) =>
    `Выполнено: ${p.written} ${plural(p.written, 'строка', 'строки', 'строк')}${p.failed === 0 ? '' : `, с ошибкой ${p.failed}`}${p.operation === null ? '' : `. Отменить всё: voronka undo ${p.operation}`}`,
  openQuote: 'Кавычка не закрыта',
  notText: (p) => `${p.file} — не текст в UTF-8. Сохраните его в UTF-8`,
  folder: (p) => `${p.file} — папка. Укажите в ней файл со строками команд`,
  tooLong: (p) => `${p.file} длиннее ${p.most} МБ. Разделите его`,
  noHelp: 'Это не команда, которая что-то делает',
  globalOption: (p) =>
    `${p.option} — для всего сразу: укажите у voronka batch или voronka dashboard, а не в строке`,
}

const uk: BatchWords = {
  batch: 'виконати команди з файлу або зі стандартного вводу: усі разом, як одну операцію',
  keepGoing: 'пропустити рядки з помилками, решту записати',
  line: (p) => `Рядок ${p.line}: ${p.problem}`,
  nothingWritten: 'Нічого не записано. Записати решту рядків без нього: --keep-going',
  done: (p) =>
    `Виконано: ${p.written} ${plural(p.written, 'рядок', 'рядки', 'рядків')}${p.failed === 0 ? '' : `, з помилкою ${p.failed}`}${p.operation === null ? '' : `. Скасувати все: voronka undo ${p.operation}`}`,
  openQuote: 'Лапки не закрито',
  notText: (p) => `${p.file} — не текст в UTF-8. Збережіть його в UTF-8`,
  folder: (p) => `${p.file} — тека. Вкажіть у ній файл із рядками команд`,
  tooLong: (p) => `${p.file} довший за ${p.most} МБ. Поділіть його`,
  noHelp: 'Це не команда, яка щось робить',
  globalOption: (p) =>
    `${p.option} — для всього одразу: вкажіть біля voronka batch чи voronka dashboard, а не в рядку`,
}

export const batchWords: Translated<BatchWords> = { en, ru, uk }
