/**
 * Letters by how often they occur in texts of their alphabet, in thousandths: Cyrillic ones as in Russian or
 * Ukrainian, whichever is more.
 */
const LETTERS: Readonly<Record<string, number>> = {
  о: 109,
  е: 85,
  а: 83,
  и: 74,
  н: 67,
  т: 63,
  і: 57,
  с: 55,
  р: 47,
  в: 45,
  л: 44,
  к: 35,
  м: 32,
  д: 30,
  п: 28,
  у: 30,
  я: 22,
  ы: 19,
  ь: 18,
  г: 17,
  з: 18,
  б: 16,
  ч: 14,
  й: 12,
  х: 10,
  ж: 9,
  ш: 8,
  ю: 7,
  ї: 6,
  ц: 6,
  щ: 5,
  є: 4,
  э: 3,
  ф: 4,
  ъ: 0.5,
  ё: 2,
  ґ: 0.2,
  α: 105,
  ο: 85,
  ι: 80,
  τ: 75,
  ε: 70,
  ν: 60,
  ς: 48,
  η: 47,
  σ: 45,
  ρ: 42,
  κ: 40,
  π: 38,
  υ: 36,
  μ: 32,
  λ: 30,
  ά: 22,
  ί: 22,
  ό: 20,
  έ: 18,
  δ: 18,
  ω: 17,
  γ: 17,
  ή: 15,
  θ: 12,
  χ: 11,
  φ: 9,
  ύ: 9,
  ώ: 8,
  β: 7,
  ξ: 5,
  ζ: 4,
  ψ: 2,
  ϊ: 1,
  ϋ: 0.2,
}

/** Penalties, as natural logarithms of how seldom such a thing occurs in real text. */
const RARE_LETTER = -9
const MIXED_ALPHABETS = -9
const CAPITAL_INSIDE_WORD = -5
const CAPITAL = -2
const LONE_LETTER = -2
const SYMBOL = -5
const MISPLACED = -9
const CONTROL = -14
const PLAIN_ACCENT = -3
const RARE_ACCENT = -6
const ACCENTS_TOGETHER = -3
const ACCENT_ALONE = -5

const CLOSERS: Readonly<Record<string, string>> = { '«': '»', '“': '”', '„': '“”', '‘': '’' }
const USUAL_SYMBOLS = new Set('№«»—–…“”„’‘•₴€£©®°ºª²³½×±§¡¿\u00a0')
const ACCENTED = new Set('éèêàáâäãåæçíîïñóôöõøúûüßœ')

/** How likely the text is as words of an alphabet other than Latin: a sum of logarithms over its non-ASCII characters. */
export function alphabetLikeness(text: string): number {
  let score = 0
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 0x80) continue
    const char = text.charAt(i)
    const before = text.charAt(i - 1)
    const lower = char.toLowerCase()
    if (!isLetter(char)) score += symbolLikeness(text, i)
    else {
      const share = LETTERS[lower]
      score += share === undefined ? RARE_LETTER : Math.log(share / 1000)
      if (isLatin(before) || isLatin(text.charAt(i + 1))) score += MIXED_ALPHABETS
      if ((char === 'ς' || char === 'σ') && (char === 'ς') === isLetter(text.charAt(i + 1)))
        score += MISPLACED
      if (!isLetter(before) && !isLetter(text.charAt(i + 1))) score += LONE_LETTER
      if (char !== lower)
        score += isSmall(before) ? CAPITAL_INSIDE_WORD + CAPITAL : isLetter(before) ? 0 : CAPITAL
      else if (isLetter(before) && !isSmall(before) && isCapital(text.charAt(i - 2)))
        score += CAPITAL_INSIDE_WORD
    }
  }
  return score
}

/** The same of Western words, which have their accented letters one by one among plain ones. */
export function westernLikeness(text: string): number {
  let score = 0
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 0x80) continue
    const char = text.charAt(i)
    const before = text.charAt(i - 1)
    if (!isLetter(char)) score += symbolLikeness(text, i)
    else {
      score += ACCENTED.has(char.toLowerCase()) ? PLAIN_ACCENT : RARE_ACCENT
      if (char !== char.toLowerCase()) score += isSmall(before) ? CAPITAL_INSIDE_WORD + CAPITAL : CAPITAL
      if (before > '\x7f' && isLetter(before)) score += ACCENTS_TOGETHER
      else if (!isLatin(before) && !isLatin(text.charAt(i + 1))) score += ACCENT_ALONE
    }
  }
  return score
}

function symbolLikeness(text: string, at: number): number {
  const char = text.charAt(at)
  if (char === '\ufffd' || (char >= '\x80' && char < '\xa0')) return CONTROL
  if (!USUAL_SYMBOLS.has(char)) {
    const inWord = isLetter(text.charAt(at - 1)) || isLetter(text.charAt(at + 1))
    return inWord ? MISPLACED + SYMBOL : SYMBOL * 2
  }
  return isMisplaced(text, at) ? MISPLACED + SYMBOL : SYMBOL
}

/** Marks stand on their own side of a word; an opening one is followed by its closing one in the same line. */
function isMisplaced(text: string, at: number): boolean {
  const char = text.charAt(at)
  const before = isWord(text.charAt(at - 1))
  const after = isWord(text.charAt(at + 1))
  const closers = CLOSERS[char]
  if (char === '’') return after && !before
  if (char === '“' && before && !after) return false
  if (closers !== undefined) return before || !closes(text, at + 1, closers)
  if (char === '—' || char === '–') return before !== after
  if (char === '\u00a0') return text.charAt(at - 1) === '' || isEdge(text.charAt(at - 1))
  if (char === '»' || char === '”') return after
  if (char === '£') return isLetter(text.charAt(at + 1))
  return before && after
}

/** Characters among which the closing mark is looked for. */
const LONGEST_QUOTE = 120

function closes(text: string, from: number, closers: string): boolean {
  for (let at = from; at < from + LONGEST_QUOTE && at < text.length; at++) {
    const char = text.charAt(at)
    if (char === '\n' || char === '\r') return false
    if (closers.includes(char)) return true
  }
  return false
}

const isEdge = (char: string) => ',;\t|"\n\r'.includes(char)
const isWord = (char: string) => isLetter(char) || (char >= '0' && char <= '9')
const isLatin = (char: string) => /^[a-z]$/i.test(char)
const isLetter = (char: string) => char !== '' && char.toLowerCase() !== char.toUpperCase()
const isSmall = (char: string) => isLetter(char) && char === char.toLowerCase()
const isCapital = (char: string) => isLetter(char) && char !== char.toLowerCase()
