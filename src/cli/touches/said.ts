import { Labels } from '../../store/labels.ts'
import type { Store } from '../../store/store.ts'
import type { About } from '../../store/touches/writing.ts'
import type { Words } from '../../words/words.ts'
import type { ActivityJson } from './activity.ts'

type Touched = Pick<
  ActivityJson,
  'kind' | 'direction' | 'outcome' | 'duration' | 'text' | 'place' | 'manager'
>

/**
 * An activity in one line: what, with whom, about which deal, how it ended, when where that was said, the words. Names
 * are read at once, for after a trial run there are none.
 */
export function describeTouch(
  store: Store,
  about: About,
  one: Touched,
): (when: string | null, words: Words) => string {
  const whom = aboutTexts(store, about)
  const isMine = about.manager === store.settings.me
  return (when, words) => {
    const { touch } = words
    const facts = [
      whatItIs(one, words),
      ...whom,
      one.outcome === null ? null : (touch.outcomes[one.outcome] ?? one.outcome),
      when,
      one.duration === null ? null : touch.minutes({ minutes: minutesText(one.duration) }),
      one.place,
      isMine ? null : (one.manager ?? touch.nobodysWork),
      one.text === null ? null : touch.quoted(one.text),
    ]
    return facts.filter((fact) => fact !== null).join(' · ')
  }
}

export function whatItIs({ kind, direction }: Pick<Touched, 'kind' | 'direction'>, { touch }: Words): string {
  return touch.what[direction === null ? kind : `${kind}-${direction}`] ?? kind
}

/** `c5 Anna Fox`, else the company, and `d3 Balcony`. */
export function aboutTexts(store: Store, { contact, company, deal }: Omit<About, 'manager'>): string[] {
  const labels = new Labels(store)
  return [
    contact !== null
      ? `c${contact} ${labels.contact(contact)}`
      : company !== null
        ? `o${company} ${labels.company(company)}`
        : null,
    deal === null ? null : `d${deal} ${labels.deal(deal)}`,
  ].filter((text) => text !== null)
}

/** `5`, `1:30` of seconds. */
function minutesText(seconds: number): string {
  const rest = seconds % 60
  return `${Math.floor(seconds / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`
}
