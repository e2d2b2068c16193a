import type { Translated } from './translated.ts'

interface Texts {
  texts: readonly string[]
}

type Fields = Readonly<
  Record<'name' | 'contact' | 'phone' | 'email' | 'company' | 'title' | 'amount' | 'source' | 'next', string>
>

const en = {
  add: 'a new inquiry in one line: who, phone, what they want, how much, what comes next',
  name: 'their name',
  contact: 'someone who is here already',
  new: 'a new contact, even where there is one of that name or phone',
  title: 'what they want',
  needText:
    'Write who it is and what they want: voronka add "Anna Fox, +1 415 555-01-23, wants 3 windows, $1200, call back tomorrow"',
  nobody: 'Nobody is named: add a name, a phone, an e-mail or a company, or --contact',
  noName: 'There is a phone or an e-mail, but no name: --name "Anna Fox"',
  several: {
    name: ({ texts }: Texts) => `Which is the name: ${texts.join(' or ')}? Say it: --name "${texts[0]}"`,
    company: ({ texts }: Texts) =>
      `Which is the company: ${texts.join(' or ')}? Say it: --company "${texts[0]}"`,
    amount: ({ texts }: Texts) =>
      `Which is the amount: ${texts.join(' or ')}? Say it: --amount "${texts[0]}"`,
    source: ({ texts }: Texts) =>
      `Where did they come from: ${texts.join(' or ')}? Say it: --source "${texts[0]}"`,
    next: ({ texts }: Texts) => `What comes next: ${texts.join(' or ')}? Say it: --next "${texts[0]}"`,
  },
  severalWithKey: (p: { found: readonly string[] }) =>
    `Several contacts have this phone or e-mail: ${p.found.join('; ')}. Say which: --contact, or --new`,
  otherName: (p: { name: string; there: string }) =>
    `This phone or e-mail is that of ${p.there}, not of "${p.name}". Say which: --contact ${p.there.split(' ')[0]}, or --new`,
  namesake: (p: { name: string; found: readonly string[]; first: string }) =>
    `"${p.name}" is here already: ${p.found.join('; ')}. The same person: --contact ${p.first}. Another one: --new`,
  namesakeNoted: (p: { id: string; name: string; made: string }) =>
    `There is another ${p.name}: ${p.id}. If it is one person: voronka contact merge ${p.id} ${p.made}`,
  missed: (p: { command: string }) =>
    `That is a missed call. To write it down, to be called back: ${p.command}`,
  figure: (p: { figure: string; option: string }) =>
    `No amount was given, but the title has “${p.figure}”. If that is it: voronka deal edit . --amount ${p.option}; next time, put a comma before it`,
  either: (p: { text: string; choice: readonly string[] }) =>
    `“${p.text}”: ${p.choice.join(' or ')}? Neither was taken. Say which: voronka deal edit . --amount …`,
  presumed: (p: { figure: string; title: string }) =>
    `${p.figure} was taken for the amount. If it is none: voronka deal edit . --amount "" --title ${p.title}`,
  times: (p: { each: string; all: string }) => `Amount: ${p.each} = ${p.all}`,
  nameless: (p: { name: string }) =>
    `There is no name: the contact is called ${p.name}. Once you know: voronka contact edit . --name "…"`,
  referrer: (p: { by: string; isNone: boolean }) =>
    p.isNone
      ? `There is no contact “${p.by}”: who sent them is kept in the deal's note`
      : `“${p.by}” fits several contacts: who sent them is kept in the deal's note. To name one: voronka contact edit . --referred-by …`,
  notUnderstood: ({ texts }: Texts) =>
    `Not understood: ${texts.map((text) => `“${text}”`).join(', ')} – left in the title`,
  repeat: (p: { command: string }) => `Again: ${p.command}`,
  inquiry: 'Inquiry',
  saved: (p: { ids: string }) => `Saved: ${p.ids}`,
  labels: {
    ...{ contact: 'Contact', company: 'Company', deal: 'Deal', next: 'Next' },
    ...{ manager: 'Manager', referredBy: 'Sent by' },
  },
  fresh: { contact: 'new', company: 'new' },
  known: { contact: 'known', company: 'known' },
  noAmount: 'no amount',
  from: (p: { source: string }) => `from: ${p.source}`,
  ask: {
    entry: 'Who, phone, what they want, how much, what comes next – with commas:',
    whichDay: (text: string) => `“${text}” contradicts itself: which day is it?`,
    isRight: 'Save it so, or change something?',
    save: 'Save',
    cancel: 'Cancel',
    newContact: 'a new contact',
    other: 'something else',
    unclear: {
      name: 'Who is it? There is no name.',
    } as Partial<Fields>,
    namedByPhone: 'There is no name: who is it? Enter: save without one.',
    which: {
      name: 'Which is the name?',
      contact: 'Who is it?',
      phone: 'Which is the phone?',
      email: 'Which is the e-mail?',
      company: 'Which is the company?',
      title: 'What do they want?',
      amount: 'Which is the amount?',
      source: 'Where did they come from?',
      next: 'What comes next?',
    } as Fields,
    field: {
      name: 'Name:',
      contact: 'Contact:',
      phone: 'Phone:',
      email: 'E-mail:',
      company: 'Company:',
      title: 'What they want:',
      amount: 'Amount:',
      source: 'Where from:',
      next: 'What comes next, and when:',
    } as Fields,
  },
}

export type QuickWords = typeof en

const ru: QuickWords = {
  add: 'новая заявка одной строкой: кто, телефон, что хочет, сколько, что дальше',
  name: 'как зовут',
  contact: 'тот, кто здесь уже есть',
  new: 'новый контакт, даже если такое имя или телефон уже есть',
  title: 'что хочет',
  needText:
    'Напишите, кто и что хочет: voronka add "Анна Иванова, +7 900 123-45-67, хочет 3 окна, 120 000, перезвонить завтра"',
  nobody: 'Не сказано, кто это: добавьте имя, телефон, почту или компанию либо --contact',
  noName: 'Телефон или почта есть, а имени нет: --name "Анна Иванова"',
  several: {
    name: ({ texts }) => `Что из этого имя: ${texts.join(' или ')}? Скажите: --name "${texts[0]}"`,
    company: ({ texts }) => `Что из этого компания: ${texts.join(' или ')}? Скажите: --company "${texts[0]}"`,
    amount: ({ texts }) => `Что из этого сумма: ${texts.join(' или ')}? Скажите: --amount "${texts[0]}"`,
    source: ({ texts }) => `Откуда: ${texts.join(' или ')}? Скажите: --source "${texts[0]}"`,
    next: ({ texts }) => `Что дальше: ${texts.join(' или ')}? Скажите: --next "${texts[0]}"`,
  },
  severalWithKey: (p) =>
    `Такой телефон или почта не у одного: ${p.found.join('; ')}. Скажите, кто это: --contact или --new`,
  otherName: (p) =>
    `Этот телефон или почта — у ${p.there}, а не «${p.name}». Скажите, кто это: --contact ${p.there.split(' ')[0]} или --new`,
  namesake: (p) =>
    `«${p.name}» уже есть: ${p.found.join('; ')}. Тот же человек: --contact ${p.first}. Другой: --new`,
  namesakeNoted: (p) =>
    `Есть ещё ${p.name}: ${p.id}. Если это один человек: voronka contact merge ${p.id} ${p.made}`,
  missed: (p) => `Это пропущенный звонок. Записать его, чтобы перезвонить: ${p.command}`,
  figure: (p) =>
    `Суммы нет, а в названии стоит «${p.figure}». Если это она: voronka deal edit . --amount ${p.option}; в другой раз отделите её запятой`,
  either: (p) =>
    `«${p.text}»: ${p.choice.join(' или ')}? Не взято ни то ни другое. Указать: voronka deal edit . --amount …`,
  presumed: (p) =>
    `${p.figure} — взято как сумма. Если это не она: voronka deal edit . --amount "" --title ${p.title}`,
  times: (p) => `Сумма: ${p.each} = ${p.all}`,
  nameless: (p) => `Имени нет: контакт назван «${p.name}». Когда узнаете: voronka contact edit . --name "…"`,
  referrer: (p) =>
    p.isNone
      ? `Контакта «${p.by}» нет: кто посоветовал, осталось в заметке сделки`
      : `«${p.by}» — таких контактов несколько: кто посоветовал, осталось в заметке сделки. Указать: voronka contact edit . --referred-by …`,
  notUnderstood: ({ texts }) =>
    `Не понято: ${texts.map((text) => `«${text}»`).join(', ')} — осталось в названии`,
  repeat: (p) => `Ещё раз: ${p.command}`,
  inquiry: 'Заявка',
  saved: (p) => `Сохранено: ${p.ids}`,
  labels: {
    ...{ contact: 'Контакт', company: 'Компания', deal: 'Сделка', next: 'Дальше' },
    ...{ manager: 'Менеджер', referredBy: 'От кого' },
  },
  fresh: { contact: 'новый', company: 'новая' },
  known: { contact: 'уже есть', company: 'уже есть' },
  noAmount: 'без суммы',
  from: (p) => `откуда: ${p.source}`,
  ask: {
    entry: 'Кто, телефон, что хочет, сколько, что дальше — через запятую:',
    whichDay: (text) => `«${text}» спорит с собой: какой это день?`,
    isRight: 'Сохранить так или что-то изменить?',
    save: 'Сохранить',
    cancel: 'Отмена',
    newContact: 'новый контакт',
    other: 'другое',
    unclear: { name: 'Кто это? Имени нет.' },
    namedByPhone: 'Кто это? Имени нет. Enter — записать без имени.',
    which: {
      name: 'Что из этого имя?',
      contact: 'Кто это?',
      phone: 'Какой телефон?',
      email: 'Какая почта?',
      company: 'Что из этого компания?',
      title: 'Что хочет?',
      amount: 'Что из этого сумма?',
      source: 'Откуда?',
      next: 'Что дальше?',
    },
    field: {
      name: 'Имя:',
      contact: 'Контакт:',
      phone: 'Телефон:',
      email: 'Почта:',
      company: 'Компания:',
      title: 'Что хочет:',
      amount: 'Сумма:',
      source: 'Откуда:',
      next: 'Что дальше и когда:',
    },
  },
}

const uk: QuickWords = {
  add: 'нова заявка одним рядком: хто, телефон, що хоче, скільки, що далі',
  name: 'як звати',
  contact: 'той, хто тут уже є',
  new: 'новий контакт, навіть якщо таке ім’я чи телефон уже є',
  title: 'що хоче',
  needText:
    'Напишіть, хто і що хоче: voronka add "Анна Іваненко, +380 67 123 45 67, хоче 3 вікна, 120 000, передзвонити завтра"',
  nobody: 'Не сказано, хто це: додайте ім’я, телефон, пошту чи компанію або --contact',
  noName: 'Телефон чи пошта є, а імені немає: --name "Анна Іваненко"',
  several: {
    name: ({ texts }) => `Що з цього ім’я: ${texts.join(' чи ')}? Скажіть: --name "${texts[0]}"`,
    company: ({ texts }) => `Що з цього компанія: ${texts.join(' чи ')}? Скажіть: --company "${texts[0]}"`,
    amount: ({ texts }) => `Що з цього сума: ${texts.join(' чи ')}? Скажіть: --amount "${texts[0]}"`,
    source: ({ texts }) => `Звідки: ${texts.join(' чи ')}? Скажіть: --source "${texts[0]}"`,
    next: ({ texts }) => `Що далі: ${texts.join(' чи ')}? Скажіть: --next "${texts[0]}"`,
  },
  severalWithKey: (p) =>
    `Такий телефон чи пошта не в одного: ${p.found.join('; ')}. Скажіть, хто це: --contact або --new`,
  otherName: (p) =>
    `Цей телефон чи пошта — у ${p.there}, а не «${p.name}». Скажіть, хто це: --contact ${p.there.split(' ')[0]} або --new`,
  namesake: (p) =>
    `«${p.name}» уже є: ${p.found.join('; ')}. Та сама людина: --contact ${p.first}. Інша: --new`,
  namesakeNoted: (p) =>
    `Є ще ${p.name}: ${p.id}. Якщо це одна людина: voronka contact merge ${p.id} ${p.made}`,
  missed: (p) => `Це пропущений дзвінок. Записати його, щоб передзвонити: ${p.command}`,
  figure: (p) =>
    `Суми немає, а в назві є «${p.figure}». Якщо це вона: voronka deal edit . --amount ${p.option}; іншим разом відділіть її комою`,
  either: (p) =>
    `«${p.text}»: ${p.choice.join(' чи ')}? Не взято ні того, ні іншого. Вказати: voronka deal edit . --amount …`,
  presumed: (p) =>
    `${p.figure} — узято як суму. Якщо це не вона: voronka deal edit . --amount "" --title ${p.title}`,
  times: (p) => `Сума: ${p.each} = ${p.all}`,
  nameless: (p) =>
    `Імені немає: контакт названо «${p.name}». Коли дізнаєтеся: voronka contact edit . --name "…"`,
  referrer: (p) =>
    p.isNone
      ? `Контакту «${p.by}» немає: хто порадив, залишилося в нотатці угоди`
      : `«${p.by}» — таких контактів кілька: хто порадив, залишилося в нотатці угоди. Вказати: voronka contact edit . --referred-by …`,
  notUnderstood: ({ texts }) =>
    `Не зрозуміло: ${texts.map((text) => `«${text}»`).join(', ')} — залишилося в назві`,
  repeat: (p) => `Ще раз: ${p.command}`,
  inquiry: 'Заявка',
  saved: (p) => `Збережено: ${p.ids}`,
  labels: {
    ...{ contact: 'Контакт', company: 'Компанія', deal: 'Угода', next: 'Далі' },
    ...{ manager: 'Менеджер', referredBy: 'Від кого' },
  },
  fresh: { contact: 'новий', company: 'нова' },
  known: { contact: 'уже є', company: 'уже є' },
  noAmount: 'без суми',
  from: (p) => `звідки: ${p.source}`,
  ask: {
    entry: 'Хто, телефон, що хоче, скільки, що далі — через кому:',
    whichDay: (text) => `«${text}» суперечить собі: який це день?`,
    isRight: 'Зберегти так чи щось змінити?',
    save: 'Зберегти',
    cancel: 'Скасувати',
    newContact: 'новий контакт',
    other: 'інше',
    unclear: { name: 'Хто це? Імені немає.' },
    namedByPhone: 'Хто це? Імені немає. Enter — записати без імені.',
    which: {
      name: 'Що з цього ім’я?',
      contact: 'Хто це?',
      phone: 'Який телефон?',
      email: 'Яка пошта?',
      company: 'Що з цього компанія?',
      title: 'Що хоче?',
      amount: 'Що з цього сума?',
      source: 'Звідки?',
      next: 'Що далі?',
    },
    field: {
      name: 'Ім’я:',
      contact: 'Контакт:',
      phone: 'Телефон:',
      email: 'Пошта:',
      company: 'Компанія:',
      title: 'Що хоче:',
      amount: 'Сума:',
      source: 'Звідки:',
      next: 'Що далі й коли:',
    },
  },
}

export const quickWords: Translated<QuickWords> = { en, ru, uk }
