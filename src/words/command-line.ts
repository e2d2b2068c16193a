import type { Translated } from './translated.ts'

/** Why a command line is refused, and what to type in its place. */
const en = {
  noLanguage: (p: { text: string; known: string }) => `No language "${p.text}". There are: ${p.known}`,
  noFormat: (p: { text: string; known: string }) => `No format "${p.text}" here. There are: ${p.known}`,
  noColor: (p: { text: string }) => `--color takes auto, always or never, not "${p.text}"`,
  unknownCommand: (p: { text: string; near: string | null }) =>
    `There is no command "${p.text}".${p.near === null ? '' : ` Did you mean ${p.near}?`} All commands: voronka help`,
  payment: (p: { text: string; part: string; whole: string }) =>
    `There is no command "${p.text}": part payments are not kept, only noted: ${p.part}. When all is paid: ${p.whole}`,
  spans: { day: 'today', week: 'this-week', month: 'this-month', quarter: 'this-quarter' },
  whichReport: (p: { text: string; reports: readonly string[]; example: string }) =>
    `There is no command "${p.text}": each report has its own. They are: ${p.reports.join(', ')}. Like this: voronka ${p.example}`,
  unknownVerb: (p: { text: string; near: string | null; first: string; verbs: readonly string[] }) =>
    `There is no command "${p.text}".${p.near === null ? '' : ` Did you mean ${p.near}?`} After "${p.first}" comes: ${p.verbs.join(', ')}. All commands: voronka help`,
  unknownOption: (p: { text: string; command: string; near: string | null }) =>
    `${p.command} has no option ${p.text}.${p.near === null ? '' : ` Did you mean ${p.near}?`} Its options: ${p.command} --help`,
  noHelp: (p: { text: string; near: string | null; topics: string }) =>
    `There is no help on "${p.text}".${p.near === null ? '' : ` Did you mean ${p.near}?`} Topics: ${p.topics}. All commands: voronka help`,
  missingArgument: (p: { name: string; command: string }) =>
    `${p.command} needs ${p.name}. See: ${p.command} --help`,
  missingOption: (p: { flags: string; command: string }) =>
    `${p.command} needs ${p.flags}. See: ${p.command} --help`,
  missingValue: (p: { flags: string; means: string | null }) =>
    `${p.flags} needs a value${p.means === null ? '' : ` (${p.means})`}`,
  excessArguments: (p: { command: string }) =>
    `${p.command}: more words than it takes (put a name of several words in quotes). See: ${p.command} --help`,
}

export type CommandLineWords = typeof en

const ru: CommandLineWords = {
  noLanguage: (p) => `Нет языка «${p.text}». Есть: ${p.known}`,
  noFormat: (p) => `Формата «${p.text}» здесь нет. Есть: ${p.known}`,
  noColor: (p) => `--color принимает auto, always или never, а не «${p.text}»`,
  unknownCommand: (p) =>
    `Нет команды «${p.text}».${p.near === null ? '' : ` Может быть, ${p.near}?`} Все команды: voronka help`,
  payment: (p) =>
    `Нет команды «${p.text}»: частичные оплаты не учитываются, их можно записать заметкой: ${p.part}. Когда оплачено всё: ${p.whole}`,
  spans: { day: 'сегодня', week: 'эта-неделя', month: 'этот-месяц', quarter: 'этот-квартал' },
  whichReport: (p) =>
    `Нет команды «${p.text}»: у каждого отчёта своя. Есть: ${p.reports.join(', ')}. Например: voronka ${p.example}`,
  unknownVerb: (p) =>
    `Нет команды «${p.text}».${p.near === null ? '' : ` Может быть, ${p.near}?`} После «${p.first}» идёт: ${p.verbs.join(', ')}. Все команды: voronka help`,
  unknownOption: (p) =>
    `У ${p.command} нет параметра ${p.text}.${p.near === null ? '' : ` Может быть, ${p.near}?`} Какие есть: ${p.command} --help`,
  noHelp: (p) =>
    `Нет справки «${p.text}».${p.near === null ? '' : ` Может быть, ${p.near}?`} Темы: ${p.topics}. Все команды: voronka help`,
  missingArgument: (p) => `${p.command}: не хватает ${p.name}. Смотрите: ${p.command} --help`,
  missingOption: (p) => `${p.command}: не хватает ${p.flags}. Смотрите: ${p.command} --help`,
  missingValue: (p) => `${p.flags} требует значения${p.means === null ? '' : ` (${p.means})`}`,
  excessArguments: (p) =>
    `${p.command}: слов больше, чем нужно (имя из нескольких слов берите в кавычки). Смотрите: ${p.command} --help`,
}

const uk: CommandLineWords = {
  noLanguage: (p) => `Немає мови «${p.text}». Є: ${p.known}`,
  noFormat: (p) => `Формату «${p.text}» тут немає. Є: ${p.known}`,
  noColor: (p) => `--color приймає auto, always або never, а не «${p.text}»`,
  unknownCommand: (p) =>
    `Немає команди «${p.text}».${p.near === null ? '' : ` Може, ${p.near}?`} Усі команди: voronka help`,
  payment: (p) =>
    `Немає команди «${p.text}»: часткові оплати не обліковуються, їх можна записати нотаткою: ${p.part}. Коли оплачено все: ${p.whole}`,
  spans: { day: 'сьогодні', week: 'цей-тиждень', month: 'цей-місяць', quarter: 'цей-квартал' },
  whichReport: (p) =>
    `Немає команди «${p.text}»: кожен звіт має свою. Є: ${p.reports.join(', ')}. Наприклад: voronka ${p.example}`,
  unknownVerb: (p) =>
    `Немає команди «${p.text}».${p.near === null ? '' : ` Може, ${p.near}?`} Після «${p.first}» іде: ${p.verbs.join(', ')}. Усі команди: voronka help`,
  unknownOption: (p) =>
    `У ${p.command} немає параметра ${p.text}.${p.near === null ? '' : ` Може, ${p.near}?`} Які є: ${p.command} --help`,
  noHelp: (p) =>
    `Немає довідки «${p.text}».${p.near === null ? '' : ` Може, ${p.near}?`} Теми: ${p.topics}. Усі команди: voronka help`,
  missingArgument: (p) => `${p.command}: бракує ${p.name}. Дивіться: ${p.command} --help`,
  missingOption: (p) => `${p.command}: бракує ${p.flags}. Дивіться: ${p.command} --help`,
  missingValue: (p) => `${p.flags} потребує значення${p.means === null ? '' : ` (${p.means})`}`,
  excessArguments: (p) =>
    `${p.command}: слів більше, ніж треба (ім’я з кількох слів беріть у лапки). Дивіться: ${p.command} --help`,
}

export const commandLineWords: Translated<CommandLineWords> = { en, ru, uk }
