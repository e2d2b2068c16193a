import type { Translated } from './translated.ts'

interface Repeated {
  rows: number
  first: string
}

const en = {
  contacts: 'import contacts from a CSV file or a workbook, or - for standard input',
  companies: 'import companies from a CSV file or a workbook, or - for standard input',
  noName: 'Nothing in the row can be a name. Fill one in, or an e-mail or phone',
  existsAlready: (p: { id: string; name: string }) =>
    `The record is there already (${p.id} ${p.name}). Update it: --on-existing update, or pass over it: --on-existing skip`,
  noBirthYear: 'A birthday without a year is left out',
  birthdayNone: 'This is what Kommo writes for a birthday it could not read: left out',
  repeatedEmails: (p: Repeated) =>
    `Rows that repeat the e-mail of another row with another id: ${p.rows}; kept apart. ${p.first}`,
  repeatedNames: (p: Repeated) =>
    `Rows that repeat the name of another row with another id: ${p.rows}; kept apart. ${p.first}`,
  lines: (p: { value: string; lines: string }) => `${p.value}: lines ${p.lines}`,
  pair: (p: { known: string; name: string; made: string; kind: string }) =>
    `Perhaps the same as ${p.known} ${p.name}, under another id: kept apart. To join them: voronka ${p.kind} merge ${p.known} ${p.made}`,
  morePairs: (p: { count: number }) => `More pairs like this, kept apart: ${p.count}`,
}

export type BookWords = typeof en

const ru: BookWords = {
  contacts: 'загрузить контакты из файла CSV, книги Excel или со стандартного ввода (-)',
  companies: 'загрузить компании из файла CSV, книги Excel или со стандартного ввода (-)',
  noName: 'В строке нечему быть именем. Заполните имя, почту или телефон',
  existsAlready: (p) =>
    `Такая запись уже есть (${p.id} ${p.name}). Обновить её: --on-existing update, пропустить: --on-existing skip`,
  noBirthYear: 'День рождения без года не взят',
  birthdayNone: 'Так Kommo пишет день рождения, который не смог прочитать: не взят',
  repeatedEmails: (p) =>
    `Строк с почтой другой строки, но с другим id: ${p.rows}; оставлены порознь. ${p.first}`,
  repeatedNames: (p) =>
    `Строк с названием другой строки, но с другим id: ${p.rows}; оставлены порознь. ${p.first}`,
  lines: (p) => `${p.value}: строки ${p.lines}`,
  pair: (p) =>
    `Возможно, это ${p.known} ${p.name} под другим id: оставлены порознь. Объединить: voronka ${p.kind} merge ${p.known} ${p.made}`,
  morePairs: (p) => `Ещё таких пар, оставленных порознь: ${p.count}`,
}

const uk: BookWords = {
  contacts: 'завантажити контакти з файлу CSV, книги Excel або зі стандартного вводу (-)',
  companies: 'завантажити компанії з файлу CSV, книги Excel або зі стандартного вводу (-)',
  noName: 'У рядку нема чому бути ім’ям. Заповніть ім’я, пошту або телефон',
  existsAlready: (p) =>
    `Такий запис уже є (${p.id} ${p.name}). Оновити його: --on-existing update, пропустити: --on-existing skip`,
  noBirthYear: 'День народження без року не взято',
  birthdayNone: 'Так Kommo пише день народження, який не зміг прочитати: не взято',
  repeatedEmails: (p) =>
    `Рядків із поштою іншого рядка, але з іншим id: ${p.rows}; лишено окремо. ${p.first}`,
  repeatedNames: (p) => `Рядків із назвою іншого рядка, але з іншим id: ${p.rows}; лишено окремо. ${p.first}`,
  lines: (p) => `${p.value}: рядки ${p.lines}`,
  pair: (p) =>
    `Можливо, це ${p.known} ${p.name} під іншим id: лишено окремо. Об’єднати: voronka ${p.kind} merge ${p.known} ${p.made}`,
  morePairs: (p) => `Ще таких пар, залишених окремо: ${p.count}`,
}

export const bookWords: Translated<BookWords> = { en, ru, uk }
