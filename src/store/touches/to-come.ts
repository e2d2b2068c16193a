import type { Store } from '../store.ts'

/** Who or what something is with. */
export interface Parties {
  contact: number | null
  company: number | null
  deal: number | null
}

/** Open tasks about a deal, but for one of them. */
export function openTasksAbout(
  { db }: Store,
  deal: number,
  but: number | null,
): { id: number; text: string }[] {
  return db
    .prepare(`select id, text from tasks where deal_id = ? and state = 'open' and id is not ? order by id`)
    .all(deal, but) as { id: number; text: string }[]
}

/** Whether a task with a date, or a meeting, is still to come with them or about the deal. */
export function isAnythingPlanned({ db }: Store, { contact, company, deal }: Parties): boolean {
  const party = contact !== null ? 'contact_id = @contact' : 'contact_id is null and company_id = @company'
  const planned = db
    .prepare(
      `select 1 from tasks where state = 'open' and due_at is not null and (${party} or deal_id = @deal)
      union all select 1 from activities where outcome = 'planned' and (${party} or deal_id = @deal) limit 1`,
    )
    .get({ contact, company, deal })
  return planned !== undefined
}

export interface OpenTask {
  id: number
  text: string
  due: number
}

/** Open tasks with a day that are with them or about the deal, the first due first. */
export function openTasksWith({ db }: Store, { contact, deal }: Parties): OpenTask[] {
  const select = "select id, text, due_at as due from tasks where state = 'open' and due_at is not null"
  return db
    .prepare(`${select} and contact_id = @contact union ${select} and deal_id = @deal order by due, id`)
    .all({ contact, deal }) as OpenTask[]
}

/** Open tasks with a day that are about the same person or deal as this one, by their number. */
export function openTasksBeside({ db }: Store, task: number): OpenTask[] {
  const select = 'select t.id, t.text, t.due_at as due from tasks m join tasks t on'
  const other = "where m.id = @task and t.id <> @task and t.state = 'open' and t.due_at is not null"
  return db
    .prepare(
      `${select} t.contact_id = m.contact_id ${other} union ${select} t.deal_id = m.deal_id ${other} order by 1`,
    )
    .all({ task }) as OpenTask[]
}

/** Activities with whoever has this number, as it was written down, of whom nothing else is known. */
export function strangersCalls({ db }: Store, phone: string | null): number[] {
  return db
    .prepare(
      'select id from activities where phone = ? and coalesce(contact_id, company_id, deal_id) is null',
    )
    .pluck()
    .all(phone) as number[]
}
