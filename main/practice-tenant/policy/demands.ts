import type { ControlDemand, Enforcement, GrantControl } from "../../core/conditional-access/index.ts";
import type { MfaMethod } from "../tenant/user.ts";

/** A thing that policies want beside the password. */
export type Demand =
  | "block"
  | "mfa"
  | "compliantDevice"
  | "domainJoinedDevice"
  | "compliantApplication"
  | "passwordChange"
  | "termsOfUse"
  | "externalChallenge"
  | "unknownControl";

/** What the person has done in this sign-in beside the password. */
export type Progress = {
  /** The method whose code was right; null before the second factor. */
  readonly method: MfaMethod["method"] | null;
  /** Steps passed: terms accepted, password changed, … */
  readonly passed: ReadonlySet<Demand>;
};

export const NOTHING_DONE: Progress = { method: null, passed: new Set() };

/** A demand and the policies behind it; none for per-user MFA and security defaults. */
export type NamedDemand = { readonly demand: Demand; readonly policyIds: readonly string[] };

/**
 * The order in which Entra enforces: a block ends everything, then MFA, device, app, password change, terms of use,
 * custom controls (https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-policies).
 */
const ORDER: readonly Demand[] = [
  "block",
  "mfa",
  "compliantDevice",
  "domainJoinedDevice",
  "compliantApplication",
  "passwordChange",
  "termsOfUse",
  "externalChallenge",
  "unknownControl",
];

/** What is left to demand once the person has done what `progress` says. */
export function demandsOf(
  enforcement: Enforcement,
  mfaOutside: boolean,
  progress: Progress,
): readonly NamedDemand[] {
  const found = new Map<Demand, string[]>();
  const add = (demand: Demand, policyId: string): void => {
    found.set(demand, [...(found.get(demand) ?? []), policyId]);
  };
  for (const policyId of enforcement.blockedBy) add("block", policyId);
  for (const policy of enforcement.unmet) {
    const open = policy.controls.filter((control) => !isDone(control, progress));
    if (policy.operator === "OR" && open.length < policy.controls.length) continue;
    for (const control of policy.operator === "AND" ? open : easiest(open))
      add(demandOf(control.control), policy.policyId);
  }
  if (mfaOutside && progress.method === null && !found.has("mfa")) found.set("mfa", []);
  return ORDER.flatMap((demand) => {
    const policyIds = found.get(demand);
    return policyIds === undefined ? [] : [{ demand, policyIds }];
  });
}

function isDone(demand: ControlDemand, progress: Progress): boolean {
  if (demand.metBy === "mfa")
    return progress.method !== null && strongEnough(demand.control, progress.method);
  return progress.passed.has(demandOf(demand.control));
}

/** With OR Entra asks for what the person can do, MFA before all (inferred from the order of prompts). */
function easiest(open: readonly ControlDemand[]): readonly ControlDemand[] {
  const chosen =
    open.find((each) => each.metBy === "mfa") ?? open.find((each) => each.metBy === "step") ?? open[0];
  return chosen === undefined ? [] : [chosen];
}

function demandOf(control: GrantControl): Demand {
  switch (control.kind) {
    case "authenticationStrength":
      return "mfa";
    case "riskRemediation":
      return "passwordChange";
    case "customAuthenticationFactor":
      return "externalChallenge";
    case "unknown":
    // Entra does not enforce it any more, and the evaluator never demands it.
    case "approvedApplication":
      return "unknownControl";
    default:
      return control.kind;
  }
}

/** Built-in strengths that not every second factor meets, with the practice methods that do. */
const strengths: Readonly<Record<string, readonly MfaMethod["method"][]>> = {
  "00000000-0000-0000-0000-000000000003": ["fido2", "authenticatorApp"],
  "00000000-0000-0000-0000-000000000004": ["fido2"],
};

/** Names of the practice methods in `allowedCombinations` of a custom strength. */
const combinations: Readonly<Record<MfaMethod["method"], string>> = {
  oneTimeCode: "password,softwareOath",
  textMessage: "password,sms",
  phoneCall: "password,voice",
  authenticatorApp: "password,microsoftAuthenticatorPush",
  fido2: "fido2",
  external: "password,federatedMultiFactor",
};

function strongEnough(control: GrantControl, method: MfaMethod["method"]): boolean {
  if (control.kind !== "authenticationStrength") return true;
  if (control.combinations !== null) return control.combinations.includes(combinations[method]);
  return strengths[control.id ?? ""]?.includes(method) ?? true;
}
