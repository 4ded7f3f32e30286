import type { ReactNode } from "react";
import { useHistory } from "../../../stores/context.ts";
import { changesOf } from "./run-list-items.ts";

/** What was changed between the run before and the shown one, where the list of runs has no room to say it. */
export function ChangedBefore({ runId }: { readonly runId: string }): ReactNode {
  const run = useHistory((state) => state.runs.find(({ id }) => id === runId) ?? null);
  const changes = changesOf(run?.changeBefore ?? null);
  return changes.length === 0 ? null : (
    <p className="test-hint">
      <span className="quiet">Changed since the run before:</span> {changes.join(", ")}
    </p>
  );
}
