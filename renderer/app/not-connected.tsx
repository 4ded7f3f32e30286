import { type ReactNode, useState } from "react";
import type { Problem } from "../../preload/contract.ts";
import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { Mark } from "../components/mark.tsx";
import { letInByOtherTab } from "../host.ts";

/** Shown when there is no app behind this page: this tab was not let in, or Latchkey has stopped. */
export function NotConnected({ problem }: { readonly problem: Problem }): ReactNode {
  const isLockedOut = problem.code === "link-used";
  return (
    <main className="lone-page">
      <Mark size={56} />
      <div className="verdict verdict-mute" role="alert">
        <Icon name={isLockedOut ? "lock" : "cloud"} size="large" />
        <div>
          <h1>{problem.title}</h1>
          <p>{problem.detail}</p>
        </div>
      </div>
      <p className="lone-fix">{problem.fix}</p>
      {isLockedOut && <LetIn />}
    </main>
  );
}

/** One press, where another tab of this browser is in. */
function LetIn(): ReactNode {
  const [state, setState] = useState<"ready" | "asking" | "alone">("ready");
  const ask = async () => {
    setState("asking");
    if (!(await letInByOtherTab())) {
      setState("alone");
    }
  };
  return (
    <div className="lone-way">
      <Button look={["primary"]} isDisabled={state === "asking"} onPress={ask}>
        Open Latchkey in this tab
      </Button>
      <p className="small faint" role="status">
        {state === "alone"
          ? "No other tab of this browser is in. Start Latchkey again and open the link that it prints."
          : "The link works once, so that no other page and no other person on this machine gets in. A tab of this browser that is in lets this one in as well."}
      </p>
    </div>
  );
}
