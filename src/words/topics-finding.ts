import type { Topic } from './topic.ts'
import type { Translated } from './translated.ts'

const en = {
  search: {
    about: 'what search finds, and what it does not',
    text: `voronka search anna balcony      every word, in the record or in its people
voronka search 555-12-12 --kind contact

A word is found by its beginning, and in another form of itself: window finds
windows and "Windowsill", case, accents and the order of the words are all one.
A telephone is found by any part of it from three digits on: 555, its last four,
the whole number with +, with the country or without.

People and deals whose name has the word come first, closed deals last; of
tasks and talks the latest. --kind contact, company, deal, task or activity;
--limit N for more of each.

Of Russian and Ukrainian words all cases are found, and a vowel that comes and
goes; not forms whose consonants change, nor other forms of verbs.`,
  },
  words: {
    about: 'which Russian and Ukrainian words may be typed',
    text: `Every command, option and value below may be typed in these words as well; a
hyphen stands for a blank in an option (--due-field). Scripts, the journal and
this help name the English ones.`,
  },
} satisfies Record<string, Topic>

type FindingTopics = Record<keyof typeof en, Topic>

const ru: FindingTopics = {
  search: {
    about: 'что находит поиск и чего не находит',
    text: `voronka search анна балкон       все слова: в записи или у её людей и компании
voronka search 555-12-12 --kind contact

Слово находится по началу и в любом падеже: «окон» и «окнами» находят «Окно»,
«окн» — тоже. Регистр, ё, ударения, апострофы и порядок слов не важны. Телефон
находится по любой части от трёх цифр: 555, последние четыре, весь номер с +7,
с 8 или без них.

Люди и сделки, в имени которых есть слово, стоят выше, закрытые сделки — ниже;
из задач и разговоров выше последние. --kind contact, company, deal, task или
activity — только такие; --limit N — больше каждых.

Не находят друг друга формы, где меняются согласные (друг — друзья), и формы
глаголов, кроме неопределённой (позвонил — позвонит).`,
  },
  words: {
    about: 'какие русские слова можно набирать вместо английских',
    text: `Команды, параметры и значения можно набирать и этими словами; вместо пробела
внутри параметра ставится дефис. В справке, журнале и скриптах — английские.
Например: voronka задача добавить "позвонить" --срок завтра`,
  },
}

const uk: FindingTopics = {
  search: {
    about: 'що знаходить пошук і чого не знаходить',
    text: `voronka search анна балкон       усі слова: у записі або в його людей і компанії
voronka search 555-12-12 --kind contact

Слово знаходиться за початком і в будь-якому відмінку: «вікон» і «вікнами»
знаходять «Вікно», «вікн» — теж; «столів» знаходить «стіл», але не «стілець».
Регістр, ґ, наголоси, апострофи й порядок слів не важать. Телефон знаходиться
за будь-якою частиною від трьох цифр: 555, останні чотири, весь номер із +380,
з 0 або без них.

Люди й угоди, у назві яких є слово, стоять вище, закриті угоди — нижче; із
завдань і розмов вище останні. --kind contact, company, deal, task або
activity — лише такі; --limit N — більше кожних.

Не знаходять одне одного форми, де змінюються приголосні (нога — нозі), і форми
дієслів, крім неозначеної.`,
  },
  words: {
    about: 'які українські слова можна набирати замість англійських',
    text: `Команди, параметри й значення можна набирати й цими словами; замість пробілу
всередині параметра ставиться дефіс. У довідці, журналі й скриптах —
англійські. Наприклад: voronka завдання додати "подзвонити" --термін завтра`,
  },
}

/** How what is looked for is found, and what may be typed for what. */
export const findingTopics: Translated<FindingTopics> = { en, ru, uk }
