import { plural, type Translated } from './translated.ts'

interface Work {
  deal: number
  contact: number
  company: number
  task: number
  activity: number
}

const en = {
  command: 'share the open work of a manager among others',
  list: 'handovers, and how much of each is still with whom it was given to',
  back: 'give back what is still with whom it was given to; new work stays',
  to: 'who gets it, separated by commas; may be repeated',
  until: 'the day on which it is to come back: a task reminds of it',
  noTo: (p: { from: string }) => `Say who gets the work: voronka handover ${p.from} --to NAME,NAME`,
  toItself: (p: { name: string }) => `${p.name} cannot hand work over to themselves`,
  twice: (p: { name: string }) => `${p.name} is named twice in --to`,
  inactive: (p: { name: string; id: string }) =>
    `${p.name} does not work here any more. Name another, or: voronka manager edit ${p.id} --active`,
  past: (p: { until: string }) => `--until ${p.until} is not after today`,
  nothing: (p: { name: string }) => `${p.name} has no open work to hand over`,
  done: (p: { name: string; work: string; counts: Work; id: string; until: string | null }) =>
    `${p.name}: handed over ${p.work}${p.until === null ? '' : ` until ${p.until}, of which a task reminds`}. Back again: voronka handover back ${p.id}`,
  got: (p: { name: string; work: string; amount: string | null }) =>
    `  ${p.name}: ${p.work}${p.amount === null ? '' : `, deals of ${p.amount}`}`,
  reminder: (p: { name: string; id: string }) => `${p.name} is back: voronka handover back ${p.id}`,
  cameBack: (p: { name: string; work: string; counts: Work }) => `${p.name} has back ${p.work}`,
  cameBackEmpty: (p: { name: string }) =>
    `${p.name}'s handover is over: of what was given nothing is left that could come back`,
  notHandedOver: (p: { name: string }) => `Nothing of ${p.name} is handed over. See: voronka handover list`,
  none: () => 'Nothing is handed over. To do it: voronka handover NAME --to NAME,NAME',
  names: (p: { name: string }) =>
    `${p.name} stands in a handover and stays. No longer working: voronka manager edit "${p.name}" --inactive`,
  leftBehind: (p: { id: string; name: string; deals: number; tasks: number }) =>
    `${p.name} leaves open deals (${p.deals}) and tasks (${p.tasks}). To share them: voronka handover ${p.id} --to NAME,NAME`,
  work: (p: Work) =>
    listed([
      [p.deal, p.deal === 1 ? 'deal' : 'deals'],
      [p.task, p.task === 1 ? 'task' : 'tasks'],
      [p.activity, p.activity === 1 ? 'meeting' : 'meetings'],
      [p.contact, p.contact === 1 ? 'contact' : 'contacts'],
      [p.company, p.company === 1 ? 'company' : 'companies'],
    ]) || 'nothing',
  /** The same as what somebody handed over. */
  given: (p: Work): string => en.work(p),
  ask: { from: 'Whose work is handed over?', to: 'To whom?' },
  from: 'from',
  toTitle: 'to',
  deals: 'deals',
  tasks: 'tasks',
  contacts: 'contacts',
  meetings: 'meetings',
  companies: 'companies',
  since: 'since',
  untilTitle: 'until',
  isBack: 'back',
}

export type HandoverWords = typeof en

function listed(counts: readonly (readonly [number, string])[]): string {
  return counts
    .filter(([n]) => n > 0)
    .map(([n, word]) => `${n} ${word}`)
    .join(', ')
}

/** `передана 1 сделка`, `переданы 2 сделки`, `передано 5 сделок`; before a list `передано:`. */
function gone(stem: string, { deal, task, activity, contact, company }: Work): string {
  const counts = [deal, task, activity, contact, company].filter((n) => n > 0)
  const [n = 0, second] = counts
  if (second !== undefined) return `${stem}о:`
  const isHe = contact > 0
  return `${stem}${plural(n, isHe ? '' : 'а', 'ы', 'о')}`
}

const ru: HandoverWords = {
  command: 'раздать открытую работу менеджера другим',
  list: 'кому что передано и сколько из этого ещё у них',
  back: 'вернуть то, что ещё у тех, кому отдали; новое остаётся у них',
  to: 'кому, через запятую; можно несколько раз',
  until: 'день, когда вернуть: о нём напомнит задача',
  noTo: (p) => `Скажите, кому передать: voronka handover ${p.from} --to ИМЯ,ИМЯ`,
  toItself: (p) => `${p.name}: нельзя передать работу самому себе`,
  twice: (p) => `${p.name} в --to дважды`,
  inactive: (p) =>
    `${p.name} больше не работает. Назовите другого или: voronka manager edit ${p.id} --active`,
  past: (p) => `--until ${p.until}: этот день уже наступил`,
  nothing: (p) => `${p.name}: открытой работы нет, передавать нечего`,
  done: (p) =>
    `${p.name}: ${gone('передан', p.counts)} ${p.work}${p.until === null ? '' : ` до ${p.until}, о возврате напомнит задача`}. Вернуть: voronka handover back ${p.id}`,
  got: (p) => `  ${p.name}: ${p.work}${p.amount === null ? '' : `, сделки на ${p.amount}`}`,
  reminder: (p) => `${p.name} снова на месте: voronka handover back ${p.id}`,
  cameBack: (p) => `${p.name}: ${gone('возвращен', p.counts)} ${p.work}`,
  cameBackEmpty: (p) => `${p.name}: передача закончена, возвращать уже нечего`,
  notHandedOver: (p) => `${p.name}: ничего не передано. Смотрите: voronka handover list`,
  none: () => 'Ничего не передано. Передать: voronka handover ИМЯ --to ИМЯ,ИМЯ',
  names: (p) =>
    `${p.name} значится в передаче работы и остаётся. Больше не работает: voronka manager edit "${p.name}" --inactive`,
  leftBehind: (p) =>
    `${p.name}: остались открытые сделки (${p.deals}) и задачи (${p.tasks}). Раздать: voronka handover ${p.id} --to ИМЯ,ИМЯ`,
  work: (p) =>
    listed([
      [p.deal, plural(p.deal, 'сделка', 'сделки', 'сделок')],
      [p.task, plural(p.task, 'задача', 'задачи', 'задач')],
      [p.activity, plural(p.activity, 'встреча', 'встречи', 'встреч')],
      [p.contact, plural(p.contact, 'контакт', 'контакта', 'контактов')],
      [p.company, plural(p.company, 'компания', 'компании', 'компаний')],
    ]) || 'ничего',
  given: (p) => ru.work(p),
  ask: { from: 'Чью работу передать?', to: 'Кому?' },
  from: 'чьё',
  toTitle: 'кому',
  deals: 'сделки',
  tasks: 'задачи',
  contacts: 'контакты',
  meetings: 'встречи',
  companies: 'компании',
  since: 'с',
  untilTitle: 'до',
  isBack: 'возвращено',
}

const uk: HandoverWords = {
  command: 'роздати відкриту роботу менеджера іншим',
  list: 'кому що передано і скільки з цього ще в них',
  back: 'повернути те, що ще в тих, кому віддали; нове залишається в них',
  to: 'кому, через кому; можна кілька разів',
  until: 'день, коли повернути: про нього нагадає завдання',
  noTo: (p) => `Скажіть, кому передати: voronka handover ${p.from} --to ІМ’Я,ІМ’Я`,
  toItself: (p) => `${p.name}: не можна передати роботу самому собі`,
  twice: (p) => `${p.name} в --to двічі`,
  inactive: (p) => `${p.name} більше не працює. Назвіть іншого або: voronka manager edit ${p.id} --active`,
  past: (p) => `--until ${p.until}: цей день уже настав`,
  nothing: (p) => `${p.name}: відкритої роботи немає, передавати нічого`,
  done: (p) =>
    `${p.name}: передано ${p.work}${p.until === null ? '' : ` до ${p.until}, про повернення нагадає завдання`}. Повернути: voronka handover back ${p.id}`,
  got: (p) => `  ${p.name}: ${p.work}${p.amount === null ? '' : `, угоди на ${p.amount}`}`,
  reminder: (p) => `${p.name} знову на місці: voronka handover back ${p.id}`,
  cameBack: (p) => `${p.name}: повернуто ${p.work}`,
  cameBackEmpty: (p) => `${p.name}: передачу завершено, повертати вже нічого`,
  notHandedOver: (p) => `${p.name}: нічого не передано. Дивіться: voronka handover list`,
  none: () => 'Нічого не передано. Передати: voronka handover ІМ’Я --to ІМ’Я,ІМ’Я',
  names: (p) =>
    `${p.name} є в передачі роботи й залишається. Більше не працює: voronka manager edit "${p.name}" --inactive`,
  leftBehind: (p) =>
    `${p.name}: залишилися відкриті угоди (${p.deals}) і завдання (${p.tasks}). Роздати: voronka handover ${p.id} --to ІМ’Я,ІМ’Я`,
  work: (p) =>
    listed([
      [p.deal, plural(p.deal, 'угода', 'угоди', 'угод')],
      [p.task, plural(p.task, 'завдання', 'завдання', 'завдань')],
      [p.activity, plural(p.activity, 'зустріч', 'зустрічі', 'зустрічей')],
      [p.contact, plural(p.contact, 'контакт', 'контакти', 'контактів')],
      [p.company, plural(p.company, 'компанія', 'компанії', 'компаній')],
    ]) || 'нічого',
  given: (p) =>
    listed([
      [p.deal, plural(p.deal, 'угоду', 'угоди', 'угод')],
      [p.task, plural(p.task, 'завдання', 'завдання', 'завдань')],
      [p.activity, plural(p.activity, 'зустріч', 'зустрічі', 'зустрічей')],
      [p.contact, plural(p.contact, 'контакт', 'контакти', 'контактів')],
      [p.company, plural(p.company, 'компанію', 'компанії', 'компаній')],
    ]) || 'нічого',
  ask: { from: 'Чию роботу передати?', to: 'Кому?' },
  from: 'чиє',
  toTitle: 'кому',
  deals: 'угоди',
  tasks: 'завдання',
  contacts: 'контакти',
  meetings: 'зустрічі',
  companies: 'компанії',
  since: 'з',
  untilTitle: 'до',
  isBack: 'повернуто',
}

export const handoverWords: Translated<HandoverWords> = { en, ru, uk }
