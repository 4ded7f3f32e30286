import type { Finding } from "../../finding.ts";
import type { ControlDemand } from "../judge/controls.ts";
import type { PolicyEvaluation } from "../judge/evaluate-policy.ts";
import { EXPORT_WHOLE } from "../read/notes.ts";
import { and } from "../tri.ts";
import { counts } from "../verdict/contribution.ts";
import type { FindingSource } from "./source.ts";

const GRANT_SOURCE =
  "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant";
const THREAD_SOURCE = "https://github.com/jamf/jamfconnect/tree/main/azure_conditional_access";

const TAKE_OUT: Finding["fix"] & object = {
  label: "Take the login out of this policy",
  steps: [
    "Let the login ask for an API app of its own (the recipe two-apis), and exclude that app from this policy.",
    "Or combine the device control with MFA by OR, so that MFA gets people in.",
    "Keep the device control on the resources that need it.",
  ],
  link: THREAD_SOURCE,
};

/** What each control does to somebody who stands in front of the login window. */
const CONSEQUENCES: Readonly<Partial<Record<ControlDemand["control"]["kind"], string>>> = {
  compliantDevice:
    "A Mac that falls out of compliance cannot be repaired by its user, because the user no longer gets in.",
  domainJoinedDevice: "Hybrid join exists on Windows only. No Mac can meet this.",
  compliantApplication:
    "App protection policies exist on mobile platforms only. Jamf Connect cannot carry one on a Mac.",
};

/** Policies on the login that keep people out of their Macs. */
export function lockoutFindings(source: FindingSource): readonly Finding[] {
  const login = source.login?.now;
  if (login === undefined || login.refusal !== null) return [];
  return login.policies.filter(counts).flatMap((each) => {
    if (each.effect.demands.some((demand) => demand.control.kind === "block")) return [blocked(each)];
    const risk = and(each.applies, each.effect.lockout);
    if (risk !== "no") return [lockedOut(each)];
    return each.effect.deviceRequired === "yes" ? [metByThisMac(each)] : [];
  });
}

function lockedOut(evaluation: PolicyEvaluation): Finding {
  const { policy, effect } = evaluation;
  const demands = effect.demands.filter((demand) => demand.metBy === "device" || demand.metBy === "app");
  const unknown = demands.length === 0;
  const names = demands.map((demand) => demand.name).join(policy.grant.operator === "AND" ? " and " : " or ");
  // A policy that hits some people for certain locks them out, whoever the context is about.
  const certain =
    effect.lockout === "yes" && (evaluation.applies === "yes" || dependsOnPeopleOnly(evaluation));
  const isLost = effect.demands.some((each) => each.control.kind === "unknown" && each.control.lost);
  const consequences = [...new Set(demands.map((demand) => CONSEQUENCES[demand.control.kind] ?? ""))].join(
    " ",
  );
  const when =
    evaluation.applies === "yes" ? "" : ` Whether it applies depends on ${evaluation.dependsOn.join(", ")}.`;
  return {
    rule: "lockout-grant",
    severity: certain ? "error" : "warning",
    certainty: evaluation.certainty,
    title: unknown
      ? `${policy.displayName} ${isLost ? "lost controls in the export, and may lock people out at the login" : "has a control for the login that Latchkey does not know"}.`
      : `${policy.displayName} can lock people out of their Macs.`,
    detail: unknown
      ? `The policy demands: ${effect.text()}.${when}`
      : `At the login window it demands: ${names}. ${consequences}${when}`,
    where: { policyId: policy.id, step: "login-window" },
    fix: isLost ? { label: "Export the policies whole", steps: [EXPORT_WHOLE] } : TAKE_OUT,
    source: GRANT_SOURCE,
  };
}

/** The device that was given meets the policy: nobody is kept out of this Mac, and the next one may be another matter. */
function metByThisMac(evaluation: PolicyEvaluation): Finding {
  const { policy, effect } = evaluation;
  const demands = effect.demands.filter((demand) => demand.metBy === "device");
  const consequences = [...new Set(demands.map((demand) => CONSEQUENCES[demand.control.kind] ?? ""))];
  return {
    rule: "lockout-grant",
    severity: "warning",
    certainty: evaluation.certainty,
    title: `${policy.displayName} lets this Mac in, and can lock people out of others.`,
    detail: `At the login window it demands: ${demands.map((demand) => demand.name).join(", ")}. The device that was given meets it. ${consequences.join(" ")}`,
    where: { policyId: policy.id, step: "login-window" },
    fix: TAKE_OUT,
    source: GRANT_SOURCE,
  };
}

/** True when nothing but who signs in is open: then the policy hits somebody. */
export function dependsOnPeopleOnly(evaluation: PolicyEvaluation): boolean {
  const open = evaluation.conditions.filter((condition) => condition.outcome === "depends");
  return open.every((condition) => condition.condition === "users");
}

function blocked(evaluation: PolicyEvaluation): Finding {
  const { policy } = evaluation;
  const certain = evaluation.applies === "yes";
  return {
    rule: "login-blocked",
    severity: certain ? "error" : "info",
    certainty: evaluation.certainty,
    title: certain ? `${policy.displayName} blocks the login.` : `${policy.displayName} may block the login.`,
    detail: certain
      ? "Whoever it applies to cannot log in with Entra at the login window. Only a local login is left."
      : `Whether it applies depends on ${evaluation.dependsOn.join(", ")}. Where it does, the login ends with AADSTS53003.`,
    where: { policyId: policy.id, step: "login-window" },
    ...(certain && {
      fix: {
        label: "Take the login out of this policy",
        steps: [
          "Exclude the app that the login asks for from this policy.",
          "Or narrow the policy's users, locations or platforms.",
        ],
      },
    }),
    source: GRANT_SOURCE,
  };
}
