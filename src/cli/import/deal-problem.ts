import type { Say } from '../../errors.ts'
import type { StagedProblem } from '../../store/import/repeats.ts'
import type { Finding } from '../../transfer/findings.ts'

/** A problem of a deal that showed among the other rows, in the words of the file's headers. */
export function dealProblem(
  { line, externalId, why }: StagedProblem,
  idColumn: string,
  headerOf: (field: string) => string,
): Finding {
  const say: Say = (w) => {
    if (why.kind === 'exists') return w.import.existsAlready({ deal: `d${why.deal}` })
    if (why.kind === 'noStage') return w.import.noStageGiven
    return w.import.conflict({ lines: why.lines.join(', '), columns: why.fields.map(headerOf).join(', ') })
  }
  return { line, column: idColumn, value: externalId, say }
}
