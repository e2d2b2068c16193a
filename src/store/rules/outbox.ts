import type { Output, Rule } from '../../domain/rule.ts'
import type { Store } from '../store.ts'

/** A text that waits to be sent, or was. */
export interface OutboxEntry {
  id: number
  rule: number
  deal: number
  nth: number
  output: Output
  /** The folder, or the command as a JSON list of words. */
  target: string | null
  text: string
  state: 'pending' | 'started' | 'done' | 'failed'
  madeAt: number
  problem: string | null
  /** The firing is there no more: what is not sent yet never will be. */
  withdrawn: boolean
  /** Its command may be run. */
  allowed: boolean
}

/**
 * A text to be sent after the commit. What went out once for this event goes out no second time: a move that is taken
 * back and made again is the same to the one who reads it.
 */
export function putIntoOutbox(
  { db }: Store,
  { output, target }: Pick<Rule, 'output' | 'target'>,
  message: { rule: number; deal: number; nth: number; firing: number; text: string },
  now: number,
): void {
  const { rule, deal, nth, firing, text } = message
  const sent = db
    .prepare(
      `select 1 from rule_outbox where rule_id = ? and deal_id = ? and nth = ? and text = ?
        and state in ('started', 'done') limit 1`,
    )
    .get(rule, deal, nth, text)
  if (sent !== undefined) return
  db.prepare(
    `insert into rule_outbox(firing_id, rule_id, deal_id, nth, output, target, text, made_at)
    values (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(firing, rule, deal, nth, output ?? 'print', target, text, now)
}

const ENTRY = `select b.id, b.rule_id as rule, b.deal_id as deal, b.nth, b.output, b.target, b.text, b.state,
    b.made_at as madeAt, b.problem, f.id is null as withdrawn, coalesce(r.allowed, 0) as allowed
  from rule_outbox b left join rule_firings f on f.id = b.firing_id left join rules r on r.id = b.rule_id`

type Row = Omit<OutboxEntry, 'withdrawn' | 'allowed'> & { withdrawn: number; allowed: number }

function entryOf(row: Row): OutboxEntry {
  return { ...row, withdrawn: row.withdrawn === 1, allowed: row.allowed === 1 }
}

/** The latest first. */
export function outboxEntries({ db }: Store, rule: number | null = null): OutboxEntry[] {
  const rows = db
    .prepare(`${ENTRY} where @rule is null or b.rule_id = @rule order by b.id desc`)
    .all({ rule })
  return (rows as Row[]).map(entryOf)
}

/** What is to be sent, in the order in which it came. */
export function pendingEntries({ db }: Store): OutboxEntry[] {
  const rows = db
    .prepare(`${ENTRY} where b.state = 'pending' and f.id is not null and r.state <> 'removed' order by b.id`)
    .all()
  return (rows as Row[]).map(entryOf)
}

export function anyToSend({ db }: Store): boolean {
  return (
    db.prepare("select 1 from rule_outbox where state in ('pending', 'started') limit 1").get() !== undefined
  )
}

/**
 * Takes an entry to be sent by this process alone: false where another has it, or nobody is to send it any more. A
 * machine that loses its power does not forget it, and sends nothing twice.
 */
export function claimEntry({ db }: Store, id: number, clock: number): boolean {
  db.raw.pragma('synchronous = full')
  return (
    db
      .prepare(
        `update rule_outbox set state = 'started', started_at = ?, problem = null where id = ? and state = 'pending'
          and exists(select 1 from rule_firings f where f.id = firing_id)`,
      )
      .run(clock, id).changes === 1
  )
}

/** `problem` null is sent. */
export function endEntry({ db }: Store, id: number, clock: number, problem: string | null): void {
  db.prepare('update rule_outbox set state = ?, ended_at = ?, problem = ? where id = ?').run(
    problem === null ? 'done' : 'failed',
    clock,
    problem,
    id,
  )
}

/**
 * Entries begun so many milliseconds ago and never ended: whoever sent them was cut off, and nobody knows how far it
 * got. They fail rather than go out a second time unasked. So do those begun in what the clock, set back, takes for
 * the future. Returns their ids.
 */
export function endInterrupted({ db }: Store, longest: number, clock: number, problem: string): number[] {
  return db
    .prepare(
      `update rule_outbox set state = 'failed', ended_at = ?, problem = ?
      where state = 'started' and abs(? - started_at) > ? returning id`,
    )
    .pluck()
    .all(clock, problem, clock, longest) as number[]
}

/** Puts a failed entry back to be sent. */
export function retryEntry({ db }: Store, id: number): void {
  db.prepare(
    "update rule_outbox set state = 'pending', problem = null where id = ? and state = 'failed'",
  ).run(id)
}
