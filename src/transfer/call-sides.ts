import type { Direction } from '../domain/activity.ts'

/** What a row of a telephone exchange's log says of the two sides, as written; '' where it does not. */
export interface CallSides {
  readonly caller: string
  readonly callee: string
  /** The colleague's, where it has a column of its own. */
  readonly extension: string
  readonly direction: Direction | 'internal' | undefined
}

export interface ReadCall {
  readonly direction: Direction
  /** The client's number as written. */
  readonly client: string
  /** What the colleague is called by the exchange; '' where it does not say. */
  readonly colleague: string
}

/**
 * Who called whom: the side that is an extension is the colleague's. Undefined where neither is and nothing else says
 * the direction; `internal` between two colleagues.
 */
export function readCall({
  caller,
  callee,
  extension,
  direction,
}: CallSides): ReadCall | 'internal' | undefined {
  if (direction === 'internal') return 'internal'
  const [from, to] = [extensionOf(caller), extensionOf(callee)]
  if (direction === undefined && from !== undefined && to !== undefined) return 'internal'
  const way = direction ?? (from !== undefined ? 'out' : to !== undefined ? 'in' : undefined)
  if (way === undefined) return undefined
  const [client, own] = way === 'in' ? [caller, to] : [callee, from]
  return {
    direction: way,
    client: numberOf(client),
    colleague: extensionOf(extension) ?? (extension || own || ''),
  }
}

/** `101`, `SIP/101-00a3`, `"Анна" <101>`, `Ext. 101`, `Анна (101)` are the extension 101; a longer number is none. */
function extensionOf(text: string): string | undefined {
  const [, channel] =
    /^(?:sip|pjsip|iax2|local|sccp|ext\.?|вн\.?|доб\.?)[/\s:]*(\d{2,5})(?=\D|$)/i.exec(text.trim()) ?? []
  if (channel !== undefined) return channel
  const [, inside] = /[<(](\d{2,5})[>)]\s*$/.exec(text) ?? []
  if (inside !== undefined) return inside
  const bare = text.trim()
  return /^\d{2,5}$/.test(bare) ? bare : undefined
}

/** `"Anna" <+380671234567>` and `sip:+380671234567@example.com` are that number. */
function numberOf(text: string): string {
  const [, inside] = /[<(](\+?[\d\s()-]{6,})[>)]\s*$/.exec(text) ?? []
  return (inside ?? text.replace(/^(?:sip|tel):/i, '').replace(/@.*$/, '')).trim()
}
