import { OUR_PAPER } from './touch-sender.ts'
import { isOver } from './touch-words.ts'

const NEED =
  /(?<=^|\s)(?<!(?:не|not|don't|больше|більше)\s)(?:нуж(?:но|ен|на|ны)|надо|треба|потріб(?:но|ен|на|ні)|need(?:s|ed)?(?: to)?)(?: (?:ещё|еще|ще|бы|буде|будет|also))?\s+/iu
const PAPER = new RegExp(`^${OUR_PAPER}(?=$|[\\s.,;:!?])`, 'iu')

/** `надо КП до четверга`, `замер сделал нужно КП`: what is needed, without what was done before it; else the whole. */
export function neededOf(part: string): string {
  const found = NEED.exec(part)
  if (found === null) return part
  const before = part.slice(0, found.index)
  return before === '' || isOver(` ${before}`) ? part.slice(found.index + found[0].length) : part
}

/** Whether what is needed is for us to make: `нужно КП`, but not `нужны окна`. */
export function isOursToMake(part: string): boolean {
  const needed = neededOf(part)
  return needed !== part && PAPER.test(needed)
}
