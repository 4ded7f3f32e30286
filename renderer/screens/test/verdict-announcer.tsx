import type { ReactNode } from "react";
import { useRuns } from "../../app/context.ts";
import { reactionWords } from "./outcome-look.ts";

/** Says a new verdict to assistive technology without interrupting. */
export function VerdictAnnouncer(): ReactNode {
  const latest = useRuns((state) => state.runs[0] ?? null);
  const isRunning = useRuns((state) => state.runningId !== null);
  const signIn = latest?.signIn ?? null;
  const result = latest?.result ?? null;
  const words = isRunning
    ? signIn === null
      ? "The test runs."
      : "The test waits for you to sign in."
    : result === null
      ? ""
      : `${result.sentence} ${reactionWords(result) ?? ""}`;
  return (
    <p className="visually-hidden" role="status">
      {words}
    </p>
  );
}
