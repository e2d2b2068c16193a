import type { Translated } from './translated.ts'

type Table = Readonly<Record<string, string>>
type What =
  | 'answered'
  | 'no-answer'
  | 'email'
  | 'message'
  | 'done'
  | 'not-held'
  | 'postponed'
  | 'lost'
  | 'name'
  | 'skip'
  | 'stop'

const en = {
  what: 'What happened?',
  happened: {
    answered: 'called: we talked',
    'no-answer': 'called: no answer',
    email: 'sent an e-mail',
    message: 'sent a message',
    done: 'done',
    'not-held': 'did not take place',
    postponed: 'put off',
    name: 'write down who it is',
    lost: 'they said no: the deal is lost',
    skip: 'skip',
    stop: 'stop',
  } as Readonly<Record<What, string>>,
  whoIsIt: 'What is their name?',
  whoWasIt: 'Who was it? (may be empty)',
  named: (p: { id: string; name: string }) => `${p.id} is ${p.name} from now on`,
  held: 'took place',
  said: 'In a word (may be empty):',
  follows: 'What comes next and when (may be empty):',
  usually: 'tomorrow',
  theyCalled: 'they called',
  until: 'Until when? (Enter: tomorrow; tomorrow 10:00, Monday after lunch, +2h, in 3 days)',
  onlyToday: (p: { whose: string }) =>
    `One by one goes what is for today. What is for tomorrow: voronka today tomorrow${p.whose === '' ? '' : ` ${p.whose}`}`,
  written: 'Noted',
  gone: (p: { id: string }) => `${p.id} was done or removed by somebody else meanwhile`,
  through: (p: { done: number; left: number }) =>
    `Written down: ${p.done}. ${p.left === 0 ? 'Nothing is left for today' : `Left: ${p.left}`}`,
  left: (p: { done: number }) => `Stopped here. Written down: ${p.done}; what was asked last was not`,
  talks: {
    'call-in': 'they called',
    'call-out': 'we called',
    call: 'call',
    'email-in': 'their e-mail',
    'email-out': 'our e-mail',
    email: 'e-mail',
    'message-in': 'their message',
    'message-out': 'our message',
    message: 'message',
    meeting: 'meeting',
    note: 'note',
  } as Table,
}

export type NextWords = typeof en

const ru: NextWords = {
  what: 'Что вышло?',
  happened: {
    answered: 'позвонили: поговорили',
    'no-answer': 'позвонили: недозвон',
    email: 'написали письмо',
    message: 'написали сообщение',
    done: 'сделано',
    'not-held': 'не состоялась',
    postponed: 'отложить',
    name: 'записать, кто это',
    lost: 'сказали нет: отказ',
    skip: 'пропустить',
    stop: 'закончить',
  },
  whoIsIt: 'Как зовут?',
  whoWasIt: 'Кто это был? Имя (можно пусто):',
  named: (p) => `${p.id} теперь ${p.name}`,
  held: 'состоялась',
  said: 'В двух словах (можно пусто):',
  follows: 'Что дальше и когда (можно пусто):',
  usually: 'завтра',
  theyCalled: 'звонили нам',
  until: 'На когда? (Enter — завтра; завтра 10:00, понедельник после обеда, на час, через 3 дня)',
  onlyToday: (p) =>
    `По очереди идут дела на сегодня. Что на завтра: voronka today завтра${p.whose === '' ? '' : ` ${p.whose}`}`,
  written: 'Записано',
  gone: (p) => `${p.id} за это время уже закрыл или удалил кто-то другой`,
  through: (p) => `Записано: ${p.done}. ${p.left === 0 ? 'На сегодня всё' : `Осталось: ${p.left}`}`,
  left: (p) => `Прервано. Записано: ${p.done}; последнее — нет`,
  talks: {
    'call-in': 'звонили нам',
    'call-out': 'звонили мы',
    call: 'звонок',
    'email-in': 'письмо нам',
    'email-out': 'наше письмо',
    email: 'письмо',
    'message-in': 'сообщение нам',
    'message-out': 'наше сообщение',
    message: 'сообщение',
    meeting: 'встреча',
    note: 'заметка',
  },
}

const uk: NextWords = {
  what: 'Що вийшло?',
  happened: {
    answered: 'подзвонили: поговорили',
    'no-answer': 'подзвонили: недодзвін',
    email: 'написали листа',
    message: 'написали повідомлення',
    done: 'зроблено',
    'not-held': 'не відбулася',
    postponed: 'відкласти',
    name: 'записати, хто це',
    lost: 'сказали ні: відмова',
    skip: 'пропустити',
    stop: 'закінчити',
  },
  whoIsIt: 'Як звати?',
  whoWasIt: 'Хто це був? Ім’я (можна порожньо):',
  named: (p) => `${p.id} тепер ${p.name}`,
  held: 'відбулася',
  said: 'Двома словами (можна порожньо):',
  follows: 'Що далі й коли (можна порожньо):',
  usually: 'завтра',
  theyCalled: 'дзвонили нам',
  until: 'На коли? (Enter — завтра; завтра 10:00, понеділок після обіду, на годину, через 3 дні)',
  onlyToday: (p) =>
    `По черзі йдуть справи на сьогодні. Що на завтра: voronka today завтра${p.whose === '' ? '' : ` ${p.whose}`}`,
  written: 'Записано',
  gone: (p) => `${p.id} за цей час уже закрив або вилучив хтось інший`,
  through: (p) => `Записано: ${p.done}. ${p.left === 0 ? 'На сьогодні все' : `Лишилося: ${p.left}`}`,
  left: (p) => `Перервано. Записано: ${p.done}; останнє — ні`,
  talks: {
    'call-in': 'дзвонили нам',
    'call-out': 'дзвонили ми',
    call: 'дзвінок',
    'email-in': 'лист нам',
    'email-out': 'наш лист',
    email: 'лист',
    'message-in': 'повідомлення нам',
    'message-out': 'наше повідомлення',
    message: 'повідомлення',
    meeting: 'зустріч',
    note: 'нотатка',
  },
}

export const nextWords: Translated<NextWords> = { en, ru, uk }
