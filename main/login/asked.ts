import { personInClaims } from "../core/claims/person.ts";
import type { Asked, LoginResult, Via } from "../core/login-result.ts";
import { addressTenant } from "../core/oidc/address-tenant.ts";
import { askedResource, loginScopes, passwordScopes } from "../core/oidc/scopes.ts";
import type { TestSettings } from "../core/profile/test-settings.ts";
import { providerFacts } from "../core/providers/providers.ts";
import { shortenUserName } from "../core/redact/index.ts";
import { addressFor, oktaAddressFor } from "./address.ts";
import type { LoginContext } from "./ports.ts";

/** Who is asked for a sign-in, and how: what only the run itself knows. */
export type AskedBy = {
  /** As it was typed; null where nobody typed a name. */
  readonly username: string | null;
  readonly via: Via | "direct";
};

type AskedParts = AskedBy & {
  readonly kind: LoginResult["kind"];
  readonly settings: TestSettings;
  readonly context: Pick<LoginContext, "authority" | "jamfConnectVersion" | "scenario">;
  readonly tokens: LoginResult["tokens"];
};

/** What a run asked: its settings, and the address that they lead to under the authority it ran with. */
export function askedOf(parts: AskedParts): Asked {
  const { kind, settings, context, tokens, username, via } = parts;
  const person = username ?? personInClaims(tokens.id?.claims ?? {});
  return {
    ...placeOf(parts),
    redirectUri: kind === "oidc" ? settings.redirectUri.value : null,
    person: person === null ? null : shortenUserName(person),
    scenario: context.scenario ?? null,
    via,
  };
}

type Place = Pick<Asked, "host" | "tenant" | "client" | "scopes" | "resource">;

function placeOf({ kind, settings, context }: AskedParts): Place {
  if (kind === "ropg" && providerFacts(settings.provider.value).passwordCheck === "okta-authn") {
    // Okta's Authentication API takes a name and a password, and nothing of the profile beside them.
    const address = oktaAddressFor(settings, context);
    return {
      host: address.ok ? new URL(address.value).host : "",
      tenant: null,
      client: "",
      scopes: [],
      resource: null,
    };
  }
  const address = addressFor(kind, settings, context);
  const entra = address.ok ? address.value.entra : null;
  const url = address.ok ? new URL(address.value.url) : null;
  const sent = (kind === "ropg" ? passwordScopes : loginScopes)(settings.scopes.value, entra);
  return {
    host: url?.host ?? "",
    tenant: url === null ? null : addressTenant(url, entra !== null),
    client: settings.clientId?.value ?? "",
    scopes: sent.scopes,
    resource: askedResource(sent, entra),
  };
}
