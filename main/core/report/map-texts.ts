/** A copy of plain data with every text in it changed; names of members, numbers and the shape stay. */
export function mapTexts<T>(value: T, change: (text: string) => string): T {
  const walk = (part: unknown): unknown => {
    if (typeof part === "string") return change(part);
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, member]) => [name, walk(member)]));
  };
  // Only texts changed, so the value still has the shape that it came with.
  return walk(value) as T;
}
