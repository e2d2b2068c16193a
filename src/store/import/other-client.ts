import type { Database } from '../database.ts'
import { CONTACT_KEY } from '../people/contact-keys.ts'
import type { StagedProblem } from './repeats.ts'

/** The contacts of the deal `m.deal`, whatever they were merged of. */
const HERE = `from deal_contacts x cross join contacts c on c.id = x.contact_id or c.merged_into = x.contact_id
  where x.deal_id = m.deal`

/** The people of the staged row `s`. */
const SAID = `from json_each(iif(s.contacts is null, json_array(s.contact), s.contacts)) l
  cross join temp.staged_people p on p.n = l.value`

const KEYS = `select 1 from contact_keys k where k.contact_id = c.id`

/** One of the people that the row names is one of the deal's: by name, e-mail or phone, as they are or as a file said. */
const SAME_PERSON = `exists(select 1 ${SAID} where exists(select 1 ${HERE} and (c.folded = p.folded
  or c.said ->> 'name' = p.name or c.external_id is not null and c.external_id = p.external
  or exists(${KEYS} and k.kind = ${CONTACT_KEY.email} and k.key = p.email)
  or exists(${KEYS} and k.kind = ${CONTACT_KEY.phone} and k.key = p.phone))))`

const SAME_COMPANY = `exists(select 1 from temp.staged_companies f cross join companies c on c.folded = f.folded
    or c.said ->> 'name' = f.name or c.external_id is not null and c.external_id = f.external
  where f.n = s.company and e.company_id in (c.id, c.merged_into))`

const OF_ANOTHER = `from temp.matched m cross join temp.staged s on s.deal_id = m.n
  cross join deal_state e on e.deal_id = m.deal
  where (s.contact is not null and exists(select 1 ${HERE}) or s.company is not null and e.company_id is not null)
    and not ${SAME_PERSON} and not ${SAME_COMPANY}`

/**
 * Takes out the rows that found their deal by columns which clients may share, and name another client than it has:
 * neither the person nor the company is the same. Run before the staged people are settled.
 */
export function refuseOtherClients(db: Database): StagedProblem[] {
  const rows = db
    .prepare(
      `select m.n, s.line, s.external_id as id, m.deal,
        coalesce((select group_concat(c.name, ', ') from deal_contacts x cross join contacts c on c.id = x.contact_id
          where x.deal_id = m.deal), (select name from companies where id = e.company_id)) as client
      ${OF_ANOTHER} order by m.n`,
    )
    .all() as { n: number; line: number; id: string; deal: number; client: string }[]
  if (rows.length === 0) return []
  const remove = ['staged where deal_id', 'matched where n'].map((one) =>
    db.prepare(`delete from temp.${one} = ?`),
  )
  for (const { n } of rows) for (const one of remove) one.run(n)
  return rows.map(({ line, id, deal, client }) => ({
    line,
    externalId: id,
    why: { kind: 'otherClient', deal, client },
  }))
}
