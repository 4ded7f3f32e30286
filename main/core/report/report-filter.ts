import { createMask } from "../anonymize/create-mask.ts";
import type { Known } from "../anonymize/known.ts";
import { createLabelBook } from "../anonymize/label-book.ts";
import { mapTexts } from "../anonymize/map-texts.ts";
import type { Mask } from "../anonymize/mask.ts";
import { maskProfile } from "../anonymize/mask-profile.ts";
import { maskRecord } from "../anonymize/mask-record.ts";
import { maskFinding } from "../anonymize/mask-result.ts";
import { maskSettingLine } from "../anonymize/mask-setting.ts";
import { plainText } from "../anonymize/plain-text.ts";
import type { Finding } from "../finding.ts";
import type { RunRecord, SettingLine } from "../history/index.ts";
import type { Exchange, LoginResult, TokenReport } from "../login-result.ts";
import type { ProfileDocument } from "../profile/index.ts";
import { maskKnown, prepareSecrets } from "../redact/index.ts";
import type { Identities, ReportPrediction } from "./report-data.ts";

/** What lets through only what the reader may see. */
export type ReportFilter = {
  readonly record: (record: RunRecord) => RunRecord;
  readonly line: (line: SettingLine) => SettingLine;
  readonly finding: (finding: Finding) => Finding;
  readonly prediction: (prediction: ReportPrediction) => ReportPrediction;
  readonly profile: (document: ProfileDocument) => ProfileDocument;
  /** What stands for the name of the profile. */
  readonly name: (name: string) => string;
  readonly text: (text: string) => string;
};

/** For reports that name nobody: labels everywhere. */
export function labelEverybody(known: Known, requestIds: Identities): ReportFilter {
  const mask = createMask(known, createLabelBook(), { showRequestIds: requestIds === "shown" });
  return {
    record: (record) => maskRecord(record, mask),
    line: (line) => maskSettingLine(line, mask),
    finding: (finding) => maskFinding(finding, mask),
    prediction: (prediction) => maskPrediction(prediction, mask),
    profile: (document) => maskProfile(document, mask),
    name: () => "profile-1",
    text: mask.text,
  };
}

/** For reports that show everybody: only secrets go. */
export function showEverybody(known: Known): ReportFilter {
  const secrets = prepareSecrets({ hidden: known.secrets, userNames: [] });
  const cleanText = (text: string) => maskKnown(plainText(text), secrets);
  const clean = <T>(value: T): T => mapTexts(value, cleanText);
  const cleanNames = <T>(value: T): T => mapTexts(value, cleanText, cleanText);
  return {
    record: (record) => {
      const cleaned = clean(withoutPatchesIn(record));
      return { ...cleaned, results: cleaned.results.map((result) => withForeignNames(result, cleanNames)) };
    },
    line: (line) => (line.kind === "secret" ? { ...line, value: "" } : clean(line)),
    finding: (finding) => clean(withoutPatch(finding)),
    prediction: clean,
    profile: (document) => maskProfile(document, cleanText),
    name: clean,
    text: clean,
  };
}

/** Claims and headers have names that servers chose. */
function withForeignNames(result: LoginResult, clean: <T>(value: T) => T): LoginResult {
  const { id, access } = result.tokens;
  const token = (report: TokenReport) => ({
    ...report,
    claims: clean(report.claims),
    header: clean(report.header),
  });
  const exchange = (one: Exchange) => ({ ...one, headers: clean(one.headers) });
  return {
    ...result,
    tokens: {
      ...(id === undefined ? {} : { id: token(id) }),
      ...(access === undefined ? {} : { access: token(access) }),
    },
    steps: result.steps.map(({ request, response, ...step }) => ({
      ...step,
      ...(request === undefined ? {} : { request: exchange(request) }),
      ...(response === undefined ? {} : { response: exchange(response) }),
    })),
  };
}

/** A patch is for the app; in a report its label says what can be done. */
function withoutPatch(finding: Finding): Finding {
  const { fix } = finding;
  return fix !== undefined && "patch" in fix ? { ...finding, fix: { label: fix.label, steps: [] } } : finding;
}

function withoutPatchesIn(record: RunRecord): RunRecord {
  const { paired, results } = record;
  return {
    ...record,
    results: results.map((result) => ({ ...result, findings: result.findings.map(withoutPatch) })),
    paired: paired === null ? null : { ...paired, findings: paired.findings.map(withoutPatch) },
  };
}

function maskPrediction(prediction: ReportPrediction, mask: Mask): ReportPrediction {
  return {
    recipe: prediction.recipe,
    signIns: prediction.signIns.map(({ id, resource, resourceName, verdict, policies }) => ({
      id,
      resource: mask.value("app", resource),
      resourceName: mask.text(resourceName),
      verdict: { ...verdict, text: mask.text(verdict.text) },
      policies: policies.map((policy) => ({
        id: mask.value("policy", policy.id),
        displayName: mask.text(policy.displayName),
        state: policy.state === null ? null : mask.text(policy.state),
        applies: policy.applies,
        effect: mask.text(policy.effect),
        because: policy.because.map(mask.text),
      })),
    })),
  };
}
