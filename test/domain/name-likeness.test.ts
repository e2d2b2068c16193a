import { expect, test } from 'vitest'
import { foldCompany, foldName } from '../../src/domain/names/name.ts'
import { comparedName, compareNames, isSlip, signatureOf } from '../../src/domain/names/name-likeness.ts'
import { siteKey } from '../../src/domain/names/site.ts'

test.each([
  ['Анна Белова', 'анна  белова', 'same'],
  ['Семён Ёлкин', 'Семен Елкин', 'same'],
  ['Mr. John Smith', 'John Smith', 'same'],
  ['Анна Белова', 'Белова Анна', 'order'],
  ['Анна Белова', 'Aннa Бeлoвa', 'letters'],
  ['Вова', 'BOBA', 'letters'],
  ['Анна Белова', 'Anna Belova', 'letters'],
  ['Юлия Щербакова', 'Julia Shcherbakova', 'letters'],
  ['Юлия Щербакова', 'Yulia Scherbakova', 'letters'],
  ['Олена Шевченко', 'Olena Shevchenko', 'letters'],
  ['Анна Белова', 'Анна Белва', 'typo'],
  ['Александр Иванов', 'Алексанрд Иванов', 'typo'],
  ['Анна Белова', 'Анна', 'part'],
  ['Иванов И.', 'Иванов Иван', 'part'],
  ['Иванов Иван Петрович', 'Иванов Иван', 'part'],
  ['Иванов Иван Петрович', 'Иванов И.П.', 'part'],
  ['Ann Lee', 'Anna Lee', 'part'],
  ['Иван Петров', 'Пётр Петров', 'kin'],
  ['Иванов Иван Петрович', 'Иванов Пётр Иванович', 'kin'],
  ['Саша Петров', 'Саша Петрова', 'kin'],
  ['Саша Белинский', 'Саша Белинская', 'kin'],
  ['Иван Петров', 'Иванов Петр', 'other'],
  ['Маша Ким', 'Даша Ким', 'kin'],
  ['Mr. John Smith', 'Mrs. Jane Smith', 'kin'],
  ['Анна Белова', 'Борис Ким', 'other'],
  ['anna@example.com', 'Анна', 'unknown'],
  ['+380671234567', 'Анна', 'unknown'],
  ['Без имени', 'Анна', 'unknown'],
])('%s and %s: %s', (a, b, likeness) => {
  const [one, other] = [comparedName(foldName(a)), comparedName(foldName(b))]
  expect(compareNames(one, other)).toBe(likeness)
  expect(compareNames(other, one)).toBe(likeness)
})

test.each([
  ['ООО «Ромашка»', 'Ромашка, ТОВ', 'same'],
  ['Ромашка-Сервис', 'РомашкаСервис', 'same'],
  ['Ромашка LLC', 'Pомашкa', 'letters'],
  ['Romashka Ltd', 'ООО Ромашка', 'letters'],
  ['Ромашка', 'Рамашка', 'typo'],
  ['Ромашка', 'Ромашка Сервис', 'part'],
  ['Школа 12', 'Школа 13', 'kin'],
  ['Ромашка', 'Василёк', 'other'],
])('companies %s and %s: %s', (a, b, likeness) => {
  expect(compareNames(comparedName(foldCompany(a)), comparedName(foldCompany(b)))).toBe(likeness)
})

test('names of the same words have one signature', () => {
  const signature = (text: string) => signatureOf(comparedName(foldName(text)))
  expect(signature('Белова Анна')).toBe(signature('Aннa Бeлoвa'))
  expect(signature('info@example.com')).toBe('')
})

test.each([
  ['иван', 'ивон', true],
  ['ким', 'кин', false],
  ['smith12', 'smith13', false],
])('%s is a slip of %s: %s', (a, b, is) => {
  expect(isSlip(a, b)).toBe(is)
})

test.each([
  ['https://www.Romashka.ru/about?x=1', 'romashka.ru'],
  ['romashka.ru', 'romashka.ru'],
  ['http://vk.com/Romashka/', 'vk.com/romashka'],
  ['нет', null],
  ['info@romashka.ru', null],
])('the site %s is known as %s', (text, key) => {
  expect(siteKey(text)).toBe(key)
})
