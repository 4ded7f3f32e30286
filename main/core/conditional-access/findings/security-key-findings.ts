import type { Finding } from "../../finding.ts";
import type { PolicyEvaluation } from "../judge/evaluate-policy.ts";
import type { GrantControl } from "../policy.ts";
import { counts } from "../verdict/contribution.ts";
import { dependsOnPeopleOnly } from "./lockout-findings.ts";
import type { FindingSource } from "./source.ts";

/** Jamf, Multifactor Authentication (copy of 9 September 2024): no FIDO2, no U2F, no smart card at the login window. */
const SOURCE = "https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Multifactor_Authentication";

/** Methods that need a key, a smart card or a credential in the Mac's own hardware. */
const KEYS = new Set([
  "fido2",
  "x509certificatemultifactor",
  "x509certificatesinglefactor",
  "windowshelloforbusiness",
]);

/** Methods besides keys that somebody has to have set up in the Authenticator, or gets for a day. */
const RARE = new Set(["devicebasedpush", "temporaryaccesspassonetime", "temporaryaccesspassmultiuse"]);

/** What the built-in strengths allow, for exports that carry the id alone; of the first one everything with a second factor. */
const BUILT_IN: ReadonlyMap<string, readonly string[]> = new Map([
  ["00000000-0000-0000-0000-000000000003", [...KEYS, "devicebasedpush"]],
  ["00000000-0000-0000-0000-000000000004", [...KEYS]],
]);

type Strength = Extract<GrantControl, { kind: "authenticationStrength" }>;

/** Policies on the login with an authentication strength that the login window cannot meet, or hardly. */
export function securityKeyFindings({ login }: FindingSource): readonly Finding[] {
  if (login === null || login.now.refusal !== null) return [];
  return login.now.policies.filter(counts).flatMap((each) => {
    const [first] = strengthsOf(each)
      .map(methodsLeft)
      .filter((left) => left !== null);
    return first === undefined || hasOtherWay(each) ? [] : [finding(each, first)];
  });
}

function strengthsOf({ policy }: PolicyEvaluation): readonly Strength[] {
  return policy.grant.items.filter((item) => item.kind === "authenticationStrength");
}

/** Which methods of a strength work at the login window; null where one does that everybody may have, or nobody knows. */
function methodsLeft({ id, combinations, lost }: Strength): readonly string[] | null {
  const allowed = combinations ?? BUILT_IN.get(id?.toLowerCase() ?? "") ?? null;
  if (lost || allowed === null || allowed.length === 0) return null;
  const left = allowed
    .map((each) => each.toLowerCase())
    .filter((each) => !each.split(",").some((method) => KEYS.has(method.trim())));
  return left.every((each) => RARE.has(each)) ? left : null;
}

/** With OR, a second factor of any kind or a page to click through is enough. */
function hasOtherWay({ policy, effect }: PolicyEvaluation): boolean {
  if (policy.grant.operator === "AND" || policy.grant.items.length === 1) return false;
  return effect.demands.some(
    ({ control, metBy, met }) =>
      control.kind !== "authenticationStrength" && (metBy === "mfa" || metBy === "step" || met === "yes"),
  );
}

function finding(evaluation: PolicyEvaluation, left: readonly string[]): Finding {
  const { policy, applies, dependsOn } = evaluation;
  const certain = applies === "yes" || dependsOnPeopleOnly(evaluation);
  const when = applies === "yes" ? "" : ` Whether it applies depends on ${dependsOn.join(", ")}.`;
  const name = evaluation.effect.demands.find(
    ({ control }) => control.kind === "authenticationStrength",
  )?.name;
  return {
    rule: "security-keys-at-login",
    severity: certain && left.length === 0 ? "error" : "warning",
    certainty: "documented",
    title:
      left.length === 0
        ? `${policy.displayName} asks for a security key, which the login window does not take.`
        : `${policy.displayName} locks out people who have only a security key.`,
    detail: `It demands ${name ?? "an authentication strength"}. ${
      left.length === 0
        ? "None of its methods works at Jamf Connect's login window: no FIDO2 key, no smart card, no passkey in the Mac."
        : "At the login window only phone sign-in of the Authenticator or a temporary access pass meets it."
    }${when}`,
    where: { policyId: policy.id, step: "login-window" },
    fix: {
      label: "Ask for another second factor at the login",
      steps: [
        "Let the login ask for an API app of its own (the recipe two-apis), and exclude that app from this policy.",
        "Demand multifactor authentication for that app by another policy.",
      ],
      link: SOURCE,
    },
    source: SOURCE,
  };
}
