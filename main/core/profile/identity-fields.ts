import type { TypedJson } from "../plist/typed-json.ts";
import type { KeyPath, PayloadAddress, ProfilePatch } from "./patch.ts";

/** Preference domain of the login window. */
export const loginDomain = "com.jamf.connect.login";
/** Preference domain of the menu bar / Self Service+. */
export const menuBarDomain = "com.jamf.connect";

export type IdentityFieldId =
  | "provider"
  | "tenant"
  | "login-app"
  | "check-app"
  | "redirect-uri"
  | "login-scopes"
  | "check-scopes"
  | "success-codes"
  | "discovery-url"
  | "okta-domain"
  | "change-password-url"
  | "check-secret"
  | "license";

/** A payload as `describeProfile` lists it; only what is needed here. */
export type DescribedPayload = {
  readonly domain: string | null;
  readonly values: { readonly [key: string]: TypedJson };
};

/** One place where an identity value is or could be stored; `value` is its text, null when the key is absent. */
export type IdentityPlace = {
  readonly payload: PayloadAddress;
  readonly path: KeyPath;
  readonly keyPath: string;
  readonly value: string | null;
};

/** How a value is kept in the file: one string, an array of strings (success codes), or data, which nobody types. */
type Storage = "string" | "array" | "data";

type FieldPlan = {
  readonly id: IdentityFieldId;
  readonly storage: Storage;
  readonly places: readonly { readonly domain: string; readonly path: readonly string[] }[];
};

/**
 * Which keys of the two domains hold the same thing. Sources: Jamf's pages on login-window and menu-bar
 * authentication settings, and on Conditional Access; that `IdPSettings.ROPGScopes` is the menu bar's place for
 * scopes is inferred from the label in Jamf's own app.
 */
const plans: readonly FieldPlan[] = [
  field("provider", "string", ["OIDCProvider"], ["IdPSettings", "Provider"]),
  field("tenant", "string", ["OIDCTenant"], ["IdPSettings", "TenantID"]),
  field("login-app", "string", ["OIDCClientID"]),
  field("check-app", "string", ["OIDCROPGID"], ["IdPSettings", "ROPGID"]),
  field("redirect-uri", "string", ["OIDCRedirectURI"]),
  field("login-scopes", "string", ["OIDCScopes"]),
  field("check-scopes", "string", ["ROPGScopes"], ["IdPSettings", "ROPGScopes"]),
  field("success-codes", "array", ["ROPGSuccessCodes"], ["IdPSettings", "SuccessCodes"]),
  field("discovery-url", "string", ["OIDCDiscoveryURL"], ["IdPSettings", "DiscoveryURL"]),
  field("okta-domain", "string", ["AuthServer"], ["IdPSettings", "OktaAuthServer"]),
  field("change-password-url", "string", ["ChangePasswordURL"], ["IdPSettings", "ChangePasswordURL"]),
  field("check-secret", "string", ["ROPGClientSecret"], ["IdPSettings", "ClientSecret"]),
  field("license", "data", ["LicenseFile"], ["LicenseFile"]),
];

function field(
  id: IdentityFieldId,
  storage: Storage,
  login: readonly string[],
  menuBar?: readonly string[],
): FieldPlan {
  const places = [{ domain: loginDomain, path: login }];
  return {
    id,
    storage,
    places: menuBar === undefined ? places : [...places, { domain: menuBarDomain, path: menuBar }],
  };
}

/** Every identity field with the places that this document has for it; a field without a place is left out. */
export function identityFields(
  payloads: readonly DescribedPayload[],
): readonly { readonly id: IdentityFieldId; readonly places: readonly IdentityPlace[] }[] {
  return plans
    .map((plan) => ({ id: plan.id, places: placesOf(plan, payloads) }))
    .filter((found) => found.places.length > 0);
}

/**
 * The patch that stores `text` in every place of a field.
 *
 * @param text what the person typed, stored as it stands; an empty text removes the key; success codes are separated by blanks
 *   or commas
 * @param domain stores in this domain only, when the two domains are to differ
 */
export function identityPatch(
  payloads: readonly DescribedPayload[],
  id: IdentityFieldId,
  text: string,
  domain: string | null,
): ProfilePatch {
  const plan = plans.find((candidate) => candidate.id === id);
  const places = plan === undefined ? [] : placesOf(plan, payloads);
  const chosen = domain === null ? places : places.filter((place) => place.payload.domain === domain);
  const patches = chosen.flatMap((place) => patchFor(place, plan?.storage ?? "string", text));
  return { op: "all", patches };
}

function patchFor(place: IdentityPlace, storage: Storage, text: string): readonly ProfilePatch[] {
  const at = { payload: place.payload, path: place.path };
  if (text.trim() === "") return place.value === null ? [] : [{ op: "remove", ...at }];
  const value = storage === "array" ? text.split(/[\s,+]+/).filter((part) => part !== "") : text;
  return [{ op: "set", ...at, value }];
}

function placesOf(plan: FieldPlan, payloads: readonly DescribedPayload[]): readonly IdentityPlace[] {
  return plan.places.flatMap(({ domain, path }) =>
    payloads
      .filter((payload) => payload.domain === domain)
      .map((payload, index) => ({
        payload: { domain, index },
        path,
        keyPath: path.join("."),
        value: textAt(payload.values, path),
      })),
  );
}

function textAt(values: { readonly [key: string]: TypedJson }, path: readonly string[]): string | null {
  let value: TypedJson | undefined = values;
  for (const key of path) {
    if (typeof value !== "object" || Array.isArray(value)) return null;
    const entries: { readonly [key: string]: TypedJson } = value as { readonly [key: string]: TypedJson };
    value = Object.hasOwn(entries, key) ? entries[key] : undefined;
    if (value === undefined) return null;
  }
  if (Array.isArray(value))
    return value.filter((item) => typeof item === "string" || typeof item === "number").join(" ");
  if (typeof value !== "object") return String(value);
  // Data has no text, and is there all the same.
  const data = (value as { readonly [key: string]: TypedJson })["$data"];
  return typeof data === "string" ? data : null;
}
