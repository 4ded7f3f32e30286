import type { ReactNode } from "react";
import { useHistory } from "../../../stores/context.ts";
import { changesOf } from "./run-list-items.ts";

/**
 * What was changed between the run before and the shown one, where the list of runs has no room to say it. Where the answer changed
 * with it, the verdict says so.
 */
export function ChangedBefore({ runId }: { readonly runId: string }): ReactNode {
  const run = useHistory((state) => state.runs.find(({ id }) => id === runId) ?? null);
  const isTold = useHistory((state) =>
    state.trends.some(({ before, runIds }) => before !== null && runIds.at(-1) === runId),
  );
  const changes = changesOf(run?.changeBefore ?? null);
  return changes.length === 0 || isTold ? null : (
    <p className="test-hint">
      <span className="quiet">Changed since the run before:</span> {changes.join(", ")}
    </p>
  );
}
