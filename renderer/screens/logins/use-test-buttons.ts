import { useRuns } from "../../stores/context.ts";
import { missingForCheck } from "./off-reason.ts";

/** Which tests can be started now: every button of the same test asks here, so that they agree. */
export function useTestButtons(): {
  readonly login: boolean;
  readonly check: boolean;
  readonly both: boolean;
  /** What the password check waits for, in words; null where nothing is missing. */
  readonly missing: string | null;
} {
  const isFree = useRuns((state) => !state.isStarting);
  const hasName = useRuns((state) => state.username.trim() !== "");
  const hasPassword = useRuns((state) => state.password !== "");
  const missing = missingForCheck({ hasName, hasPassword });
  const isComplete = isFree && missing === null;
  return { login: isFree, check: isComplete, both: isComplete, missing };
}
