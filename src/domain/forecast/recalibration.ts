/** What was expected of a past period from before it, and what came: won deals. */
export interface PastError {
  expected: number
  happened: number
  /** How many such periods had been learnt from. */
  after: number
}

/** What a forecast's own past errors say of its next one. */
export interface Recalibration {
  /** Multiplies what is expected. */
  level: number
  /** How well the level is known: standard deviation of its logarithm. */
  levelSpread: number
  /** Variance of the logarithm of one period beside the level, beyond chance, and how many periods that rests on. */
  scatter: number
  scatterKnown: number
}

/** Only the latest errors count: what was further back was another business. */
const LATEST = 12
/** Before anything is known, one period is taken to differ from another by so much (as a logarithm) … */
const SCATTER = 0.12
/** … which counts for so many periods. */
const SCATTER_KNOWN = 3
/** Before anything is known, the level is 1 but for so much (as a logarithm). */
const LEVEL = 0.2
/** A forecast that had one period to learn from erred by so much for that alone (as a logarithm); one that had n, by an n-th. */
const YOUNG = 0.3
/** No business is more even than this. */
const LEAST = 0.02 ** 2

/**
 * The level and the scatter of past errors r = ln((happened + ½) / (expected + ½)), each with variance 1/(expected + ½)
 * by chance and the scatter of periods besides. The level is the mean by these weights, beside a level of 1 with
 * the weight 1/0.2². The scatter is what the squares of the errors exceed chance by; an error that is mostly chance tells
 * little of it and weighs (scatter / (scatter + chance))².
 *
 * By hand: one period after twelve others, 1000 expected and 800 came: r = −0.2226, of chance 0.0010, of youth
 * 0.025² = 0.0006. With a scatter of 0.01 its weight is 86; the level is exp(−0.2226 · 86 / (86 + 25) + 0.005) = 0.846.
 */
export function recalibrate(errors: readonly PastError[]): Recalibration {
  const latest = errors.slice(-LATEST).map(({ expected, happened, after }) => {
    const chance = 1 / (expected + 0.5)
    const noise = chance + (YOUNG / Math.max(after, 0.1)) ** 2
    // The logarithm of a number that varies is on average below that of its mean, by half the variance.
    return { log: Math.log((happened + 0.5) * chance) + chance / 2, noise }
  })
  let scatter = SCATTER ** 2
  let scatterKnown = SCATTER_KNOWN
  for (let round = 0; ; round++) {
    let [sum, weight] = [0, 1 / LEVEL ** 2]
    for (const { log, noise } of latest) {
      const w = 1 / (noise + scatter)
      sum += w * log
      weight += w
    }
    const level = sum / weight
    if (round === 2)
      return {
        level: Math.exp(level + scatter / 2),
        levelSpread: Math.sqrt(1 / weight),
        scatter,
        scatterKnown,
      }
    let squares = SCATTER_KNOWN * SCATTER ** 2
    scatterKnown = SCATTER_KNOWN
    for (const { log, noise } of latest) {
      const told = (SCATTER ** 2 / (SCATTER ** 2 + noise)) ** 2
      squares += told * ((log - level) ** 2 - noise)
      scatterKnown += told
    }
    scatter = Math.max(squares / scatterKnown, LEAST)
  }
}
