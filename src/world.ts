/** Where text goes. `columns` is undefined where it is no terminal. */
export interface Sink {
  write(text: string): void
  /** Waits until the reader has taken what was written; false when nobody reads any more. */
  drain(): Promise<boolean>
  /** Why what was written did not arrive (`ENOSPC`); undefined for a reader that has left. */
  readonly failure?: string | undefined
  readonly isTTY: boolean
  readonly columns: number | undefined
  /** Lines of the terminal. */
  readonly rows?: number | undefined
}

export interface Choice<T> {
  name: string
  value: T
}

/** What a text that was typed may mean beside the choices of a list. */
export type OwnWords<T> = (typed: string) => readonly Choice<T>[]

/** Questions to a person, on the terminal only. Each throws UserError with exit 130 when cancelled. */
export interface Ask {
  text(message: string, initial?: string): Promise<string>
  confirm(message: string, initial: boolean): Promise<boolean>
  select<T>(message: string, choices: readonly Choice<T>[], initial?: T): Promise<T>
  /** As `select`, of a list that is searched by typing; `own` is what else a typed text may mean, offered behind it. */
  find<T>(message: string, choices: readonly Choice<T>[], own?: OwnWords<T>): Promise<T>
}

/** What a question says beside itself, in the person's language. */
export interface AskWords {
  readonly move: string
  readonly choose: string
  /** How a long list is searched, and what is said where nothing is found. */
  readonly type: string
  /** As `type`, where one may answer in one's own words too. */
  readonly say: string
  readonly nothing: string
  readonly yes: string
  readonly no: string
  /** Said to an answer that is neither yes nor no. */
  readonly neither: string
}

/** How a command ended: by itself, by a signal (of ours, where it took too long), or never begun (`ENOENT`). */
export type Executed =
  | { readonly how: 'ended'; readonly exit: number; readonly output: string }
  | { readonly how: 'killed'; readonly signal: string }
  | { readonly how: 'timeout' }
  | { readonly how: 'notRun'; readonly code: string }

/** Everything outside the program that it can see. Only `main.ts` makes the real one; tests make their own. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly out: Sink
  readonly err: Sink
  readonly stdin: { readonly isTTY: boolean; bytes(): AsyncIterable<Uint8Array> }
  /** The clock, ms UTC; asked once in a run. */
  readonly clock: () => number
  readonly systemZone: () => string
  /** Makes a zone that of `Date` in this process, which needs no `Intl` (10 ms of a start); false where it cannot. */
  readonly adoptZone?: (zone: string) => boolean
  readonly homeFolder: () => string
  readonly tempFolder: () => string
  /** Does work that a signal to end (Ctrl-C) does not cut off: it is told, and has to end soon. A second one ends all. */
  readonly heeding?: <T>(work: (stop: AbortSignal) => Promise<T>) => Promise<T>
  readonly ask: (words: AskWords) => Promise<Ask>
  /** Shows a long text by a program that turns pages, on the terminal; false where that could not be started. */
  readonly page?: (pager: string, text: string) => Promise<boolean>
  /**
   * Runs a command without a shell, the input on its stdin, and stops it and all that it began after so many
   * milliseconds. Of what it says on stderr the beginning is kept.
   */
  readonly execute?: (argv: readonly string[], input: string, timeout: number) => Promise<Executed>
}
