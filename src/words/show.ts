import { plural, type Translated } from './translated.ts'

const en = {
  show: 'everything about a person, a company or a deal before a call',
  all: 'cut nothing short',
  people: 'People',
  open: 'Open deals',
  promised: 'Promised',
  talks: 'Talks',
  moves: 'How it went',
  closed: 'Closed deals',
  done: 'Done',
  late: 'overdue',
  noDue: 'no date',
  days: (n: number) => `${n} ${n === 1 ? 'day' : 'days'}`,
  moreLine: (p: { parts: string; command: string }) => `More (${p.parts}): ${p.command}`,
  more: {
    people: (n: number) => `people ${n}`,
    deals: (n: number) => `open deals ${n}`,
    tasks: (n: number) => `tasks ${n}`,
    activities: (n: number) => `talks ${n}`,
    history: (n: number) => `changes ${n}`,
    closed: (n: number) => `closed deals ${n}`,
    done: (n: number) => `done tasks ${n}`,
  },
}

export type ShowWords = typeof en

const ru: ShowWords = {
  show: 'всё о человеке, компании или сделке перед звонком',
  all: 'ничего не сокращать',
  people: 'Люди',
  open: 'В деле',
  promised: 'Обещано',
  talks: 'Разговоры',
  moves: 'Как шло',
  closed: 'Закрытые сделки',
  done: 'Сделано',
  late: 'просрочено',
  noDue: 'без срока',
  days: (n) => `${n} ${plural(n, 'день', 'дня', 'дней')}`,
  moreLine: (p) => `Ещё (${p.parts}): ${p.command}`,
  more: {
    people: (n) => `людей ${n}`,
    deals: (n) => `сделок в деле ${n}`,
    tasks: (n) => `задач ${n}`,
    activities: (n) => `разговоров ${n}`,
    history: (n) => `изменений ${n}`,
    closed: (n) => `закрытых сделок ${n}`,
    done: (n) => `сделанных задач ${n}`,
  },
}

const uk: ShowWords = {
  show: 'усе про людину, компанію чи угоду перед дзвінком',
  all: 'нічого не скорочувати',
  people: 'Люди',
  open: 'У роботі',
  promised: 'Обіцяно',
  talks: 'Розмови',
  moves: 'Як ішло',
  closed: 'Закриті угоди',
  done: 'Зроблено',
  late: 'прострочено',
  noDue: 'без терміну',
  days: (n) => `${n} ${plural(n, 'день', 'дні', 'днів')}`,
  moreLine: (p) => `Ще (${p.parts}): ${p.command}`,
  more: {
    people: (n) => `людей ${n}`,
    deals: (n) => `угод у роботі ${n}`,
    tasks: (n) => `завдань ${n}`,
    activities: (n) => `розмов ${n}`,
    history: (n) => `змін ${n}`,
    closed: (n) => `закритих угод ${n}`,
    done: (n) => `зроблених завдань ${n}`,
  },
}

export const showWords: Translated<ShowWords> = { en, ru, uk }
