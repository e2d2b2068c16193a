import { plural, type Translated } from './translated.ts'

interface Counts {
  deals: number
  activities: number
  tasks: number
}
interface Listed {
  records: readonly string[]
  more: number
}

const listed = ({ records, more }: Listed, rest: string) =>
  records.join(', ') + (more > 0 ? ` ${rest} ${more}` : '')

const en = {
  command: 'forget a person for good: nothing of them stays in the file, the numbers do',
  everywhere: 'also take their name, phones and e-mails out of the texts of others',
  mark: '(erased)',
  erased: 'erased: only the numbers are left',
  ask: (p: { id: string; name: string }) =>
    `Forget ${p.id} ${p.name} for good? This cannot be undone; the numbers of reports stay`,
  needsYes: (p: { id: string; name: string }) =>
    `Erasing ${p.id} ${p.name} cannot be undone. To do it without being asked, add --yes; to see what it would do, --dry-run`,
  done: (p: Counts & { id: string }) =>
    `${p.id} is forgotten for good (deals: ${p.deals}, activities: ${p.activities}, tasks: ${p.tasks} keep their numbers)`,
  planned: (p: Counts & { id: string; name: string }) =>
    `${p.id} ${p.name} would be forgotten for good (deals: ${p.deals}, activities: ${p.activities}, tasks: ${p.tasks} would keep their numbers)`,
  already: (p: { id: string }) => `${p.id} is erased already`,
  namesakes: (p: { people: readonly string[] }) =>
    `The same name: ${p.people.join(', ')}. Those records are left as they are`,
  elsewhere: (p: Listed) =>
    `Still named in texts of others: ${listed(p, 'and more:')}. To take them out there too: --everywhere`,
  elsewhereToo: (p: Listed) => `Also taken out of texts of others: ${listed(p, 'and more:')}`,
  copies: (p: { paths: readonly string[] }) =>
    `Copies of the workspace that still hold the person; delete them yourself:\n${p.paths.map((path) => `  ${path}`).join('\n')}`,
  remnants: (p: { id: string }) =>
    `Bytes of the erased ${p.id} may still be in the file: another program had it open, or the erasing was cut short. Close what has it open and run: voronka contact erase ${p.id}`,
  forGood: 'This cannot be undone, nor can earlier changes of these records',
  again: 'Importing a file that still names them would bring them back',
  notUndoable: (p: { operation: number; before: number }) =>
    `Operation ${p.operation} erased a person, which cannot be undone. An earlier one: voronka undo ${p.before}`,
  undoErased: (p: { operation: number; erased: number }) =>
    `Operation ${p.operation} cannot be undone any more: a person whom it touched was erased (operation ${p.erased})`,
}

export type ErasingWords = typeof en

const ru: ErasingWords = {
  command: 'забыть человека навсегда: в файле от него ничего не останется, числа останутся',
  everywhere: 'убрать имя, телефоны и почту и из чужих текстов',
  mark: '(удалено)',
  erased: 'данные удалены, остались только числа',
  ask: (p) => `Забыть ${p.id} ${p.name} навсегда? Отменить это нельзя; числа в отчётах останутся`,
  needsYes: (p) =>
    `Удаление данных ${p.id} ${p.name} нельзя отменить. Чтобы выполнить без вопроса, добавьте --yes; посмотреть, что будет, — --dry-run`,
  done: (p) => `${p.id}: данные удалены навсегда (${sums(p)} — числа сохранены)`,
  planned: (p) => `${p.id} ${p.name}: данные были бы удалены навсегда (${sums(p)} — числа сохранились бы)`,
  already: (p) => `${p.id}: данные уже удалены`,
  namesakes: (p) => `Так же зовут: ${p.people.join(', ')}. Эти записи не тронуты`,
  elsewhere: (p) => `Ещё упоминается в чужих текстах: ${listed(p, 'и ещё')}. Убрать и оттуда: --everywhere`,
  elsewhereToo: (p) => `Убрано и из чужих текстов: ${listed(p, 'и ещё')}`,
  copies: (p) =>
    `Копии базы, в которых человек ещё есть; удалите их сами:\n${p.paths.map((path) => `  ${path}`).join('\n')}`,
  remnants: (p) =>
    `В файле могли остаться следы удалённых данных ${p.id}: он был открыт другой программой, или удаление прервали. Закройте её и выполните: voronka contact erase ${p.id}`,
  forGood: 'Отменить это нельзя, как и прежние изменения этих записей',
  again: 'Если импортировать файл, где этот человек ещё есть, он вернётся',
  notUndoable: (p) =>
    `Операция ${p.operation} удалила данные человека, её нельзя отменить. Более раннюю: voronka undo ${p.before}`,
  undoErased: (p) =>
    `Операцию ${p.operation} больше нельзя отменить: данные человека, которого она касалась, удалены (операция ${p.erased})`,
}

function sums({ deals, activities, tasks }: Counts): string {
  return [
    `${deals} ${plural(deals, 'сделка', 'сделки', 'сделок')}`,
    `${activities} ${plural(activities, 'запись о разговоре', 'записи о разговорах', 'записей о разговорах')}`,
    `${tasks} ${plural(tasks, 'задача', 'задачи', 'задач')}`,
  ].join(', ')
}

const uk: ErasingWords = {
  command: 'забути людину назавжди: у файлі від неї нічого не залишиться, числа залишаться',
  everywhere: 'прибрати ім’я, телефони й пошту і з чужих текстів',
  mark: '(вилучено)',
  erased: 'дані вилучено, залишилися тільки числа',
  ask: (p) => `Забути ${p.id} ${p.name} назавжди? Скасувати це не можна; числа у звітах залишаться`,
  needsYes: (p) =>
    `Вилучення даних ${p.id} ${p.name} не можна скасувати. Щоб виконати без запитання, додайте --yes; побачити, що буде, — --dry-run`,
  done: (p) => `${p.id}: дані вилучено назавжди (${sumsUk(p)} — числа збережено)`,
  planned: (p) => `${p.id} ${p.name}: дані було б вилучено назавжди (${sumsUk(p)} — числа збереглися б)`,
  already: (p) => `${p.id}: дані вже вилучено`,
  namesakes: (p) => `Так само звуть: ${p.people.join(', ')}. Ці записи не змінено`,
  elsewhere: (p) => `Ще згадується в чужих текстах: ${listed(p, 'і ще')}. Прибрати й звідти: --everywhere`,
  elsewhereToo: (p) => `Прибрано й з чужих текстів: ${listed(p, 'і ще')}`,
  copies: (p) =>
    `Копії бази, у яких людина ще є; видаліть їх самі:\n${p.paths.map((path) => `  ${path}`).join('\n')}`,
  remnants: (p) =>
    `У файлі могли залишитися сліди вилучених даних ${p.id}: він був відкритий іншою програмою, або вилучення перервали. Закрийте її та виконайте: voronka contact erase ${p.id}`,
  forGood: 'Скасувати це не можна, як і попередні зміни цих записів',
  again: 'Якщо завантажити файл, де ця людина ще є, вона повернеться',
  notUndoable: (p) =>
    `Операція ${p.operation} вилучила дані людини, її не можна скасувати. Більш ранню: voronka undo ${p.before}`,
  undoErased: (p) =>
    `Операцію ${p.operation} більше не можна скасувати: дані людини, якої вона стосувалася, вилучено (операція ${p.erased})`,
}

function sumsUk({ deals, activities, tasks }: Counts): string {
  return [
    `${deals} ${plural(deals, 'угода', 'угоди', 'угод')}`,
    `${activities} ${plural(activities, 'запис про розмову', 'записи про розмови', 'записів про розмови')}`,
    `${tasks} ${plural(tasks, 'завдання', 'завдання', 'завдань')}`,
  ].join(', ')
}

export const erasingWords: Translated<ErasingWords> = { en, ru, uk }
