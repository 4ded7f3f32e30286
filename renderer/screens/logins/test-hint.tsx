import type { ReactNode } from "react";
import { Icon } from "../../components/icon.tsx";
import { useRuns } from "../../stores/context.ts";
import { offReasons } from "./off-reason.ts";

/**
 * Why test buttons of the tool bar are off, under the fields that turn them on. While a test runs the fields say it.
 *
 * @param isNextToldBelow where `NextStep` stands below, it says what is missing
 */
export function TestHint({ isNextToldBelow }: { readonly isNextToldBelow: boolean }): ReactNode {
  const isRunning = useRuns((state) => state.runningId !== null);
  const isStarting = useRuns((state) => state.isStarting);
  const hasName = useRuns((state) => state.username.trim() !== "");
  const hasPassword = useRuns((state) => state.password !== "");
  const reasons = offReasons({
    isStarting,
    hasName: hasName || isNextToldBelow,
    hasPassword: hasPassword || isNextToldBelow,
  });
  return isRunning || reasons.length === 0 ? null : (
    <p className="test-hint">
      <Icon name="info" size="small" /> {reasons.join(" ")}
    </p>
  );
}
