/**
 * The new value, made of the old one wherever both say the same: what has not changed stays the same object, so that nothing
 * that shows it is drawn again. For values of plain data, as they come over the bridge.
 */
export function reuse<T>(before: unknown, after: T): T {
  if (Object.is(before, after)) {
    return after;
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const items = after.map((item, index) => reuse(before[index], item));
    const isSame = before.length === items.length && items.every((item, index) => item === before[index]);
    return (isSame ? before : items) as T;
  }
  if (isRecord(before) && isRecord(after)) {
    const names = Object.keys(after);
    const entries = names.map((name) => [name, reuse(before[name], after[name])] as const);
    const isSame =
      Object.keys(before).length === names.length &&
      entries.every(([name, value]) => Object.hasOwn(before, name) && value === before[name]);
    return (isSame ? before : Object.fromEntries(entries)) as T;
  }
  return after;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
