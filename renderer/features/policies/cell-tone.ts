import type { PolicyAnswer } from "../../../preload/contract.ts";
import type { IconName } from "../../components/icon.tsx";
import type { Tone } from "../../components/tag.tsx";

export type CellTone = {
  readonly word: string;
  readonly tone: Tone | "line" | null;
  readonly icon: IconName | null;
};

/** Reasons why a policy does not apply, in the names of Graph's What-If analysis, as one word. */
const reasons: Readonly<Record<string, string>> = {
  users: "users",
  application: "resource",
  userActions: "user actions",
  authenticationContext: "authentication context",
  devicePlatform: "platform",
  devices: "device",
  clientApps: "client apps",
  location: "location",
  signInRisk: "sign-in risk",
  userRisk: "user risk",
  authenticationFlow: "sign-in flow",
  policyNotEnabled: "not enabled",
};

/** What a policy does to one sign-in, as a cell of the matrix: effect, `No, reason`, `Depends: what`, or report only. */
export function cellTone(policy: PolicyAnswer): CellTone {
  const { applies, state, effect, demands, dependsOn, reason } = policy;
  if (applies === "no") {
    const why = reason === null ? "" : `, ${reasons[reason] ?? reason}`;
    return { word: `No${why}`, tone: null, icon: null };
  }
  if (state === "enabledForReportingButNotEnforced") {
    return { word: `Report only: ${effect}`, tone: "line", icon: null };
  }
  if (applies === "depends") {
    return { word: `Depends: ${dependsOn.join(", ")}`, tone: "line", icon: "question" };
  }
  if (demands.blocked === "yes") return { word: effect, tone: "err", icon: "block" };
  if (demands.deviceRequired === "yes") return { word: effect, tone: "warn", icon: "warning" };
  if (demands.mfa === "yes") return { word: effect, tone: "mfa", icon: "phone" };
  return { word: effect, tone: "line", icon: null };
}
