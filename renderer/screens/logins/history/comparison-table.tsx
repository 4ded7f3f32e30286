import type { ReactNode } from "react";
import { Icon } from "../../../components/icon.tsx";
import { AskedWords } from "./asked-words.tsx";
import type { ComparisonGroup, ComparisonRow } from "./comparison-rows.ts";
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
      </thead>
      {groups.map(({ title, icon, rows }) => (
        <tbody key={title}>
          <tr className="comparison-group">
            <th scope="colgroup" colSpan={3}>
              <Icon name={icon} size="small" /> {title}
            </th>
          </tr>
          {rows.map((row) => (
            <Row key={row.subject} row={row} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({ row: { subject, before, after, differs } }: { readonly row: ComparisonRow }): ReactNode {
  return (
    <tr className={differs ? "comparison-differs" : "comparison-same"}>
      <th scope="row">
        {differs && <Icon name="differs" size="small" />}
        {subject}
        <span className="visually-hidden">{differs ? " differs" : " is the same"}</span>
      </th>
      <Value text={before} />
      <Value text={after} />
    </tr>
  );
}

function Value({ text }: { readonly text: string | null }): ReactNode {
  return text === null ? <td className="comparison-untested">not tested</td> : <td>{text}</td>;
}

/** Which run a column is: what was asked and when, whom it was about, and what came of it. */
function RunHead({ caption, side }: { readonly caption: string; readonly side: ComparedRun }): ReactNode {
  const { run, moment } = side;
  return (
    <th scope="col">
      <p className="comparison-when">
        <span>{caption}</span> <span>{moment}</span>
      </p>
      {run !== null && (
        <>
          <AskedWords kind={run.kind} />
          <p className="comparison-about">
            {run.practice && (
              <>
                <Icon name="practice" size="small" />
                <span className="visually-hidden">Practice: </span>
              </>
            )}
            {run.name.about}
          </p>
          <p className={`tone-${run.label.tone}`}>{run.label.text}</p>
        </>
      )}
    </th>
  );
}
