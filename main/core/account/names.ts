import type { Claims } from "../oidc/claim-checks.ts";
import type { TestSettings } from "../profile/test-settings.ts";

/** A field of the account, with the claims that decided it. */
export type Decided = {
  readonly value: string;
  readonly because: string;
  readonly claims: readonly string[];
};

/** Claims that carry the provider's unique name, in the order in which they are looked at. */
const uniqueNames = ["unique_name", "upn", "preferred_username", "email", "nickname"] as const;

/** Short name: the claim of `OIDCShortName`, else the unique name before the @. */
export function shortName(claims: Claims, settings: TestSettings): Decided | null {
  const chosen = settings.shortNameClaim;
  const own = chosen === null ? null : text(claims[chosen.value]);
  if (chosen !== null && own !== null) {
    return { value: local(own), because: picks(chosen), claims: [chosen.value] };
  }
  const found = uniqueNames.find((name) => text(claims[name]) !== null);
  const value = found === undefined ? null : text(claims[found]);
  if (found === undefined || value === null) return null;
  const missing =
    chosen === null ? "" : ` ${key(chosen)} picks ${chosen.value}, which the token does not have.`;
  return {
    value: local(value),
    because: `It comes from the claim ${found}, up to the @.${missing}`,
    claims: [found],
  };
}

/** Full name: the claim of `OIDCFullName`, else `name`, else given and family name, else the short name. */
export function fullName(claims: Claims, settings: TestSettings, fallback: string): Decided {
  const chosen = settings.fullNameClaim;
  const own = chosen === null ? null : text(claims[chosen.value]);
  if (chosen !== null && own !== null) return { value: own, because: picks(chosen), claims: [chosen.value] };
  const missing =
    chosen === null ? "" : ` ${key(chosen)} picks ${chosen.value}, which the token does not have.`;
  const name = text(claims["name"]);
  if (name !== null)
    return { value: name, because: `It comes from the claim name.${missing}`, claims: ["name"] };
  const parts = ["given_name", "family_name"].filter((part) => text(claims[part]) !== null);
  if (parts.length > 0) {
    const value = parts.map((part) => text(claims[part])).join(" ");
    return {
      value,
      because: `It comes from the claims given_name and family_name.${missing}`,
      claims: parts,
    };
  }
  return {
    value: fallback,
    because: `No claim has a name, so the short name stands in.${missing} The scope profile brings one.`,
    claims: [],
  };
}

function text(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** Account names of macOS have no domain part. */
function local(name: string): string {
  const at = name.indexOf("@");
  return at > 0 ? name.slice(0, at) : name;
}

function picks(setting: { readonly keyPath: string | null; readonly value: string }): string {
  return `${key(setting)} picks the claim ${setting.value}.`;
}

function key(setting: { readonly keyPath: string | null; readonly value: string }): string {
  return setting.keyPath ?? "The setting";
}
