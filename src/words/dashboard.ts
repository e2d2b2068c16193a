import { plural, type Translated } from './translated.ts'

const en = {
  dashboard: 'several reports on one screen, each with its own days and filters',
  save: 'save a dashboard: its blocks are command lines of reports, each in quotes',
  list: 'dashboards',
  show: 'what a dashboard is made of',
  rm: 'remove a dashboard',
  blocks: 'blocks',
  /** The name of the one there always is. */
  main: 'main',
  title: (p: { name: string }) => `Dashboard “${p.name}”`,
  more: (p: { n: number }) => `and ${p.n} more: `,
  nothing: 'Say what to show: voronka dashboard save monday "funnel last-week" "plan" "today"',
  saved: (p: { name: string; n: number }) =>
    `Saved dashboard ${p.name}, blocks: ${p.n}. To see it: voronka dashboard ${p.name}`,
  removed: (p: { name: string }) => `Removed dashboard ${p.name}`,
  builtIn: (p: { name: string }) =>
    `Dashboard ${p.name} is always there; save one of that name in its place: voronka dashboard save ${p.name} …`,
  unknown: (p: { text: string; known: string }) => `There is no dashboard "${p.text}". There are: ${p.known}`,
  isCommand: (p: { name: string }) =>
    `“${p.name}” is a command: give the dashboard another name, such as my-${p.name}`,
  badBlock: (p: { text: string; problem: string }) => `Nothing is saved: block "${p.text}": ${p.problem}`,
  noCommand: 'A block is one command line, such as "funnel this-month --manager Anna"',
  notShown: (p: { known: string }) => `A dashboard shows reports and lists: ${p.known}`,
  notTaken: (p: { option: string; command: string }) =>
    `left out, ${p.command} takes no ${p.option}, and would tell of other deals than the rest`,
}

export type DashboardWords = typeof en

const ru: DashboardWords = {
  dashboard: 'несколько отчётов на одном экране, у каждого свои дни и отборы',
  save: 'сохранить сводку: её блоки — командные строки отчётов, каждая в кавычках',
  list: 'сводки',
  show: 'из чего состоит сводка',
  rm: 'удалить сводку',
  blocks: 'блоки',
  main: 'главная',
  title: (p) => `Сводка «${p.name}»`,
  more: (p) => `и ещё ${p.n}: `,
  nothing: 'Скажите, что показывать: voronka dashboard save понедельник "funnel last-week" "plan" "today"',
  saved: (p) =>
    `Сохранена сводка ${p.name}, ${p.n} ${plural(p.n, 'блок', 'блока', 'блоков')}. Посмотреть: voronka dashboard ${p.name}`,
  removed: (p) => `Удалена сводка ${p.name}`,
  builtIn: (p) =>
    `Сводка ${p.name} есть всегда; вместо неё можно сохранить свою: voronka dashboard save ${p.name} …`,
  unknown: (p) => `Нет сводки «${p.text}». Есть: ${p.known}`,
  isCommand: (p) => `«${p.name}» — команда: назовите сводку иначе, например моя-${p.name}`,
  badBlock: (p) => `Ничего не сохранено, блок «${p.text}»: ${p.problem}`,
  noCommand: 'Блок — это одна командная строка, например "funnel this-month --manager Анна"',
  notShown: (p) => `В сводке бывают отчёты и списки: ${p.known}`,
  notTaken: (p) => `пропущено, ${p.command} не знает ${p.option} и показал бы не те сделки, что остальные`,
}

const uk: DashboardWords = {
  dashboard: 'кілька звітів на одному екрані, у кожного свої дні та відбори',
  save: 'зберегти зведення: його блоки — командні рядки звітів, кожен у лапках',
  list: 'зведення',
  show: 'з чого складається зведення',
  rm: 'вилучити зведення',
  blocks: 'блоки',
  main: 'головне',
  title: (p) => `Зведення «${p.name}»`,
  more: (p) => `і ще ${p.n}: `,
  nothing: 'Скажіть, що показувати: voronka dashboard save понеділок "funnel last-week" "plan" "today"',
  saved: (p) =>
    `Збережено зведення ${p.name}, ${p.n} ${plural(p.n, 'блок', 'блоки', 'блоків')}. Подивитися: voronka dashboard ${p.name}`,
  removed: (p) => `Вилучено зведення ${p.name}`,
  builtIn: (p) =>
    `Зведення ${p.name} є завжди; замість нього можна зберегти своє: voronka dashboard save ${p.name} …`,
  unknown: (p) => `Немає зведення «${p.text}». Є: ${p.known}`,
  isCommand: (p) => `«${p.name}» — команда: назвіть зведення інакше, наприклад моє-${p.name}`,
  badBlock: (p) => `Нічого не збережено, блок «${p.text}»: ${p.problem}`,
  noCommand: 'Блок — це один командний рядок, наприклад "funnel this-month --manager Анна"',
  notShown: (p) => `У зведенні бувають звіти та списки: ${p.known}`,
  notTaken: (p) => `пропущено, ${p.command} не знає ${p.option} і показав би не ті угоди, що решта`,
}

export const dashboardWords: Translated<DashboardWords> = { en, ru, uk }
