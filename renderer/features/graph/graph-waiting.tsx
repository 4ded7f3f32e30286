import type { ReactNode } from "react";
import type { GraphState } from "../../../preload/contract.ts";
import { LinkButton } from "../../components/button.tsx";
import { CopyButton } from "../../components/copy-button.tsx";
import { Spinner } from "../../components/spinner.tsx";
import { useGraph } from "../../stores/context.ts";
import { count } from "../../text/count.ts";

/** Where the person has to go, while Latchkey waits. */
export function GraphWaiting(): ReactNode {
  const state = useGraph((store) => store.state);
  if (state.kind === "signing-in" && state.url !== null) {
    return (
      <div className="reading-bar reading-bar-boxed" role="status">
        <Spinner />
        <span className="grow">
          Waiting for you to sign in
          {state.code !== null && (
            <>
              . Type the code <code>{state.code}</code> there
            </>
          )}
        </span>
        <CopyButton text={state.url} label="Copy the address of the sign-in page" />
        <LinkButton href={state.url} look={["small"]}>
          Open the sign-in page
        </LinkButton>
      </div>
    );
  }
  return (
    <div className="reading-bar reading-bar-boxed" role="status">
      <Spinner /> {stepOf(state)}
    </div>
  );
}

function stepOf(state: GraphState): string {
  if (state.kind !== "reading") return "Asking Microsoft Entra";
  if (state.tries !== undefined) {
    const { time, of } = state.tries;
    return `Waiting for the log as ${state.userName}: asked ${time} of ${of} times. Rows mostly arrive within two minutes`;
  }
  const rows = state.rows === undefined ? "" : `: ${count(state.rows, "row")}`;
  return `Reading as ${state.userName}${rows}`;
}
