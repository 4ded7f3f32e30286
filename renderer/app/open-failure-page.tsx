import type { ReactNode } from "react";
import { Button } from "../components/button.tsx";
import { CopyButton } from "../components/copy-button.tsx";
import { Icon } from "../components/icon.tsx";
import { ToolBar } from "../components/tool-bar.tsx";
import { XmlLine } from "../components/xml-line.tsx";
import { useDocument } from "../stores/context.ts";
import type { OpenFailure } from "../stores/document-store.ts";
import { useOpenProfile } from "../stores/use-open-profile.ts";
import { formatBytes } from "../text/count.ts";
import { linesAround } from "../text/file-text.ts";

/** A file that is no profile we can read: what is wrong, where, what was left untouched, the way out. */
export default function OpenFailurePage({ failure }: { readonly failure: OpenFailure }): ReactNode {
  const view = useDocument((state) => state.view);
  const dismiss = useDocument((state) => state.dismiss);
  const open = useOpenProfile();
  const { problem, bytes } = failure;
  const title = withPlace(problem);
  const details = `${title}\n${problem.detail}\n${problem.fix}\nCode: ${problem.code}`;
  return (
    <main className="screen" data-pane="main">
      <ToolBar
        title={failure.fileName}
        subtitle={bytes === null ? "Not opened" : `${formatBytes(bytes)} · not opened`}
      />
      <div className="screen-body">
        <div className="scroll">
          <div className="failure">
            <div className="verdict verdict-err" role="alert">
              <Icon name="error" size="large" />
              <div>
                <h2>{title}</h2>
                <p>
                  <WithTags text={problem.detail} /> Your file has not been changed.
                </p>
              </div>
            </div>
            {problem.at !== undefined && failure.text !== null && (
              <Place text={failure.text} line={problem.at.line} column={problem.at.column} />
            )}
            <div>
              <p className="failure-caption">
                <b>What to do</b>
              </p>
              <p>
                <WithTags text={problem.fix} />
              </p>
              <p className="failure-ways">
                <Button look={["primary"]} onPress={open}>
                  Open another…
                </Button>
                <Button onPress={dismiss}>Back to {view?.displayName ?? "Start"}</Button>
              </p>
            </div>
            <p className="failure-copy">
              <CopyButton text={details} label="Copy details">
                Copy details
              </CopyButton>
              puts this page on the clipboard as text, without values from the file.
            </p>
          </div>
        </div>
      </div>
    </main>
  );
}

/** What is wrong, and where: `The file ends too early, at line 2, column 6.` */
function withPlace({ title, at }: OpenFailure["problem"]): string {
  return at === undefined ? title : `${title.replace(/\.$/u, "")}, at line ${at.line}, column ${at.column}.`;
}

/** A sentence with the tags in it as code. */
function WithTags({ text }: { readonly text: string }): ReactNode {
  return text.split(/(<[^<>\s]+>)/u).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence never move
      <code key={index}>{part}</code>
    ),
  );
}

type PlaceProps = { readonly text: string; readonly line: number; readonly column: number };

function Place({ text, line, column }: PlaceProps): ReactNode {
  const lines = linesAround(text, line);
  const all = text.split(/\r\n|\r|\n/).length;
  return (
    <figure>
      <figcaption className="failure-caption">
        <b>Where</b>
      </figcaption>
      <div className="source failure-source">
        {lines.map((entry) => (
          <XmlLine
            key={entry.number}
            number={entry.number}
            text={entry.text}
            isMarked={entry.number === line}
            {...(entry.number === line ? { errorColumn: column, isLast: line === all } : {})}
          />
        ))}
      </div>
    </figure>
  );
}
