import { type ReactNode, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useSignIns } from "../../stores/context.ts";
import type { SelectedRow } from "../../stores/sign-ins-store.ts";
import { classMeaning, className, rowTime } from "./sign-in-text.ts";

/** What the chosen row means, and on demand everything that it holds. */
export function RowSection(): ReactNode {
  const selected = useSignIns((state) => state.selected);
  const select = useSignIns((state) => state.select);
  const [isWhole, setWhole] = useState(false);
  if (selected === null) return null;
  const { row, explanation } = selected;
  return (
    <section className="section signs-chosen" aria-label="Chosen row">
      <div className="section-head">
        <h2>
          {row.code === 0 ? "Success" : row.code}
          {row.code !== 0 && `, ${className[row.class].toLowerCase()}`}
        </h2>
        <Button look={["icon"]} aria-label="Close this row" onPress={() => select(null)}>
          <Icon name="remove" size="small" />
        </Button>
      </div>
      <p className="note">
        Row {rowTime(row.at)}. {explanation === null ? classMeaning[row.class] : explanation.meaning}
      </p>
      {explanation?.assessed === true && <p className="note quiet">{explanation.jamfConnect.why}</p>}
      {explanation !== null && explanation.steps.length > 0 && (
        <details className="signs-steps">
          <summary>What to do</summary>
          <ol className="fix-steps note">
            {explanation.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </details>
      )}
      <Button look={["plain", "small"]} aria-expanded={isWhole} onPress={() => setWhole(!isWhole)}>
        {isWhole ? "Hide the row" : "Show the whole row"}
      </Button>
      {isWhole && <WholeRow selected={selected} />}
    </section>
  );
}

function WholeRow({ selected: { row, detail } }: { readonly selected: SelectedRow }): ReactNode {
  const facts: readonly (readonly [string, string | null])[] = [
    ["User", row.user ?? row.userName],
    ["Application", [row.app, row.appId].filter(Boolean).join(" · ")],
    ["Resource", row.resource],
    ["Scopes", detail?.scopes ?? null],
    ["Reason", row.reason],
    ["Details", row.additional],
    ["Client", row.client],
    ["Address", [row.ip, row.city, row.country].filter(Boolean).join(" · ")],
    ["Device", [row.os, row.browser].filter(Boolean).join(" · ")],
    ["Risk", row.riskState === "none" ? null : row.riskState],
    ["Table", row.kind],
    ["Request id", row.id],
    ["Correlation id", row.correlationId],
  ];
  return (
    <>
      <dl className="facts signs-facts">
        {facts
          .filter(([, value]) => value !== null && value !== "")
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {detail !== null && detail.policies.length > 0 && (
        <ul className="signs-notes note">
          {detail.policies.map(({ name, result }) => (
            <li key={name}>
              {name} <span className="faint">{result}</span>
            </li>
          ))}
        </ul>
      )}
      {detail !== null && detail.steps.length > 0 && (
        <ol className="signs-notes note">
          {detail.steps.map(({ method, detail: how, succeeded, result }) => (
            <li key={`${method} ${how} ${result}`}>
              {[method, how].filter(Boolean).join(", ")}{" "}
              <span className="faint">
                {succeeded === null ? "" : succeeded ? "succeeded" : "did not succeed"} {result}
              </span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
