import type { Translated } from './translated.ts'

type Column = 'reached' | 'here' | 'next'

const en = {
  summary: 'how contacts become customers: lead → MQL → SQL → customer',
  period: 'when the contacts were made (default: the last 90 days)',
  by: 'group by manager, department, source, day, week, month, quarter or year',
  manager: 'only contacts of this manager; "(none)" for those without one',
  source: 'only contacts from this source',
  explain:
    'list the contacts of one figure: lead, mql, sql or customer:reached|here|next, with @GROUP of one group',
  noGroup: (p: { text: string; known: string }) =>
    `Contacts cannot be grouped by "${p.text}". By: ${p.known}`,
  noSource: (p: { text: string; known: readonly string[] }) =>
    `No contact has the source "${p.text}".${p.known.length > 0 ? ` There are: ${p.known.join(', ')}` : ''}`,
  badExplain: (p: { text: string }) =>
    `--explain takes lead, mql, sql or customer with :reached, here or next, not "${p.text}"`,
  explained: (p: { stage: string; column: Column; n: string }) =>
    `${p.stage}, ${{ reached: 'reached', here: 'came no farther', next: 'went on' }[p.column]}: ${p.n}`,
  title: 'From lead to customer',
  titleBy: (p: { by: string }) => `From lead to customer by ${p.by}`,
  cohort: 'contacts made in the period',
  contacts: (p: { n: string }) => `contacts: ${p.n}`,
  step: 'Step',
  reached: 'reached',
  here: 'stayed',
  days: 'days to next',
  sum: (p: { share: string }) => `Became customers: ${p.share}.`,
  took: (p: { days: string; n: string }) =>
    `From the first entry of a contact to the first won deal: ${p.days} days, the median of ${p.n}.`,
  about: 'Who came farther has passed all before: a customer counts as an SQL and an MQL.',
  unwritten: 'Nobody is written down as an MQL or an SQL here: only customers have come so far.',
  few: 'Under 10 contacts: “3 of 5” instead of a percentage.',
  customer: 'A customer here is a person of a won deal; retention and reactivation count companies.',
  young: 'The others may still come farther: the shares can rise.',
  daysNote:
    'Days between two steps are of those with both written down: contact edit WHO --lifecycle mql --at WHEN.',
  none: (p: { period: string }) => `No contacts were made in ${p.period}.`,
  latest: 'The latest: ',
  bought: 'became customers',
}

export type LifeFunnelWords = typeof en

const ru: LifeFunnelWords = {
  summary: 'как контакты становятся клиентами: лид → MQL → SQL → клиент',
  period: 'когда контакты появились (по умолчанию: последние 90 дней)',
  by: 'по чему разбить: manager, department, source, day, week, month, quarter или year',
  manager: 'только контакты этого менеджера; «(нет)» — без менеджера',
  source: 'только контакты из этого источника',
  explain:
    'контакты за одной цифрой: lead, mql, sql или customer:reached|here|next, с @ГРУППА — одной группы',
  noGroup: (p) => `По «${p.text}» контакты не разбить. Можно: ${p.known}`,
  noSource: (p) =>
    `Контактов с источником «${p.text}» нет.${p.known.length > 0 ? ` Есть: ${p.known.join(', ')}` : ''}`,
  badExplain: (p) =>
    `--explain принимает lead, mql, sql или customer с :reached, here или next, а не «${p.text}»`,
  explained: (p) =>
    `${p.stage}, ${{ reached: 'дошли', here: 'остались', next: 'пошли дальше' }[p.column]}: ${p.n}`,
  title: 'От лида до клиента',
  titleBy: (p) => `От лида до клиента по ${p.by}`,
  cohort: 'контакты, появившиеся за период',
  contacts: (p) => `контактов ${p.n}`,
  step: 'Шаг',
  reached: 'дошли',
  here: 'остались',
  days: 'дней до следующего',
  sum: (p) => `Стали клиентами ${p.share}.`,
  took: (p) => `От появления контакта до первой выигранной сделки: медиана ${p.days} дн, по ${p.n}.`,
  about: 'Кто зашёл дальше, прошёл и всё до этого: клиент считается и SQL, и MQL.',
  unwritten: 'MQL и SQL здесь никому не записаны: до них дошли только те, кто стал клиентом.',
  few: 'Меньше 10 контактов — не проценты, а «3 из 5».',
  customer: 'Клиент здесь — человек, чья сделка выиграна; retention и reactivation считают компании.',
  young: 'Остальные ещё могут дойти: доли могут вырасти.',
  daysNote: 'Дни между шагами — по тем, у кого записаны оба: contact edit КТО --lifecycle mql --at КОГДА.',
  none: (p) => `За ${p.period} контактов не появилось.`,
  latest: 'Последние: ',
  bought: 'стали клиентами',
}

const uk: LifeFunnelWords = {
  summary: 'як контакти стають клієнтами: лід → MQL → SQL → клієнт',
  period: 'коли контакти з’явилися (типово: останні 90 днів)',
  by: 'за чим розбити: manager, department, source, day, week, month, quarter або year',
  manager: 'лише контакти цього менеджера; «(немає)» — без менеджера',
  source: 'лише контакти з цього джерела',
  explain:
    'контакти за однією цифрою: lead, mql, sql або customer:reached|here|next, з @ГРУПА — однієї групи',
  noGroup: (p) => `За «${p.text}» контакти не розбити. Можна: ${p.known}`,
  noSource: (p) =>
    `Контактів із джерелом «${p.text}» немає.${p.known.length > 0 ? ` Є: ${p.known.join(', ')}` : ''}`,
  badExplain: (p) =>
    `--explain приймає lead, mql, sql або customer з :reached, here або next, а не «${p.text}»`,
  explained: (p) =>
    `${p.stage}, ${{ reached: 'дійшли', here: 'лишилися', next: 'пішли далі' }[p.column]}: ${p.n}`,
  title: 'Від ліда до клієнта',
  titleBy: (p) => `Від ліда до клієнта за ${p.by}`,
  cohort: 'контакти, що з’явилися за період',
  contacts: (p) => `контактів ${p.n}`,
  step: 'Крок',
  reached: 'дійшли',
  here: 'лишилися',
  days: 'днів до наступного',
  sum: (p) => `Стали клієнтами ${p.share}.`,
  took: (p) => `Від появи контакту до першої виграної угоди: медіана ${p.days} дн, за ${p.n}.`,
  about: 'Хто зайшов далі, пройшов і все до цього: клієнт рахується і як SQL, і як MQL.',
  unwritten: 'MQL і SQL тут нікому не записано: до них дійшли лише ті, хто став клієнтом.',
  few: 'Менш ніж 10 контактів — не відсотки, а «3 з 5».',
  customer: 'Клієнт тут — людина, чию угоду виграно; retention і reactivation рахують компанії.',
  young: 'Решта ще може дійти: частки можуть зрости.',
  daysNote: 'Дні між кроками — за тими, у кого записано обидва: contact edit ХТО --lifecycle mql --at КОЛИ.',
  none: (p) => `За ${p.period} контактів не з’явилося.`,
  latest: 'Останні: ',
  bought: 'стали клієнтами',
}

export const lifeFunnelWords: Translated<LifeFunnelWords> = { en, ru, uk }
