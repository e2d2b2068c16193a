import { foldName } from '../domain/names/name.ts'

/** Words that stages of a sale are called by in three languages, as beginnings of words, from its start to its end. */
const RANKS: readonly RegExp[] = [
  ranked('new|leads?|inquiry|enquiry|prospect|заявк|нов|лид|лід|обращени|звернен|входящ'),
  ranked('contact|qualif|engag|call|квалифик|кваліфік|контакт|звон|дзвін'),
  ranked('meeting|demo|visit|измерени|замер|замір|встреч|зустріч|демо|показ'),
  ranked('propos|quot|estimat|offer|расчет|розрахун|кп|предложени|пропозиц|смет'),
  ranked('negotiat|approv|переговор|согласован|узгоджен|погоджен'),
  ranked('contract|agreement|invoic|договор|догов|договір|контракт|счет|рахун|оплат|аванс'),
  ranked('product|deliver|install|производств|виробництв|монтаж|установк|доставк'),
]

function ranked(beginnings: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${beginnings})`, 'u')
}

/**
 * The names with those whose words are known put in the order of a sale; a name of unknown words keeps the place at
 * which it was met. A name that fits several ranks goes by the first.
 */
export function orderOfWords(names: readonly string[]): readonly string[] {
  const ranks = names.map((name) => RANKS.findIndex((words) => words.test(foldName(name))))
  const known = names
    .map((name, i) => ({ name, rank: ranks[i] ?? -1 }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank)
    .map(({ name }) => name)
  return names.map((name, i) => ((ranks[i] ?? -1) < 0 ? name : (known.shift() ?? name)))
}
