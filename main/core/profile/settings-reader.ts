import type { PlistDict, PlistValue } from "../plist/value.ts";
import type { Sourced } from "./test-settings.ts";

/** Reads single settings of one domain, each with the key it came from. Key paths are dotted (`IdPSettings.ROPGID`). */
export type SettingsReader = {
  readonly domain: string;
  /** The first of the keys that holds a text that is not blank, exactly as written: Jamf Connect sends it so. */
  readonly text: (...keyPaths: readonly string[]) => Sourced<string> | null;
  readonly flag: (keyPath: string, fallback: boolean) => Sourced<boolean>;
  readonly number: (keyPath: string) => Sourced<number> | null;
  /** Every text and whole number of an array, or of a single value. */
  readonly list: (keyPath: string) => Sourced<readonly string[]> | null;
};

export function settingsReader(domain: string, settings: PlistDict): SettingsReader {
  const source = <T>(value: T, keyPath: string | null): Sourced<T> => ({ value, domain, keyPath });
  return {
    domain,
    text: (...keyPaths) => {
      for (const keyPath of keyPaths) {
        const value = valueAt(settings, keyPath);
        const text = value === null ? null : scalarText(value);
        if (text !== null && text.trim() !== "") return source(text, keyPath);
      }
      return null;
    },
    flag: (keyPath, fallback) => {
      const value = valueAt(settings, keyPath);
      const flag = value === null ? null : asFlag(value);
      return flag === null ? source(fallback, null) : source(flag, keyPath);
    },
    number: (keyPath) => {
      const value = valueAt(settings, keyPath);
      const number = value === null ? null : asNumber(value);
      return number === null ? null : source(number, keyPath);
    },
    list: (keyPath) => {
      const value = valueAt(settings, keyPath);
      if (value === null) return null;
      const items = value.kind === "array" ? value.items : [value];
      return source(
        items.map(scalarText).filter((text) => text !== null),
        keyPath,
      );
    },
  };
}

function valueAt(settings: PlistDict, keyPath: string): PlistValue | null {
  let value: PlistValue = settings;
  for (const key of keyPath.split(".")) {
    const next: PlistValue | undefined = value.kind === "dict" ? value.entries.get(key) : undefined;
    if (next === undefined) return null;
    value = next;
  }
  return value;
}

function scalarText(value: PlistValue): string | null {
  if (value.kind === "string") return value.value;
  return value.kind === "integer" ? value.value.toString() : null;
}

/** Samples of Jamf write some numbers as text, and `integerForKey` on a Mac takes those too. */
function asNumber(value: PlistValue): number | null {
  if (value.kind === "integer") return Number(value.value);
  if (value.kind === "real") return value.value;
  return value.kind === "string" && /^\d+$/.test(value.value.trim()) ? Number(value.value) : null;
}

/** Preferences are read with `boolForKey` on a Mac, which takes 1, YES and true as well. */
function asFlag(value: PlistValue): boolean | null {
  if (value.kind === "boolean") return value.value;
  if (value.kind === "integer") return value.value !== 0n;
  if (value.kind === "string") return /^(1|y|yes|true)$/i.test(value.value.trim());
  return null;
}
