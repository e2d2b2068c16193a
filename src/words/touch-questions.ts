import type { Translated } from './translated.ts'

type Table = Readonly<Record<string, string>>

interface NameLike {
  text: string
  /** Names that were perhaps meant. */
  near: readonly string[]
}

const en = {
  whom: {
    call: 'Whom did you call, or who called?',
    meeting: 'With whom is the meeting?',
    email: 'With whom was the e-mail?',
    message: 'With whom was the message?',
    note: 'On whom is the note?',
  } as Table,
  text: {
    call: 'What was said? (Enter: nothing)',
    meeting: 'What about? (Enter: nothing)',
    email: 'What about? (Enter: nothing)',
    message: 'What about? (Enter: nothing)',
    note: 'What to note?',
  } as Table,
  outcome: 'How did it end?',
  calls: {
    answered: 'we called, they answered',
    noAnswer: 'we called, no answer or busy',
    later: 'we called, they asked to call later',
    answeredIn: 'they called, we answered',
    missed: 'they called, we missed it',
  },
  later: 'asked to call later',
  isDone: (p: { id: string; text: string; when: string }) =>
    `Is the task ${p.id} done with that: ${p.text}, ${p.when}?`,
  isNext: (p: { text: string; when: string }) => `A task for ${p.when}: ${p.text}?`,
  left: {
    question: (p: { id: string; text: string; when: string }) =>
      `The task ${p.id}: ${p.text}, ${p.when}. What becomes of it?`,
    doneAndNext: (p: { text: string; when: string }) => `done; a new one for ${p.when}: ${p.text}`,
    moved: (when: string) => `put it off to ${when}`,
    done: 'done, no new one',
    besides: (p: { text: string; when: string }) => `it stays, and a new one for ${p.when}: ${p.text}`,
    nothing: 'it stays, no new one',
  },
  isPlanned: (p: { id: string; when: string }) => `Is it the planned meeting ${p.id}, ${p.when}?`,
  isHeld: (p: { id: string; when: string }) => `${p.id} is planned for ${p.when}. Did it take place already?`,
  meetingAt: 'When? (Enter: now; tomorrow 15:30, fri 10)',
  next: 'What is next, and when? (call back fri 10; Enter: nothing)',
  nextWhen: (p: { text: string }) => `When: ${p.text}? (Enter: tomorrow; tomorrow 10:00, fri, in 3 days)`,
  whenPromised: (p: { text: string }) =>
    `“${p.text}”: when? (tomorrow 10:00, fri, in 3 days; Enter: tomorrow)`,
  whenUnsaid: (p: { text: string }) => `When: ${p.text}? (tomorrow 10:00, fri, in 3 days; empty: no task)`,
  isIt: (p: { key: string; name: string }) => `Is it ${p.name} (${p.key})?`,
  whoIsIt: (p: { text: string }) => `Nobody is called just "${p.text}". Who is it?`,
  somebodyElse: 'somebody else',
  make: ({ text, near }: NameLike) =>
    `There is no contact "${text}"${near.length === 0 ? '' : ` (there ${near.length === 1 ? 'is' : 'are'}: ${near.join(', ')})`}. Make it?`,
  nameOf: (p: { text: string }) => `Nobody here has ${p.text}. What is the new contact's name?`,
  deal: 'Which deal is it about?',
  noDeal: 'none of them',
  whichDeal: 'Which deal? (number, title or client)',
  whyOf: 'Why was it lost?',
  whyElse: 'another reason…',
  whyUnsaid: 'not said',
  whyLost: 'Why was it lost? (Enter: not said)',
  done: 'What is done?',
}

export type TouchQuestions = typeof en

const ru: TouchQuestions = {
  whom: {
    call: 'Кому звонили или кто звонил?',
    meeting: 'С кем встреча?',
    email: 'С кем переписка?',
    message: 'С кем переписка?',
    note: 'О ком заметка?',
  },
  text: {
    call: 'О чём говорили? (Enter — ничего)',
    meeting: 'О чём? (Enter — ничего)',
    email: 'О чём? (Enter — ничего)',
    message: 'О чём? (Enter — ничего)',
    note: 'Что записать?',
  },
  outcome: 'Чем кончилось?',
  calls: {
    answered: 'звонили мы, ответили',
    noAnswer: 'звонили мы, недозвон или занято',
    later: 'звонили мы, просили позже',
    answeredIn: 'звонили нам, ответили мы',
    missed: 'звонили нам, мы пропустили',
  },
  later: 'просили позже',
  isDone: (p) => `Задача ${p.id} этим сделана: ${p.text}, ${p.when}?`,
  isNext: (p) => `Поставить задачу на ${p.when}: ${p.text}?`,
  left: {
    question: (p) => `Задача ${p.id}: ${p.text}, ${p.when}. Что с ней?`,
    doneAndNext: (p) => `сделана; новая на ${p.when}: ${p.text}`,
    moved: (when) => `перенести на ${when}`,
    done: 'сделана, новой не надо',
    besides: (p) => `остаётся, и новая на ${p.when}: ${p.text}`,
    nothing: 'остаётся, новой не надо',
  },
  isPlanned: (p) => `Это назначенная встреча ${p.id}, ${p.when}?`,
  isHeld: (p) => `Встреча ${p.id} назначена на ${p.when}. Она уже состоялась?`,
  meetingAt: 'Когда? (Enter — сейчас; завтра 15:30, пт 10)',
  next: 'Что дальше и когда? (перезвонить пт 10; Enter — ничего)',
  nextWhen: (p) => `Когда: ${p.text}? (Enter — завтра; завтра 10:00, пт, через 3 дня)`,
  whenPromised: (p) => `«${p.text}» — когда? (завтра 10:00, пт, через 3 дня; Enter — завтра)`,
  whenUnsaid: (p) => `Когда: ${p.text}? (завтра 10:00, пт, через 3 дня; пусто — без задачи)`,
  isIt: (p) => `Это ${p.name} (${p.key})?`,
  whoIsIt: (p) => `Точно «${p.text}» никого нет. Кто это?`,
  somebodyElse: 'кто-то другой',
  make: ({ text, near }) =>
    `Контакта «${text}» нет${near.length === 0 ? '' : ` (есть: ${near.join(', ')})`}. Завести?`,
  nameOf: (p) => `${p.text} ни у кого нет. Как зовут новый контакт?`,
  deal: 'По какой сделке?',
  noDeal: 'ни по какой',
  whichDeal: 'Какая сделка? (номер, название или клиент)',
  whyOf: 'Почему отказ?',
  whyElse: 'другая причина…',
  whyUnsaid: 'не сказано',
  whyLost: 'Почему отказ? (Enter — не сказано)',
  done: 'Что сделано?',
}

const uk: TouchQuestions = {
  whom: {
    call: 'Кому дзвонили або хто дзвонив?',
    meeting: 'З ким зустріч?',
    email: 'З ким листування?',
    message: 'З ким листування?',
    note: 'Про кого нотатка?',
  },
  text: {
    call: 'Про що говорили? (Enter — нічого)',
    meeting: 'Про що? (Enter — нічого)',
    email: 'Про що? (Enter — нічого)',
    message: 'Про що? (Enter — нічого)',
    note: 'Що записати?',
  },
  outcome: 'Чим закінчилося?',
  calls: {
    answered: 'дзвонили ми, відповіли',
    noAnswer: 'дзвонили ми, недодзвін або зайнято',
    later: 'дзвонили ми, просили пізніше',
    answeredIn: 'дзвонили нам, ми відповіли',
    missed: 'дзвонили нам, ми пропустили',
  },
  later: 'просили пізніше',
  isDone: (p) => `Завдання ${p.id} цим зроблено: ${p.text}, ${p.when}?`,
  isNext: (p) => `Поставити завдання на ${p.when}: ${p.text}?`,
  left: {
    question: (p) => `Завдання ${p.id}: ${p.text}, ${p.when}. Що з ним?`,
    doneAndNext: (p) => `зроблено; нове на ${p.when}: ${p.text}`,
    moved: (when) => `перенести на ${when}`,
    done: 'зроблено, нового не треба',
    besides: (p) => `лишається, і нове на ${p.when}: ${p.text}`,
    nothing: 'лишається, нового не треба',
  },
  isPlanned: (p) => `Це призначена зустріч ${p.id}, ${p.when}?`,
  isHeld: (p) => `Зустріч ${p.id} призначено на ${p.when}. Вона вже відбулася?`,
  meetingAt: 'Коли? (Enter — зараз; завтра 15:30, пт 10)',
  next: 'Що далі й коли? (передзвонити пт 10; Enter — нічого)',
  nextWhen: (p) => `Коли: ${p.text}? (Enter — завтра; завтра 10:00, пт, через 3 дні)`,
  whenPromised: (p) => `«${p.text}» — коли? (завтра 10:00, пт, через 3 дні; Enter — завтра)`,
  whenUnsaid: (p) => `Коли: ${p.text}? (завтра 10:00, пт, через 3 дні; порожньо — без завдання)`,
  isIt: (p) => `Це ${p.name} (${p.key})?`,
  whoIsIt: (p) => `Точно «${p.text}» нікого немає. Хто це?`,
  somebodyElse: 'хтось інший',
  make: ({ text, near }) =>
    `Контакту «${text}» немає${near.length === 0 ? '' : ` (є: ${near.join(', ')})`}. Завести?`,
  nameOf: (p) => `${p.text} ні в кого немає. Як звати новий контакт?`,
  deal: 'За якою угодою?',
  noDeal: 'за жодною',
  whichDeal: 'Яка угода? (номер, назва або клієнт)',
  whyOf: 'Чому відмова?',
  whyElse: 'інша причина…',
  whyUnsaid: 'не сказано',
  whyLost: 'Чому відмова? (Enter — не сказано)',
  done: 'Що зроблено?',
}

/** What is asked about a piece of work that is written down. */
export const touchQuestions: Translated<TouchQuestions> = { en, ru, uk }
