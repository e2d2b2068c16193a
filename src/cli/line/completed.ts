/** What the scripts of `completion` call: the words before the cursor, then the one at it. Not for people. */
export const COMPLETE = '__complete'
