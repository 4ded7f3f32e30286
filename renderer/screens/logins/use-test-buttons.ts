import { useRuns } from "../../stores/context.ts";

/** Which tests can be started now: every button of the same test asks here, so that they agree. */
export function useTestButtons(): {
  readonly login: boolean;
  readonly check: boolean;
  readonly both: boolean;
} {
  const isFree = useRuns((state) => !state.isStarting);
  const hasPassword = useRuns((state) => state.username.trim() !== "" && state.password !== "");
  return { login: isFree, check: isFree && hasPassword, both: isFree && hasPassword };
}
