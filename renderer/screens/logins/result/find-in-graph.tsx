import { type ReactNode, useState } from "react";
import type { GraphView, Problem } from "../../../../preload/contract.ts";
import { Button } from "../../../components/button.tsx";
import { Dialog } from "../../../components/dialog.tsx";
import { ProblemBanner } from "../../../components/problem-banner.tsx";
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
  const [isOpen, setOpen] = useState(false);
  const show = useGraph((state) => state.show);
  const stop = useGraph((state) => state.stop);
  const view = useGraph((state) => state.view);
  const close = () => {
    stop();
    setOpen(false);
  };
  return (
    <>
      <Button
        look={["plain", "small"]}
        className="section-link"
        onPress={() => {
          void show();
          setOpen(true);
        }}
      >
        Find this sign-in in the log…
      </Button>
      {view !== null && (
        <Dialog title="Find this sign-in in the log" isOpen={isOpen} onClose={close} size="wide">
          <FindForm
            view={view}
            ids={ids}
            onClose={close}
            onFound={() => {
              setOpen(false);
              onFound();
            }}
          />
        </Dialog>
      )}
    </>
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
      <div className="dialog-actions">
        <Button onPress={onClose}>{isWaiting ? "Stop" : "Cancel"}</Button>
        <Button look={["primary"]} isDisabled={isWaiting || !form.isComplete} onPress={start}>
          Sign in and wait
        </Button>
      </div>
    </>
  );
}
