/** Claims that name who signed in, the user name first (https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference). */
const names = ["upn", "unique_name", "preferred_username", "email"];

/** Who signed in, as the claims of an ID token name them; null where they name nobody. */
export function personInClaims(claims: Readonly<Record<string, unknown>>): string | null {
  for (const name of names) {
    const value = claims[name];
    if (typeof value === "string" && value !== "") return value;
  }
  return null;
}
