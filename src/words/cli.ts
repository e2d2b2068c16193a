import type { Translated } from './translated.ts'

const en = {
  tagline: 'A command-line CRM in one SQLite file: CSV in and out, funnels whose numbers can be trusted',
  usage: 'Usage:',
  arguments: 'Arguments:',
  options: 'Options:',
  commands: 'Commands:',
  examples: 'Examples:',
  commandWord: 'command',
  optionsWord: 'options',
  helpOption: 'show help',
  helpCommand: 'help on a command or a topic',
  versionOption: 'show the version',
  db: 'workspace file (VORONKA_DB)',
  format: 'table, json, csv, tsv or md',
  output: 'write the answer to a file, whole or not at all; %Y-%m-%d in the name is the date',
  lang: 'en, ru or uk (VORONKA_LANG)',
  now: 'the clock for everything: a date or a moment (VORONKA_NOW)',
  color: 'auto, always or never',
  quiet: 'say nothing but the answer',
  yes: 'answer yes to every question',
  noInput: 'ask nothing',
  dryRun: 'show what would change, change nothing',
  cancelled: 'Cancelled, nothing was changed',
  noLanguage: (p: { text: string; known: string }) => `No language "${p.text}". There are: ${p.known}`,
  noFormat: (p: { text: string; known: string }) => `No format "${p.text}" here. There are: ${p.known}`,
  noColor: (p: { text: string }) => `--color takes auto, always or never, not "${p.text}"`,
  unknownCommand: (p: { text: string; near: string | null }) =>
    `There is no command "${p.text}".${p.near === null ? '' : ` Did you mean ${p.near}?`} All commands: voronka help`,
  unknownOption: (p: { text: string; command: string; near: string | null }) =>
    `${p.command} has no option ${p.text}.${p.near === null ? '' : ` Did you mean ${p.near}?`} Its options: ${p.command} --help`,
  noHelp: (p: { text: string; near: string | null; topics: string }) =>
    `There is no help on "${p.text}".${p.near === null ? '' : ` Did you mean ${p.near}?`} Topics: ${p.topics}. All commands: voronka help`,
  missingArgument: (p: { name: string; command: string }) =>
    `${p.command} needs ${p.name}. See: ${p.command} --help`,
  missingOption: (p: { flags: string; command: string }) =>
    `${p.command} needs ${p.flags}. See: ${p.command} --help`,
  missingValue: (p: { flags: string }) => `${p.flags} needs a value`,
  excessArguments: (p: { command: string }) =>
    `${p.command}: more words than it takes (put a name of several words in quotes). See: ${p.command} --help`,
  fault: (p: { what: string }) =>
    `A fault of the program: ${p.what}. Please report it with the command you typed (details: VORONKA_DEBUG=1)`,
  dryRunDone: 'A trial run: nothing was changed',
  cannotWrite: (p: { path: string; why: string }) =>
    `${p.path} could not be written (${p.why}). Nothing was left there`,
  wouldOverwrite: (p: { flag: string; path: string }) =>
    `${p.flag} would overwrite ${p.path}, which this command reads. Name another file`,
  whyNotWritten: {
    ENOENT: 'there is no such folder',
    EACCES: 'no permission',
    EPERM: 'no permission',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    EFBIG: 'the file would be too big',
    EISDIR: 'it is a folder',
  },
}

export type CliWords = typeof en

const ru: CliWords = {
  tagline:
    'CRM в командной строке и одном файле SQLite: CSV туда и обратно, воронки, цифрам которых можно верить',
  usage: 'Вызов:',
  arguments: 'Аргументы:',
  options: 'Параметры:',
  commands: 'Команды:',
  examples: 'Примеры:',
  commandWord: 'команда',
  optionsWord: 'параметры',
  helpOption: 'показать справку',
  helpCommand: 'справка по команде или теме',
  versionOption: 'показать версию',
  db: 'файл базы (VORONKA_DB)',
  format: 'table, json, csv, tsv или md',
  output: 'записать ответ в файл, целиком или никак; %Y-%m-%d в имени — дата',
  lang: 'en, ru или uk (VORONKA_LANG)',
  now: 'часы для всего: дата или момент (VORONKA_NOW)',
  color: 'auto, always или never',
  quiet: 'ничего, кроме ответа',
  yes: 'на все вопросы «да»',
  noInput: 'ничего не спрашивать',
  dryRun: 'показать, что изменится, и ничего не менять',
  cancelled: 'Отменено, ничего не изменено',
  noLanguage: (p) => `Нет языка «${p.text}». Есть: ${p.known}`,
  noFormat: (p) => `Формата «${p.text}» здесь нет. Есть: ${p.known}`,
  noColor: (p) => `--color принимает auto, always или never, а не «${p.text}»`,
  unknownCommand: (p) =>
    `Нет команды «${p.text}».${p.near === null ? '' : ` Может быть, ${p.near}?`} Все команды: voronka help`,
  unknownOption: (p) =>
    `У ${p.command} нет параметра ${p.text}.${p.near === null ? '' : ` Может быть, ${p.near}?`} Какие есть: ${p.command} --help`,
  noHelp: (p) =>
    `Нет справки «${p.text}».${p.near === null ? '' : ` Может быть, ${p.near}?`} Темы: ${p.topics}. Все команды: voronka help`,
  missingArgument: (p) => `${p.command}: не хватает ${p.name}. Смотрите: ${p.command} --help`,
  missingOption: (p) => `${p.command}: не хватает ${p.flags}. Смотрите: ${p.command} --help`,
  missingValue: (p) => `${p.flags} требует значения`,
  excessArguments: (p) =>
    `${p.command}: слов больше, чем нужно (имя из нескольких слов берите в кавычки). Смотрите: ${p.command} --help`,
  fault: (p) =>
    `Ошибка программы: ${p.what}. Сообщите о ней вместе с командой, которую набрали (подробности: VORONKA_DEBUG=1)`,
  dryRunDone: 'Пробный запуск: ничего не изменено',
  cannotWrite: (p) => `${p.path} не удалось записать (${p.why}). Там ничего не осталось`,
  wouldOverwrite: (p) => `${p.flag} затрёт ${p.path}, откуда читает эта команда. Укажите другой файл`,
  whyNotWritten: {
    ENOENT: 'нет такой папки',
    EACCES: 'нет прав',
    EPERM: 'нет прав',
    EROFS: 'диск только для чтения',
    ENOSPC: 'диск полон',
    EFBIG: 'файл был бы слишком велик',
    EISDIR: 'это папка',
  },
}

const uk: CliWords = {
  tagline:
    'CRM у командному рядку та одному файлі SQLite: CSV туди й назад, воронки, цифрам яких можна вірити',
  usage: 'Виклик:',
  arguments: 'Аргументи:',
  options: 'Параметри:',
  commands: 'Команди:',
  examples: 'Приклади:',
  commandWord: 'команда',
  optionsWord: 'параметри',
  helpOption: 'показати довідку',
  helpCommand: 'довідка про команду або тему',
  versionOption: 'показати версію',
  db: 'файл бази (VORONKA_DB)',
  format: 'table, json, csv, tsv або md',
  output: 'записати відповідь у файл, цілком або ніяк; %Y-%m-%d у назві — дата',
  lang: 'en, ru або uk (VORONKA_LANG)',
  now: 'годинник для всього: дата або момент (VORONKA_NOW)',
  color: 'auto, always або never',
  quiet: 'нічого, крім відповіді',
  yes: 'на всі запитання «так»',
  noInput: 'нічого не питати',
  dryRun: 'показати, що зміниться, і нічого не міняти',
  cancelled: 'Скасовано, нічого не змінено',
  noLanguage: (p) => `Немає мови «${p.text}». Є: ${p.known}`,
  noFormat: (p) => `Формату «${p.text}» тут немає. Є: ${p.known}`,
  noColor: (p) => `--color приймає auto, always або never, а не «${p.text}»`,
  unknownCommand: (p) =>
    `Немає команди «${p.text}».${p.near === null ? '' : ` Може, ${p.near}?`} Усі команди: voronka help`,
  unknownOption: (p) =>
    `У ${p.command} немає параметра ${p.text}.${p.near === null ? '' : ` Може, ${p.near}?`} Які є: ${p.command} --help`,
  noHelp: (p) =>
    `Немає довідки «${p.text}».${p.near === null ? '' : ` Може, ${p.near}?`} Теми: ${p.topics}. Усі команди: voronka help`,
  missingArgument: (p) => `${p.command}: бракує ${p.name}. Дивіться: ${p.command} --help`,
  missingOption: (p) => `${p.command}: бракує ${p.flags}. Дивіться: ${p.command} --help`,
  missingValue: (p) => `${p.flags} потребує значення`,
  excessArguments: (p) =>
    `${p.command}: слів більше, ніж треба (ім'я з кількох слів беріть у лапки). Дивіться: ${p.command} --help`,
  fault: (p) =>
    `Помилка програми: ${p.what}. Повідомте про неї разом із командою, яку набрали (подробиці: VORONKA_DEBUG=1)`,
  dryRunDone: 'Пробний запуск: нічого не змінено',
  cannotWrite: (p) => `${p.path} не вдалося записати (${p.why}). Там нічого не лишилося`,
  wouldOverwrite: (p) => `${p.flag} затре ${p.path}, звідки читає ця команда. Вкажіть інший файл`,
  whyNotWritten: {
    ENOENT: 'немає такої теки',
    EACCES: 'немає прав',
    EPERM: 'немає прав',
    EROFS: 'диск лише для читання',
    ENOSPC: 'диск повний',
    EFBIG: 'файл був би завеликий',
    EISDIR: 'це тека',
  },
}

export const cliWords: Translated<CliWords> = { en, ru, uk }
