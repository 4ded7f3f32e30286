import type { GrantControl, GrantControls } from "../policy.ts";
import type { SignIn } from "../sign-in/sign-in.ts";
import type { SignInContext } from "../sign-in/sign-in-context.ts";
import { fromBoolean, type Tri } from "../tri.ts";

/**
 * How a grant control can be met by a sign-in:
 * `password` by the password alone, `mfa` by a second factor, `device` by the state of the Mac, `app` only by
 * Microsoft's mobile apps, `step` by a page the user clicks through, `never` not at all, `unknown` nobody knows.
 */
export type MetBy = "password" | "mfa" | "device" | "app" | "step" | "never" | "unknown";

/** One grant control as it meets one sign-in. */
export type ControlDemand = {
  readonly control: GrantControl;
  readonly metBy: MetBy;
  /** Met before the user does anything beyond the password. */
  readonly met: Tri;
  /** For reading: `MFA`, `compliant device`. */
  readonly name: string;
};

/** Built-in strengths by id, for exports that carry the id alone. */
const STRENGTHS: ReadonlyMap<string, string> = new Map([
  ["00000000-0000-0000-0000-000000000002", "Multifactor authentication"],
  ["00000000-0000-0000-0000-000000000003", "Passwordless MFA"],
  ["00000000-0000-0000-0000-000000000004", "Phishing-resistant MFA"],
]);

/**
 * What each grant control of a policy means for a sign-in. `approvedApplication` demands nothing: since 30 June 2026
 * Entra evaluates a policy as if it were not selected.
 *
 * Sources: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant,
 * https://learn.microsoft.com/entra/identity/conditional-access/migrate-approved-client-app (24 March 2026)
 */
export function demandsOf(
  grant: GrantControls,
  signIn: SignIn,
  facts: SignInContext,
): readonly ControlDemand[] {
  return grant.items
    .filter((control) => control.kind !== "approvedApplication")
    .map((control) => demandOf(control, signIn, facts));
}

function demandOf(control: GrantControl, signIn: SignIn, facts: SignInContext): ControlDemand {
  const device = signIn.showsDevice ? facts.device : null;
  switch (control.kind) {
    case "block":
      return { control, metBy: "never", met: "no", name: "block" };
    case "mfa":
      return { control, metBy: "mfa", met: "no", name: "MFA" };
    case "authenticationStrength":
      return strengthDemand(control, signIn, facts);
    case "compliantDevice":
      return { control, metBy: "device", met: isCompliant(device), name: "compliant device" };
    case "domainJoinedDevice":
      // Hybrid join exists on Windows only, so no Mac can meet it.
      return { control, metBy: "device", met: isHybrid(device), name: "hybrid joined device" };
    case "approvedApplication":
      return { control, metBy: "password", met: "yes", name: "approved client app" };
    case "compliantApplication":
      return { control, metBy: "app", met: "no", name: "app protection policy" };
    case "passwordChange":
      return { control, metBy: "step", met: "no", name: "password change" };
    case "riskRemediation":
      return { control, metBy: "step", met: "no", name: "risk remediation" };
    case "termsOfUse":
      return { control, metBy: "step", met: "no", name: "terms of use" };
    case "customAuthenticationFactor":
      return { control, metBy: "step", met: "no", name: "custom control" };
    case "unknown":
      return {
        control,
        metBy: "unknown",
        met: "depends",
        name: `${control.id} (${control.lost ? "missing from the export" : "unknown control"})`,
      };
  }
}

/**
 * A strength is met by the password alone where it allows that. `federatedSingleFactor` is the single factor of another
 * identity provider: a person of a federated domain has it after the login, and a password check never has.
 *
 * Source: https://learn.microsoft.com/graph/api/resources/authenticationstrengthpolicy (allowedCombinations)
 */
function strengthDemand(
  control: Extract<GrantControl, { kind: "authenticationStrength" }>,
  signIn: SignIn,
  facts: SignInContext,
): ControlDemand {
  const title =
    control.displayName ?? STRENGTHS.get(control.id?.toLowerCase() ?? "") ?? "authentication strength";
  const name = title === "authentication strength" ? title : `authentication strength ${title}`;
  const allowed = new Set(control.combinations?.map((each) => each.toLowerCase()));
  if (control.lost)
    return { control, metBy: "mfa", met: "depends", name: `${name} (missing from the export)` };
  if (allowed.has("password")) return { control, metBy: "password", met: "yes", name };
  const elsewhere = allowed.has("federatedsinglefactor") && signIn.grant !== "password";
  return { control, metBy: "mfa", met: elsewhere ? fromBoolean(facts.federated) : "no", name };
}

function isCompliant(device: SignInContext["device"]): Tri {
  if (device === undefined) return "depends";
  if (device === null) return "no";
  const value = device.get("iscompliant");
  return value === undefined ? "depends" : fromBoolean(String(value).toLowerCase() === "true");
}

function isHybrid(device: SignInContext["device"]): Tri {
  if (device === undefined || device === null) return "no";
  return fromBoolean(String(device.get("trusttype") ?? "").toLowerCase() === "serverad");
}
