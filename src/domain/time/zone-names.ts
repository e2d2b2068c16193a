import { UserError } from '../../errors.ts'
import { foldKey, nearest } from '../names/name.ts'
import { Zone } from './zone.ts'

/** What people of the usual cities call them, by the zone of their clocks; other cities are as the zones name them. */
const CITIES: Readonly<Record<string, string>> = {
  'Europe/Moscow':
    'москва, петербург, санкт-петербург, питер, казань, нижний новгород, ростов-на-дону, краснодар, сочи, воронеж, msk, мск',
  'Europe/Kaliningrad': 'калининград, калінінград',
  'Europe/Samara': 'самара, ижевск, тольятти',
  'Europe/Saratov': 'саратов',
  'Europe/Volgograd': 'волгоград',
  'Asia/Yekaterinburg': 'екатеринбург, ekaterinburg, пермь, уфа, челябинск, тюмень, сургут',
  'Asia/Omsk': 'омск',
  'Asia/Novosibirsk': 'новосибирск',
  'Asia/Tomsk': 'томск',
  'Asia/Barnaul': 'барнаул',
  'Asia/Novokuznetsk': 'новокузнецк, кемерово',
  'Asia/Krasnoyarsk': 'красноярск',
  'Asia/Irkutsk': 'иркутск, улан-удэ',
  'Asia/Chita': 'чита',
  'Asia/Yakutsk': 'якутск, благовещенск',
  'Asia/Vladivostok': 'владивосток, хабаровск',
  'Asia/Magadan': 'магадан',
  'Asia/Sakhalin': 'южно-сахалинск, сахалин',
  'Asia/Kamchatka': 'камчатка, петропавловск-камчатский',
  'Europe/Kyiv':
    'киев, київ, kyiv, kiev, харьков, харків, одесса, одеса, днепр, дніпро, львов, львів, запорожье, запоріжжя, вінниця, винница, полтава, чернігів, чернигов, черкаси, черкассы, житомир, рівне, ровно, луцьк, луцк, тернопіль, тернополь, івано-франківськ, ивано-франковск, чернівці, черновцы, ужгород, суми, сумы, миколаїв, николаев, херсон, хмельницький, хмельницкий, кривий ріг, кривой рог',
  'Europe/Minsk': 'минск, мінськ',
  'Europe/Chisinau': 'кишинев, кишинів',
  'Asia/Almaty': 'алматы, алма-ата, алмати, астана',
  'Asia/Tashkent': 'ташкент',
  'Asia/Bishkek': 'бишкек, бішкек',
  'Asia/Dushanbe': 'душанбе',
  'Asia/Ashgabat': 'ашхабад',
  'Asia/Baku': 'баку',
  'Asia/Yerevan': 'ереван, єреван',
  'Asia/Tbilisi': 'тбилиси, тбілісі, батуми, батумі',
  'Europe/Riga': 'рига',
  'Europe/Vilnius': 'вильнюс, вільнюс',
  'Europe/Tallinn': 'таллин, таллінн',
  'Europe/Warsaw': 'варшава, краков, краків, вроцлав, гданьск, гданськ, warszawa, krakow, wroclaw, gdansk',
  'Europe/Prague': 'прага, брно, praha',
  'Europe/Bratislava': 'братислава',
  'Europe/Berlin': 'берлин, берлін, мюнхен, гамбург, кельн, франкфурт, munich, hamburg, frankfurt, cologne',
  'Europe/Vienna': 'вена, відень, wien',
  'Europe/Zurich': 'цюрих, женева, geneva',
  'Europe/Paris': 'париж',
  'Europe/London': 'лондон',
  'Europe/Dublin': 'дублин, дублін',
  'Europe/Madrid': 'мадрид, барселона, валенсия, валенсія, barcelona, valencia',
  'Europe/Lisbon': 'лиссабон, лісабон, lisboa',
  'Europe/Rome': 'рим, милан, мілан, milan, milano, roma',
  'Europe/Athens': 'афины, афіни',
  'Asia/Nicosia': 'никосия, нікосія, лимассол, лімасол, limassol, cyprus, кипр, кіпр',
  'Europe/Istanbul': 'стамбул, анкара, анталия, анталія, antalya, ankara',
  'Europe/Sofia': 'софия, софія',
  'Europe/Belgrade': 'белград, белґрад',
  'Europe/Podgorica': 'подгорица, підгориця',
  'Europe/Budapest': 'будапешт',
  'Europe/Bucharest': 'бухарест',
  'Europe/Helsinki': 'хельсинки, гельсінкі',
  'Europe/Stockholm': 'стокгольм',
  'Europe/Oslo': 'осло',
  'Europe/Copenhagen': 'копенгаген',
  'Europe/Amsterdam': 'амстердам, rotterdam, роттердам',
  'Europe/Brussels': 'брюссель',
  'Asia/Dubai': 'дубай, дубаї, абу-даби',
  'Asia/Jerusalem': 'тель-авив, тель-авів, иерусалим, єрусалим, tel aviv',
  'Asia/Kolkata': 'дели, делі, мумбаи, гоа, delhi, new delhi, mumbai, bangalore',
  'Asia/Bangkok': 'бангкок, пхукет, phuket',
  'Asia/Makassar': 'бали, балі, bali',
  'Asia/Singapore': 'сингапур, сінгапур',
  'Asia/Hong_Kong': 'гонконг',
  'Asia/Shanghai': 'пекин, пекін, шанхай, beijing',
  'Asia/Seoul': 'сеул',
  'Asia/Tokyo': 'токио, токіо',
  'Australia/Sydney': 'сидней, сідней',
  'America/New_York':
    'нью-йорк, майами, маямі, бостон, вашингтон, miami, boston, washington, philadelphia, atlanta',
  'America/Chicago': 'чикаго, чікаго, даллас, хьюстон, dallas, houston, austin',
  'America/Denver': 'денвер',
  'America/Los_Angeles':
    'лос-анджелес, сан-франциско, сиэтл, сіетл, san francisco, seattle, san diego, las vegas',
  'America/Toronto': 'торонто, монреаль, montreal, ottawa',
  'America/Sao_Paulo': 'сан-паулу',
  'America/Argentina/Buenos_Aires': 'буэнос-айрес, буенос-айрес',
}

/**
 * The zone that a text means: an IANA name, or a city in any of the three languages. Throws UserError, with cities of
 * nearly that name.
 */
export function zoneNamed(text: string): Zone {
  const cities = knownCities()
  const city = cities.get(foldKey(text))
  if (city !== undefined) return new Zone(city.zone)
  try {
    return new Zone(asWritten(text.trim()))
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const nearly = nearest(text, [...cities.keys()], MOST_NEAR).flatMap((key) => cities.get(key) ?? [])
    // The nearest name of each zone: `Київ` is no other place than `Киев`.
    const near = nearly
      .filter(({ zone }, at) => nearly.findIndex((other) => other.zone === zone) === at)
      .map(({ zone, name }) => `${name} (${zone})`)
    throw near.length === 0 ? error : new UserError((w) => w.when.zonesNear({ text, near }))
  }
}

/** `europe/kyiv` as the list of zones writes it; what is no zone at all stays as it is. */
function asWritten(text: string): string {
  const isIt = (id: string) => id.toLowerCase() === text.toLowerCase()
  const known = [...Object.keys(CITIES), ...Intl.supportedValuesOf('timeZone')].find(isIt)
  if (known !== undefined) return known
  const { id } = new Zone(text)
  const resolved = new Intl.DateTimeFormat('en', { timeZone: id }).resolvedOptions().timeZone
  return isIt(resolved) ? resolved : id
}

const MOST_NEAR = 4

interface City {
  zone: string
  /** As it is written. */
  name: string
}

/** All cities, by their folded names. */
function knownCities(): Map<string, City> {
  const zones = Intl.supportedValuesOf('timeZone').filter((id) => id.includes('/') && !id.startsWith('Etc/'))
  const english = zones.map((zone) => ({
    zone,
    name: zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' '),
  }))
  const others = Object.entries(CITIES).flatMap(([zone, names]) =>
    names.split(', ').map((name) => ({ zone, name: capital(name) })),
  )
  return new Map([...english, ...others].map((city) => [foldKey(city.name), city]))
}

/** `Санкт-Петербург`, but `Ростов-на-Дону`. */
function capital(name: string): string {
  return name.replace(/(?<![\p{L}'])(?!на-)\p{L}/gu, (letter) => letter.toUpperCase())
}
