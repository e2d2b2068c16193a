import type { Translated } from './translated.ts'

/** The commands of imports and their options, as help says them. */
const en = {
  deals: 'import deals from a CSV file or a workbook, or - for standard input',
  history: 'import the moves of deals, one row each, from a CSV file, a workbook or - for standard input',
  pipelineOption: 'pipeline of the deals (default: the default pipeline)',
  mapOption: 'what a column is: --map amount="Deal size"; may be repeated',
  setOption: 'the same value in every row: --set source=Fair',
  stageOption:
    'what a stage text means: --stage "Done=won"; "=New" is for blank ones, "Test=skip" leaves rows out',
  managerOption: 'who a name in the file is: --manager "Olga=Olga White"; may be repeated',
  enteredOption: 'a column that says when a stage was entered: --entered "Proposal=Offer sent"',
  createStagesOption: 'make these stages where they are missing, in this order: "A,B,C"',
  customOption: 'keep a column as a field of your own: --custom Region or --custom Rgn=Region',
  ignoreOption: 'leave a column out; may be repeated',
  profileOption: 'use the options kept under this name',
  saveProfileOption: 'keep these options under this name',
  keyOption: 'columns that identify a row where there is no id: --key HEADER[,HEADER]',
  systemOption: 'the system the file comes from; with the id it identifies a deal',
  onExistingOption: 'deals that are there already: update (default), skip or fail',
  duplicatesOption: 'the same person under another id: keep (default), skip, update or fill',
  encodingOption: 'encoding of the file, where the guess is wrong',
  delimiterOption: 'what separates the columns, where the guess is wrong',
  dateOrderOption: 'order of dates that leave it open: dmy, mdy or ymd',
  decimalOption: 'decimal sign of amounts that leave it open: , or .',
  undatedOption: 'new deals without any date: skip them, or a date they are created at (default: now)',
  rejectsOption: 'write the good rows, and the bad ones to this file',
  explainOption: 'show what every column is taken for, and import nothing',
}

export type ImportOptionsWords = typeof en

const ru: ImportOptionsWords = {
  deals: 'загрузить сделки из файла CSV, книги Excel или со стандартного ввода (-)',
  history:
    'загрузить переходы сделок, по строке на каждый, из файла CSV, книги Excel или со стандартного ввода (-)',
  pipelineOption: 'воронка сделок (по умолчанию — основная)',
  mapOption: 'что это за колонка: --map amount="Бюджет"; можно несколько раз',
  setOption: 'одно значение для всех строк: --set source=Выставка',
  stageOption:
    'что значит текст этапа: --stage "Готово=won"; "=Заявка" — для пустых, "Тест=skip" — не брать строки',
  managerOption: 'кто это в файле: --manager "Ольга=Ольга Белова"; можно несколько раз',
  enteredOption: 'колонка с датой входа в этап: --entered "Договор=Дата договора"',
  createStagesOption: 'создать недостающие этапы в этом порядке: "А,Б,В"',
  customOption: 'сохранить колонку своим полем: --custom Регион или --custom Рег=Регион',
  ignoreOption: 'не брать колонку; можно несколько раз',
  profileOption: 'взять параметры, сохранённые под этим именем',
  saveProfileOption: 'сохранить параметры под этим именем',
  keyOption: 'по каким колонкам узнавать строку, если нет id: --key КОЛОНКА[,КОЛОНКА]',
  systemOption: 'система, из которой файл; вместе с id определяет сделку',
  onExistingOption: 'сделки, которые уже есть: update (по умолчанию), skip или fail',
  duplicatesOption: 'тот же человек под другим id: keep (по умолчанию), skip, update или fill',
  encodingOption: 'кодировка файла, если угадана неверно',
  delimiterOption: 'разделитель колонок, если угадан неверно',
  dateOrderOption: 'порядок неясных дат: dmy, mdy или ymd',
  decimalOption: 'десятичный знак неясных сумм: , или .',
  undatedOption:
    'новые сделки совсем без дат: skip — пропустить, или дата их создания (по умолчанию — сейчас)',
  rejectsOption: 'записать хорошие строки, а плохие — в этот файл',
  explainOption: 'показать, за что принята каждая колонка, и ничего не загружать',
}

const uk: ImportOptionsWords = {
  deals: 'завантажити угоди з файлу CSV, книги Excel або зі стандартного вводу (-)',
  history:
    'завантажити переходи угод, по рядку на кожен, з файлу CSV, книги Excel або зі стандартного вводу (-)',
  pipelineOption: 'воронка угод (типово — основна)',
  mapOption: 'що це за колонка: --map amount="Бюджет"; можна кілька разів',
  setOption: 'одне значення для всіх рядків: --set source=Виставка',
  stageOption:
    'що означає текст етапу: --stage "Готово=won"; "=Заявка" — для порожніх, "Тест=skip" — не брати рядки',
  managerOption: 'хто це у файлі: --manager "Ольга=Ольга Біла"; можна кілька разів',
  enteredOption: 'колонка з датою входу в етап: --entered "Договір=Дата договору"',
  createStagesOption: 'створити етапи, яких бракує, у цьому порядку: "А,Б,В"',
  customOption: 'зберегти колонку своїм полем: --custom Регіон або --custom Рег=Регіон',
  ignoreOption: 'не брати колонку; можна кілька разів',
  profileOption: 'взяти параметри, збережені під цим ім’ям',
  saveProfileOption: 'зберегти параметри під цим ім’ям',
  keyOption: 'за якими колонками впізнавати рядок, якщо немає id: --key КОЛОНКА[,КОЛОНКА]',
  systemOption: 'система, з якої файл; разом з id визначає угоду',
  onExistingOption: 'угоди, які вже є: update (типово), skip або fail',
  duplicatesOption: 'та сама людина під іншим id: keep (типово), skip, update або fill',
  encodingOption: 'кодування файлу, якщо вгадано неправильно',
  delimiterOption: 'роздільник колонок, якщо вгадано неправильно',
  dateOrderOption: 'порядок неясних дат: dmy, mdy або ymd',
  decimalOption: 'десятковий знак неясних сум: , або .',
  undatedOption: 'нові угоди зовсім без дат: skip — пропустити, або дата їх створення (типово — зараз)',
  rejectsOption: 'записати добрі рядки, а погані — у цей файл',
  explainOption: 'показати, за що взято кожну колонку, і нічого не завантажувати',
}

export const importOptionsWords: Translated<ImportOptionsWords> = { en, ru, uk }
