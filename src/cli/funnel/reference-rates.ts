import { foldKey } from '../../domain/names/name.ts'
import type { Stage } from '../../domain/pipeline.ts'
import { UsageError, UserError } from '../../errors.ts'

/** A name up to `= number`: names may hold commas, numbers may have a decimal one. */
const ENTRY = /\s*(.+?)\s*=\s*(\d+(?:[.,]\d+)?)\s*(%?)\s*(?:[,;]|$)/gy

/**
 * `Заявка=70, Замер=60%`: percentages that go on from each stage; stages that are not named have none. Throws where a
 * stage is not there or is named twice, where the text cannot be read, and for a number that may be a fraction.
 */
export function parseRates(text: string, stages: readonly Stage[]): (number | null)[] {
  const rates: (number | null)[] = stages.map(() => null)
  const entries = [...text.matchAll(ENTRY)]
  const read = entries.reduce((length, [whole]) => length + whole.length, 0)
  if (entries.length === 0 || text.slice(read).trim() !== '')
    throw new UsageError((w) => w.references.badRates({ text }))
  for (const [, name = '', number = '', sign] of entries) {
    const at = stages.findIndex((stage) =>
      [stage.name, ...stage.aliases].some((one) => foldKey(one) === foldKey(name)),
    )
    if (at < 0) {
      const known = stages.map((stage) => stage.name).join(', ')
      throw new UserError((w) => w.references.noStage({ text: name, known }))
    }
    const percent = Number(number.replace(',', '.'))
    if (percent > 100 || (percent > 0 && percent < 1 && sign === ''))
      throw new UsageError((w) => w.references.badRate({ stage: name, text: number }))
    if (rates[at] !== null) throw new UsageError((w) => w.references.twice({ stage: name }))
    rates[at] = percent / 100
  }
  return rates
}
