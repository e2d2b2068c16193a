/** Codes of ISO 4217 in use for payments: no metals, no test codes. */
const CODES = new Set(
  `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF
  CHF CLF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD
  HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL
  LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR
  PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP
  TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG`.split(/\s+/),
)

/** Currencies whose minor unit is not a hundredth. */
const DIGITS: ReadonlyMap<string, number> = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ').map(digits(0)),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map(digits(3)),
  ...['CLF'].map(digits(4)),
])

/** What each sign or word may mean. With `*` first, that is meant unless the context says another. */
const MARKS: ReadonlyMap<string, readonly string[]> = new Map(
  `$: * USD CAD AUD NZD SGD HKD TWD MXN COP CLP ARS UYU
  us$ доллар доллара долларов долл долар долара доларів дол dollar dollars: USD
  r$: BRL
  € евро євро euro euros: EUR
  £: * GBP EGP
  ¥: JPY CNY
  元 юань юаня юаней юанів: CNY
  ₽: RUB
  р руб рубль рубля рублей рублі рублів rur rubles: * RUB BYN
  ₴ грн гривна гривны гривен гривня гривні гривень: UAH
  ₸ тг тенге: KZT
  zł zl злотый злотых злотих: PLN
  br: * BYN ETB
  сум сўм сумов: UZS
  сом сомов: KGS
  сомони: TJS
  ₾ лари ларі: GEL
  ֏ драм драмов: AMD
  ₼: AZN
  манат манатов: AZN TMT
  лей леев леїв lei: MDL RON
  kr: SEK NOK DKK ISK
  kč: CZK
  ft: HUF
  ₺ tl: TRY
  ₪: ILS
  ₹: INR
  ₩: * KRW KPW
  ₫: VND
  ฿: THB
  ₮: MNT
  лв: BGN
  ₦: NGN
  ₱: PHP`
    .split('\n')
    .flatMap((line) => {
      const [marks = '', codes = ''] = line.trim().split(': ')
      return marks.split(' ').map((mark) => [mark, codes.split(' ')] as const)
    }),
)

/** How screens show a currency; the others by their code. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['USD', '$'],
  ['EUR', '€'],
  ['GBP', '£'],
  ['JPY', '¥'],
  ['RUB', '₽'],
  ['UAH', '₴'],
  ['KZT', '₸'],
  ['PLN', 'zł'],
  ['BYN', 'Br'],
  ['GEL', '₾'],
  ['AMD', '֏'],
  ['AZN', '₼'],
  ['TRY', '₺'],
  ['ILS', '₪'],
  ['INR', '₹'],
  ['KRW', '₩'],
  ['VND', '₫'],
  ['CZK', 'Kč'],
])

/** Decimals of the minor unit by ISO 4217: 2 for most and for codes unknown. */
export function currencyDigits(code: string): number {
  return DIGITS.get(code) ?? 2
}

/** Whether this is a currency code of ISO 4217, in capitals. */
export function isCurrency(code: string): boolean {
  return CODES.has(code)
}

/** The sign that screens show, or the code where there is none. */
export function currencySign(code: string): string {
  return SIGNS.get(code) ?? code
}

/**
 * The currency that signs, words or codes beside an amount mean together. Where several could be meant, the
 * context decides if it is one of them. Undefined: unknown words, or a choice that nothing decides.
 */
export function currencyOf(marks: readonly string[], context: string): string | undefined {
  let meanings: readonly string[] | undefined
  for (const mark of marks) {
    const code = mark.toUpperCase()
    const own = isCurrency(code) ? [code] : MARKS.get(mark.toLowerCase())
    if (own === undefined) return undefined
    meanings = meanings === undefined ? own : own.filter((meaning) => meanings?.includes(meaning))
  }
  if (meanings === undefined) return undefined
  if (meanings.includes(context)) return context
  const [first, second] = meanings
  return first === '*' || second === undefined ? meanings.find((meaning) => meaning !== '*') : undefined
}

/** The currencies that one sign or word may mean; several only where nothing says which. */
export function currenciesOf(mark: string): string[] {
  const [first, ...others] = MARKS.get(mark.toLowerCase()) ?? []
  if (first === undefined) return []
  return first === '*' ? others.slice(0, 1) : [first, ...others]
}

function digits(count: number): (code: string) => [string, number] {
  return (code) => [code, count]
}
