import type { Flow, Target } from "../sign-in/target.ts";
import { WINDOWS_AZURE_ACTIVE_DIRECTORY } from "../sign-in/well-known.ts";
import type { TenantApplication } from "../tenant/application.ts";
import type { Tenant } from "../tenant/schema.ts";
import type { TenantUser } from "../tenant/user.ts";

/** One sign-in as policies see it. */
export type SignInToJudge = {
  readonly flow: Flow;
  readonly user: TenantUser;
  readonly client: TenantApplication;
  readonly target: Target;
};

/** A thing that policies want beside the password. */
export type Demand =
  | "block"
  | "mfa"
  | "compliantDevice"
  | "domainJoinedDevice"
  | "approvedApplication"
  | "compliantApplication"
  | "passwordChange"
  | "termsOfUse"
  | "externalChallenge";

/** What policies say to a sign-in after the password was accepted. */
export type Decision = {
  readonly demands: readonly Demand[];
  /** Ids of the policies behind each demand; empty for per-user MFA and security defaults. */
  readonly policyIds: Readonly<Partial<Record<Demand, readonly string[]>>>;
  /** App id that the error text names. */
  readonly resource: string;
};

/** Judges a sign-in against everything that may demand more than a password. */
export function decide(signIn: SignInToJudge, tenant: Tenant): Decision {
  const policyIds: Partial<Record<Demand, string[]>> = {};
  for (const policy of tenant.conditionalAccessPolicies) {
    if (policy.state !== "enabled" || !coversEverything(policy.conditions)) continue;
    for (const control of grantControls(policy.grantControls)) {
      if (control === "block" || control === "mfa")
        policyIds[control] = [...(policyIds[control] ?? []), policy.id];
    }
  }
  const baselineOnly = signIn.target.permissions.length === 0;
  return {
    demands: (["block", "mfa"] as const).filter((demand) => policyIds[demand] !== undefined),
    policyIds,
    resource: baselineOnly ? WINDOWS_AZURE_ACTIVE_DIRECTORY : signIn.target.resourceAppId,
  };
}

function coversEverything(conditions: Readonly<Record<string, unknown>>): boolean {
  return (
    list(member(conditions, "users"), "includeUsers").includes("All") &&
    list(member(conditions, "applications"), "includeApplications").includes("All")
  );
}

function grantControls(grant: unknown): readonly unknown[] {
  return list(grant, "builtInControls");
}

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && name in value
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function list(value: unknown, name: string): readonly unknown[] {
  const found = member(value, name);
  return Array.isArray(found) ? found : [];
}
