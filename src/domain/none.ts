/** What a group without a value is called in data, whatever the language; screens have their own word for it. */
export const NONE = '(none)'
