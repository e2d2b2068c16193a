import type { Translated } from './translated.ts'

type Table = Readonly<Record<string, string>>
type What = 'answered' | 'no-answer' | 'email' | 'message' | 'done' | 'postponed' | 'skip' | 'stop'

const en = {
  what: 'What happened?',
  happened: {
    answered: 'called: we talked',
    'no-answer': 'called: no answer',
    email: 'sent an e-mail',
    message: 'sent a message',
    done: 'done',
    postponed: 'put off',
    skip: 'skip',
    stop: 'stop',
  } as Readonly<Record<What, string>>,
  said: 'In a word (may be empty):',
  follows: 'What comes next and when (may be empty):',
  until: 'Until when?',
  written: 'Noted',
  gone: (p: { id: string }) => `${p.id} was done or removed by somebody else meanwhile`,
  through: (p: { done: number }) => `Written down: ${p.done}`,
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
    'no-answer': 'позвонили: не отвечает',
    email: 'написали письмо',
    message: 'написали сообщение',
    done: 'сделано',
    postponed: 'отложить',
    skip: 'пропустить',
    stop: 'закончить',
  },
  said: 'В двух словах (можно пусто):',
  follows: 'Что дальше и когда (можно пусто):',
  until: 'До какого времени?',
  written: 'Записано',
  gone: (p) => `${p.id} за это время уже закрыл или удалил кто-то другой`,
  through: (p) => `Записано: ${p.done}`,
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
    'no-answer': 'подзвонили: не відповідає',
    email: 'написали листа',
    message: 'написали повідомлення',
    done: 'зроблено',
    postponed: 'відкласти',
    skip: 'пропустити',
    stop: 'закінчити',
  },
  said: 'Двома словами (можна порожньо):',
  follows: 'Що далі й коли (можна порожньо):',
  until: 'До якого часу?',
  written: 'Записано',
  gone: (p) => `${p.id} за цей час уже закрив або вилучив хтось інший`,
  through: (p) => `Записано: ${p.done}`,
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
