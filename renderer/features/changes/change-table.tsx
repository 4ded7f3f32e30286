import type { ReactNode } from "react";
import type { ChangeView } from "../../../preload/contract.ts";
import { Breakable } from "../../components/breakable.tsx";
import "./change-table.css";

type ChangeTableProps = {
  readonly changes: readonly ChangeView[];
  /** Whose values stand in the first column, and whose in the second. */
  readonly before: string;
  readonly after: string;
};

/** Settings that differ, key by key. Of a secret only that it differs is shown. */
export function ChangeTable({ changes, before, after }: ChangeTableProps): ReactNode {
  return (
    <table className="change-table">
      <thead>
        <tr>
          <th scope="col">Key</th>
          <th scope="col">{before}</th>
          <th scope="col">{after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <Row key={`${change.domain} ${change.keyPath}`} change={change} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ change }: { readonly change: ChangeView }): ReactNode {
  const { domain, keyPath, title, secret, before, after } = change;
  return (
    <tr>
      <th scope="row">
        <span className="change-key">
          <Breakable text={keyPath} />
        </span>
        <span className="change-title">
          {title === null ? "" : `${title} · `}
          {domain ?? "unknown domain"}
        </span>
      </th>
      <td>{shown(before, secret)}</td>
      <td>{shown(after, secret)}</td>
    </tr>
  );
}

function shown(value: string | null, secret: boolean): ReactNode {
  if (value === null) {
    return <span className="quiet">not set</span>;
  }
  return secret ? <span className="quiet">a secret, not shown</span> : <code>{value}</code>;
}
