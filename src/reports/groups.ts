interface Keyed {
  key: string | null
}

/** The order of a report's groups: by `rank`, then by name; "(none)" last. */
export function inOrder<Group extends Keyed>(
  rank: (a: Group, b: Group) => number = () => 0,
): (a: Group, b: Group) => number {
  return (a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null)
    return rank(a, b) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
  }
}
