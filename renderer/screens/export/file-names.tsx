import type { ReactNode } from "react";
import { useExports } from "../../stores/context.ts";

/** What the files of the domains are called, in the one archive that holds them. */
export function FileNames(): ReactNode {
  const names = useExports((state) => state.preview?.fileNames) ?? [];
  // Until the answer is here, it is the one before, which is about one file.
  if (names.length < 2) {
    return null;
  }
  return (
    <p className="export-names">
      In one ZIP archive, so that no file of yours is in the way: <code>{names.join(", ")}</code>
    </p>
  );
}
