import type { ReactNode } from "react";
import { LinkButton } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Spinner } from "../../components/spinner.tsx";
import type { Run } from "../../stores/run.ts";
import { PasteAddress } from "./paste-address.tsx";
import { PracticeSignInHint } from "./practice-sign-in-hint.tsx";

/** What the person can do while a test runs. */
export function WaitingCard({ run }: { readonly run: Run }): ReactNode {
  const { signIn } = run;
  const isChecking = run.kind === "ropg" || (run.lanes.check?.steps.length ?? 0) > 0;
  if (signIn === null) {
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
  const who = run.username === "" ? "Sign in" : `Sign in as ${run.username}`;
  return (
    <section className="verdict verdict-wait run-verdict" aria-label="Waiting for you">
      <Spinner size="large" />
      <div className="waiting">
        <h2>{signIn.how === "window" ? `${who} in the other window` : `${who} in another tab`}</h2>
        <p>
          {signIn.how === "window"
            ? "It shows what the login window of a Mac would show. "
            : "The page is the one that the login window of a Mac would show. "}
          Its address is <code>{hostOf(signIn.url)}</code>; nothing typed there is recorded.
        </p>
        <PracticeSignInHint run={run} />
        {signIn.how === "paste" && <PasteAddress signIn={signIn} />}
      </div>
      {signIn.how !== "window" && (
        <div className="waiting-way">
          <LinkButton href={signIn.url} look={["primary"]}>
            Open the sign-in page <Icon name="external" size="small" />
          </LinkButton>
        </div>
      )}
    </section>
  );
}

/** Host and port of an address, or the address itself when it is none. */
export function hostOf(address: string): string {
  try {
    return new URL(address).host;
  } catch {
    return address;
  }
}
