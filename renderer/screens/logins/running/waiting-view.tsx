import type { ReactNode } from "react";
import { Icon } from "../../../components/icon.tsx";
import type { Lane, LaneName, Run } from "../../../stores/run.ts";
import { formatDuration } from "../../../text/time.ts";
import { StepList } from "../steps/step-list.tsx";
import { useTicks } from "../steps/use-ticks.ts";
import { RunningInspector } from "./running-inspector.tsx";
import { WaitingCard } from "./waiting-card.tsx";

const laneTitles = { login: "Login window", check: "Password check" } as const;

/** A run that goes on: what the person can do, the steps so far and those to come. */
export function WaitingView({
  run,
  isRunning,
}: {
  readonly run: Run;
  readonly isRunning: boolean;
}): ReactNode {
  return (
    <div className="run-view">
      {isRunning ? <WaitingCard run={run} /> : <LostCard />}
      <div className="run-body">
        <section className="column grow run-evidence scroll" aria-label="Steps">
          {run.lanes.login !== null && <LanePart name="login" lane={run.lanes.login} />}
          {run.lanes.check !== null && <LanePart name="check" lane={run.lanes.check} />}
        </section>
        <RunningInspector run={run} />
      </div>
    </div>
  );
}

function LanePart({ name, lane }: { readonly name: LaneName; readonly lane: Lane }): ReactNode {
  return (
    <>
      <div className="run-evidence-head">
        <h2>
          <Icon name={name === "login" ? "login-window" : "password-check"} size="small" /> {laneTitles[name]}
        </h2>
        <LaneClock lane={lane} />
      </div>
      <StepList lane={lane} {...(name === "check" ? { waitsFor: "starts when the login is done" } : {})} />
    </>
  );
}

/** How long this sign-in takes so far. */
function LaneClock({ lane }: { readonly lane: Lane }): ReactNode {
  const isRunning = lane.steps.some((step) => step.status === "running") && lane.result === null;
  const now = useTicks(isRunning);
  const since = Math.min(...Object.values(lane.seenAt));
  if (lane.steps.length === 0) {
    return <span className="small faint">not started</span>;
  }
  return (
    <span className="small faint number">{isRunning ? `${formatDuration(now - since)} so far` : ""}</span>
  );
}

/** The app behind this page ended before the run did. */
function LostCard(): ReactNode {
  return (
    <section className="verdict run-verdict" aria-label="Verdict">
      <Icon name="question" size="large" />
      <div>
        <h2>How this run ended is not known.</h2>
        <p>The app did not answer any more. What was sent before cannot be told from here.</p>
      </div>
    </section>
  );
}
