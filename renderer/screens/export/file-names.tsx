import type { ReactNode } from "react";
import type { ExportQuestion } from "../../stores/export-store.ts";
import { usePreview } from "./use-built.ts";

/** What the files of the domains are called, in the one archive that holds them. */
export function FileNames({ view, wanted }: ExportQuestion): ReactNode {
  const names = usePreview(view, wanted)?.fileNames ?? [];
  if (names.length < 2) {
    return null;
  }
  return (
    <p className="export-names">
      In one ZIP archive, so that no file of yours is in the way: <code>{names.join(", ")}</code>
    </p>
  );
}
