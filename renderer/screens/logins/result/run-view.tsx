import type { ReactNode } from "react";
import type { Run } from "../../../stores/run.ts";
import { RunActions } from "../history/run-actions.tsx";
import { PairView } from "../pair/pair-view.tsx";
import { WaitingView } from "../running/waiting-view.tsx";
import { SingleView } from "./single-view.tsx";

/** One run: while it goes on, or its answer. */
export function RunView({ run, isRunning }: { readonly run: Run; readonly isRunning: boolean }): ReactNode {
  const { login, check } = run.signIns;
  if (run.kind === "both") {
    return login?.result && check?.result && run.paired !== null ? (
      <PairView
        run={run}
        login={login.result}
        check={check.result}
        paired={run.paired}
        actions={<RunActions run={run} />}
      />
    ) : (
      <WaitingView run={run} isRunning={isRunning} />
    );
  }
  const signIn = run.kind === "oidc" ? login : check;
  return signIn?.result ? (
    <SingleView run={run} signIn={signIn} result={signIn.result} actions={<RunActions run={run} />} />
  ) : (
    <WaitingView run={run} isRunning={isRunning} />
  );
}
