import type { TypedJson } from "../plist/typed-json.ts";
import type { PlistValue } from "../plist/value.ts";
import { keyPathBelow } from "./key-path.ts";
import { holdsSecretText, withoutPasswords } from "./secret-content.ts";
import { isSecretJson, isSecretSetting } from "./secret-setting.ts";

/** What stands in the place of a secret. */
const hidden = "(secret, not shown)";

/**
 * A value with everything secret in it replaced: a dictionary that is shown as a whole may hold a secret at any depth.
 *
 * @param domain preference domain, else the type of the payload
 * @param keyPath dotted path inside the settings of the domain
 * @param instead what stands in the place of a secret
 */
export function maskedJson(
  domain: string | null,
  keyPath: string,
  value: TypedJson,
  instead: TypedJson = hidden,
): TypedJson {
  if (isSecretJson(domain, keyPath, value)) return instead;
  if (Array.isArray(value)) {
    const items: readonly TypedJson[] = value;
    return items.map((item, index) => maskedJson(domain, keyPathBelow(keyPath, index), item, instead));
  }
  if (typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, TypedJson]) =>
      // `$data`, `$date` and their kind are no keys, `$$name` is a key that begins with a dollar sign.
      /^\$[a-z]/.test(key)
        ? [key, inner]
        : [key, maskedJson(domain, keyPathBelow(keyPath, key.replace(/^\$\$/, "$")), inner, instead)],
    ),
  );
}

/**
 * A text that stands under no setting, such as a profile's name, or one that repeats a value: without the password of an address in it,
 * and nothing of it where it holds a key.
 */
export function maskedText(text: string): string {
  const shown = withoutPasswords(text);
  return holdsSecretText({ kind: "string", value: shown }) ? hidden : shown;
}

/** Whether a value is a secret, or anything in it is. */
export function hasSecret(domain: string | null, keyPath: string, value: PlistValue): boolean {
  if (isSecretSetting(domain, keyPath, value)) return true;
  if (value.kind === "array")
    return value.items.some((item, index) => hasSecret(domain, keyPathBelow(keyPath, index), item));
  if (value.kind !== "dict") return false;
  return [...value.entries].some(([key, inner]) => hasSecret(domain, keyPathBelow(keyPath, key), inner));
}
