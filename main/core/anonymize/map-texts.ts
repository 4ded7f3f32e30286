/**
 * A copy of plain data with every text in it changed; numbers and the shape stay.
 *
 * @param changeName changes the names of members too, for data whose names come from outside
 */
export function mapTexts<T>(
  value: T,
  change: (text: string) => string,
  changeName: (name: string) => string = (name) => name,
): T {
  const walk = (part: unknown): unknown => {
    if (typeof part === "string") return change(part);
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, member]) => [changeName(name), walk(member)]));
  };
  // Only texts changed, so the value still has the shape that it came with.
  return walk(value) as T;
}
