import type { ReactNode } from "react";
import type { LoginResult } from "../../../preload/contract.ts";
import { FindingNote } from "../../components/finding-note.tsx";
import { MiddleCut } from "../../components/middle-cut.tsx";
import { Section } from "../../components/tool-bar.tsx";
import type { Run } from "../../stores/run.ts";
import { formatClock } from "../../text/time.ts";
import { AccountSection } from "./account-section.tsx";
import { PoliciesSection } from "./policies-section.tsx";

/** Beside a run that goes on: where it goes, and what stopping it means. */
export function RunningInspector({ run }: { readonly run: Run }): ReactNode {
  return (
    <aside className="inspector run-inspector" aria-label="Meaning" data-pane="inspector">
      <Section title="Where this goes">
        <dl className="facts">
          <dt>Host</dt>
          <dd>
            <MiddleCut value={run.host ?? ""} mono />
          </dd>
          <dt>Settings</dt>
          <dd>{settingsWords(run)}</dd>
        </dl>
      </Section>
      <Section title="If you stop">
        <p className="note quiet">
          {run.kind !== "ropg"
            ? "The run ends as “stopped by you”. No password was checked by this app, and nothing is logged as wrong."
            : "The run ends as “stopped by you”. If the password was sent already, the provider has checked it."}
        </p>
      </Section>
    </aside>
  );
}

function settingsWords({ kind, from }: Run): string {
  const check = from === "login" ? "login window" : "menu bar / Self Service+";
  return kind === "both"
    ? `Login: login window. Check: ${check}.`
    : check.charAt(0).toUpperCase() + check.slice(1);
}

/** What a result means: the log line it leaves, what can be done, the account on the Mac. */
export function ResultInspector({
  result,
  run,
}: {
  readonly result: LoginResult;
  readonly run: Run;
}): ReactNode {
  return (
    <aside className="inspector run-inspector" aria-label="Meaning" data-pane="inspector">
      <SignInLog result={result} />
      {result.error !== null && <ErrorFacts error={result.error} />}
      <PoliciesSection result={result} />
      {result.findings.length > 0 && (
        <Section title="What to do">
          <div className="run-findings">
            {result.findings.map((finding) => (
              <FindingNote
                key={`${finding.rule} ${finding.where.step ?? finding.where.keyPath ?? ""}`}
                finding={finding}
              />
            ))}
          </div>
        </Section>
      )}
      <AccountSection account={result.account} aside={`from this run at ${formatClock(run.startedAt)}`} />
      <Section title="Second factor">
        <p className="note quiet">{result.factorEvidence}</p>
      </Section>
    </aside>
  );
}

const statusTones = { Success: "tone-ok", Failure: "tone-err", Interrupted: "tone-warn" } as const;

function SignInLog({ result }: { readonly result: LoginResult }): ReactNode {
  const { status, errorCode, note } = result.signInLog;
  const wasAsked = result.outcome !== "unreachable" && result.outcome !== "cancelled";
  return (
    <Section title="In the Entra sign-in log" {...(wasAsked ? { aside: "predicted" } : {})}>
      {wasAsked && (
        <dl className="facts">
          <dt>Status</dt>
          <dd className={statusTones[status]}>{errorCode === 0 ? status : `${status}, ${errorCode}`}</dd>
        </dl>
      )}
      <p className="note quiet">{note}</p>
    </Section>
  );
}

function ErrorFacts({ error }: { readonly error: NonNullable<LoginResult["error"]> }): ReactNode {
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
      <p className="note run-description">{error.description}</p>
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
