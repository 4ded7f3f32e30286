import type { RolloutView } from "../../../preload/contract.ts";
import type { Finding } from "../../core/finding.ts";
import { compareSettings, type RunRecord } from "../../core/history/index.ts";
import { pairedEvidence } from "../../core/rollout/paired-evidence.ts";
import { judgeRollout } from "../../core/rollout/rollout.ts";
import type { ExportSignature } from "../document/compare.ts";
import { isEdited, type OpenDocument } from "../document/open-document.ts";
import type { DocumentState } from "./run-memory.ts";

export type RolloutQuestion = {
  readonly open: OpenDocument;
  readonly state: DocumentState;
  /** Findings about the profile as it stands; null while nobody has checked it. */
  readonly findings: readonly Finding[] | null;
  /** Lock-out findings of the loaded policies; null while none are loaded. */
  readonly lockOut: readonly Finding[] | null;
  /** These policies are those of the practice tenant. */
  readonly practicePolicies: boolean;
  readonly records: readonly RunRecord[];
  /** Signature of the last export, while the document is still what was exported. */
  readonly exported: ExportSignature | null;
  /** Milliseconds since 1970. */
  readonly now: number;
};

/** The go or no-go box for the open document. */
export function judge(question: RolloutQuestion): RolloutView {
  const { open, state, findings, lockOut, practicePolicies, records, exported, now } = question;
  const evidence = pairedEvidence(records);
  const edited = isEdited(open);
  return {
    ...judgeRollout({
      findings,
      lockOut,
      practicePolicies,
      paired: evidence?.paired ?? null,
      // Changing a signed profile takes its signature away; the export signs again.
      signature: exported ?? (edited ? null : open.signature),
      lastTest:
        evidence === null
          ? null
          : {
              ageMs: Math.max(0, now - Date.parse(evidence.startedAt)),
              profileChanged: changedSince(records, evidence.runId, state),
              practice: evidence.practice,
            },
      practiceProfile: open.practice,
    }),
    runId: evidence?.runId ?? null,
  };
}

function changedSince(records: readonly RunRecord[], runId: string, state: DocumentState): boolean {
  const record = records.find((one) => one.id === runId);
  return record === undefined || compareSettings(record, { ...record, ...state }).profile === "changed";
}
