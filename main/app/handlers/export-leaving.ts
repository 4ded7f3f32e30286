import { choiceForEach, type ExportChoice } from "../../core/export/export-choice.ts";
import { type Result, succeed } from "../../core/problem.ts";
import { wholeDocument } from "../document/left-out.ts";
import { noDocument, type OpenDocument } from "../document/open-document.ts";
import { previewEach, previewExport, refuseUnconfirmed } from "../export/preview-export.ts";
import type { SessionServices } from "../session-services.ts";
import type { HandlersOf } from "./handlers-of.ts";

type Leaving = "export.preview" | "export.previewEach" | "export.save" | "export.saveEach";

/** What an export of the open document would write, and writing it. */
export function leavingHandlers({
  exports,
  lastExport,
  document,
  lintContext,
}: SessionServices): Pick<HandlersOf<"export">, Leaving> {
  /** The open document, where nothing of it is left out and what it can do to people was confirmed. */
  const readyToLeave = (
    choices: readonly ExportChoice[],
    confirmedName: string | null,
  ): Result<OpenDocument> => {
    const open = document();
    if (open === null) return noDocument();
    const whole = wholeDocument(open);
    if (!whole.ok) return whole;
    for (const choice of choices) {
      const confirmed = refuseUnconfirmed(open, choice, lintContext(open), confirmedName);
      if (!confirmed.ok) return confirmed;
    }
    return succeed(open);
  };
  return {
    "export.preview": async (choice) => {
      const open = document();
      return open === null ? noDocument() : previewExport(open, choice, lintContext(open));
    },
    "export.save": async ({ identityId, confirmedName, ...choice }) => {
      const open = readyToLeave([choice], confirmedName);
      if (!open.ok) return open;
      const { document: content, fileName } = open.value;
      const made = await exports.save({ document: content, fileName, choice, identityId });
      if (made.ok && made.value !== null) lastExport.keep(open.value, made.value.signature);
      return made;
    },
    "export.previewEach": async (choice) => {
      const open = document();
      return open === null ? noDocument() : previewEach(open, choice, lintContext(open));
    },
    "export.saveEach": async ({ identityId, confirmedName, ...choice }) => {
      const current = document();
      if (current === null) return noDocument();
      const open = readyToLeave(choiceForEach(current.document, choice), confirmedName);
      if (!open.ok) return open;
      const { document: content, fileName } = open.value;
      const made = await exports.saveEach({ document: content, fileName, choice, identityId });
      if (made.ok && made.value !== null) lastExport.keep(open.value, made.value.signature);
      return made;
    },
  };
}
