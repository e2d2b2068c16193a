import type { Translated } from './translated.ts'

const en = {
  use: 'the options of a saved filter (voronka filter save)',
  save: 'save options of lists and reports under a name',
  list: 'saved filters',
  show: 'show a saved filter',
  rm: 'remove a saved filter',
  period: 'the period too',
  options: 'options',
  nothing: 'Say what to save: voronka filter save NAME --manager Anna --status open',
  none: 'No saved filters: voronka filter save NAME --manager Anna --status open',
  saved: (p: { name: string; options: string }) =>
    `Saved filter ${p.name}: ${p.options}. To use it: --filter`,
  removed: (p: { name: string }) => `Removed filter ${p.name}`,
  unknown: (p: { text: string; known: string }) =>
    `There is no saved filter "${p.text}"${p.known === '' ? ': voronka filter save' : `. There are: ${p.known}`}`,
  notTaken: (p: { name: string; option: string; command: string }) =>
    `Filter ${p.name} has ${p.option}, which voronka ${p.command} does not take`,
}

export type SavedFilterWords = typeof en

const ru: SavedFilterWords = {
  use: 'параметры сохранённого отбора (voronka filter save)',
  save: 'сохранить параметры списков и отчётов под именем',
  list: 'сохранённые отборы',
  show: 'показать сохранённый отбор',
  rm: 'удалить сохранённый отбор',
  period: 'и период',
  options: 'параметры',
  nothing: 'Скажите, что сохранить: voronka filter save ИМЯ --manager Анна --status open',
  none: 'Сохранённых отборов нет: voronka filter save ИМЯ --manager Анна --status open',
  saved: (p) => `Сохранён отбор ${p.name}: ${p.options}. Применить: --filter`,
  removed: (p) => `Удалён отбор ${p.name}`,
  unknown: (p) => `Нет отбора «${p.text}»${p.known === '' ? ': voronka filter save' : `. Есть: ${p.known}`}`,
  notTaken: (p) => `В отборе ${p.name} есть ${p.option}, а voronka ${p.command} его не принимает`,
}

const uk: SavedFilterWords = {
  use: 'параметри збереженого відбору (voronka filter save)',
  save: 'зберегти параметри списків і звітів під ім’ям',
  list: 'збережені відбори',
  show: 'показати збережений відбір',
  rm: 'вилучити збережений відбір',
  period: 'і період',
  options: 'параметри',
  nothing: 'Скажіть, що зберегти: voronka filter save ІМ’Я --manager Анна --status open',
  none: 'Збережених відборів немає: voronka filter save ІМ’Я --manager Анна --status open',
  saved: (p) => `Збережено відбір ${p.name}: ${p.options}. Застосувати: --filter`,
  removed: (p) => `Вилучено відбір ${p.name}`,
  unknown: (p) => `Немає відбору «${p.text}»${p.known === '' ? ': voronka filter save' : `. Є: ${p.known}`}`,
  notTaken: (p) => `У відборі ${p.name} є ${p.option}, а voronka ${p.command} його не приймає`,
}

export const savedFilterWords: Translated<SavedFilterWords> = { en, ru, uk }
