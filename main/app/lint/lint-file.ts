import type { Finding } from "../../core/finding.ts";
import { type Baseline, newFindings } from "../../core/lint/baseline.ts";
import { type Fixed, fixDocument } from "../../core/lint/fix-document.ts";
import { lintRules } from "../../core/lint/rules.ts";
import { applySuppressions, type Suppressed, suppressionRules } from "../../core/lint/suppressions.ts";
import type { ProfileDocument } from "../../core/profile/index.ts";
import { documentFindings } from "../document/findings.ts";
import { type LintKnowledge, lintContext } from "../document/lint-context.ts";

/** What is asked about every file of a run. */
export type LintQuestion = LintKnowledge & {
  /** What an earlier run found; null reports everything. */
  readonly baseline: Baseline | null;
};

/** A document with what lies beside it. */
export type LintedFile = {
  /** Path or name as it was given. */
  readonly file: string;
  readonly document: ProfileDocument;
  /** The suppression file; null where there is none. */
  readonly suppressions: string | null;
};

/** What there is to report about a file: suppressed findings are kept apart, those of the baseline are left out. */
export async function lintFile(linted: LintedFile, question: LintQuestion): Promise<Suppressed> {
  const look = await lookAt(linted, question);
  return look(linted.document);
}

/** The same after every fix that changes the profile has been applied. */
export async function fixFile(linted: LintedFile, question: LintQuestion): Promise<Fixed & Suppressed> {
  const look = await lookAt(linted, question);
  const fixed = fixDocument(linted.document, (document) => look(document).findings);
  return { ...fixed, ...look(fixed.document) };
}

/** Policies are evaluated once: no fix changes whom a sign-in asks for what, or the next run says so. */
async function lookAt(
  { file, document, suppressions }: LintedFile,
  { baseline, ...knowledge }: LintQuestion,
): Promise<(document: ProfileDocument) => Suppressed> {
  const context = await lintContext(document, knowledge);
  const ids = new Set([...lintRules.map(({ id }) => id), ...suppressionRules]);
  return (current) => {
    const found = documentFindings(current, context) ?? [];
    const { findings, suppressed } = applySuppressions(found, suppressions, ids);
    return { suppressed, findings: isNew(file, findings, baseline) };
  };
}

function isNew(file: string, findings: readonly Finding[], baseline: Baseline | null): readonly Finding[] {
  return baseline === null ? findings : newFindings(baseline, file, findings);
}
