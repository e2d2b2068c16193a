import { plural, type Translated } from './translated.ts'

interface Referred {
  people: number
  deals: number
  amount: string
}

const en = {
  option: 'how far they have come: lead, mql or sql; they are a customer from their first won deal',
  at: 'since when (--lifecycle)',
  only: 'only those who are: lead, mql, sql or customer',
  referredBy: 'who sent them to us',
  title: 'lifecycle',
  names: { lead: 'lead', mql: 'MQL', sql: 'SQL', customer: 'customer' } as Readonly<Record<string, string>>,
  since: (p: { name: string; day: string }) => `${p.name} since ${p.day}`,
  badStage: (p: { text: string }) => `--lifecycle takes lead, mql or sql, not "${p.text}"`,
  badFilter: (p: { text: string }) => `--lifecycle takes lead, mql, sql or customer, not "${p.text}"`,
  noCustomer: 'Nobody is made a customer by hand: they are one from their first won deal',
  atAlone: '--at goes with --lifecycle',
  now: (p: { id: string; name: string; stage: string }) => `${p.id} ${p.name}: ${p.stage}`,
  customerStays: (p: { id: string; name: string; stage: string }) =>
    `${p.id} ${p.name} stays a customer, having a won deal; that they were ${p.stage} is written down`,
  unknownStage: 'No stage of the lifecycle (lead, mql, sql), not taken',
  noReferrer: 'There is not one contact of this name; who sent them was not taken',
  referredTitle: 'referred by',
  referredThem: 'sent to us',
  referralsTitle: 'sent to us',
  referrals: (p: Referred) =>
    `${p.people} ${p.people === 1 ? 'person' : 'people'}, deals won: ${p.deals}, ${p.amount}`,
  itself: (p: { name: string }) => `${p.name} cannot be referred by themselves`,
  waitsTitle: 'waits for',
  want: 'goods that clients wait for',
  wantAdd: 'write down that a client waits for goods',
  wantList: 'who waits for what',
  wantArrived: 'goods have arrived: who waits for them, and a task about each of them',
  wantRm: 'they do not wait for it any more',
  manager: 'who is to tell them (else the contact’s manager)',
  makeTasks: 'make a task for each who waits, once',
  due: 'when the tasks are due (default: today)',
  product: 'goods',
  waitsSince: 'since',
  state: 'state',
  states: { waiting: 'waits', arrived: 'arrived', told: 'task' } as Readonly<Record<string, string>>,
  all: 'those who have a task about it too',
  added: (p: { id: string; name: string; product: string }) => `${p.id}: ${p.name} waits for ${p.product}`,
  there: (p: { id: string; name: string; product: string }) =>
    `${p.id}: ${p.name} waits for ${p.product} already`,
  removed: (p: { id: string; name: string; product: string }) =>
    `${p.id}: ${p.name} does not wait for ${p.product} any more`,
  noWant: (p: { text: string }) => `There is no ${p.text} among those that wait. See: voronka want list`,
  nobody: () => 'Nobody waits for anything: voronka want add WHO PRODUCT',
  nobodyFor: (p: { product: string }) => `Nobody waits for "${p.product}"`,
  arrived: (p: { product: string; n: number; command: string }) =>
    `${p.product} has arrived. Who waits for it: ${p.n}. A task about each: ${p.command}`,
  askTasks: (p: { names: readonly string[]; n: number }) =>
    `Waiting: ${p.names.join(', ')}${p.n > p.names.length ? ` and ${p.n - p.names.length} more` : ''}. Make tasks to call them?`,
  tasked: (p: { product: string; n: number }) => `${p.product} has arrived. Tasks made: ${p.n}`,
  task: (p: { product: string }) => `${p.product} has arrived, tell them`,
}

export type LifecycleWords = typeof en

const ru: LifecycleWords = {
  option: 'как далеко зашёл: lead, mql или sql; клиентом становится с первой выигранной сделки',
  at: 'с какого времени (--lifecycle)',
  only: 'только те, кто сейчас lead, mql, sql или customer',
  referredBy: 'кто порекомендовал',
  title: 'путь',
  names: { lead: 'лид', mql: 'MQL', sql: 'SQL', customer: 'клиент' },
  since: (p) => `${p.name} с ${p.day}`,
  badStage: (p) => `--lifecycle принимает lead, mql или sql, а не «${p.text}»`,
  badFilter: (p) => `--lifecycle принимает lead, mql, sql или customer, а не «${p.text}»`,
  noCustomer: 'Клиентом вручную не делают: им становятся с первой выигранной сделки',
  atAlone: '--at нужен вместе с --lifecycle',
  now: (p) => `${p.id} ${p.name}: ${p.stage}`,
  customerStays: (p) =>
    `${p.id} ${p.name}: остаётся клиентом, ведь есть выигранная сделка; что был ${p.stage}, записано`,
  unknownStage: 'Это не lead, mql и не sql; не взято',
  noReferrer: 'Нет контакта с таким именем, или их несколько; от кого пришёл, не взято',
  referredTitle: 'от кого',
  referredThem: 'по рекомендации пришли',
  referralsTitle: 'рекомендации',
  referrals: (p) =>
    `${p.people} ${plural(p.people, 'человек', 'человека', 'человек')}, выиграно сделок: ${p.deals}, ${p.amount}`,
  itself: (p) => `${p.name}: нельзя порекомендовать самого себя`,
  waitsTitle: 'ждёт',
  want: 'товары, которых ждут клиенты',
  wantAdd: 'записать, что клиент ждёт товар',
  wantList: 'кто чего ждёт',
  wantArrived: 'товар появился: кто его ждёт, и задача по каждому',
  wantRm: 'больше не ждёт',
  manager: 'кому сообщить клиенту (иначе менеджеру контакта)',
  makeTasks: 'поставить задачу по каждому, кто ждёт, один раз',
  due: 'срок задач (по умолчанию сегодня)',
  product: 'товар',
  waitsSince: 'с',
  state: 'состояние',
  states: { waiting: 'ждёт', arrived: 'уже есть', told: 'задача' },
  all: 'и те, по кому уже есть задача',
  added: (p) => `${p.id}: ${p.name} ждёт: ${p.product}`,
  there: (p) => `${p.id}: ${p.name} уже ждёт: ${p.product}`,
  removed: (p) => `${p.id}: ${p.name} больше не ждёт: ${p.product}`,
  noWant: (p) => `Среди ожидающих нет ${p.text}. Смотрите: voronka want list`,
  nobody: () => 'Никто ничего не ждёт: voronka want add КТО ТОВАР',
  nobodyFor: (p) => `«${p.product}» никто не ждёт`,
  arrived: (p) => `${p.product}: уже есть. Ждут: ${p.n}. Поставить задачи: ${p.command}`,
  askTasks: (p) =>
    `${p.n === 1 ? 'Ждёт' : 'Ждут'}: ${p.names.join(', ')}${p.n > p.names.length ? ` и ещё ${p.n - p.names.length}` : ''}. Завести задачи, чтобы позвонить?`,
  tasked: (p) => `${p.product}: уже есть. Поставлено задач: ${p.n}`,
  task: (p) => `Появился товар «${p.product}», сообщить`,
}

const uk: LifecycleWords = {
  option: 'як далеко зайшов: lead, mql або sql; клієнтом стає з першої виграної угоди',
  at: 'з якого часу (--lifecycle)',
  only: 'тільки ті, хто зараз lead, mql, sql або customer',
  referredBy: 'хто порекомендував',
  title: 'шлях',
  names: { lead: 'лід', mql: 'MQL', sql: 'SQL', customer: 'клієнт' },
  since: (p) => `${p.name} з ${p.day}`,
  badStage: (p) => `--lifecycle приймає lead, mql або sql, а не «${p.text}»`,
  badFilter: (p) => `--lifecycle приймає lead, mql, sql або customer, а не «${p.text}»`,
  noCustomer: 'Клієнтом уручну не роблять: ним стають з першої виграної угоди',
  atAlone: '--at потрібен разом із --lifecycle',
  now: (p) => `${p.id} ${p.name}: ${p.stage}`,
  customerStays: (p) =>
    `${p.id} ${p.name}: лишається клієнтом, адже є виграна угода; що був ${p.stage}, записано`,
  unknownStage: 'Це не lead, mql і не sql; не взято',
  noReferrer: 'Немає контакту з таким ім’ям, або їх кілька; від кого прийшов, не взято',
  referredTitle: 'від кого',
  referredThem: 'за рекомендацією прийшли',
  referralsTitle: 'рекомендації',
  referrals: (p) =>
    `${p.people} ${plural(p.people, 'людина', 'людини', 'людей')}, виграно угод: ${p.deals}, ${p.amount}`,
  itself: (p) => `${p.name}: не можна порекомендувати самого себе`,
  waitsTitle: 'чекає',
  want: 'товари, на які чекають клієнти',
  wantAdd: 'записати, що клієнт чекає на товар',
  wantList: 'хто на що чекає',
  wantArrived: 'товар з’явився: хто на нього чекає, і завдання щодо кожного',
  wantRm: 'більше не чекає',
  manager: 'кому повідомити клієнта (інакше менеджеру контакту)',
  makeTasks: 'поставити завдання щодо кожного, хто чекає, один раз',
  due: 'термін завдань (типово сьогодні)',
  product: 'товар',
  waitsSince: 'з',
  state: 'стан',
  states: { waiting: 'чекає', arrived: 'уже є', told: 'завдання' },
  all: 'і ті, щодо кого вже є завдання',
  added: (p) => `${p.id}: ${p.name} чекає: ${p.product}`,
  there: (p) => `${p.id}: ${p.name} уже чекає: ${p.product}`,
  removed: (p) => `${p.id}: ${p.name} більше не чекає: ${p.product}`,
  noWant: (p) => `Серед тих, хто чекає, немає ${p.text}. Дивіться: voronka want list`,
  nobody: () => 'Ніхто ні на що не чекає: voronka want add ХТО ТОВАР',
  nobodyFor: (p) => `На «${p.product}» ніхто не чекає`,
  arrived: (p) => `${p.product}: уже є. Чекають: ${p.n}. Поставити завдання: ${p.command}`,
  askTasks: (p) =>
    `${p.n === 1 ? 'Чекає' : 'Чекають'}: ${p.names.join(', ')}${p.n > p.names.length ? ` і ще ${p.n - p.names.length}` : ''}. Створити завдання, щоб зателефонувати?`,
  tasked: (p) => `${p.product}: уже є. Поставлено завдань: ${p.n}`,
  task: (p) => `З’явився товар «${p.product}», повідомити`,
}

export const lifecycleWords: Translated<LifecycleWords> = { en, ru, uk }
