import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { usePractice, useRuns } from "../../stores/context.ts";
import { ariaKeys } from "../../text/command-keys.ts";
import { useTestButtons } from "./use-test-buttons.ts";

/** What can be done at once: in practice both tests, else what needs no password, and what both need besides. */
export function NextStep(): ReactNode {
  const { missing, login: isFree } = useTestButtons();
  const practice = usePractice((state) => state.status);
  const hasLogin = useRuns((state) => state.loginProblem === null);
  const fill = useRuns((state) => state.fill);
  const start = useRuns((state) => state.start);
  const [account] = practice.running ? practice.accounts : [];
  if (missing === null) {
    return (
      <p className="test-next">
        Test both asks the two one after the other and shows both answers side by side.
      </p>
    );
  }
  if (account !== undefined) {
    return (
      <p className="test-next">
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
        Fills in the name and password of an invented person.
      </p>
    );
  }
  const type = () => document.querySelector<HTMLElement>(emptyField)?.focus();
  return hasLogin ? (
    <p className="test-next">
      <Button
        look={["primary"]}
        isDisabled={!isFree}
        onPress={() => start("oidc")}
        aria-keyshortcuts={ariaKeys("test-oidc")}
      >
        Test OIDC
      </Button>
      <span>
        Test both also needs{" "}
        <Button look={["plain"]} className="test-type" aria-label={`Type ${missing}`} onPress={type}>
          {missing}
        </Button>
        , above.
      </span>
    </p>
  ) : (
    <p className="test-next">
      <Button onPress={type}>Type {missing}</Button>
      Then Test ROPG shows what the password check answers.
    </p>
  );
}

/** The first of the two fields in which something is missing. */
const emptyField = ".test-username input:placeholder-shown, .test-password input:placeholder-shown";
