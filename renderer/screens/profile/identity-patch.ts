import type {
  IdentityField,
  KeyView,
  ProfilePatch,
  ProfileView,
  TypedJson,
} from "../../../preload/contract.ts";
import { placeName } from "./tabs.ts";

/** The words of a token field: scopes stand with `+` or spaces between them, codes with commas. */
export function splitTokens(text: string): readonly string[] {
  return text.split(/[\s,+]+/).filter((word) => word !== "");
}

/** What stands between the words of a stored string; `+` is Jamf's own spelling for scopes. */
function separatorOf(stored: string | null): string {
  return /[+, ]+/.exec(stored ?? "")?.[0] ?? "+";
}

/**
 * The change that gives an identity field a new value: written to every place that holds the field, or to all its
 * places when none does yet. The type and the separator that the file uses are kept; an empty value removes the key.
 *
 * @param value text as typed, or the words of a token field
 */
export function identityPatch(
  view: ProfileView,
  field: IdentityField,
  value: string | readonly string[],
): ProfilePatch {
  const holders = field.destinations.filter((to) => to.value !== null);
  const targets = holders.length > 0 ? holders : field.destinations;
  const stored = storedValues(view.payloads.flatMap((payload) => payload.keys));
  return {
    op: "all",
    patches: targets.map((to): ProfilePatch => {
      const { payload, path } = to;
      if (value.length === 0) {
        return { op: "remove", payload, path };
      }
      const before = stored.get(placeName(payload.domain, to.keyPath));
      return { op: "set", payload, path, value: shapeLike(before, field, to.value, value) };
    }),
  };
}

function storedValues(keys: readonly KeyView[]): ReadonlyMap<string, TypedJson> {
  return new Map(keys.map((key) => [placeName(key.payload.domain, key.keyPath), key.value]));
}

function shapeLike(
  before: TypedJson | undefined,
  field: IdentityField,
  storedText: string | null,
  value: string | readonly string[],
): TypedJson {
  if (typeof value === "string") {
    return value;
  }
  const asList = before === undefined ? field.id === "success-codes" : Array.isArray(before);
  return asList ? value : value.join(separatorOf(typeof before === "string" ? before : storedText));
}
