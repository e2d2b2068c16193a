/**
 * Who the customer of a deal is, wherever purchases are counted: its company, and where it has none each of its contacts.
 * Whoever of a company buys, it is the company that comes back. `o3` a company, `c5` a contact.
 */
export function customersOf(company: number | null, contacts: readonly number[]): string[] {
  return company === null ? contacts.map((contact) => `c${contact}`) : [`o${company}`]
}
