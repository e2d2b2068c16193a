import type { Translated } from './translated.ts'

const en = {
  export: 'write records as CSV or JSON: deals, contacts, companies, history, or all (a full copy)',
  exportFor: 'excel: with its delimiter and decimal sign, a BOM, and texts guarded against formulas',
  exportWhat: (p: { text: string; known: string }) =>
    `There is no export of "${p.text}". There are: ${p.known}`,
  exportForWhat: (p: { text: string }) => `--for takes excel, not "${p.text}"`,
}

export type SafetyWords = typeof en

const ru: SafetyWords = {
  export: 'выгрузить записи в CSV или JSON: deals, contacts, companies, history или all (полная копия)',
  exportFor: 'excel: с его разделителем и десятичным знаком, BOM и защитой текста от формул',
  exportWhat: (p) => `Нет выгрузки «${p.text}». Есть: ${p.known}`,
  exportForWhat: (p) => `--for принимает excel, а не «${p.text}»`,
}

const uk: SafetyWords = {
  export: 'вивантажити записи в CSV або JSON: deals, contacts, companies, history або all (повна копія)',
  exportFor: 'excel: з його роздільником і десятковим знаком, BOM і захистом тексту від формул',
  exportWhat: (p) => `Немає вивантаження «${p.text}». Є: ${p.known}`,
  exportForWhat: (p) => `--for приймає excel, а не «${p.text}»`,
}

export const safetyWords: Translated<SafetyWords> = { en, ru, uk }
