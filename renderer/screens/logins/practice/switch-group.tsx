import { type ReactNode, useId } from "react";
import type { CallInput, PracticeSwitches } from "../../../../preload/contract.ts";

/** What every group of switches gets: the switches now, those of the scenario, and the way to change them. */
export type SwitchGroupProps = {
  readonly now: PracticeSwitches;
  readonly scenario: PracticeSwitches;
  readonly change: (change: CallInput<"practice.change">) => void;
};

type SwitchGroupFrameProps = { readonly title: string; readonly children: ReactNode };

/** Switches under a heading. */
export function SwitchGroup({ title, children }: SwitchGroupFrameProps): ReactNode {
  const headingId = useId();
  return (
    <section className="switch-group" aria-labelledby={headingId}>
      <h3 id={headingId}>{title}</h3>
      {children}
    </section>
  );
}
