import { EXIT } from '../../errors.ts'
import { examine, mend, type OnProgress } from '../../store/doctor.ts'
import type { Words } from '../../words/words.ts'
import type { Answer, Run } from '../command.ts'
import type { Context } from '../context.ts'
import { flag } from '../typed.ts'

/** Says whether the workspace is sound, or each thing that is wrong in a sentence; `--fix` first makes the copies anew. */
export const doctor: Run = (context, typed): Answer => {
  const fix = flag(typed, 'fix') && !context.dryRun
  const store = context.open(fix ? 'write' : 'read')
  if (fix) mend(store)
  const { findings, counts } = withProgress(context, (onProgress) => examine(store, onProgress))
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

/** Says on a terminal how far it is: a million deals take some twenty seconds. */
function withProgress<T>({ world: { err }, quiet, words }: Context, work: (onProgress: OnProgress) => T): T {
  if (!err.isTTY || quiet) return work(() => {})
  let percent = -1
  const say = (text: string) => err.write(`\r\u001b[K${text}`)
  try {
    return work((at) => {
      if (at === 'file') return void say(words.safety.examiningFile)
      const now = Math.floor((100 * at.deals) / at.of)
      if (now !== percent) say(words.safety.examiningDeals({ percent: now }))
      percent = now
    })
  } finally {
    say('')
  }
}
