import type { EventPayload } from "../../../preload/contract.ts";
import type { HostPorts } from "../ports.ts";

type BrokenRun = EventPayload<"test.failed">;

/**
 * The runs that broke off and about which nobody has said that it was read: the page may be loading anew when a run breaks off,
 * and nothing else is left of such a run.
 */
export type BrokenRuns = {
  readonly tell: (run: BrokenRun) => void;
  /** The oldest first. */
  readonly list: () => readonly BrokenRun[];
  /** It was read, or is no news any more. */
  readonly forget: (runId: string) => void;
  readonly forgetAll: () => void;
};

export function createBrokenRuns(emit: HostPorts["emit"]): BrokenRuns {
  const broken = new Map<string, BrokenRun>();
  return {
    tell: (run) => {
      broken.set(run.runId, run);
      emit("test.failed", run);
    },
    list: () => [...broken.values()],
    forget: (runId) => void broken.delete(runId),
    forgetAll: () => broken.clear(),
  };
}
