import type { ReactNode } from "react";
import type { Finding } from "../../../preload/contract.ts";
import { Icon } from "../../components/icon.tsx";
import { MiddleCut } from "../../components/middle-cut.tsx";
import { FoundText } from "./found-text.tsx";
import { type Help, HelpButton } from "./key-help.tsx";
import { RowFindings } from "./row-findings.tsx";

type QuietRowProps = {
  readonly help: Help;
  /** Name of the key; of a shared value that of the first. */
  readonly keyName: string;
  /** The same with its domains. */
  readonly place: string;
  /** Two domains keep it. */
  readonly isShared?: boolean;
  /** What holds while nothing is set. */
  readonly note: ReactNode;
  readonly findings: readonly Finding[];
  /** The press that sets it. */
  readonly children: ReactNode;
  readonly marks: Readonly<Record<`data-${string}`, string>>;
};

/** Something that the file does not set: one quiet line with what holds without it, and a press that adds it. */
export function QuietRow(props: QuietRowProps): ReactNode {
  const { help, keyName, place, isShared = false, note, findings, children, marks } = props;
  const line = (
    <div className="unset-row" {...marks}>
      <span className="key-name">
        <bdi>
          <FoundText text={help.title} />
        </bdi>
        <HelpButton help={help} />
      </span>
      <code className="unset-path" title={place}>
        <FoundText text={keyName} />
        {isShared && <Icon name="fork" size="small" />}
      </code>
      <span className="unset-default">{note}</span>
      {children}
    </div>
  );
  return findings.length === 0 ? (
    line
  ) : (
    <>
      {line}
      <div className="unset-findings">
        <RowFindings findings={findings} />
      </div>
    </>
  );
}

type DefaultNoteProps = {
  /** Null where nobody documents one. */
  readonly value: string | null;
};

/** What holds while a key is not set. Where nothing is known a dash stands, so that what is known is seen among them. */
export function DefaultNote({ value }: DefaultNoteProps): ReactNode {
  return value === null ? (
    <span className="faint" title="no known default">
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">no known default</span>
    </span>
  ) : (
    <span className="unset-default-line">
      Default: <MiddleCut value={value} />
    </span>
  );
}
