import { type ReactNode, useState } from "react";
import type { ExportPreview } from "../../../preload/contract.ts";
import { CopyButton } from "../../components/copy-button.tsx";
import { MiddleCut } from "../../components/middle-cut.tsx";
import { ProblemBanner } from "../../components/problem-banner.tsx";
import { Segment } from "../../components/segment.tsx";
import { ChangeTable } from "../../features/changes/change-table.tsx";
import { LineChanges } from "../../features/changes/line-changes.tsx";
import type { ExportQuestion } from "../../stores/export-store.ts";
import { count } from "../../text/count.ts";
import { SourceText } from "../profile/source-view.tsx";
import { Building } from "./building.tsx";
import { leftOutOf } from "./left-out.ts";
import { useBuilt } from "./use-built.ts";

type Shown = "source" | "payloads" | "changes";

/** As wide as a digit, so that nothing moves when the number comes. */
const noDigit = "\u2007";

/** What comes out: its text, its payloads, and what is another than in the file that was opened. */
export function ExportResult({ view, wanted }: ExportQuestion): ReactNode {
  const built = useBuilt(view, wanted);
  const preview = built?.ok === true ? built.value : null;
  const [chosen, setShown] = useState<Shown>("source");
  // A property list is the settings of one domain, without a payload around them.
  const hasPayloads = wanted.isEach || wanted.choice.route !== "plist";
  const shown = chosen === "payloads" && !hasPayloads ? "source" : chosen;
  const parts = wanted.choice.route === "plist" ? "Domains" : "Payloads";
  // Where the file lacks settings and is the same in all others, nothing was changed.
  const leftOut = preview === null ? 0 : leftOutOf(preview).length;
  const changed =
    leftOut > 0
      ? { label: "Left out", title: `${count(leftOut, "setting")} left out` }
      : { label: "Changes", title: `Changes ${preview?.changes?.length ?? noDigit}` };
  return (
    <>
      <section className="export-row export-result-head" aria-labelledby="export-result">
        <h2 id="export-result">Result</h2>
        <div className="export-value">
          <Segment
            label="Result"
            value={shown}
            onChange={setShown}
            options={[
              { id: "source", title: "Source" },
              ...(hasPayloads
                ? [{ id: "payloads" as const, title: `${parts} ${preview?.payloads.length ?? noDigit}` }]
                : []),
              { id: "changes", title: changed.title },
            ]}
          />
          {preview !== null && shown === "source" && <SourceTools source={preview.source} />}
        </div>
      </section>
      {preview === null ? (
        <div className="export-source export-unbuilt">
          {built?.ok === false ? <ProblemBanner problem={built.problem} /> : <Building />}
        </div>
      ) : shown === "source" ? (
        <section className="export-source" aria-label="Source" data-pane="source">
          <SourceText source={preview.source} />
        </section>
      ) : (
        <Listing label={shown === "payloads" ? parts : changed.label}>
          {shown === "payloads" ? (
            <Payloads payloads={preview.payloads} />
          ) : (
            <Changes
              changes={preview.changes}
              sourceChanges={preview.sourceChanges}
              fileName={view.fileName}
            />
          )}
        </Listing>
      )}
    </>
  );
}

/** How long the source is, and the way to take it along. */
function SourceTools({ source }: { readonly source: string }): ReactNode {
  return (
    <span className="export-tools">
      <span className="export-lines small faint">
        {count(source.replace(/\n$/, "").split("\n").length, "line")} · XML
      </span>
      <CopyButton text={source} label="Copy the source">
        <span className="export-copy-word">Copy</span>
      </CopyButton>
    </span>
  );
}

type ListingProps = { readonly label: string; readonly children: ReactNode };

function Listing({ label, children }: ListingProps): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="export-listing" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}

const formWords = {
  direct: "as its own payload",
  "managed-preferences": "as managed preferences",
  plist: "as a property list",
  other: "not a preference domain",
} as const;

function Payloads({ payloads }: Pick<ExportPreview, "payloads">): ReactNode {
  return (
    <table className="change-table">
      <thead>
        <tr>
          <th scope="col">Payload</th>
          <th scope="col">Identifier</th>
          <th scope="col">Settings</th>
        </tr>
      </thead>
      <tbody>
        {payloads.map(({ domain, type, form, identifier, settings }) => (
          <tr key={`${domain} ${type} ${identifier}`}>
            <th scope="row">
              <span className="change-key">{domain ?? type ?? "unknown"}</span>
              <span className="change-title">{formWords[form]}</span>
            </th>
            <td>
              {identifier === null ? (
                <span className="quiet">none</span>
              ) : (
                <MiddleCut value={identifier} mono />
              )}
            </td>
            <td>{settings}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type ChangesProps = Pick<ExportPreview, "changes" | "sourceChanges"> & { readonly fileName: string };

function Changes({ changes, sourceChanges, fileName }: ChangesProps): ReactNode {
  return (
    <>
      <SettingChanges changes={changes} fileName={fileName} />
      {sourceChanges !== null && sourceChanges.length > 0 && (
        <>
          <h3 className="line-head">Lines that are not as in {fileName}, secrets replaced</h3>
          <LineChanges lines={sourceChanges} />
        </>
      )}
    </>
  );
}

function SettingChanges({ changes, fileName }: Omit<ChangesProps, "sourceChanges">): ReactNode {
  if (changes === null) {
    return (
      <p className="note quiet">No file holds this profile yet, so there is nothing to compare it with.</p>
    );
  }
  if (changes.length === 0) {
    return <p className="note quiet">Every setting is the same as in {fileName}.</p>;
  }
  return (
    <>
      <p className="note quiet">
        {count(changes.length, "setting")} {changes.length === 1 ? "is" : "are"} not as in the file. Form,
        names and identifiers are not counted.
      </p>
      <ChangeTable changes={changes} before={fileName} after="Written" />
    </>
  );
}
