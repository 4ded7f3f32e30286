import { type ReactNode, useMemo } from "react";
import type { Problem, ProfileView } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { CopyButton } from "../../components/copy-button.tsx";
import { SourceEditor } from "../../features/source/source-editor.tsx";
import { useConnection, useSource } from "../../stores/context.ts";
import { count } from "../../text/count.ts";
import { type Lines, lineFindings } from "./source-index.ts";
import { SourceText, SourceView } from "./source-view.tsx";

type SourcePaneProps = {
  readonly view: ProfileView;
  readonly isAlone: boolean;
  readonly marked: Lines | null;
  /** The tab that the form shows beside it, and the line where its payload begins. */
  readonly section: { readonly name: string; readonly line: number | null };
  readonly sought: number;
};

/** The source of the open profile: to type in, or to read where it is too large for that. */
export function SourcePane({ view, isAlone, marked, section, sought }: SourcePaneProps): ReactNode {
  const typed = useSource((state) => state.typed);
  const { source, sourceMap } = view;
  const findings = useMemo(() => lineFindings(sourceMap, view.findings), [sourceMap, view.findings]);
  if (sourceMap.version === null) {
    return (
      <SourceView source={source} isAlone={isAlone} marked={marked}>
        {sourceMap.problem !== null && <p className="source-note">{sentences(sourceMap.problem)}</p>}
        {source.length > sourceMap.limit && (
          <p className="source-note">
            This source has more than {sourceMap.limit / 1_000_000} MB, so it is shown here and not edited as
            text. The form changes it.
          </p>
        )}
      </SourceView>
    );
  }
  const text = typed ?? source;
  return (
    <section
      className={isAlone ? "profile-source profile-source-alone" : "profile-source"}
      aria-label="Source"
      data-pane="source"
    >
      <div className="source-head">
        <span className="small faint">{count(text.replace(/\n$/, "").split("\n").length, "line")} · XML</span>
        <span className="small faint source-leaving">The Tab key leaves the source</span>
        <CopyButton text={text} label="Copy the source">
          Copy
        </CopyButton>
      </div>
      <SourceEditor view={view} marked={marked} section={section} findings={findings} sought={sought}>
        <SourceText source={text} marked={marked} />
      </SourceEditor>
      <SourceState />
    </section>
  );
}

/** What main says about what was typed; a screen reader hears it. */
function SourceState(): ReactNode {
  const problem = useSource((state) => state.problem);
  const notices = useSource((state) => state.notices);
  const isUntaken = useSource((state) => state.typed !== null && state.status !== "taken");
  const isSilent = useConnection((state) => state.isSilent);
  return (
    <div role="status" className="source-state">
      {problem !== null && <p className="source-error">{sentences(problem)}</p>}
      {problem === null && isSilent && isUntaken && (
        <p className="source-error">What was typed here is not stored yet.</p>
      )}
      {problem === null &&
        notices.slice(0, 3).map((notice) => (
          <p key={sentences(notice)} className="source-remark">
            {sentences(notice)}
          </p>
        ))}
    </div>
  );
}

/** Where the form is: that it does not show what the source holds. */
export function SourceErrorNote({ onShow }: { readonly onShow: () => void }): ReactNode {
  const problem = useSource((state) => state.problem);
  const discard = useSource((state) => state.discard);
  const isGone = useConnection((state) => state.isGone);
  if (problem === null || isGone) {
    return null;
  }
  return (
    <div className="source-behind">
      <p>
        The source holds an error{problem.at === undefined ? "" : ` in line ${problem.at.line}`}. The form
        shows the last profile without it, and can be changed meanwhile.
      </p>
      <Button onPress={onShow}>Show the error</Button>
      <Button onPress={discard}>Drop what was typed</Button>
    </div>
  );
}

function sentences({ at, title, detail, fix }: Problem): string {
  const place = at === undefined ? "" : `Line ${at.line}, column ${at.column}: `;
  return `${place}${title} ${detail} ${fix}`;
}
