import type { ReactNode } from "react";
import type { LoginResult } from "../../../../preload/contract.ts";
import { Button } from "../../../components/button.tsx";
import { Section } from "../../../components/tool-bar.tsx";
import { useNavigation, useSignIns } from "../../../stores/context.ts";
import { firstChoice } from "../../../stores/sign-ins-query.ts";
import { FindInGraph, type RunIds } from "./find-in-graph.tsx";
import { FindRunButton } from "./find-run.tsx";
import { logStatus } from "./log-status.ts";

const requirements = {
  "single-factor": "Single-factor authentication",
  multifactor: "Multifactor authentication",
} as const;

/** The row that this run leaves in Entra's sign-in log, and the way to it. */
export function SignInLogSection({
  result,
  isPractice,
}: {
  readonly result: LoginResult;
  readonly isPractice: boolean;
}): ReactNode {
  const { note, row, cost } = result.signInLog;
  const status = logStatus(result);
  const wasAsked = result.outcome !== "unreachable" && result.outcome !== "cancelled";
  const correlationId = result.error?.correlationId ?? result.signInLog.correlationId;
  const ids = [correlationId ?? null, result.error?.traceId ?? null] as const;
  return (
    <Section title="In the Entra sign-in log" {...(wasAsked ? { aside: "predicted" } : {})}>
      {wasAsked && (
        <dl className="facts">
          <dt>Status</dt>
          <dd className={`tone-${status.tone}`}>{status.text}</dd>
          {row !== undefined && (
            <>
              <dt>Requirement</dt>
              <dd className={row.requirement === "multifactor" ? "tone-mfa" : ""}>
                {requirements[row.requirement]}
              </dd>
            </>
          )}
          {row !== undefined && row.resultDetail !== null && (
            <>
              <dt>Result detail</dt>
              <dd>{row.resultDetail}</dd>
            </>
          )}
        </dl>
      )}
      <p className="note quiet">
        {note} {cost?.sentence}
      </p>
      {wasAsked && correlationId !== undefined && (
        <FindRunButton correlationId={correlationId} isPractice={isPractice} />
      )}
      {wasAsked && ids.some((id) => id !== null) && <InLog correlationId={ids[0]} requestId={ids[1]} />}
    </Section>
  );
}

/** The rows of this run, a sign-in and its retries share the correlation id: in the log that is loaded, or waited for in the tenant's. */
function InLog(ids: RunIds): ReactNode {
  const isLoaded = useSignIns((state) => (state.view?.files.length ?? 0) > 0);
  const choose = useSignIns((state) => state.choose);
  const go = useNavigation((state) => state.go);
  const look = () => {
    choose({ ...firstChoice, apps: "all", search: ids.correlationId ?? ids.requestId ?? "" });
    go("sign-ins");
  };
  return (
    <>
      {isLoaded && (
        <Button look={["plain", "small"]} className="section-link" onPress={look}>
          Find it in the loaded log
        </Button>
      )}
      <FindInGraph {...ids} onFound={look} />
    </>
  );
}
