import type { ProfileView, RunView } from "../../../preload/contract.ts";
import type { OpenDocument } from "../document/open-document.ts";
import type { HostPorts } from "../ports.ts";
import { createRecentFiles, type RecentFiles } from "./recent-files.ts";

/** The list of recent files, kept up to date by what happens to the document. */
export type Recents = RecentFiles & {
  readonly documentOpened: (open: OpenDocument, view: Pick<ProfileView, "provider" | "findings">) => void;
  /** What its newest run came to; null where there is none. */
  readonly documentTested: (open: OpenDocument | null, newest: RunView | undefined) => void;
};

/** Only the desktop app knows paths, and so only its list is worth keeping beyond the session. */
export function createRecents(ports: Pick<HostPorts, "host" | "stateFolder" | "now" | "newUuid">): Recents {
  const isDesktop = ports.host === "app window";
  const files = createRecentFiles(isDesktop ? (ports.stateFolder ?? null) : null);
  return {
    ...files,
    documentOpened: (open, { provider, findings }) => {
      const file = fileOf(open);
      // In the desktop app what has no path was made here or taken out of something, and cannot be opened again.
      if (open.practice || open.saved === null || (file.path === null && isDesktop)) return;
      const count = (severity: "error" | "warning") =>
        (findings ?? []).filter((finding) => finding.severity === severity).length;
      const openedAt = new Date(ports.now()).toISOString();
      files.opened(
        {
          ...file,
          openedAt,
          provider: provider?.slice(0, 100) ?? null,
          errors: count("error"),
          warnings: count("warning"),
        },
        ports.newUuid(),
      );
    },
    documentTested: (open, newest) => {
      if (open === null || newest === undefined) return;
      const { short, tone } = newest.label;
      files.tested(fileOf(open), { short: short.slice(0, 200), tone });
    },
  };
}

/** What a file is known by in the list. */
function fileOf({ fileName, place }: OpenDocument): { readonly name: string; readonly path: string | null } {
  return { name: fileName.slice(0, 1024), path: place?.path ?? null };
}
