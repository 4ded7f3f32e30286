import { costOf } from "../conditional-access/answer/cost.ts";
import type { LogCost, LoginResult, LogRow } from "../login-result.ts";
import type { TestSettings } from "../profile/test-settings.ts";
import type { Verdict } from "./verdict.ts";

type Answered = {
  readonly kind: LoginResult["kind"];
  readonly provider: TestSettings["provider"]["value"];
  readonly verdict: Pick<Verdict, "outcome" | "error">;
  readonly factor: LoginResult["factor"];
};

/**
 * What the texts of a row are by code, as Jamf's guide to reading the log shows them.
 * https://github.com/jamf/jamfconnect/tree/main/azure_conditional_access
 */
const shown: Readonly<Record<number, LogRow>> = {
  50076: {
    requirement: "multifactor",
    resultDetail: "User did not pass the MFA challenge (non interactive).",
    certainty: "documented",
  },
  50126: {
    requirement: "single-factor",
    resultDetail: "Invalid username or password or Invalid on-premise username or password.",
    certainty: "documented",
  },
};

/** Codes by which Entra demands a second factor; the row names the requirement, its detail varies. */
const demands: ReadonlySet<number> = new Set([50072, 50074, 50078, 50079, 50158]);

/** What the row of a run in Entra's sign-in log says beside its status; null where nobody can tell beforehand. */
export function logRowOf({ kind, provider, verdict, factor }: Answered): LogRow | null {
  if (provider !== "EntraID") return null;
  const code = verdict.error?.code;
  // The non-interactive text belongs to the password check; at a login the person meets the challenge.
  if (code !== undefined && kind === "ropg" && shown[code] !== undefined) return shown[code];
  if (code !== undefined && (demands.has(code) || code === 50076)) return inferred("multifactor");
  if (code === 50126) return inferred("single-factor");
  if (verdict.outcome !== "succeeded" || factor === "unknown") return null;
  return inferred(factor === "multi" ? "multifactor" : "single-factor");
}

function inferred(requirement: LogRow["requirement"]): LogRow {
  return { requirement, resultDetail: null, certainty: "inferred" };
}

/** The red lines that checks with this answer leave; null where the answer is no error, or says that the password is wrong. */
export function logCostOf(
  kind: LoginResult["kind"],
  { error, passwordVerdict }: Pick<Verdict, "error" | "passwordVerdict">,
  settings: Pick<TestSettings, "networkCheckMinutes">,
): LogCost | null {
  if (kind !== "ropg" || error === null || passwordVerdict !== "correct") return null;
  const { rowsPerMacAndDay, sentence } = costOf("yes", settings.networkCheckMinutes?.value ?? null, null);
  return { rowsPerMacAndDay, sentence };
}
