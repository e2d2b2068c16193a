/** Countries by the zone they live in, where the currency would say another or none. */
const OF_ZONE: ReadonlyMap<string, string> = new Map([
  ['Europe/Kyiv', 'UA'],
  ['Europe/Kiev', 'UA'],
  ['Europe/Minsk', 'BY'],
  ['Europe/Moscow', 'RU'],
  ['Europe/Kaliningrad', 'RU'],
  ['Europe/Samara', 'RU'],
  ['Asia/Yekaterinburg', 'RU'],
  ['Asia/Omsk', 'RU'],
  ['Asia/Novosibirsk', 'RU'],
  ['Asia/Krasnoyarsk', 'RU'],
  ['Asia/Irkutsk', 'RU'],
  ['Asia/Yakutsk', 'RU'],
  ['Asia/Vladivostok', 'RU'],
  ['Asia/Almaty', 'KZ'],
  ['Asia/Tbilisi', 'GE'],
  ['Asia/Tashkent', 'UZ'],
  ['Europe/Chisinau', 'MD'],
  ['Europe/Warsaw', 'PL'],
  ['Europe/Berlin', 'DE'],
  ['Europe/Vilnius', 'LT'],
  ['Europe/Riga', 'LV'],
  ['Europe/Tallinn', 'EE'],
  ['Europe/London', 'GB'],
])

/**
 * The country (ISO 3166) whose phone numbers are meant where they name none: the zone's, else the one that the
 * currency's code begins with (`KZT` → `KZ`; a currency of many countries names none that dials).
 */
export function regionOf(timezone: string, currency: string): string {
  return OF_ZONE.get(timezone) ?? currency.slice(0, 2)
}
