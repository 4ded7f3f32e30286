import { nameOf } from "./resources.ts";
import { resourcesNamedBy } from "./scopes.ts";
import type { SignIn } from "./sign-in.ts";
import type { SignInContext } from "./sign-in-context.ts";

/** A request that Entra refuses by its form: no password is looked at, no policy, and no row comes into the sign-in log. */
export type Refusal = {
  readonly code: 28000;
  /** Names (ids and addresses where no name is known) of what the scopes ask for at once. */
  readonly resources: readonly string[];
};

/**
 * The refusal of a sign-in whose scopes belong to more than one resource, for example the scope of an API app beside
 * `User.Read`; null for any other. The v1 endpoint takes its one resource from a parameter of its own.
 *
 * Source: https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow ("all from a single resource")
 */
export function refusalOf(signIn: SignIn, facts: SignInContext): Refusal | null {
  if (signIn.resource !== null) return null;
  const named = resourcesNamedBy(signIn.scopes, facts);
  return named.length < 2
    ? null
    : { code: 28000, resources: named.map((each) => nameOf(each, facts) ?? each) };
}
