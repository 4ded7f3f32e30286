import { type ReactNode, useId } from "react";
import type { Finding } from "../../preload/contract.ts";
import { severityIcon, severityWord } from "./finding-note.tsx";
import { FixButton } from "./fix-button.tsx";
import { FixSteps } from "./fix-steps.tsx";
import { Icon } from "./icon.tsx";
import { MarkedText } from "./marked-text.tsx";
import { useShownFinding } from "./use-shown-finding.ts";
import { WhyButton } from "./why-button.tsx";

type TestFindingProps = {
  readonly finding: Finding;
  /** Another way on, under the fix. */
  readonly children?: ReactNode;
};

/** A finding of a test with what to do about it beside it, or below it where there is no room. F8 walks from one to the next. */
export function TestFinding({ finding, children }: TestFindingProps): ReactNode {
  const titleId = useId();
  const shown = useShownFinding<HTMLElement>(finding, false);
  const { fix } = finding;
  return (
    <article
      className={fix === undefined ? "test-finding test-finding-bare" : "test-finding"}
      aria-labelledby={titleId}
      {...shown}
    >
      <Icon name={severityIcon[finding.severity]} className={`severity-${finding.severity}`} />
      <div>
        <p id={titleId}>
          <span className="visually-hidden">{severityWord[finding.severity]}: </span>
          <b>
            <MarkedText text={finding.title} />
          </b>
        </p>
        <p className="finding-detail">
          <MarkedText text={finding.detail} />
        </p>
        <WhyButton finding={finding} />
      </div>
      {fix !== undefined && (
        <div className="test-finding-fix">
          {"steps" in fix ? <FixSteps fix={fix} /> : <FixButton finding={finding} />}
          {children}
        </div>
      )}
    </article>
  );
}
