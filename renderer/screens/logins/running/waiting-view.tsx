import type { ReactNode } from "react";
import { Icon } from "../../../components/icon.tsx";
import type { Run, RunSignIn, SignInName } from "../../../stores/run.ts";
import { count } from "../../../text/count.ts";
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
  const { login, check } = run.signIns;
  return (
    <div className="run-view">
      {isRunning ? <WaitingCard run={run} /> : <LostCard />}
      <div className="run-body">
        <section className="column grow run-evidence scroll" aria-label="Steps">
          {login !== null && <SignInPart name="login" signIn={login} />}
          {check !== null &&
            (login !== null && check.steps.length === 0 ? (
              <WaitingCheck check={check} isRunning={isRunning} />
            ) : (
              <SignInPart name="check" signIn={check} />
            ))}
        </section>
        <RunningInspector run={run} />
      </div>
    </div>
  );
}

type SignInPartProps = { readonly name: SignInName; readonly signIn: RunSignIn };

function SignInPart({ name, signIn }: SignInPartProps): ReactNode {
  return (
    <>
      <div className="run-evidence-head waiting-head">
        <SignInTitle name={name} />
        {signIn.steps.length === 0 ? (
          <span className="small faint">not started</span>
        ) : (
          <TimeLegend signIns={[signIn]} isBrief />
        )}
      </div>
      <StepList signIn={signIn} />
    </>
  );
}

function SignInTitle({ name }: Pick<SignInPartProps, "name">): ReactNode {
  return (
    <h2>
      <Icon name={name === "login" ? "login-window" : "password-check"} size="small" /> {signInTitles[name]}
    </h2>
  );
}

type WaitingCheckProps = { readonly check: RunSignIn; readonly isRunning: boolean };

/** The check of a pair before its turn, in one line that opens: nothing of it can be seen to happen yet. */
function WaitingCheck({ check, isRunning }: WaitingCheckProps): ReactNode {
  const steps = check.planned.length;
  return (
    <details className="waiting-fold">
      <summary className="run-evidence-head">
        <SignInTitle name="check" />
        <span className="small faint">
          {steps > 0 && `${count(steps, "step")} · `}
          {isRunning ? "starts when the login is done" : "not started"}
        </span>
      </summary>
      <StepList signIn={check} />
    </details>
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
