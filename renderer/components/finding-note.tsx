import type { ReactNode } from "react";
import type { Finding } from "../../preload/contract.ts";
import { FixButton } from "./fix-button.tsx";
import { Icon, type IconName } from "./icon.tsx";

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

/** A finding beside the thing it is about. */
export function FindingNote({ finding }: { readonly finding: Finding }): ReactNode {
  return (
    <div className={`finding finding-${finding.severity}`}>
      <Icon name={severityIcon[finding.severity]} />
      <p className="grow">
        <span className="visually-hidden">{severityWord[finding.severity]}: </span>
        <b>{finding.title}</b>
        <span className="finding-detail">{finding.detail}</span>
      </p>
      <FixButton finding={finding} />
    </div>
  );
}
