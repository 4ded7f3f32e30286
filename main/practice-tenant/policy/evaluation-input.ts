import type { ExplainInput } from "../../core/conditional-access/index.ts";
import { readPoliciesFromJson } from "../../core/conditional-access/index.ts";
import type { Tenant } from "../tenant/schema.ts";
import { loginWindowShowsDevice } from "./shows-device.ts";
import { outsideMfaOf, signInContextOf, signInContextOfAnyone } from "./sign-in-context.ts";

/**
 * What a prediction for a sign-in of this person can build on: a practice tenant knows everything about itself. The
 * device is what the login window shows of it; the password check shows none.
 */
export type EvaluationInput = Omit<ExplainInput, "login" | "check">;

/**
 * The policies of the tenant and the facts about a person.
 *
 * @param userName as it is typed; null or an unknown name leaves the person open
 */
export function evaluationInput(tenant: Tenant, userName: string | null): EvaluationInput {
  const read = readPoliciesFromJson(tenant.conditionalAccessPolicies, { fileName: null });
  const name = userName?.trim().toLowerCase();
  const user = tenant.users.find((candidate) => candidate.userPrincipalName.toLowerCase() === name);
  const setting = tenant.baselineScopes;
  return {
    policies: read.ok ? read.value.policies : [],
    facts: {
      ...(user === undefined
        ? signInContextOfAnyone(tenant)
        : signInContextOf(user, tenant, outsideMfaOf(user, tenant))),
      ...(loginWindowShowsDevice(tenant) ? {} : { device: null }),
    },
    baselineScopes: setting === "enforced" || setting === "legacy" ? setting : { placeholder: setting },
    macs: null,
    checkMinutes: null,
    inputFindings: [],
  };
}
