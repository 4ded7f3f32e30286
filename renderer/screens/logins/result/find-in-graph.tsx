import { type ReactNode, useState } from "react";
import type { GraphView, Problem } from "../../../../preload/contract.ts";
import { ProblemBanner } from "../../../components/problem-banner.tsx";
import { GraphDialogButton, GraphFormFoot } from "../../../features/graph/graph-dialog-button.tsx";
import { GraphManner, GraphPlace, useGraphSignIn } from "../../../features/graph/graph-sign-in.tsx";
import { GraphWaiting } from "../../../features/graph/graph-waiting.tsx";
import { RegisterSteps } from "../../../features/graph/register-steps.tsx";
import { useGraph } from "../../../stores/context.ts";

/** What names the sign-in of a run. */
export type RunIds = { readonly correlationId: string | null; readonly requestId: string | null };

type FindInGraphProps = RunIds & {
  /** The row is there, in the log that is loaded. */
  readonly onFound: () => void;
};

/** A button that waits for the row of a run in the tenant's own log. */
export function FindInGraph({ onFound, ...ids }: FindInGraphProps): ReactNode {
  return (
    <GraphDialogButton
      title="Find this sign-in in the log"
      words="Find this sign-in in the log…"
      look={["plain", "small"]}
      className="section-link"
    >
      {(view, { done, cancel }) => (
        <FindForm
          view={view}
          ids={ids}
          onClose={cancel}
          onFound={() => {
            done();
            onFound();
          }}
        />
      )}
    </GraphDialogButton>
  );
}

type FindFormProps = {
  readonly view: GraphView;
  readonly ids: RunIds;
  readonly onClose: () => void;
  readonly onFound: () => void;
};

function FindForm({ view, ids, onClose, onFound }: FindFormProps): ReactNode {
  const find = useGraph((state) => state.findSignIn);
  const [isWaiting, setWaiting] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useGraphSignIn(view);
  const start = async () => {
    setWaiting(true);
    setProblem(null);
    const failed = await find({ ...form.answers, ...ids });
    setWaiting(false);
    setProblem(failed);
    if (failed === null) onFound();
  };
  return (
    <>
      <p className="note quiet">
        Latchkey asks Microsoft Graph for the row of this run by its{" "}
        {ids.correlationId === null ? "request id" : "correlation id"}, and waits until the log has it: mostly
        two minutes, at most a quarter of an hour. It only reads.
      </p>
      {problem !== null && <ProblemBanner problem={problem} />}
      <GraphPlace form={form} />
      <RegisterSteps
        permissions=": AuditLog.Read.All and Policy.Read.ConditionalAccess."
        who="the sign-in log: Reports Reader or Security Reader is enough, in a tenant with Entra ID P1"
      />
      <GraphManner view={view} form={form} />
      {isWaiting && <GraphWaiting />}
      <GraphFormFoot
        isBusy={isWaiting}
        isComplete={form.isComplete}
        words="Sign in and wait"
        onStart={start}
        onCancel={onClose}
      />
    </>
  );
}
