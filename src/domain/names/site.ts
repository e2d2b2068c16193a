/** Sites where every page is somebody else's. */
const SHARED =
  /^(?:vk\.com|ok\.ru|t\.me|facebook\.com|instagram\.com|linkedin\.com|youtube\.com|sites\.google\.com|prom\.ua)$/

/** What a site is told by: its host without `www.`; on sites of many, the page too. Null where the text is none. */
export function siteKey(text: string): string | null {
  const [, host = '', path = ''] =
    /^\s*(?:[a-z]+:\/\/)?(?:www\.)?([^\s/?#:,;]+\.[^\s/?#:,;]+)(?::\d+)?([^\s?#,;]*)/i.exec(text) ?? []
  if (host === '' || host.includes('@')) return null
  const known = host.toLowerCase()
  return SHARED.test(known) ? known + path.toLowerCase().replace(/\/+$/, '') : known
}
