import { sameCircumstances } from "../history/circumstances.ts";
import { type RunRecord, resultOf } from "../history/run-record.ts";
import type { LoginResult } from "../login-result.ts";
import type { RolloutInput } from "./rollout.ts";

/** The newest live evidence about both sign-ins of one document. */
export type PairedEvidence = {
  readonly paired: NonNullable<RolloutInput["paired"]>;
  /** The run that ended last. */
  readonly runId: string;
  /** When the older half started, ISO 8601. */
  readonly startedAt: string;
  readonly profileFingerprint: string;
  readonly practice: boolean;
};

/**
 * The newest pair of a login and a password check: one `both` run, or two runs of the same settings against the same
 * tenant. Runs that somebody stopped or typed a wrong password into prove nothing. Null where one of the two has not been tested.
 */
export function pairedEvidence(records: readonly RunRecord[]): PairedEvidence | null {
  const newestFirst = records.toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  for (const newest of newestFirst) {
    const login = half(newest, "oidc", newestFirst);
    const check = half(newest, "ropg", newestFirst);
    if (login === null || check === null) continue;
    const own = login.record.id === check.record.id ? newest.paired : null;
    return {
      paired: {
        loginMfa: own?.loginMfa ?? mfaOf(login.result),
        checkClean: own?.checkClean ?? check.result.outcome === "succeeded",
        loginAccepted: login.result.jamfConnect.accepts,
        checkAccepted: check.result.jamfConnect.accepts,
      },
      runId: newest.id,
      startedAt: [login, check].map(({ record }) => record.startedAt).toSorted()[0] ?? newest.startedAt,
      profileFingerprint: newest.profileFingerprint,
      practice: newest.practice,
    };
  }
  return null;
}

type Half = { readonly record: RunRecord; readonly result: LoginResult };

/** One half of the pair: from the newest run itself, else from the newest other run under the same circumstances. */
function half(newest: RunRecord, kind: LoginResult["kind"], records: readonly RunRecord[]): Half | null {
  for (const record of [newest, ...records]) {
    const result = resultOf(record, kind);
    if (result === null || isSlip(result) || record.startedAt > newest.startedAt) continue;
    if (sameCircumstances(record, newest)) return { record, result };
  }
  return null;
}

/** A person stopped the run or mistyped the password: that Jamf Connect refuses it says nothing about the settings. */
function isSlip({ outcome }: LoginResult): boolean {
  return outcome === "cancelled" || outcome === "password-wrong";
}

function mfaOf(login: LoginResult): "yes" | "no" | "not-proven" {
  return ({ multi: "yes", single: "no", unknown: "not-proven" } as const)[login.factor];
}
