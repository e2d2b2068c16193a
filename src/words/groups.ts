import type { Translated } from './translated.ts'

const en = {
  /** What `--by` names, as it stands after "by"; a field goes by its own name. */
  by: {
    manager: 'manager',
    department: 'department',
    source: 'source',
    product: 'product',
    reason: 'reason of loss',
    company: 'company',
    tag: 'tag',
    hour: 'hour',
    day: 'day',
    week: 'week',
    month: 'month',
    quarter: 'quarter',
    year: 'year',
  } as Readonly<Record<string, string>>,
  /** The head of the column of groups. */
  group: {
    manager: 'Manager',
    department: 'Department',
    source: 'Source',
    product: 'Product',
    reason: 'Reason of loss',
    company: 'Company',
    tag: 'Tag',
    hour: 'Hour',
    day: 'Day',
    week: 'Week',
    month: 'Month',
    quarter: 'Quarter',
    year: 'Year',
  } as Readonly<Record<string, string>>,
  without: { manager: 'no manager', reason: 'not lost, or no reason' } as Readonly<Record<string, string>>,
  /** In place of `by`: a field of the user's own. */
  field: (name: string) => `“${name}”`,
}

export type GroupWords = typeof en

const ru: GroupWords = {
  by: {
    manager: 'менеджерам',
    department: 'отделам',
    source: 'источникам',
    product: 'продуктам',
    reason: 'причинам отказа',
    company: 'компаниям',
    tag: 'меткам',
    hour: 'часам',
    day: 'дням',
    week: 'неделям',
    month: 'месяцам',
    quarter: 'кварталам',
    year: 'годам',
  },
  group: {
    manager: 'Менеджер',
    department: 'Отдел',
    source: 'Источник',
    product: 'Продукт',
    reason: 'Причина отказа',
    company: 'Компания',
    tag: 'Метка',
    hour: 'Час',
    day: 'День',
    week: 'Неделя',
    month: 'Месяц',
    quarter: 'Квартал',
    year: 'Год',
  },
  without: {
    manager: 'без менеджера',
    department: 'без отдела',
    source: 'без источника',
    product: 'без продукта',
    reason: 'не отказ или без причины',
    company: 'без компании',
    tag: 'без метки',
  },
  field: (name) => `«${name}»`,
}

const uk: GroupWords = {
  by: {
    manager: 'менеджерами',
    department: 'відділами',
    source: 'джерелами',
    product: 'продуктами',
    reason: 'причинами відмови',
    company: 'компаніями',
    tag: 'мітками',
    hour: 'годинами',
    day: 'днями',
    week: 'тижнями',
    month: 'місяцями',
    quarter: 'кварталами',
    year: 'роками',
  },
  group: {
    manager: 'Менеджер',
    department: 'Відділ',
    source: 'Джерело',
    product: 'Продукт',
    reason: 'Причина відмови',
    company: 'Компанія',
    tag: 'Мітка',
    hour: 'Година',
    day: 'День',
    week: 'Тиждень',
    month: 'Місяць',
    quarter: 'Квартал',
    year: 'Рік',
  },
  without: {
    manager: 'без менеджера',
    department: 'без відділу',
    source: 'без джерела',
    product: 'без продукту',
    reason: 'не відмова або без причини',
    company: 'без компанії',
    tag: 'без мітки',
  },
  field: (name) => `«${name}»`,
}

export const groupWords: Translated<GroupWords> = { en, ru, uk }
