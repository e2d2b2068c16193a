import { isCompanyName } from '../names/name.ts'
import { looksLikeName } from '../names/name-words.ts'
import type { Piece, QuickContext } from './piece.ts'

const SOURCE_LABEL = /^(?:источник|джерело|source)[:\s]+(.+)$/iu
const FROM_SITE = /^(?:с сайта|со? страницы|із сайту|з сайту|from (?:the |our )?(?:web ?)?site)$/iu
const FROM = /^(?:от|из|с|від|з|із|from|via)\s+(.+)$/iu

/** A source: behind the word for one, the site, or a known one behind `от`, `from`. */
export function sourceOf(text: string, context: QuickContext): Piece[] | undefined {
  const labelled = SOURCE_LABEL.exec(text)?.[1]
  if (labelled !== undefined) return [{ kind: 'source', text: labelled }]
  if (FROM_SITE.test(text))
    return [{ kind: 'source', text: { en: 'site', ru: 'сайт', uk: 'сайт' }[context.lang] }]
  const named = FROM.exec(text)?.[1]
  return named !== undefined && context.knows('source', named) ? [{ kind: 'source', text: named }] : undefined
}

const COMPANY_LABEL = /^(?:компания|фирма|компанія|фірма|company|из|із|з|from)[:\s]+(.+)$/iu
/** `Клініка Посмішка`, `салон «Мрія»`: a name of such a place, and nothing after it. */
const PLACE =
  /^(?:клініка|клиника|стоматологія|стоматология|медцентр|лікарня|поліклініка|салон|готель|отель|гостиница|ресторан|кафе|магазин|осбб|осмд|тсж|тсн|жск|снт|школа|лицей|ліцей|студия|студія|ателье|ательє|clinic|hotel|cafe)$/iu
const COMPANY_WORD = /^(?:компания|фирма|компанія|фірма|company)[:\s]/iu

/** With its legal form, with the word for one before it, or known already; a name may stand before the legal form. */
export function companyOf(text: string, context: QuickContext): Piece[] | undefined {
  const named = COMPANY_LABEL.exec(text)?.[1]
  if (
    named !== undefined &&
    (COMPANY_WORD.test(text) || isCompanyName(named) || context.knows('company', named))
  )
    return [{ kind: 'company', text: named }]
  const words = text.split(/\s+/)
  const form = words.findIndex((word, at) => at < words.length - 1 && isCompanyName(`${word} x`) && at > 0)
  const before = words.slice(0, form).join(' ')
  if (form > 0 && looksLikeName(before))
    return [
      { kind: 'name', text: before },
      { kind: 'company', text: words.slice(form).join(' ') },
    ]
  const isKnown = context.knows('company', text) && !context.knows('contact', text)
  return isCompanyName(text) || isKnown || isPlace(text) ? [{ kind: 'company', text }] : undefined
}

/** `ООО «Ромашка», Кириллова Анна`: whose firm it is may be said first. */
export function isFirm(part: Piece | { text: string }, context: QuickContext): boolean {
  const pieces = 'kind' in part ? [part] : companyOf(part.text, context)
  return pieces?.every(({ kind }) => kind === 'company') ?? false
}

function isPlace(text: string): boolean {
  const [kind = '', ...name] = text.split(/\s+/)
  return PLACE.test(kind) && name.length > 0 && name.every((word) => /^[«"“„]?\p{Lu}/u.test(word))
}

const REFERRED =
  /^(?:по (?:рекомендации|совету)(?: от)?|за (?:рекомендацією|порадою)(?: від)?|(?:по)?рекомендова(?:л[аи]?|в|ла|ли)|рекомендаци[яи](?: от)?|посоветовал[аи]?|порадив|порадила|порадили|referred by|recommended by|from|от|від)\s+(\p{Lu}[\p{L}'’ʼ.-]+(?:\s+\p{Lu}[\p{L}'’ʼ.-]+){0,2})$/iu

/** Who sent them to us. `от` may as well be a source: whoever knows the contacts decides. */
export function referralOf(text: string): Piece[] | undefined {
  const by = REFERRED.exec(text)?.[1]
  if (by === undefined || !/^\p{Lu}/u.test(by)) return undefined
  return [{ kind: 'referral', text, by }]
}
