import { closeSync, openSync, writeSync } from 'node:fs'
import { Dice } from './dice.ts'

const HEADER = 'ID,Name,Phone,Email,Company,Birthday\n'

/** One person in so many stands in the file twice. */
const TWICE = 10

/**
 * Contacts as another program would export them. A tenth stand there again under an id of their own: by turns with the
 * phone in another spelling, with the e-mail in capitals, and with both gone and the name written another way but the
 * birthday left. Of the people from `first` on, so that files may overlap.
 */
export function writeContacts(path: string, count: number, { first = 1, system = 'A' } = {}): void {
  const file = openSync(path, 'w')
  let text = HEADER
  let rows = 0
  for (let n = first; rows < count; n++) {
    const person = madePerson(n)
    const cells = [personRow(`${system}${n}`, person)]
    if (n % TWICE === 0 && rows + 1 < count) cells.push(againRow(`${system}${n}-2`, person, n / TWICE))
    rows += cells.length
    text += cells.join('')
    if (text.length < 1 << 20) continue
    writeSync(file, text)
    text = ''
  }
  writeSync(file, text)
  closeSync(file)
}

interface Person {
  given: string
  family: string
  phone: string
  email: string
  company: string
  birthday: string
}

/** Somebody of the number, the same wherever the number is the same. */
function madePerson(n: number): Person {
  const dice = new Dice(n)
  const given = GIVEN[Math.floor(GIVEN.length * dice.next() ** 2)] ?? ''
  return {
    given,
    family: familyOf(dice),
    phone: `67${String(1_000_000 + n)}`,
    email: `person${n}@example.com`,
    // Twenty people a company on average, in whatever order they come.
    company: `Company ${1 + ((n * 7919) % Math.ceil(n / 20 + 1))}`,
    birthday: dice.chance(0.3)
      ? new Date(Date.UTC(1950, 0, 1 + dice.below(20_000))).toISOString().slice(0, 10)
      : '',
  }
}

function personRow(id: string, { given, family, phone, email, company, birthday }: Person): string {
  return `${id},${given} ${family},+380${phone},${email},${company},${birthday}\n`
}

function againRow(
  id: string,
  { given, family, phone, email, company, birthday }: Person,
  turn: number,
): string {
  const spelt = `+380 (${phone.slice(0, 2)}) ${phone.slice(2, 5)}-${phone.slice(5, 7)}-${phone.slice(7)}`
  if (turn % 3 === 0) return `${id},${given} ${family},${spelt},,${company},\n`
  if (turn % 3 === 1) return `${id},${given} ${family},,${email.toUpperCase()},,\n`
  return `${id},${family.toUpperCase()}  ${given},,,${company},${birthday}\n`
}

const GIVEN = (
  'Олександр Олена Андрій Наталія Сергій Оксана Дмитро Тетяна Юрій Ірина Іван Марія Петро Анна Михайло Юлія Василь ' +
  'Світлана Володимир Людмила Ігор Катерина Віктор Вікторія Роман Галина Тарас Надія Максим Ольга Богдан Лариса ' +
  'Артем Інна Павло Алла Євген Валентина Микола Лідія'
).split(' ')
const BEGIN = 'Бо Ва Гри Да За Ко Ле Ма Не Па Ро Са Та Фе Хо Че Ша Яро Кра Сте Про Му Ли Ку'.split(' ')
const MIDDLE = 'ва го де ли ма на па ро са та ху ше жи во ки ре лу бо ни мо зи ко'.split(' ')
const END = 'ненко чук ський шин вець ко рук дій'.split(' ')

/** Names grow in number with the people, as they do: some many times, others once. */
function familyOf(dice: Dice): string {
  const middles = 1 + dice.below(2)
  const of = (list: readonly string[]) => list[Math.floor(list.length * dice.next() ** 1.5)] ?? ''
  return of(BEGIN) + Array.from({ length: middles }, () => of(MIDDLE)).join('') + of(END)
}
