import { type ReactNode, useId, useState } from "react";
import { Form } from "react-aria-components";
import type { Problem } from "../../../../preload/contract.ts";
import { Button } from "../../../components/button.tsx";
import { Icon } from "../../../components/icon.tsx";
import { TextField } from "../../../components/text-field.tsx";
import { useRuns } from "../../../stores/context.ts";
import type { SignInPrompt } from "../../../stores/run.ts";

/** Takes the address that the browser ended on, where no window and no listener of ours can catch it. */
export function PasteAddress({ signIn }: { readonly signIn: SignInPrompt }): ReactNode {
  const finish = useRuns((state) => state.finishSignIn);
  const [address, setAddress] = useState("");
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const problemId = useId();
  const send = async () => {
    setSending(true);
    const refusal = await finish(address.trim());
    setSending(false);
    setProblem(refusal);
    // The address holds a code that works once: it leaves the field as soon as it is used.
    if (refusal === null) {
      setAddress("");
    }
  };
  return (
    <Form
      className="paste"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p>
        The browser ends at <code>{signIn.redirectUri}</code>. It may be an empty page or an error: that is
        expected. Copy the whole address and paste it here, or an error text if the page shows one.
      </p>
      <div className="row">
        <TextField
          label="Address where the browser ended"
          placeholder={`${signIn.redirectUri}?code=…`}
          value={address}
          onChange={(next) => {
            setAddress(next);
            setProblem(null);
          }}
          className="grow"
          type="password"
          mono
          {...(problem === null ? {} : { tone: "error", describedBy: problemId })}
        />
        <Button type="submit" look={["primary"]} isDisabled={address.trim() === "" || isSending}>
          Finish the login
        </Button>
      </div>
      {problem !== null && (
        <p id={problemId} className="note paste-problem" role="alert">
          <span className="tone-err">
            <Icon name="error" size="small" />
          </span>{" "}
          <b>{problem.title}</b> {problem.detail} {problem.fix}
        </p>
      )}
    </Form>
  );
}
