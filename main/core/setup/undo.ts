import type { ObjectNames } from "./object-names.ts";
import type { SetupRequest, UndoStep } from "./setup-plan.ts";
import { type AppKey, markedApp } from "./steps/applications.ts";
import { markedHomeRealmPolicy } from "./steps/home-realm.ts";
import { markedPolicy } from "./steps/policy.ts";
import { roles } from "./steps/roles.ts";

const titles: Readonly<Record<AppKey, string>> = {
  client: "Remove the client app of both sign-ins",
  loginApi: "Remove the login API",
  checkApi: "Remove the check API",
  placeholder: "Remove the placeholder app",
};

/**
 * The way back: the policy first, so that no moment is stricter than before. Consent, roles and the service principal of an app go with
 * the app; what carries no mark is found by none of these.
 */
export function undoSteps(
  request: SetupRequest,
  names: ObjectNames,
  apps: readonly AppKey[],
): readonly UndoStep[] {
  const steps: UndoStep[] = [];
  if (request.policies.length === 0)
    steps.push({
      id: "policy",
      title: "Remove the policy",
      role: roles.policies,
      lookUp: { method: "GET", url: markedPolicy(names.policy) },
      saves: { policyId: "id" },
      remove: { method: "DELETE", url: "/v1.0/identity/conditionalAccess/policies/{policyId}" },
    });
  for (const key of ["client", ...apps] as const)
    steps.push({
      id: `${key}-app`,
      title: titles[key],
      role: roles.apps,
      lookUp: { method: "GET", url: markedApp(names[key]) },
      saves: { [`${key}ObjectId`]: "id" },
      remove: { method: "DELETE", url: `/v1.0/applications/{${key}ObjectId}` },
    });
  if (request.additions.includes("hash-sync-policy"))
    steps.push({
      id: "home-realm-policy",
      title: "Remove the home realm policy",
      role: roles.apps,
      lookUp: { method: "GET", url: markedHomeRealmPolicy(names.homeRealmPolicy) },
      saves: { homeRealmPolicyId: "id" },
      remove: { method: "DELETE", url: "/v1.0/policies/homeRealmDiscoveryPolicies/{homeRealmPolicyId}" },
    });
  return steps;
}

/** What stays after the way back, and why. */
export function leftBehind(request: SetupRequest, apps: readonly AppKey[]): readonly string[] {
  const left = request.policies.map(
    ({ displayName }) =>
      `“${displayName}” still excludes the app that is gone. Take it out by hand: an id that is excluded changes how basic scopes are treated before they are enforced.`,
  );
  if (request.additions.includes("security-attribute"))
    left.push(
      "The attribute set JamfConnect and its attribute isExemptMFA stay: Entra ID deletes no attribute. Deactivate the attribute if nothing else uses it.",
    );
  if (apps.includes("placeholder") && request.recipe === "placeholder")
    left.push(
      "The baseline scopes settings still name the placeholder app. Choose another setting at https://aka.ms/BaselineScopesSettingsUX.",
    );
  left.push("Entra ID keeps deleted apps for 30 days under Deleted applications.");
  return left;
}
