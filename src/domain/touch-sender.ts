import type { ActivityKind, Direction } from './activity.ts'

/** What we make and they wait for. */
export const OUR_PAPER =
  '(?:кп|коммерческо\\p{L}+|комерційн\\p{L}+|прайс\\p{L}*|договор\\p{L}*|договір|сч[её]т|рахунок|предложени[ея]|пропозиці[яю]|каталог\\p{L}*|смет[ау]|кошторис|прос?ч[её]т|расч[её]т|прорахунок|розрахунок|эскиз|ескіз|(?:the |an? |our )?(?:offer|quote|proposal|invoice|contract|price list|catalogue))'

export const THEY = '(?:вона|він|вони|она|он|они|she|he|they|кли[её]нт(?:ка)?|клієнт(?:ка)?|(?:the )?client)'
const TO_THEM = '(?:им|ей|ему|їй|йому|їм|кли[её]нт(?:у|ке)|клієнт(?:у|ові|ці)|him|her|them)'
const TO_US = '(?:мне|нам|мені|меня|мене|нас|us|me)'
const PAST = '(?:л[аи]?|в|ли)'
const END = '(?=$|[\\s.,;:!?–—-])'

/** What is done towards us, or only they do. */
const REPLIED =
  `(?:при(?:сла|шл[еёі])${PAST}|(?:от|від)писа${PAST}(?:сь|ся)?|відписува${PAST}|отве(?:ти|ча)${PAST}|відпові(?:в|л[аи])|` +
  `просит|просить|(?:по)?проси${PAST}|спроси${PAST}|спрашива(?:ет|ют|${PAST})|(?:за)?пита(?:є|ють|${PAST})|запитує|` +
  `соглас(?:ен|на|ны|ил(?:ся|ась|ись))|погоди(?:вся|лас[яь]|лис[яь])|згод(?:ен|на|ні)|подтверди${PAST}|підтверди${PAST}|` +
  'replied|answered|wrote back|asked|asks|confirmed|agreed)'
/** What either side does. */
const SENT = `(?:(?:на)?писа${PAST}|пишет|пишут|пише|пишуть|(?:с)?кину${PAST}|надісла${PAST})`
/** What whoever writes it down did, where nobody else is named. */
const SENT_AWAY = `(?:отправи${PAST}|посла${PAST}|(?:вы|ви)сла${PAST}|відправи${PAST}|wrote|sent|writes)`
/** What goes to them, and what we make, is sent by us. */
const BY_US = `(?: (?!${TO_US} )\\p{L}+)? (?:${TO_THEM}|${OUR_PAPER}|на (?:все |всі |її |его |её )?(?:вопрос|питання|запитання)\\p{L}*)${END}`

const WROTE = new RegExp(
  `^(?:${THEY} (?:\\p{L}+ )?(?:${REPLIED}|${SENT}|${SENT_AWAY})|(?:wrote|sent) ${TO_US}|при(?:сла|шл[её])${PAST}|(?:${REPLIED}|${SENT})(?!${BY_US}))${END}`,
  'iu',
)
/** Either side sends these, and nothing says who did. */
const EITHERS = new RegExp(
  `^(?:с?кину${PAST}|надісла${PAST})(?: (?!${TO_US} )\\p{L}+)? (?:фот\\p{L}+|світлин\\p{L}+|в[иі]део|файл\\p{L}*|документ\\p{L}*|рекв[иі]зит\\p{L}*|ссылк\\p{L}+|посилан\\p{L}+|адрес\\p{L}*)${END}(?!.*(?:чека|жд[уеё]|жде|прос|хо[тч]|пита|спр[ао]ш))`,
  'iu',
)

/** `скинула фото`: taken as theirs, and perhaps ours. */
export function isPerhapsOurs(text: string): boolean {
  return EITHERS.test(text)
}

const CALLED = new RegExp(
  `^${THEY} (?:(?:сам[аиі]? )?(?:пере|по|за)?(?:д?звони|телефонува|набира|набра)${PAST}|called|rang|phoned)${END}`,
  'iu',
)

/**
 * Who began it by the first words of what was said, which stay in the text: `прислал размеры`, `вона дзвонила, питала
 * ціну` are theirs. Null where nothing says so.
 */
export function senderOf(text: string, kind: ActivityKind): Direction | null {
  if (kind === 'call') return CALLED.test(text) ? 'in' : null
  return (kind === 'message' || kind === 'email') && WROTE.test(text) ? 'in' : null
}
