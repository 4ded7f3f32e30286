import { isAbsolute } from "node:path";
import type { DraftsView } from "../../../preload/contract.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import type { HostKind } from "../../core/report/index.ts";
import { isAliveSince } from "../../files/running.ts";
import { fileAt } from "../../files/source-file.ts";
import { leftOutViews } from "../document/left-out.ts";
import { hasToBeKept, type OpenDocument } from "../document/open-document.ts";
import { unstoredOfDraft } from "../document/unstored.ts";
import type { HostPorts } from "../ports.ts";
import { createAutosave } from "./autosave.ts";
import type { Draft } from "./draft-file.ts";
import { createDraftStore, type DraftStore, draftsFolder } from "./draft-store.ts";
import { createOpenFiles, openFilesFolder } from "./open-files.ts";

/** The drafts of a session: that of its document, and those that earlier ones have left. */
export type Drafts = {
  /** Called after each change of the document: keeps its draft, or lets it go where nothing is unsaved any more. */
  readonly follow: (open: OpenDocument) => void;
  /** The changes of the document of this draft are not wanted any more; resolves when everybody knows that it is gone. */
  readonly discard: (id: string) => Promise<void>;
  readonly list: () => Promise<DraftsView>;
  /** A draft as a document. Problems: `draft-gone`, `draft-damaged`. */
  readonly restore: (id: string) => Promise<Result<OpenDocument>>;
  /** Null stands for those that cannot be read. */
  readonly forget: (id: string | null) => Promise<Result<null>>;
  readonly forgetAll: () => Promise<Result<null>>;
  /** Says what is open here, and gives back where else it is open. */
  readonly announce: (open: OpenDocument | null) => Promise<HostKind | null>;
  readonly settled: () => Promise<void>;
};

const nowhere: DraftStore = {
  list: async () => ({ drafts: [], damaged: [] }),
  read: async () => fail(notKept),
  write: async () => null,
  forget: async () => null,
  forgetDamaged: async () => null,
  forgetAll: async () => null,
};

export function createDrafts(
  ports: Pick<HostPorts, "stateFolder" | "emit" | "now" | "newUuid" | "host">,
  current: () => OpenDocument | null,
): Drafts {
  const { stateFolder } = ports;
  const store = stateFolder === undefined ? nowhere : createDraftStore(draftsFolder(stateFolder));
  const about = { pid: process.pid, host: ports.host, id: ports.newUuid() };
  const openFiles = stateFolder === undefined ? null : createOpenFiles(openFilesFolder(stateFolder), about);
  const tell = async () => ports.emit("drafts.changed", await list());
  const autosave = createAutosave(store, () => void tell().catch(() => undefined));
  const list = async (): Promise<DraftsView> => {
    const { drafts, damaged } = await store.list();
    const open = current();
    const others = drafts.filter(({ id }) => open === null || id !== open.draftId || !hasToBeKept(open));
    return { drafts: others.map(viewOf), problems: damaged, notKept: autosave.problem() };
  };
  const after = async (problem: Problem | null): Promise<Result<null>> => {
    await tell();
    return problem === null ? succeed(null) : fail(problem);
  };
  /** Draft of the document that is on disk or on its way there. */
  let kept: string | null = null;
  let announced: Promise<unknown> = Promise.resolve();
  const drop = (id: string) => {
    if (kept === id) kept = null;
    autosave.drop(id);
  };
  return {
    list,
    follow: (open) => {
      if (hasToBeKept(open)) {
        kept = open.draftId;
        autosave.keep(draftOf(open, ports.now()));
      } else if (kept === open.draftId) drop(open.draftId);
    },
    discard: async (id) => {
      drop(id);
      await autosave.settled();
      await tell();
    },
    restore: async (id) => {
      await autosave.settled();
      const draft = await store.read(id);
      return draft.ok ? succeed(documentOf(draft.value, ports.newUuid)) : draft;
    },
    forget: async (id) => {
      await autosave.settled();
      return after(id === null ? await store.forgetDamaged() : await store.forget(id));
    },
    forgetAll: async () => {
      await autosave.settled();
      return after(await store.forgetAll());
    },
    announce: async (open) => {
      if (openFiles === null) return null;
      const file =
        open === null || open.practice
          ? null
          : { name: open.fileName, path: open.place?.path ?? null, digest: open.digest };
      const mine = announced.then(() => openFiles.announce(file).catch(() => null));
      announced = mine;
      return mine;
    },
    settled: autosave.settled,
  };
}

function draftOf(open: OpenDocument, now: number) {
  const { draftId: id, mark, document, fileName: name, place, digest, bytes, isFileSigned: isSigned } = open;
  const file = { name: name.slice(0, 1024), path: place?.path ?? null, digest, bytes, isSigned };
  const { unstored } = open;
  return { id, writer: process.pid, savedAt: new Date(now).toISOString(), mark, file, document, unstored };
}

/** One that may still be open elsewhere goes on as another draft, so that neither writes over the other's. */
function documentOf(draft: Draft, newUuid: () => string): OpenDocument {
  const { file, document, mark, unstored } = draft;
  return {
    fileName: file.name,
    bytes: file.bytes,
    document,
    signature: null,
    isFileSigned: file.isSigned,
    practice: false,
    place: file.path === null || !isAbsolute(file.path) ? null : fileAt(file.path, file.name).place,
    digest: file.digest,
    inside: null,
    saved: null,
    written: null,
    draftId: isElsewhere(draft) ? newUuid().toLowerCase() : draft.id.toLowerCase(),
    mark,
    unstored: unstoredOfDraft(unstored, document, mark),
    undo: [],
    redo: [],
  };
}

function viewOf(draft: Draft): DraftsView["drafts"][number] {
  const { id, file, savedAt, leftOut } = draft;
  return {
    id,
    fileName: file.name,
    path: file.path,
    savedAt,
    leftOut: leftOutViews(leftOut),
    isElsewhere: isElsewhere(draft),
  };
}

function isElsewhere({ writer, savedAt }: Draft): boolean {
  return writer !== process.pid && isAliveSince(writer, Date.parse(savedAt));
}

const notKept: Problem = {
  code: "draft-gone",
  title: "This draft is not there any more.",
  detail: "Nothing is kept between starts here.",
  fix: "Open the file itself.",
};
