import type { Translated } from './translated.ts'

interface Named {
  id: string
  title: string
}

interface Moved extends Named {
  from: string
  to: string
  /** The moment as understood, with its weekday; null where it is now. */
  when: string | null
  reason: string | null
}

/** A move entered late: what came before and after it, and where the deal is today. */
interface Landed {
  next: string
  nextWhen: string
  now: string
}

/** Where a deal went after a move that was entered late. */
const wentOn = {
  en: (p: Landed) =>
    `after that it moved to ${p.next} (${p.nextWhen})${p.now === p.next ? '' : `; it is in ${p.now} now`}`,
  ru: (p: Landed) =>
    `после этого она перешла на «${p.next}» (${p.nextWhen})${p.now === p.next ? '' : `; сейчас она на этапе «${p.now}»`}`,
  uk: (p: Landed) =>
    `після цього вона перейшла на «${p.next}» (${p.nextWhen})${p.now === p.next ? '' : `; зараз вона на етапі «${p.now}»`}`,
}

interface Closed {
  id: string
  /** `d6 Balcony (Lost)` */
  found: readonly string[]
  count: number
}

const en = {
  added: (p: Named & { facts: string; when: string | null }) =>
    `Added ${p.id} ${p.title}: ${p.facts}${p.when === null ? '' : `, ${p.when}`}`,
  tasksOfFormer: (p: { name: string; tasks: readonly string[]; command: string }) =>
    `Still ${p.name}’s: ${p.tasks.join('; ')}. To give that too: ${p.command}`,
  withTasksOfWhom: '--with-tasks goes with --manager: whom do the tasks go to?',
  giveTasks: (p: { name: string; tasks: readonly string[] }) =>
    `Give ${p.name} what is to be done about it too: ${p.tasks.join('; ')}?`,
  tasksGiven: (ids: readonly string[]) => `Given too: ${ids.join(', ')}`,
  lostWithoutReason: (p: { id: string }) => `Why is not written down: voronka lost ${p.id} REASON`,
  changed: (p: Named & { changes: string; when: string | null }) =>
    `Changed ${p.id} ${p.title}: ${p.changes}${p.when === null ? '' : `, ${p.when}`}`,
  moved: (p: Moved) =>
    `${p.id} ${p.title}: ${p.from} → ${p.to}${p.reason === null ? '' : ` (${p.reason})`}${p.when === null ? '' : `, ${p.when}`}`,
  reopened: (p: Moved) =>
    `Reopened ${p.id} ${p.title}: ${p.from} → ${p.to}${p.when === null ? '' : `, ${p.when}`}`,
  isReopened: 'reopened',
  reasoned: (p: Named & { stage: string; reason: string }) => `${p.id} ${p.title}, ${p.stage}: ${p.reason}`,
  overtaken: {
    won: (p: Landed & { to: string }) => `The deal is NOT won: ${wentOn.en(p)}`,
    lost: (p: Landed & { to: string }) => `The deal is NOT lost: ${wentOn.en(p)}`,
    open: (p: Landed & { to: string }) => `The deal is not in ${p.to} now: ${wentOn.en(p)}`,
  },
  landed: (p: Landed) => `Entered before ${p.next} of ${p.nextWhen}; the deal is in ${p.now} now`,
  thereAlready: (p: Named & { stage: string; since: string }) =>
    `${p.id} ${p.title} is in ${p.stage} already, since ${p.since}`,
  removed: (p: Named & { stage: string; operation: number }) =>
    `Removed ${p.id} ${p.title}, which was in ${p.stage}. To bring it back: voronka undo ${p.operation}`,
  isRemoved: (p: Named & { text: string }) =>
    `${p.id} ${p.title} was removed. To bring it back: voronka undo N, with the number that voronka journal shows for it`,
  onlyClosed: (p: Closed) =>
    p.count === 1
      ? `${p.found.join()} is closed. To open it again: voronka deal move ${p.id} STAGE`
      : `No open deal; closed ones: ${p.found.join(', ')}. To open one again: voronka deal move ${p.id} STAGE`,
  beforeCreation: (p: Named & { created: string }) =>
    `${p.id} ${p.title} was created on ${p.created}: nothing can happen to it before that`,
  idTaken: (p: Named & { externalId: string }) =>
    `The id "${p.externalId}" is that of ${p.id} ${p.title}. Change that one: voronka deal edit ${p.id}`,
  inFuture: (p: { when: string }) => `${p.when} is still to come: a deal's history holds what has happened`,
  stageRetired: (p: { stage: string; pipeline: string; stages: string }) =>
    `Stage “${p.stage}” of “${p.pipeline}” is retired. There are: ${p.stages}`,
  noPipeline: 'There is no pipeline yet: voronka pipeline add',
  noTitle: 'Give the deal a title, or at least --contact or --product: voronka deal add "Balcony"',
  otherCurrency: (p: { text: string; named: string; currency: string }) =>
    `"${p.text}" is in ${p.named}, but the deal is in ${p.currency}. Name one currency with --currency`,
  badDecimal: (p: { text: string }) => `--decimal takes , or . and not "${p.text}"`,
  reasonOfNoLoss: (p: { stage: string }) =>
    `--reason says why a deal was lost; ${p.stage} is no loss. Leave it out, or move the deal to lost`,
  stageElsewhere: (p: { id: string; stage: string; pipeline: string }) =>
    `The stage ${p.stage} is in the pipeline ${p.pipeline}: voronka deal move ${p.id} "${p.stage}" --pipeline "${p.pipeline}"`,
  stageNear: (p: { text: string; near: string; move: string; add: string }) =>
    `There is no stage “${p.text}”, but there is “${p.near}”: ${p.move}. All stages: voronka stage list. To add a new one: ${p.add}`,
  noneYet: 'No deals yet. The first one: voronka deal add "Balcony" --amount 1200',
  shownSome: (p: { shown: string; all: string; limit: number }) =>
    `The newest ${p.shown} of ${p.all} deals. All of them: --limit ${p.limit}`,
  shownFirst: (p: { shown: string; all: string; limit: number }) =>
    `The first ${p.shown} of ${p.all} deals. All of them: --limit ${p.limit}`,
  history: 'History',
  created: 'created',
  closed: 'closed',
  expectedClose: 'expected',
  lostReason: 'why lost',
  presumed: 'presumed',
  datedAhead: (p: { stage: string }) => `dated ahead: until then reports count it in ${p.stage}`,
  yetToBegin: 'dated ahead: reports count it from its creation on',
  wasRemoved: 'removed',
  broughtBack: 'brought back',
  cleared: '–',
  fields: {
    title: 'title',
    stage: 'stage',
    manager: 'manager',
    company: 'company',
    contacts: 'contacts',
    amount: 'amount',
    cost: 'cost',
    currency: 'currency',
    source: 'source',
    product: 'product',
    expected: 'expected',
    tags: 'tags',
    note: 'note',
    externalId: 'external id',
    externalSystem: 'external system',
  },
}

export type DealsWords = typeof en

const ru: DealsWords = {
  added: (p) => `Добавлена ${p.id} ${p.title}: ${p.facts}${p.when === null ? '' : `, ${p.when}`}`,
  tasksOfFormer: (p) =>
    `${p.name}: осталось по этой сделке — ${p.tasks.join('; ')}. Отдать и это: ${p.command}`,
  withTasksOfWhom: '--with-tasks пишут вместе с --manager: кому передать задачи?',
  giveTasks: (p) => `Передать и это — ${p.tasks.join('; ')}? Новый менеджер: ${p.name}`,
  tasksGiven: (ids) => `Передано и это: ${ids.join(', ')}`,
  lostWithoutReason: (p) => `Причина не записана. Записать: voronka lost ${p.id} ПРИЧИНА`,
  changed: (p) => `Изменена ${p.id} ${p.title}: ${p.changes}${p.when === null ? '' : `, ${p.when}`}`,
  moved: (p) =>
    `${p.id} ${p.title}: ${p.from} → ${p.to}${p.reason === null ? '' : ` (${p.reason})`}${p.when === null ? '' : `, ${p.when}`}`,
  reopened: (p) =>
    `Снова в деле ${p.id} ${p.title}: ${p.from} → ${p.to}${p.when === null ? '' : `, ${p.when}`}`,
  isReopened: 'снова в деле',
  reasoned: (p) => `${p.id} ${p.title}, ${p.stage}: ${p.reason}`,
  overtaken: {
    won: (p) => `Сделка НЕ выиграна: ${wentOn.ru(p)}`,
    lost: (p) => `Сделка НЕ проиграна: ${wentOn.ru(p)}`,
    open: (p) => `Сделка сейчас не на этапе «${p.to}»: ${wentOn.ru(p)}`,
  },
  landed: (p) => `Записано перед «${p.next}» от ${p.nextWhen}; сейчас сделка на этапе «${p.now}»`,
  thereAlready: (p) => `${p.id} ${p.title} уже на этапе «${p.stage}», с ${p.since}`,
  removed: (p) =>
    `Убрана ${p.id} ${p.title}, была на этапе «${p.stage}». Вернуть: voronka undo ${p.operation}`,
  isRemoved: (p) => `${p.id} ${p.title} убрана. Вернуть: voronka undo N, номер — в voronka journal`,
  onlyClosed: (p) =>
    p.count === 1
      ? `${p.found.join()} уже закрыта. Вернуть в работу: voronka deal move ${p.id} ЭТАП`
      : `Открытых сделок нет, только закрытые: ${p.found.join(', ')}. Вернуть в работу: voronka deal move ${p.id} ЭТАП`,
  beforeCreation: (p) => `${p.id} ${p.title} создана ${p.created}: раньше с ней ничего быть не могло`,
  idTaken: (p) => `Номер «${p.externalId}» уже у ${p.id} ${p.title}. Изменить её: voronka deal edit ${p.id}`,
  inFuture: (p) => `${p.when} ещё не наступило: в истории сделки только то, что уже было`,
  stageRetired: (p) => `Этап «${p.stage}» воронки «${p.pipeline}» убран. Есть: ${p.stages}`,
  noPipeline: 'Воронок пока нет: voronka pipeline add',
  noTitle: 'Дайте сделке название или хотя бы --contact либо --product: voronka deal add "Балкон"',
  otherCurrency: (p) =>
    `«${p.text}» — это ${p.named}, а сделка в ${p.currency}. Укажите одну валюту через --currency`,
  badDecimal: (p) => `--decimal принимает , или . а не «${p.text}»`,
  reasonOfNoLoss: (p) =>
    `--reason говорит, почему отказ, а «${p.stage}» не отказ. Уберите его или переведите сделку в lost`,
  stageElsewhere: (p) =>
    `Этап «${p.stage}» — в воронке «${p.pipeline}»: voronka deal move ${p.id} "${p.stage}" --pipeline "${p.pipeline}"`,
  stageNear: (p) =>
    `Этапа «${p.text}» нет, но есть «${p.near}»: ${p.move}. Все этапы: voronka stage list. Добавить новый: ${p.add}`,
  noneYet: 'Сделок пока нет. Первая: voronka deal add "Балкон" --amount 120000',
  shownSome: (p) => `Показаны новейшие: ${p.shown} из ${p.all}. Все: --limit ${p.limit}`,
  shownFirst: (p) => `Показаны первые: ${p.shown} из ${p.all}. Все: --limit ${p.limit}`,
  history: 'История',
  created: 'создана',
  closed: 'закрыта',
  expectedClose: 'ждём',
  lostReason: 'причина отказа',
  presumed: 'предположено',
  datedAhead: (p) => `дата ещё не наступила: до неё отчёты считают сделку на этапе «${p.stage}»`,
  yetToBegin: 'дата ещё не наступила: отчёты считают сделку со дня её создания',
  wasRemoved: 'убрана',
  broughtBack: 'возвращена',
  cleared: '–',
  fields: {
    title: 'название',
    stage: 'этап',
    manager: 'менеджер',
    company: 'компания',
    contacts: 'контакты',
    amount: 'сумма',
    cost: 'себестоимость',
    currency: 'валюта',
    source: 'источник',
    product: 'продукт',
    expected: 'ждём',
    tags: 'метки',
    note: 'заметка',
    externalId: 'внешний номер',
    externalSystem: 'внешняя система',
  },
}

const uk: DealsWords = {
  added: (p) => `Додано ${p.id} ${p.title}: ${p.facts}${p.when === null ? '' : `, ${p.when}`}`,
  tasksOfFormer: (p) =>
    `${p.name}: лишилося за цією угодою — ${p.tasks.join('; ')}. Віддати й це: ${p.command}`,
  withTasksOfWhom: '--with-tasks пишуть разом із --manager: кому передати завдання?',
  giveTasks: (p) => `Передати й це — ${p.tasks.join('; ')}? Новий менеджер: ${p.name}`,
  tasksGiven: (ids) => `Передано й це: ${ids.join(', ')}`,
  lostWithoutReason: (p) => `Причину не записано. Записати: voronka lost ${p.id} ПРИЧИНА`,
  changed: (p) => `Змінено ${p.id} ${p.title}: ${p.changes}${p.when === null ? '' : `, ${p.when}`}`,
  moved: (p) =>
    `${p.id} ${p.title}: ${p.from} → ${p.to}${p.reason === null ? '' : ` (${p.reason})`}${p.when === null ? '' : `, ${p.when}`}`,
  reopened: (p) =>
    `Знову в роботі ${p.id} ${p.title}: ${p.from} → ${p.to}${p.when === null ? '' : `, ${p.when}`}`,
  isReopened: 'знову в роботі',
  reasoned: (p) => `${p.id} ${p.title}, ${p.stage}: ${p.reason}`,
  overtaken: {
    won: (p) => `Угоду НЕ виграно: ${wentOn.uk(p)}`,
    lost: (p) => `Угоду НЕ програно: ${wentOn.uk(p)}`,
    open: (p) => `Угода зараз не на етапі «${p.to}»: ${wentOn.uk(p)}`,
  },
  landed: (p) => `Записано перед «${p.next}» від ${p.nextWhen}; зараз угода на етапі «${p.now}»`,
  thereAlready: (p) => `${p.id} ${p.title} вже на етапі «${p.stage}», з ${p.since}`,
  removed: (p) =>
    `Прибрано ${p.id} ${p.title}, була на етапі «${p.stage}». Повернути: voronka undo ${p.operation}`,
  isRemoved: (p) => `${p.id} ${p.title} прибрано. Повернути: voronka undo N, номер — у voronka journal`,
  onlyClosed: (p) =>
    p.count === 1
      ? `${p.found.join()} уже закрито. Повернути в роботу: voronka deal move ${p.id} ЕТАП`
      : `Відкритих угод немає, лише закриті: ${p.found.join(', ')}. Повернути в роботу: voronka deal move ${p.id} ЕТАП`,
  beforeCreation: (p) => `${p.id} ${p.title} створено ${p.created}: раніше з нею нічого бути не могло`,
  idTaken: (p) => `Номер «${p.externalId}» вже у ${p.id} ${p.title}. Змінити її: voronka deal edit ${p.id}`,
  inFuture: (p) => `${p.when} ще не настало: в історії угоди лише те, що вже було`,
  stageRetired: (p) => `Етап «${p.stage}» воронки «${p.pipeline}» прибрано. Є: ${p.stages}`,
  noPipeline: 'Воронок поки немає: voronka pipeline add',
  noTitle: 'Дайте угоді назву або хоча б --contact чи --product: voronka deal add "Балкон"',
  otherCurrency: (p) =>
    `«${p.text}» — це ${p.named}, а угода в ${p.currency}. Вкажіть одну валюту через --currency`,
  badDecimal: (p) => `--decimal приймає , або . а не «${p.text}»`,
  reasonOfNoLoss: (p) =>
    `--reason каже, чому відмова, а «${p.stage}» не відмова. Приберіть його або переведіть угоду в lost`,
  stageElsewhere: (p) =>
    `Етап «${p.stage}» — у воронці «${p.pipeline}»: voronka deal move ${p.id} "${p.stage}" --pipeline "${p.pipeline}"`,
  stageNear: (p) =>
    `Етапу «${p.text}» немає, але є «${p.near}»: ${p.move}. Усі етапи: voronka stage list. Додати новий: ${p.add}`,
  noneYet: 'Угод поки немає. Перша: voronka deal add "Балкон" --amount 120000',
  shownSome: (p) => `Показано найновіші: ${p.shown} з ${p.all}. Усі: --limit ${p.limit}`,
  shownFirst: (p) => `Показано перші: ${p.shown} з ${p.all}. Усі: --limit ${p.limit}`,
  history: 'Історія',
  created: 'створено',
  closed: 'закрито',
  expectedClose: 'чекаємо',
  lostReason: 'причина відмови',
  presumed: 'припущено',
  datedAhead: (p) => `дата ще не настала: до неї звіти рахують угоду на етапі «${p.stage}»`,
  yetToBegin: 'дата ще не настала: звіти рахують угоду від дня її створення',
  wasRemoved: 'прибрано',
  broughtBack: 'повернуто',
  cleared: '–',
  fields: {
    title: 'назва',
    stage: 'етап',
    manager: 'менеджер',
    company: 'компанія',
    contacts: 'контакти',
    amount: 'сума',
    cost: 'собівартість',
    currency: 'валюта',
    source: 'джерело',
    product: 'продукт',
    expected: 'чекаємо',
    tags: 'мітки',
    note: 'нотатка',
    externalId: 'зовнішній номер',
    externalSystem: 'зовнішня система',
  },
}

export const dealsWords: Translated<DealsWords> = { en, ru, uk }
