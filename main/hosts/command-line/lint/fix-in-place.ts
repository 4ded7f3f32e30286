import { profileInside } from "../../../app/document/open-bytes.ts";
import { rewriteChecked } from "../../../app/export/rewrite-checked.ts";
import { fixFile, type LintedFile, type LintQuestion } from "../../../app/lint/lint-file.ts";
import { changedValues } from "../../../core/lint/changed-values.ts";
import { equalValues } from "../../../core/plist/index.ts";
import { fail, type Problem, type Result, succeed } from "../../../core/problem.ts";
import { type ProfileDocument, readProfile } from "../../../core/profile/index.ts";
import { maximumProfileBytes } from "../../../core/profile/limits.ts";
import type { SignatureReport } from "../../../signing/index.ts";
import type { Terminal } from "../command.ts";
import { inFile } from "../open-document.ts";
import type { FileReport } from "./report.ts";

/** How a file was found, and whether it is only shown what would change. */
export type FixOptions = {
  readonly signature: SignatureReport | null;
  /** What the profile was found inside of; null for a file that is the profile. */
  readonly inside: string | null;
  readonly dryRun: boolean;
};

/**
 * Applies every fix that changes the profile to its file; what no fix touches stays as it is, comments included. A signed
 * file is left alone: its signature would not fit any more. So is a file that holds the profile inside of something.
 *
 * @returns problems: those of writing; `refused` says why a file with something to fix was not fixed
 */
export async function fixInPlace(
  linted: LintedFile,
  { signature, inside, dryRun }: FixOptions,
  question: LintQuestion,
  terminal: Terminal,
): Promise<Result<{ readonly report: FileReport; readonly refused: Problem | null }>> {
  const { file, document } = linted;
  const fixed = await fixFile(linted, question);
  const changes = changedValues(document, fixed.document);
  const rules = fixed.applied.map(({ rule }) => rule);
  const reason = inside === null ? (signature === null ? null : signedFile) : profileInside(inside);
  const refused = changes.length > 0 && reason !== null ? inFile(reason, file) : null;
  const writes = changes.length > 0 && refused === null;
  if (writes) {
    const problem = await write(file, { before: document, after: fixed.document, dryRun }, terminal);
    if (problem !== null) return fail(problem);
  }
  if (refused !== null) {
    // Nothing was fixed, so the findings are those of the file as it lies there.
    const { lintFile } = await import("../../../app/lint/lint-file.ts");
    const { findings, suppressed } = await lintFile(linted, question);
    return succeed({ report: { file, findings, suppressed, fixed: null }, refused });
  }
  const { findings, suppressed } = fixed;
  return succeed({
    report: { file, findings, suppressed, fixed: { rules, changes, written: writes && !dryRun } },
    refused: null,
  });
}

type Change = {
  readonly before: ProfileDocument;
  readonly after: ProfileDocument;
  readonly dryRun: boolean;
};

/** Everything but the writing itself is done for a dry run, too: it says what would hinder it. */
async function write(
  file: string,
  { before, after, dryRun }: Change,
  terminal: Terminal,
): Promise<Problem | null> {
  const bytes = await terminal.readFile(file, maximumProfileBytes);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const now = readProfile(bytes, { fileName: file });
  if (!now.ok || !equalValues(now.value.root, before.root)) return inFile(changedMeanwhile, file);
  const written = await rewriteChecked(bytes, before, after);
  if (!written.ok) return inFile(written.problem, file);
  return dryRun ? null : terminal.writeFile(file, written.value);
}

const changedMeanwhile: Problem = {
  code: "fix-file-changed",
  title: "The file changed while it was looked at, so it is not fixed.",
  detail: "Another program wrote to it.",
  fix: "Run lint --fix again.",
};

const signedFile: Problem = {
  code: "fix-signed",
  title: "A signed profile is not fixed in place.",
  detail: "Its signature would not fit any more.",
  fix: "Take it out with latchkey unsign IN -o OUT, fix that file, and sign it again.",
};
