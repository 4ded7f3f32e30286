import type { Finding } from "../../finding.ts";
import type { ConditionalAccessPolicy } from "../policy.ts";
import { exportFindings } from "./export-findings.ts";
import type { FindingSource } from "./source.ts";

const REPORT_ONLY_SOURCE =
  "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-report-only";

/** "Migrate approved client app to application protection policy", of 24 March 2026. */
const RETIRED_SOURCE =
  "https://learn.microsoft.com/entra/identity/conditional-access/migrate-approved-client-app";

/** Parts of policies that could not be used, names where ids belong, and traps of report-only. */
export function policyFindings(source: FindingSource): readonly Finding[] {
  return [
    ...exportFindings(source.policies),
    ...source.policies.flatMap(problems),
    ...unknownMembers(source.policies),
    ...unresolved(source.policies),
    ...retiredControls(source.policies),
    ...certificatePrompts(source),
  ];
}

function problems(policy: ConditionalAccessPolicy): readonly Finding[] {
  return policy.problems
    .filter((problem) => problem.code !== "cut-off-export")
    .map((problem) => ({
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
    const controls = policy.grant.items.flatMap((item) =>
      item.kind === "unknown" && !item.lost ? [item.id] : [],
    );
    const session = policy.session.filter((control) => !control.known).map((control) => control.kind);
    const lost = new Set(policy.lost);
    const all = [...names, ...controls, ...session].filter((name) => !lost.has(name));
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

/** A control that Entra stopped to enforce: whoever counts on it counts on nothing. */
function retiredControls(policies: readonly ConditionalAccessPolicy[]): readonly Finding[] {
  return policies.flatMap((policy): readonly Finding[] => {
    if (policy.state === "disabled") return [];
    if (policy.grant.items.every((item) => item.kind !== "approvedApplication")) return [];
    const isAlone = policy.grant.items.length === 1;
    return [
      {
        rule: "approved-app-retired",
        severity: isAlone ? "warning" : "info",
        certainty: "documented",
        title: `${policy.displayName} asks for an approved client app, which Entra no longer enforces.`,
        detail: `Since 30 June 2026 a policy is evaluated as if "Require approved client app" were not selected. ${isAlone ? "This policy demands nothing any more." : "Only its other controls count."}`,
        where: { policyId: policy.id },
        fix: {
          label: "Replace the control",
          steps: [
            "For phones and tablets, use Require app protection policy, and keep it off the resources that Jamf Connect asks for.",
            "Take Require approved client app out of the policy, or turn the policy off where it has no other control.",
          ],
          link: RETIRED_SOURCE,
        },
        source: RETIRED_SOURCE,
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
