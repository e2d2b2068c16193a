import { plural, type Translated } from './translated.ts'

const en = {
  add: 'add a manager',
  list: 'managers with their open deals',
  show: 'one manager',
  edit: 'change a manager',
  rm: 'remove a manager who has nothing yet',
  merge: 'join two records of one person; the second lives on in the first',
  me: 'say which manager you are; without a name, show it',
  email: 'e-mail',
  alias: 'another name, as it stands in imported files; may be repeated',
  department: 'department',
  inactive: 'no longer works here: kept in reports, not offered',
  activeAgain: 'works here again',
  none: 'nobody: forget who I am',
  openDeals: 'open deals',
  added: (p: { id: string; name: string }) => `Added ${p.id} ${p.name}`,
  changed: (p: { id: string; name: string; changes: string }) => `Changed ${p.id} ${p.name}: ${p.changes}`,
  removed: (p: { id: string; name: string }) => `Removed ${p.id} ${p.name}`,
  merged: (p: { kept: string; gone: string; deals: number; operation: number }) =>
    `${p.gone} is ${p.kept} from now on, in every report${p.deals > 0 ? ` (open deals that move: ${p.deals})` : ''}. To take it back: voronka undo ${p.operation}`,
  mergedItself: (p: { name: string }) => `${p.name} is already one and the same record`,
  nameTaken: (p: { name: string; by: string }) =>
    `"${p.name}" is ${p.by} already. Change that one: voronka manager edit, or give another name`,
  hasRecords: (p: { name: string; deals: number }) =>
    `${p.name} stands in the history (deals: ${p.deals}) and stays there. No longer working: voronka manager edit "${p.name}" --inactive; the same person twice: voronka manager merge`,
  hasTouches: (p: { name: string; activities: number; tasks: number; plans: number }) =>
    `${p.name} has activities (${p.activities}), tasks (${p.tasks}) and plans (${p.plans}) and stays. No longer working: voronka manager edit "${p.name}" --inactive; the same person twice: voronka manager merge`,
  nobodysName: (p: { text: string }) =>
    `"${p.text}" is a word, not a name. Your own: voronka manager add NAME, then voronka me NAME`,
  meUnknown: (p: { text: string }) => `It is not said who "${p.text}" is: voronka me NAME`,
  called: (p: { text: string; name: string }) => `Manager "${p.text}" in the file is you, ${p.name}`,
  meIs: (p: { name: string }) => `You are ${p.name}`,
  take: 'take what has no manager: open deals and tasks, contacts, companies',
  ownerless: (p: { work: string; name: string }) =>
    `Without a manager: ${p.work}. To take them: voronka me ${p.name} --take`,
  taken: (p: { name: string; work: string }) => `What had no manager is ${p.name}’s now: ${p.work}`,
  meNobody: 'Nobody is named yet: voronka me NAME',
  meForgotten: 'Nobody is "me" now',
  empty: () => 'No managers yet: voronka manager add NAME',
}

export type ManagersWords = typeof en

const ru: ManagersWords = {
  add: 'добавить менеджера',
  list: 'менеджеры и их открытые сделки',
  show: 'один менеджер',
  edit: 'изменить менеджера',
  rm: 'удалить менеджера, у которого ещё ничего нет',
  merge: 'слить две записи одного человека; вторая живёт в первой',
  me: 'сказать, кто из менеджеров — вы; без имени — показать',
  email: 'почта',
  alias: 'другое имя, как в загружаемых файлах; можно несколько раз',
  department: 'отдел',
  inactive: 'больше не работает: в отчётах остаётся',
  activeAgain: 'снова работает',
  none: 'никто: забыть, кто я',
  openDeals: 'открытых сделок',
  added: (p) => `Добавлен ${p.id} ${p.name}`,
  changed: (p) => `Изменён ${p.id} ${p.name}: ${p.changes}`,
  removed: (p) => `Удалён ${p.id} ${p.name}`,
  merged: (p) =>
    `Теперь ${p.gone} — это ${p.kept}, во всех отчётах${p.deals > 0 ? ` (перешло открытых сделок: ${p.deals})` : ''}. Вернуть: voronka undo ${p.operation}`,
  mergedItself: (p) => `${p.name} — уже одна и та же запись`,
  nameTaken: (p) => `«${p.name}» — это уже ${p.by}. Измените его: voronka manager edit, или дайте другое имя`,
  hasRecords: (p) =>
    `${p.name} есть в истории (${p.deals} ${plural(p.deals, 'сделка', 'сделки', 'сделок')}) и останется там. Больше не работает: voronka manager edit "${p.name}" --inactive; один человек дважды: voronka manager merge`,
  hasTouches: (p) =>
    `На ${p.name} записаны действия (${p.activities}), задачи (${p.tasks}) и планы (${p.plans}), менеджер остаётся. Больше не работает: voronka manager edit "${p.name}" --inactive; один человек дважды: voronka manager merge`,
  nobodysName: (p) => `«${p.text}» — слово, а не имя. Ваше: voronka manager add ИМЯ, затем voronka me ИМЯ`,
  meUnknown: (p) => `Не сказано, кто это «${p.text}»: voronka me ИМЯ`,
  called: (p) => `Менеджер «${p.text}» в файле — это вы, ${p.name}`,
  meIs: (p) => `Вы — ${p.name}`,
  take: 'взять себе всё, что без менеджера: открытые сделки и задачи, контакты, компании',
  ownerless: (p) => `Без менеджера: ${p.work}. Взять себе: voronka me ${p.name} --take`,
  taken: (p) => `Было без менеджера: ${p.work}. Теперь менеджер — ${p.name}`,
  meNobody: 'Пока не сказано, кто вы: voronka me ИМЯ',
  meForgotten: 'Теперь «я» — никто',
  empty: () => 'Менеджеров пока нет: voronka manager add ИМЯ',
}

const uk: ManagersWords = {
  add: 'додати менеджера',
  list: 'менеджери та їхні відкриті угоди',
  show: 'один менеджер',
  edit: 'змінити менеджера',
  rm: 'вилучити менеджера, у якого ще нічого немає',
  merge: 'злити два записи однієї людини; другий живе в першому',
  me: 'сказати, хто з менеджерів — ви; без імені — показати',
  email: 'пошта',
  alias: 'інше ім’я, як у завантажуваних файлах; можна кілька разів',
  department: 'відділ',
  inactive: 'більше не працює: у звітах лишається',
  activeAgain: 'знову працює',
  none: 'ніхто: забути, хто я',
  openDeals: 'відкритих угод',
  added: (p) => `Додано ${p.id} ${p.name}`,
  changed: (p) => `Змінено ${p.id} ${p.name}: ${p.changes}`,
  removed: (p) => `Вилучено ${p.id} ${p.name}`,
  merged: (p) =>
    `Тепер ${p.gone} — це ${p.kept}, у всіх звітах${p.deals > 0 ? ` (перейшло відкритих угод: ${p.deals})` : ''}. Повернути: voronka undo ${p.operation}`,
  mergedItself: (p) => `${p.name} — уже один і той самий запис`,
  nameTaken: (p) => `«${p.name}» — це вже ${p.by}. Змініть його: voronka manager edit, або дайте інше ім’я`,
  hasRecords: (p) =>
    `${p.name} є в історії (${p.deals} ${plural(p.deals, 'угода', 'угоди', 'угод')}) і лишиться там. Більше не працює: voronka manager edit "${p.name}" --inactive; одна людина двічі: voronka manager merge`,
  hasTouches: (p) =>
    `На ${p.name} записані дії (${p.activities}), завдання (${p.tasks}) і плани (${p.plans}), менеджер лишається. Більше не працює: voronka manager edit "${p.name}" --inactive; одна людина двічі: voronka manager merge`,
  nobodysName: (p) => `«${p.text}» — слово, а не ім’я. Ваше: voronka manager add ІМ’Я, потім voronka me ІМ’Я`,
  meUnknown: (p) => `Не сказано, хто це «${p.text}»: voronka me ІМ’Я`,
  called: (p) => `Менеджер «${p.text}» у файлі — це ви, ${p.name}`,
  meIs: (p) => `Ви — ${p.name}`,
  take: 'узяти собі все, що без менеджера: відкриті угоди й завдання, контакти, компанії',
  ownerless: (p) => `Без менеджера: ${p.work}. Узяти собі: voronka me ${p.name} --take`,
  taken: (p) => `Було без менеджера: ${p.work}. Тепер менеджер — ${p.name}`,
  meNobody: 'Поки не сказано, хто ви: voronka me ІМ’Я',
  meForgotten: 'Тепер «я» — ніхто',
  empty: () => 'Менеджерів поки немає: voronka manager add ІМ’Я',
}

export const managersWords: Translated<ManagersWords> = { en, ru, uk }
