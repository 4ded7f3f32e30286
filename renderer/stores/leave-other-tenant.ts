import type { PracticeView } from "../../preload/contract.ts";
import type { HistoryStore } from "./history-store.ts";
import { type PracticeStore, scenarioOf } from "./practice-store.ts";
import type { RunStore } from "./run-store.ts";

type Shown = { readonly practice: PracticeStore; readonly history: HistoryStore; readonly runs: RunStore };

/** The answer of one tenant is not shown as that of another. A run that goes on stays in sight, wherever it goes. */
export function leaveOtherTenant({ practice, history, runs }: Shown, next: PracticeView): void {
  const { selectedId, leave } = history.getState();
  const isOther = scenarioOf(next) !== scenarioOf(practice.getState().status);
  if (isOther && selectedId !== null && selectedId !== runs.getState().runningId) {
    leave();
  }
}
