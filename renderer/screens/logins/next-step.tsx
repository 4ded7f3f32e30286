import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { usePractice, useRuns } from "../../stores/context.ts";
import { useTestButtons } from "./use-test-buttons.ts";

/** The way to both answers: whose name and password they need, then the button in the tool bar. */
export function NextStep(): ReactNode {
  const { missing } = useTestButtons();
  const practice = usePractice((state) => state.status);
  const fill = useRuns((state) => state.fill);
  const [account] = practice.running ? practice.accounts : [];
  return (
    <p className="test-next">
      {missing === null ? (
        "Test both asks the two one after the other and says what they come to together."
      ) : account === undefined ? (
        <>
          <Button look={["primary"]} onPress={() => document.querySelector<HTMLElement>(emptyField)?.focus()}>
            Type {missing}
          </Button>
          Then Test both says what the two come to together.
        </>
      ) : (
        <>
          <Button
            look={["primary"]}
            onPress={() => fill({ username: account.username, password: account.password })}
          >
            Fill in {account.username}
          </Button>
          An invented person of the practice tenant. Then Test both asks the two.
        </>
      )}
    </p>
  );
}

/** The first of the two fields in which something is missing. */
const emptyField = ".test-username input:placeholder-shown, .test-password input:placeholder-shown";
