import type { ReactNode } from "react";
import type { Comparison } from "../../../../preload/contract.ts";
import { Icon } from "../../../components/icon.tsx";

type ComparisonTableProps = {
  readonly comparison: Comparison;
  readonly before: string;
  readonly after: string;
};

/** Everything that differs between two runs, one line each. */
export function ComparisonTable({ comparison, before, after }: ComparisonTableProps): ReactNode {
  return (
    <table className="comparison-table">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">{before}</th>
          <th scope="col">{after}</th>
        </tr>
      </thead>
      <tbody>
        {comparison.facts.map((fact) => (
          <tr key={`${fact.topic} ${fact.signIn} ${fact.subject}`}>
            <th scope="row">
              {fact.signIn !== null && (
                <Icon name={fact.signIn === "oidc" ? "login-window" : "password-check"} size="small" />
              )}
              {fact.signIn !== null && (
                <span className="visually-hidden">
                  {fact.signIn === "oidc" ? "Login: " : "Password check: "}
                </span>
              )}{" "}
              {fact.subject}
            </th>
            <td>{fact.before}</td>
            <td>{fact.after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
