import type { ReactNode } from "react";
import { Icon } from "../../components/icon.tsx";
import { useRuns } from "../../stores/context.ts";
import { offReasons } from "./off-reason.ts";

/** Why test buttons of the tool bar are off, under the fields that turn them on. While a test runs the fields say it. */
export function TestHint(): ReactNode {
  const isRunning = useRuns((state) => state.runningId !== null);
  const isStarting = useRuns((state) => state.isStarting);
  const hasName = useRuns((state) => state.username.trim() !== "");
  const hasPassword = useRuns((state) => state.password !== "");
  const reasons = offReasons({ isStarting, hasName, hasPassword });
  return isRunning || reasons.length === 0 ? null : (
    <p className="test-hint">
      <Icon name="info" size="small" /> {reasons.join(" ")}
    </p>
  );
}
