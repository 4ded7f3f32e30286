/** Neighbours under one heading. */
export type Group<T> = { readonly title: string; readonly items: readonly T[] };

/** Puts items under headings, in the order in which their groups come first. */
export function inGroups<T>(items: readonly T[], titleOf: (item: T) => string): readonly Group<T>[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const title = titleOf(item);
    const group = groups.get(title);
    if (group === undefined) {
      groups.set(title, [item]);
    } else {
      group.push(item);
    }
  }
  return [...groups].map(([title, members]) => ({ title, items: members }));
}
