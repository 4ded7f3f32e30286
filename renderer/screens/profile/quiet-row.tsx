import type { ReactNode } from "react";
import type { Finding } from "../../../preload/contract.ts";
import { FindingNote } from "../../components/finding-note.tsx";
import { Icon } from "../../components/icon.tsx";
import { MiddleCut } from "../../components/middle-cut.tsx";
import { splitForMiddleCut } from "../../text/cut-middle.ts";
import { findingName } from "../../text/finding-name.ts";
import { FoundText } from "./found-text.tsx";
import { type Help, HelpButton } from "./key-help.tsx";
import { useQuery } from "./query-context.ts";

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
        <CutName name={keyName} />
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
        {findings.map((finding) => (
          <FindingNote key={findingName(finding)} finding={finding} />
        ))}
      </div>
    </>
  );
}

/** On one line, without its middle where room is short. What was searched for may stand in the middle, so then it is whole. */
function CutName({ name }: { readonly name: string }): ReactNode {
  const isSearched = useQuery() !== "";
  const { head, tail } = splitForMiddleCut(name);
  return isSearched || tail === "" ? (
    <FoundText text={name} />
  ) : (
    <span className="middle-cut">
      <span className="cut">
        <FoundText text={head} />
      </span>
      <span>
        <FoundText text={tail} />
      </span>
    </span>
  );
}

type DefaultNoteProps = { readonly value: string; readonly isKnown: boolean };

/** What holds while a key is not set; that nobody documents it is said as well, so that no line is empty. */
export function DefaultNote({ value, isKnown }: DefaultNoteProps): ReactNode {
  return (
    <span className={isKnown ? "unset-default-line" : "unset-default-line small faint"}>
      {isKnown && "Default: "}
      <MiddleCut value={value} />
    </span>
  );
}
