import { type ReactNode, useId } from "react";
import type { Finding } from "../../preload/contract.ts";
import { cutMiddle } from "../text/cut-middle.ts";
import { FixButton } from "./fix-button.tsx";
import { Icon, type IconName } from "./icon.tsx";
import { MarkedText } from "./marked-text.tsx";
import { useShownFinding } from "./use-shown-finding.ts";
import { WhyButton } from "./why-button.tsx";

export const severityIcon: Readonly<Record<Finding["severity"], IconName>> = {
  error: "error",
  warning: "warning",
  info: "info",
};

export const severityWord: Readonly<Record<Finding["severity"], string>> = {
  error: "Error",
  warning: "Warning",
  info: "Note",
};

/** Characters of a title that are shown: names of keys in it can be of any length. */
const longest = 300;

type FindingNoteProps = {
  readonly finding: Finding;
  /** Its fix is the one thing to do on the page now. */
  readonly isMainWay?: boolean;
  /** What can be done about it that is no fix of the profile. */
  readonly action?: ReactNode;
  /** Its sentence alone, where the whole of it stands on the same page: the detail is behind “Why?”. */
  readonly isShort?: boolean;
};

/** A finding beside the thing it is about. F8 walks from one to the next. */
export function FindingNote({
  finding,
  isMainWay = false,
  action,
  isShort = false,
}: FindingNoteProps): ReactNode {
  const titleId = useId();
  // Without a source there is no “Why?” that would say it.
  const hasDetail = !isShort || finding.source === undefined;
  const shown = useShownFinding<HTMLElement>(finding, false);
  return (
    <article className={`finding finding-${finding.severity}`} aria-labelledby={titleId} {...shown}>
      <Icon name={severityIcon[finding.severity]} />
      <p className="grow">
        <span id={titleId}>
          <span className="visually-hidden">{severityWord[finding.severity]}: </span>
          <b>
            <MarkedText text={cutMiddle(finding.title, longest)} />
          </b>
        </span>
        {hasDetail ? (
          <span className="finding-detail">
            <MarkedText text={cutMiddle(finding.detail, 2 * longest)} />
          </span>
        ) : (
          <>
            {" "}
            <WhyButton finding={finding} />
          </>
        )}
      </p>
      <span className="finding-actions">
        {hasDetail && <WhyButton finding={finding} />}
        {action}
        <FixButton finding={finding} isMainWay={isMainWay} />
      </span>
    </article>
  );
}
