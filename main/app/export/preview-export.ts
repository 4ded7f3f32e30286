import type { ExportPreview } from "../../../preload/contract.ts";
import { documentFor, type ExportChoice, fileKindOf } from "../../core/export/export-choice.ts";
import { routeChecks } from "../../core/export/route-checks.ts";
import type { Finding } from "../../core/finding.ts";
import type { LintContext } from "../../core/lint/context.ts";
import { fail, type Result, succeed } from "../../core/problem.ts";
import { describeProfile, maskedText, type ProfileDocument } from "../../core/profile/index.ts";
import { comparedViews } from "../document/compare.ts";
import { maskedSource } from "../document/masked-source.ts";
import type { OpenDocument } from "../document/open-document.ts";
import { lockOutFindings } from "../jamf-pro/lock-out.ts";

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
    checks: routeChecks({ route: choice.route, written: written.value, document: open.document, opened }),
    lockOut: lockOutFindings(written.value, context),
    confirmName: confirmName(open),
  });
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
