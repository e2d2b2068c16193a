/** What may stand in braces, by the record it is of. The user's own fields of deals beside them, as `deal.#7`. */
export const PLACES = {
  deal: [
    ...['id', 'title', 'amount', 'cost', 'currency', 'stage', 'pipeline', 'manager', 'company', 'contact'],
    ...['source', 'product', 'expected'],
  ],
  contact: ['name', 'phone', 'email', 'position', 'company'],
  company: ['name', 'phone', 'email', 'website'],
  manager: ['name', 'email'],
  event: ['date'],
} as const satisfies Record<string, readonly string[]>

/** `{contact.name}`, and as others write it `{{ contact.name }}`. */
const PLACE = /\{\{\s*([^{}\n]+?)\s*\}\}|\{\s*([^{}\n]+?)\s*\}/g

/** The names in braces in the order of the text. */
export function placesOf(template: string): string[] {
  return [...template.matchAll(PLACE)].map(([, twice, once]) => twice ?? once ?? '')
}

/** The same template with other names in the braces. */
export function renamePlaces(template: string, nameOf: (place: string) => string): string {
  return template.replace(PLACE, (_, twice?: string, once?: string) => `{${nameOf(twice ?? once ?? '')}}`)
}

/**
 * The template with values in place of the braces, each made one line of visible characters: a value can neither end a
 * line (of a mail's head) nor be read as a template itself.
 */
export function fillTemplate(template: string, saidOf: (place: string) => string): string {
  return template.replace(PLACE, (_, twice?: string, once?: string) => plainLine(saidOf(twice ?? once ?? '')))
}

function plainLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}\p{Co}]/gu, '')
    .trim()
}
