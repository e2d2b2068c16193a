import { plural, type Translated } from './translated.ts'

type Causes = Readonly<Record<'lost' | 'reopened' | 'back' | 'retired' | 'skipped', string>>

const en = {
  option: 'our figures beside those of Bitrix24, and the deals in which they differ',
  modes: (p: { known: string }) =>
    `Bitrix24 counts deals created in the period: --reconcile goes with ${p.known}`,
  alone: '--reconcile goes without --by, --compare, --against and --attribution',
  badCell: (p: { text: string; stages: string }) =>
    `With --reconcile, --explain takes STAGE or STAGE:lost, reopened, back, retired or skipped, not "${p.text}". Stages: ${p.stages}`,
  title: (p: { pipeline: string }) => `Funnel “${p.pipeline}”: ours and Bitrix24’s`,
  explained: (p: { stage: string; cause: keyof Causes | null; n: number }) =>
    `“${p.stage}”, ${p.cause === null ? 'differing' : en.named[p.cause]}: ${p.n}`,
  here: 'at the stage',
  further: '+ further',
  bitrix24: '= Bitrix24',
  ours: '= ours',
  causes: {
    lost: '+ lost',
    reopened: '+ reopened',
    back: '+ gone back',
    retired: '+ retired',
    skipped: '− skipped',
  } as Causes,
  named: {
    lost: 'lost',
    reopened: 'reopened',
    back: 'gone back',
    retired: 'at a retired stage',
    skipped: 'skipped it',
  } as Causes,
  how: 'Bitrix24 looks where a deal is now: deals at the stage, and all that are further or won.',
  why: {
    lost: 'Lost: Bitrix24 credits a lost deal to no stage; ours counts it as far as it had come.',
    reopened:
      'Reopened: closed once and opened again at an earlier stage. Bitrix24 sees the stage of now and forgets how far it had come; ours does not.',
    back: 'Gone back: open at an earlier stage than it had reached. Bitrix24 sees the stage of now; with us a step back takes nothing away.',
    retired:
      'Retired: open at a stage in use no more. Bitrix24 has no place for it but the first; ours counts it as far as it had come.',
    skipped:
      'Skipped: it went past the stage without being there. Bitrix24 counts whoever is further; this mode, only who was there.',
  } as Causes,
  deals: (p: { n: number; shown: string; more: string | null }) =>
    `  ${p.n} ${p.n === 1 ? 'deal' : 'deals'}: ${p.shown}${p.more === null ? '' : `, and ${p.more} more`}`,
  lostDeal: (p: { deal: string; title: string; reached: string }) =>
    `${p.deal} “${p.title}”, had reached “${p.reached}”`,
  movedDeal: (p: { deal: string; title: string; reached: string; now: string }) =>
    `${p.deal} “${p.title}”, had reached “${p.reached}”, now “${p.now}”`,
  passedBy: (p: { stages: string }) => `Skipped on the way, and counted as passed by both: ${p.stages}.`,
  stageOf: (p: { stage: string; n: string }) => `“${p.stage}” ${p.n}`,
  agree: 'At every stage both count the same.',
  all: 'All deals of a difference: ',
}

export type ReconcileWords = typeof en

const ru: ReconcileWords = {
  option: 'наши числа рядом с числами Битрикс24 и сделки, в которых они расходятся',
  modes: (p) => `Битрикс24 считает сделки, созданные за период: --reconcile сочетается с ${p.known}`,
  alone: '--reconcile не сочетается с --by, --compare, --against и --attribution',
  badCell: (p) =>
    `С --reconcile параметр --explain принимает ЭТАП или ЭТАП:lost, reopened, back, retired, skipped, а не «${p.text}». Этапы: ${p.stages}`,
  title: (p) => `Воронка «${p.pipeline}»: у нас и в Битрикс24`,
  explained: (p) => `«${p.stage}», ${p.cause === null ? 'расходятся' : ru.named[p.cause]}: ${p.n}`,
  here: 'на этапе',
  further: '+ дальше',
  bitrix24: '= Битрикс24',
  ours: '= у нас',
  causes: {
    lost: '+ отказы',
    reopened: '+ открыты снова',
    back: '+ вернулись',
    retired: '+ этап выведен',
    skipped: '− мимо',
  },
  named: {
    lost: 'отказы',
    reopened: 'открыты снова',
    back: 'вернулись',
    retired: 'этап выведен',
    skipped: 'мимо этапа',
  },
  how: 'Битрикс24 смотрит, где сделка сейчас: те, что на этапе, и все, что дальше или выиграны.',
  why: {
    lost: 'Отказы: Битрикс24 не засчитывает отказ ни одному этапу; у нас сделка засчитана всюду, куда дошла.',
    reopened:
      'Открыты снова: была закрыта, потом её вернули в работу на более ранний этап. Битрикс24 видит только нынешний этап и забывает, куда она доходила; у нас это засчитано.',
    back: 'Вернулись: сделка в деле, но на более раннем этапе, чем доходила. Битрикс24 видит только нынешний; у нас шаг назад ничего не отнимает.',
    retired:
      'Этап выведен: сделка в деле на этапе, которого в воронке больше нет. Битрикс24 некуда её поставить, кроме первого; у нас она засчитана всюду, куда дошла.',
    skipped:
      'Мимо: сделка перескочила этап. Битрикс24 засчитывает этап всем, кто дальше; в этом режиме — только тем, кто на нём был.',
  },
  deals: (p) =>
    `  ${p.n} ${plural(p.n, 'сделка', 'сделки', 'сделок')}: ${p.shown}${p.more === null ? '' : `, и ещё ${p.more}`}`,
  lostDeal: (p) => `${p.deal} «${p.title}» — дошла до «${p.reached}»`,
  movedDeal: (p) => `${p.deal} «${p.title}» — доходила до «${p.reached}», сейчас «${p.now}»`,
  passedBy: (p) => `Перескочили этап, и там и тут он засчитан как пройденный: ${p.stages}.`,
  stageOf: (p) => `«${p.stage}» ${p.n}`,
  agree: 'На каждом этапе числа совпадают.',
  all: 'Все сделки одной разницы: ',
}

const uk: ReconcileWords = {
  option: 'наші числа поруч із числами Бітрікс24 та угоди, у яких вони розходяться',
  modes: (p) => `Бітрікс24 рахує угоди, створені за період: --reconcile поєднується з ${p.known}`,
  alone: '--reconcile не поєднується з --by, --compare, --against і --attribution',
  badCell: (p) =>
    `З --reconcile параметр --explain приймає ЕТАП або ЕТАП:lost, reopened, back, retired, skipped, а не «${p.text}». Етапи: ${p.stages}`,
  title: (p) => `Воронка «${p.pipeline}»: у нас і в Бітрікс24`,
  explained: (p) => `«${p.stage}», ${p.cause === null ? 'розходяться' : uk.named[p.cause]}: ${p.n}`,
  here: 'на етапі',
  further: '+ далі',
  bitrix24: '= Бітрікс24',
  ours: '= у нас',
  causes: {
    lost: '+ відмови',
    reopened: '+ відкриті знову',
    back: '+ повернулися',
    retired: '+ етап вилучено',
    skipped: '− повз',
  },
  named: {
    lost: 'відмови',
    reopened: 'відкриті знову',
    back: 'повернулися',
    retired: 'етап вилучено',
    skipped: 'повз етап',
  },
  how: 'Бітрікс24 дивиться, де угода зараз: ті, що на етапі, і всі, що далі або виграні.',
  why: {
    lost: 'Відмови: Бітрікс24 не зараховує відмову жодному етапу; у нас угоду зараховано всюди, куди вона дійшла.',
    reopened:
      'Відкриті знову: угоду закрили, потім повернули в роботу на раніший етап. Бітрікс24 бачить лише нинішній етап і забуває, куди вона доходила; у нас це зараховано.',
    back: 'Повернулися: угода в роботі, але на ранішому етапі, ніж доходила. Бітрікс24 бачить лише нинішній; у нас крок назад нічого не забирає.',
    retired:
      'Етап вилучено: угода в роботі на етапі, якого у воронці більше немає. Бітрікс24 нікуди її поставити, крім першого; у нас її зараховано всюди, куди вона дійшла.',
    skipped:
      'Повз: угода перескочила етап. Бітрікс24 зараховує етап усім, хто далі; у цьому режимі — лише тим, хто на ньому був.',
  },
  deals: (p) =>
    `  ${p.n} ${plural(p.n, 'угода', 'угоди', 'угод')}: ${p.shown}${p.more === null ? '' : `, і ще ${p.more}`}`,
  lostDeal: (p) => `${p.deal} «${p.title}» — дійшла до «${p.reached}»`,
  movedDeal: (p) => `${p.deal} «${p.title}» — доходила до «${p.reached}», зараз «${p.now}»`,
  passedBy: (p) => `Перескочили етап, і там і тут його зараховано як пройдений: ${p.stages}.`,
  stageOf: (p) => `«${p.stage}» ${p.n}`,
  agree: 'На кожному етапі числа збігаються.',
  all: 'Усі угоди однієї різниці: ',
}

export const reconcileWords: Translated<ReconcileWords> = { en, ru, uk }
