import type { TypedJson } from "../plist/typed-json.ts";
import { isSecretJson } from "./secret-setting.ts";

/** What stands in the place of a secret. */
const hidden = "(secret, not shown)";

/**
 * A value with everything secret in it replaced: a dictionary that is shown as a whole may hold a secret at any depth.
 *
 * @param keyPath dotted path inside the settings of the domain
 */
export function maskedJson(domain: string | null, keyPath: string, value: TypedJson): TypedJson {
  if (isSecretJson(domain, keyPath, value)) return hidden;
  if (Array.isArray(value)) {
    const items: readonly TypedJson[] = value;
    return items.map((item, index) => maskedJson(domain, `${keyPath}[${index}]`, item));
  }
  if (typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, TypedJson]) =>
      // `$data`, `$date` and their kind are no keys, `$$name` is a key that begins with a dollar sign.
      /^\$[a-z]/.test(key)
        ? [key, inner]
        : [key, maskedJson(domain, `${keyPath}.${key.replace(/^\$\$/, "$")}`, inner)],
    ),
  );
}
