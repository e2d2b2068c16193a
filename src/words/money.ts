import type { Translated } from './translated.ts'

const en = {
  empty: () => 'The amount is empty.',
  unreadable: (text: string) => `Cannot read the amount “${text}”: write it like 1200.50 or 1 200,50 USD.`,
  ambiguous: (text: string) =>
    `“${text}” may be thousands or a fraction: name the decimal sign with --decimal , or --decimal .`,
  decimals: (text: string, currency: string, digits: number) =>
    digits === 0
      ? `“${text}” has a fraction, but ${currency} has none: write a whole amount.`
      : `“${text}” has more than the ${digits} decimals of ${currency}: round it.`,
  tooLarge: (text: string) => `The amount “${text}” is too large to be kept: check it for stray digits.`,
  currency: (text: string) => `The currency of “${text}” is unclear: write its three-letter code, like USD.`,
}

export type MoneyWords = typeof en

export const moneyWords: Translated<MoneyWords> = {
  en,
  ru: {
    empty: () => 'Сумма пуста.',
    unreadable: (text) => `Непонятная сумма «${text}»: пишите, например, 1200.50 или 1 200,50 RUB.`,
    ambiguous: (text) =>
      `«${text}» — это тысячи или дробь? Укажите знак дробной части: --decimal , или --decimal .`,
    decimals: (text, currency, digits) =>
      digits === 0
        ? `«${text}» с дробной частью, а у ${currency} её нет: напишите целую сумму.`
        : `В «${text}» больше знаков после запятой, чем у ${currency} (${digits}): округлите.`,
    tooLarge: (text) => `Сумма «${text}» слишком велика: проверьте, нет ли лишних цифр.`,
    currency: (text) => `Неясно, какая валюта в «${text}»: напишите её код из трёх букв, например RUB.`,
  },
  uk: {
    empty: () => 'Сума порожня.',
    unreadable: (text) => `Незрозуміла сума «${text}»: пишіть, наприклад, 1200.50 або 1 200,50 UAH.`,
    ambiguous: (text) =>
      `«${text}» — це тисячі чи дріб? Вкажіть знак дробової частини: --decimal , або --decimal .`,
    decimals: (text, currency, digits) =>
      digits === 0
        ? `«${text}» з дробовою частиною, а в ${currency} її немає: напишіть цілу суму.`
        : `У «${text}» більше знаків після коми, ніж у ${currency} (${digits}): округліть.`,
    tooLarge: (text) => `Сума «${text}» завелика: перевірте, чи немає зайвих цифр.`,
    currency: (text) => `Неясно, яка валюта в «${text}»: напишіть її код із трьох літер, наприклад UAH.`,
  },
}
