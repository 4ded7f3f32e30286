import { Fragment, type ReactNode } from "react";
import type { RunView } from "../../../../preload/contract.ts";
import { Icon } from "../../../components/icon.tsx";
import { AskedWords } from "./asked-words.tsx";
import type { ComparisonGroup, ComparisonRow, Tone } from "./comparison-rows.ts";
import type { ComparedRun, ComparedRuns } from "./use-compared-runs.ts";

type ComparisonTableProps = {
  readonly groups: readonly ComparisonGroup[];
  readonly compared: ComparedRuns;
};

/** Two runs in two columns, the older one left: what they are, then what they say, one line for each thing. */
export function ComparisonTable({ groups, compared }: ComparisonTableProps): ReactNode {
  return (
    <table className="comparison-table">
      <thead>
        <tr>
          <td />
          <RunHead caption="Older" side={compared.before} />
          <RunHead caption="Newer" side={compared.after} />
        </tr>
        <tr className="comparison-runs">
          <td />
          <RunFacts side={compared.before} isAboutTold={compared.about !== null} />
          <RunFacts side={compared.after} isAboutTold={compared.about !== null} />
        </tr>
      </thead>
      {groups.map(({ title, icon, rows, steps }) => (
        <Fragment key={title}>
          <tbody>
            <tr className="comparison-group">
              <th scope="colgroup" colSpan={3}>
                <Icon name={icon} size="small" /> {title}
              </th>
            </tr>
            {rows.map((row) => (
              <Row key={row.subject} row={row} />
            ))}
          </tbody>
          {steps.length > 0 && (
            <tbody>
              <tr className="comparison-steps">
                <th scope="colgroup" colSpan={3}>
                  Steps
                </th>
              </tr>
              {steps.map((row) => (
                <Row key={row.subject} row={row} />
              ))}
            </tbody>
          )}
        </Fragment>
      ))}
    </table>
  );
}

function Row({ row }: { readonly row: ComparisonRow }): ReactNode {
  const { subject, before, after, differs, tones } = row;
  return (
    <tr className={differs ? "comparison-differs" : "comparison-same"}>
      <th scope="row">
        {differs && <Icon name="differs" size="small" />}
        {subject}
        <span className="visually-hidden">{differs ? " differs" : " is the same"}</span>
      </th>
      {differs ? (
        <>
          <Value text={before} tone={tones?.before} />
          <Value text={after} tone={tones?.after} />
        </>
      ) : (
        <>
          <td>{after}</td>
          <td>the same</td>
        </>
      )}
    </tr>
  );
}

type ValueProps = { readonly text: string | null; readonly tone: Tone | null | undefined };

function Value({ text, tone }: ValueProps): ReactNode {
  if (text === null) return <td className="comparison-untested">not tested</td>;
  return <td className={tone == null ? "" : `tone-${tone}`}>{text}</td>;
}

/** Which run a column is; it stays in sight. */
function RunHead({ caption, side }: { readonly caption: string; readonly side: ComparedRun }): ReactNode {
  return (
    <th scope="col">
      <p className="comparison-when">
        <span>{caption}</span> <span>{side.moment}</span>
      </p>
    </th>
  );
}

type RunFactsProps = {
  readonly side: ComparedRun;
  /** Both are about the same, which stands over the table. */
  readonly isAboutTold: boolean;
};

/** What a run asked for, whom it was about, and what came of it. */
function RunFacts({ side: { run }, isAboutTold }: RunFactsProps): ReactNode {
  return (
    <td>
      {run !== null && (
        <>
          <AskedWords kind={run.kind} />
          {!isAboutTold && <About run={run} />}
          <p className={`tone-${run.label.tone}`}>{run.label.text}</p>
        </>
      )}
    </td>
  );
}

function About({ run }: { readonly run: RunView }): ReactNode {
  return (
    <p className="comparison-about">
      {run.practice && (
        <>
          <Icon name="practice" size="small" />
          <span className="visually-hidden">Practice: </span>
        </>
      )}
      <Parts text={run.name.about} />
    </p>
  );
}

/** Breaks between its parts, and inside one only where that has no room. */
function Parts({ text }: { readonly text: string }): ReactNode {
  const parts = text.split(", ");
  return parts.map((part, index) => (
    <Fragment key={part}>
      <span className="comparison-part">{index < parts.length - 1 ? `${part},` : part}</span>{" "}
    </Fragment>
  ));
}
