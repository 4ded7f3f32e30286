import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { usePractice, useRuns } from "../../stores/context.ts";
import { useTestButtons } from "./use-test-buttons.ts";

/** The way to both answers: in practice one press, else what they need and then the button in the tool bar. */
export function NextStep(): ReactNode {
  const { missing, login: isFree } = useTestButtons();
  const practice = usePractice((state) => state.status);
  const fill = useRuns((state) => state.fill);
  const start = useRuns((state) => state.start);
  const [account] = practice.running ? practice.accounts : [];
  return (
    <p className="test-next">
      {missing === null ? (
        "Test both asks the two one after the other and shows both answers side by side."
      ) : account === undefined ? (
        <>
          <Button onPress={() => document.querySelector<HTMLElement>(emptyField)?.focus()}>
            Type {missing}
          </Button>
          Then Test both shows both answers side by side.
        </>
      ) : (
        <>
          <Button
            look={["primary"]}
            isDisabled={!isFree}
            onPress={() => {
              fill({ username: account.username, password: account.password });
              start("both");
            }}
          >
            Test both as {account.username}
          </Button>
          An invented person. Name and password are filled in.
        </>
      )}
    </p>
  );
}

/** The first of the two fields in which something is missing. */
const emptyField = ".test-username input:placeholder-shown, .test-password input:placeholder-shown";
