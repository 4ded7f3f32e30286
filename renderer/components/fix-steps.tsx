import type { ReactNode } from "react";
import type { Fix } from "../../preload/contract.ts";
import { leadingStep } from "../text/leading-step.ts";
import { Breakable } from "./breakable.tsx";
import { LinkButton } from "./button.tsx";
import { Icon } from "./icon.tsx";

/** A fix that is made elsewhere, step by step. */
export type StepsFix = Extract<Fix, { readonly steps: unknown }>;

/** The steps, and where more about them stands. One step is a sentence, not a list. */
export function FixSteps({ fix }: { readonly fix: StepsFix }): ReactNode {
  const { lead, steps } = leadingStep(fix.steps);
  const [only] = steps;
  return (
    <>
      {lead !== null && <p className="fix-step">{lead}</p>}
      {steps.length === 0 ? null : steps.length === 1 ? (
        <p className="fix-step">
          <Breakable text={only ?? ""} />
        </p>
      ) : (
        <ol className="fix-steps">
          {steps.map((step) => (
            <li key={step}>
              <Breakable text={step} />
            </li>
          ))}
        </ol>
      )}
      {fix.link !== undefined && (
        <p>
          <LinkButton href={fix.link} look={["plain", "small"]}>
            Read more <Icon name="external" size="small" />
          </LinkButton>
        </p>
      )}
    </>
  );
}
