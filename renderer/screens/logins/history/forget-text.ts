import type { RunView } from "../../../../preload/contract.ts";
import { count } from "../../../text/count.ts";

/** What goes when the runs of the document are forgotten: `3 runs in memory and 1 kept copy go.` */
export function whatGoes(runs: readonly Pick<RunView, "kept" | "masked">[]): string {
  const inMemory = runs.filter((run) => !run.masked).length;
  const kept = runs.filter((run) => run.kept).length;
  const parts = [
    ...(inMemory > 0 ? [`${count(inMemory, "run")} in memory`] : []),
    ...(kept > 0 ? [count(kept, "kept copy", "kept copies")] : []),
  ];
  if (parts.length === 0) {
    return "This document has no runs.";
  }
  return `${parts.join(" and ")} ${inMemory + kept === 1 ? "goes" : "go"}.`;
}

/** What else goes with every other document's runs: `4 runs of other documents, and 1 file that cannot be read.` */
export function whatGoesElsewhere(elsewhere: number, unreadable: number): string {
  const parts = [
    ...(elsewhere > 0 ? [count(elsewhere, "run of another document", "runs of other documents")] : []),
    ...(unreadable > 0 ? [count(unreadable, "file that cannot be read", "files that cannot be read")] : []),
  ];
  return parts.join(" and ");
}
