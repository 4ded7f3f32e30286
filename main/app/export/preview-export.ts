import type { ExportPreview } from "../../../preload/contract.ts";
import {
  choiceForEach,
  documentFor,
  type EachChoice,
  type ExportChoice,
  fileKindOf,
} from "../../core/export/export-choice.ts";
import { routeChecks } from "../../core/export/route-checks.ts";
import type { Finding } from "../../core/finding.ts";
import type { LintContext } from "../../core/lint/context.ts";
import { fail, type Result, succeed } from "../../core/problem.ts";
import { describeProfile, maskedText, type ProfileDocument } from "../../core/profile/index.ts";
import { aroundChanges, diffLines } from "../../core/text/line-diff.ts";
import { comparedViews } from "../document/compare.ts";
import { maskedSource } from "../document/masked-source.ts";
import type { OpenDocument } from "../document/open-document.ts";
import { lockOutFindings } from "../jamf-pro/lock-out.ts";
import { exportName } from "./export-names.ts";

/**
 * What would be written for a route, before anything is: its text with secrets replaced, its payloads, what is another than in the
 * opened file, and what was checked for the route. Problems: those of `documentFor` and of writing.
 */
export function previewExport(
  open: OpenDocument,
  choice: ExportChoice,
  context: LintContext,
): Result<ExportPreview> {
  const written = documentFor(open.document, choice);
  if (!written.ok) return written;
  const source = maskedSource(written.value, { to: fileKindOf(choice.route) });
  if (!source.ok) return source;
  const opened = openedDocument(open);
  return succeed({
    source: source.value,
    payloads: describeProfile(written.value).payloads.map(({ type, domain, form, identifier, values }) => ({
      type,
      domain,
      form,
      identifier: identifier === null ? null : maskedText(identifier),
      settings: Object.keys(values).length,
    })),
    changes: opened === null ? null : comparedViews(opened, written.value),
    sourceChanges: opened === null ? null : sourceChanges(opened, source.value),
    checks: routeChecks({ route: choice.route, written: written.value, document: open.document, opened }),
    lockOut: lockOutFindings(written.value, context),
    confirmName: confirmName(open),
    fileNames: [exportName(open.fileName, choice, false)],
  });
}

/**
 * The same for every domain by itself: the texts one after the other, what was checked for any of them, and the names of the files.
 * Problems: those of {@link previewExport}, and `domain-missing`.
 */
export function previewEach(
  open: OpenDocument,
  choice: EachChoice,
  context: LintContext,
): Result<ExportPreview> {
  const choices = choiceForEach(open.document, choice);
  const previews: ExportPreview[] = [];
  for (const one of choices) {
    const preview = previewExport(open, one, context);
    if (!preview.ok) return preview;
    previews.push(preview.value);
  }
  const opened = openedDocument(open);
  return succeed({
    source: previews.map(({ source }) => source).join("\n"),
    payloads: previews.flatMap(({ payloads }) => payloads),
    // Each file lacks what is in the others; together they hold what is open.
    changes: opened === null ? null : comparedViews(opened, open.document),
    // The texts of several files have no one text to be compared with.
    sourceChanges: null,
    // Every other domain is left out of each, and in a file of its own.
    checks: distinct(previews.flatMap(({ checks }) => checks.filter(({ id }) => id !== "left-out"))),
    lockOut: distinct(previews.flatMap(({ lockOut }) => lockOut)),
    confirmName: confirmName(open),
    fileNames: choices.map((one) => exportName(open.fileName, one, false)),
  });
}

/** How many lines around a change tell where it stands. */
const around = 3;

function sourceChanges(opened: ProfileDocument, source: string): ExportPreview["sourceChanges"] {
  const before = maskedSource(opened, { to: opened.format });
  if (!before.ok) return null;
  const lines = diffLines(before.value.split("\n"), source.split("\n"));
  return lines === null ? null : aroundChanges(lines, around);
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

/**
 * Refuses an export that can keep people out of their Macs, unless somebody has typed the profile's name for it. Problem `lock-out`,
 * and those of `documentFor`.
 */
export function refuseUnconfirmed(
  open: OpenDocument,
  choice: ExportChoice,
  context: LintContext,
  typedName: string | null,
): Result<null> {
  const written = documentFor(open.document, choice);
  if (!written.ok) return written;
  const [worst] = lockOutFindings(written.value, context);
  if (worst === undefined || typedName?.trim() === confirmName(open)) return succeed(null);
  return fail(lockOut(worst, confirmName(open)));
}

function lockOut({ title, detail, rule }: Finding, name: string) {
  return {
    code: "lock-out",
    title: `This profile can keep people out of their Macs: ${title}`,
    detail: `${detail} It is the rule ${rule}. Nothing was written.`,
    fix: `Mend it. If it is meant, type the profile's name: ${name}`,
  };
}

/** What is typed to confirm: the profile's name, else that of its file. */
function confirmName({ document, fileName }: OpenDocument): string {
  const name = describeProfile(document).profile?.displayName?.trim() ?? "";
  return maskedText(name === "" ? fileName : name);
}

/** What the file holds, as far as is known. */
function openedDocument({ document, saved }: OpenDocument): ProfileDocument | null {
  return saved === null ? null : { ...document, root: saved };
}
