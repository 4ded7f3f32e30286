import type { FocusEvent } from "react";
import type { Finding } from "../../../preload/contract.ts";
import { useNavigation } from "../../stores/context.ts";
import { findingName } from "../../text/finding-name.ts";

/** The row of a key with findings: while something in it has the focus, the walk of F8 is at the first that has a fix. */
export function useRowOfFindings(findings: readonly Finding[]): (event: FocusEvent<HTMLElement>) => void {
  const focusFinding = useNavigation((state) => state.focusFinding);
  const first = findings.find(({ fix }) => fix !== undefined) ?? findings[0];
  return ({ target }) => {
    // A finding in the row tells of itself.
    if (!(target instanceof HTMLElement) || target.dataset["finding"] === undefined) {
      focusFinding(first === undefined ? null : findingName(first));
    }
  };
}
