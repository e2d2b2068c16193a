import { plural, type Translated } from './translated.ts'

interface Back {
  tasks: number
  customers: number
  deals: number
  amount: string
  period: string
}

const en = {
  command:
    'customers who have not bought for longer than they used to, what is at stake, and what was won back',
  makeTasks: 'make a task for each of them who has none yet; each once, until they buy and sleep again',
  managers: 'share the tasks among these, separated by commas; else each goes to the customer’s own manager',
  due: 'when the tasks are due (default: the last working day of this week)',
  needsMake: '--managers and --due go with --make-tasks',
  by: 'manager: how many customers stopped buying, what is at stake and what was won back, by whose they are',
  makeAlone: '--make-tasks makes them now, of those who sleep today: leave out --compare',
  onlyByManager: (p: { text: string }) => `reactivation --by takes manager, not "${p.text}"`,
  title: 'Customers who stopped buying',
  customers: (n: number) => `customers: ${n}`,
  nobody: 'Nobody: every customer bought as lately as they usually do, or a deal with them is open.',
  who: 'who',
  wins: 'bought',
  last: 'last',
  usually: 'usual gap',
  since: 'days since',
  stake: 'at stake',
  taskTitle: 'task',
  more: (n: number) => `and ${n} more: `,
  atStake: (p: { amount: string }) => `At stake, one usual purchase of each: ${p.amount}.`,
  toDo: (p: { n: number }) => `Without a task: ${p.n}. To make them: `,
  wonBack: (p: Back) =>
    `Tasks made in ${p.period}: ${p.tasks}. ${p.customers === 0 ? 'Nobody has come back yet.' : `Won back: ${p.customers} ${p.customers === 1 ? 'customer' : 'customers'}, ${p.deals} ${p.deals === 1 ? 'deal' : 'deals'}, ${p.amount}.`}`,
  sleeping: 'customers',
  withoutTask: 'without a task',
  tasksMade: 'tasks made',
  cameBack: 'came back',
  cameFor: 'bought for',
  madeIn: (p: { period: string }) => `Tasks made and customers won back: ${p.period}.`,
  task: (p: { wins: number; last: string }) =>
    `Win back: bought ${p.wins} ${p.wins === 1 ? 'time' : 'times'}, last on ${p.last}`,
  made: (p: { n: number; due: string }) => `Tasks made: ${p.n}, due ${p.due}`,
  noneToMake: 'No task was made: everybody who sleeps has one already',
  nobodyToMake: 'No task was made: there is nobody to win back',
}

export type ReactivationWords = typeof en

const ru: ReactivationWords = {
  command: 'клиенты, которые давно не покупают: что на кону и сколько удалось вернуть',
  makeTasks: 'поставить задачу по каждому, у кого её ещё нет; один раз, пока не купит и не замолчит снова',
  managers: 'раздать задачи этим менеджерам, через запятую; иначе — менеджеру клиента',
  due: 'срок задач (по умолчанию последний рабочий день недели)',
  needsMake: '--managers и --due нужны вместе с --make-tasks',
  by: 'manager: сколько клиентов перестали покупать, что на кону и кто вернулся — по менеджерам',
  makeAlone: '--make-tasks ставит задачи тем, кто молчит сегодня: уберите --compare',
  onlyByManager: (p) => `reactivation --by принимает manager, а не «${p.text}»`,
  title: 'Давно не покупают',
  customers: (n) => `клиентов: ${n}`,
  nobody: 'Таких нет: все покупают в своём обычном ритме, или с ними уже идёт сделка.',
  who: 'кто',
  wins: 'покупок',
  last: 'последняя',
  usually: 'обычно дн',
  since: 'прошло дн',
  stake: 'на кону',
  taskTitle: 'задача',
  more: (n) => `и ещё ${n}: `,
  atStake: (p) => `На кону, по одной обычной покупке каждого: ${p.amount}.`,
  toDo: (p) => `Без задачи: ${p.n}. Поставить: `,
  wonBack: (p) =>
    `Поставлено задач, ${p.period}: ${p.tasks}. ${p.customers === 0 ? 'Пока никто не вернулся.' : `Вернулись: ${p.customers} ${plural(p.customers, 'клиент', 'клиента', 'клиентов')}, ${p.deals} ${plural(p.deals, 'сделка', 'сделки', 'сделок')} на ${p.amount}.`}`,
  sleeping: 'клиентов',
  withoutTask: 'без задачи',
  tasksMade: 'поставлено задач',
  cameBack: 'вернулись',
  cameFor: 'купили на',
  madeIn: (p) => `Поставленные задачи и кто вернулся: ${p.period}.`,
  task: (p) =>
    `Вернуть клиента: ${p.wins} ${plural(p.wins, 'покупка', 'покупки', 'покупок')}, последняя ${p.last}`,
  made: (p) => `Поставлено задач: ${p.n}, срок ${p.due}`,
  noneToMake: 'Новых задач нет: у всех, кто давно не покупает, задача уже есть',
  nobodyToMake: 'Новых задач нет: возвращать некого',
}

const uk: ReactivationWords = {
  command: 'клієнти, які давно не купують: що на кону і скільки вдалося повернути',
  makeTasks:
    'поставити завдання щодо кожного, у кого його ще немає; один раз, доки не купить і не замовкне знову',
  managers: 'роздати завдання цим менеджерам, через кому; інакше — менеджеру клієнта',
  due: 'термін завдань (типово останній робочий день тижня)',
  needsMake: '--managers і --due потрібні разом із --make-tasks',
  by: 'manager: скільки клієнтів перестали купувати, що на кону і хто повернувся — за менеджерами',
  makeAlone: '--make-tasks ставить завдання щодо тих, хто мовчить сьогодні: приберіть --compare',
  onlyByManager: (p) => `reactivation --by приймає manager, а не «${p.text}»`,
  title: 'Давно не купують',
  customers: (n) => `клієнтів: ${n}`,
  nobody: 'Таких немає: усі купують у своєму звичному ритмі, або з ними вже йде угода.',
  who: 'хто',
  wins: 'покупок',
  last: 'остання',
  usually: 'зазвичай дн',
  since: 'минуло дн',
  stake: 'на кону',
  taskTitle: 'завдання',
  more: (n) => `і ще ${n}: `,
  atStake: (p) => `На кону, по одній звичайній покупці кожного: ${p.amount}.`,
  toDo: (p) => `Без завдання: ${p.n}. Поставити: `,
  wonBack: (p) =>
    `Поставлено завдань, ${p.period}: ${p.tasks}. ${p.customers === 0 ? 'Поки ніхто не повернувся.' : `Повернулися: ${p.customers} ${plural(p.customers, 'клієнт', 'клієнти', 'клієнтів')}, ${p.deals} ${plural(p.deals, 'угода', 'угоди', 'угод')} на ${p.amount}.`}`,
  sleeping: 'клієнтів',
  withoutTask: 'без завдання',
  tasksMade: 'поставлено завдань',
  cameBack: 'повернулися',
  cameFor: 'купили на',
  madeIn: (p) => `Поставлені завдання і хто повернувся: ${p.period}.`,
  task: (p) =>
    `Повернути клієнта: ${p.wins} ${plural(p.wins, 'покупка', 'покупки', 'покупок')}, остання ${p.last}`,
  made: (p) => `Поставлено завдань: ${p.n}, термін ${p.due}`,
  noneToMake: 'Нових завдань немає: у всіх, хто давно не купує, завдання вже є',
  nobodyToMake: 'Нових завдань немає: повертати нікого',
}

export const reactivationWords: Translated<ReactivationWords> = { en, ru, uk }
