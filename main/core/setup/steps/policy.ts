import { setupNote } from "../mark.ts";
import type { ExistingPolicy, SetupStep } from "../setup-plan.ts";
import { type AppKey, byScript } from "./applications.ts";
import { is, listWhere } from "./odata.ts";
import { roles } from "./roles.ts";
import { exemptRule } from "./security-attribute.ts";

const policies = "/v1.0/identity/conditionalAccess/policies";

/** What a policy leaves out: nothing, an app by its id, or what carries the attribute. */
export type Exemption = { readonly app: AppKey; readonly by: "id" | "attribute" } | null;

/** How a policy that a set-up made is found: by name and mark. That Graph filters by description is inferred. */
export function markedPolicy(displayName: string): string {
  return listWhere(policies, is("displayName", displayName), is("description", setupNote));
}

/**
 * MFA for everybody on all resources. It begins report-only and is switched on by hand: its state is in no update, so that a second
 * run leaves it as it is.
 */
export function ownPolicySteps(
  displayName: string,
  exemption: Exemption,
  breakGlass: string | null,
): readonly SetupStep[] {
  const rules = {
    conditions: {
      clientAppTypes: ["all"],
      users: { includeUsers: ["All"], excludeUsers: breakGlass === null ? [] : [breakGlass] },
      applications: applicationsOf(exemption),
    },
    grantControls: { operator: "OR", builtInControls: ["mfa"] },
  };
  return [
    {
      id: "policy",
      title: "Demand MFA on all resources, report-only at first",
      role: roles.policies,
      lookUp: { method: "GET", url: markedPolicy(displayName) },
      create: {
        method: "POST",
        url: policies,
        body: {
          displayName,
          description: setupNote,
          state: "enabledForReportingButNotEnforced",
          ...rules,
        },
      },
      update: { method: "PATCH", url: `${policies}/{policyId}`, body: rules },
      saves: { policyId: "id" },
      ...byScript,
    },
  ];
}

function applicationsOf(exemption: Exemption) {
  if (exemption === null) return { includeApplications: ["All"], excludeApplications: [] };
  return exemption.by === "id"
    ? { includeApplications: ["All"], excludeApplications: [`{${exemption.app}AppId}`] }
    : {
        includeApplications: ["All"],
        excludeApplications: [],
        applicationFilter: { mode: "exclude", rule: exemptRule },
      };
}

/** Takes the app out of a policy that is there already; what else it excludes stays, and so does its state. */
export function exclusionStep(policy: ExistingPolicy, app: AppKey, number: number): SetupStep {
  const excluded = policy.applications["excludeApplications"];
  const others = Array.isArray(excluded) ? excluded : [];
  const url = `${policies}/${encodeURIComponent(policy.id)}`;
  return {
    id: `exclusion-${number}`,
    title: `Exclude the app from “${policy.displayName}”`,
    role: roles.policies,
    lookUp: { method: "GET", url },
    create: null,
    update: {
      method: "PATCH",
      url,
      body: {
        conditions: {
          applications: { ...policy.applications, excludeApplications: [...others, `{${app}AppId}`] },
        },
      },
    },
    saves: {},
    ...byScript,
  };
}

/** What nobody but the person who knows the tenant can do: look at the other policies, and switch this one on. */
export function otherPoliciesStep(what: string): SetupStep {
  return {
    id: "other-policies",
    title: `Exclude ${what} from other MFA policies on all resources`,
    role: roles.policies,
    lookUp: { method: "GET", url: policies },
    create: null,
    update: null,
    saves: {},
    byHand: `Open each enabled policy that covers all resources and demands MFA, and add ${what} under Target resources, Exclude. One that is left out keeps the password check red.`,
    press: null,
  };
}

export function switchOnStep(displayName: string): SetupStep {
  return {
    id: "switch-on",
    title: "Turn the policy on",
    role: roles.policies,
    lookUp: { method: "GET", url: markedPolicy(displayName) },
    create: null,
    update: null,
    saves: { policyId: "id" },
    byHand:
      "Leave it report-only for some days, read its effect in the sign-in log, then set Enable policy to On. Nothing but a person turns it on.",
    press: { method: "PATCH", url: `${policies}/{policyId}`, body: { state: "enabled" } },
  };
}
