import type { Finding } from "../finding.ts";
import type { RunKind, RunLabel, SettingLine } from "../history/index.ts";
import type { LoginResult } from "../login-result.ts";
import type { Paired } from "../pair/paired.ts";

/** Who can be read in a report: labels only, or everybody. Secrets are in none. */
export type Identities = "masked" | "shown";

/**
 * Everything a report says, as its JSON form prints it (docs/reports.md). Masked before it is built: the forms for
 * reading take their texts from here and never from anywhere else.
 */
export type ReportData = {
  readonly format: "latchkey-report";
  /** Goes up when a member changes its meaning or goes; new members do not raise it. */
  readonly version: 1;
  /** ISO 8601, UTC. */
  readonly generatedAt: string;
  readonly app: { readonly name: "Latchkey"; readonly version: string; readonly host: HostKind };
  readonly identities: Identities;
  /** Whether trace and correlation ids are in it. */
  readonly requestIds: Identities;
  readonly verdict: ReportVerdict;
  readonly runs: readonly ReportRun[];
  /** `Was clean, now 50076 (password correct). …`; null unless exactly two runs are reported and both tested the same. */
  readonly comparison: string | null;
  readonly prediction: ReportPrediction | null;
  readonly profile: ReportProfile | null;
  /** What nobody looked at or did, so that silence is not read as "fine". */
  readonly notDone: readonly string[];
};

/** Which form of the app wrote the report. */
export type HostKind = "app window" | "browser" | "command line";

export type ReportVerdict = {
  readonly tone: RunLabel["tone"];
  readonly sentence: string;
  /** What Jamf Connect does with it. */
  readonly detail: string;
};

export type ReportRun = {
  /** `run-1`, counted from the newest. */
  readonly id: string;
  readonly kind: RunKind;
  readonly startedAt: string;
  /** What the run is called: scenario or tenant, person and what was asked. */
  readonly name: string;
  readonly label: string;
  readonly practice: boolean;
  readonly scenario: string | null;
  /** Read from a masked copy: its labels are its own and end in `-kept-1`. */
  readonly kept: boolean;
  /** Whether the profile has still the settings of the run; null without a profile. */
  readonly profileIsCurrent: boolean | null;
  readonly paired: Paired | null;
  /** The stable shape that `test --json` prints. */
  readonly results: readonly LoginResult[];
};

export type ReportProfile = {
  readonly name: string;
  readonly format: "mobileconfig" | "plist";
  readonly signature: "valid" | "untrusted" | "expired" | "invalid" | null;
  readonly edited: boolean;
  readonly practice: boolean;
  /** In order; the value of a secret is empty. */
  readonly settings: readonly SettingLine[];
  /** Null where nobody looked. */
  readonly findings: readonly Finding[] | null;
};

/** What the loaded Conditional Access policies say about the two sign-ins. */
export type ReportPrediction = {
  readonly recipe: string | null;
  readonly signIns: readonly PredictedSignIn[];
};

export type PredictedSignIn = {
  readonly id: "login-window" | "password-check";
  readonly resource: string;
  readonly resourceName: string;
  readonly verdict: {
    readonly mfa: Tri;
    readonly blocked: Tri;
    readonly lockout: Tri;
    readonly text: string;
  };
  readonly policies: readonly PredictedPolicy[];
};

export type PredictedPolicy = {
  readonly id: string;
  readonly displayName: string;
  readonly state: string | null;
  readonly applies: Tri;
  readonly effect: string;
  readonly because: readonly string[];
};

export type Tri = "yes" | "no" | "depends";
