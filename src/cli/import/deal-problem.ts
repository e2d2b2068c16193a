import type { Say } from '../../errors.ts'
import type { StagedProblem } from '../../store/import/repeats.ts'
import type { Finding } from '../../transfer/findings.ts'

/** A problem of a deal that showed among the other rows, in the words of the file's headers. */
export function dealProblem(
  { line, externalId, why }: StagedProblem,
  idColumn: string,
  headerOf: (field: string) => string,
  finerKey = '',
): Finding {
  const say: Say = (w) => {
    if (why.kind === 'exists') return w.import.existsAlready({ deal: `d${why.deal}` })
    if (why.kind === 'noStage') return w.import.noStageGiven
    if (why.kind === 'otherClient')
      return w.import.otherClient({ deal: `d${why.deal}`, client: why.client, key: finerKey })
    return w.import.conflict({ lines: why.lines.join(', '), columns: why.fields.map(headerOf).join(', ') })
  }
  return { line, column: idColumn, value: externalId, say }
}
