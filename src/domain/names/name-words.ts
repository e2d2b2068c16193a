import { foldName } from './name.ts'

/** By what a person's name is known in free text: given names, patronymics, surnames, and how one is called of whom one knows no more. */

const GIVEN = new Set(
  `александр александра алексей алена алена алина алиса алла альберт анастасия анатолий ангелина андрей анжела анна антон
  антонина арина аркадий арсен арсений артем артур богдан борис вадим валентин валентина валерий валерия василий василиса
  вера вероника виктор виктория виолетта виталий влада владимир владислав владислава всеволод вячеслав галина геннадий
  георгий герман глеб григорий давид данил данила даниил дарья денис диана дина дмитрий ева евгений евгения егор
  екатерина елена елизавета жанна захар зинаида злата зоя иван игорь илья инга инесса инна ирина искандер камила карина
  каролина кирилл клавдия константин кристина ксения лариса лев леонид лидия лилия лия любовь людмила майя максим
  маргарита марина мария марк марта матвей милана мирослав михаил надежда назар наталия наталья ника никита николай нина
  оксана олег олеся ольга павел петр полина прохор раиса рамиль регина ренат рената римма ринат родион роман роза руслан
  рустам савелий светлана семен сергей снежана софия софья станислав степан таисия тамара тарас татьяна тимофей тимур
  ульяна федор филипп эдуард элла эльвира эльдар эмилия эмма эрик юлиан юлия юрий яков ян яна ярослав ярослава
  аня аля алеша андрюша ася боря валера валя ваня варя вася вика витя влад вова володя галя гена гоша гриша даня даша дима
  женя зина игорек ира иришка катя кирюша коля костя ксюша леня леша лида лиза люба люда люся макс маша митя миша надя
  настя наташа нюра оля павлик паша петя поля рая рита рома саня саша света слава соня стас таня тема толя тоня федя шура
  эдик юля юра ярик яша
  олександр олександра олексій олена оленка аліна аліса анастасія анатолій андрій антоніна аркадій арсеній артур артемій
  валентина валерій валерія василь вікторія віктор віолетта віталій віталіна володимир геннадій георгій григорій гнат данило
  дар'я дарина денис діана дмитро остап євген євгенія єва єгор єлизавета зінаїда зоряна іван іванна ігор ілля інна ірина
  катерина кирило костянтин христина ксенія лариса леонід лідія лілія любов людмила максим маргарита марина марія марійка
  матвій микита микола михайло мирослава надія наталія наталя неля ніна оксана олег олеся ольга орест павло петро
  поліна раїса роксолана руслана святослав світлана семен сергій соломія софія степан стефанія таїсія таміла тарас тетяна
  тимофій федір феодосій юлія юрій юліан яків ярина
  галя діма женя зіна іра катя коля костя ліда люда льоня льоша миша міша михась надя настя наталка оля петрик саша сашко
  слава славко соля стас таня толя тоня федя юля юрко яся ярка
  adam alan albert alex alexander alice amanda amy andrea andrew angela ann anna anne anthony ashley barbara ben benjamin
  betty bob brandon brian carl carol caroline catherine charles charlotte chris christina christine christopher cynthia
  dan daniel david deborah dennis diana diane donald donna dorothy edward elena elizabeth emily emma eric ethan eva frank
  fred gary george gloria grace greg hannah harry heather helen henry irene ivan jack jacob james jane janet jason jeff
  jennifer jerry jessica joan joe john jonathan jordan joseph joshua joyce juan judith judy julia julie justin karen kate
  katherine kathleen keith kelly kenneth kevin kim kyle larry laura lauren linda lisa louis lucy madison margaret maria
  marie marilyn martha martin mary matthew megan melissa michael michelle mike nancy natalie nathan nicholas nicole noah
  olga oliver olivia pamela patricia patrick paul peter philip rachel ralph raymond rebecca richard robert roger ronald
  rose roy russell ruth ryan samantha samuel sandra sara sarah scott sean sharon shirley sophia sophie stephanie stephen
  steve steven susan teresa terry theresa thomas tim timothy tom tyler victoria vincent virginia walter wayne william zachary`
    .split(/\s+/)
    .map(foldName),
)

const PATRONYMIC = /(?:ович|евич|йович|льич|овна|евна|инична|івна|ївна)$/
const SURNAME =
  /(?:[оеє]в|[оеє]ва|[иі]н|[иі]на|енко|[уюі]к|чка|[сц]ь?к(?:ий|ій|ая|а)|ян|дзе|швил[иі]|ець|ич|йко|ак|як|ко)$/
/** Endings that hardly any other word has. */
const SURE_SURNAME = /(?:енко|чук|[оеє]ва|дзе|швил[иі])$/
const NO_SURNAME = new Set(
  `основа подкова корова голова столова дубова полова королева обнова установа умова розмова підкова дерева
  черева готова здорова нова еврова`.split(/\s+/),
)
const RELATION =
  /^(?:тетя|тетка|тетушка|дядя|дядько|дядюшка|тітка|баба|бабушка|бабуся|дед|дедушка|дід|дідусь|сосед|соседка|сусід|сусідка|брат|сестра|кум|кума|пан|пані|лікар(?:ка)?|доктор(?:ка)?|врач|директор(?:ка)?|голова|бухгалтер(?:ка)?|завгосп|завхоз|прораб|администратор|адміністратор(?:ка)?|господин|госпожа|г-н|г-жа|mr|mrs|ms|miss|dr|aunt|uncle)\.?$/
const INITIALS = /^\p{Lu}\.(?:\p{Lu}\.)?$/u
const LETTERS = /^\p{L}[\p{L}'’ʼ.-]*$/u
/** They stay small in a name: `Іра з Ірпеня`. */
const SMALL = new Set('з із зі с со из від от у в de del van von der la da di el al bin'.split(' '))
const MOST_WORDS = 4

/** Whether the words are surely somebody's name: `Кузнецова Мария`, `сергеев олег`, `тётя Люся`, `Коля сосед`. */
export function isPerson(words: readonly string[]): boolean {
  if (words.length === 0 || words.length > MOST_WORDS || !words.every((word) => LETTERS.test(word)))
    return false
  const kinds = words.map(kindOf)
  if (kinds.includes(undefined)) return false
  const [only] = kinds
  if (kinds.length === 1) return only === 'given' || only === 'sure'
  // `Мельничук В.В. стілець`: initials stand beside one surname and nothing else.
  if (kinds.includes('initials') && kinds.includes('surname') && kinds.length > 2) return false
  const strong = kinds.filter((kind) => kind !== 'surname' && kind !== 'capital').length
  const isNamed =
    kinds.some(
      (kind) => kind === 'given' || kind === 'patronymic' || kind === 'sure' || kind === 'initials',
    ) ||
    (kinds[0] === 'relation' && kinds.includes('capital'))
  return isNamed && strong >= kinds.length - 2 && kinds.filter((kind) => kind === 'surname').length <= 1
}

type Kind = 'given' | 'patronymic' | 'sure' | 'relation' | 'initials' | 'surname' | 'capital'

function kindOf(word: string): Kind | undefined {
  const folded = foldName(word)
  const isCapital = /^\p{Lu}/u.test(word)
  if (RELATION.test(folded)) return 'relation'
  if (GIVEN.has(folded)) return 'given'
  if (INITIALS.test(word)) return 'initials'
  if (folded.length < 3) return undefined
  if (folded.length > 5 && PATRONYMIC.test(folded)) return 'patronymic'
  if (isCapital && folded.length > 4 && SURE_SURNAME.test(folded) && !NO_SURNAME.has(folded)) return 'sure'
  if (isCapital) return 'capital'
  return folded.length > 3 && SURNAME.test(folded) ? 'surname' : undefined
}

/** Whether a word is a given name: many have it. */
export function isGivenName(word: string): boolean {
  return GIVEN.has(foldName(word))
}

/** `Анна Иванова`: a given name, and a word with a capital that looks like a surname behind it. */
export function isSurnameBehind(given: string, word: string): boolean {
  const folded = foldName(word)
  return (
    GIVEN.has(foldName(given)) &&
    /^\p{Lu}\p{Ll}+$/u.test(word) &&
    folded.length > 3 &&
    SURNAME.test(folded) &&
    !GIVEN.has(folded)
  )
}

/** How many words at that end of the text are surely a name, 0 for none. */
export function personAt(words: readonly string[], end: 'start' | 'end'): number {
  for (let count = Math.min(MOST_WORDS, words.length); count > 0; count--)
    if (isPerson(end === 'start' ? words.slice(0, count) : words.slice(-count))) return count
  return 0
}

/** With capitals where they belong: `КОВАЛЬЧУК андрій` is Ковальчук Андрій; `Коля сосед` stays. */
export function properName(name: string): string {
  const words = name.split(/\s+/)
  const isMixed = words.some((word) => /^\p{Lu}.*\p{Ll}/u.test(word))
  return words
    .map((word, at) => {
      const folded = foldName(word)
      if (/[@(\d]/.test(word) || INITIALS.test(word) || (at > 0 && SMALL.has(folded))) return word
      const isShouted = /^\p{Lu}[\p{Lu}'’ʼ-]{2,}$/u.test(word)
      const isSmall = /^\p{Ll}/u.test(word)
      const isName = GIVEN.has(folded) || PATRONYMIC.test(folded) || SURNAME.test(folded)
      if (isShouted && (!isMixed || isName)) return capitalized(word.toLowerCase())
      return isSmall && !RELATION.test(folded) && (!isMixed || isName) ? capitalized(word) : word
    })
    .join(' ')
}

function capitalized(word: string): string {
  return word.replace(/(?<![\p{L}'’ʼ])\p{L}/gu, (letter) => letter.toUpperCase())
}

const CAPITALIZED = String.raw`\p{Lu}[\p{L}'’ʼ.-]*`
const NAME_SHAPE = new RegExp(`^${CAPITALIZED}(?:\\s+${CAPITALIZED}){0,3}$`, 'u')

/** Up to four words with capitals: a name, or anything else that is written so. */
export function looksLikeName(text: string): boolean {
  return NAME_SHAPE.test(text)
}
