import type { ReactNode } from "react";

/** Said in the place of what is being built, and only where that takes long enough to be noticed. */
export function Building(): ReactNode {
  return <p className="export-building note faint">Building…</p>;
}
