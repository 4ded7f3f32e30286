import { collectKnown } from "../anonymize/collect.ts";
import {
  compareRuns,
  type RunRecord,
  resultOf,
  runLabel,
  runName,
  type SettingLine,
  settingLeaves,
  settingLines,
} from "../history/index.ts";
import { pairVerdict } from "../pair/pair-verdict.ts";
import type { ProfileDocument } from "../profile/index.ts";
import { isPredictionOf } from "./is-prediction-of.ts";
import { markKeptLabels } from "./kept-labels.ts";
import { notDone } from "./not-done.ts";
import type { ReportData, ReportProfile, ReportRun, ReportVerdict } from "./report-data.ts";
import { labelEverybody, type ReportFilter, showEverybody } from "./report-filter.ts";
import type { ReportInput } from "./report-input.ts";

/** A report and the copy of the profile that goes with it in a support bundle. */
export type BuiltReport = { readonly data: ReportData; readonly profile: ProfileDocument | null };

/**
 * Builds a report. Everything is masked here, once, with one mask; what comes out holds no secret, and with
 * `identities: "masked"` nobody's name, address or id.
 */
export function buildReport(input: ReportInput): BuiltReport {
  const newestFirst = input.runs.toSorted((a, b) => (a.record.startedAt < b.record.startedAt ? 1 : -1));
  const leaves = input.profile === null ? [] : settingLeaves(input.profile.document);
  const known = collectKnown({
    document: input.profile?.document ?? null,
    leaves,
    runs: newestFirst.map(({ record }) => record).filter((record) => !record.masked),
    policies: input.prediction?.signIns.flatMap(({ policies }) => policies.map(({ id }) => id)) ?? [],
  });
  const reportFilter =
    input.identities === "shown" ? showEverybody(known) : labelEverybody(known, input.requestIds);
  let kept = 0;
  const records = newestFirst.map(({ record }) => {
    if (!record.masked) return reportFilter.record(record);
    kept += 1;
    return markKeptLabels(record, kept);
  });
  const data: ReportData = {
    format: "latchkey-report",
    version: 1,
    generatedAt: input.generatedAt,
    app: { name: "Latchkey", ...input.app },
    identities: input.identities,
    requestIds: input.identities === "shown" ? "shown" : input.requestIds,
    verdict: verdictOf(records[0]),
    runs: records.map((record, index) =>
      reportRun(
        record,
        index,
        newestFirst[index]?.profileIsCurrent ?? null,
        newestFirst[index]?.record.masked,
      ),
    ),
    comparison: comparisonOf(
      newestFirst.map(({ record }) => record),
      reportFilter,
    ),
    prediction:
      input.prediction === null || !isPredictionOf(input, records[0])
        ? null
        : reportFilter.prediction(input.prediction),
    profile:
      input.profile === null
        ? null
        : reportProfile(
            input.profile,
            reportFilter,
            settingLines(leaves, () => ""),
          ),
    notDone: notDone(input, records),
  };
  return { data, profile: input.profile === null ? null : reportFilter.profile(input.profile.document) };
}

const subjects = { oidc: "Login window", ropg: "Password check" } as const;

function verdictOf(newest: RunRecord | undefined): ReportVerdict {
  const [first] = newest?.results ?? [];
  if (newest === undefined || first === undefined) {
    return { tone: "mute", sentence: "No test was run.", detail: "This report is about the profile alone." };
  }
  const [login, check] = [resultOf(newest, "oidc"), resultOf(newest, "ropg")];
  if (newest.paired !== null && login !== null && check !== null) {
    const { tone, title, lead, reason } = pairVerdict(newest.paired, login, check);
    return { tone, sentence: title, detail: [lead, reason].filter((part) => part !== null).join(" ") };
  }
  const sentence = newest.results.map((result) => result.sentence).join(" ");
  const isPair = newest.results.length > 1;
  const detail = newest.results.map(({ kind, jamfConnect }) =>
    isPair ? `${subjects[kind]}: ${jamfConnect.why}` : jamfConnect.why,
  );
  return { tone: runLabel(newest).tone, sentence, detail: detail.join(" ") };
}

function reportRun(
  record: RunRecord,
  index: number,
  profileIsCurrent: boolean | null,
  kept: boolean | undefined,
): ReportRun {
  const { kind, startedAt, practice, scenario, paired, results } = record;
  return {
    id: `run-${index + 1}`,
    kind,
    startedAt,
    name: runName(record).whole,
    label: runLabel(record).text,
    practice,
    scenario,
    kept: kept === true,
    profileIsCurrent,
    paired,
    results,
  };
}

function comparisonOf(records: readonly RunRecord[], reportFilter: ReportFilter): string | null {
  const [newer, older, ...more] = records;
  if (newer === undefined || older === undefined || more.length > 0) return null;
  const tested = new Set(newer.results.map((result) => result.kind));
  if (!older.results.some((result) => tested.has(result.kind))) return null;
  return reportFilter.text(compareRuns(older, newer).sentence);
}

function reportProfile(
  profile: NonNullable<ReportInput["profile"]>,
  reportFilter: ReportFilter,
  lines: readonly SettingLine[],
): ReportProfile {
  const { signature, edited, practice, document, findings, name } = profile;
  return {
    name: reportFilter.name(name),
    format: document.format,
    signature,
    edited,
    practice,
    settings: lines.map(reportFilter.line),
    findings: findings?.map(reportFilter.finding) ?? null,
  };
}
