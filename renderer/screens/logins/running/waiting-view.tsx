import type { ReactNode } from "react";
import { Icon } from "../../../components/icon.tsx";
import type { Run, RunSignIn, SignInName } from "../../../stores/run.ts";
import { StepList } from "../steps/step-list.tsx";
import { TimeLegend } from "../steps/time-legend.tsx";
import { RunningInspector } from "./running-inspector.tsx";
import { WaitingCard } from "./waiting-card.tsx";

const signInTitles = { login: "Login window", check: "Password check" } as const;

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
          {run.signIns.login !== null && <SignInPart name="login" signIn={run.signIns.login} />}
          {run.signIns.check !== null && <SignInPart name="check" signIn={run.signIns.check} />}
        </section>
        <RunningInspector run={run} />
      </div>
    </div>
  );
}

function SignInPart({ name, signIn }: { readonly name: SignInName; readonly signIn: RunSignIn }): ReactNode {
  return (
    <>
      <div className="run-evidence-head">
        <h2>
          <Icon name={name === "login" ? "login-window" : "password-check"} size="small" />{" "}
          {signInTitles[name]}
        </h2>
        {signIn.steps.length === 0 ? (
          <span className="small faint">not started</span>
        ) : (
          <TimeLegend signIns={[signIn]} isBrief />
        )}
      </div>
      <StepList
        signIn={signIn}
        {...(name === "check" ? { waitsFor: "starts when the login is done" } : {})}
      />
    </>
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
