import { EXIT } from '../errors.ts'
import { examine, mend } from '../store/doctor.ts'
import type { Words } from '../words/words.ts'
import type { Answer, Run } from './command.ts'
import { flag } from './typed.ts'

/** Says whether the workspace is sound, or each thing that is wrong in a sentence; `--fix` first makes the copies anew. */
export const doctor: Run = (context, typed): Answer => {
  const fix = flag(typed, 'fix') && !context.dryRun
  const store = context.open(fix ? 'write' : 'read')
  if (fix) mend(store)
  const { findings, counts } = examine(store)
  const sound = findings.length === 0
  const { path } = context
  const verdict = (w: Words) =>
    sound ? w.safety.sound({ path }) : w.safety.unsound({ path, n: findings.length })
  return {
    json: {
      schema: 'voronka.doctor/1',
      file: path,
      sound,
      findings: findings.map((found) => ({
        ...found,
        message: context.words.safety.finding[found.check](found),
      })),
      counts,
      fixed: fix,
    },
    document: (w) => ({
      heading: [
        { text: verdict(w), tone: sound ? 'good' : 'bad' },
        ...(counts === null ? [] : [w.safety.counts(counts)]),
      ],
      blocks: sound
        ? []
        : [
            { type: 'lines', lines: findings.map((found) => w.safety.finding[found.check](found)) },
            { type: 'lines', lines: [w.safety.tryFix] },
          ],
    }),
    messages: fix ? [(w) => w.safety.mended] : [],
    exit: sound ? EXIT.done : EXIT.checkNotMet,
  }
}
