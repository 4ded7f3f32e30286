import type { CallInput, ProfileView } from "../../../preload/contract.ts";
import type { LintContext } from "../../core/lint/context.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { maximumProfileBytes } from "../../core/profile/limits.ts";
import type { SourceFile } from "../../files/source-file.ts";
import { createDrafts, type Drafts } from "../drafts/drafts.ts";
import { type ReadFile, readWhole } from "../files/file-handles.ts";
import type { HostPorts } from "../ports.ts";
import { hasToBeKept, noDocument, type OpenDocument } from "./open-document.ts";
import { openFile } from "./open-file.ts";
import { profileView } from "./profile-view.ts";
import { keepUnstored } from "./unstored.ts";

/** The one open document of a session, and its draft. */
export type Documents = {
  readonly current: () => OpenDocument | null;
  /** Tells everybody again how it stands: what is known beside it has changed. */
  readonly tell: () => void;
  /** What screens show of it. */
  readonly view: () => ProfileView | null;
  /** Opens a file as the document, or says why it is none; the one before stays then. A draft of that one is kept. */
  readonly load: (file: ReadFile, fromPractice: boolean) => Promise<Result<null>>;
  /** The same with a file that has not been read. */
  readonly openSource: (file: SourceFile) => Promise<Result<null>>;
  /** A file that the system hands over: where something would be lost, the page is told, asks, and opens it. */
  readonly openFromSystem: (file: SourceFile) => Promise<Result<null>>;
  /** Changes the document and tells everybody. */
  readonly change: (next: (current: OpenDocument) => Result<OpenDocument>) => Result<null>;
  /** The same, for a document that is another one then, or is edited no longer. */
  readonly replace: (next: OpenDocument, isOther: boolean) => Promise<void>;
  /** What stands on the page of a document, which is nothing that anybody has to be told. */
  readonly keepUnstored: (input: CallInput<"document.keepUnstored">) => void;
  readonly close: () => void;
  readonly drafts: Drafts;
  /** Leaves nothing behind but drafts that are on disk. */
  readonly end: () => Promise<void>;
};

export type DocumentWatch = {
  /** What is known beside the document when it is looked at for findings. */
  readonly contextOf: (open: OpenDocument) => LintContext;
  /** @param view what is shown of it */
  readonly opened: (open: OpenDocument, view: ProfileView) => void;
  readonly edited: () => void;
  readonly closed: () => void;
};

export function createDocuments(ports: HostPorts, watch: DocumentWatch): Documents {
  let open: OpenDocument | null = null;
  let elsewhere: Awaited<ReturnType<Drafts["announce"]>> = null;
  const drafts = createDrafts(ports, () => open);
  const view = () => (open === null ? null : viewOf(open));
  const viewOf = (of: OpenDocument) => profileView(of, watch.contextOf(of), elsewhere);
  const show = (next: OpenDocument, shown = viewOf(next)): void => {
    open = next;
    drafts.follow(next);
    ports.emit("profile.changed", shown);
  };
  const replace = async (next: OpenDocument, isOther: boolean): Promise<void> => {
    // At once: an edit that comes while the disk is asked must find this document, not the one before.
    if (isOther) elsewhere = null;
    const shown = viewOf(next);
    if (isOther) watch.opened(next, shown);
    show(next, shown);
    const found = await drafts.announce(next);
    if (found === elsewhere || open?.draftId !== next.draftId) return;
    elsewhere = found;
    show(open);
  };
  const load = async (file: ReadFile, fromPractice: boolean): Promise<Result<null>> => {
    const opened = await openFile(file, fromPractice, ports.newUuid);
    if (!opened.ok) return opened;
    await replace(opened.value, true);
    return succeed(null);
  };
  const openSource = async (file: SourceFile): Promise<Result<null>> => {
    const read = await readWhole(file, maximumProfileBytes);
    return read.ok ? load(read.value, false) : read;
  };
  return {
    current: () => open,
    tell: () => {
      if (open !== null) ports.emit("profile.changed", view());
    },
    view,
    load,
    replace,
    openSource,
    openFromSystem: async (file) => {
      const opened = open === null || !hasToBeKept(open) ? await openSource(file) : null;
      if (opened?.ok === true) return opened;
      // The page asks about what is open; or it meets the same problem, and shows it.
      ports.emit("document.offered", { fileName: file.name, file: ports.files.give(file) });
      return opened ?? succeed(null);
    },
    change: (next) => {
      if (open === null) return noDocument();
      const changed = next(open);
      if (!changed.ok) return changed;
      watch.edited();
      show(changed.value);
      return succeed(null);
    },
    keepUnstored: (input) => {
      if (open === null || open.draftId !== input.document) return;
      open = keepUnstored(open, input);
      drafts.follow(open);
    },
    close: () => {
      open = null;
      elsewhere = null;
      void drafts.announce(null);
      ports.emit("profile.changed", null);
      watch.closed();
    },
    drafts,
    end: async () => {
      await drafts.settled();
      await drafts.announce(null);
    },
  };
}

/** For what asks about a document that may have been replaced meanwhile. */
export function documentGone(): { readonly ok: false; readonly problem: Problem } {
  return fail({
    code: "document-replaced",
    title: "Another document was opened meanwhile.",
    detail: "What was asked for was about the one before.",
    fix: "Ask for it again.",
  });
}
