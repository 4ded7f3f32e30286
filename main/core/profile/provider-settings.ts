import { fail, type Problem, type Result, succeed } from "../problem.ts";
import type { Provider } from "../provider.ts";
import { isEntraAddress } from "../providers/entra-address.ts";
import type { SettingsReader } from "./settings-reader.ts";
import type { SettingsSource, Sourced, TestSettings } from "./test-settings.ts";

type Named = Pick<TestSettings, "provider" | "providerAsWritten">;

/** Who answers a login. */
export type NamedProvider = Named & {
  /** The password check goes to another provider than the sign-in, so it takes over none of the sign-in's settings. */
  readonly isOther: boolean;
};

const providers: readonly Provider[] = [
  "EntraID",
  "Okta",
  "OktaIdentityEngine",
  "Okta-OIDC",
  "GoogleID",
  "PingFederate",
  "OneLogin",
  "IBMCI",
  "Custom",
];

/** Keys that send the password check of a domain, and only it, elsewhere. */
export const checkDiscoveryKeys = {
  login: ["ROPGDiscoveryURL"],
  "menu-bar": ["IdPSettings.ROPGDiscoveryURL", "ROPGDiscoveryURL"],
} as const;

const checkProviderKeys = {
  login: ["ROPGProvider"],
  "menu-bar": ["IdPSettings.ROPGProvider", "ROPGProvider"],
} as const;

/**
 * The provider of a login. In a hybrid setup `ROPGProvider` sends the password check elsewhere: `Azure_v2` is Entra, `Custom`
 * is AD FS or another OpenID Connect provider, which `ROPGDiscoveryURL` names
 * (https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Azure_AD_Hybrid_ID_Settings). Both keys are documented for
 * `com.jamf.connect.login`; in `com.jamf.connect` they are read beside the other keys of the check and at the top (inferred).
 *
 * Problems: `provider-missing`, `provider-unknown`.
 */
export function namedProvider(
  reader: SettingsReader,
  from: SettingsSource,
  isCheck: boolean,
): Result<NamedProvider> {
  const written = reader.text(from === "login" ? "OIDCProvider" : "IdPSettings.Provider");
  if (written === null) return fail(providerMissing(reader.domain, from));
  const main = knownProvider(written.value);
  if (main === null) return fail(providerUnknown(written, providers));
  const signIn: Named = { provider: { ...written, value: main }, providerAsWritten: written.value };
  if (!isCheck) return succeed({ ...signIn, isOther: false });
  const own = reader.text(...checkProviderKeys[from]);
  if (own === null) {
    const found = providerAt(signIn, reader.text(...checkDiscoveryKeys[from]));
    return succeed({ ...found, isOther: found.provider.value !== main });
  }
  const check = own.value.trim().toLowerCase() === "azure_v2" ? "EntraID" : knownProvider(own.value);
  if (check === null) return fail(providerUnknown(own, ["Azure_v2", "Custom"]));
  if (check === main) return succeed({ ...signIn, isOther: false });
  return succeed({ provider: { ...own, value: check }, providerAsWritten: own.value, isOther: true });
}

/**
 * A profile for EntraID whose discovery address is not Entra's is answered by somebody else, who speaks plain OpenID Connect;
 * mostly AD FS.
 */
export function providerAt(
  { provider, providerAsWritten }: Named,
  discoveryUrl: Sourced<string> | null,
): Named {
  const address = discoveryUrl?.value.trim() ?? "";
  if (discoveryUrl === null || provider.value !== "EntraID" || !URL.canParse(address)) {
    return { provider, providerAsWritten };
  }
  if (isEntraAddress("EntraID", new URL(address))) return { provider, providerAsWritten };
  return { provider: { ...discoveryUrl, value: "Custom" }, providerAsWritten: "Custom" };
}

/** `Azure` is the older name of `EntraID`; the menu-bar page of Jamf's documentation writes `Okta OIDC` with a blank. */
/** The provider that a value of `OIDCProvider` names; null for one that nobody knows. */
export function knownProvider(written: string): Provider | null {
  const name = written.trim().replace(/\s+/g, "-").toLowerCase();
  if (name === "azure") return "EntraID";
  return providers.find((provider) => provider.toLowerCase() === name) ?? null;
}

function providerMissing(domain: string, from: SettingsSource): Problem {
  const key = from === "login" ? "OIDCProvider" : "IdPSettings.Provider";
  return {
    code: "provider-missing",
    title: "The profile does not name an identity provider.",
    detail: `${key} is absent from ${domain}.`,
    fix: `Set ${key}, for example to EntraID.`,
  };
}

function providerUnknown(written: Sourced<string>, allowed: readonly string[]): Problem {
  return {
    code: "provider-unknown",
    title: `The provider ${JSON.stringify(written.value.slice(0, 60))} is not one Jamf Connect knows.`,
    detail: `${written.keyPath} in ${written.domain} holds it.`,
    fix: `Use one of ${allowed.join(", ")}.`,
  };
}
