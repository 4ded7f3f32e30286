import type { SavedView } from "../../../preload/contract.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { documentGone } from "../document/documents.ts";
import { openBeside } from "../document/file-now.ts";
import { settlePatch } from "../document/left-out.ts";
import { edit, hasToBeKept, noDocument, type OpenDocument } from "../document/open-document.ts";
import { duplicate, onDisk, revert, type SavedDocument, save, saveAs } from "../document/saving.ts";
import { unstoredTexts } from "../document/unstored.ts";
import type { SessionServices } from "../session-services.ts";
import type { HandlersOf } from "./handlers-of.ts";

/** Saving the document, going back to its file, and the drafts of what was not saved. */
export function savingHandlers({ ports, documents }: SessionServices): HandlersOf<"document" | "drafts"> {
  const { current, replace, drafts } = documents;
  /** What was changed while the file was written stays changed. */
  const saved = async (
    about: OpenDocument,
    written: Result<SavedDocument | null>,
  ): Promise<Result<SavedView | null>> => {
    if (!written.ok) return written;
    if (written.value === null) return succeed(null);
    const open = current();
    if (open !== null && open.draftId === about.draftId) {
      await replace({ ...open, ...written.value.now }, false);
    }
    return succeed(written.value.view);
  };
  return {
    "document.save": async ({ over }) => {
      const open = current();
      return open === null ? noDocument() : saved(open, await save(ports, open, over));
    },
    "document.saveAs": async () => {
      const open = current();
      return open === null ? noDocument() : saved(open, await saveAs(ports, open));
    },
    "document.duplicate": async () => {
      const open = current();
      if (open === null) return noDocument();
      await replace(duplicate(open, ports.newUuid().toLowerCase()), true);
      // Everything that was changed is in the copy, which has a draft of its own.
      await drafts.discard(open.draftId);
      return succeed(null);
    },
    "document.revert": async () => {
      const open = current();
      if (open === null) return noDocument();
      const reverted = await revert(open);
      if (!reverted.ok) return reverted;
      if (current() !== open) return documentGone();
      await replace(reverted.value, false);
      return succeed(null);
    },
    "document.discard": async ({ document }) => {
      const open = current();
      if (open !== null && open.draftId === document && hasToBeKept(open)) return fail(stillOpen);
      await drafts.discard(document);
      return succeed(null);
    },
    "document.keepUnstored": async (input) => {
      documents.keepUnstored(input);
      return succeed(null);
    },
    "document.unstored": async () => {
      const open = current();
      return succeed(open === null ? null : { document: open.draftId, texts: unstoredTexts(open) });
    },
    "document.onDisk": async () => {
      const open = current();
      return open === null ? noDocument() : succeed(await onDisk(open));
    },
    "document.settle": async (input) => {
      const open = current();
      if (open === null) return noDocument();
      if (input.how !== "file") {
        const patch = settlePatch(open, input, null);
        return patch.ok ? documents.change((now) => edit(now, patch.value)) : patch;
      }
      const file = await openBeside(ports, open, input.file);
      if (!file.ok) return file;
      if (current() !== open) return documentGone();
      const patch = settlePatch(open, input, file.value.opened.document);
      return patch.ok ? documents.change((now) => edit(now, patch.value)) : patch;
    },
    "drafts.list": async () => succeed(await drafts.list()),
    "drafts.restore": async ({ id }) => {
      const restored = await drafts.restore(id);
      if (!restored.ok) return restored;
      await replace(restored.value, true);
      return succeed(null);
    },
    "drafts.forget": ({ id }) => drafts.forget(id),
  };
}

const stillOpen: Problem = {
  code: "document-open",
  title: "The changes are still open.",
  detail: "Their draft stays for as long as nothing else has taken their place.",
  fix: "Close the document first, or undo the changes.",
};
