import type { Translated } from './translated.ts'

const en = {
  summary: 'why deals are lost, at which stage, by whom',
  reason: 'only deals lost for this reason; "(none)" for those without one',
  stage: 'only deals lost at this stage',
  explain:
    'list the deals of one figure: a reason, a stage, (none), or lost for all; with @GROUP of one group',
  noReason: (p: { text: string; known: readonly string[] }) =>
    `Nothing was lost here for "${p.text}".${p.known.length > 0 ? ` Reasons: ${p.known.join(', ')}` : ''}`,
  badExplain: (p: { text: string; rows: string }) =>
    `--explain takes a reason, a stage or lost, not "${p.text}". There are: ${p.rows}`,
  explained: (p: { name: string | null; n: string }) =>
    p.name === null ? `lost: ${p.n}` : `“${p.name}”, lost: ${p.n}`,
  title: (p: { pipeline: string }) => `Losses of “${p.pipeline}”`,
  titleBy: (p: { pipeline: string; by: string }) => `Losses of “${p.pipeline}” by ${p.by}`,
  lost: (p: { n: string }) => `lost in the period: ${p.n}`,
  reasonHead: 'Reason',
  stageHead: 'Stage of loss',
  deals: 'lost',
  share: 'share',
  mostlyStage: 'mostly at',
  mostlyReason: 'mostly for',
  ofClosed: 'of closed',
  mostly: (p: { key: string; n: string }) => `${p.key}, ${p.n}`,
  noReasonRow: 'no reason given',
  noStageRow: 'not known',
  rate: (p: { share: string }) => `Lost of those closed in the period: ${p.share}.`,
  worth: (p: { amount: string }) => `Worth ${p.amount}.`,
  which: 'Which ones: ',
  noReasons: (p: { n: string; of: string }) =>
    `No reason was given for ${p.n} of ${p.of}. To give one: voronka lost DEAL REASON.`,
  noStages: (p: { n: string; of: string }) =>
    `At which stage ${p.n} of ${p.of} were lost the data do not say. Stage dates tell: import deals with --entered, or import history.`,
  none: (p: { period: string }) => `Nothing was lost in ${p.period}.`,
  groupNote: 'of closed: lost / (won + lost), in the period.',
  from: (p: { key: string; was: string; now: string }) => `“${p.key}”, ${p.was} → ${p.now}`,
  grown: (p: { period: string; named: string; sure: boolean }) =>
    p.named === ''
      ? `No reason has a larger share than in ${p.period}.`
      : p.sure
        ? `Plainly a larger share than in ${p.period}: ${p.named}.`
        : `No reason has plainly grown since ${p.period}; most added: ${p.named}.`,
  differs: '▲▼ the share has changed: the difference is plain.',
}

export type LossesWords = typeof en

const ru: LossesWords = {
  summary: 'почему сделки теряются, на каком этапе, у кого',
  reason: 'только отказы по этой причине; «(нет)» — без причины',
  stage: 'только отказы на этом этапе',
  explain: 'сделки за одной цифрой: причина, этап, (нет) или lost — все; с @ГРУППА — одной группы',
  noReason: (p) =>
    `Отказов по причине «${p.text}» здесь нет.${p.known.length > 0 ? ` Причины: ${p.known.join(', ')}` : ''}`,
  badExplain: (p) => `--explain принимает причину, этап или lost, а не «${p.text}». Есть: ${p.rows}`,
  explained: (p) => (p.name === null ? `отказов ${p.n}` : `«${p.name}», отказов ${p.n}`),
  title: (p) => `Отказы «${p.pipeline}»`,
  titleBy: (p) => `Отказы «${p.pipeline}» по ${p.by}`,
  lost: (p) => `отказов за период ${p.n}`,
  reasonHead: 'Причина',
  stageHead: 'Этап отказа',
  deals: 'отказов',
  share: 'доля',
  mostlyStage: 'чаще на этапе',
  mostlyReason: 'чаще из-за',
  ofClosed: 'из закр.',
  mostly: (p) => `${p.key}, ${p.n}`,
  noReasonRow: 'причина не указана',
  noStageRow: 'неизвестен',
  rate: (p) => `Отказов среди закрытых за период: ${p.share}.`,
  worth: (p) => `На сумму ${p.amount}.`,
  which: 'Какие: ',
  noReasons: (p) => `Причина не указана у ${p.n} из ${p.of}. Указать: voronka lost СДЕЛКА ПРИЧИНА.`,
  noStages: (p) =>
    `На каком этапе потеряны ${p.n} из ${p.of}, в данных нет. Его покажут даты этапов: import deals с --entered или import history.`,
  none: (p) => `За ${p.period} отказов нет.`,
  groupNote: '«из закр.» — отказов из всех закрытых за период.',
  from: (p) => `«${p.key}», было ${p.was}, стало ${p.now}`,
  grown: (p) =>
    p.named === ''
      ? `Ни у одной причины доля не выросла (рядом: ${p.period}).`
      : p.sure
        ? `Доля уверенно выросла (рядом: ${p.period}): ${p.named}.`
        : `Уверенно не выросла ни одна причина (рядом: ${p.period}); больше всех прибавила ${p.named}.`,
  differs: '▲▼ доля изменилась: разница видна уверенно.',
}

const uk: LossesWords = {
  summary: 'чому угоди втрачаються, на якому етапі, у кого',
  reason: 'лише відмови з цієї причини; «(немає)» — без причини',
  stage: 'лише відмови на цьому етапі',
  explain: 'угоди за однією цифрою: причина, етап, (немає) або lost — усі; з @ГРУПА — однієї групи',
  noReason: (p) =>
    `Відмов із причини «${p.text}» тут немає.${p.known.length > 0 ? ` Причини: ${p.known.join(', ')}` : ''}`,
  badExplain: (p) => `--explain приймає причину, етап або lost, а не «${p.text}». Є: ${p.rows}`,
  explained: (p) => (p.name === null ? `відмов ${p.n}` : `«${p.name}», відмов ${p.n}`),
  title: (p) => `Відмови «${p.pipeline}»`,
  titleBy: (p) => `Відмови «${p.pipeline}» за ${p.by}`,
  lost: (p) => `відмов за період ${p.n}`,
  reasonHead: 'Причина',
  stageHead: 'Етап відмови',
  deals: 'відмов',
  share: 'частка',
  mostlyStage: 'частіше на етапі',
  mostlyReason: 'частіше через',
  ofClosed: 'із закр.',
  mostly: (p) => `${p.key}, ${p.n}`,
  noReasonRow: 'причину не вказано',
  noStageRow: 'невідомий',
  rate: (p) => `Відмов серед закритих за період: ${p.share}.`,
  worth: (p) => `На суму ${p.amount}.`,
  which: 'Які: ',
  noReasons: (p) => `Причину не вказано у ${p.n} з ${p.of}. Вказати: voronka lost УГОДА ПРИЧИНА.`,
  noStages: (p) =>
    `На якому етапі втрачено ${p.n} з ${p.of}, у даних немає. Його покажуть дати етапів: import deals з --entered або import history.`,
  none: (p) => `За ${p.period} відмов немає.`,
  groupNote: '«із закр.» — відмов з усіх закритих за період.',
  from: (p) => `«${p.key}», було ${p.was}, стало ${p.now}`,
  grown: (p) =>
    p.named === ''
      ? `У жодної причини частка не зросла (поруч: ${p.period}).`
      : p.sure
        ? `Частка впевнено зросла (поруч: ${p.period}): ${p.named}.`
        : `Впевнено не зросла жодна причина (поруч: ${p.period}); найбільше додала ${p.named}.`,
  differs: '▲▼ частка змінилася: різницю видно впевнено.',
}

export const lossesWords: Translated<LossesWords> = { en, ru, uk }
