import type { ReactNode } from "react";
import type { LoginResult } from "../../../../preload/contract.ts";
import { Inspector } from "../../../components/inspector.tsx";
import { MiddleCut } from "../../../components/middle-cut.tsx";
import { Section } from "../../../components/tool-bar.tsx";
import type { Run } from "../../../stores/run.ts";
import { formatClock } from "../../../text/time.ts";
import { AccountSection } from "./account-section.tsx";
import { MethodsSection } from "./methods-section.tsx";
import { PoliciesSection } from "./policies-section.tsx";
import { SignInLogSection } from "./sign-in-log-section.tsx";
import { isDescriptionInSteps, isFactorTold } from "./told-before.ts";

/** What a result means: the log line it leaves, the policy behind it, the account on the Mac; raw data last. */
export function ResultInspector({
  result,
  run,
  hasAccount = true,
}: {
  readonly result: LoginResult;
  readonly run: Run;
  /** false where the account stands with the other sign-in of the run. */
  readonly hasAccount?: boolean;
}): ReactNode {
  return (
    <Inspector label="Meaning" opener="What it means">
      <SignInLogSection result={result} isPractice={run.practice} />
      <PoliciesSection result={result} />
      <MethodsSection result={result} />
      {hasAccount && (
        <AccountSection result={result} aside={`from this run at ${formatClock(run.startedAt)}`} run={run} />
      )}
      {!isFactorTold(result) && (
        <Section title="Second factor">
          <p className="note quiet">{result.factorEvidence}</p>
        </Section>
      )}
      {result.error !== null && (
        <ErrorFacts error={result.error} isDescribed={!isDescriptionInSteps(result)} />
      )}
    </Inspector>
  );
}

type ErrorFactsProps = {
  readonly error: NonNullable<LoginResult["error"]>;
  /** false where a step opens to its words. */
  readonly isDescribed: boolean;
};

function ErrorFacts({ error, isDescribed }: ErrorFactsProps): ReactNode {
  const rows = [
    ["Name", error.name],
    [
      "OAuth error",
      error.suberror === undefined ? error.oauthError : `${error.oauthError}, ${error.suberror}`,
    ],
    ["Correlation ID", error.correlationId],
    ["Trace ID", error.traceId],
    ["Time", error.timestamp],
    ["Policies", error.policyIds?.join(", ")],
  ] as const;
  return (
    <Section title="The answer">
      {isDescribed && <p className="note run-description">{error.description}</p>}
      <dl className="facts">
        {rows.map(([name, value]) =>
          value === undefined || value === "" ? null : (
            <div key={name} className="facts-row">
              <dt>{name}</dt>
              <dd>
                <MiddleCut value={value} mono />
              </dd>
            </div>
          ),
        )}
      </dl>
    </Section>
  );
}
