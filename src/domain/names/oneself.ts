const ONESELF =
  /^(?:я|мне|меня|мной|мой|моя|мои|моё|сама?|себе|себя|я сама?|мені|мене|мною|мій|мої|собі|себе|я сам[аі]?|me|myself|i|mine)$/iu

/** Whether a word says who types and is nobody's name: `я`, `мне`, `me`. */
export function isOneself(text: string): boolean {
  return ONESELF.test(text.trim())
}
