import { isCompanyName } from './name.ts'
import { isPerson } from './name-words.ts'

export interface FirmAndPerson {
  readonly company: string
  readonly person: string
}

const BETWEEN = /\s*[,;/|()]\s*|\s+[-–—]\s+/u

/** `ООО «Ромашка», Кириллова Анна`, `Anna Hill (Rose Ltd)`: a firm by its legal form, and beside it surely a person. */
export function firmAndPerson(text: string): FirmAndPerson | undefined {
  if (!BETWEEN.test(text)) return undefined
  const [first = '', second = '', ...more] = text.split(BETWEEN).filter((part) => part !== '')
  if (more.length > 0) return undefined
  return firmBefore(first, second) ?? firmBefore(second, first)
}

function firmBefore(company: string, person: string): FirmAndPerson | undefined {
  const words = person.split(/\s+/)
  const isBoth = words.length > 1 && isCompanyName(company) && !isCompanyName(person) && isPerson(words)
  return isBoth ? { company, person } : undefined
}
