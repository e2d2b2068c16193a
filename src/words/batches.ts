import { plural, type Translated } from './translated.ts'

type State = 'inForce' | 'undone' | 'kept'
type Why = 'edited' | 'importedAgain' | 'touched' | 'retold' | 'renamed'
type Part = 'tasks' | 'activities' | 'contacts' | 'companies' | 'managers'
type By = { operation: number }

/** What the three parts of an import are that is taken back. */
interface Buckets {
  reversed: string
  kept: string
  cannot: string
}

const en = {
  list: 'imports: when, of which file, how many rows, and whether they are in force',
  what: 'what',
  file: 'file',
  system: 'system',
  state: '',
  none: 'Nothing has been imported yet: voronka import deals FILE',
  counts: {
    rows: 'rows',
    created: 'created',
    updated: 'updated',
    unchanged: 'unchanged',
    rejected: 'errors',
  },
  entities: {
    deals: 'deals',
    history: 'history',
    contacts: 'contacts',
    companies: 'companies',
    activities: 'activities',
    tasks: 'tasks',
    plans: 'plans',
    holidays: 'holidays',
  },
  states: {
    inForce: (_: By) => '',
    undone: (p: By) => `undone: ${p.operation}`,
    kept: (p: By) => `partly undone: ${p.operation}`,
  } satisfies Record<State, (p: By) => string>,
  keepEdited: 'of an import, undo what nobody has worked on since, and keep the rest',
  keptFile: 'write the deals that were kept to this CSV file, with the reason',
  keptNeedsFlag: '--kept goes with --keep-edited: voronka undo OPERATION --keep-edited --kept FILE',
  /** Beside a count of deals. */
  removed: (n: number) => `deals removed ${n}`,
  restored: (n: number) => `deals as they were before ${n}`,
  parts: {
    tasks: (n: number) => `tasks ${n}`,
    activities: (n: number) => `activities ${n}`,
    contacts: (n: number) => `contacts ${n}`,
    companies: (n: number) => `companies ${n}`,
    managers: (n: number) => `managers ${n}`,
  } satisfies Record<Part, (n: number) => string>,
  deals: (n: number) => `deals ${n}`,
  nothing: 'nothing',
  why: {
    edited: 'edited here since',
    importedAgain: 'changed by a later import',
    touched: 'a call, note or task is about it',
    retold: 'the import replaced what was presumed of it',
    renamed: 'the import changed its external id',
  } satisfies Record<Why, string>,
  reason: 'reason',
  needed: 'named by what stays',
  buckets: (p: Buckets) =>
    `  undone: ${p.reversed}\n  kept, for they were worked on since: ${p.kept}\n  kept, for they cannot be undone apart: ${p.cannot}`,
  blocked: (p: By & { buckets: string }) =>
    `Work was done on what operation ${p.operation} imported. Without it, this could be undone now:\n${p.buckets}\nTo do that: voronka undo ${p.operation} --keep-edited --kept kept.csv`,
  ask: (p: By & { buckets: string }) =>
    `Work was done on what operation ${p.operation} imported. What would become of it:\n${p.buckets}\nUndo what nobody has worked on?`,
  done: (p: By & { buckets: string }) => `Of operation ${p.operation}:\n${p.buckets}`,
  keptWritten: (p: { path: string }) => `The deals that were kept: ${p.path}`,
}

export type BatchesWords = typeof en

const deals = (n: number) => plural(n, 'сделка', 'сделки', 'сделок')
const dealsUk = (n: number) => plural(n, 'угода', 'угоди', 'угод')

const ru: BatchesWords = {
  list: 'импорты: когда, из какого файла, сколько строк и действуют ли они',
  what: 'что',
  file: 'файл',
  system: 'система',
  state: '',
  none: 'Ничего ещё не импортировано: voronka import deals ФАЙЛ',
  counts: {
    rows: 'строк',
    created: 'создано',
    updated: 'изменено',
    unchanged: 'без изменений',
    rejected: 'ошибок',
  },
  entities: {
    deals: 'сделки',
    history: 'история',
    contacts: 'контакты',
    companies: 'компании',
    activities: 'действия',
    tasks: 'задачи',
    plans: 'планы',
    holidays: 'праздники',
  },
  states: {
    inForce: () => '',
    undone: (p) => `отменён: ${p.operation}`,
    kept: (p) => `частично отменён: ${p.operation}`,
  },
  keepEdited: 'отменить из импорта то, над чем с тех пор не работали, а остальное оставить',
  keptFile: 'записать оставленные сделки в этот файл CSV, с причиной',
  keptNeedsFlag: '--kept пишется вместе с --keep-edited: voronka undo ОПЕРАЦИЯ --keep-edited --kept ФАЙЛ',
  removed: (n) => `${n} ${deals(n)} убрано`,
  restored: (n) => `${n} ${deals(n)} как до импорта`,
  parts: {
    tasks: (n) => `задач ${n}`,
    activities: (n) => `действий ${n}`,
    contacts: (n) => `контактов ${n}`,
    companies: (n) => `компаний ${n}`,
    managers: (n) => `менеджеров ${n}`,
  },
  deals: (n) => `${n} ${deals(n)}`,
  nothing: 'ничего',
  why: {
    edited: 'изменено здесь после импорта',
    importedAgain: 'изменено более поздним импортом',
    touched: 'есть звонок, заметка или задача',
    retold: 'импорт заменил то, что предполагалось',
    renamed: 'импорт сменил внешний id',
  },
  reason: 'причина',
  needed: 'названы в том, что остаётся',
  buckets: (p) =>
    `  отменяется: ${p.reversed}\n  остаётся, потому что с этим работали: ${p.kept}\n  остаётся, потому что отдельно не отменить: ${p.cannot}`,
  blocked: (p) =>
    `С тем, что импортировала операция ${p.operation}, уже работали. Сейчас можно отменить остальное:\n${p.buckets}\nСделать это: voronka undo ${p.operation} --keep-edited --kept kept.csv`,
  ask: (p) =>
    `С тем, что импортировала операция ${p.operation}, уже работали. Что будет:\n${p.buckets}\nОтменить то, над чем не работали?`,
  done: (p) => `Из операции ${p.operation}:\n${p.buckets}`,
  keptWritten: (p) => `Оставленные сделки: ${p.path}`,
}

const uk: BatchesWords = {
  list: 'імпорти: коли, з якого файлу, скільки рядків і чи вони чинні',
  what: 'що',
  file: 'файл',
  system: 'система',
  state: '',
  none: 'Нічого ще не імпортовано: voronka import deals ФАЙЛ',
  counts: {
    rows: 'рядків',
    created: 'створено',
    updated: 'змінено',
    unchanged: 'без змін',
    rejected: 'помилок',
  },
  entities: {
    deals: 'угоди',
    history: 'історія',
    contacts: 'контакти',
    companies: 'компанії',
    activities: 'дії',
    tasks: 'завдання',
    plans: 'плани',
    holidays: 'свята',
  },
  states: {
    inForce: () => '',
    undone: (p) => `скасовано: ${p.operation}`,
    kept: (p) => `скасовано частково: ${p.operation}`,
  },
  keepEdited: 'скасувати з імпорту те, з чим відтоді не працювали, а решту залишити',
  keptFile: 'записати залишені угоди в цей файл CSV, з причиною',
  keptNeedsFlag: '--kept пишеться разом із --keep-edited: voronka undo ОПЕРАЦІЯ --keep-edited --kept ФАЙЛ',
  removed: (n) => `${n} ${dealsUk(n)} прибрано`,
  restored: (n) => `${n} ${dealsUk(n)} як до імпорту`,
  parts: {
    tasks: (n) => `завдань ${n}`,
    activities: (n) => `дій ${n}`,
    contacts: (n) => `контактів ${n}`,
    companies: (n) => `компаній ${n}`,
    managers: (n) => `менеджерів ${n}`,
  },
  deals: (n) => `${n} ${dealsUk(n)}`,
  nothing: 'нічого',
  why: {
    edited: 'змінено тут після імпорту',
    importedAgain: 'змінено пізнішим імпортом',
    touched: 'є дзвінок, нотатка чи завдання',
    retold: 'імпорт замінив те, що припускалося',
    renamed: 'імпорт змінив зовнішній id',
  },
  reason: 'причина',
  needed: 'названі в тому, що лишається',
  buckets: (p) =>
    `  скасовується: ${p.reversed}\n  лишається, бо з цим працювали: ${p.kept}\n  лишається, бо окремо не скасувати: ${p.cannot}`,
  blocked: (p) =>
    `З тим, що імпортувала операція ${p.operation}, уже працювали. Зараз можна скасувати решту:\n${p.buckets}\nЗробити це: voronka undo ${p.operation} --keep-edited --kept kept.csv`,
  ask: (p) =>
    `З тим, що імпортувала операція ${p.operation}, уже працювали. Що буде:\n${p.buckets}\nСкасувати те, з чим не працювали?`,
  done: (p) => `З операції ${p.operation}:\n${p.buckets}`,
  keptWritten: (p) => `Залишені угоди: ${p.path}`,
}

export const batchesWords: Translated<BatchesWords> = { en, ru, uk }
