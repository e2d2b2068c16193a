/** People by the first word of their names, where a whole one has no room; namesakes keep theirs whole. */
export function firstNames(names: readonly string[]): (name: string) => string {
  const first = (name: string) => name.split(' ')[0] ?? name
  const all = [...new Set(names)]
  return (name) => (all.filter((other) => first(other) === first(name)).length === 1 ? first(name) : name)
}
