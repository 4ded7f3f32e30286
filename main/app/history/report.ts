import type { CallInput, ReportView } from "../../../preload/contract.ts";
import type { Finding } from "../../core/finding.ts";
import { compareSettings, type RunRecord } from "../../core/history/index.ts";
import { type Result, succeed } from "../../core/problem.ts";
import type { MadeReport, ReportInput, ReportPreview } from "../../core/report/index.ts";
import { isEdited, type OpenDocument } from "../document/open-document.ts";
import { handOver } from "../hand-over.ts";
import type { HostPorts } from "../ports.ts";
import type { DocumentState } from "./run-memory.ts";

export type ReportRequest = {
  readonly wanted: CallInput<"report.make">;
  readonly records: readonly RunRecord[];
  /** The open document; null while none is. */
  readonly profile: {
    readonly open: OpenDocument;
    readonly state: DocumentState;
    readonly findings: readonly Finding[] | null;
  } | null;
  readonly prediction: ReportInput["prediction"];
  readonly predictedScenario: ReportInput["predictedScenario"];
};

/** Makes a report and hands it over: saved where the host has dialogs, else kept for the page to download. */
export async function reportTo(
  ports: Pick<HostPorts, "version" | "host" | "now" | "capabilities" | "saveFile">,
  request: ReportRequest,
): Promise<Result<ReportView | null>> {
  const { makeReport } = await import("../../core/report/index.ts");
  const made = makeReport(inputOf(ports, request), request.wanted.format);
  return made.ok ? hand(ports, made.value) : made;
}

/** What {@link reportTo} would write; nothing is saved. */
export async function previewOf(
  ports: Pick<HostPorts, "version" | "host" | "now">,
  request: ReportRequest,
): Promise<Result<ReportPreview>> {
  const { previewReport } = await import("../../core/report/index.ts");
  return previewReport(inputOf(ports, request), request.wanted.format);
}

function inputOf(
  ports: Pick<HostPorts, "version" | "host" | "now">,
  { wanted, records, profile, prediction, predictedScenario }: ReportRequest,
): ReportInput {
  return {
    generatedAt: new Date(ports.now()).toISOString(),
    app: { version: ports.version, host: ports.host },
    identities: wanted.identities,
    requestIds: wanted.requestIds ?? "masked",
    runs: records.map((record) => ({
      record,
      profileIsCurrent: profile === null ? null : isCurrent(record, profile.state),
    })),
    profile: profile === null ? null : profileOf(profile),
    prediction,
    predictedScenario,
  };
}

/** Null for a run of another document. */
function isCurrent(record: RunRecord, state: DocumentState): boolean | null {
  if (record.documentKey !== state.documentKey) return null;
  return compareSettings(record, { ...record, ...state }).profile === "unchanged";
}

function profileOf({ open, findings }: NonNullable<ReportRequest["profile"]>): ReportInput["profile"] {
  const edited = isEdited(open);
  return {
    document: open.document,
    name: open.fileName,
    // Changing a signed profile takes its signature away.
    signature: edited ? null : (open.signature?.status ?? null),
    edited,
    practice: open.practice,
    findings,
  };
}

async function hand(
  ports: Pick<HostPorts, "saveFile">,
  { fileName, mediaType, bytes, files }: MadeReport,
): Promise<Result<ReportView | null>> {
  const handed = await handOver(ports, { fileName, bytes });
  if (!handed.ok) return handed;
  if (handed.value === null) return succeed(null);
  return succeed({ ...handed.value, mediaType, bytes: bytes.length, files });
}
