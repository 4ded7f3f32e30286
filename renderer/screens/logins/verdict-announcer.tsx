import type { ReactNode } from "react";
import { useHistory, useRuns } from "../../stores/context.ts";
import { type Run, resultsOf } from "../../stores/run.ts";
import { reactionText } from "./result/outcome-tone.ts";

/** Says a new verdict to assistive technology without interrupting. */
export function VerdictAnnouncer(): ReactNode {
  const shownId = useHistory((state) => state.selectedId);
  const latest = useRuns((state) => (shownId === null ? null : (state.runs[shownId] ?? null)));
  const isRunning = useRuns((state) => state.runningId !== null);
  const signIn = latest?.signIn ?? null;
  const [result] = latest === null ? [] : resultsOf(latest);
  const words = isRunning
    ? signIn === null
      ? "The test runs."
      : "The test waits for you to sign in."
    : result === undefined
      ? ""
      : (pairWords(latest?.paired ?? null) ?? `${result.sentence} ${reactionText(result) ?? ""}`);
  return (
    <p className="visually-hidden" role="status">
      {words}
    </p>
  );
}

function pairWords(paired: Run["paired"]): string | null {
  if (paired === null) return null;
  const { title, lead, reason } = paired.verdict;
  return [title, lead, reason].filter((part) => part !== null).join(" ");
}
