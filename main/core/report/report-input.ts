import type { RunRecord } from "../history/index.ts";
import type { ProfileDocument } from "../profile/index.ts";
import type { HostKind, Identities, ReportPrediction, ReportProfile } from "./report-data.ts";

/** What a report is made of, as it is: nothing in it is masked but runs that were kept. */
export type ReportInput = {
  /** ISO 8601, UTC. */
  readonly generatedAt: string;
  readonly app: { readonly version: string; readonly host: HostKind };
  readonly identities: Identities;
  /** Trace and correlation ids: support needs them to find a sign-in. */
  readonly requestIds: Identities;
  readonly runs: readonly { readonly record: RunRecord; readonly profileIsCurrent: boolean | null }[];
  readonly profile:
    | (Pick<ReportProfile, "signature" | "edited" | "practice"> & {
        readonly document: ProfileDocument;
        readonly name: string;
        readonly findings: ReportProfile["findings"];
      })
    | null;
  readonly prediction: ReportPrediction | null;
  /** The practice scenario whose policies are predicted from; null for policies of a tenant. */
  readonly predictedScenario: string | null;
};
