/** What a calendar says of one event, by the names of RFC 5545. */
export interface CalendarEvent {
  /** The latest value of a property. */
  one(name: string): string | undefined
  /** All values of one that may be there more than once, or hold several. */
  all(name: string): readonly string[]
}

/** The events of a calendar; what stands within one, as an alarm does, speaks for itself. */
export function eventsOf(text: string): CalendarEvent[] {
  const events: CalendarEvent[] = []
  let event: Map<string, string[]> | undefined
  let within = 0
  for (const line of text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)) {
    const [, name = '', value = ''] = /^([A-Za-z-]+)(?:;(?:[^:"]|"[^"]*")*)?:(.*)$/.exec(line) ?? []
    const key = name.toUpperCase()
    const isEvent = value.trim().toUpperCase() === 'VEVENT'
    if (key === 'BEGIN' && isEvent) {
      event = new Map()
      within = 0
    } else if (event === undefined) continue
    else if (key === 'END' && isEvent) {
      events.push(eventWith(event))
      event = undefined
    } else if (key === 'BEGIN') within++
    else if (key === 'END') within--
    else if (within === 0) event.set(key, [...(event.get(key) ?? []), value])
  }
  return events
}

function eventWith(values: ReadonlyMap<string, readonly string[]>): CalendarEvent {
  return {
    one: (name) => values.get(name)?.at(-1)?.trim(),
    all: (name) => (values.get(name) ?? []).flatMap((value) => value.split(',')),
  }
}
