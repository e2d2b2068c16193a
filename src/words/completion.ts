import type { Translated } from './translated.ts'

const en = {
  completion: 'print what your shell needs to complete commands, names and deals by Tab',
  badShell: (p: { text: string; known: string }) =>
    `There is no completion for "${p.text}", only for ${p.known}. For bash: voronka completion bash >> ~/.bashrc`,
}

export type CompletionWords = typeof en

const ru: CompletionWords = {
  completion: 'вывести сценарий для оболочки: Tab дополнит команды, имена и сделки',
  badShell: (p) =>
    `Для «${p.text}» дополнения нет, есть для ${p.known}. Для bash: voronka completion bash >> ~/.bashrc`,
}

const uk: CompletionWords = {
  completion: 'вивести сценарій для оболонки: Tab доповнить команди, імена та угоди',
  badShell: (p) =>
    `Для «${p.text}» доповнення немає, є для ${p.known}. Для bash: voronka completion bash >> ~/.bashrc`,
}

export const completionWords: Translated<CompletionWords> = { en, ru, uk }
