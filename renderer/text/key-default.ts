import type { KeyEntry } from "../../preload/contract.ts";

/** What holds while a key is not set, in a few words: "60 minutes", "off", "not documented". */
export function defaultText(entry: KeyEntry, provider: string | null): string {
  const own = entry.providerDefaults?.find(({ providers }) => providers.some((name) => name === provider));
  const assumed = own?.value ?? entry.default;
  return assumed === undefined ? "not documented" : valueText(entry, assumed);
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
