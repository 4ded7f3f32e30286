import { type ReactNode, useState } from "react";
import { Form } from "react-aria-components";
import { useRuns } from "../../../app/context.ts";
import { Button } from "../../../components/button.tsx";
import { TextField } from "../../../components/text-field.tsx";
import type { SignInPrompt } from "../../../stores/run.ts";

/** Takes the address that the browser ended on, where no window and no listener of ours can catch it. */
export function PasteAddress({ signIn }: { readonly signIn: SignInPrompt }): ReactNode {
  const finish = useRuns((state) => state.finishSignIn);
  const [address, setAddress] = useState("");
  const [isSending, setSending] = useState(false);
  const send = async () => {
    setSending(true);
    const isTaken = await finish(address.trim());
    setSending(false);
    // The address holds a code that works once: it leaves the field as soon as it is used.
    if (isTaken) {
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
      <ol>
        <li>Open the sign-in page and sign in there.</li>
        <li>
          The browser ends on an address that starts with <code>{signIn.redirectUri}</code>. The page itself
          may be empty or say that it cannot be reached: that is expected.
        </li>
        <li>Copy that whole address from the address bar and paste it here.</li>
      </ol>
      <div className="row">
        <TextField
          label="Address where the browser ended"
          placeholder={`${signIn.redirectUri}?code=…`}
          value={address}
          onChange={setAddress}
          className="grow"
          type="password"
          mono
        />
        <Button type="submit" look={["primary"]} isDisabled={address.trim() === "" || isSending}>
          Finish the login
        </Button>
      </div>
    </Form>
  );
}
