import type { PolicyAnswer } from "../answer/answer.ts";

/** What a policy does to one sign-in, from the worst to nothing. */
export type CellKind =
  | "blocks"
  | "locks-out"
  | "mfa"
  | "other"
  | "depends"
  | "report-only"
  | "does-not-apply";

/** One cell of the matrix: policies by sign-ins. */
export type MatrixCell = {
  readonly kind: CellKind;
  /** `MFA`, `Depends: location`, `No, users`, `Report only: MFA`. */
  readonly word: string;
  readonly certainty: PolicyAnswer["certainty"];
};

/** Why a policy does not apply, by the names of Graph's What-If analysis. */
const REASONS: Readonly<Record<string, string>> = {
  users: "users",
  workloadIdentities: "not for people",
  application: "resource",
  userActions: "user action",
  authenticationContext: "authentication context",
  clientApps: "client app",
  devicePlatform: "platform",
  location: "location",
  devices: "device",
  signInRisk: "sign-in risk",
  userRisk: "user risk",
  insiderRisk: "insider risk",
  authenticationFlow: "sign-in flow",
  policyNotEnabled: "turned off",
};

/** A reason why a policy does not apply, in the words of the screen. */
export function reasonText(reason: string | null): string {
  return reason === null ? "does not apply" : (REASONS[reason] ?? reason);
}

/** True for a policy that only reports, however the file spells it. */
export function isReportOnly({ state }: Pick<PolicyAnswer, "state">): boolean {
  return /^enabledForReporting/iu.test(state ?? "");
}

/** Words for what is not given; paths inside a policy and names of controls say nothing in a few words. */
export function openWords(words: readonly string[]): readonly string[] {
  return [...new Set(words.map((word) => (/[.()]/u.test(word) ? "what is not known" : word)))];
}

/** What a policy does to a sign-in, as a cell. Report-only ones say what they would do, and never count. */
export function cellOf(policy: PolicyAnswer): MatrixCell {
  const { applies, certainty, reason, dependsOn } = policy;
  if (applies === "no") return { kind: "does-not-apply", word: `No, ${reasonText(reason)}`, certainty };
  const [kind, word] =
    applies === "depends"
      ? (["depends", `Depends: ${openWords(dependsOn).join(", ")}`] as const)
      : effectOf(policy);
  return isReportOnly(policy)
    ? { kind: "report-only", word: `Report only: ${lowerFirst(word)}`, certainty }
    : { kind, word, certainty };
}

function effectOf({ demands, effect }: PolicyAnswer): readonly [CellKind, string] {
  const word = effect.charAt(0).toUpperCase() + effect.slice(1);
  if (demands.blocked === "yes") return ["blocks", word];
  if (demands.lockout === "yes") return ["locks-out", word];
  if (demands.mfa === "yes") return ["mfa", word];
  const open = [demands.blocked, demands.lockout, demands.mfa].includes("depends");
  return open ? ["depends", `${word}, depends: ${openWords(demands.dependsOn).join(", ")}`] : ["other", word];
}

/** A word of a cell inside a sentence or after others: `Block` as `block`, and `MFA` as it is. */
export function lowerFirst(word: string): string {
  return /^[A-Z](?![A-Z])/u.test(word) ? word.charAt(0).toLowerCase() + word.slice(1) : word;
}
