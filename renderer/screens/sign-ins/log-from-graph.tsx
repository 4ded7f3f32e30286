import { type ReactNode, useState } from "react";
import type { GraphView, Problem } from "../../../preload/contract.ts";
import { ProblemBanner } from "../../components/problem-banner.tsx";
import { Segment } from "../../components/segment.tsx";
import { Toggle } from "../../components/toggle.tsx";
import { GraphDialogButton, GraphFormFoot } from "../../features/graph/graph-dialog-button.tsx";
import { GraphManner, GraphPlace, useGraphSignIn } from "../../features/graph/graph-sign-in.tsx";
import { GraphWaiting } from "../../features/graph/graph-waiting.tsx";
import { RegisterSteps } from "../../features/graph/register-steps.tsx";
import { useGraph, useSignIns } from "../../stores/context.ts";

/** A button that reads the last days of the person's own tenant from Microsoft Graph. */
export function LogFromGraph({ isMore = false }: { readonly isMore?: boolean }): ReactNode {
  return (
    <GraphDialogButton
      title="Read sign-ins from Microsoft Graph"
      words={isMore ? "From Graph…" : "From Microsoft Graph…"}
    >
      {(view, { done, cancel }) => <LogForm view={view} onRead={done} onClose={cancel} />}
    </GraphDialogButton>
  );
}

const spans = [
  { id: "1", title: "Last day" },
  { id: "7", title: "7 days" },
  { id: "30", title: "30 days" },
] as const;

type LogFormProps = {
  readonly view: GraphView;
  readonly onRead: () => void;
  readonly onClose: () => void;
};

function LogForm({ view, onRead, onClose }: LogFormProps): ReactNode {
  const read = useGraph((state) => state.readSignIns);
  const apps = useSignIns((state) => state.profileApps);
  const [days, setDays] = useState<"1" | "7" | "30">("7");
  const [risk, setRisk] = useState(false);
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useGraphSignIn(view);
  const start = async () => {
    setReading(true);
    setProblem(null);
    const failed = await read({ ...form.answers, days: Number(days), risk });
    setReading(false);
    setProblem(failed);
    if (failed === null) onRead();
  };
  return (
    <>
      <p className="note quiet">
        You sign in yourself, with an app registration of your own. Latchkey only reads: interactive rows and
        others,{" "}
        {apps.length === 0
          ? "of every application, because no open profile names any."
          : "of the applications of the open profile."}
      </p>
      {problem !== null && <ProblemBanner problem={problem} />}
      <Segment label="How far back" options={spans} value={days} onChange={setDays} />
      <Toggle isOn={risk} onChange={setRisk}>
        Also who is at risk, from Entra ID Protection
      </Toggle>
      <GraphPlace form={form} />
      <RegisterSteps
        permissions={`: AuditLog.Read.All and Policy.Read.ConditionalAccess${risk ? ", and IdentityRiskyUser.Read.All and IdentityRiskEvent.Read.All for who is at risk and by which detections" : ""}.`}
        who="the sign-in log: Reports Reader or Security Reader is enough, in a tenant with Entra ID P1; who is at risk needs P2 and Security Reader"
      />
      <GraphManner view={view} form={form} />
      {isReading && <GraphWaiting />}
      <GraphFormFoot
        isBusy={isReading}
        isComplete={form.isComplete}
        words="Sign in and read"
        onStart={start}
        onCancel={onClose}
      />
    </>
  );
}
