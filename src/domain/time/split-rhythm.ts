import type { IsoDate } from './date.ts'
import { parseRecurrence, type Recurrence } from './recurrence.ts'

/** A text without the words that said how often. */
export interface SplitRhythm {
  text: string
  recurrence: Recurrence
}

/** Words with which only something that comes again begins: a weekday alone is a day. */
const BEGINS =
  /^(?:кажд(?:ый|ую|ое|ые)|кожн(?:ого|ої|ий|у|е|і)|кожен|every|ежедневно|еженедельно|ежемесячно|ежеквартально|ежегодно|щод(?:ня|енно)|щобудня|щотижня|щомісяця|щокварталу|щороку|щопонеділка|щовівторка|щосереди|щочетверга|щоп['’ʼ]ятниці|щосуботи|щонеділі|daily|weekly|monthly|quarterly|через день|раз (?:в|на|у)|по (?:будням|буднях|рабочим|робочих|понед|вторн|вівт|сред|серед|четв|пятн|п['’ʼ]ятн|субб|субот|воскр|неділ)|on (?:weekdays|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays))/iu
/** A `weekly report` is a report, not a rhythm. */
const ADJECTIVE = /^(?:daily|weekly|monthly|quarterly)$/i
/** `каждый месяц в последний день месяца`, `кожні 2 тижні у понеділок і четвер`. */
const MOST_WORDS = 7

/**
 * Parts a text from how often it is to be done, wherever that stands: `каждый понедельник звонить`, `cash every day at
 * 18`. `anchor` is the day of which a week or a month without a day of its own takes it; null where nothing says so.
 */
export function splitRhythm(text: string, anchor: IsoDate): SplitRhythm | null {
  const words = text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
  for (let from = 0; from < words.length; from++) {
    if (!BEGINS.test(words.slice(from).join(' '))) continue
    for (let until = Math.min(words.length, from + MOST_WORDS); until > from; until--) {
      const said = words
        .slice(from, until)
        .join(' ')
        .replace(/[,;:]$/, '')
      const recurrence = parseRecurrence(said, anchor)
      const rest = [...words.slice(0, from), ...words.slice(until)].join(' ')
      const isOfNoun =
        ADJECTIVE.test(said) && until < words.length && !/^(?:at|\d.*)$/i.test(words[until] ?? '')
      if (recurrence !== undefined && rest !== '' && !isOfNoun) return { text: rest, recurrence }
    }
  }
  return null
}
