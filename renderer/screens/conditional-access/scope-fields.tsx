import type { ReactNode } from "react";
import type { MatrixView } from "../../../preload/contract.ts";
import { TextField } from "../../components/text-field.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useMatrix } from "../../stores/context.ts";

/** Other scopes for the two sign-ins than the profile has, to see what they would reach. */
export function ScopeFields({ view }: { readonly view: MatrixView }): ReactNode {
  return (
    <>
      <h3>What the sign-ins ask for</h3>
      <ScopeField view={view} sign="login" id="login-window" label="Login window" />
      <ScopeField view={view} sign="check" id="password-check" label="Password check" />
      <p className="small faint">Tried here only. The profile is not changed.</p>
    </>
  );
}

type ScopeFieldProps = {
  readonly view: MatrixView;
  readonly sign: "login" | "check";
  readonly id: "login-window" | "password-check";
  readonly label: string;
};

function ScopeField({ view, sign, id, label }: ScopeFieldProps): ReactNode {
  const scopes = useMatrix((state) => state.whatIf.scopes);
  const assume = useMatrix((state) => state.assume);
  const asked = view.signIns.find((signIn) => signIn.id === id)?.scopes.join(" ") ?? "";
  const [typed, setTyped] = useDraft(scopes[sign] ?? asked);
  return (
    <TextField
      label={label}
      showLabel
      isTold
      mono
      value={typed}
      onChange={(text) => {
        setTyped(text);
        assume({ scopes: { ...scopes, [sign]: text.trim() === "" ? null : text } });
      }}
    />
  );
}
