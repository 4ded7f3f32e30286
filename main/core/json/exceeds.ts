/**
 * Whether JSON has more than `most` keys and values. Counts without recursion and only as far as it must, so that
 * anything may be handed in.
 */
export function exceeds(json: unknown, most: number): boolean {
  const waiting: unknown[] = [json];
  let count = 0;
  while (waiting.length > 0) {
    const next = waiting.pop();
    count += 1;
    if (typeof next === "object" && next !== null) {
      const isArray = Array.isArray(next);
      const items: readonly unknown[] = isArray ? next : Object.values(next);
      if (!isArray) count += items.length;
      if (count + waiting.length + items.length > most) return true;
      for (const item of items) waiting.push(item);
    }
  }
  return count > most;
}
