import { foldKey } from '../domain/names/name.ts'

export type Outcome = 'won' | 'lost' | 'open'

/** What the systems and their users call the two ends of a deal, and a deal under way. */
const WORDS: Readonly<Record<Outcome, readonly string[]>> = {
  won: [
    'won',
    'closed won',
    'closed - won',
    'closedwon',
    'deal won',
    'win',
    'success',
    'successful',
    'successfully closed',
    'выиграна',
    'выигран',
    'выиграно',
    'выигрыш',
    'сделка заключена',
    'сделка успешна',
    'успешно реализовано',
    'успешно',
    'успешная',
    'успех',
    'продано',
    'победа',
    'успешная сделка',
    'виграна',
    'виграно',
    'виграш',
    'угода укладена',
    'угода успішна',
    'успішно реалізовано',
    'успішно',
    'успішна',
    'успіх',
    'продано',
    'перемога',
    'успішна угода',
  ],
  lost: [
    'lost',
    'closed lost',
    'closed - lost',
    'closedlost',
    'deal lost',
    'lose',
    'loss',
    'failed',
    'проиграна',
    'проигран',
    'проиграно',
    'проигрыш',
    'сделка не заключена',
    'сделка провалена',
    'закрыто и не реализовано',
    'не реализовано',
    'отказ',
    'провал',
    'провалена',
    'потеряна',
    'анализ причины провала',
    'програна',
    'програно',
    'програш',
    'угода не укладена',
    'угода провалена',
    'закрито і не реалізовано',
    'закрито та не реалізовано',
    'не реалізовано',
    'відмова',
    'втрачена',
    'аналіз причини провалу',
  ],
  open: [
    'open',
    'in progress',
    'active',
    'открыта',
    'открыт',
    'открыто',
    'в работе',
    'активна',
    'відкрита',
    'відкрито',
    'у роботі',
    'в роботі',
  ],
}

const OUTCOMES: ReadonlyMap<string, Outcome> = new Map(
  (['won', 'lost', 'open'] as const).flatMap((outcome) =>
    WORDS[outcome].map((word) => [foldKey(word), outcome] as const),
  ),
)

/** The outcome that a stage or status text means in any of the systems and languages; undefined for a plain stage. */
export function outcomeOf(text: string): Outcome | undefined {
  return OUTCOMES.get(foldKey(text))
}

const YES = new Set(['true', 'yes', '1', 'да', 'так'])
const NO = new Set(['false', 'no', '0', 'нет', 'ні'])

/** Of a column that says yes or no. A blank is neither. */
export function isYes(text: string): boolean {
  return YES.has(text.toLowerCase())
}

export function isNo(text: string): boolean {
  return NO.has(text.toLowerCase())
}
