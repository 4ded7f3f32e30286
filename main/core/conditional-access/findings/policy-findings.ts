import type { Finding } from "../../finding.ts";
import type { ConditionalAccessPolicy } from "../policy.ts";
import type { FindingSource } from "./source.ts";

const REPORT_ONLY_SOURCE =
  "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-report-only";

/** Parts of policies that could not be used, names where ids belong, and traps of report-only. */
export function policyFindings(source: FindingSource): readonly Finding[] {
  return [
    ...source.policies.flatMap(problems),
    ...unknownMembers(source.policies),
    ...unresolved(source.policies),
    ...severalResources(source),
    ...certificatePrompts(source),
  ];
}

function problems(policy: ConditionalAccessPolicy): readonly Finding[] {
  return policy.problems.map((problem) => ({
    rule: problem.code,
    severity: "warning",
    certainty: "documented",
    title: `${policy.displayName}: ${problem.title}`,
    detail: problem.detail,
    where: { policyId: policy.id },
    fix: { label: "Correct the policy", steps: [problem.fix] },
  }));
}

function unknownMembers(policies: readonly ConditionalAccessPolicy[]): readonly Finding[] {
  return policies.flatMap((policy): readonly Finding[] => {
    const { users, applications, unknown } = policy.conditions;
    const names = [...unknown, ...(users?.unknown ?? []), ...(applications?.unknown ?? [])];
    const controls = policy.grant.items.flatMap((item) => (item.kind === "unknown" ? [item.id] : []));
    const session = policy.session.filter((control) => !control.known).map((control) => control.kind);
    const all = [...names, ...controls, ...session];
    if (all.length === 0) return [];
    return [
      {
        rule: "unknown-policy-member",
        severity: "info",
        certainty: "inferred",
        title: `${policy.displayName} uses something that Latchkey does not know.`,
        detail: `Not known: ${all.join(", ")}. What depends on it is answered with "depends".`,
        where: { policyId: policy.id },
      },
    ];
  });
}

function unresolved(policies: readonly ConditionalAccessPolicy[]): readonly Finding[] {
  const names = new Set(policies.flatMap((policy) => policy.unresolved));
  if (names.size === 0) return [];
  const shown = [...names].slice(0, 8).join(", ");
  return [
    {
      rule: "unresolved-names",
      severity: "info",
      certainty: "inferred",
      title: `${names.size} ${names.size === 1 ? "name stands" : "names stand"} where an id belongs.`,
      detail: `They are compared as text: ${shown}${names.size > 8 ? `, and ${names.size - 8} more` : ""}. An export from a tenant carries ids.`,
      where: {},
    },
  ];
}

/** One token request can name one resource only; Entra refuses scopes of two APIs with AADSTS28000 or 70011. */
function severalResources(source: FindingSource): readonly Finding[] {
  return [source.login, source.check].flatMap((each): readonly Finding[] => {
    const resources = each?.now.resources[0] ?? [];
    const uris = resources.filter(
      (resource) => resource.kind === "app" && resource.uri !== each?.now.signIn.clientId,
    );
    if (each === null || uris.length < 2) return [];
    return [
      {
        rule: "check-will-be-28000",
        severity: "warning",
        certainty: "documented",
        title: "The scopes name more than one API.",
        detail: `Entra issues a token for one API at a time and refuses the request. The scopes are ${each.now.signIn.scopes.join(" ")}.`,
        where: { step: each.now.signIn.id },
        fix: {
          label: "Ask for one API",
          steps: ["Keep the scope of one API app beside openid, profile and email."],
        },
        source: "https://learn.microsoft.com/entra/identity-platform/scopes-oidc",
      },
    ];
  });
}

/** Report-only policies with a compliant device may still show certificate prompts on macOS. */
function certificatePrompts(source: FindingSource): readonly Finding[] {
  return (source.login?.now.policies ?? []).flatMap((each): readonly Finding[] => {
    const reportOnly = each.policy.state === "enabledForReportingButNotEnforced" && each.applies !== "no";
    if (!reportOnly || !each.effect.demands.some((demand) => demand.control.kind === "compliantDevice"))
      return [];
    return [
      {
        rule: "report-only-certificate-prompt",
        severity: "info",
        certainty: "documented",
        title: `${each.policy.displayName} is report-only and can still show a certificate prompt on Macs.`,
        detail: "Report-only policies that ask for a compliant device can prompt for a certificate on macOS.",
        where: { policyId: each.policy.id, step: "login-window" },
        fix: {
          label: "Keep Macs out while it is report-only",
          steps: ["Exclude the platform macOS from this policy."],
        },
        source: REPORT_ONLY_SOURCE,
      },
    ];
  });
}
