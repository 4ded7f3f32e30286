import type { ReactNode } from "react";
import { Button, LinkButton } from "../../../components/button.tsx";
import { Icon } from "../../../components/icon.tsx";
import { Spinner } from "../../../components/spinner.tsx";
import { useApp, useRuns } from "../../../stores/context.ts";
import type { Run, SignInPrompt } from "../../../stores/run.ts";
import { PracticeSignInHint } from "../practice/practice-sign-in-hint.tsx";
import { Countdown } from "./countdown.tsx";
import { PasteAddress } from "./paste-address.tsx";

/** What the person can do while a test runs. */
export function WaitingCard({ run }: { readonly run: Run }): ReactNode {
  const { signIn } = run;
  if (signIn === null) {
    return <RunningCard run={run} />;
  }
  const who = run.username === "" ? "Sign in" : `Sign in as ${run.username}`;
  return (
    <section className="verdict verdict-wait verdict-ask run-verdict" aria-label="Waiting for you">
      <Spinner size="large" />
      <h2>{`${who}${places[signIn.how]}`}</h2>
      <div className="waiting-way">
        {signIn.how !== "paste" && <ShowSignIn signIn={signIn} />}
        <Countdown endsAtMs={signIn.endsAtMs} />
      </div>
      <div className="waiting">
        {signIn.how === "paste" ? (
          <PasteSteps run={run} signIn={signIn} />
        ) : (
          <>
            <p>
              {signIn.how === "window" ? "It shows what the login window of a Mac would show." : samePage}
            </p>
            <PracticeSignInHint run={run} />
          </>
        )}
      </div>
    </section>
  );
}

/** One line, also beside a button in the narrowest window. */
const samePage = "The page of the Mac's login window. A signed-in browser may skip it.";

type PasteStepsProps = { readonly run: Run; readonly signIn: SignInPrompt };

/** Where nobody brings the address back: each step beside what it needs. */
function PasteSteps({ run, signIn }: PasteStepsProps): ReactNode {
  return (
    <ol className="waiting-steps">
      <li>
        <div className="waiting-step">
          <ShowSignIn signIn={signIn} /> <span>{samePage}</span>
        </div>
      </li>
      <li>
        <div className="waiting-step">
          <span>Sign in there.</span> <PracticeSignInHint run={run} />
        </div>
      </li>
      <li>
        <PasteAddress signIn={signIn} />
      </li>
    </ol>
  );
}

/** Where the page is brought to; a link that opens it says it itself. */
const places = {
  window: " in the other window",
  loopback: " in the browser",
  paste: "",
} as const;

/** Where the host opens the page it brings it back; where the page is in a browser itself, a link opens a tab. */
function ShowSignIn({ signIn }: { readonly signIn: SignInPrompt }): ReactNode {
  const { description } = useApp();
  const show = useRuns((state) => state.showSignIn);
  if (!description.capabilities.canOpenLoginWindow) {
    return (
      <LinkButton href={signIn.url} look={["primary"]}>
        Open the sign-in page <Icon name="external" size="small" />
      </LinkButton>
    );
  }
  return <Button onPress={show}>{signIn.how === "window" ? "Show window" : "Open the page again"}</Button>;
}

function RunningCard({ run }: { readonly run: Run }): ReactNode {
  const isChecking = run.kind === "ropg" || (run.signIns.check?.steps.length ?? 0) > 0;
  return (
    <section className="verdict verdict-wait run-verdict" aria-label="Running">
      <Spinner size="large" />
      <div>
        <h2>{isChecking ? "The password check runs" : "The login runs"}</h2>
        <p>
          It goes to <code>{run.host}</code>. Stop ends it at any time.
        </p>
      </div>
    </section>
  );
}
