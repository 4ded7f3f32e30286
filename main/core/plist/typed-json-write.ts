import { encodeBase64 } from "./base64.ts";
import { formatExact } from "./date.ts";
import type { TypedJson } from "./typed-json.ts";
import type { PlistDict, PlistReal, PlistValue } from "./value.ts";
import { formatReal } from "./value-text.ts";

/** The value as typed JSON. {@link TypedJson} says how each kind looks; `fromTypedJson` gives the same value back. */
export function toTypedJson(value: PlistValue): TypedJson {
  switch (value.kind) {
    case "string":
    case "boolean":
      return value.value;
    case "integer":
      return integerToJson(value.value);
    case "uid":
      return {
        $uid: Number.isSafeInteger(Number(value.value)) ? Number(value.value) : value.value.toString(),
      };
    case "real":
      return realToJson(value);
    case "date":
      return { $date: formatExact(value.time) };
    case "data":
      return { $data: encodeBase64(value.bytes) };
    case "array":
      return value.items.map(toTypedJson);
    case "dict":
      return dictToTypedJson(value);
  }
}

/** As {@link toTypedJson} for a dictionary, typed as the JSON object that it is. */
export function dictToTypedJson(value: PlistDict): { readonly [key: string]: TypedJson } {
  const object: Record<string, TypedJson> = {};
  for (const [key, item] of value.entries) {
    // Plain assignment to `__proto__` would set the prototype instead of a key.
    Object.defineProperty(object, key.startsWith("$") ? `$${key}` : key, {
      value: toTypedJson(item),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return object;
}

function integerToJson(value: bigint): TypedJson {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : { $integer: value.toString() };
}

function realToJson({ value }: PlistReal): TypedJson {
  if (!Number.isFinite(value) || Object.is(value, -0)) return { $real: formatReal(value) };
  return Number.isInteger(value) ? { $real: value } : value;
}
