import type { ReactNode } from "react";
import type { Comparison } from "../../../../preload/contract.ts";
import { Icon } from "../../../components/icon.tsx";
import type { ComparedRun, ComparedRuns } from "./use-compared-runs.ts";

type ComparisonTableProps = {
  readonly comparison: Comparison;
  readonly compared: ComparedRuns;
};

/** Everything that differs between two runs, one line each. */
export function ComparisonTable({ comparison, compared }: ComparisonTableProps): ReactNode {
  return (
    <table className="comparison-table">
      <thead>
        <tr>
          <th scope="col">What</th>
          <RunHead run={compared.before} isNamed={compared.name === null} />
          <RunHead run={compared.after} isNamed={compared.name === null} />
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

/** When the run started, under its name where the two are called differently. */
function RunHead({ run, isNamed }: { readonly run: ComparedRun; readonly isNamed: boolean }): ReactNode {
  return (
    <th scope="col">
      {isNamed && <b>{run.name}</b>} <span>{run.moment}</span>
    </th>
  );
}
