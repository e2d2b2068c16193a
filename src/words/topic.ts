/** A text of `voronka help TOPIC`: what it is about in a few words, and what it says, 80 columns wide. */
export interface Topic {
  about: string
  text: string
}
