import type { PolicyChange, PolicyState } from "../../../preload/contract.ts";
import { useMatrix } from "../../stores/context.ts";

/** The state of a policy that is tried; null where it is left as it is. */
export function triedState(changes: readonly PolicyChange[], policyId: string): PolicyState | null {
  const change = changes.find((each) => each.kind === "set-state" && each.policyId === policyId);
  return change?.kind === "set-state" ? change.state : null;
}

/** Tries a policy in another state; null goes back to the one that it has. */
export function useTryState(): (policyId: string, state: PolicyState | null) => void {
  const changes = useMatrix((state) => state.whatIf.changes);
  const assume = useMatrix((state) => state.assume);
  return (policyId, state) => {
    const others = changes.filter((each) => each.kind !== "set-state" || each.policyId !== policyId);
    assume({ changes: state === null ? others : [...others, { kind: "set-state", policyId, state }] });
  };
}

/** Turns a policy off, or on where it is off or only reports, to try what the answer would be then. */
export function usePolicySwitch(): (policyId: string) => void {
  const changes = useMatrix((state) => state.whatIf.changes);
  const rows = useMatrix((state) => state.view?.rows);
  const tryState = useTryState();
  return (policyId) => {
    const row = rows?.find(({ id }) => id === policyId);
    if (row === undefined) return;
    if (triedState(changes, policyId) !== null) tryState(policyId, null);
    else tryState(policyId, row.state === "enabled" ? "disabled" : "enabled");
  };
}
