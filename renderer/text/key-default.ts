import type { KeyEntry } from "../../preload/contract.ts";

/** What holds while a key is not set, in a few words: "60 minutes", "off", "no known default". */
export function defaultText(entry: KeyEntry, provider: string | null): string {
  const assumed = assumedValue(entry, provider);
  return assumed === undefined ? "no known default" : valueText(entry, assumed);
}

/** Whether it is documented what holds while a key is not set. */
export function hasDefault(entry: KeyEntry, provider: string | null): boolean {
  return assumedValue(entry, provider) !== undefined;
}

function assumedValue(entry: KeyEntry, provider: string | null) {
  const own = entry.providerDefaults?.find(({ providers }) => providers.some((name) => name === provider));
  return own?.value ?? entry.default;
}

/** A value of a key as people say it. */
export function valueText(entry: KeyEntry, value: string | number | boolean): string {
  if (typeof value === "boolean") {
    return value ? "on" : "off";
  }
  if (typeof value === "number") {
    if (value === entry.off) {
      return `${value}, which is off`;
    }
    return entry.unit === undefined
      ? String(value)
      : `${value} ${value === 1 ? entry.unit.slice(0, -1) : entry.unit}`;
  }
  return value === "" ? "empty" : value;
}
